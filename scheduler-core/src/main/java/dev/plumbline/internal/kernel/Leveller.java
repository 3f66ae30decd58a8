package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.Requirements;
import java.util.Arrays;

/** The serial and the parallel schedule generation scheme over real calendars, for one or several networks. */
public final class Leveller {

    /*
     * An activity is ready when all that it depends on is placed. The serial scheme takes the ready activity of the lowest
     * rank and places it at the earliest instant at which all its pieces fit into what the timelines have left. The parallel
     * scheme goes forward in time: of all ready activities it takes the one that can begin first, by rank where several
     * can. That instant only ever moves later while others are placed, so it is looked up again when the activity comes to the
     * top of the heap, and only then.
     *
     * The forward pass itself evaluates every activity, so that logic, constraints and calendars are those of the critical
     * path method. A later start becomes a levelling delay, the elapsed time from the start that the pass gave.
     *
     * [1] R. Kolisch: Serial and parallel resource-constrained project scheduling methods revisited. EJOR 90, 1996, pp.
     * 320-333.
     */

    /** Placed where the resources allow. */
    public static final byte PLACED = 0;

    /** Placed where logic puts it, since it is not to be moved. */
    public static final byte KEPT = 1;

    /** Placed where logic puts it, since there will never be enough. */
    public static final byte NEVER = 2;

    /** Placed where logic puts it, since it would have to begin or end too late. */
    public static final byte BEYOND = 3;

    private final Part[] parts;
    private final ResourceTimeline[] timelines;
    private final boolean parallel;
    private final int[] base;
    private final int[] now;
    private int nowSize;
    private final int[] heap;
    private final long[] key;
    private int heapSize;
    private int sequence;
    private int foundResource;
    private long foundConflict;

    /** What is levelled: a network, what it asks for, and how. */
    public static final class Part {

        final Network g;
        final Requirements q;
        final boolean honour;

        /** The dates; the late dates of activities that are as late as possible must be there before. */
        public Times t;

        /** The rank of an activity among those of all parts; the lowest is placed first. */
        public final int[] rank;

        /** Whether an activity may be moved. */
        public final boolean[] movable;

        /** The latest start of an activity, or AFTER. */
        public final long[] latestStart;

        /** The latest finish, or AFTER. */
        public final long[] latestFinish;

        /** Delays that stay whatever happens. */
        public final long[] keptDelay;

        /** Where an activity that is not placed by resources is expected to begin, or AFTER. */
        public final long[] expected;

        /** How the activity was placed. */
        public final byte[] outcome;

        /** The place of the activity in the order of placing, from 1; 0 for those with given dates. */
        public final int[] sequence;

        /** The resource of the last conflict that held the activity back, or -1. */
        public final int[] conflictResource;

        /** The instant of that conflict. */
        public final long[] conflictAt;

        /** Whether the activity asks for more than is left where it stands. */
        public final boolean[] clashes;

        /** Makes room for a network. */
        public Part(Network g, Requirements q, boolean honour, Times t) {
            int n = g.size;
            this.g = g;
            this.q = q;
            this.honour = honour;
            this.t = t;
            rank = new int[n];
            movable = new boolean[n];
            latestStart = filled(n);
            latestFinish = filled(n);
            keptDelay = new long[n];
            expected = filled(n);
            outcome = new byte[n];
            sequence = new int[n];
            conflictResource = new int[n];
            conflictAt = new long[n];
            clashes = new boolean[n];
        }

        private static long[] filled(int n) {
            long[] array = new long[n];
            Arrays.fill(array, Network.AFTER);
            return array;
        }

        /** Returns the network. */
        public Network network() {
            return g;
        }

        /** Returns what it asks for. */
        public Requirements requirements() {
            return q;
        }

        private boolean uses(int a) {
            return q.firstUse[a] < q.firstUse[a + 1];
        }

        private int begin(int a) {
            return g.summary[a] ? g.size + a : a;
        }
    }

    private final int[][] waiting;

    private Leveller(Part[] parts, ResourceTimeline[] timelines, boolean parallel) {
        this.parts = parts;
        this.timelines = timelines;
        this.parallel = parallel;
        this.base = new int[parts.length + 1];
        this.waiting = new int[parts.length][];
        for (int p = 0; p < parts.length; p++) {
            base[p + 1] = base[p] + 2 * parts[p].g.size;
            waiting[p] = new int[2 * parts[p].g.size];
        }
        int nodes = base[parts.length];
        this.now = new int[nodes];
        this.heap = new int[nodes + 1];
        this.key = new long[nodes];
    }

    /**
     * Places all activities; their dates and levelling delays are written to the parts.
     *
     * @param parts what is placed
     * @param timelines empty timelines by resource; those that are null don't limit anything
     * @param parallel whether the parallel scheme is used
     */
    public static void run(Part[] parts, ResourceTimeline[] timelines, boolean parallel) {
        Leveller leveller = new Leveller(parts, timelines, parallel);
        for (int p = 0; p < parts.length; p++) {
            leveller.begin(p);
        }
        leveller.placeAll();
    }

