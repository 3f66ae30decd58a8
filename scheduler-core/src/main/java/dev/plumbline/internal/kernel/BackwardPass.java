package dev.plumbline.internal.kernel;

import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.util.Stopped;
import java.util.function.BooleanSupplier;

/** The backward pass of the critical path method: the latest dates that delay nothing. */
public final class BackwardPass {

    /*
     * The forward pass's order, backward: when the sweep reaches an activity, its successors and the bounds of the summaries
     * above it are final. Each relationship takes its lag off the successor's late date and bounds the predecessor's finish,
     * directly (FS, FF) or by laying the duration forward from a bound of the start (SS, SF). O(n + m), no allocation.
     */

    private static final byte MSO = 2;
    private static final byte MFO = 3;
    private static final byte SNET = 4;
    private static final byte SNLT = 5;
    private static final byte FNLT = 7;

    /** Held back by the finish of the project. */
    public static final int PROJECT_FINISH = -1;

    /** Held back by the activity's own constraint. */
    public static final int CONSTRAINT = -2;

    /** Held back by its deadline. */
    public static final int DEADLINE = -3;

    /** Held back by the constraint of a summary above. */
    public static final int SUMMARY = -4;

    private BackwardPass() {}

    /** Computes all late dates from the finish of the project. */
    public static void run(Network g, boolean honour, boolean openEndsCritical, Times t) {
        run(g, honour, openEndsCritical, t, Stopped.NEVER);
    }

    /**
     * Computes all late dates from the finish of the project.
     *
     * @throws Stopped if it is told to stop
     */
    public static void run(Network g, boolean honour, boolean openEndsCritical, Times t, BooleanSupplier stop) {
        for (int a = 0; a < g.size; a++) {
            t.lateFinish[a] = g.isPlain(a) ? Network.AFTER : t.lateFinish[a];
        }
        for (int to = g.order.length; to > 0; to -= Stopped.STEPS) {
            Stopped.check(stop);
            int from = Math.max(0, to - Stopped.STEPS);
            for (int i = to - 1; i >= from; i--) {
                step(g, honour, openEndsCritical, t, g.order[i]);
            }
        }
    }

    private static void step(Network g, boolean honour, boolean openEndsCritical, Times t, int event) {
        if (event < g.size && g.isPlain(event)) {
            settle(g, openEndsCritical, t, event, t.lateFinish[event]);
        } else {
            evaluate(g, honour, openEndsCritical, t, event);
        }
        if (event >= g.size) {
            PlainActivity.bindPredecessors(g, t, event - g.size);
        } else if (!g.summary[event]) {
            PlainActivity.bindPredecessors(g, t, event);
        }
    }

    /** Computes one event from those after it. */
    public static void evaluate(Network g, boolean honour, boolean openEndsCritical, Times t, int event) {
        if (event >= g.size) {
            rollUp(g, t, event - g.size);
        } else if (g.summary[event]) {
            boundRowsBelow(g, t, event);
        } else {
            leaf(g, honour, openEndsCritical, t, event);
        }
    }

    /** At the end of a summary: what bounds the finishes of the rows below. */
    private static void boundRowsBelow(Network g, Times t, int s) {
        long bound = boundFromAbove(g, t, s);
        for (int i = g.firstOut[s]; i < g.firstOut[s + 1]; i++) {
            int e = g.outEdge[i];
            if (counts(g, g.head[e]) && (g.type[e] == Network.FS || g.type[e] == Network.FF)) {
                bound = Math.min(bound, unlagged(g, t, e));
            }
        }
        if (g.constraint[s] == FNLT) {
            bound = Math.min(bound, g.constraintDate[s]);
        }
        t.lateBound[s] = bound;
    }

    /** What the summary above demands; a manual summary demands nothing of rows that have a start date of their own. */
    private static long boundFromAbove(Network g, Times t, int a) {
        int up = g.parent[a];
        boolean free = up < 0 || (g.state[up] == Network.MANUAL && g.constraint[a] == SNET);
        return free ? Network.AFTER : t.lateBound[up];
    }

    /** At the begin of a summary: its late dates are settled by the rows below. */
    private static void rollUp(Network g, Times t, int s) {
        long start = Network.AFTER;
        long finish = Network.BEFORE;
        for (int a = g.firstChild[s]; a >= 0; a = g.nextSibling[a]) {
            if (ForwardPass.rollsUp(g, t, a)) {
                boolean typed = g.state[a] == Network.MANUAL;
                start = Math.min(start, typed ? t.logicStart[a] : t.lateStart[a]);
                finish = Math.max(finish, typed && !g.summary[a] ? t.earlyFinish[a] : t.lateFinish[a]);
            }
        }
        if (g.state[s] == Network.MANUAL && start != Network.AFTER) {
            start = Math.max(start, g.fixedStart[s]);
            finish = Math.max(finish, g.fixedFinish[s]);
        }
        t.lateStart[s] = start == Network.AFTER ? t.earlyStart[s] : start;
        t.lateFinish[s] = start == Network.AFTER ? Math.max(t.earlyFinish[s], t.projectFinish) : finish;
    }

    /** Whether a successor holds back its predecessors: it takes part and is not finished. */
    static boolean counts(Network g, int successor) {
        return g.active[successor] && g.state[successor] != Network.COMPLETE;
    }

    /** When a successor must begin, before its levelling delay; one in progress with its remaining work. */
    public static long lateBegin(Network g, Times t, int s) {
        if (g.state[s] == Network.IN_PROGRESS) {
            return g.remainingStart(s, t.lateFinish[s]);
        }
        return t.lateStart[s] - Math.max(0, g.delay[s]);
    }

