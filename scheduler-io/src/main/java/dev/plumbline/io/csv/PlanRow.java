package dev.plumbline.io.csv;

/**
 * The cells of one row in the columns that are known, as characters behind one another.
 *
 * @param line the physical line on which it begins
 * @param chars what holds the characters, also those of other rows
 * @param bounds where cells begin and end, also those of other rows
 * @param first where the bounds of this row begin
 */
record PlanRow(int line, char[] chars, int[] bounds, int first) {

    /** Returns where a cell begins, by its rank among the known ones; the rank -1 stands for no such column. */
    int from(int rank) {
        return rank < 0 ? 0 : bounds[first + rank];
    }

    /** Returns where a cell ends. */
    int to(int rank) {
        return rank < 0 ? 0 : bounds[first + rank + 1];
    }
}
