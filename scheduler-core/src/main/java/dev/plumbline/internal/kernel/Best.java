package dev.plumbline.internal.kernel;

import java.util.Arrays;

/** The latest few dates of a node, latest first, each with the node and the place there that it comes from. */
final class Best {

    private static final long[] NO_LONGS = {};
    private static final int[] NO_INTS = {};

    private final int capacity;
    private int size;
    private long[] first = NO_LONGS;
    private long[] second = NO_LONGS;
    private int[] node = NO_INTS;
    private int[] place = NO_INTS;

    Best(int capacity) {
        this.capacity = capacity;
    }

    int size() {
        return size;
    }

    long first(int i) {
        return first[i];
    }

    long second(int i) {
        return second[i];
    }

    int node(int i) {
        return node[i];
    }

    int place(int i) {
        return place[i];
    }

    /** Takes a pair of dates if it is among the latest so far, behind equal ones; returns whether it was taken. */
    boolean offer(long one, long two, int from, int fromPlace) {
        int at = size;
        while (at > 0 && (one > first[at - 1] || (one == first[at - 1] && two > second[at - 1]))) {
            at--;
        }
        if (at == capacity) {
            return false;
        }
        if (size < capacity) {
            if (size == first.length) {
                grow(Math.min(capacity, Math.max(2, 2 * size)));
            }
            size++;
        }
        System.arraycopy(first, at, first, at + 1, size - 1 - at);
        System.arraycopy(second, at, second, at + 1, size - 1 - at);
        System.arraycopy(node, at, node, at + 1, size - 1 - at);
        System.arraycopy(place, at, place, at + 1, size - 1 - at);
        first[at] = one;
        second[at] = two;
        node[at] = from;
        place[at] = fromPlace;
        return true;
    }

    private void grow(int room) {
        first = Arrays.copyOf(first, room);
        second = Arrays.copyOf(second, room);
        node = Arrays.copyOf(node, room);
        place = Arrays.copyOf(place, room);
    }
}
