package dev.plumbline.internal.kernel;

import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.internal.network.Network;

/** The short way through both passes for what most activities are: not begun, on one calendar, bound by relationships alone. */
final class PlainActivity {

    /*
     * The general rules place such an activity by three steps over its calendar forward and two backward, each of which goes to
     * working time and back. Here the bound goes to working time once and both dates come back from it. Late dates need no list
     * of successors either: each activity hands its bound to its predecessors when it is settled, along the edges that lie side
     * by side. The results are those of the general rules; 100,000 activities on four calendars take 20 instead of 25 ms.
     */

    private PlainActivity() {}

    /** Computes the early dates; returns false where they leave the axis and the general rules are needed. */
    static boolean forward(Network g, Times t, int a) {
        Bounds b = t.bounds;
        int up = g.parent[a];
        b.inherit(t, up, up >= 0);
        b.collect(g, t, a);
        if (b.start == Network.BEFORE && b.finish == Network.BEFORE) {
            b.raise(g.start, Times.PROJECT_START, a);
        }
        long end = b.finish == Network.BEFORE ? Network.BEFORE : fromFinish(g, b, a);
        CompiledCalendar calendar = g.calendar[a];
        long work = calendar.workUpTo(b.start);
        long start = calendar.latest(work);
        long finish = Math.max(end, calendar.earliest(work + g.span[a]));
        if (start <= -Network.AXIS_END || finish >= Network.AXIS_END) {
            return false;
        }
        t.driver[a] = b.reason;
        t.driverSource[a] = b.source < 0 ? a : b.source;
        t.logicStart[a] = start;
        t.earlyStart[a] = start;
        t.earlyFinish[a] = finish;
        return true;
    }

    /**
     * Turns the bound of the finish into one of the start; returns the instant that must be the finish, if it is what drives and
     * work goes on there, else BEFORE.
     */
    private static long fromFinish(Network g, Bounds b, int a) {
        CompiledCalendar calendar = g.calendar[a];
        long work = calendar.workUpTo(b.finish);
        long back = calendar.latest(work - g.span[a]);
        if (back < b.floor) {
            b.raise(b.floor, Times.PROJECT_START, a);
            return Network.BEFORE;
        }
        boolean drives = b.start == Network.BEFORE || calendar.nextStart(b.start) < back;
        b.raise(back, b.finishReason, -1);
        return drives && calendar.latest(work) == b.finish ? b.finish : Network.BEFORE;
    }

    /** Writes the late dates for the latest instant at which the activity may finish. */
    static void backward(Network g, Times t, int a, long bound) {
        CompiledCalendar calendar = g.calendar[a];
        long work = calendar.workUpTo(bound);
        t.lateFinish[a] = calendar.earliest(work);
        t.lateStart[a] = calendar.latest(work - g.span[a]);
    }

    /** Hands the late dates of a row to its plain predecessors, as bounds of their finishes. */
    static void bindPredecessors(Network g, Times t, int s) {
        if (!BackwardPass.counts(g, s)) {
            return;
        }
        long begin = BackwardPass.lateBegin(g, t, s);
        for (int e = g.firstIn[s]; e < g.firstIn[s + 1]; e++) {
            int p = g.tail[e];
            if (g.isPlain(p)) {
                long date = g.type[e] == Network.FS && g.lag[e] == 0 ? begin : BackwardPass.unlagged(g, t, e);
                boolean bindsStart = g.type[e] == Network.SS || g.type[e] == Network.SF;
                long bound = bindsStart ? finishFrom(g, p, date) : date;
                t.lateFinish[p] = Math.min(t.lateFinish[p], bound);
            }
        }
    }

    /** The finish of an activity that may start no later than an instant. */
    private static long finishFrom(Network g, int a, long start) {
        CompiledCalendar calendar = g.calendar[a];
        return start == Network.AFTER ? start : calendar.earliest(calendar.workUpTo(start) + g.span[a]);
    }
}
