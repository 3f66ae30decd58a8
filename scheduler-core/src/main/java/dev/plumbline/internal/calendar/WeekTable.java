package dev.plumbline.internal.calendar;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Distinct weeks of distinct days, each a line of stairs: the working ticks up to an instant, counted from a Monday. */
final class WeekTable {

    private static final long DAY = CompiledCalendar.DAY;

    /** The day of a weekday: index 7 * week + weekday, Monday is 0. */
    private final int[] dayOf;

    /** The ticks of a week before a weekday: index 8 * week + weekday. */
    private final int[] before;

    /** The periods of a day: indices from first[day] up to first[day + 1]. */
    private final int[] first;

    private final int[] from;
    private final int[] to;

    /** The ticks of the day before a period. */
    private final int[] sum;

    WeekTable(int[] dayOf, int[][] days) {
        this.dayOf = dayOf;
        this.first = new int[days.length + 1];
        for (int day = 0; day < days.length; day++) {
            first[day + 1] = first[day] + days[day].length / 2;
        }
        this.from = new int[first[days.length]];
        this.to = new int[from.length];
        this.sum = new int[from.length];
        int[] ticks = new int[days.length];
        for (int day = 0; day < days.length; day++) {
            for (int i = first[day]; i < first[day + 1]; i++) {
                from[i] = days[day][2 * (i - first[day])];
                to[i] = days[day][2 * (i - first[day]) + 1];
                sum[i] = ticks[day];
                ticks[day] += to[i] - from[i];
            }
        }
        int weeks = dayOf.length / 7;
        this.before = new int[8 * weeks];
        for (int week = 0; week < weeks; week++) {
            for (int weekday = 0; weekday < 7; weekday++) {
                before[8 * week + weekday + 1] = before[8 * week + weekday] + ticks[dayOf[7 * week + weekday]];
            }
        }
    }

    /** Returns the working ticks of a week. */
    int ticks(int week) {
        return before[8 * week + 7];
    }

    boolean isFull(int week) {
        return ticks(week) == 7 * DAY;
    }

    /** Returns the periods of a weekday, two ticks each. */
    int[] periods(int week, int weekday) {
        int day = dayOf[7 * week + weekday];
        int[] result = new int[2 * (first[day + 1] - first[day])];
        for (int i = 0; i < result.length; i += 2) {
            result[i] = from[first[day] + i / 2];
            result[i + 1] = to[first[day] + i / 2];
        }
        return result;
    }

    /** Returns the ticks up to the midnight at which a day begins, counted from the Monday that is day 0. */
    long upToDay(int week, long day) {
        long whole = Math.floorDiv(day, 7L);
        return whole * before[8 * week + 7] + before[8 * week + (int) (day - 7 * whole)];
    }

    /** Returns the ticks up to a tick of a day, counted from the Monday that is day 0. */
    long upTo(int week, long day, int tickOfDay) {
        long whole = Math.floorDiv(day, 7L);
        int weekday = (int) (day - 7 * whole);
        long result = whole * before[8 * week + 7] + before[8 * week + weekday];
        int pattern = dayOf[7 * week + weekday];
        for (int i = first[pattern + 1] - 1; i >= first[pattern]; i--) {
            if (from[i] < tickOfDay) {
                return result + sum[i] + Math.min(to[i], tickOfDay) - from[i];
            }
        }
        return result;
    }

    /** Returns the tick of the day at which the period around a worked tick of a day ends. */
    int periodEnd(int week, long day, int tickOfDay) {
        int pattern = dayOf[7 * week + (int) Math.floorMod(day, 7L)];
        for (int i = first[pattern]; i < first[pattern + 1]; i++) {
            if (tickOfDay < to[i]) {
                return to[i];
            }
        }
        return (int) DAY;
    }

    /** Returns the first tick up to which this much is worked; the week must not be empty. */
    long earliest(int week, long work) {
        long whole = Math.floorDiv(work - 1, (long) ticks(week));
        int rest = (int) (work - whole * ticks(week));
        int weekday = 6;
        while (before[8 * week + weekday] >= rest) {
            weekday--;
        }
        rest -= before[8 * week + weekday];
        int period = first[dayOf[7 * week + weekday] + 1] - 1;
        while (sum[period] >= rest) {
            period--;
        }
        return instant(whole, weekday, from[period] + rest - sum[period]);
    }

    /** Returns the last tick up to which this much is worked; the week must not be empty. */
    long latest(int week, long work) {
        long whole = Math.floorDiv(work, (long) ticks(week));
        int rest = (int) (work - whole * ticks(week));
        int weekday = 0;
        while (before[8 * week + weekday + 1] <= rest) {
            weekday++;
        }
        rest -= before[8 * week + weekday];
        int period = first[dayOf[7 * week + weekday] + 1] - 1;
        while (sum[period] > rest) {
            period--;
        }
        return instant(whole, weekday, from[period] + rest - sum[period]);
    }

    /** Returns the tick of a time of a week, or the end of time where it lies beyond. */
    private static long instant(long week, int weekday, int tickOfDay) {
        if (Math.abs(week) > Long.MAX_VALUE / (8 * DAY)) {
            return week > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
        return (7 * week + weekday) * DAY + tickOfDay;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WeekTable that
                && Arrays.equals(dayOf, that.dayOf)
                && Arrays.equals(first, that.first)
                && Arrays.equals(from, that.from)
                && Arrays.equals(to, that.to);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(from) + Arrays.hashCode(to);
    }
}
