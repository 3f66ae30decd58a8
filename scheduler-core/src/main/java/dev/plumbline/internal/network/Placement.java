package dev.plumbline.internal.network;

import dev.plumbline.internal.calendar.CompiledCalendar;

/**
 * An activity whose assignments work on calendars of their own: it starts with the first of them and finishes with the last.
 * One assignment is a calendar, the working ticks from the activity's start to its own, and the working ticks it takes.
 */
public final class Placement {

    private final CompiledCalendar[] calendar;
    private final long[] delay;
    private final long[] span;

    Placement(CompiledCalendar[] calendar, long[] delay, long[] span) {
        this.calendar = calendar;
        this.delay = delay;
        this.span = span;
    }

    /** Returns the placement of an activity whose duration changed from one amount to another: spans in proportion. */
    public Placement scaled(long from, long to) {
        long[] scaled = new long[span.length];
        for (int i = 0; i < span.length; i++) {
            scaled[i] = Math.round((double) span[i] * to / from);
        }
        return new Placement(calendar, delay, scaled);
    }

    /** Returns the finish of the last assignment. */
    long finish(long from) {
        long last = Network.BEFORE;
        for (int i = 0; i < span.length; i++) {
            last = Math.max(last, calendar[i].add(from, delay[i] + span[i]));
        }
        return last;
    }

    /** Returns the latest start of the assignment that can start last. */
    long start(long to) {
        long last = Network.BEFORE;
        for (int i = 0; i < span.length; i++) {
            last = Math.max(last, calendar[i].add(to, -(delay[i] + span[i])));
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
            if (delay[i] == 0) {
                first = Math.min(first, calendar[i].nextStart(instant));
            }
        }
        return first == Network.AFTER ? calendar[0].nextStart(instant) : first;
    }
}
