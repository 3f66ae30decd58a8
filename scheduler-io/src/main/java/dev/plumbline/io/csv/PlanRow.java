package dev.plumbline.io.csv;

/**
 * The cells of one row in the columns that are known, so that a file of many other columns takes no memory. What has been
 * read is let go of.
 */
final class PlanRow {

    private final int line;
    private final String[] cells;

    PlanRow(int line, String[] cells) {
        this.line = line;
        this.cells = cells;
    }

    int line() {
        return line;
    }

    /** Returns the cell of a known column by its slot; empty for none. */
    String cell(int slot) {
        return slot < 0 ? "" : cells[slot];
    }

    void release(int slot) {
        cells[slot] = "";
    }
}
