package dev.plumbline.internal.kernel;

import static dev.plumbline.internal.kernel.HourAxis.HOURS;

import dev.plumbline.internal.calendar.CompiledCalendar;
import java.util.Arrays;

/** What is free of one resource, hour by hour. */
final class SlowTimeline {

    final CompiledCalendar[] calendars;
    final boolean[][] worked;
    final long[] capacity = new long[HOURS];
    final long[][] used;
    int extraPercent;

    SlowTimeline(CompiledCalendar[] calendars) {
        this.calendars = calendars;
        this.worked = Arrays.stream(calendars).map(HourAxis::worked).toArray(boolean[][]::new);
        this.used = new long[calendars.length][HOURS];
    }

    void book(int kind, int from, int to, long units) {
        for (int hour = from; hour < to; hour++) {
            used[kind][hour] += units;
        }
    }

    private long most(int hour) {
        return capacity[hour] + capacity[hour] * extraPercent / 100;
    }

    boolean isTooMuch(int kind, long units, int hour) {
        long asked = units;
        for (int k = 0; k < calendars.length; k++) {
            asked += worked[k][hour] ? used[k][hour] : 0;
        }
        return worked[kind][hour] && asked > most(hour);
    }

    /** Whether nothing that other calendars do could make room in an hour. */
    boolean isTakenByItsOwn(int kind, long units, int hour) {
        return used[kind][hour] + units > most(hour);
    }

    int firstConflict(int kind, long units, int from, int to) {
        int hour = from;
        while (hour < to && !isTooMuch(kind, units, hour)) {
            hour++;
        }
        return hour;
    }

    boolean fits(int kind, long units, int from, int to) {
        return firstConflict(kind, units, from, to) == to;
    }

    int nextWorked(int kind, int from) {
        int hour = from;
        while (hour < HOURS && !worked[kind][hour]) {
            hour++;
        }
        return hour;
    }

    /** The end of so many worked hours; behind the axis if they end there. */
    int end(int kind, int from, int length) {
        int left = length;
        int hour = from;
        while (left > 0 && hour < HOURS) {
            left -= worked[kind][hour++] ? 1 : 0;
        }
        return left > 0 ? HOURS + 1 : hour;
    }

    /** Whether work can start in an hour. */
    boolean starts(int kind, long units, int start, int length) {
        int end = end(kind, start, length);
        return end <= HOURS && worked[kind][start] && fits(kind, units, start, end);
    }
}
