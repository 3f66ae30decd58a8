package dev.plumbline.internal.kernel;

import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.internal.network.Network;

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
    public static final long AXIS_END = 2_932_897L * 14_400;

    private static final byte MSO = 2;
    private static final byte MFO = 3;
    private static final byte SNET = 4;
    private static final byte SNLT = 5;
    private static final byte FNET = 6;
    private static final byte FNLT = 7;

    private ForwardPass() {}

    /** Computes all early dates. */
    public static void run(Network g, boolean honour, Times t) {
        for (int event : g.order) {
            evaluate(g, honour, t, event);
        }
        finishProject(g, t);
    }

    /** Computes one event from those before it. */
    public static void evaluate(Network g, boolean honour, Times t, int event) {
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
            boolean counts = !g.summary[a] || g.state[a] == Network.MANUAL;
            if (counts && g.active[a] && g.state[a] != Network.EXTERNAL) {
                first = Math.min(first, t.earlyStart[a]);
                last = Math.max(last, t.earlyFinish[a]);
            }
        }
        t.projectStart = first == Network.AFTER ? g.start : first;
        t.projectFinish = last == Network.BEFORE ? g.start : last;
    }

    /** Collects what the rows below a summary inherit: its own relationships and bounds and those of the summary above. */
    private static void beginSummary(Network g, Times t, int s) {
        int up = g.parent[s];
        long start = up < 0 ? Network.BEFORE : t.startBound[up];
        long finish = up < 0 ? Network.BEFORE : t.finishBound[up];
        int reason = up < 0 ? 0 : t.boundDriver[up];
        int source = up < 0 ? 0 : t.boundSource[up];
        int finishReason = up < 0 ? 0 : t.finishBoundDriver[up];
        if (g.state[s] == Network.MANUAL) {
            if (g.fixedStart[s] > start) {
                start = g.fixedStart[s];
                reason = Times.MANUAL;
                source = s;
            }
        } else {
            for (int e = g.firstIn[s]; e < g.firstIn[s + 1]; e++) {
                long bound = bound(g, t, e);
                if (g.type[e] <= Network.SS && bound > start) {
                    start = bound;
                    reason = e;
                } else if (g.type[e] > Network.SS && bound > finish) {
                    finish = bound;
                    finishReason = e;
                }
                if (g.type[e] == Network.FF && g.start > start) {
                    start = g.start;
                    reason = Times.PROJECT_START;
                }
            }
            if (g.constraint[s] == SNET && g.constraintDate[s] > start) {
                start = g.constraintDate[s];
                reason = Times.CONSTRAINT;
                source = s;
            }
        }
        t.startBound[s] = start;
        t.finishBound[s] = finish;
        t.boundDriver[s] = reason;
        t.boundSource[s] = source;
        t.finishBoundDriver[s] = finishReason;
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
            case Network.PERCENT ->
                calendar.add(instant, sign * (g.calendar[p].work(t.earlyStart[p], t.earlyFinish[p]) * lag / 10_000));
            default -> instant + sign * (g.calendar[p].work(t.earlyStart[p], t.earlyFinish[p]) * lag / 10_000);
        };
    }

    private static void unstarted(Network g, boolean honour, Times t, int a) {
        int up = g.parent[a];
        boolean dated = g.constraint[a] == SNET || g.constraint[a] == FNET;
        boolean inherits = up >= 0 && !(dated && t.boundDriver[up] == Times.MANUAL);
        long start = inherits ? t.startBound[up] : Network.BEFORE;
        int reason = inherits ? t.boundDriver[up] : 0;
        t.driverSource[a] = inherits ? t.boundSource[up] : a;
        long finish = up < 0 ? Network.BEFORE : t.finishBound[up];
        int finishReason = up < 0 ? 0 : t.finishBoundDriver[up];
        long floor = Network.BEFORE; // finish to finish never begins before the project
        for (int e = g.firstIn[a]; e < g.firstIn[a + 1]; e++) {
            long bound = bound(g, t, e);
            if (g.type[e] <= Network.SS) {
                if (bound > start) {
                    start = bound;
                    reason = e;
                }
            } else {
                floor = g.type[e] == Network.FF ? g.start : floor;
                if (bound > finish) {
                    finish = bound;
                    finishReason = e;
                }
            }
        }
        if (start == Network.BEFORE && finish == Network.BEFORE) {
            start = dated ? Network.BEFORE : g.start;
            reason = Times.PROJECT_START;
        }
        boolean finishDrives = false;
        if (finish != Network.BEFORE) {
            long backward = g.startFrom(a, finish);
            if (backward < floor) {
                backward = floor;
                finishReason = Times.PROJECT_START;
            } else {
                finishDrives = start == Network.BEFORE || g.nextStart(a, start) < backward;
            }
            if (backward > start) {
                start = backward;
                reason = finishReason;
            }
        }
        if (g.constraint[a] == SNET && g.constraintDate[a] > start) {
            start = g.constraintDate[a];
            reason = Times.CONSTRAINT;
            t.driverSource[a] = a;
            finishDrives = false;
        }
        if (g.constraint[a] == FNET && start == Network.BEFORE) {
            start = g.startFrom(a, g.constraintDate[a]);
            reason = Times.CONSTRAINT;
            t.driverSource[a] = a;
        }
        t.driver[a] = reason;
        long early = g.nextStart(a, start);
        t.logicStart[a] = clamp(t, a, early);
        if (g.constraint[a] > 1 && g.constraint[a] != SNET) {
            long bent = constrained(g, honour, a, early);
            if (bent != early) {
                early = bent;
                t.driver[a] = Times.CONSTRAINT;
                t.driverSource[a] = a;
                finishDrives = false;
            }
        }
        if (g.delay[a] != 0) {
            early = g.nextStart(a, early + g.delay[a]);
            t.logicStart[a] = g.nextStart(a, t.logicStart[a] + g.delay[a]);
            finishDrives = false;
        }
        early = clamp(t, a, early);
        long end = g.finishFrom(a, early);
        if (finishDrives
                && finish > end
                && g.between(a, end, finish) == 0
                && g.calendar[a].nextStart(finish) == finish) {
            end = finish;
        }
        t.earlyStart[a] = early;
        t.earlyFinish[a] = clamp(t, a, end);
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
