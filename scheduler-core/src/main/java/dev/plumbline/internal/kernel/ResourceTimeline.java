package dev.plumbline.internal.kernel;

import dev.plumbline.internal.calendar.CompiledCalendar;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is free of one resource over time. */
public final class ResourceTimeline {

    /*
     * A sorted array of instants cuts time into spans; each knows the capacity and, by calendar, the units booked in it. A
     * booking covers its span from start to finish without regard to breaks: whether two bookings really meet is asked of
     * their calendars only where the sum is too much. With one calendar, spans that overlap do meet. With several, the
     * working time that a calendar shares with each of the others is one subtraction in their intersection; only where
     * three or more meet are the periods walked. A booking is two insertions in the array, a test a binary search and the
     * spans it covers.
     */

    /** The answer that everything fits. */
    public static final long FITS = Long.MIN_VALUE;

    /** The answer that it never fits. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final int MOST_PAIRS = 65_536;
    private static final long LONGEST_WALK = 25L * 366 * 14_400;

    private final CompiledCalendar[] calendars;
    private final SharedTime sharedTime;
    private final @Nullable CompiledCalendar[] shared;
    private final long[] holes;
    private long[] time;
    private long[] capacity;
    private long[] free;
    private long[][] used;
    private int size = 1;
    private long conflictAt;
    private int extraPercent;

    /** Makes an empty timeline of a resource that is used on these calendars. */
    public ResourceTimeline(
            CompiledCalendar[] calendars, SharedTime sharedTime, long[] capacityFrom, long[] capacityUnits) {
        int kinds = calendars.length;
        this.sharedTime = sharedTime;
        this.calendars = calendars;
        this.shared = new CompiledCalendar[kinds > 1 && kinds * kinds <= MOST_PAIRS ? kinds * kinds : 0];
        this.holes = new long[shared.length];
        Arrays.fill(holes, -1);
        this.size = capacityFrom.length;
        int room = Math.max(16, 2 * size);
        this.time = Arrays.copyOf(capacityFrom, room);
        this.capacity = Arrays.copyOf(capacityUnits, room);
        this.free = Arrays.copyOf(capacityUnits, room);
        this.used = new long[kinds > 1 ? kinds : 0][room];
    }

    /** Books units from one instant to another on a calendar, or gives them back if they are negative. */
    public void book(int kind, long from, long to, long units) {
        if (from >= to) {
            return;
        }
        int first = cut(from);
        int last = cut(to);
        for (int i = first; i < last; i++) {
            free[i] -= units;
        }
        if (used.length > 0) {
            long[] own = used[kind];
            for (int i = first; i < last; i++) {
                own[i] += units;
            }
        }
    }

    /** Makes an instant the beginning of a span and returns its place. */
    private int cut(long instant) {
        int at = find(instant);
        if (time[at] == instant) {
            return at;
        }
        if (size == time.length) {
            int room = 2 * size;
            time = Arrays.copyOf(time, room);
            capacity = Arrays.copyOf(capacity, room);
            free = Arrays.copyOf(free, room);
            for (int k = 0; k < used.length; k++) {
                used[k] = Arrays.copyOf(used[k], room);
            }
        }
        int tail = size - at - 1;
        insert(time, at, tail);
        time[at + 1] = instant;
        insert(capacity, at, tail);
        insert(free, at, tail);
        for (long[] each : used) {
            insert(each, at, tail);
        }
        size++;
        return at + 1;
    }

    private static void insert(long[] array, int at, int tail) {
        System.arraycopy(array, at + 1, array, at + 2, tail);
        array[at + 1] = array[at];
    }

    /** Returns the span in which an instant lies. */
    private int find(long instant) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (time[middle] <= instant) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private long end(int span) {
        return span + 1 < size ? time[span + 1] : NEVER;
    }

    /**
     * Returns {@link #FITS} if units are free on a calendar from one instant to another; else the next instant at which it is
     * worth trying, or {@link #NEVER}.
     */
    public long test(int kind, long units, long from, long to) {
        for (int i = find(from); i < size && time[i] < to; i++) {
            if (free[i] + extra(i) < units
                    && conflicts(i, kind, units, Math.max(time[i], from), Math.min(end(i), to))) {
                return retry(i, kind, units, from, to);
            }
        }
        return FITS;
    }

    /**
     * Returns {@link #FITS} if units are free on a calendar from one instant to another; else the instant before which it is
     * worth trying to end, or {@link #NEVER}.
     */
    public long testBackward(int kind, long units, long from, long to) {
        int first = find(from);
        for (int i = find(to - 1); i >= first; i--) {
            if (free[i] + extra(i) < units
                    && conflicts(i, kind, units, Math.max(time[i], from), Math.min(end(i), to))) {
                return retryBackward(i, kind, units);
            }
        }
        return FITS;
    }

    /** The instant to end before: the conflict, or the begin of the spans in which its own calendar alone takes too much. */
    private long retryBackward(int span, int kind, long units) {
        if (left(span, kind) >= units) {
            return conflictAt;
        }
        int i = span;
        while (i > 0 && left(i - 1, kind) < units) {
            i--;
        }
        return i > 0 ? time[i] : NEVER;
    }

    /** Returns the last instant at which what is booked or there changes, or one before all others if it never does. */
    long lastChange() {
        return time[size - 1];
    }

