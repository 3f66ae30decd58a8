package dev.plumbline.internal.calendar;

/** The working periods of a window of time as a line of stairs: the ticks worked up to a tick of the window, and back. */
final class Stairs {

    /*
     * Both directions ask for the last of some rising values at or below a given one: the period that began last, or the one before
     * which less is worked. The values are found through buckets whose width is a power of two; a bucket knows the last value
     * at or before its beginning. Where the width is at most the distance of two values, one comparison leads from there to the
     * answer. It is made by arithmetic, as a processor would guess it wrong every other time. No division, no search: 5 ns.
     */

    /** What is known of a period: its begin, the ticks worked before it, its length. */
    private static final int FIELDS = 3;

    private static final int BEGIN = 0;
    private static final int BEFORE = 1;
    private static final int LENGTH = 2;

    /** The periods and one at the end of time. */
    private final int[] periods;

    private final int count;
    private final int total;
    private final Buckets byTime;
    private final Buckets byWork;

    /**
     * Makes the table.
     *
     * @param from the begins of the periods, rising
     * @param to their ends, none after the begin of the next
     * @param width the length of the window
     */
    Stairs(int[] from, int[] to, int width) {
        this.count = from.length;
        this.periods = new int[FIELDS * (count + 1)];
        int worked = 0;
        for (int i = 0; i < count; i++) {
            periods[FIELDS * i + BEGIN] = from[i];
            periods[FIELDS * i + BEFORE] = worked;
            periods[FIELDS * i + LENGTH] = to[i] - from[i];
            worked += to[i] - from[i];
        }
        periods[FIELDS * count + BEGIN] = Integer.MAX_VALUE;
        periods[FIELDS * count + BEFORE] = Integer.MAX_VALUE;
        this.total = worked;
        this.byTime = new Buckets(periods, BEGIN, count, width);
        this.byWork = new Buckets(periods, BEFORE, count, worked);
    }

    /** Returns the ticks of all periods. */
    int total() {
        return total;
    }

    /** Returns the ticks worked from the begin of the window up to one of its ticks. */
    int upTo(int tick) {
        if (count == 0) {
            return 0;
        }
        int at = byTime.find(periods, tick);
        return periods[at + BEFORE] + Math.max(0, Math.min(tick - periods[at + BEGIN], periods[at + LENGTH]));
    }

    /** Returns the first tick up to which this much is worked: at least one, at most the total. */
    int earliest(int work) {
        int at = byWork.find(periods, work - 1);
        return periods[at + BEGIN] + work - periods[at + BEFORE];
    }

    /** Returns the last tick up to which this much is worked: less than the total. */
    int latest(int work) {
        int at = byWork.find(periods, work);
        return periods[at + BEGIN] + work - periods[at + BEFORE];
    }

    /** Finds the last period of which a field is at most a value. */
    private static final class Buckets {

        /** The most buckets a period. */
        private static final int DENSITY = 16;

        private final int field;
        private final int shift;
        private final int[] first;

        /** The most values within a bucket. */
        private final int steps;

        Buckets(int[] periods, int field, int count, int width) {
            this.field = field;
            int near = Math.max(1, width);
            for (int i = 1; i < count; i++) {
                near = Math.min(near, periods[FIELDS * i + field] - periods[FIELDS * (i - 1) + field]);
            }
            int wide = 31 - Integer.numberOfLeadingZeros(near);
            while (width >> wide > DENSITY * (count + 1)) {
                wide++;
            }
            this.shift = wide;
            this.first = new int[(width >> wide) + 1];
            int most = 1;
            int index = 0;
            int last = 0;
            for (int bucket = 0; bucket < first.length; bucket++) {
                while (index + 1 < count && periods[FIELDS * (index + 1) + field] <= bucket << wide) {
                    index++;
                }
                most = Math.max(most, index - last);
                last = index;
                first[bucket] = FIELDS * index;
            }
            this.steps = Math.max(most, count - 1 - index);
        }

        int find(int[] periods, int value) {
            int at = first[value >> shift];
            for (int step = 0; step < steps; step++) {
                int beyond = value - periods[at + FIELDS + field] >> 31; // -1 if the next period lies beyond, else 0
                at += FIELDS & ~beyond;
            }
            return at;
        }
    }
}
