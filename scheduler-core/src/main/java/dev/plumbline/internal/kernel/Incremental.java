package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.Network;

/** Recomputes what an edit can change, on a working copy that is taken back afterwards. */
public final class Incremental {

    /*
     * Edited events wait in a heap ordered by their place in the topological order. The first is recomputed from its
     * neighbours; only if its dates change do the events that read them join the heap. Forward first, then backward the same
     * way from the other end. The values of every activity touched are saved once, so that the copy can be put back. Cost:
     * O(changed events x their edges x log changed), whatever the size of the plan, unless the finish of the project moves: then
     * the backward pass runs as a whole.
     *
     * [1] G. Ramalingam, T. Reps: An incremental algorithm for a generalization of the shortest-path problem. J. Algorithms
     * 21(2), 1996, pp. 267-305.
     */

    private final Network g;
    private final Times t;
    private final boolean honour;
    private final boolean openEndsCritical;
    private final Snapshot before = new Snapshot();
    private final Snapshot last = new Snapshot();
    private final boolean[] isSaved;
    private final int[] heap;
    private final boolean[] queued;
    private int heapSize;
    private int direction = 1;
    private long first;
    private long finish;
    private boolean extremeLeft;

    /** Works on a network and times that nobody else reads. */
    public Incremental(Network network, Times times, boolean honour, boolean openEndsCritical) {
        this.g = network;
        this.t = times;
        this.honour = honour;
        this.openEndsCritical = openEndsCritical;
        this.isSaved = new boolean[network.size];
        before.begin(times);
        this.heap = new int[2 * network.size + 2];
        this.queued = new boolean[2 * network.size];
    }

    /**
     * Recomputes the forward pass from some activities, then the backward pass from others.
     *
     * @param forward activities whose data or incoming edges were edited
     * @param seeds activities whose data or outgoing edges were edited
     */
    public void run(int[] forward, int[] seeds) {
        long oldFinish = t.projectFinish;
        for (int seed : forward) {
            edited(seed);
            pushIfRow(g.parent[seed]); // work may have begun where it stood
        }
        forward();
        settleProject();
        if (t.projectFinish != oldFinish) {
            for (int a = 0; a < g.size; a++) {
                save(a);
            }
            BackwardPass.run(g, honour, openEndsCritical, t);
            return;
        }
        direction = -1;
        for (int seed : seeds) {
            push(seed);
            if (g.startTied && g.summary[seed]) {
                pushIfRow(t.firstLeaf[seed]);
            }
        }
        seedFromForward();
        backward();
        direction = 1;
    }

    /** Marks an activity whose own data or incoming edges were edited. */
    public void edited(int a) {
        push(begin(a));
        push(a);
    }

    /** Recomputes the forward pass alone from the marked activities; late dates stay as they were. */
    public void runForward() {
        forward();
        settleProject();
    }

    /** Returns what the values of all activities touched were before the edit. */
    public Snapshot snapshot() {
        return before.copy();
    }

    /** Puts all values back. */
    public void undo() {
        before.writeTo(t);
        for (int at = 0; at < before.size(); at++) {
            isSaved[before.activity(at)] = false;
        }
        before.begin(t);
        t.outOfRange = -1;
    }

    private void save(int a) {
        if (!isSaved[a]) {
            isSaved[a] = true;
            before.add(a, t);
        }
    }

    private int begin(int a) {
        return g.summary[a] ? g.size + a : a;
    }

    private int owner(int event) {
        return event >= g.size ? event - g.size : event;
    }

    private void forward() {
        first = t.projectStart;
        finish = t.projectFinish;
        extremeLeft = first == finish;
        while (heapSize > 0) {
            int event = pop();
            int a = owner(event);
            save(a);
            last.begin(t);
            last.add(a, t);
            ForwardPass.evaluate(g, honour, t, event);
            if (event >= g.size) {
                if (!last.sameBounds(t)) {
                    pushChildren(a, true);
                    push(a); // a summary without active rows stands where its bounds put it
                }
            } else if (!last.sameEarly(t)) {
                widen(a);
                pushSuccessors(a);
            }
        }
    }

    private void pushSuccessors(int a) {
        for (int i = g.firstOut[a]; i < g.firstOut[a + 1]; i++) {
            push(begin(g.head[g.outEdge[i]]));
        }
        if (g.parent[a] >= 0) {
            push(g.parent[a]);
        }
    }

    private void pushChildren(int s, boolean begins) {
        for (int child = g.firstChild[s]; child >= 0; child = g.nextSibling[child]) {
            push(begins ? begin(child) : child);
        }
    }

    /** Takes the new dates of an activity into those of the project, unless it was the one that made them. */
    private void widen(int a) {
        boolean counts = ForwardPass.counts(g, a);
        long from = counts ? t.earlyStart[a] : Network.AFTER;
        long to = counts ? t.earlyFinish[a] : Network.BEFORE;
        extremeLeft |= last.earlyStart(0) == t.projectStart && from > t.projectStart;
        extremeLeft |= last.earlyFinish(0) == t.projectFinish && to < t.projectFinish;
        first = Math.min(first, from);
        finish = Math.max(finish, to);
    }

    /** Only where an activity left the start or finish of the project, all others must be asked. */
    private void settleProject() {
        if (extremeLeft) {
            ForwardPass.finishProject(g, t);
        } else {
            t.projectStart = first;
            t.projectFinish = finish;
        }
    }

    /** What reads early dates in the backward pass: open ends of their own, percent lags and first rows of summaries. */
    private void seedFromForward() {
        int count = before.size();
        for (int i = 0; i < count; i++) {
            int a = before.activity(i);
            if (g.summary[a] || openEndsCritical || g.state[a] != Network.UNSTARTED) {
                push(a);
                push(begin(a));
            }
            if (g.startTied && g.summary[a]) {
                pushIfRow(t.firstLeaf[a]);
                pushIfRow(before.firstLeaf(i));
            }
        }
    }

    private void pushIfRow(int a) {
        if (a >= 0) {
            push(a);
        }
    }

    private void backward() {
        while (heapSize > 0) {
            int event = pop();
            int a = owner(event);
            save(a);
            long start = t.lateStart[a];
            long finish = t.lateFinish[a];
            long bound = t.lateBound[a];
            BackwardPass.evaluate(g, honour, openEndsCritical, t, event);
            if (g.summary[a] && event < g.size) {
                if (bound != t.lateBound[a]) {
                    pushChildren(a, false);
                }
            } else if (start != t.lateStart[a] || finish != t.lateFinish[a]) {
                for (int e = g.firstIn[a]; e < g.firstIn[a + 1]; e++) {
                    push(g.tail[e]);
                    if (g.startTied && g.summary[g.tail[e]]) {
                        pushIfRow(t.firstLeaf[g.tail[e]]);
                    }
                }
                if (g.parent[a] >= 0) {
                    push(begin(g.parent[a]));
                }
            }
        }
    }

    private int rank(int event) {
        return direction * g.position[event];
    }

    private void push(int event) {
        if (queued[event]) {
            return;
        }
        queued[event] = true;
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
        queued[top] = false;
        return top;
    }
}
