package dev.plumbline.internal.calendar;

/** Finds a value among rising ones, of which the one at index 0 stands for the beginning of time. */
final class SegmentIndex {

    /*
     * The span of the values is cut into equal buckets, about two a value, whose width is a power of two; each knows the
     * last value at or before its beginning. So a search begins among the few values of one bucket: a step or two where they are
     * spread, a binary search where they are crowded.
     */

    private final long[] rising;
    private final int[] first;
    private final int shift;

    SegmentIndex(long[] rising) {
        this.rising = rising;
        int last = rising.length - 1;
        long span = last < 1 ? 0 : rising[last] - rising[1];
        int width = 0;
        while (span >> width > 2L * rising.length) {
            width++;
        }
        this.shift = width;
        this.first = new int[(int) (span >> width) + 2];
        int index = 1;
        for (int bucket = 0; bucket < first.length && last >= 1; bucket++) {
            long begin = rising[1] + ((long) bucket << width);
            while (index < last && rising[index + 1] <= begin) {
                index++;
            }
            first[bucket] = index;
        }
    }

    /** Returns the last index whose value is at most the given one, 0 if there is none. */
    int find(long value) {
        int last = rising.length - 1;
        if (last == 0 || value < rising[1]) {
            return 0;
        }
        if (value >= rising[last]) {
            return last;
        }
        int bucket = (int) ((value - rising[1]) >> shift);
        int low = first[bucket];
        int high = first[bucket + 1];
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (rising[middle] <= value) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
