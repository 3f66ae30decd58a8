package dev.plumbline.level;

import dev.plumbline.internal.kernel.Floats;
import dev.plumbline.internal.kernel.Leveller;
import dev.plumbline.internal.kernel.ResourceTimeline;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.ResourcePool;
import dev.plumbline.level.BucketTest.Bucket;
import dev.plumbline.level.Load.Booking;
import dev.plumbline.level.Sweep.Excess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
    private final Supplier<ResourceTimeline[]> timelines;
    private final Set<List<Long>> given = new HashSet<>();

    ConflictRun(
            List<LevelPart> parts,
            ResourcePool pool,
            Levelling how,
            ConflictRules rules,
            Movability movability,
            Supplier<ResourceTimeline[]> timelines) {
        this.parts = parts;
        this.pool = pool;
        this.how = how;
        this.rules = rules;
        this.movability = movability;
        this.timelines = timelines;
    }

    private record Candidate(LevelPart part, int a, long start, long move) {

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

    void run() {
        long steps = 1_000;
        for (LevelPart part : parts) {
            steps += (long) STEPS_PER_ACTIVITY * part.network().size;
            for (int a = 0; a < part.network().size; a++) {
                part.kernel().conflictResource[a] = -1;
            }
        }
        Optional<Bucket> conflict = first();
        while (conflict.isPresent() && steps-- > 0) {
            if (!resolve(conflict.get())) {
                given.add(key(conflict.get()));
            }
            conflict = first();
        }
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
            BucketTest test = new BucketTest(loads.get(r), rules.granularity());
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
        BucketTest test = new BucketTest(bucket.load(), rules.granularity());
        boolean moved = false;
        while (test.isOver(who, bucket.from(), bucket.to())) {
            Candidate loser = loser(new Bucket(bucket.load(), bucket.from(), bucket.to(), who));
            if (loser == null) {
                return moved;
            }
            Network g = loser.part().network();
            g.delay[loser.a()] += loser.start() - loser.part().times().earlyStart[loser.a()];
            loser.part().kernel().t = loser.part().passes();
            moved = true;
            if (loser.start() < bucket.to()) {
                return true;
            }
            who.removeIf(b -> b.a() == loser.a() && b.part().equals(loser.part()));
        }
        return moved;
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
            LevelPart part = booking.part();
            int a = booking.a();
            if (part.immovable(a) == null) {
                long start = freeStart(part, a, bucket);
                if (start != Network.AFTER && isAllowed(part, a, start)) {
                    long move = part.network().between(a, part.times().earlyStart[a], start);
                    candidates.add(new Candidate(part, a, start, move));
                }
            }
        }
        return seen.size() < 2 ? new ArrayList<>() : candidates;
    }

    /** The first start after its own at which an activity fits beside the others of the span; after the span if it did fit. */
    private long freeStart(LevelPart part, int a, Bucket bucket) {
        int resource = pool.numberOf(bucket.load().resource().id());
        ResourceTimeline timeline = timelines.get()[resource];
        for (Booking booking : bucket.who()) {
            if (booking.a() != a || !booking.part().equals(part)) {
                timeline.book(booking.kind(), booking.from(), booking.to(), booking.units());
            }
        }
        long now = part.times().earlyStart[a];
        long start = Leveller.freeStart(part.kernel(), timeline, resource, a);
        return start > now ? start : part.network().nextStart(a, Math.max(bucket.to(), now + 1));
    }

    private boolean isAllowed(LevelPart part, int a, long start) {
        Leveller.Part kernel = part.kernel();
        boolean inTime = start <= kernel.latestStart[a]
                && (kernel.latestFinish[a] == Network.AFTER
                        || part.network().finishFrom(a, start) <= kernel.latestFinish[a]);
        return inTime
                && (!how.isWithinFloat()
                        || part.network().between(a, part.times().earlyStart[a], start)
                                <= Floats.total(part.network(), part.times(), a));
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
        return (rules.order() == ConflictOrder.PRIORITY_STANDARD ? lower.thenComparing(block) : block)
                .thenComparing(id);
    }
}