    /** Returns the first instant at which what is booked or there changes, or one after all others if it never does. */
    long firstChange() {
        return end(0);
    }

    /** Lets tests exceed the capacity by some percent. */
    void exceed(int percent) {
        extraPercent = percent;
    }

    private long extra(int span) {
        return extraPercent == 0 ? 0 : capacity[span] * extraPercent / 100;
    }

    /** What is left in a span for a calendar if no other works then. */
    private long left(int span, int kind) {
        return (used.length == 0 ? free[span] : capacity[span] - used[kind][span]) + extra(span);
    }

    /** Returns the first instant of the conflict that the last test found. */
    public long conflictAt() {
        return conflictAt;
    }

    /** Whether more is asked than there is at some worked instant of a part of a span. */
    private boolean conflicts(int span, int kind, long units, long from, long to) {
        CompiledCalendar own = calendars[kind];
        conflictAt = own.nextStart(from);
        if (conflictAt >= to) {
            return false;
        }
        long left = left(span, kind);
        if (left < units) {
            return true;
        }
        long meeting = 0;
        int others = 0;
        long first = NEVER;
        for (int k = 0; k < used.length; k++) {
            if (used[k][span] != 0 && k != kind) {
                CompiledCalendar both = shared(kind, k);
                long at = both.nextStart(from);
                if (at < to) {
                    meeting += used[k][span];
                    others++;
                    first = Math.min(first, at);
                }
            }
        }
        if (left - meeting >= units) {
            return false;
        }
        conflictAt = first;
        return others == 1 || walk(span, kind, units, first, to);
    }

    /** Whether three or more calendars have a conflict, and its first instant. */
    private boolean walk(int span, int kind, long units, long from, long to) {
        long at = from;
        while (at < to) {
            long left = left(span, kind);
            long next = calendars[kind].periodEnd(at);
            for (int k = 0; k < used.length; k++) {
                if (used[k][span] != 0 && k != kind) {
                    long begin = calendars[k].nextStart(at);
                    if (begin == at) {
                        left -= used[k][span];
                        next = Math.min(next, calendars[k].periodEnd(at));
                    } else {
                        next = Math.min(next, begin);
                    }
                }
            }
            if (left < units) {
                conflictAt = at;
                return true;
            }
            at = calendars[kind].nextStart(next);
        }
        return false;
    }

    /** The next instant to try after a conflict in a span: within it, if others leave room there; else after. */
    private long retry(int span, int kind, long units, long from, long to) {
        if (left(span, kind) >= units) {
            long inside = insideRoom(span, kind, units, calendars[kind].work(from, to));
            if (inside < end(span)) {
                return inside;
            }
        }
        int i = span + 1;
        while (i < size && left(i, kind) < units) {
            i++;
        }
        return i < size ? time[i] : NEVER;
    }

    /**
     * The first instant in a span at which work of some length could begin without the last conflict: when one of the calendars
     * that meet pauses, and in a pause that is long enough of each that alone takes too much. At the end of the span or later if
     * there is none.
     */
    private long insideRoom(int span, int kind, long units, long length) {
        long left = left(span, kind) - units;
        long pause = NEVER;
        long alone = conflictAt;
        for (int k = 0; k < used.length; k++) {
            if (used[k][span] != 0 && k != kind) {
                CompiledCalendar both = shared(kind, k);
                if (both.nextStart(conflictAt) == conflictAt) {
                    pause = Math.min(pause, both.periodEnd(conflictAt));
                }
                if (used[k][span] > left) {
                    alone = Math.max(alone, hole(both, kind, k, length, end(span)));
                }
            }
        }
        return Math.max(pause, alone);
    }

    /**
     * Looks for a hole in the working time that another calendar shares with this one, from the conflict on: long enough, or one
     * that lasts to an end. Walks only if there can be one before the last; what a walk of many years didn't find is left to the
     * next.
     */
    private long hole(CompiledCalendar both, int kind, int k, long length, long end) {
        CompiledCalendar own = calendars[kind];
        long begin = conflictAt;
        long next = both.nextStart(begin);
        long limit = Math.min(end, begin + LONGEST_WALK);
        if (next < limit && own.work(begin, next) < length && longestHole(kind, k) < length) {
            return Math.max(begin, both.previousFinish(end));
        }
        while (next < limit && own.work(begin, next) < length) {
            begin = both.periodEnd(next);
            next = both.nextStart(begin);
        }
        return begin;
    }

    /** The most that a calendar works between two periods that it shares with another. */
    private long longestHole(int kind, int k) {
        int pair = kind * calendars.length + k;
        if (pair >= holes.length) {
            return NEVER; // not looked up for so many
        }
        if (holes[pair] < 0) {
            holes[pair] = sharedTime.longestHole(calendars[kind], calendars[k]);
        }
        return holes[pair];
    }

    private CompiledCalendar shared(int kind, int k) {
        int pair = kind * calendars.length + k;
        if (pair >= shared.length) {
            return calendars[kind].intersect(calendars[k]);
        }
        CompiledCalendar both = shared[pair];
        if (both == null) {
            both = sharedTime.of(calendars[kind], calendars[k]);
            shared[pair] = both;
        }
        return both;
    }
}
