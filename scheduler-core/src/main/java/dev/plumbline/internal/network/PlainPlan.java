package dev.plumbline.internal.network;

import dev.plumbline.internal.calendar.CompiledCalendar;
import org.jspecify.annotations.Nullable;

/** Tells the plans that pure working time can express. */
final class PlainPlan {

    static final byte SNET = 4;
    private static final byte FNLT = 7;

    /** The farthest that dates of a flat plan lie from its start; see {@link FlatNetwork}. */
    private static final long REACH = 1L << 30;

    private PlainPlan() {}

    /** Returns the calendar of all activities of a plain plan; null if the plan is not plain. */
    static @Nullable CompiledCalendar calendar(Network g) {
        if (g.finish != Network.AFTER || !plainEdges(g)) {
            return null;
        }
        CompiledCalendar calendar = null;
        for (int a = 0; a < g.size; a++) {
            if (!g.summary[a]) {
                calendar = calendar == null ? g.calendar[a] : calendar;
            }
            if (!fits(g, a, calendar)) {
                return null;
            }
        }
        return calendar != null && calendar.isEndless() && within(g, calendar) ? calendar : null;
    }

    @SuppressWarnings("ReferenceEquality") // equal calendars of a network are one object
    private static boolean fits(Network g, int a, @Nullable CompiledCalendar calendar) {
        return g.summary[a] ? plainSummary(g, a) : g.calendar[a] == calendar && g.delay[a] == 0 && plainActivity(g, a);
    }

    /** Marks an activity that passes can place the short way. */
    static void mark(Network g, int a) {
        g.plain[a] = !g.summary[a] && plainActivity(g, a) && g.constraint[a] == 0 && g.calendar[a].isEndless();
    }

    private static boolean plainActivity(Network g, int a) {
        return g.active[a]
                && g.state[a] == Network.UNSTARTED
                && (g.constraint[a] == 0 || g.constraint[a] == SNET)
                && g.placement[a] == null
                && !g.elapsed[a]
                && g.span[a] >= 0;
    }

    /** A summary that hands nothing down. */
    private static boolean plainSummary(Network g, int s) {
        return g.active[s]
                && g.state[s] == Network.UNSTARTED
                && g.constraint[s] != SNET
                && g.constraint[s] != FNLT
                && g.firstIn[s] == g.firstIn[s + 1]
                && g.firstOut[s] == g.firstOut[s + 1];
    }

    private static boolean plainEdges(Network g) {
        for (byte kind : g.lagKind) {
            if (kind != Network.WORKING) {
                return false;
            }
        }
        return true;
    }

    /** Whether no date can leave the time axis. */
    private static boolean within(Network g, CompiledCalendar calendar) {
        long origin = calendar.workUpTo(g.start);
        return calendar.workUpTo(Network.AXIS_END) - origin > REACH
                && origin - calendar.workUpTo(-Network.AXIS_END) > REACH;
    }
}
