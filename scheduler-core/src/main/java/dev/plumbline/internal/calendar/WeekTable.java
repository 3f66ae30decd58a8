package dev.plumbline.internal.calendar;

import java.util.Arrays;

/** Distinct weeks of distinct days, each a line of stairs that repeats: the ticks worked up to an instant, counted from a Monday. */
final class WeekTable {

    private static final long DAY = CompiledCalendar.DAY;
    private static final long WEEK = 7 * DAY;

    /** The day of a weekday: index 7 * week + weekday, Monday is 0. */
    private final int[] dayOf;

    /** The periods of each distinct day, two ticks each. */
    private final int[][] days;

    private final Stairs[] stairs;

    WeekTable(int[] dayOf, int[][] days) {
        this.dayOf = dayOf;
        this.days = days;
        this.stairs = new Stairs[dayOf.length / 7];
        for (int week = 0; week < stairs.length; week++) {
            Collector periods = new Collector();
            for (int weekday = 0; weekday < 7; weekday++) {
                periods.add((int) (weekday * DAY), days[dayOf[7 * week + weekday]]);
            }
            stairs[week] = periods.build((int) WEEK);
        }
    }

    /** Returns the working ticks of a week. */
    int ticks(int week) {
        return stairs[week].total();
    }

    boolean isFull(int week) {
        return ticks(week) == WEEK;
    }

    /** Returns the periods of a weekday, two ticks each; read only. */
    int[] periods(int week, int weekday) {
        return days[dayOf[7 * week + weekday]];
    }

    /** Returns the ticks worked up to an instant, counted from the Monday that is tick 0. */
    long upTo(int week, long tick) {
        long whole = Math.floorDiv(tick, WEEK);
        return whole * ticks(week) + stairs[week].upTo((int) (tick - whole * WEEK));
    }

    /** Returns the tick of the day at which the period around a worked tick of a day ends. */
    int periodEnd(int week, long day, int tickOfDay) {
        int[] periods = periods(week, (int) Math.floorMod(day, 7L));
        for (int i = 0; i < periods.length; i += 2) {
            if (tickOfDay < periods[i + 1]) {
                return periods[i + 1];
            }
        }
        return (int) DAY;
    }

    /** Returns the first tick up to which this much is worked; the week must not be empty. */
    long earliest(int week, long work) {
        long whole = Math.floorDiv(work - 1, (long) ticks(week));
        return instant(whole, stairs[week].earliest((int) (work - whole * ticks(week))));
    }

    /** Returns the last tick up to which this much is worked; the week must not be empty. */
    long latest(int week, long work) {
        long whole = Math.floorDiv(work, (long) ticks(week));
        return instant(whole, stairs[week].latest((int) (work - whole * ticks(week))));
    }

    /** Returns the tick of a time of a week, or the end of time where it lies beyond. */
    private static long instant(long week, int tickOfWeek) {
        if (Math.abs(week) > Long.MAX_VALUE / (8 * DAY)) {
            return week > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
        return week * WEEK + tickOfWeek;
    }

    /** Returns whether the other table holds the same weeks under the same numbers. */
    boolean isSame(WeekTable other) {
        return Arrays.equals(dayOf, other.dayOf) && Arrays.deepEquals(days, other.days);
    }

    /** Periods in order of time. */
    static final class Collector {

        private int[] from = new int[16];
        private int[] to = new int[16];
        private int count;

        /** Adds the periods of a day that begins at a tick. */
        void add(int midnight, int[] periods) {
            if (count + periods.length > from.length) {
                from = Arrays.copyOf(from, 2 * from.length + periods.length);
                to = Arrays.copyOf(to, from.length);
            }
            for (int i = 0; i < periods.length; i += 2) {
                from[count] = midnight + periods[i];
                to[count++] = midnight + periods[i + 1];
            }
        }

        Stairs build(int width) {
            return new Stairs(Arrays.copyOf(from, count), Arrays.copyOf(to, count), width);
        }
    }
}