    /** The successor's late date that an edge ties, without the lag. */
    static long unlagged(Network g, Times t, int e) {
        int s = g.head[e];
        byte type = g.type[e];
        long date;
        if (type == Network.FS || type == Network.SS) {
            date = lateBegin(g, t, s);
        } else {
            date = t.lateFinish[s];
        }
        return ForwardPass.lagged(g, t, e, date, -1);
    }

    private static void leaf(Network g, boolean honour, boolean openEndsCritical, Times t, int a) {
        if (g.state[a] == Network.COMPLETE) {
            t.lateStart[a] = t.earlyStart[a];
            t.lateFinish[a] = t.earlyFinish[a];
            return;
        }
        long ties = Network.AFTER;
        for (int i = g.firstOut[a]; i < g.firstOut[a + 1]; i++) {
            int e = g.outEdge[i];
            if (counts(g, g.head[e])) {
                ties = Math.min(ties, finishBound(g, t, a, e));
            }
        }
        if (g.isPlain(a)) {
            settle(g, openEndsCritical, t, a, ties);
            return;
        }
        long bound = bound(g, openEndsCritical, t, a, ties);
        bound = constrained(g, honour, a, bound);
        bound = Math.min(bound, g.deadline[a]);
        t.lateFinish[a] = g.state[a] == Network.MANUAL ? bound : g.previousFinish(a, bound);
        if (g.delay[a] < 0 && t.late[a]) {
            t.lateFinish[a] = g.previousFinish(a, t.lateFinish[a] + g.delay[a]);
        }
        t.lateStart[a] = g.state[a] == Network.IN_PROGRESS ? g.fixedStart[a] : g.startFrom(a, t.lateFinish[a]);
    }

    /** Writes the late dates of a plain activity that its successors bind. */
    private static void settle(Network g, boolean openEndsCritical, Times t, int a, long ties) {
        PlainActivity.backward(g, t, a, Math.min(bound(g, openEndsCritical, t, a, ties), g.deadline[a]));
    }

    /** What successors, the summaries above and the end of the project allow the finish of an activity. */
    private static long bound(Network g, boolean openEndsCritical, Times t, int a, long ties) {
        long bound = Math.min(ties, boundFromAbove(g, t, a));
        if (g.startTied) {
            bound = Math.min(bound, startTies(g, t, a));
        }
        if (bound == Network.AFTER) {
            return openEndsCritical ? t.earlyFinish[a] : t.projectFinish;
        }
        return Math.min(bound, t.projectFinish);
    }

    /** What ties the start of a summary binds the row below that starts first. */
    private static long startTies(Network g, Times t, int a) {
        long bound = Network.AFTER;
        for (int s = g.parent[a]; s >= 0 && t.firstLeaf[s] == a; s = g.parent[s]) {
            for (int i = g.firstOut[s]; i < g.firstOut[s + 1]; i++) {
                int e = g.outEdge[i];
                if ((g.type[e] == Network.SS || g.type[e] == Network.SF) && counts(g, g.head[e])) {
                    bound = Math.min(bound, finishBound(g, t, a, e));
                }
            }
        }
        return bound;
    }

    /** Returns what gives an unfinished leaf its late finish: the number of an edge, or one of the reasons. */
    public static int holder(Network g, boolean honour, Times t, int a) {
        int reason = PROJECT_FINISH;
        long least = t.projectFinish;
        for (int s = a; s >= 0; s = g.parent[s]) {
            for (int i = g.firstOut[s]; i < g.firstOut[s + 1]; i++) {
                int e = g.outEdge[i];
                long bound = tieOf(g, t, a, s, e);
                if (bound < least || (bound == least && reason == PROJECT_FINISH)) {
                    least = bound;
                    reason = e;
                }
            }
            if (s != a && g.constraint[s] == FNLT && g.constraintDate[s] < least) {
                least = g.constraintDate[s];
                reason = SUMMARY;
            }
        }
        long own = constrained(g, honour, a, least);
        reason = own == least ? reason : CONSTRAINT;
        return g.deadline[a] < own ? DEADLINE : reason;
    }

    /** What an edge out of an activity, or out of a summary above it, allows the activity's finish. */
    private static long tieOf(Network g, Times t, int a, int owner, int e) {
        boolean ties = owner == a || g.type[e] == Network.FS || g.type[e] == Network.FF || t.firstLeaf[owner] == a;
        return ties && counts(g, g.head[e]) ? finishBound(g, t, a, e) : Network.AFTER;
    }

    /** The latest finish that an outgoing edge allows. */
    static long finishBound(Network g, Times t, int a, int e) {
        long date = unlagged(g, t, e);
        if (g.type[e] == Network.FS || g.type[e] == Network.FF) {
            return date;
        }
        if (g.state[a] == Network.IN_PROGRESS || date == Network.AFTER) {
            return Network.AFTER;
        }
        return g.finishFrom(a, g.nextStart(a, date));
    }

    private static long constrained(Network g, boolean honour, int a, long bound) {
        if (g.state[a] != Network.UNSTARTED) {
            return bound;
        }
        long date = g.constraintDate[a];
        return switch (g.constraint[a]) {
            case MSO ->
                honour ? g.finishFrom(a, g.nextStart(a, date)) : Math.min(bound, g.finishFrom(a, g.nextStart(a, date)));
            case MFO -> honour ? date : Math.min(bound, date);
            case SNLT -> Math.min(bound, g.finishFrom(a, g.nextStart(a, date)));
            case FNLT -> Math.min(bound, date);
            default -> bound;
        };
    }

    /** The calendar on which the gap between two activities is counted. */
    @SuppressWarnings("ReferenceEquality") // equal calendars of a network are one object
    static CompiledCalendar gapCalendar(Network g, int predecessor, int successor) {
        return g.calendar[predecessor] == g.calendar[successor] ? g.calendar[predecessor] : g.projectCalendar;
    }
}
