package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.Network;

/** Places single activities by bounds that are given instead of computed, with the rules of the forward pass. */
final class Placer {

    /*
     * The forward pass itself does the work, on a copy in which nobody has predecessors and every activity is its own summary:
     * what the summary hands down are the bounds.
     */

    private static final byte SNET = 4;
    private static final byte FNET = 6;

    private final Network g;
    private final Times t;
    private final boolean honour;

    Placer(Network network, boolean honour) {
        this.g = network.copy();
        g.firstIn = new int[network.size + 1];
        for (int a = 0; a < g.size; a++) {
            g.parent[a] = a;
        }
        this.t = new Times(g);
        this.honour = honour;
    }

    /**
     * Places an activity; {@link #start} and {@link #finish} then answer.
     *
     * @param startBound the earliest start, or BEFORE
     * @param finishBound the earliest finish, or BEFORE
     * @param floored whether a relationship finish to finish of its own keeps it from beginning before the project
     */
    void place(int a, long startBound, long finishBound, boolean floored) {
        boolean early = floored && finishBound != Network.BEFORE && g.startFrom(a, finishBound) < g.start;
        t.startBound[a] = early ? Math.max(startBound, g.start) : startBound;
        t.finishBound[a] = finishBound;
        ForwardPass.evaluate(g, honour, t, a);
    }

    /** Whether a bound of starts from the summary above holds: a typed one not where the activity has a date of its own. */
    static boolean inheritsStart(Network g, Times t, int a) {
        int up = g.parent[a];
        boolean dated = g.constraint[a] == SNET || g.constraint[a] == FNET;
        return up >= 0 && !(dated && t.boundDriver[up] == Times.MANUAL);
    }

    long start(int a) {
        return t.earlyStart[a];
    }

    long finish(int a) {
        return t.earlyFinish[a];
    }
}
