package dev.plumbline.internal.network;

import dev.plumbline.internal.util.BitQueue;

/** An order in which every event comes after all that it depends on. */
final class TopologicalOrder {

    /*
     * Kahn's algorithm over the plan's rows: of all events that are ready, the one highest in the plan comes first, so that the
     * order follows memory and does not depend on how relationships are listed. Events are activities 0..n-1 and summary begins
     * n..2n-1. Where all relationships run down the plan, its rows already are that order. O(n + m).
     *
     * [1] A. B. Kahn: Topological sorting of large networks. Comm. ACM 5(11), 1962, pp. 558-562.
     */

    private final Network network;
    private final int events;
    private final int[] order;

    private TopologicalOrder(Network network) {
        this.network = network;
        int count = network.size;
        for (boolean summary : network.summary) {
            count += summary ? 1 : 0;
        }
        this.events = count;
        this.order = new int[count];
    }

    /** Fills in the order and the positions of the network. */
    static void sort(Network network) {
        TopologicalOrder sorter = new TopologicalOrder(network);
        int done = sorter.runsDown() ? sorter.outline() : sorter.kahn();
        if (done != sorter.events) {
            throw new IllegalStateException("a loop got past the project's checks");
        }
        network.order = sorter.order;
        network.position = new int[2 * network.size];
        for (int i = 0; i < done; i++) {
            network.position[sorter.order[i]] = i;
        }
    }

    /** A successor further down lies after the last row of its predecessor, as it can't lie below it. */
    private boolean runsDown() {
        boolean down = true;
        for (int e = 0; e < network.head.length; e++) {
            down &= network.tail[e] < network.head[e];
        }
        return down;
    }

    /** The rows as they come, each summary's end after the last row below it. */
    private int outline() {
        int done = 0;
        int open = -1;
        for (int a = 0; a < network.size; a++) {
            for (; open != network.parent[a]; open = network.parent[open]) {
                order[done++] = open;
            }
            order[done++] = begin(a);
            open = network.summary[a] ? a : open;
        }
        for (; open >= 0; open = network.parent[open]) {
            order[done++] = open;
        }
        return done;
    }

    private int kahn() {
        int n = network.size;
        int[] waiting = dependencies();
        BitQueue ready = new BitQueue(2 * n);
        for (int a = 0; a < n; a++) {
            arrive(waiting, ready, begin(a), 0);
        }
        int done = 0;
        while (!ready.isEmpty()) {
            int rank = ready.takeFirst();
            boolean begins = (rank & 1) == 0 && network.summary[rank >> 1];
            int a = rank >> 1;
            order[done++] = begins ? n + a : a;
            if (begins) {
                for (int child = network.firstChild[a]; child >= 0; child = network.nextSibling[child]) {
                    arrive(waiting, ready, begin(child), 1);
                }
                continue;
            }
            for (int i = network.firstOut[a]; i < network.firstOut[a + 1]; i++) {
                arrive(waiting, ready, begin(network.head[network.outEdge[i]]), 1);
            }
            if (network.parent[a] >= 0) {
                arrive(waiting, ready, network.parent[a], 1);
            }
        }
        return done;
    }

    /** What each event waits for. */
    private int[] dependencies() {
        int[] waiting = new int[2 * network.size];
        for (int a = 0; a < network.size; a++) {
            int p = network.parent[a];
            if (p >= 0) {
                waiting[p]++;
                waiting[begin(a)]++;
            }
            waiting[begin(a)] += network.firstIn[a + 1] - network.firstIn[a];
        }
        return waiting;
    }

    /** The event at which an activity begins: its own, for a leaf. */
    private int begin(int a) {
        return network.summary[a] ? network.size + a : a;
    }

    private void arrive(int[] waiting, BitQueue ready, int event, int arrivals) {
        waiting[event] -= arrivals;
        if (waiting[event] == 0) {
            int n = network.size;
            ready.add(event >= n ? 2 * (event - n) : 2 * event + 1);
        }
    }
}
