package dev.plumbline.level;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.internal.kernel.BackwardPass;
import dev.plumbline.internal.kernel.ForwardPass;
import dev.plumbline.internal.kernel.Gaps;
import dev.plumbline.internal.kernel.Leveller;
import dev.plumbline.internal.kernel.LevellerPart;
import dev.plumbline.internal.kernel.Openings;
import dev.plumbline.internal.kernel.ResourceTimeline;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.Requirements;
import dev.plumbline.internal.network.ResourcePool;
import dev.plumbline.level.Load.Booking;
import dev.plumbline.model.Problem;
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
            Supplier<ResourceTimeline[]> timelines,
            boolean complete) {
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
        this.findings = new Infeasible(this, failures, movability).findings(complete);
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

    /** Where activities, or what is left of them, would start without their own delay. */
    private static long[] logicStarts(LevelPart part) {
        Network g = part.network();
        Times t = part.times();
        long[] starts = t.earlyStart.clone();
        for (int a = 0; a < g.size; a++) {
            if (isDelayed(part, a) && g.state[a] == Network.UNSTARTED) {
                long delay = g.delay[a];
                g.delay[a] = 0;
                evaluate(part, a);
                starts[a] = t.earlyStart[a];
                g.delay[a] = delay;
                evaluate(part, a);
            } else if (part.engine().moved(a) != 0) {
                starts[a] =
                        part.engine().requirements().anchor[a] - part.engine().moved(a);
            }
        }
        return starts;
    }

    private static void evaluate(LevelPart part, int a) {
        if (part.times().late[a]) {
            BackwardPass.evaluate(part.network(), part.honour(), part.kernel().openEndsCritical, part.times(), a);
        }
        ForwardPass.evaluate(part.network(), part.honour(), part.times(), a);
    }

    private static boolean isDelayed(LevelPart part, int a) {
        Network g = part.network();
        boolean counts = part.times().late[a] ? g.delay[a] < 0 : g.delay[a] > 0;
        return counts && !g.summary[a] && g.state[a] == Network.UNSTARTED;
    }

    /** Looks for the resource behind each delay where placing did not tell. */
    private void explainDelays(ResourceTimeline[] timelines) {
        LevellerPart[] kernels = parts.stream().map(LevelPart::kernel).toArray(LevellerPart[]::new);
        Openings.explain(kernels, timelines, logicStart);
        for (LevelPart part : parts) {
            part.engine().learn(part.kernel());
        }
    }

    /** Why an activity starts when it does. */
    DelayReason reason(int p, int a) {
        LevelPart part = parts.get(p);
        long moved = part.engine().moved(a);
        Network g = part.network();
        if (moved != 0) {
            long start = part.engine().requirements().anchor[a];
            return held(part, a, DelayReason.Kind.REMAINDER, start - moved, start);
        }
        long start = part.times().earlyStart[a];
        if (!isDelayed(part, a)) {
            return unheld(part.id(a), DelayReason.Kind.NONE, 0, start, start);
        }
        DelayReason.Kind kind = g.delay[a] < 0 ? DelayReason.Kind.EARLIER : DelayReason.Kind.START;
        return held(part, a, kind, logicStart[p][a], start);
    }

    private DelayReason held(LevelPart part, int a, DelayReason.Kind kind, long logic, long start) {
        LevellerPart kernel = part.engine();
        return reason(part, a, kind, logic, start, kernel.conflictResource[a], kernel.conflictAt[a]);
    }

    private DelayReason reason(
            LevelPart part, int a, DelayReason.Kind kind, long logic, long start, int resource, long at) {
        boolean unstarted = part.network().state[a] == Network.UNSTARTED;
        boolean wholly = kind == DelayReason.Kind.START || kind == DelayReason.Kind.EARLIER;
        long delay = wholly && unstarted ? part.network().delay[a] : start - logic;
        List<Booking> holders = resource < 0 ? List.of() : holders(part, a, kind, resource, at, start);
        if (resource < 0 || !isShort(part, a, resource, at, holders)) {
            return unheld(part.id(a), kind, delay, logic, start);
        }
        return new DelayReason(
                part.id(a),
                kind,
                Levelled.elapsed(delay),
                Ticks.toDateTime(logic),
                Ticks.toDateTime(start),
                pool.resource(resource).id(),
                wanted(part.requirements(), a, resource) / (double) ResourcePool.UNIT,
                pool.capacityAt(resource, at) / (double) ResourcePool.UNIT,
                Ticks.toDateTime(at),
                holders.stream().map(LevelResult::holder).toList());
    }

    /** A reason without a resource. */
    private static DelayReason unheld(String id, DelayReason.Kind kind, long delay, long logic, long start) {
        return new DelayReason(
                id,
                kind,
                Levelled.elapsed(delay),
                Ticks.toDateTime(logic),
                Ticks.toDateTime(start),
                null,
                0,
                0,
                null,
                List.of());
    }

    private List<Booking> holders(LevelPart part, int a, DelayReason.Kind kind, int resource, long at, long start) {
        if (kind == DelayReason.Kind.EARLIER) {
            long finish = part.times().earlyFinish[a];
            return holders(part, a, resource, Math.min(at, finish), Math.max(at + 1, finish));
        }
        return holders(part, a, resource, at, Math.max(at + 1, start)); // uneven work may be held up behind its start
    }

    /** Whether those that hold a resource leave too little at an instant; steps may have overtaken what made a delay. */
    private boolean isShort(LevelPart part, int a, int resource, long at, List<Booking> holders) {
        long asked = wanted(part.requirements(), a, resource);
        for (Booking booking : holders) {
            asked += booking.from() <= at && booking.to() > at ? booking.units() : 0;
        }
        return asked > pool.capacityAt(resource, at);
    }

    private static DelayReason.Holder holder(Booking booking) {
        return new DelayReason.Holder(
                booking.part().project().name(),
                booking.id(),
                booking.units() / (double) ResourcePool.UNIT,
                Ticks.toDateTime(booking.from()),
                Ticks.toDateTime(booking.to()));
    }

    /** The elapsed ticks of {@link #reason}. */
    long delay(int p, int a) {
        LevelPart part = parts.get(p);
        long moved = part.engine().moved(a);
        return moved != 0 || !isDelayed(part, a) ? moved : part.network().delay[a];
    }

    /** Whether levelling did anything to an activity. */
    boolean isTouched(int p, int a) {
        LevelPart part = parts.get(p);
        boolean touched = delay(p, a) != 0 || part.engine().gaps[a] != null;
        Requirements q = part.requirements();
        for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
            touched |= q.shift[u] != 0;
        }
        return touched;
    }

    /** Everything that levelling did to an activity, in order of time. */
    List<DelayReason> reasons(int p, int a) {
        LevelPart part = parts.get(p);
        List<DelayReason> reasons = new ArrayList<>();
        DelayReason first = reason(p, a);
        if (first.kind() != DelayReason.Kind.NONE) {
            reasons.add(first);
        }
        Gaps gaps = part.engine().gaps[a];
        long paused = 0;
        for (int i = 0; gaps != null && i < gaps.at().length; i++) {
            CompiledCalendar calendar = part.network().calendar[a];
            long start = part.times().earlyStart[a];
            long from = calendar.add(start, gaps.at()[i] + paused);
            paused += gaps.length()[i];
            long to = calendar.nextStart(calendar.add(start, gaps.at()[i] + paused));
            reasons.add(reason(part, a, DelayReason.Kind.GAP, from, to, gaps.resource()[i], gaps.conflict()[i]));
        }
        Requirements q = part.requirements();
        for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
            if (q.shift[u] != 0) {
                long start = part.times().earlyStart[a];
                int cause = part.engine().useConflict[u] == 0 ? -1 : q.resource[u];
                reasons.add(reason(
                        part,
                        a,
                        DelayReason.Kind.ASSIGNMENT,
                        start,
                        start + q.shift[u],
                        cause,
                        part.engine().useConflict[u]));
            }
        }
        return reasons;
    }

    /** The most units that an activity takes of a resource. */
    private static long wanted(Requirements q, int a, int resource) {
        long most = 0;
        for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
            for (int p = q.firstPiece[u]; q.resource[u] == resource && p < q.endPiece[u]; p++) {
                most = q.done[p] ? most : Math.max(most, q.units[p]);
            }
        }
        return most;
    }

    /** Those at work between two instants that were placed before. */
    private List<Booking> holders(LevelPart part, int a, int resource, long at, long start) {
        int own = part.engine().sequence[a];
        List<Booking> holders = new ArrayList<>();
        for (Booking booking : loads.get(resource).bookings()) {
            if (booking.from() >= start) {
                break;
            }
            boolean self = booking.part().equals(part) && booking.a() == a;
            if (!self && booking.to() > at && cameBefore(booking, own)) {
                holders.add(booking);
            }
        }
        return holders;
    }

    private static boolean cameBefore(Booking booking, int own) {
        LevellerPart kernel = booking.part().engine();
        return own == 0 || kernel.sequence[booking.a()] < own || kernel.outcome[booking.a()] != Leveller.PLACED;
    }
}
