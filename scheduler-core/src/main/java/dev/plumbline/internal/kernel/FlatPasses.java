package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.FlatNetwork;
import org.jspecify.annotations.Nullable;

/** Both passes of the critical path method over a plain plan, in working ticks. */
public final class FlatPasses {

    /*
     * One loop over the relationships and no branch that a processor could guess wrong: relationships come in order of their
     * successors, so when the loop reaches those out of an activity, all those into it are done. The loop nested by activity
     * stalls at every change of in-degree and takes three times as long. O(n + m), three int arrays front to back and one at
     * random within the cache; backward the same from the other end.
     *
     * [1] J. E. Kelley, M. R. Walker: Critical-Path Planning and Scheduling. Proc. EJCC, 1959, pp. 160-173.
     */

    private FlatPasses() {}

    /** Computes the early starts; returns the latest early finish. */
    public static int forward(FlatNetwork g, int[] early) {
        int[] tail = g.tail;
        int[] head = g.head;
        int[] weight = g.weight;
        System.arraycopy(g.floor, 0, early, 0, g.size);
        for (int e = 0; e < tail.length; e++) {
            int s = head[e];
            early[s] = Math.max(early[s], early[tail[e]] + weight[e]);
        }
        int finish = FlatNetwork.NONE;
        for (int a = 0; a < g.size; a++) {
            finish = Math.max(finish, early[a] + g.span[a]);
        }
        return finish;
    }

    /**
     * Computes the late starts.
     *
     * @param finish the latest finish of all activities
     * @param early early starts, which open ends keep where each of them is critical; else null
     */
    public static void backward(FlatNetwork g, int finish, int @Nullable [] early, int[] late) {
        int[] tail = g.tail;
        int[] head = g.head;
        int[] weight = g.weight;
        for (int a = 0; a < g.size; a++) {
            late[a] = finish - g.span[a];
        }
        if (early != null) {
            for (int open : g.openEnds) {
                late[open] = early[open];
            }
        }
        int[] cap = g.cap;
        for (int a = 0; cap != null && a < g.size; a++) {
            late[a] = Math.min(late[a], cap[a]);
        }
        for (int e = tail.length - 1; e >= 0; e--) {
            int p = tail[e];
            late[p] = Math.min(late[p], late[head[e]] - weight[e]);
        }
    }
}