    /**
     * Finds the last conflict that keeps each delayed activity from beginning before it does, where everything stands where
     * it stands.
     *
     * @param parts what is placed
     * @param timelines empty timelines by resource
     * @param logicStart the starts without delay, by part and activity
     */
    public static void explain(Part[] parts, ResourceTimeline[] timelines, long[][] logicStart) {
        Leveller leveller = new Leveller(parts, timelines, false);
        for (Part part : parts) {
            for (int a = 0; a < part.g.size; a++) {
                leveller.book(part, a, part.t.earlyStart[a], 1);
            }
        }
        for (int p = 0; p < parts.length; p++) {
            Part part = parts[p];
            for (int a = 0; a < part.g.size; a++) {
                long start = part.t.earlyStart[a];
                if (logicStart[p][a] < start && part.uses(a) && !part.q.dated[a]) {
                    leveller.book(part, a, start, -1);
                    if (leveller.find(part, a, logicStart[p][a], start) == start && leveller.foundResource >= 0) {
                        part.conflictResource[a] = leveller.foundResource;
                        part.conflictAt[a] = leveller.foundConflict;
                    }
                    leveller.book(part, a, start, 1);
                }
            }
        }
    }

    /** Returns the first start of an activity, from the one it has on, at which it fits into one timeline; AFTER if none. */
    public static long freeStart(Part part, ResourceTimeline timeline, int resource, int a) {
        ResourceTimeline[] timelines = new ResourceTimeline[resource + 1];
        for (int u = part.q.firstUse[a]; u < part.q.firstUse[a + 1]; u++) {
            timelines = part.q.resource[u] < timelines.length
                    ? timelines
                    : Arrays.copyOf(timelines, part.q.resource[u] + 1);
        }
        timelines[resource] = timeline;
        Leveller leveller = new Leveller(new Part[0], timelines, false);
        return leveller.find(part, a, part.t.earlyStart[a], Network.AFTER);
    }

    /** Books what is known before, and finds what is ready. */
    private void begin(int p) {
        Part part = parts[p];
        Network g = part.g;
        for (int a = 0; a < g.size; a++) {
            part.conflictResource[a] = -1;
            part.outcome[a] = KEPT;
            part.sequence[a] = 0;
            part.clashes[a] = false;
            if (g.state[a] == Network.UNSTARTED) {
                g.delay[a] = part.keptDelay[a];
            }
            if (part.uses(a)) {
                if (part.q.dated[a]) {
                    book(part, a, 0, 1);
                } else if (part.expected[a] != Network.AFTER) {
                    book(part, a, part.expected[a], 1);
                }
            }
            int up = g.parent[a];
            if (up >= 0) {
                waiting[p][up]++;
                waiting[p][part.begin(a)]++;
            }
            waiting[p][part.begin(a)] += g.firstIn[a + 1] - g.firstIn[a];
        }
        for (int a = 0; a < g.size; a++) {
            if (waiting[p][part.begin(a)] == 0) {
                ready(p, part.begin(a));
            }
        }
    }

    private void placeAll() {
        while (nowSize > 0 || heapSize > 0) {
            if (nowSize > 0) {
                int node = now[--nowSize];
                int p = partOf(node);
                place(p, node - base[p]);
            } else {
                int node = pop();
                int p = partOf(node);
                move(p, node - base[p], node);
            }
        }
    }

