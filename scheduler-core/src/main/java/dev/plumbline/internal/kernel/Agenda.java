package dev.plumbline.internal.kernel;

import java.util.Arrays;

/** The events of several networks that are ready to be settled: those to be settled at once, then the others by key and rank. */
final class Agenda {

    private final LevellerPart[] parts;
    private final int[] base;
    private final int[] now;
    private int nowSize;
    private final int[] heap;
    private final long[] key;
    private int heapSize;

    Agenda(LevellerPart[] parts) {
        this.parts = parts;
        this.base = new int[parts.length + 1];
        for (int p = 0; p < parts.length; p++) {
            base[p + 1] = base[p] + 2 * parts[p].g.size;
        }
        int nodes = base[parts.length];
        this.now = new int[nodes];
        this.heap = new int[nodes + 1];
        this.key = new long[nodes];
    }

    boolean isEmpty() {
        return nowSize == 0 && heapSize == 0;
    }

    /** Whether the next event is to be settled at once. */
    boolean isSettled() {
        return nowSize > 0;
    }

    int next() {
        return nowSize > 0 ? now[--nowSize] : pop();
    }

    int partOf(int node) {
        int p = Arrays.binarySearch(base, node);
        return p >= 0 ? firstOf(p) : -p - 2;
    }

    /** Parts without activities share their base with the next. */
    private int firstOf(int p) {
        int part = p;
        while (base[part + 1] == base[part]) {
            part++;
        }
        return part;
    }

    int eventOf(int p, int node) {
        return node - base[p];
    }

    long key(int node) {
        return key[node];
    }

    void settle(int p, int event) {
        now[nowSize++] = base[p] + event;
    }

    void add(int p, int event, long at) {
        int node = base[p] + event;
        key[node] = at;
        push(node);
    }

    private boolean before(int left, int right) {
        if (key[left] != key[right]) {
            return key[left] < key[right];
        }
        int l = partOf(left);
        int r = partOf(right);
        return parts[l].rank[left - base[l]] < parts[r].rank[right - base[r]];
    }

    private void push(int node) {
        int i = ++heapSize;
        while (i > 1 && before(node, heap[i >> 1])) {
            heap[i] = heap[i >> 1];
            i >>= 1;
        }
        heap[i] = node;
    }

    private int pop() {
        int top = heap[1];
        int last = heap[heapSize--];
        int i = 1;
        while (2 * i <= heapSize) {
            int child = 2 * i;
            if (child < heapSize && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], last)) {
                break;
            }
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = last;
        return top;
    }
}
