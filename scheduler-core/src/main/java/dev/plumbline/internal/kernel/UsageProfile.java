package dev.plumbline.internal.kernel;

import dev.plumbline.internal.calendar.CompiledCalendar;
import java.util.Arrays;

/** What is booked of one resource over time, and the integral of its square. */
public final class UsageProfile {

    /*
     * A sorted array of instants cuts time into spans; each knows the units booked in it by calendar. A booking covers its span
     * without regard to breaks. The demand at an instant is the sum over the calendars k that work then, so its square is
     *
     *     (sum of u[k])^2 = sum of u[k]^2 + 2 sum over k < l of u[k] u[l],
     *
     * and the integral over a span needs nothing but the working time of each calendar and that which each two share: one
     * subtraction each, exact for any calendars. A booking is two insertions, a question a binary search and the spans it
     * covers.
     */

    private final CompiledCalendar[] calendars;
    private final SharedTime shared;
    private long[] time = new long[16];
    private long[][] used;
    private int size = 1;

    /** Makes an empty profile of a resource that is used on these calendars. */
    public UsageProfile(CompiledCalendar[] calendars, SharedTime shared) {
        this.calendars = calendars;
        this.shared = shared;
        this.used = new long[calendars.length][time.length];
        time[0] = Long.MIN_VALUE;
    }

    /** Books units from one instant to another on a calendar, or gives them back if they are negative. */
    public void book(int kind, long from, long to, long units) {
        if (from >= to) {
            return;
        }
        int first = cut(from);
        int last = cut(to);
        long[] own = used[kind];
        for (int i = first; i < last; i++) {
            own[i] += units;
        }
    }

    private int cut(long instant) {
        int at = find(instant);
        if (time[at] == instant) {
            return at;
        }
        if (size == time.length) {
            time = Arrays.copyOf(time, 2 * size);
            for (int k = 0; k < used.length; k++) {
                used[k] = Arrays.copyOf(used[k], 2 * size);
            }
        }
        insert(time, at);
        time[at + 1] = instant;
        for (long[] each : used) {
            insert(each, at);
        }
        size++;
        return at + 1;
    }

    private void insert(long[] array, int at) {
        System.arraycopy(array, at + 1, array, at + 2, size - at - 1);
        array[at + 1] = array[at];
    }

    private int find(long instant) {
        int at = Arrays.binarySearch(time, 0, size, instant);
        return at >= 0 ? at : -at - 2;
    }

    private long end(int span) {
        return span + 1 < size ? time[span + 1] : Long.MAX_VALUE;
    }

    /** Returns by how much a booking would raise the integral of the square, in squared units times ticks. */
    public double added(int kind, long from, long to, long units) {
        double sum = 0;
        for (int i = find(from); i < size && time[i] < to; i++) {
            sum += addedIn(i, kind, Math.max(from, time[i]), Math.min(to, end(i)), units);
        }
        return sum;
    }

    private double addedIn(int span, int kind, long from, long to, long units) {
        double sum = (double) units * (units + 2 * used[kind][span]) * calendars[kind].work(from, to);
        for (int k = 0; k < used.length; k++) {
            if (k != kind && used[k][span] != 0) {
                sum += 2.0
                        * units
                        * used[k][span]
                        * shared.of(calendars[kind], calendars[k]).work(from, to);
            }
        }
        return sum;
    }

    /**
     * Returns whether a booking keeps demand within a limit; where three or more calendars meet, what two and two share is taken
     * for what all share.
     */
    public boolean fits(int kind, long from, long to, long units, long limit) {
        for (int i = find(from); i < size && time[i] < to; i++) {
            long begin = Math.max(from, time[i]);
            long end = Math.min(to, end(i));
            long meeting = units + used[kind][i];
            boolean single = meeting > limit;
            for (int k = 0; k < used.length; k++) {
                if (k != kind
                        && used[k][i] != 0
                        && shared.of(calendars[kind], calendars[k]).work(begin, end) > 0) {
                    meeting += used[k][i];
                }
            }
            if (meeting > limit && !(single && calendars[kind].work(begin, end) == 0)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether demand is within a limit everywhere; calendars that meet pairwise are taken to meet at once. */
    boolean isWithin(long limit) {
        for (int i = 1; i + 1 < size; i++) {
            for (int k = 0; k < used.length; k++) {
                if (used[k][i] != 0 && !fits(k, time[i], time[i + 1], 0, limit)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns the integral of the square of the demand, in squared units times ticks. */
    public double moment() {
        double sum = 0;
        for (int i = 1; i + 1 < size; i++) {
            for (int k = 0; k < used.length; k++) {
                long own = used[k][i];
                if (own != 0) {
                    sum += (double) own * own * calendars[k].work(time[i], time[i + 1]);
                    for (int l = k + 1; l < used.length; l++) {
                        if (used[l][i] != 0) {
                            sum += 2.0
                                    * own
                                    * used[l][i]
                                    * shared.of(calendars[k], calendars[l]).work(time[i], time[i + 1]);
                        }
                    }
                }
            }
        }
        return sum;
    }

    /** Forgets the instants at which demand doesn't change any more. */
    void compact() {
        int kept = 1;
        for (int i = 1; i < size; i++) {
            boolean changes = false;
            for (long[] each : used) {
                changes |= each[i] != each[kept - 1];
            }
            if (changes) {
                time[kept] = time[i];
                for (long[] each : used) {
                    each[kept] = each[i];
                }
                kept++;
            }
        }
        size = kept;
    }

    /** Returns how many instants there are, after the first, at which demand may change. */
    int changes() {
        return size - 1;
    }

    /** Returns the number of the first of them that is not before an instant. */
    int firstChange(long instant) {
        int at = find(instant);
        return at > 0 && time[at] == instant ? at - 1 : at;
    }

    /** Returns one of them by its number from 0. */
    long change(int number) {
        return time[number + 1];
    }
}
