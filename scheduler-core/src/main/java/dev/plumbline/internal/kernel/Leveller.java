package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.Network;
import java.util.function.BooleanSupplier;

/** The serial and the parallel schedule generation scheme over real calendars, for one or several networks. */
public final class Leveller extends SchemeEngine {

    /*
     * The forward pass itself evaluates every activity, so that logic, constraints and calendars are those of the critical
     * path method. A later start becomes a levelling delay, the elapsed time from the start that the pass gave.
     */

    /** Placed where the resources allow. */
    public static final byte PLACED = 0;

    /** Placed where logic puts it, since it is not to be moved. */
    public static final byte KEPT = 1;

    /** Placed where logic puts it, since there will never be enough. */
    public static final byte NEVER = 2;

    /** Placed where logic puts it, since it would have to begin or end too late. */
    public static final byte BEYOND = 3;

    private final Splitter splitter;

    private Leveller(LevellerPart[] parts, ResourceTimeline[] timelines, boolean parallel) {
        super(parts, timelines, parallel);
        this.splitter = new Splitter(fitting);
    }

    /**
     * Places all activities; their dates and levelling delays are written to the parts.
     *
     * @param parts what is placed
     * @param timelines empty timelines by resource; those that are null don't limit anything
     * @param parallel whether the parallel scheme is used
     */
    public static void run(LevellerPart[] parts, ResourceTimeline[] timelines, boolean parallel, BooleanSupplier stop) {
        Leveller leveller = new Leveller(parts, timelines, parallel);
        for (LevellerPart part : parts) {
            leveller.book(part);
        }
        leveller.placeDated();
        for (int p = 0; p < parts.length; p++) {
            leveller.begin(p);
        }
        leveller.placeAll(stop);
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
            part.clashes[a] = true;
            settle(part, a, logic, late || part.latestStart[a] != Network.AFTER ? BEYOND : NEVER);
            return;
        }
        if (start > logic) {
            part.moveDated(a, start);
        }
        settle(part, a, start, PLACED);
    }

    /** Finds what is ready. */
    private void begin(int p) {
        LevellerPart part = parts[p];
        Network g = part.g;
        for (int a = 0; a < g.size; a++) {
            int up = g.parent[a];
            if (up >= 0) {
                await(p, up, 1);
                await(p, part.begin(a), 1);
            }
            await(p, part.begin(a), g.firstIn[a + 1] - g.firstIn[a]);
        }
        for (int a = 0; a < g.size; a++) {
            if (!waits(p, part.begin(a))) {
                ready(p, part.begin(a));
            }
        }
    }

    @Override
    void ready(int p, int event) {
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

    @Override
    void place(int p, int event) {
        LevellerPart part = parts[p];
        evaluate(part, event);
        if (part.isLimited(event)) {
            keep(part, event, KEPT);
        }
        arriveAfter(p, event);
    }

    private void keep(LevellerPart part, int a, byte why) {
        forgetExpected(part, a);
        long start = part.t.earlyStart[a];
        part.clashes[a] = fitting.earliest(part, a, start, start) != start;
        settle(part, a, start, why);
    }

    /** Places an activity at the first instant at which its resources are free: as a whole, interrupted, or use by use. */
    @Override
    void move(int p, int a, long turn) {
        LevellerPart part = parts[p];
        long from = parallel ? turn : part.t.earlyStart[a];
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
}
