package dev.plumbline.level;

import dev.plumbline.internal.kernel.Floats;
import dev.plumbline.internal.kernel.LevellerPart;
import dev.plumbline.internal.kernel.Openings;
import dev.plumbline.internal.kernel.ResourceTimeline;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.ResourcePool;
import dev.plumbline.internal.util.Stopped;
import dev.plumbline.level.BucketTest.Bucket;
import dev.plumbline.level.Load.Booking;
import dev.plumbline.level.Sweep.Excess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Removes overallocations one by one. */
final class ConflictRun {

    /*
     * The earliest span in which a resource is asked for too much; of the activities in it that may be moved, the one that
     * the order names is delayed to the first instant at which those that stay leave room for it; the critical path method runs
     * again; and so on. Every step moves one activity strictly later. A span with nobody to move is left. Each step costs
     * the whole plan, so this suits plans of thousands of activities, not of hundreds of thousands.
     */

    private static final int STEPS_PER_ACTIVITY = 50;

    private final List<LevelPart> parts;
    private final ResourcePool pool;
    private final Levelling how;
    private final ConflictRules rules;
    private final Movability movability;
    private final IntFunction<ResourceTimeline> timelines;
    private final BooleanSupplier stop;
    private final Set<List<Long>> given = new HashSet<>();
    private final Map<LevelPart, Set<Integer>> restarted = new IdentityHashMap<>();

    ConflictRun(
            List<LevelPart> parts,
            ResourcePool pool,
            Levelling how,
            ConflictRules rules,
            Movability movability,
            IntFunction<ResourceTimeline> timelines,
            BooleanSupplier stop) {
        this.parts = parts;
        this.pool = pool;
        this.how = how;
        this.rules = rules;
        this.movability = movability;
        this.timelines = timelines;
        this.stop = stop;
    }

    /** How an activity leaves a span. */
    private enum Way {
        WHOLE,
        REST,
        PAUSE,
        ASSIGNMENT
    }

    private record Candidate(LevelPart part, int a, Way way, long start, long move, boolean settled) {

        /** Typed dates win over work that has begun, and that over the rest. */
        int rankOfState() {
            return switch (part.network().state[a]) {
                case Network.MANUAL -> 3;
                case Network.IN_PROGRESS -> 2;
                default -> settled ? 1 : 0;
            };
        }

        long totalFloat() {
            return Floats.total(part.network(), part.times(), a);
        }

        int priority() {
            return part.project().activities().get(a).priority();
        }

        boolean isBound() {
            return LevelRun.isBound(part, a);
        }
    }

    /** Removes one after the other; returns whether there was time for all. */
    boolean run() {
        long steps = 1_000;
        for (LevelPart part : parts) {
            steps += (long) STEPS_PER_ACTIVITY * part.network().size;
            for (int a = 0; a < part.network().size; a++) {
                part.kernel().conflictResource[a] = -1;
            }
        }
        Optional<Bucket> conflict = first();
        while (conflict.isPresent() && steps-- > 0) {
            if (stop.getAsBoolean()) {
                return false;
            }
            if (!resolve(conflict.get())) {
                given.add(key(conflict.get()));
            }
            conflict = first();
        }
        return true;
    }

    private List<Long> key(Bucket bucket) {
        return List.of((long) pool.numberOf(bucket.load().resource().id()), bucket.from());
    }

    /** The earliest span that was not given up; of several the first resource's. */
    private Optional<Bucket> first() {
        @Nullable Bucket earliest = null;
        List<Load> loads = Load.of(pool, parts);
        for (int r = 0; r < loads.size(); r++) {
            if (!movability.isLevelled(r)) {
                continue;
            }
            BucketTest test = new BucketTest(loads.get(r), rules);
            Bucket own = first(test, Sweep.of(loads.get(r)));
            if (own != null && (earliest == null || own.from() < earliest.from())) {
                earliest = own;
            }
        }
        return Optional.ofNullable(earliest);
    }

    private @Nullable Bucket first(BucketTest test, Sweep sweep) {
        for (Excess excess : sweep.excesses()) {
            if (movability.overlapsRange(excess)) {
                for (Bucket bucket : test.over(excess)) {
                    if (!given.contains(key(bucket))) {
                        return bucket;
                    }
                }
            }
        }
        return null;
    }

