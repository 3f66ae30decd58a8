package dev.plumbline.level;

import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.Requirements;
import dev.plumbline.internal.network.ResourcePool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finish that no levelled schedule of plans can go below. */
final class FinishBound {

    /*
     * The critical path; and for each resource, what must be done after an instant against what there is after it. Activities
     * in order of their early starts: those from some place on can't begin before the early start at that place, so their work
     * must fit between it and the finish. Work and capacity are counted on the calendar of the resource, or round the clock
     * where it is used outside its own. Work of activities that are not moved may lie where there is no capacity: it doesn't
     * count.
     *
     * A. A. Mastor: An experimental investigation and comparative evaluation of production line balancing techniques.
     * Management Science 16, 1970, pp. 728-746: bounds by the work that resources must do.
     */

    private final LevelRun run;

    private record Ask(long from, double work) {}

    FinishBound(LevelRun run) {
        this.run = run;
    }

    /** The latest finish of the critical paths, after delays were taken away. */
    long ofLogic() {
        long bound = Long.MIN_VALUE;
        for (LevelPart part : run.parts()) {
            bound = Math.max(bound, part.unlevelled().projectFinish);
        }
        return bound;
    }

    /** The bound that counts resources too; it holds where nothing is placed against its resources. */
    long tick() {
        long bound = ofLogic();
        ResourcePool pool = run.pool();
        for (int r = 0; r < pool.size(); r++) {
            if (run.movability().isLevelled(r) && run.isPlain()) {
                bound = Math.max(bound, ofResource(r));
            }
        }
        return bound;
    }

    private long ofResource(int r) {
        List<Ask> asks = new ArrayList<>();
        for (LevelPart part : run.parts()) {
            collect(part, r, asks);
        }
        asks.sort(Comparator.comparingLong(Ask::from).reversed());
        CompiledCalendar[] kinds = run.pool().useCalendars(r);
        CompiledCalendar own = run.pool().calendar(r);
        boolean confined = true;
        for (CompiledCalendar kind : kinds) {
            confined &= kind.intersect(own).equals(kind);
        }
        long bound = Long.MIN_VALUE;
        double work = 0;
        for (int i = 0; i < asks.size(); i++) {
            work += asks.get(i).work();
            if (i + 1 == asks.size() || asks.get(i + 1).from() < asks.get(i).from()) {
                bound = Math.max(
                        bound, done(r, confined ? own : null, asks.get(i).from(), work));
            }
        }
        return bound;
    }

    private static void collect(LevelPart part, int r, List<Ask> asks) {
        Requirements q = part.requirements();
        Network g = part.network();
        for (int a = 0; a < g.size; a++) {
            double work = 0;
            for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
                for (int p = q.firstPiece[u]; q.resource[u] == r && p < q.endPiece[u]; p++) {
                    work += (double) (q.end[p] - q.begin[p]) * q.units[p];
                }
            }
            boolean bound =
                    part.kernel().latestStart[a] != Network.AFTER || part.kernel().latestFinish[a] != Network.AFTER;
            if (work > 0 && !q.dated[a] && !bound && part.immovable(a) == null) {
                asks.add(new Ask(part.unlevelled().earlyStart[a], work));
            }
        }
    }

    /** The first instant by which so much can be done from another on; the beginning of time if that takes for ever. */
    private long done(int r, @Nullable CompiledCalendar calendar, long from, double work) {
        long[] cuts = run.pool().capacityFrom(r);
        double left = work;
        for (int i = 0; i < cuts.length; i++) {
            long begin = Math.max(from, cuts[i]);
            long end = i + 1 < cuts.length ? cuts[i + 1] : Long.MAX_VALUE;
            long units = run.pool().capacityAt(r, begin);
            if (begin >= end || units <= 0) {
                continue;
            }
            double needed = Math.floor(left / (double) units * (1 - 1e-12)); // never too late, whatever doubles lose
            double there = end == Long.MAX_VALUE ? Double.MAX_VALUE : room(calendar, begin, end);
            if (needed <= there) {
                long ticks = (long) Math.min(needed, Network.AFTER);
                if (calendar == null) {
                    return begin + ticks;
                }
                return calendar.hasWorkingTime() ? calendar.add(begin, ticks) : Long.MIN_VALUE;
            }
            left -= there * units;
        }
        return Long.MIN_VALUE;
    }

    private static double room(@Nullable CompiledCalendar calendar, long begin, long end) {
        return calendar == null ? (double) (end - begin) : (double) calendar.work(begin, end);
    }
}