    private int partOf(int node) {
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

    private void ready(int p, int event) {
        Part part = parts[p];
        Network g = part.g;
        int node = base[p] + event;
        boolean limited = event < g.size && !g.summary[event] && part.uses(event) && !part.q.dated[event];
        if (limited && part.movable[event]) {
            evaluate(part, event);
            key[node] = parallel ? part.t.earlyStart[event] : 0;
            push(node);
        } else {
            now[nowSize++] = node;
        }
    }

    private void evaluate(Part part, int event) {
        ForwardPass.evaluate(part.g, part.honour, part.t, event);
    }

    /** Settles a summary, or an activity that stays where logic puts it. */
    private void place(int p, int event) {
        Part part = parts[p];
        evaluate(part, event);
        if (event < part.g.size && !part.g.summary[event] && part.uses(event) && !part.q.dated[event]) {
            keep(part, event, KEPT);
        }
        arriveAfter(p, event);
    }

    private void keep(Part part, int a, byte why) {
        if (part.expected[a] != Network.AFTER) {
            book(part, a, part.expected[a], -1);
        }
        long start = part.t.earlyStart[a];
        part.clashes[a] = find(part, a, start, start) != start;
        book(part, a, start, 1);
        part.outcome[a] = why;
        part.sequence[a] = ++sequence;
    }

    /** Places an activity at the first instant at which its resources are free. */
    private void move(int p, int a, int node) {
        Part part = parts[p];
        Times t = part.t;
        long logic = t.earlyStart[a];
        long from = parallel ? key[node] : logic;
        long start = find(part, a, from, part.latestStart[a]);
        if (foundResource >= 0) {
            part.conflictResource[a] = foundResource;
            part.conflictAt[a] = foundConflict;
        }
        boolean late = start != Network.AFTER && start > logic && isLate(part, a, start);
        if (start == Network.AFTER || late) {
            keep(part, a, late || part.latestStart[a] != Network.AFTER ? BEYOND : NEVER);
            arriveAfter(p, a);
            return;
        }
        if (parallel && start > from) {
            key[node] = start;
            push(node);
            return;
        }
        if (start > logic) {
            delay(part, a, start);
        }
        book(part, a, start, 1);
        part.outcome[a] = PLACED;
        part.sequence[a] = ++sequence;
        arriveAfter(p, a);
    }

    private static boolean isLate(Part part, int a, long start) {
        return part.latestFinish[a] != Network.AFTER && part.g.finishFrom(a, start) > part.latestFinish[a];
    }

    /** Turns a start into a levelling delay and lets the forward pass confirm it. */
    private void delay(Part part, int a, long start) {
        Network g = part.g;
        if (g.delay[a] != 0) {
            g.delay[a] = 0;
            evaluate(part, a);
        }
        g.delay[a] = start - part.t.earlyStart[a];
        evaluate(part, a);
    }

    /** Returns the first start, at an instant or after it, at which all pieces fit; AFTER if there is none up to the limit. */
    private long find(Part part, int a, long from, long limit) {
        Requirements q = part.q;
        foundResource = -1;
        long start = from;
        int first = q.firstUse[a];
        int u = first;
        while (u < q.firstUse[a + 1]) {
            long next = tryUse(part, u, start);
            if (next == start) {
                if (q.repeated[a]) {
                    book(part, a, u, u + 1, start, 1); // what the next use of the same resource must see
                }
                u++;
                continue;
            }
            if (q.repeated[a]) {
                book(part, a, first, u, start, -1);
            }
            start = next == Network.AFTER ? next : part.g.nextStart(a, Math.max(next, start + 1));
            if (start > limit || start >= ForwardPass.AXIS_END) {
                return Network.AFTER;
            }
            u = first;
        }
        if (q.repeated[a]) {
            book(part, a, first, u, start, -1);
        }
        return start;
    }

    /** Returns the start if all pieces of a use fit, else the next start to try; AFTER if none ever will. */
    private long tryUse(Part part, int u, long start) {
        Requirements q = part.q;
        ResourceTimeline timeline = timelines[q.resource[u]];
        if (timeline == null) {
            return start;
        }
        for (int piece = q.firstPiece[u]; piece < q.firstPiece[u + 1]; piece++) {
            long retry = timeline.test(
                    q.calendarNumber[u], q.units[piece], q.from(u, piece, false, start), q.to(u, piece, false, start));
            if (retry != ResourceTimeline.FITS) {
                foundResource = q.resource[u];
                foundConflict = timeline.conflictAt();
                if (retry == ResourceTimeline.NEVER) {
                    return Network.AFTER;
                }
                return q.begin[piece] == 0 ? retry : q.calendar[u].add(retry, -q.begin[piece]);
            }
        }
        return start;
    }

    private void book(Part part, int a, long start, int sign) {
        book(part, a, part.q.firstUse[a], part.q.firstUse[a + 1], start, sign);
    }

    private void book(Part part, int a, int first, int end, long start, int sign) {
        Requirements q = part.q;
        for (int u = first; u < end; u++) {
            ResourceTimeline timeline = timelines[q.resource[u]];
            for (int piece = q.firstPiece[u]; timeline != null && piece < q.firstPiece[u + 1]; piece++) {
                timeline.book(
                        q.calendarNumber[u],
                        q.from(u, piece, q.dated[a], start),
                        q.to(u, piece, q.dated[a], start),
                        sign * q.units[piece]);
            }
        }
    }

    private void arriveAfter(int p, int event) {
        Part part = parts[p];
        Network g = part.g;
        if (event >= g.size) {
            for (int child = g.firstChild[event - g.size]; child >= 0; child = g.nextSibling[child]) {
                arrive(p, part.begin(child));
            }
            return;
        }
        for (int i = g.firstOut[event]; i < g.firstOut[event + 1]; i++) {
            arrive(p, part.begin(g.head[g.outEdge[i]]));
        }
        if (g.parent[event] >= 0) {
            arrive(p, g.parent[event]);
        }
    }

    private void arrive(int p, int event) {
        if (--waiting[p][event] == 0) {
            ready(p, event);
        }
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
