package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.Network;

/** The lower bounds of one event while it is computed, and what each comes from. One object serves a whole pass. */
final class Bounds {

    /** The greatest bound of the start, or BEFORE. */
    long start;

    /** What the bound of the start comes from: an edge or a reason. */
    int reason;

    /** Whose constraint or typed date it is. */
    int source;

    /** The greatest bound of the finish, or BEFORE. */
    long finish;

    /** What the bound of the finish comes from. */
    int finishReason;

    /** What a start laid backward from a finish can't go below: finish to finish never begins before the project. */
    long floor;

    /** Whether the finish is what is bound, and the start follows. */
    boolean finishDrives;

    /** Begins with what the summary above hands down, or with nothing. */
    void inherit(Times t, int up, boolean inheritsStart) {
        start = inheritsStart ? t.startBound[up] : Network.BEFORE;
        reason = inheritsStart ? t.boundDriver[up] : 0;
        source = inheritsStart ? t.boundSource[up] : -1;
        finish = up < 0 ? Network.BEFORE : t.finishBound[up];
        finishReason = up < 0 ? 0 : t.finishBoundDriver[up];
        floor = Network.BEFORE;
        finishDrives = false;
    }

    /** Takes in the incoming edges. */
    void collect(Network g, Times t, int a) {
        for (int e = g.firstIn[a]; e < g.firstIn[a + 1]; e++) {
            long bound = ForwardPass.bound(g, t, e);
            if (g.type[e] <= Network.SS) {
                raise(bound, e, -1);
            } else {
                raiseFinish(bound, e, g.type[e] == Network.FF ? g.start : floor);
            }
        }
    }

    /** Raises the bound of the finish; where there is one, the start laid backward from it gets a floor. */
    void raiseFinish(long bound, int edge, long floorOfStart) {
        if (bound != Network.BEFORE) {
            floor = floorOfStart;
            if (bound > finish) {
                finish = bound;
                finishReason = edge;
            }
        }
    }

    /** Raises the bound of the start. */
    void raise(long bound, int why, int whose) {
        if (bound > start) {
            start = bound;
            reason = why;
            source = whose;
            finishDrives = false;
        }
    }
}
