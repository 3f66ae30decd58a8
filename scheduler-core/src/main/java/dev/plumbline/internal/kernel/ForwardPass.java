package dev.plumbline.internal.kernel;

import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.util.Stopped;
import java.util.function.BooleanSupplier;

/** The forward pass of the critical path method: the earliest dates of every activity. */
public final class ForwardPass {

    /*
     * Events come in topological order, so one sweep settles every date: when the sweep reaches an activity, its predecessors
     * and the bounds of the summaries above it are final. O(n + m) calendar steps, no allocation.
     *
     * A relationship bounds the start (FS, SS) or the finish (FF, SF) of its successor; a bound of the finish becomes one of
     * the start by laying the duration backward. The greatest bound wins and is kept as the reason.
     *
     * [1] J. E. Kelley, M. R. Walker: Critical-Path Planning and Scheduling. Proc. EJCC, 1959, pp. 160-173.
     */

    /** The end of the time axis: 1 January 10000. */
    public static final long AXIS_END = Network.AXIS_END;

    private static final byte MSO = 2;
    private static final byte MFO = 3;
    private static final byte SNET = 4;
    private static final byte SNLT = 5;
    private static final byte FNET = 6;
    private static final byte FNLT = 7;

    private ForwardPass() {}

    /** Computes all early dates. */
    public static void run(Network g, boolean honour, Times t) {
        run(g, honour, t, Stopped.NEVER);
    }

    /**
     * Computes all early dates.
     *
     * @throws Stopped if it is told to stop
     */
    public static void run(Network g, boolean honour, Times t, BooleanSupplier stop) {
        int[] order = g.order;
        for (int from = 0; from < order.length; from += Stopped.STEPS) {
            Stopped.check(stop);
            int to = Math.min(order.length, from + Stopped.STEPS);
            for (int i = from; i < to; i++) {
                evaluate(g, honour, t, order[i]);
            }
        }
        finishProject(g, t);
    }

    /** Computes one event from those before it. */
    public static void evaluate(Network g, boolean honour, Times t, int event) {
        if (event < g.size && g.isPlain(event) && PlainActivity.forward(g, t, event)) {
            return;
        }
        if (event >= g.size) {
            beginSummary(g, t, event - g.size);
        } else if (g.summary[event]) {
            endSummary(g, t, event);
        } else if (t.late[event]) {
            asLateAsPossible(t, event);
        } else if (g.state[event] == Network.UNSTARTED) {
            unstarted(g, honour, t, event);
        } else {
            fixed(g, t, event);
        }
    }

    /** Settles the start and finish of the project from the dates of its activities. */
    public static void finishProject(Network g, Times t) {
        long first = Network.AFTER;
        long last = Network.BEFORE;
        for (int a = 0; a < g.size; a++) {
            if (counts(g, a)) {
                first = Math.min(first, t.earlyStart[a]);
                last = Math.max(last, t.earlyFinish[a]);
            }
        }
        t.projectStart = first == Network.AFTER ? g.start : first;
        t.projectFinish = last == Network.BEFORE ? g.start : last;
    }

    /** Returns whether the project starts no later and finishes no earlier than an activity. */
    static boolean counts(Network g, int a) {
        boolean dated = !g.summary[a] || g.state[a] == Network.MANUAL;
        return dated && g.active[a] && g.state[a] != Network.EXTERNAL;
    }

    /** Collects what the rows below a summary inherit: its own relationships and bounds and those of the summary above. */
    private static void beginSummary(Network g, Times t, int s) {
        Bounds b = t.bounds;
        int up = g.parent[s];
        b.inherit(t, up, up >= 0);
        if (g.state[s] == Network.MANUAL) {
            b.raise(g.fixedStart[s], Times.MANUAL, s);
        } else {
            b.collect(g, t, s);
            b.raise(b.floor, Times.PROJECT_START, s);
            if (g.constraint[s] == SNET) {
                b.raise(g.constraintDate[s], Times.CONSTRAINT, s);
            }
        }
        t.startBound[s] = b.start;
        t.finishBound[s] = b.finish;
        t.boundDriver[s] = b.reason;
        t.boundSource[s] = b.source;
        t.finishBoundDriver[s] = b.finishReason;
    }

