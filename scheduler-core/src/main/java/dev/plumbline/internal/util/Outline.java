package dev.plumbline.internal.util;

import java.util.function.IntUnaryOperator;

/** What outline levels of rows say about who lies below whom. */
public final class Outline {

    private Outline() {}

    /**
     * Returns the row above each row: the last one before it with a smaller level; -1 at the top. O(rows).
     *
     * @param rows the number of rows
     * @param level the outline level of a row
     */
    public static int[] parents(int rows, IntUnaryOperator level) {
        int[] parent = new int[rows];
        int[] open = new int[rows];
        int depth = 0;
        for (int a = 0; a < rows; a++) {
            int own = level.applyAsInt(a);
            while (depth > 0 && level.applyAsInt(open[depth - 1]) >= own) {
                depth--;
            }
            parent[a] = depth == 0 ? -1 : open[depth - 1];
            open[depth++] = a;
        }
        return parent;
    }
}
