package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.Network;
import java.util.function.BooleanSupplier;

/** The schedule generation schemes backward in time: from the finish of the project, each activity as late as possible. */
public final class BackwardLeveller extends SchemeEngine {

    /*
     * The mirror of Leveller: an activity waits for all that depends on it, and the parallel scheme takes the one that can end
     * last; turns are negative instants. The backward pass evaluates every activity. An earlier finish becomes a negative
     * levelling delay, the elapsed time from the late finish that the pass gave.
     *
     * [1] K. Y. Li, R. J. Willis: An iterative scheduling technique for resource-constrained project scheduling. EJOR 56, 1992,
     * pp. 370-379.
     */

    private BackwardLeveller(LevellerPart[] parts, ResourceTimeline[] timelines, boolean parallel) {
        super(parts, timelines, parallel);
    }

    /**
     * Places all activities that are as late as possible, of projects that are scheduled from their finish; their late dates and
     * levelling delays are written to the parts. The early dates of all others, and the finish of the project, must be there.
     *
     * @param parts what is placed
     * @param timelines empty timelines by resource; those that are null don't limit anything
     * @param parallel whether the parallel scheme is used
     */
    public static void run(LevellerPart[] parts, ResourceTimeline[] timelines, boolean parallel, BooleanSupplier stop) {
        BackwardLeveller leveller = new BackwardLeveller(parts, timelines, parallel);
        for (LevellerPart part : parts) {
            leveller.book(part);
        }
        for (int p = 0; p < parts.length; p++) {
            if (parts[p].backward) {
                leveller.begin(p);
            }
        }
        leveller.placeAll(stop);
    }

    /** Books all that stays where it is: given dates, and activities as soon as possible. */
    private void book(LevellerPart part) {
        if (part.backward) {
            part.reset();
        }
        for (int a = 0; a < part.g.size; a++) {
            if (part.uses(a)) {
                fitting.bookFixed(part, a);
                if (!part.backward || !part.t.late[a]) {
                    fitting.book(part, a, part.q.originOf(a, part.t.earlyStart[a]), 1);
                } else if (part.expected[a] != Network.AFTER) {
                    fitting.book(part, a, part.expected[a], 1);
                }
            }
        }
    }

    /** Finds what is ready. */
    private void begin(int p) {
        Network g = parts[p].g;
        for (int a = 0; a < g.size; a++) {
            await(p, a, g.firstOut[a + 1] - g.firstOut[a]);
            if (g.parent[a] >= 0) {
                await(p, a, 1);
                await(p, g.size + g.parent[a], 1);
            }
        }
        for (int a = 0; a < g.size; a++) {
            if (!waits(p, a)) {
                ready(p, a);
            }
        }
    }

    @Override
    void ready(int p, int event) {
        LevellerPart part = parts[p];
        if (part.isLimited(event) && part.movable[event] && part.t.late[event]) {
            evaluate(part, event);
            agenda.add(p, event, parallel ? -part.t.lateFinish[event] : 0);
        } else {
            agenda.settle(p, event);
        }
    }

    private static void evaluate(LevellerPart part, int event) {
        BackwardPass.evaluate(part.g, part.honour, part.openEndsCritical, part.t, event);
        if (event < part.g.size && part.t.late[event]) {
            ForwardPass.evaluate(part.g, part.honour, part.t, event);
        }
    }

    @Override
    void place(int p, int event) {
        LevellerPart part = parts[p];
        evaluate(part, event);
        if (part.isLimited(event) && part.t.late[event]) {
            keep(part, event, Leveller.KEPT);
        }
        arriveAfter(p, event);
    }

    private void keep(LevellerPart part, int a, byte why) {
        forgetExpected(part, a);
        long finish = part.t.lateFinish[a];
        part.clashes[a] = fitting.latest(part, a, finish, part.t.lateStart[a]) != finish;
        settle(part, a, part.t.lateStart[a], why);
    }

    /** Places an activity at the last instant at which its resources are free. */
    @Override
    void move(int p, int a, long turn) {
        LevellerPart part = parts[p];
        Network g = part.g;
        long logic = part.t.lateFinish[a];
        long from = parallel ? -turn : logic;
        long finish = fitting.latest(part, a, from, part.leastStart[a]);
        part.remember(a, fitting);
        if (finish == Network.BEFORE) {
            keep(part, a, part.leastStart[a] != Network.BEFORE ? Leveller.BEYOND : Leveller.NEVER);
            arriveAfter(p, a);
            return;
        }
        if (parallel && finish < from) {
            agenda.add(p, a, -finish);
            return;
        }
        if (finish < logic) {
            g.delay[a] = 0;
            evaluate(part, a);
            g.delay[a] = finish - part.t.lateFinish[a];
            evaluate(part, a);
        }
        settle(part, a, part.t.lateStart[a], Leveller.PLACED);
        arriveAfter(p, a);
    }

    /** The end of a summary lets the rows below it end; a row lets its predecessors end, and its summary begin. */
    private void arriveAfter(int p, int event) {
        Network g = parts[p].g;
        int a = event >= g.size ? event - g.size : event;
        if (event < g.size && g.summary[event]) {
            for (int child = g.firstChild[event]; child >= 0; child = g.nextSibling[child]) {
                arrive(p, child);
            }
            return;
        }
        for (int e = g.firstIn[a]; e < g.firstIn[a + 1]; e++) {
            arrive(p, g.tail[e]);
        }
        if (g.parent[a] >= 0) {
            arrive(p, g.size + g.parent[a]);
        }
    }
}
