package dev.plumbline.internal.network;

import dev.plumbline.internal.calendar.CompiledCalendar;

/**
 * An activity whose assignments work on calendars of their own: it starts with the first of them and finishes with the last.
 * One assignment is a calendar, the working ticks from the activity's start to its own, the working ticks it takes, and elapsed ticks by which levelling shifts it.
 */
public final class Placement {

    private final CompiledCalendar[] calendar;
    private final long[] delay;
    private final long[] span;
    private final long[] shift;

    Placement(CompiledCalendar[] calendar, long[] delay, long[] span, long[] shift) {
        this.calendar = calendar;
        this.delay = delay;
        this.span = span;
        this.shift = shift;
    }

    /** Returns how an activity is laid out by all that it asks for. */
    public static Placement of(Requirements q, int a) {
        int first = q.firstUse[a];
        int uses = q.firstUse[a + 1] - first;
        Placement placement = new Placement(new CompiledCalendar[uses], new long[uses], new long[uses], new long[uses]);
        for (int i = 0; i < uses; i++) {
            int u = first + i;
            placement.calendar[i] = q.calendar[u];
            placement.delay[i] = q.begin[q.firstPiece[u]];
            placement.span[i] = q.end[q.endPiece[u] - 1] - placement.delay[i];
            placement.shift[i] = q.shift[u];
        }
        return placement;
    }

    /** Returns the placement of an activity whose duration changed from one amount to another: spans in proportion. */
    public Placement scaled(long from, long to) {
        long[] scaled = new long[span.length];
        for (int i = 0; i < span.length; i++) {
            scaled[i] = Math.round((double) span[i] * to / from);
        }
        return new Placement(calendar, delay, scaled, shift);
    }

    /** Returns the finish of the last assignment. */
    public long finish(long from) {
        long last = Network.BEFORE;
        for (int i = 0; i < span.length; i++) {
            last = Math.max(last, calendar[i].add(from + shift[i], delay[i] + span[i]));
        }
        return last;
    }

    /** Returns the latest start of the assignment that can start last. */
    long start(long to) {
        long last = Network.BEFORE;
        for (int i = 0; i < span.length; i++) {
            last = Math.max(last, calendar[i].add(to, -(delay[i] + span[i])) - shift[i]);
        }
        return last;
    }

    /** Returns the last instant at or before which some assignment can end. */
    long previousFinish(long instant) {
        long last = Network.BEFORE;
        for (CompiledCalendar each : calendar) {
            last = Math.max(last, each.previousFinish(instant));
        }
        return last;
    }

    /** Returns when the first assignment can begin. */
    long nextStart(long instant) {
        long first = Network.AFTER;
        for (int i = 0; i < span.length; i++) {
            if (delay[i] == 0 && shift[i] == 0) {
                first = Math.min(first, calendar[i].nextStart(instant));
            }
        }
        return first == Network.AFTER ? calendar[0].nextStart(instant) : first;
    }
}
