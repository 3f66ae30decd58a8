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
     * Periods of work as arrays: from, to, and the working ticks before. A bucket of time, of a width of which each holds one
     * beginning of a period at most, knows the last period that began before it, so a look-up is a load and a step; likewise by
     * working ticks. About 5 ns for a start and a finish. The tables reach over a window; beyond it they give what they can, and the
     * caller throws those replicates away.
     */

    /** No instant: before every date. */
    public static final int BEFORE = Integer.MIN_VALUE / 2;

    /** No instant: after every date. */
    public static final int AFTER = Integer.MAX_VALUE / 2;

    private static final long DAY = 14_400;

    private final boolean doubled;
    private final int low;
    private final int[] from;
    private final int[] to;
    private final int[] sum;
    private final int timeShift;
    private final int[] byTime;
    private final int workShift;
    private final int[] byWork;

    private LaneCalendar(int low, int[] from, int[] to) {
        this.doubled = from.length == 0;
        this.low = low;
        this.from = from;
        this.to = to;
        this.sum = new int[from.length];
        for (int p = 1; p < from.length; p++) {
            sum[p] = sum[p - 1] + to[p - 1] - from[p - 1];
        }
        this.timeShift = shift(from);
        this.byTime = index(from, low, timeShift);
        this.workShift = shift(sum);
        this.byWork = index(sum, 0, workShift);
    }

    /** Returns the calendar of a plan that has only one: instants are doubled working ticks. */
    public static LaneCalendar doubled() {
        return new LaneCalendar(0, new int[0], new int[0]);
    }

    /** Returns a calendar on the wall clock. */
    public static LaneCalendar of(CompiledCalendar calendar, long origin, int low, int high) {
        int[] from = new int[64];
        int[] to = new int[64];
        from[0] = low;
        to[0] = low;
        int n = 1;
        long first = Math.floorDiv(origin + low, DAY);
        long last = Math.floorDiv(origin + high, DAY);
        for (long day = first; day <= last; day++) {
            int[] hours = calendar.hoursOn(day);
            for (int h = 0; h < hours.length; h += 2) {
                int begin = (int) Math.max(low, day * DAY + hours[h] - origin);
                int end = (int) Math.min(high, day * DAY + hours[h + 1] - origin);
                if (begin >= end) {
                    continue;
                }
                if (n > 1 && to[n - 1] == begin) {
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
        return new LaneCalendar(low, Arrays.copyOf(from, n), Arrays.copyOf(to, n));
    }

    /** The width of buckets, as a power of two, of which each holds one value at most beside those at the beginning. */
    private static int shift(int[] rising) {
        int least = 1 << 20;
        for (int p = 2; p < rising.length; p++) {
            least = Math.min(least, rising[p] - rising[p - 1]);
        }
        return 31 - Integer.numberOfLeadingZeros(Math.max(1, least));
    }

    /** For every bucket the last index whose value is at most its beginning. */
    private static int[] index(int[] rising, int first, int shift) {
        if (rising.length == 0) {
            return new int[1];
        }
        int buckets = (rising[rising.length - 1] - first >> shift) + 2;
        int[] index = new int[buckets];
        int p = 0;
        for (int b = 0; b < buckets; b++) {
            long begin = first + ((long) b << shift);
            while (p + 1 < rising.length && rising[p + 1] <= begin) {
                p++;
            }
            index[b] = p;
        }
        return index;
    }

    /** The last period that begins at an instant or before. */
    private int periodAt(int instant) {
        int bucket = Math.max(0, Math.min(byTime.length - 1, instant - low >> timeShift));
        int p = byTime[bucket];
        while (p + 1 < from.length && from[p + 1] <= instant) {
            p++;
        }
        return p;
    }

    /** The last period before which no more than so much is worked. */
    private int periodOf(int work) {
        int bucket = Math.max(0, Math.min(byWork.length - 1, work >> workShift));
        int p = byWork[bucket];
        while (p + 1 < sum.length && sum[p + 1] <= work) {
            p++;
        }
        return p;
    }

    private int upTo(int instant) {
        int p = periodAt(instant);
        return sum[p] + Math.min(instant, to[p]) - from[p];
    }

    private int earliest(int work) {
        int p = periodOf(work - 1);
        return from[p] + work - sum[p];
    }

    private int latest(int work) {
        int p = periodOf(work);
        return from[p] + work - sum[p];
    }

    /** Returns the first instant at or after which work goes on. */
    public int nextStart(int instant) {
        if (doubled) {
            return instant | 1;
        }
        int p = periodAt(instant);
        return instant < to[p] || p + 1 == from.length ? instant : from[p + 1];
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
        if (amount == 0) {
            return instant;
        }
        if (doubled) {
            return amount > 0 ? (instant & ~1) + 2 * amount : (instant | 1) + 2 * amount;
        }
        int work = upTo(instant) + amount;
        return amount > 0 ? earliest(work) : latest(work);
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
        int[] begins = from;
        int[] ends = to;
        for (int i = 0; i < lanes; i++) {
            int at = bound[i];
            int p = periodAt(at);
            if (at >= ends[p] && p + 1 < begins.length) {
                at = begins[++p];
            }
            start[i] = at;
            int end = at + duration[i];
            finish[i] = end <= ends[p] ? end : earliest(sum[p] + end - begins[p]);
        }
    }

    /**
     * Starts and finishes of activities that take time after bounds of both, BEFORE where there is none; no earlier than a floor
     * where the bound of the finish decides, whose instant the finish keeps if it is the beginning of a period.
     */
    public void place(int[] bound, int[] finishBound, int floor, int[] duration, int[] start, int[] finish, int lanes) {
        int least = floor == BEFORE ? BEFORE : nextStart(floor);
        for (int i = 0; i < lanes; i++) {
            int own = bound[i] == BEFORE ? BEFORE : nextStart(bound[i]);
            int demanded = finishBound[i];
            int backward = latest(upTo(demanded) - duration[i]);
            boolean drives = backward >= floor && own < backward;
            int at = Math.max(own, Math.max(backward, least));
            int p = periodAt(at);
            int end = at + duration[i];
            end = end <= to[p] ? end : earliest(sum[p] + end - from[p]);
            start[i] = at;
            finish[i] = drives && demanded > end && isStart(demanded) ? demanded : end;
        }
    }

    /** Late finishes and starts of activities that take time: the last finish before a bound, and the start before it. */
    public void placeBack(int[] bound, int[] start, int[] duration, int lanes) {
        for (int i = 0; i < lanes; i++) {
            int at = bound[i];
            int p = periodAt(at);
            if (at == from[p] && p > 0) {
                at = to[--p];
            }
            at = Math.min(at, to[p]);
            bound[i] = at;
            int begin = at - duration[i];
            start[i] = begin >= from[p] && begin < to[p] ? begin : latest(sum[p] + begin - from[p]);
        }
    }

    /** Raises bounds to instants moved by an amount that isn't zero. */
    public void raise(int[] bound, int[] instant, int amount, int lanes) {
        for (int i = 0; i < lanes; i++) {
            bound[i] = Math.max(bound[i], add(instant[i], amount));
        }
    }

    /** Lowers bounds to instants moved by an amount that isn't zero. */
    public void lower(int[] bound, int[] instant, int amount, int lanes) {
        for (int i = 0; i < lanes; i++) {
            bound[i] = Math.min(bound[i], add(instant[i], amount));
        }
    }
}