    /** Delays activities until the span is free or one of them stays in it; returns whether any was delayed. */
    private boolean resolve(Bucket bucket) {
        List<Booking> who = new ArrayList<>(bucket.who());
        BucketTest test = new BucketTest(bucket.load(), rules);
        boolean moved = false;
        while (test.isOver(who, bucket.from(), bucket.to())) {
            Candidate loser = loser(new Bucket(bucket.load(), bucket.from(), bucket.to(), bucket.at(), who));
            if (loser == null) {
                return moved;
            }
            move(loser, bucket);
            moved = true;
            if (loser.start() < bucket.to()) {
                return true;
            }
            who.removeIf(b -> b.a() == loser.a() && b.part().equals(loser.part()));
        }
        return moved;
    }

    /** Moves an activity, one of its assignments or what is left of it, or lets it pause. */
    private void move(Candidate loser, Bucket bucket) {
        LevelPart part = loser.part();
        LevellerPart kernel = part.kernel();
        int a = loser.a();
        int resource = pool.numberOf(bucket.load().resource().id());
        if ((loser.way() == Way.WHOLE || loser.way() == Way.ASSIGNMENT) && part.times().earlyStart[a] < bucket.from()) {
            restarted.computeIfAbsent(part, p -> new HashSet<>()).add(a);
        }
        switch (loser.way()) {
            case REST -> kernel.moveDated(a, loser.start());
            case PAUSE ->
                kernel.pause(a, part.times().earlyStart[a], bucket.from(), loser.start(), resource, bucket.at());
            case ASSIGNMENT -> kernel.shift(a, resource, loser.start(), bucket.at());
            default -> part.network().delay[a] += loser.start() - part.times().earlyStart[a];
        }
        kernel.conflictResource[a] = resource;
        kernel.conflictAt[a] = bucket.at();
        kernel.t = part.passes(Stopped.NEVER);
    }

    private @Nullable Candidate loser(Bucket bucket) {
        List<Candidate> candidates = candidates(bucket);
        candidates.sort(order());
        return candidates.stream()
                .filter(c -> rules.order() == ConflictOrder.ID_ONLY || !precedes(c, candidates))
                .findFirst()
                .orElse(candidates.isEmpty() ? null : candidates.get(0));
    }

    private List<Candidate> candidates(Bucket bucket) {
        List<Candidate> candidates = new ArrayList<>();
        Set<List<Integer>> seen = new LinkedHashSet<>();
        for (Booking booking : bucket.who()) {
            if (booking.done() || !seen.add(List.of(parts.indexOf(booking.part()), booking.a()))) {
                continue;
            }
            if (booking.part().immovable(booking.a()) == null) {
                candidate(booking.part(), booking.a(), bucket).ifPresent(candidates::add);
            }
        }
        return seen.size() < 2 ? new ArrayList<>() : candidates;
    }

    private Optional<Candidate> candidate(LevelPart part, int a, Bucket bucket) {
        LevellerPart kernel = part.kernel();
        int resource = pool.numberOf(bucket.load().resource().id());
        ResourceTimeline timeline = besides(part, a, bucket, resource);
        Network g = part.network();
        long now = part.requirements().originOf(a, part.times().earlyStart[a]);
        Way way = wayOf(part, a);
        long start = way == Way.ASSIGNMENT
                ? Openings.freeStartOf(kernel, timeline, resource, a, now)
                : Openings.freeStart(kernel, timeline, resource, a, now);
        if (start <= now) {
            start = g.nextStart(a, Math.max(bucket.to(), now + 1));
        }
        long resume = way == Way.WHOLE && kernel.splittable[a]
                ? Openings.resume(kernel, timeline, resource, a, now, bucket.from())
                : Network.AFTER;
        if (resume != Network.AFTER) {
            way = Way.PAUSE;
            start = g.between(a, bucket.from(), resume) > 0 ? resume : g.nextStart(a, bucket.to());
        }
        boolean found = start != Network.AFTER && start > now && isAllowed(part, a, way, start);
        return found ? Optional.of(candidate(part, a, way, now, start, bucket)) : Optional.empty();
    }