    /** Takes the dates of the active rows below; a summary without any has none and stays where its bounds put it. */
    private static void endSummary(Network g, Times t, int s) {
        long start = Network.AFTER;
        long finish = Network.BEFORE;
        int first = -1;
        boolean begun = false;
        for (int a = g.firstChild[s]; a >= 0; a = g.nextSibling[a]) {
            if (rollsUp(g, t, a)) {
                long from = g.summary[a] ? Math.min(t.logicStart[a], t.earlyStart[a]) : t.earlyStart[a];
                if (from < start) {
                    start = from;
                    first = g.summary[a] ? t.firstLeaf[a] : a;
                }
                finish = Math.max(
                        finish, g.summary[a] ? Math.max(t.rolledFinish[a], t.earlyFinish[a]) : t.earlyFinish[a]);
                begun |= g.summary[a] ? t.begun[a] : g.started[a];
            }
        }
        t.begun[s] = begun;
        if (start == Network.AFTER) {
            start = t.startBound[s] == Network.BEFORE ? g.start : t.startBound[s];
            finish = start;
        }
        boolean typed = g.state[s] == Network.MANUAL;
        t.logicStart[s] = start;
        t.rolledFinish[s] = finish;
        t.earlyStart[s] = typed ? g.fixedStart[s] : start;
        t.earlyFinish[s] = typed ? g.fixedFinish[s] : finish;
        t.firstLeaf[s] = first;
        t.driver[s] = Times.ROLL_UP;
        t.driverSource[s] = s;
    }

    /** Whether a row counts in the dates of the summary above it. */
    static boolean rollsUp(Network g, Times t, int a) {
        return g.active[a] && g.state[a] != Network.EXTERNAL && !(g.summary[a] && t.firstLeaf[a] < 0);
    }

    private static void fixed(Network g, Times t, int a) {
        t.earlyStart[a] = g.fixedStart[a];
        t.logicStart[a] = g.fixedStart[a];
        t.driverSource[a] = a;
        switch (g.state[a]) {
            case Network.MANUAL -> t.driver[a] = Times.MANUAL;
            case Network.EXTERNAL -> t.driver[a] = Times.EXTERNAL;
            default -> t.driver[a] = Times.ACTUAL;
        }
        t.earlyFinish[a] = clamp(t, a, g.fixedFinish[a]);
    }

    private static void asLateAsPossible(Times t, int a) {
        t.earlyStart[a] = t.lateStart[a];
        t.earlyFinish[a] = t.lateFinish[a];
        t.logicStart[a] = t.lateStart[a];
        t.driver[a] = Times.LATE;
        t.driverSource[a] = a;
    }

    private static long clamp(Times t, int a, long instant) {
        if (instant >= AXIS_END || instant <= -AXIS_END) {
            t.outOfRange = t.outOfRange < 0 ? a : t.outOfRange;
            return instant > 0 ? AXIS_END : -AXIS_END;
        }
        return instant;
    }

    /** The instant that an edge demands of its successor's start (FS, SS) or finish (FF, SF). */
    public static long bound(Network g, Times t, int e) {
        int p = g.tail[e];
        byte type = g.type[e];
        boolean fromFinish = type == Network.FS || type == Network.FF;
        return lagged(g, t, e, fromFinish ? t.earlyFinish[p] : t.earlyStart[p], 1);
    }

    /** Adds the lag of an edge to an instant, or takes it away. */
    public static long lagged(Network g, Times t, int e, long instant, int sign) {
        long lag = g.lag[e];
        if (lag == 0) {
            return instant;
        }
        int p = g.tail[e];
        CompiledCalendar calendar = g.calendar[g.head[e]];
        return switch (g.lagKind[e]) {
            case Network.WORKING -> calendar.add(instant, sign * lag);
            case Network.ELAPSED -> instant + sign * lag;
            case Network.CUT -> sign > 0 ? Network.BEFORE : Network.AFTER;
            case Network.PERCENT ->
                calendar.add(instant, sign * (g.calendar[p].work(t.earlyStart[p], t.earlyFinish[p]) * lag / 10_000));
            default -> instant + sign * (g.calendar[p].work(t.earlyStart[p], t.earlyFinish[p]) * lag / 10_000);
        };
    }

