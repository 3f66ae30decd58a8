package dev.plumbline.internal.calendar;

import java.util.Arrays;

/** Working periods of a day: pairs of ticks, in order and without overlap. */
final class Periods {

    private Periods() {}

    /** Returns the time that lies in periods of both days. */
    static int[] intersect(int[] left, int[] right) {
        int[] result = new int[left.length + right.length];
        int size = 0;
        int l = 0;
        int r = 0;
        while (l < left.length && r < right.length) {
            int from = Math.max(left[l], right[r]);
            int to = Math.min(left[l + 1], right[r + 1]);
            if (from < to) {
                result[size++] = from;
                result[size++] = to;
            }
            if (left[l + 1] < right[r + 1]) {
                l += 2;
            } else {
                r += 2;
            }
        }
        return Arrays.copyOf(result, size);
    }
}
