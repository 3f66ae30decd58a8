package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.Network;

/** Floats from early and late dates. */
public final class Floats {

    /*
     * Total float is the smaller of start and finish float, finish float alone once work began. Free float is the least gap to
     * a successor with the lag taken off, never below zero and never above total float. One activity costs its outgoing edges.
     */

    private Floats() {}

    /** Ticks from the early to the late start; the early start is the one that logic alone gives. */
    public static long start(Network g, Times t, int a) {
        if (g.state[a] == Network.IN_PROGRESS || g.state[a] == Network.COMPLETE || t.late[a]) {
            return 0;
        }
        return g.between(a, g.summary[a] ? t.earlyStart[a] : t.logicStart[a], t.lateStart[a]);
    }

    /** Ticks from the early to the late finish. */
    public static long finish(Network g, Times t, int a) {
        if (g.state[a] == Network.COMPLETE || t.late[a]) {
            return 0;
        }
        return g.between(a, t.earlyFinish[a], t.lateFinish[a]);
    }

    /** Total float in ticks. */
    public static long total(Network g, Times t, int a) {
        long finish = finish(g, t, a);
        boolean begun = g.state[a] == Network.IN_PROGRESS || (g.summary[a] && t.begun[a]);
        return begun ? finish : Math.min(start(g, t, a), finish);
    }

    /** Free float in ticks, given total float. */
    public static long free(Network g, Times t, int a, long total) {
        if (g.state[a] == Network.COMPLETE || total <= 0) {
            return 0;
        }
        long least = total;
        for (int i = g.firstOut[a]; i < g.firstOut[a + 1]; i++) {
            int e = g.outEdge[i];
            if (BackwardPass.counts(g, g.head[e]) && g.lagKind[e] != Network.CUT) {
                least = Math.min(least, gap(g, t, e, g.head[e], ForwardPass.bound(g, t, e)));
            }
        }
        return Math.max(least, 0);
    }

    /**
     * Ticks from the instant that an edge demands to the date that a row has: the edge's head or a row below it. Counted on the
     * calendar of both activities, that of the project where they differ; on the wall clock for an elapsed predecessor.
     */
    public static long gap(Network g, Times t, int e, int row, long demanded) {
        boolean toStart = g.type[e] == Network.FS || g.type[e] == Network.SS;
        long target = toStart ? t.earlyStart[row] - Math.max(0, g.delay[row]) : t.earlyFinish[row];
        int p = g.tail[e];
        return g.elapsed[p]
                ? target - demanded
                : BackwardPass.gapCalendar(g, p, row).work(demanded, target);
    }
}
