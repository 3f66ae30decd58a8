package dev.plumbline.internal.kernel;

import dev.plumbline.internal.calendar.CompiledCalendar;
import java.util.Arrays;

/**
 * A calendar for many replicates at once: instants as {@code int}, the steps of a calendar as table look-ups. Immutable.
 *
 * <p>There are two ways to write an instant. On a plan of one calendar it is twice the working ticks since the origin, plus one
 * where it is the beginning of a period and not the end of the one before: the two have the same working ticks. On several
 * calendars it is the ticks since the origin.
 */
public final class LaneCalendar {

    /*
     * Periods of work as arrays: from, to, the working ticks before, and how far the clock is ahead of them. A bucket of time, of a
     * width of which each holds one beginning of a period at most, knows the last period that began up to its beginning, so a
     * look-up is two loads and a step without a branch, which would be guessed wrong half the time; likewise by working ticks. 2 to
     * 3 ns for a start and a finish. The tables reach over a window, before and after which all time is taken for work: what
     * leaves it stays outside, and the caller throws those replicates away. An instant after the window counts as its end.
     */

    /** No instant: before every date. */
    public static final int BEFORE = Integer.MIN_VALUE / 2;

    /** No instant: after every date. */
    public static final int AFTER = Integer.MAX_VALUE / 2;

    private static final long DAY = 14_400;

    private final boolean doubled;
    private final int low;
    private final int high;
    private final int total;
    private final int[] from;
    private final int[] to;
    private final int[] sum;
    private final int[] lead;
    private final int timeShift;
    private final int[] byTime;
    private final int workShift;
    private final int[] byWork;

    /** Makes the tables of periods, of which the first ends where the window begins and the last begins after its end. */
    private LaneCalendar(boolean doubled, int low, int high, int[] from, int[] to) {
        int n = to.length;
        this.doubled = doubled;
        this.low = low;
        this.high = high;
        this.from = from;
        this.to = to;
        this.sum = new int[n + 1];
        this.lead = new int[n];
        for (int p = 0; p < n; p++) {
            sum[p + 1] = sum[p] + to[p] - from[p];
            lead[p] = from[p] - sum[p];
        }
        this.total = sum[n - 1];
        this.timeShift = shift(from, n);
        this.byTime = index(from, low, high, timeShift);
        this.workShift = shift(sum, n);
        this.byWork = index(sum, 0, total, workShift);
    }

    /** Returns the calendar of a plan that has only one: instants are doubled working ticks. */
    public static LaneCalendar doubled() {
        return new LaneCalendar(true, 0, 0, new int[] {-1, 1}, new int[] {0, 2});
    }

    /** Returns a calendar on the wall clock. */
    public static LaneCalendar of(CompiledCalendar calendar, long origin, int low, int high) {
        int[] from = new int[64];
        int[] to = new int[64];
        from[0] = low - 1;
        to[0] = low;
        int n = 1;
        long first = Math.floorDiv(origin + low, DAY);
        long last = Math.floorDiv(origin + high, DAY);
        for (long day = first; day <= last; day++) {
            int[] hours = calendar.hoursOn(day);
            for (int h = 0; h < hours.length; h += 2) {
                long opens = day * DAY + hours[h] - origin;
                long closes = day * DAY + hours[h + 1] - origin;
                if (opens < low || closes > high) {
                    continue;
                }
                int begin = (int) opens;
                int end = (int) closes;
                if (to[n - 1] == begin) {
                    to[n - 1] = end;
                    continue;
                }
                if (n == from.length) {
                    from = Arrays.copyOf(from, 2 * n);
                    to = Arrays.copyOf(to, 2 * n);
                }
                from[n] = begin;
                to[n++] = end;
            }
        }
        from = Arrays.copyOf(from, n + 1);
        from[n] = high + 1;
        to = Arrays.copyOf(to, n + 1);
        to[n] = high + 2;
        return new LaneCalendar(false, low, high, from, to);
    }

    /** The width of buckets, as a power of two, of which each holds one value at most beside those at the beginning. */
    private static int shift(int[] rising, int n) {
        int least = 1 << 20;
        for (int p = 2; p < n; p++) {
            least = Math.min(least, rising[p] - rising[p - 1]);
        }
        return 31 - Integer.numberOfLeadingZeros(Math.max(1, least));
    }

    /** For every bucket the last index whose value is at most its beginning; some value is greater than the last. */
    private static int[] index(int[] rising, int first, int last, int shift) {
        int[] index = new int[(last - first >> shift) + 1];
        int p = 0;
        for (int b = 0; b < index.length; b++) {
            long begin = first + ((long) b << shift);
            while (rising[p + 1] <= begin) {
                p++;
            }
            index[b] = p;
        }
        return index;
    }

