package dev.plumbline.internal.rcpsp;

import java.util.Arrays;

/** Relationships as differences of keys: the bound of the head is at least that of the tail plus a weight. */
final class Links {

    private final int[] firstLink;
    int[] tail = new int[256];
    int[] weight = new int[256];
    private int[] head = new int[256];
    private int[] next = new int[256];
    private int size;

    Links(Compiled project) {
        firstLink = new int[2 * project.n];
        Arrays.fill(firstLink, -1);
        Compiled.Side side = project.sides[0];
        for (int a = 0; a < project.n; a++) {
            for (int e = side.firstSucc[a]; e < side.firstSucc[a + 1]; e++) {
                add(a, side.succ[e], project.duration[a]);
            }
        }
    }

    /** Lets an activity start no earlier than so long after another starts. */
    private void add(int before, int after, int distance) {
        link(2 * before, 2 * after, distance);
        link(2 * after + 1, 2 * before + 1, distance);
    }

    private void link(int from, int to, int distance) {
        if (size == head.length) {
            tail = Arrays.copyOf(tail, 2 * size);
            weight = Arrays.copyOf(weight, 2 * size);
            head = Arrays.copyOf(head, 2 * size);
            next = Arrays.copyOf(next, 2 * size);
        }
        tail[size] = from;
        head[size] = to;
        weight[size] = distance;
        next[size] = firstLink[from];
        firstLink[from] = size++;
    }

    /** Raises the bounds of all heads of a key; false at a conflict, which the kernel holds. */
    boolean wake(int key, int bound, Kernel kernel) {
        for (int e = firstLink[key]; e >= 0; e = next[e]) {
            int least = bound + weight[e];
            if (kernel.domains.bound[head[e]] < least
                    && !kernel.raise(head[e], least, Domains.reason(Domains.LINK, e))) {
                return false;
            }
        }
        return true;
    }
}
