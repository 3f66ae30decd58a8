package dev.plumbline.internal.rcpsp;

import java.util.Arrays;

/** Turns keys into lists: smaller keys first, every activity after its predecessors. Not safe for several threads. */
final class Orders {

    /*
     * A key below that of a predecessor is raised to it, then a counting sort over the activities by decreasing tail gives the
     * list; that order breaks ties and, holding predecessors first, keeps the list feasible. O(n + m + largest key); where keys
     * are much larger than the number of activities, a sort of longs does the same in O(n log n).
     */

    private static final int SPARSE = 64;

    private final Compiled project;
    private final int[] counts;
    private final long[] sorted;

    Orders(Compiled project) {
        this.project = project;
        this.counts = new int[SPARSE * (project.n + 1) + 2];
        this.sorted = new long[project.n];
    }

    /** Writes the list of a direction; keys, from 0 on, are raised to those of predecessors. */
    void sort(int direction, int[] keys, int[] list) {
        Compiled.Side side = project.sides[direction];
        int largest = raise(side, keys);
        if (largest >= counts.length - 1) {
            sortSparse(side, keys, list);
            return;
        }
        int[] at = counts;
        Arrays.fill(at, 0, largest + 2, 0);
        for (int key : keys) {
            at[key + 1]++;
        }
        for (int k = 0; k < largest; k++) {
            at[k + 1] += at[k];
        }
        for (int a : side.byTail) {
            list[at[keys[a]]++] = a;
        }
    }

    private static int raise(Compiled.Side side, int[] keys) {
        int[] firstPred = side.firstPred;
        int[] pred = side.pred;
        int largest = 0;
        for (int a : side.topological) {
            int key = keys[a];
            for (int e = firstPred[a]; e < firstPred[a + 1]; e++) {
                key = Math.max(key, keys[pred[e]]);
            }
            keys[a] = key;
            largest = Math.max(largest, key);
        }
        return largest;
    }

    private void sortSparse(Compiled.Side side, int[] keys, int[] list) {
        for (int i = 0; i < sorted.length; i++) {
            int a = side.byTail[i];
            sorted[i] = (long) keys[a] << 32 | i;
        }
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            list[i] = side.byTail[(int) sorted[i]];
        }
    }
}