    /** The last period that begins at an instant or before. */
    private int periodAt(int instant) {
        int at = Math.max(low, Math.min(high, instant));
        int p = byTime[at - low >> timeShift];
        return p + (from[p + 1] - 1 - at >>> 31);
    }

    /** The last period before which no more than so much is worked. */
    private int periodOf(int work) {
        int amount = Math.max(0, Math.min(total, work));
        int p = byWork[amount >> workShift];
        return p + (sum[p + 1] - 1 - amount >>> 31);
    }

    private int upTo(int instant) {
        int p = periodAt(instant);
        return Math.min(instant, to[p]) - lead[p];
    }

    private int earliest(int work) {
        return work + lead[periodOf(work - 1)];
    }

    private int latest(int work) {
        return work + lead[periodOf(work)];
    }

    /** Returns the first instant at or after which work goes on. */
    public int nextStart(int instant) {
        if (doubled) {
            return instant | 1;
        }
        int p = periodAt(instant);
        return instant < to[p] ? instant : from[p + 1];
    }

    /** Returns the last instant at or before which work was going on. */
    public int previousFinish(int instant) {
        if (doubled) {
            return instant & ~1;
        }
        return earliest(upTo(instant));
    }

    /** Returns the instant at which an amount has passed: the earliest if it is positive, the latest if it is negative. */
    public int add(int instant, int amount) {
        if (amount > 0) {
            return doubled ? (instant & ~1) + 2 * amount : earliest(upTo(instant) + amount);
        }
        if (amount < 0) {
            return doubled ? (instant | 1) + 2 * amount : latest(upTo(instant) + amount);
        }
        return instant;
    }

    /** Returns the working ticks from one instant to another. */
    public int work(int one, int other) {
        return doubled ? (other >> 1) - (one >> 1) : upTo(other) - upTo(one);
    }

    /** Returns whether work goes on right at an instant. */
    public boolean isStart(int instant) {
        return nextStart(instant) == instant;
    }

    /** Starts and finishes of activities that take time: the next start after a bound, and the finish after a duration. */
    public void place(int[] bound, int[] duration, int[] start, int[] finish, int lanes) {
        for (int i = 0; i < lanes; i++) {
            int at = bound[i];
            int p = periodAt(at);
            p += to[p] - 1 - at >>> 31;
            at = Math.max(at, from[p]);
            start[i] = at;
            finish[i] = earliest(at - lead[p] + duration[i]);
        }
    }

    /**
     * Starts and finishes of activities that take time after bounds of both, BEFORE where there is none; no earlier than a floor
     * where the bound of the finish decides, whose instant the finish keeps if it is the beginning of a period.
     */
    public void place(int[] bound, int[] finishBound, int floor, int[] duration, int[] start, int[] finish, int lanes) {
        int least = upTo(floor);
        for (int i = 0; i < lanes; i++) {
            int own = upTo(bound[i]);
            int demanded = finishBound[i];
            int backward = upTo(demanded) - duration[i];
            int work = Math.max(own, Math.max(backward, least));
            int end = earliest(work + duration[i]);
            start[i] = latest(work);
            if (backward >= least && own < backward && isStart(demanded)) {
                end = demanded;
            }
            finish[i] = end;
        }
    }

    /** Late finishes and starts of activities that take time: the last finish before a bound, and the start before it. */
    public void placeBack(int[] bound, int[] start, int[] duration, int lanes) {
        for (int i = 0; i < lanes; i++) {
            int p = periodAt(bound[i] - 1);
            int at = Math.min(bound[i], to[p]);
            bound[i] = at;
            start[i] = latest(at - lead[p] - duration[i]);
        }
    }

    /** Raises bounds to instants moved by an amount that isn't zero. */
    public void raise(int[] bound, int[] instant, int amount, int lanes) {
        if (doubled) {
            for (int i = 0; i < lanes; i++) {
                bound[i] = Math.max(bound[i], add(instant[i], amount));
            }
            return;
        }
        int before = amount > 0 ? 1 : 0;
        for (int i = 0; i < lanes; i++) {
            int work = upTo(instant[i]) + amount;
            bound[i] = Math.max(bound[i], work + lead[periodOf(work - before)]);
        }
    }

    /** Lowers bounds to instants moved by an amount that isn't zero, on the wall clock. */
    public void lower(int[] bound, int[] instant, int amount, int lanes) {
        int before = amount > 0 ? 1 : 0;
        for (int i = 0; i < lanes; i++) {
            int work = upTo(instant[i]) + amount;
            bound[i] = Math.min(bound[i], work + lead[periodOf(work - before)]);
        }
    }

    /** Lowers bounds of finishes to those of activities that start at given instants and take time. */
    public void lowerByStart(int[] bound, int[] instant, int[] duration, int lanes) {
        for (int i = 0; i < lanes; i++) {
            bound[i] = Math.min(bound[i], earliest(upTo(instant[i]) + duration[i]));
        }
    }
}
