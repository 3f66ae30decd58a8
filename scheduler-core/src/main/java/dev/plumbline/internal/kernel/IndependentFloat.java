package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.Network;

/** The float an activity has whatever its neighbours do. */
public final class IndependentFloat {

    /*
     * Each activity is placed once more, with its predecessors at their late dates (early ones, should these be later), and the
     * least gap to its successors' early dates is taken from there. What summaries hand down is computed in topological order
     * from late dates in the same way. O(n + m).
     *
     * [1] A. Battersby: Network Analysis for Planning and Scheduling. 3rd ed., Macmillan, 1970.
     * [2] S. E. Elmaghraby: Activity nets: a guided tour through some recent developments. Eur. J. Oper. Res. 82(3), 1995, pp.
     * 383-408 (the four floats).
     */

    private static final byte SNET = 4;

    private final Network g;
    private final Times t;
    private final Placer placer;
    private final long[] startBound;
    private final long[] finishBound;
    private final boolean[] floored;

    private IndependentFloat(Network network, boolean honour, Times times) {
        this.g = network;
        this.t = times;
        this.placer = new Placer(network, honour);
        this.startBound = new long[network.size];
        this.finishBound = new long[network.size];
        this.floored = new boolean[network.size];
    }

    /** Returns the independent float of every activity in ticks; 0 for summaries. */
    public static long[] all(Network network, boolean honour, Times times) {
        return new IndependentFloat(network, honour, times).run();
    }

    private long[] run() {
        long[] result = new long[g.size];
        for (int event : g.order) {
            if (event >= g.size) {
                bounds(event - g.size);
            } else if (!g.summary[event] && g.active[event]) {
                result[event] = leaf(event);
            }
        }
        return result;
    }

    /** Collects the bounds of a row from its predecessors' late dates and from the summary above. */
    private void bounds(int a) {
        int up = g.parent[a];
        boolean inherits = up >= 0 && (g.summary[a] || Placer.inheritsStart(g, t, a));
        startBound[a] = inherits ? startBound[up] : Network.BEFORE;
        finishBound[a] = up < 0 ? Network.BEFORE : finishBound[up];
        boolean typed = g.summary[a] && g.state[a] == Network.MANUAL;
        if (!typed) {
            fromPredecessors(a);
        }
        if (g.summary[a]) {
            startBound[a] = Math.max(startBound[a], ownStart(a, typed));
        }
    }

    private void fromPredecessors(int a) {
        for (int e = g.firstIn[a]; e < g.firstIn[a + 1]; e++) {
            long bound = lateBound(e);
            if (g.type[e] <= Network.SS) {
                startBound[a] = Math.max(startBound[a], bound);
            } else {
                finishBound[a] = Math.max(finishBound[a], bound);
            }
            floored[a] |= g.type[e] == Network.FF;
        }
    }

    /** The earliest start that a summary has by its own dates or, finish to finish, by the start of the project. */
    private long ownStart(int s, boolean typed) {
        if (typed) {
            return g.fixedStart[s];
        }
        long start = g.constraint[s] == SNET ? g.constraintDate[s] : Network.BEFORE;
        return floored[s] ? Math.max(start, g.start) : start;
    }

    private long lateBound(int e) {
        int p = g.tail[e];
        boolean fromFinish = g.type[e] == Network.FS || g.type[e] == Network.FF;
        if (g.summary[p] && g.state[p] == Network.MANUAL) {
            return ForwardPass.bound(g, t, e);
        }
        long late =
                fromFinish ? Math.max(t.earlyFinish[p], t.lateFinish[p]) : Math.max(t.earlyStart[p], t.lateStart[p]);
        return ForwardPass.lagged(g, t, e, late, 1);
    }

    private long leaf(int a) {
        long total = Floats.total(g, t, a);
        long free = Floats.free(g, t, a, total);
        if (free == 0 || g.state[a] != Network.UNSTARTED) {
            return free;
        }
        bounds(a);
        placer.place(a, startBound[a], finishBound[a], floored[a]);
        long start = placer.start(a);
        long finish = placer.finish(a);
        long least = Math.min(free, g.between(a, finish, t.lateFinish[a]));
        for (int i = g.firstOut[a]; i < g.firstOut[a + 1] && least > 0; i++) {
            int e = g.outEdge[i];
            if (BackwardPass.counts(g, g.head[e]) && g.lagKind[e] != Network.CUT) {
                boolean fromFinish = g.type[e] == Network.FS || g.type[e] == Network.FF;
                long demanded = ForwardPass.lagged(g, t, e, fromFinish ? finish : start, 1);
                least = Math.min(least, Floats.gap(g, t, e, g.head[e], demanded));
            }
        }
        return Math.max(least, 0);
    }
}
