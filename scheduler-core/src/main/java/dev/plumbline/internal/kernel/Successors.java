package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.Network;

/** Counts the activities that depend on each activity, directly or not. */
public final class Successors {

    /*
     * Sets of successors as bits, 512 activities at a time, in one sweep from the end of the order to its beginning for each
     * such block: n x m / 512 steps of eight words. The rows below a summary and what follows it are its successors too, since they
     * wait for it.
     */

    private static final int WORDS = 8;
    private static final int BLOCK = WORDS * Long.SIZE;

    private Successors() {}

    /** Returns the number of leaves that follow each activity. */
    public static int[] count(Network g) {
        int[] count = new int[g.size];
        long[] reached = new long[2 * g.size * WORDS];
        for (int first = 0; first < g.size; first += BLOCK) {
            java.util.Arrays.fill(reached, 0);
            int from = Math.min(g.size, first + BLOCK);
            for (int i = g.order.length - 1; i >= 0; i--) {
                sweep(g, reached, g.order[i], first, from);
            }
            for (int a = 0; a < g.size; a++) {
                for (int w = 0; w < WORDS; w++) {
                    count[a] += Long.bitCount(reached[a * WORDS + w]);
                }
                if (a >= first && a < from && !g.summary[a]) {
                    count[a]--; // itself
                }
            }
        }
        return count;
    }

    private static void sweep(Network g, long[] reached, int event, int first, int end) {
        int own = event * WORDS;
        if (event >= g.size) {
            for (int child = g.firstChild[event - g.size]; child >= 0; child = g.nextSibling[child]) {
                merge(reached, own, begin(g, child) * WORDS);
            }
            return;
        }
        for (int i = g.firstOut[event]; i < g.firstOut[event + 1]; i++) {
            merge(reached, own, begin(g, g.head[g.outEdge[i]]) * WORDS);
        }
        if (g.parent[event] >= 0) {
            merge(reached, own, g.parent[event] * WORDS);
        }
        if (event >= first && event < end && !g.summary[event]) {
            int bit = event - first;
            reached[own + bit / Long.SIZE] |= 1L << bit;
        }
    }

    private static int begin(Network g, int a) {
        return g.summary[a] ? g.size + a : a;
    }

    private static void merge(long[] reached, int into, int from) {
        for (int w = 0; w < WORDS; w++) {
            reached[into + w] |= reached[from + w];
        }
    }
}
