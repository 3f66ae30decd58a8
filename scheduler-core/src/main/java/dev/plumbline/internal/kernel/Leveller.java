package dev.plumbline.internal.kernel;

import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.internal.network.Network;

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

    private final LevellerPart[] parts;
    private final Fitting fitting;
    private final Splitter splitter;
    private final boolean parallel;
    private final Agenda agenda;
    private final int[][] waiting;
    private int sequence;

    private Leveller(LevellerPart[] parts, ResourceTimeline[] timelines, boolean parallel) {
        this.parts = parts;
        this.fitting = new Fitting(timelines);
        this.splitter = new Splitter(fitting);
        this.parallel = parallel;
        this.agenda = new Agenda(parts);
        this.waiting = new int[parts.length][];
        for (int p = 0; p < parts.length; p++) {
            waiting[p] = new int[2 * parts[p].g.size];
        }
    }

    /**
     * Places all activities; their dates and levelling delays are written to the parts.
     *
     * @param parts what is placed
     * @param timelines empty timelines by resource; those that are null don't limit anything
     * @param parallel whether the parallel scheme is used
     */
    public static void run(LevellerPart[] parts, ResourceTimeline[] timelines, boolean parallel) {
        Leveller leveller = new Leveller(parts, timelines, parallel);
        for (LevellerPart part : parts) {
            leveller.book(part);
        }
        leveller.placeDated();
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
    public static void explain(LevellerPart[] parts, ResourceTimeline[] timelines, long[][] logicStart) {
        Fitting fitting = new Fitting(timelines);
        for (LevellerPart part : parts) {
            for (int a = 0; a < part.g.size; a++) {
                fitting.bookFixed(part, a);
                fitting.book(part, a, part.q.originOf(a, part.t.earlyStart[a]), 1);
            }
        }
        for (int p = 0; p < parts.length; p++) {
            LevellerPart part = parts[p];
            for (int a = 0; a < part.g.size; a++) {
                long start = part.q.originOf(a, part.t.earlyStart[a]);
                if (logicStart[p][a] < start && part.uses(a)) {
                    fitting.book(part, a, start, -1);
                    if (fitting.earliest(part, a, logicStart[p][a], start) == start && fitting.resource >= 0) {
                        part.conflictResource[a] = fitting.resource;
                        part.conflictAt[a] = fitting.conflict;
                    }
                    fitting.book(part, a, start, 1);
                }
            }
        }
    }

    /** Returns the first start of an activity, from an instant on, at which it fits into one timeline; AFTER if none. */
    public static long freeStart(LevellerPart part, ResourceTimeline timeline, int resource, int a, long from) {
        return new Fitting(only(part, timeline, resource, a)).earliest(part, a, from, Network.AFTER);
    }

    /** Returns what {@link #freeStart} does, but for the use of that resource alone, counted from the activity's start. */
    public static long freeStartOf(LevellerPart part, ResourceTimeline timeline, int resource, int a, long from) {
        Fitting fitting = new Fitting(only(part, timeline, resource, a));
        for (int u = part.q.firstUse[a]; u < part.q.firstUse[a + 1]; u++) {
            if (part.q.resource[u] == resource) {
                return fitting.earliestOf(part, a, u, from);
            }
        }
        return Network.AFTER;
    }

    /**
     * Returns when an activity that pauses from an instant on can go on, where enough of it lies before and behind; AFTER if it
     * can't pause there.
     */
    public static long resume(
            LevellerPart part, ResourceTimeline timeline, int resource, int a, long start, long pause) {
        CompiledCalendar calendar = part.g.calendar[a];
        long done = calendar.work(start, pause);
        long rest = part.g.span[a] - done;
        if (pause <= start || done < part.leastPiece || rest < part.leastPiece) {
            return Network.AFTER;
        }
        Fitting fitting = new Fitting(only(part, timeline, resource, a));
        long at = calendar.nextStart(pause);
        while (at < ForwardPass.AXIS_END) {
            if (fitting.room(part, a, done, at) >= Math.min(rest, part.leastPiece)) {
                return at;
            }
            at = calendar.nextStart(Math.max(at + 1, fitting.retry));
        }
        return Network.AFTER;
    }

    /** Timelines of which only one limits. */
    private static ResourceTimeline[] only(LevellerPart part, ResourceTimeline timeline, int resource, int a) {
        int most = resource;
        for (int u = part.q.firstUse[a]; u < part.q.firstUse[a + 1]; u++) {
            most = Math.max(most, part.q.resource[u]);
        }
        ResourceTimeline[] timelines = new ResourceTimeline[most + 1];
        timelines[resource] = timeline;
        return timelines;
    }

    /** Takes the dates that activities had, and books what is known before. */
    private void book(LevellerPart part) {
        part.reset();
        for (int a = 0; a < part.g.size; a++) {
            if (part.uses(a)) {
                fitting.bookFixed(part, a);
                if (part.q.dated[a] && !part.movable[a]) {
                    fitting.book(part, a, part.q.anchor[a], 1);
                } else if (part.expected[a] != Network.AFTER) {
                    fitting.book(part, a, part.expected[a], 1);
                }
            }
        }
    }

    /** Work that has begun goes on, and typed dates are kept, before anything else is placed; by rank. */
    private void placeDated() {
        Agenda dated = new Agenda(parts);
        for (int p = 0; p < parts.length; p++) {
            LevellerPart part = parts[p];
            for (int a = 0; a < part.g.size; a++) {
                if (part.q.dated[a] && part.movable[a] && part.uses(a) && !part.backward) {
                    dated.add(p, a, part.g.state[a]);
                }
            }
        }
        while (!dated.isEmpty()) {
            int node = dated.next();
            int p = dated.partOf(node);
            moveDated(parts[p], dated.eventOf(p, node));
        }
    }

    private void moveDated(LevellerPart part, int a) {
        long logic = part.q.anchor[a];
        long start = fitting.earliest(part, a, logic, part.latestStart[a]);
        part.remember(a, fitting);
        boolean late = start != Network.AFTER && start > logic && part.finishOfDated(a, start) > part.latestFinish[a];
        if (start == Network.AFTER || late) {
            part.outcome[a] = late || part.latestStart[a] != Network.AFTER ? BEYOND : NEVER;
            part.clashes[a] = true;
            start = logic;
        } else {
            part.outcome[a] = PLACED;
        }
        if (start > logic) {
            part.moveDated(a, start);
        }
        fitting.book(part, a, start, 1);
        part.sequence[a] = ++sequence;
    }

    /** Finds what is ready. */
    private void begin(int p) {
        LevellerPart part = parts[p];
        Network g = part.g;
        for (int a = 0; a < g.size; a++) {
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
        while (!agenda.isEmpty()) {
            boolean settled = agenda.isSettled();
            int node = agenda.next();
            int p = agenda.partOf(node);
            int event = agenda.eventOf(p, node);
            if (settled) {
                place(p, event);
            } else {
                move(p, event, agenda.key(node));
            }
        }
    }

    private void ready(int p, int event) {
        LevellerPart part = parts[p];
        if (part.isLimited(event) && part.movable[event] && !part.t.late[event]) {
            evaluate(part, event);
            agenda.add(p, event, parallel ? part.t.earlyStart[event] : 0);
        } else {
            agenda.settle(p, event);
        }
    }

    private static void evaluate(LevellerPart part, int event) {
        ForwardPass.evaluate(part.g, part.honour, part.t, event);
    }

    /** Settles a summary, or an activity that stays where logic puts it. */
    private void place(int p, int event) {
        LevellerPart part = parts[p];
        evaluate(part, event);
        if (part.isLimited(event)) {
            keep(part, event, KEPT);
        }
        arriveAfter(p, event);
    }

    private void keep(LevellerPart part, int a, byte why) {
        if (part.expected[a] != Network.AFTER) {
            fitting.book(part, a, part.expected[a], -1);
        }
        long start = part.t.earlyStart[a];
        part.clashes[a] = fitting.earliest(part, a, start, start) != start;
        settle(part, a, start, why);
    }

    private void settle(LevellerPart part, int a, long start, byte outcome) {
        fitting.book(part, a, start, 1);
        part.outcome[a] = outcome;
        part.sequence[a] = ++sequence;
    }

    /** Places an activity at the first instant at which its resources are free: as a whole, interrupted, or use by use. */
    private void move(int p, int a, long key) {
        LevellerPart part = parts[p];
        long from = parallel ? key : part.t.earlyStart[a];
        long start = earliest(part, a, from);
        if (start != from && divide(p, a, from, start)) {
            return;
        }
        if (start == Network.AFTER) {
            keep(part, a, part.isBounded(a) ? BEYOND : NEVER);
        } else if (parallel && start > from) {
            agenda.add(p, a, start);
            return;
        } else {
            delay(part, a, start);
            settle(part, a, start, PLACED);
        }
        arriveAfter(p, a);
    }

    /** Interrupts an activity, or lets its uses begin one by one, where that serves; returns whether nothing is left to do. */
    private boolean divide(int p, int a, long from, long start) {
        LevellerPart part = parts[p];
        long finish = start == Network.AFTER ? Network.AFTER : part.g.finishFrom(a, start);
        if (part.splittable[a] && splitter.split(part, a, from, Math.min(finish, part.latestFinish[a] + 1))) {
            if (parallel && splitter.start > from) {
                agenda.add(p, a, splitter.start);
                return true;
            }
            split(part, a);
        } else if (moveApart(part, a, from, finish)) {
            settle(part, a, part.t.earlyStart[a], PLACED);
        } else {
            return false;
        }
        arriveAfter(p, a);
        return true;
    }

    private boolean moveApart(LevellerPart part, int a, long from, long finish) {
        if (!part.separate[a]) {
            return false;
        }
        long start = Separation.apply(part, fitting, a, from, finish);
        if (start != Network.AFTER) {
            delay(part, a, start);
        }
        return start != Network.AFTER;
    }

    /** The earliest start of the whole within its limits; with what may be overallocated, if that is the only way. */
    private long earliest(LevellerPart part, int a, long from) {
        long start = fitting.earliest(part, a, from, part.latestStart[a]);
        part.remember(a, fitting);
        if (start != Network.AFTER && start > from && part.isLate(a, start)) {
            start = Network.AFTER;
        }
        if (start == Network.AFTER && part.extraPercent > 0) {
            start = fitting.earliestBeyond(part, a, from);
            if (start != Network.AFTER && start > from && part.isLate(a, start)) {
                start = Network.AFTER;
            }
        }
        return start;
    }

    private void split(LevellerPart part, int a) {
        long logic = part.t.earlyStart[a];
        Gaps gaps = splitter.gaps();
        if (gaps.at().length > 0) {
            part.split(a, gaps);
        }
        if (splitter.start == logic) {
            part.conflictResource[a] = -1;
            evaluate(part, a);
        } else {
            delay(part, a, splitter.start);
        }
        settle(part, a, splitter.start, PLACED);
    }

    /** Turns a start into a levelling delay and lets the forward pass confirm it. */
    private static void delay(LevellerPart part, int a, long start) {
        Network g = part.g;
        if (start <= part.t.earlyStart[a]) {
            evaluate(part, a);
            return;
        }
        if (g.delay[a] != 0) {
            g.delay[a] = 0;
            evaluate(part, a);
        }
        g.delay[a] = start - part.t.earlyStart[a];
        evaluate(part, a);
    }

    private void arriveAfter(int p, int event) {
        LevellerPart part = parts[p];
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
}
