package dev.plumbline.level;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.internal.kernel.ForwardPass;
import dev.plumbline.internal.kernel.Leveller;
import dev.plumbline.internal.kernel.ResourceTimeline;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.Requirements;
import dev.plumbline.internal.network.ResourcePool;
import dev.plumbline.level.Load.Booking;
import dev.plumbline.model.Problem;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What levelling came to, for all projects that were levelled together. Nothing changes after it was made. */
final class LevelResult {

    private final List<LevelPart> parts;
    private final ResourcePool pool;
    private final List<Load> loads;
    private final List<Problem> findings;
    private final long[][] logicStart;

    LevelResult(
            List<LevelPart> parts,
            ResourcePool pool,
            byte[][] failures,
            Movability movability,
            boolean asIs,
            Supplier<ResourceTimeline[]> timelines) {
        this.parts = List.copyOf(parts);
        this.pool = pool;
        this.loads = Load.of(pool, parts);
        this.logicStart = new long[parts.size()][];
        for (int p = 0; p < parts.size(); p++) {
            logicStart[p] = logicStarts(parts.get(p));
        }
        if (asIs) {
            explainDelays(timelines.get());
        }
        this.findings = new Infeasible(this, failures, movability).findings();
    }

    List<LevelPart> parts() {
        return parts;
    }

    LevelPart part(int p) {
        return parts.get(p);
    }

    ResourcePool pool() {
        return pool;
    }

    List<Load> loads() {
        return loads;
    }

    List<Problem> findings() {
        return findings;
    }

    /** The starts without the activity's own delay. */
    private static long[] logicStarts(LevelPart part) {
        Network g = part.network();
        Times t = part.times();
        long[] starts = t.earlyStart.clone();
        for (int a = 0; a < g.size; a++) {
            if (g.delay[a] != 0 && g.state[a] == Network.UNSTARTED) {
                long delay = g.delay[a];
                g.delay[a] = 0;
                ForwardPass.evaluate(g, part.honour(), t, a);
                starts[a] = t.earlyStart[a];
                g.delay[a] = delay;
                ForwardPass.evaluate(g, part.honour(), t, a);
            }
        }
        return starts;
    }

    /** Looks for the resource behind each delay that the plan held before. */
    private void explainDelays(ResourceTimeline[] timelines) {
        for (int p = 0; p < parts.size(); p++) {
            Leveller.Part kernel = parts.get(p).kernel();
            java.util.Arrays.fill(kernel.conflictResource, -1);
        }
        Leveller.Part[] kernels = parts.stream().map(LevelPart::kernel).toArray(Leveller.Part[]::new);
        Leveller.explain(kernels, timelines, logicStart);
    }

    DelayReason reason(int p, int a) {
        LevelPart part = parts.get(p);
        Network g = part.network();
        long start = part.times().earlyStart[a];
        boolean delayed = g.delay[a] != 0 && g.state[a] == Network.UNSTARTED && !g.summary[a];
        Leveller.Part kernel = part.kernel();
        LocalDateTime logic = Ticks.toDateTime(delayed ? logicStart[p][a] : start);
        if (!delayed || kernel.conflictResource[a] < 0) {
            return new DelayReason(
                    part.id(a),
                    Levelled.elapsed(delayed ? g.delay[a] : 0),
                    logic,
                    Ticks.toDateTime(start),
                    null,
                    0,
                    0,
                    null,
                    List.of());
        }
        int resource = kernel.conflictResource[a];
        long at = kernel.conflictAt[a];
        return new DelayReason(
                part.id(a),
                Levelled.elapsed(g.delay[a]),
                logic,
                Ticks.toDateTime(start),
                pool.resource(resource).id(),
                wanted(part.requirements(), a, resource) / (double) ResourcePool.UNIT,
                pool.capacityAt(resource, at) / (double) ResourcePool.UNIT,
                Ticks.toDateTime(at),
                holders(part, a, resource, at, start));
    }

    /** The most units that an activity takes of a resource. */
    private static long wanted(Requirements q, int a, int resource) {
        long most = 0;
        for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
            for (int p = q.firstPiece[u]; q.resource[u] == resource && p < q.firstPiece[u + 1]; p++) {
                most = Math.max(most, q.units[p]);
            }
        }
        return most;
    }

    /** Those at work between two instants that were placed before. */
    private List<DelayReason.Holder> holders(LevelPart part, int a, int resource, long at, long start) {
        int own = part.kernel().sequence[a];
        Load load = loads.get(resource);
        List<DelayReason.Holder> holders = new ArrayList<>();
        for (Booking booking : load.bookings()) {
            if (booking.from() >= start) {
                break;
            }
            boolean self = booking.part().equals(part) && booking.a() == a;
            if (!self && booking.to() > at && cameBefore(booking, own)) {
                holders.add(new DelayReason.Holder(
                        booking.part().project().name(),
                        booking.id(),
                        booking.units() / (double) ResourcePool.UNIT,
                        Ticks.toDateTime(booking.from()),
                        Ticks.toDateTime(booking.to())));
            }
        }
        return holders;
    }

    private static boolean cameBefore(Booking booking, int own) {
        Leveller.Part kernel = booking.part().kernel();
        return own == 0 || kernel.sequence[booking.a()] < own || kernel.outcome[booking.a()] != Leveller.PLACED;
    }
}
