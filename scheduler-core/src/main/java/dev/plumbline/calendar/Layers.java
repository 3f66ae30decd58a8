package dev.plumbline.calendar;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** Which of many ranges of days lies on top on each day: those given first cover those given later. */
final class Layers {

    /** What lies on top where nothing does. */
    static final int NONE = -1;

    /** The days, rising, on which another range comes on top; before the first of them nothing does. */
    private final long[] from;

    private final int[] top;

    private Layers(long[] from, int[] top) {
        this.from = from;
        this.top = top;
    }

    /**
     * Sweeps over the ranges' ends, O(n log n).
     *
     * @param first the first day of each range
     * @param last the last day of each range, included
     */
    static Layers of(long[] first, long[] last) {
        int n = first.length;
        int[] byFirst = IntStream.range(0, n)
                .boxed()
                .sorted((a, b) -> Long.compare(first[a], first[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        long[] points = new long[2 * n];
        for (int i = 0; i < n; i++) {
            points[2 * i] = first[i];
            points[2 * i + 1] = last[i] + 1;
        }
        Arrays.sort(points);
        long[] from = new long[points.length];
        int[] top = new int[points.length];
        int size = 0;
        int next = 0;
        PriorityQueue<Integer> open = new PriorityQueue<>();
        for (long point : points) {
            while (next < n && first[byFirst[next]] <= point) {
                open.add(byFirst[next++]);
            }
            while (!open.isEmpty() && last[open.peek()] < point) {
                open.remove();
            }
            int now = open.isEmpty() ? NONE : open.peek();
            if (now != (size == 0 ? NONE : top[size - 1])) {
                from[size] = point;
                top[size++] = now;
            }
        }
        return new Layers(Arrays.copyOf(from, size), Arrays.copyOf(top, size));
    }

    int size() {
        return top.length;
    }

    long from(int index) {
        return from[index];
    }

    int top(int index) {
        return index < 0 ? NONE : top[index];
    }
}
