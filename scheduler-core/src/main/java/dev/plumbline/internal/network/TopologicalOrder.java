package dev.plumbline.internal.network;

/** An order in which every event comes after all that it depends on. */
final class TopologicalOrder {

    /*
     * Kahn's algorithm with a heap over the plan's rows: of all events that are ready, the one highest in the plan comes first,
     * so that the order follows memory and does not depend on how relationships are listed. Events are activities 0..n-1 and
     * summary begins n..2n-1. O((n + m) log n).
     *
     * [1] A. B. Kahn: Topological sorting of large networks. Comm. ACM 5(11), 1962, pp. 558-562.
     */

    private final Network network;
    private final int[] waiting;
    private final int[] heap;
    private int heapSize;

    private TopologicalOrder(Network network) {
        this.network = network;
        this.waiting = new int[2 * network.size];
        this.heap = new int[2 * network.size + 1];
    }

    /** Fills in the order and the positions of the network. */
    static void sort(Network network) {
        new TopologicalOrder(network).run();
    }

    private void run() {
        int n = network.size;
        int events = countDependencies();
        for (int a = 0; a < n; a++) {
            if (waiting[begin(a)] == 0) {
                push(begin(a));
            }
        }
        int[] order = new int[events];
        int done = 0;
        while (heapSize > 0) {
            int event = pop();
            order[done++] = event;
            if (event >= n) {
                for (int child = network.firstChild[event - n]; child >= 0; child = network.nextSibling[child]) {
                    arrive(begin(child));
                }
                continue;
            }
            for (int i = network.firstOut[event]; i < network.firstOut[event + 1]; i++) {
                arrive(begin(network.head[network.outEdge[i]]));
            }
            if (network.parent[event] >= 0) {
                arrive(network.parent[event]);
            }
        }
        if (done != events) {
            throw new IllegalStateException("a loop got past the project's checks");
        }
        network.order = order;
        network.position = new int[2 * n];
        for (int i = 0; i < events; i++) {
            network.position[order[i]] = i;
        }
    }

    /** Counts what each event waits for; returns the number of events. */
    private int countDependencies() {
        int events = network.size;
        for (int a = 0; a < network.size; a++) {
            int p = network.parent[a];
            if (p >= 0) {
                waiting[p]++;
                waiting[begin(a)]++;
            }
            waiting[begin(a)] += network.firstIn[a + 1] - network.firstIn[a];
            events += network.summary[a] ? 1 : 0;
        }
        return events;
    }

    /** The event at which an activity begins: its own, for a leaf. */
    private int begin(int a) {
        return network.summary[a] ? network.size + a : a;
    }

    private void arrive(int event) {
        if (--waiting[event] == 0) {
            push(event);
        }
    }

    private int rank(int event) {
        return event >= network.size ? 2 * (event - network.size) : 2 * event + 1;
    }

    private void push(int event) {
        int i = ++heapSize;
        int rank = rank(event);
        while (i > 1 && rank(heap[i >> 1]) > rank) {
            heap[i] = heap[i >> 1];
            i >>= 1;
        }
        heap[i] = event;
    }

    private int pop() {
        int top = heap[1];
        int last = heap[heapSize--];
        int rank = rank(last);
        int i = 1;
        while (2 * i <= heapSize) {
            int child = 2 * i;
            if (child < heapSize && rank(heap[child + 1]) < rank(heap[child])) {
                child++;
            }
            if (rank(heap[child]) >= rank) {
                break;
            }
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = last;
        return top;
    }
}
