package dev.plumbline.internal.calendar;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * When work is done, as tables of primitives. Immutable. All instants are ticks since 1970-01-01T00:00, all amounts working
 * ticks. Where {@link #hasWorkingTime()} is false, there is no next start and no previous finish, only what
 * the methods return in their place.
 */
public final class CompiledCalendar {

    /*
     * Time is cut into segments, each of which repeats one week: the usual one, a dated one, or seven equal days for a day or
     * range of exceptions. The first segment has no beginning and the last no end, so nothing is ever expanded up to a
     * horizon, and an exception from the year 1 to 9999 is one segment.
     *
     * Within a segment the working ticks up to an instant are a line of stairs that repeats every week; an offset a segment
     * joins the stairs to one function C over all time, which never falls. Everything is C and its two inverses:
     *
     *     work(a, b)        = C(b) - C(a)
     *     add(t, w > 0)     = the earliest instant with C = C(t) + w        previousFinish(t) = the earliest with C = C(t)
     *     add(t, w < 0)     = the latest instant with C = C(t) + w          nextStart(t)      = the latest with C = C(t)
     *
     * An index finds the segment in a step or two, the rest is arithmetic. Between the first exception and the last, where
     * segments are many and short, one line of stairs over all their periods answers at once, unless they lie too far apart.
     * Nothing is allocated.
     */

    static final long DAY = 14_400;

    /** 1970-01-01 was a Thursday: three days after the Monday from which weeks are counted. */
    private static final int EPOCH_WEEKDAY = 3;

    /** The ticks between that Monday and 1970. */
    private static final long EPOCH = EPOCH_WEEKDAY * DAY;

    /** The most days that one line of stairs covers: a hundred years. */
    private static final long WINDOW_DAYS = 36_525;

    private final long[] start;
    private final long[] startWork;
    private final long[] offset;
    private final int[] week;
    private final WeekTable weeks;
    private final SegmentIndex byDay;
    private final SegmentIndex byWork;
    private final boolean roundTheClock;
    private final boolean working;
    private final long windowStart;
    private final long windowWidth;
    private final long windowWork;
    private final long windowTotal;
    private final @Nullable Stairs window;

    CompiledCalendar(long[] start, int[] week, WeekTable weeks) {
        this.start = start;
        this.week = week;
        this.weeks = weeks;
        this.startWork = new long[start.length];
        this.offset = new long[start.length];
        startWork[0] = Long.MIN_VALUE;
        boolean always = weeks.isFull(week[0]);
        boolean ever = weeks.ticks(week[0]) > 0;
        for (int i = 1; i < start.length; i++) {
            startWork[i] = offset[i - 1] + weeks.upTo(week[i - 1], start[i] * DAY + EPOCH);
            offset[i] = startWork[i] - weeks.upTo(week[i], start[i] * DAY + EPOCH);
            always &= weeks.isFull(week[i]);
            ever |= i + 1 == start.length ? weeks.ticks(week[i]) > 0 : works(i, start[i + 1]);
        }
        this.byDay = new SegmentIndex(start);
        this.byWork = new SegmentIndex(startWork);
        this.roundTheClock = always;
        this.working = ever;
        int last = start.length - 1;
        this.window = last < 2 || start[last] - start[1] > WINDOW_DAYS ? null : stairs();
        this.windowStart = window == null ? 0 : start[1] * DAY;
        this.windowWidth = window == null ? 0 : (start[last] - start[1]) * DAY;
        this.windowWork = window == null ? 0 : startWork[1];
        this.windowTotal = window == null ? 0 : window.total();
    }

    /** All periods from the first exception to the last. */
    private Stairs stairs() {
        WeekTable.Collector periods = new WeekTable.Collector();
        int last = start.length - 1;
        for (int segment = 1; segment < last; segment++) {
            for (long day = start[segment]; day < start[segment + 1]; day++) {
                int weekday = (int) Math.floorMod(day + EPOCH_WEEKDAY, 7L);
                periods.add((int) ((day - start[1]) * DAY), weeks.periods(week[segment], weekday));
            }
        }
        return periods.build((int) ((start[last] - start[1]) * DAY));
    }

    private boolean works(int segment, long end) {
        return offset[segment] + weeks.upTo(week[segment], end * DAY + EPOCH) > startWork[segment];
    }

    /** Returns the working periods of a day, each as two ticks of the day: its first, and the one after its last. */
    public int[] hoursOn(long epochDay) {
        int segment = byDay.find(epochDay);
        return weeks.periods(week[segment], (int) Math.floorMod(epochDay + EPOCH_WEEKDAY, 7L))
                .clone();
    }

    /** Returns whether any time is worked, ever. */
    public boolean hasWorkingTime() {
        return working;
    }

    /** Returns whether work never ends, neither way: every amount of work up to an instant has instants. */
    public boolean isEndless() {
        return weeks.ticks(week[0]) > 0 && weeks.ticks(week[week.length - 1]) > 0;
    }

    /** Returns whether every instant is worked. */
    public boolean isRoundTheClock() {
        return roundTheClock;
    }

    /** Returns the working ticks from one instant to another; negative if the second is earlier. */
    public long work(long from, long to) {
        return roundTheClock ? to - from : workUpTo(to) - workUpTo(from);
    }

    /**
     * Returns the instant at which an amount of working ticks has passed: the earliest for a positive amount, the latest for a
     * negative one, the same instant for none. {@code Long.MAX_VALUE} or {@code Long.MIN_VALUE} if there is no such instant,
     * since after or before some day nothing is worked any more.
     */
    public long add(long from, long amount) {
        if (amount == 0) {
            return from;
        }
        long base = roundTheClock ? from : workUpTo(from);
        long target = base + amount;
        if (((base ^ target) & (amount ^ target)) < 0) {
            return amount > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
        if (roundTheClock) {
            return target;
        }
        return amount > 0 ? earliest(target, Long.MAX_VALUE) : latest(target, Long.MIN_VALUE);
    }

    /**
     * Returns the instant itself if work goes on right after it, else the start of the next period; {@code Long.MAX_VALUE} if
     * nothing is worked any more.
     */
    public long nextStart(long instant) {
        return roundTheClock ? instant : latest(workUpTo(instant), Long.MAX_VALUE);
    }

    /**
     * Returns the instant itself if work goes on right before it, else the end of the last period; {@code Long.MIN_VALUE} if
     * nothing was worked before.
     */
    public long previousFinish(long instant) {
        return roundTheClock ? instant : earliest(workUpTo(instant), Long.MIN_VALUE);
    }

    /**
     * Returns the end of the period in which a worked instant lies, midnight at the latest; {@code Long.MAX_VALUE} where every
     * instant is worked.
     */
    public long periodEnd(long instant) {
        if (roundTheClock) {
            return Long.MAX_VALUE;
        }
        long day = Math.floorDiv(instant, DAY);
        int segment = byDay.find(day);
        return day * DAY + weeks.periodEnd(week[segment], day + EPOCH_WEEKDAY, (int) (instant - day * DAY));
    }

    /** Returns the calendar that works whenever both do. */
    public CompiledCalendar intersect(CompiledCalendar other) {
        if (other.roundTheClock || equals(other)) {
            return this;
        }
        if (roundTheClock) {
            return other;
        }
        CalendarTables tables = new CalendarTables();
        int mine = 0;
        int others = 0;
        long from = Long.MIN_VALUE;
        while (from != Long.MAX_VALUE) {
            int[] days = new int[7];
            for (int weekday = 0; weekday < 7; weekday++) {
                days[weekday] = tables.day(Periods.intersect(
                        weeks.periods(week[mine], weekday), other.weeks.periods(other.week[others], weekday)));
            }
            tables.from(from, days);
            long mineEnd = mine + 1 < start.length ? start[mine + 1] : Long.MAX_VALUE;
            long othersEnd = others + 1 < other.start.length ? other.start[others + 1] : Long.MAX_VALUE;
            from = Math.min(mineEnd, othersEnd);
            if (mineEnd == from) {
                mine++;
            }
            if (othersEnd == from) {
                others++;
            }
        }
        return tables.build();
    }

    /** Returns C: the working ticks up to an instant, counted from some fixed instant. */
    public long workUpTo(long instant) {
        long tick = instant - windowStart;
        if (window != null && tick >= 0 && tick < windowWidth) {
            return windowWork + window.upTo((int) tick);
        }
        int segment = byDay.find(Math.floorDiv(instant, DAY));
        return offset[segment] + weeks.upTo(week[segment], instant + EPOCH);
    }

    /** Returns the earliest instant with C = work, or the other value if nothing is worked there to the end of time. */
    private long earliest(long work, long otherwise) {
        long inside = work - windowWork;
        if (window != null && inside > 0 && inside <= windowTotal) {
            return windowStart + window.earliest((int) inside);
        }
        int segment = byWork.find(work - 1);
        if (weeks.ticks(week[segment]) == 0) {
            return otherwise;
        }
        return fromMonday(weeks.earliest(week[segment], work - offset[segment]));
    }

    /** Returns the latest instant with C = work, or the other value if nothing is worked there to the end of time. */
    private long latest(long work, long otherwise) {
        long inside = work - windowWork;
        if (window != null && inside >= 0 && inside < windowTotal) {
            return windowStart + window.latest((int) inside);
        }
        int segment = byWork.find(work);
        if (weeks.ticks(week[segment]) == 0) {
            return otherwise;
        }
        return fromMonday(weeks.latest(week[segment], work - offset[segment]));
    }

    /** Returns the earliest instant up to which this much is worked, if there is one; see {@link #isEndless}. */
    public long earliest(long work) {
        return earliest(work, Long.MIN_VALUE);
    }

    /** Returns the latest instant up to which this much is worked, if there is one; see {@link #isEndless}. */
    public long latest(long work) {
        return latest(work, Long.MAX_VALUE);
    }

    private static long fromMonday(long tick) {
        return tick == Long.MIN_VALUE || tick == Long.MAX_VALUE ? tick : tick - EPOCH;
    }

    /** Returns whether the other calendar has the same segments and periods. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof CompiledCalendar that
                        && Arrays.equals(start, that.start)
                        && Arrays.equals(week, that.week)
                        && weeks.isSame(that.weeks));
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(start) + Arrays.hashCode(week);
    }

    @Override
    public String toString() {
        return "compiled calendar of %s segments".formatted(start.length);
    }
}