    private static Way wayOf(LevelPart part, int a) {
        return part.requirements().dated[a] ? Way.REST : part.kernel().separate[a] ? Way.ASSIGNMENT : Way.WHOLE;
    }

    private Candidate candidate(LevelPart part, int a, Way way, long now, long start, Bucket bucket) {
        long from = way == Way.PAUSE ? Math.max(now, bucket.from()) : now;
        long move = part.network().between(a, Math.min(from, start), start);
        return new Candidate(part, a, way, start, move, isSettled(part, a, way, bucket));
    }

    /** Whether an activity that is under way was taken back to begin anew before: that is done once, lest they go on in turns. */
    private boolean isSettled(LevelPart part, int a, Way way, Bucket bucket) {
        return (way == Way.WHOLE || way == Way.ASSIGNMENT)
                && part.times().earlyStart[a] < bucket.from()
                && restarted.getOrDefault(part, Set.of()).contains(a);
    }

    /** What the others of a span leave of its resource. */
    private ResourceTimeline besides(LevelPart part, int a, Bucket bucket, int resource) {
        ResourceTimeline timeline = timelines.apply(resource);
        for (Booking booking : bucket.who()) {
            if (booking.a() != a || !booking.part().equals(part)) {
                timeline.book(booking.kind(), booking.from(), booking.to(), booking.units());
            }
        }
        return timeline;
    }

    private boolean isAllowed(LevelPart part, int a, Way way, long start) {
        LevellerPart kernel = part.kernel();
        Network g = part.network();
        long begin = way == Way.WHOLE || way == Way.REST ? start : part.times().earlyStart[a];
        long finish = switch (way) {
            case WHOLE -> g.finishFrom(a, start);
            case REST -> kernel.finishOfDated(a, start);
            default -> start; // the least that it can be
        };
        boolean inTime = begin <= kernel.latestStart[a]
                && (kernel.latestFinish[a] == Network.AFTER || finish <= kernel.latestFinish[a]);
        long by = g.between(a, part.requirements().originOf(a, part.times().earlyStart[a]), start);
        return inTime && (!how.isWithinFloat() || by <= Floats.total(g, part.times(), a));
    }

    /** Whether another candidate follows this one directly. */
    private static boolean precedes(Candidate candidate, List<Candidate> others) {
        Network g = candidate.part().network();
        for (int i = g.firstOut[candidate.a()]; i < g.firstOut[candidate.a() + 1]; i++) {
            int successor = g.head[g.outEdge[i]];
            if (others.stream().anyMatch(o -> o.part().equals(candidate.part()) && o.a() == successor)) {
                return true;
            }
        }
        return false;
    }

    /** The one to be delayed first. */
    private Comparator<Candidate> order() {
        Comparator<Candidate> id = Comparator.<Candidate>comparingLong(
                        c -> c.part().priority())
                .thenComparing(Comparator.comparingInt((Candidate c) -> parts.indexOf(c.part()))
                        .thenComparingInt(Candidate::a)
                        .reversed());
        if (rules.order() == ConflictOrder.ID_ONLY) {
            return id;
        }
        Comparator<Candidate> open = Comparator.comparingInt(Candidate::rankOfState);
        Comparator<Candidate> later = Comparator.<Candidate>comparingLong(
                        c -> c.part().times().earlyStart[c.a()])
                .reversed();
        Comparator<Candidate> lower = Comparator.comparingInt(Candidate::priority);
        Comparator<Candidate> block = rules.classic()
                ? later.thenComparing(Candidate::isBound)
                        .thenComparing(Comparator.<Candidate>comparingLong(c -> c.totalFloat() - c.move())
                                .reversed())
                        .thenComparing(lower)
                : Comparator.comparingLong(Candidate::totalFloat)
                        .reversed()
                        .thenComparing(later)
                        .thenComparing(lower)
                        .thenComparing(Candidate::isBound)
                        .thenComparingLong(c -> c.part().network().duration[c.a()]);
        return open.thenComparing(rules.order() == ConflictOrder.PRIORITY_STANDARD ? lower.thenComparing(block) : block)
                .thenComparing(id);
    }
}