    private static void unstarted(Network g, boolean honour, Times t, int a) {
        Bounds b = t.bounds;
        int up = g.parent[a];
        boolean dated = g.constraint[a] == SNET || g.constraint[a] == FNET;
        b.inherit(t, up, up >= 0 && !(dated && t.boundDriver[up] == Times.MANUAL));
        b.collect(g, t, a);
        if (b.start == Network.BEFORE && b.finish == Network.BEFORE && !dated) {
            b.raise(g.start, Times.PROJECT_START, a);
        }
        layBackward(g, b, a);
        if (g.constraint[a] == SNET) {
            b.raise(g.constraintDate[a], Times.CONSTRAINT, a);
        } else if (g.constraint[a] == FNET && b.start == Network.BEFORE) {
            b.raise(g.startFrom(a, g.constraintDate[a]), Times.CONSTRAINT, a);
        }
        t.driver[a] = b.reason;
        t.driverSource[a] = b.source < 0 ? a : b.source;
        long logic = clamp(t, a, g.nextStart(a, b.start));
        long early = bend(g, honour, t, a, logic);
        if (g.delay[a] > 0) {
            early = g.nextStart(a, early + g.delay[a]);
            logic = g.nextStart(a, logic + g.delay[a]);
            b.finishDrives = false;
        }
        t.logicStart[a] = logic;
        t.earlyStart[a] = clamp(t, a, early);
        t.earlyFinish[a] = clamp(t, a, finishOf(g, b, a, t.earlyStart[a]));
    }

    /** Turns a bound of the finish into one of the start. */
    private static void layBackward(Network g, Bounds b, int a) {
        if (b.finish == Network.BEFORE) {
            return;
        }
        long backward = g.startFrom(a, b.finish);
        if (backward < b.floor) {
            b.raise(b.floor, Times.PROJECT_START, a);
            return;
        }
        boolean drives = b.start == Network.BEFORE || g.nextStart(a, b.start) < backward;
        b.raise(backward, b.finishReason, -1);
        b.finishDrives = drives;
    }

    /** The start after constraints that overrule relationships. */
    private static long bend(Network g, boolean honour, Times t, int a, long early) {
        if (g.constraint[a] <= 1 || g.constraint[a] == SNET) {
            return early;
        }
        long bent = constrained(g, honour, a, early);
        if (bent != early) {
            t.driver[a] = Times.CONSTRAINT;
            t.driverSource[a] = a;
            t.bounds.finishDrives = false;
        }
        return bent;
    }

    /** The finish; one that is bound keeps the instant that binds it where no working time lies between. */
    private static long finishOf(Network g, Bounds b, int a, long start) {
        long end = g.finishFrom(a, start);
        boolean exact = b.finishDrives
                && b.finish > end
                && g.between(a, end, b.finish) == 0
                && g.calendar[a].nextStart(b.finish) == b.finish;
        return exact ? b.finish : end;
    }

    /** The start after constraints other than "start no earlier than". */
    private static long constrained(Network g, boolean honour, int a, long early) {
        long date = g.constraintDate[a];
        return switch (g.constraint[a]) {
            case MSO -> honour ? g.nextStart(a, date) : Math.max(early, g.nextStart(a, date));
            case MFO -> honour ? g.startFrom(a, date) : Math.max(early, g.startFrom(a, date));
            case SNLT -> honour ? Math.min(early, g.nextStart(a, date)) : early;
            case FNET -> Math.max(early, g.startFrom(a, date));
            case FNLT -> honour ? Math.min(early, g.startFrom(a, date)) : early;
            default -> early;
        };
    }
}
