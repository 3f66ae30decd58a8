package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.Network;

/** How much each activity lengthens the project. */
public final class Drag {

    /*
     * By definition: the finish of the project as it is, less the finish it would have if the activity took no time. The forward
     * pass is recomputed from the activity's place in the order on a scratch copy, only as far as dates change, and taken back.
     *
     * Most activities need no recomputation. A shorter duration moves dates only to earlier instants, unless the activity's
     * finish is what is bound (FF, SF, finish constraints): then its start moves later. So an activity that the finish doesn't
     * depend on (LongestPath.sensitive), and whose finish nothing binds, has no drag. Cost: O(n + m) once, then O(changed x log)
     * an activity that remains.
     *
     * [1] S. A. Devaux: Total Project Control. Wiley, 1999 (drag, the time an activity adds to the project).
     * [2] J. D. Wiest: Precedence diagramming method: some unusual characteristics. J. Operations Management 1(3), 1981, pp.
     * 121-130 (reverse critical activities: shorter is later).
     */

    private static final byte MFO = 3;
    private static final byte FNET = 6;
    private static final byte FNLT = 7;

    private final Network g;
    private final Times t;
    private final Incremental incremental;
    private final boolean[] percent;
    private final boolean[] dependsOn;
    private final long finish;

    /**
     * Prepares a scratch copy.
     *
     * @param network the network
     * @param honour whether constraint dates win over relationships
     * @param percent the edges whose lag is a percentage of their predecessor's duration
     */
    public Drag(Network network, boolean honour, boolean[] percent) {
        g = network.copy();
        t = new Times(g);
        ForwardPass.run(g, honour, t);
        finish = t.projectFinish;
        incremental = new Incremental(g, t, honour, false);
        this.percent = percent;
        dependsOn = LongestPath.sensitive(g, t);
    }

    /** Returns the drag in working ticks of the project's calendar; below zero where shortening would lengthen the project. */
    public long of(int a) {
        if (!LongestPath.counts(g, a) || g.state[a] == Network.COMPLETE || !(dependsOn[a] || finishBound(a))) {
            return 0;
        }
        long span = g.span[a];
        long remaining = g.remaining[a];
        long fixedFinish = g.fixedFinish[a];
        var placement = g.placement[a];
        g.span[a] = 0;
        g.remaining[a] = 0;
        g.fixedFinish[a] = g.state[a] == Network.IN_PROGRESS ? g.resume[a] : g.fixedStart[a];
        g.placement[a] = null;
        incremental.edited(a);
        long[] lags = dropPercentLags(a);
        incremental.runForward();
        long shorter = g.projectCalendar.work(t.projectFinish, finish);
        incremental.undo();
        g.span[a] = span;
        g.remaining[a] = remaining;
        g.fixedFinish[a] = fixedFinish;
        g.placement[a] = placement;
        for (int i = 0; i < lags.length; i++) {
            g.lag[g.outEdge[g.firstOut[a] + i]] = lags[i];
        }
        return shorter;
    }

    /** A percentage of no duration is no lag. Returns the lags as they were. */
    private long[] dropPercentLags(int a) {
        int first = g.firstOut[a];
        long[] before = new long[g.firstOut[a + 1] - first];
        for (int i = 0; i < before.length; i++) {
            int e = g.outEdge[first + i];
            before[i] = g.lag[e];
            if (percent[e]) {
                g.lag[e] = 0;
                incremental.edited(g.head[e]);
            }
        }
        return before;
    }

    private boolean finishBound(int a) {
        if (g.state[a] != Network.UNSTARTED) {
            return false;
        }
        int up = g.parent[a];
        byte kind = g.constraint[a];
        boolean bound = kind == MFO || kind == FNET || kind == FNLT || (up >= 0 && t.finishBound[up] != Network.BEFORE);
        for (int e = g.firstIn[a]; e < g.firstIn[a + 1]; e++) {
            bound |= g.type[e] > Network.SS;
        }
        return bound;
    }
}
