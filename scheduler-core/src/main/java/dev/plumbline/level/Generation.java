package dev.plumbline.level;

import dev.plumbline.internal.kernel.BackwardLeveller;
import dev.plumbline.internal.kernel.Leveller;
import dev.plumbline.internal.kernel.LevellerPart;
import dev.plumbline.internal.kernel.ResourceTimeline;
import dev.plumbline.internal.kernel.Standing;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.util.Stopped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Generates levelled schedules from orders of activities: one, or the shortest of several. */
final class Generation {

    /*
     * Activities that are not moved by resources but by logic (priority 1000, constraints, as late as possible, or no place
     * found) may come to stand where others were placed before them. Then the schedule is generated again with their places
     * booked in advance, until nothing clashes or a few rounds don't help.
     *
     * Where several schedules may be tried, these are: both schemes with the rule and with rules that are known to do well; then,
     * from the shortest so far, backward from its finish and forward again in the order of those starts, as long as that makes
     * it shorter [1]. Such an order knows no priorities, so this last step is left out where activities differ in them.
     *
     * [1] V. Valls, F. Ballestin, S. Quintanilla: Justification and RCPSP: a technique that pays. EJOR 165, 2005, pp. 375-386.
     */

    private static final int MOST_ROUNDS = 8;
    private static final int MOST_ACTIVITIES = 200_000;

    private static final List<PriorityRule> RULES = List.of(
            PriorityRule.LATEST_FINISH,
            PriorityRule.MOST_TOTAL_SUCCESSORS,
            PriorityRule.LATEST_START,
            PriorityRule.MIN_SLACK);

    private final List<LevelPart> parts;
    private final Levelling how;
    private final Supplier<ResourceTimeline[]> timelines;
    private final byte[][] failures;
    private final BooleanSupplier stop;
    private @Nullable Attempt best;
    private @Nullable Attempt last;

    /** What came of an order of activities. */
    private static final class Attempt {

        private final long[] length;
        private List<Standing> standing = List.of();
        private byte[][] failures = {};

        /**
         * Makes an attempt.
         *
         * @param length what decides which is better: clashes, then the finishes of the projects, then of all activities
         */
        Attempt(long[] length) {
            this.length = length;
        }

        boolean isBetterThan(@Nullable Attempt other) {
            return other == null || Arrays.compare(length, other.length) < 0;
        }
    }

    Generation(
            List<LevelPart> parts,
            Levelling how,
            Supplier<ResourceTimeline[]> timelines,
            byte[][] failures,
            BooleanSupplier stop) {
        this.parts = parts;
        this.how = how;
        this.timelines = timelines;
        this.failures = failures;
        this.stop = stop;
    }

    /**
     * Generates the schedule, or the shortest of those that there was time for; returns whether there was time for all.
     *
     * @throws Stopped if there was time for none
     */
    boolean run() {
        boolean parallel = how.scheme() == GenerationScheme.PARALLEL;
        Ranking.rank(parts, how.rule());
        attempt(parallel);
        boolean complete = true;
        try {
            improve(parallel);
        } catch (Stopped e) {
            complete = false;
            last = null; // what it left behind is no schedule
        }
        if (!complete || how.direction().isEmpty()) {
            takeUpBest();
        }
        return complete;
    }

    private void improve(boolean parallel) {
        if (how.direction().isPresent()) {
            boolean own = parts.get(0).isBackward() == (how.direction().get() == Direction.BACKWARD);
            if (!own && !isMixed()) {
                turn(parallel, false);
            }
            return;
        }
        int size = parts.stream().mapToInt(part -> part.network().size).sum();
        int tries = Math.min(how.tries(), Math.max(1, MOST_ACTIVITIES / Math.max(1, size)));
        tryTurning(trySchemes(tries - 1, parallel));
    }

    /** Whether some projects are scheduled from their start and others from their finish. */
    private boolean isMixed() {
        return parts.stream().anyMatch(part -> part.isBackward() != parts.get(0).isBackward());
    }

    private int trySchemes(int tries, boolean parallel) {
        int left = tries;
        List<PriorityRule> rules = new ArrayList<>(List.of(how.rule()));
        RULES.forEach(rule -> rules.add(
                Ranking.prioritiesOf(how.rule()).map(p -> p.then(rule)).orElse(rule)));
        for (PriorityRule rule : rules) {
            for (boolean scheme : new boolean[] {false, true}) {
                boolean done = rule.equals(how.rule()) && scheme == parallel;
                if (!done && left > 0) {
                    keepBest();
                    Ranking.rank(parts, rule);
                    attempt(scheme);
                    left--;
                }
            }
        }
        return left;
    }

    private void tryTurning(int tries) {
        Attempt shortest = best;
        for (int left = tries;
                left > 1 && shortest != null && !isMixed() && Ranking.arePrioritiesEqual(parts);
                left -= 2) {
            takeUpBest();
            turn(false, true);
            if (best == shortest) {
                return;
            }
            shortest = best;
        }
    }

    /** Generates the other way from where the last schedule ends, and then this way in that order. */
    private void turn(boolean parallel, boolean byDates) {
        keepBest();
        List<long[]> dates = new ArrayList<>();
        LevellerPart[] turned = new LevellerPart[parts.size()];
        for (int p = 0; p < turned.length; p++) {
            turned[p] = turned(parts.get(p), byDates);
        }
        if (turned.length > 0 && turned[0].backward) {
            BackwardLeveller.run(turned, timelines.get(), parallel, stop);
        } else {
            Leveller.run(turned, timelines.get(), parallel, stop);
        }
        for (int p = 0; p < turned.length; p++) {
            Times t = turned[p].t;
            dates.add(
                    turned[p].backward
                            ? t.earlyStart
                            : Arrays.stream(t.earlyFinish)
                                    .map(finish -> -finish)
                                    .toArray());
        }
        Ranking.byDates(parts, dates);
        attempt(false);
    }

    /** The same project, as if it were scheduled from its other end, ranked in the opposite order. */
    private static LevellerPart turned(LevelPart part, boolean byDates) {
        LevellerPart kernel = part.kernel();
        long finish = kernel.t.projectFinish;
        long[] ends = part.isBackward() ? negative(kernel.t.earlyStart) : kernel.t.earlyFinish.clone();
        int[] ranks = kernel.rank.clone();
        kernel.reset();
        Network g = part.network().copy();
        Arrays.fill(g.delay, 0);
        Arrays.fill(g.plain, false); // what is as soon as possible there is as late as possible here
        Times t = part.unlevelled().copy();
        LevellerPart turned = new LevellerPart(g, part.requirements(), part.honour(), t);
        turned.backward = !part.isBackward();
        t.projectFinish = finish;
        for (int a = 0; a < g.size; a++) {
            boolean moves = kernel.movable[a] && g.state[a] == Network.UNSTARTED;
            turned.movable[a] = moves;
            t.late[a] = turned.backward && moves;
        }
        Ranking.reverse(turned, byDates ? ends : null, ranks);
        return turned;
    }

    private static long[] negative(long[] dates) {
        return Arrays.stream(dates).map(date -> -date).toArray();
    }

    /** Generates one schedule by the ranks that the activities have. */
    void once(boolean parallel) {
        for (byte[] failure : failures) {
            Arrays.fill(failure, (byte) 0);
        }
        generate(parallel);
    }

    private void attempt(boolean parallel) {
        once(parallel);
        last = new Attempt(length());
        best = last.isBetterThan(best) ? last : best;
    }

    /** Keeps the shortest schedule where it stands, before another is generated, lest it had to be generated again. */
    private void keepBest() {
        Attempt shortest = best;
        if (shortest == null || shortest != last || !shortest.standing.isEmpty()) {
            return;
        }
        shortest.standing =
                parts.stream().map(part -> Standing.of(part.kernel())).toList();
        shortest.failures = Arrays.stream(failures).map(byte[]::clone).toArray(byte[][]::new);
    }

    /** Lets everything stand as in the shortest schedule. */
    private void takeUpBest() {
        Attempt shortest = best;
        if (shortest == null || shortest == last) {
            return;
        }
        for (int p = 0; p < parts.size(); p++) {
            shortest.standing.get(p).takeUp(parts.get(p).kernel());
            System.arraycopy(shortest.failures[p], 0, failures[p], 0, failures[p].length);
        }
        last = shortest;
    }

    private long[] length() {
        long clashes = 0;
        long sum = 0;
        long[] result = new long[parts.size() + 2];
        for (int p = 0; p < parts.size(); p++) {
            LevelPart part = parts.get(p);
            Times t = part.times();
            Network g = part.network();
            result[p + 1] = part.isBackward() ? -t.projectStart : t.projectFinish;
            for (int a = 0; a < g.size; a++) {
                clashes += part.kernel().clashes[a] ? 1 : 0;
                sum += part.isBackward() ? -t.earlyStart[a] : t.earlyFinish[a] - g.start;
            }
        }
        result[0] = clashes;
        result[parts.size() + 1] = sum;
        return result;
    }

    private void generate(boolean parallel) {
        for (LevelPart part : parts) {
            Arrays.fill(part.kernel().expected, Network.AFTER);
            System.arraycopy(part.mayMove(), 0, part.kernel().movable, 0, part.network().size);
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            expectLate();
            LevellerPart[] kernels = parts.stream().map(LevelPart::kernel).toArray(LevellerPart[]::new);
            Leveller.run(kernels, timelines.get(), parallel, stop);
            if (isFinal()) {
                return;
            }
            boolean again = settle(false);
            if (parts.stream().anyMatch(LevelPart::isBackward)) {
                BackwardLeveller.run(kernels, timelines.get(), parallel, stop);
                again |= settle(true);
            }
            if (!again) {
                return;
            }
        }
    }

    /** Whether everything stands where its resources allow, so that the dates are final as they are. */
    private boolean isFinal() {
        for (LevelPart part : parts) {
            for (int a = 0; a < part.network().size; a++) {
                if (part.times().late[a] || part.uses(a) && !isPlaced(part, a)) {
                    return false;
                }
            }
        }
        parts.forEach(LevelPart::settleFinish);
        return true;
    }

    private static boolean isPlaced(LevelPart part, int a) {
        LevellerPart kernel = part.kernel();
        boolean dated = part.requirements().dated[a];
        return !part.isBackward()
                && (dated
                        ? kernel.outcome[a] == Leveller.KEPT && !kernel.clashes[a]
                        : kernel.outcome[a] == Leveller.PLACED)
                && kernel.moved(a) == 0;
    }

    /** Activities as late as possible are expected at their late dates. */
    private void expectLate() {
        for (LevelPart part : parts) {
            for (int a = 0; a < part.network().size; a++) {
                if (part.times().late[a] && !(part.isBackward() && part.kernel().movable[a])) {
                    part.kernel().expected[a] = part.times().lateStart[a];
                }
            }
        }
    }

    private boolean settle(boolean backward) {
        boolean again = false;
        for (int p = 0; p < parts.size(); p++) {
            if (parts.get(p).isBackward() == backward) {
                again |= settle(p);
            }
        }
        return again;
    }

    /** Takes the dates by the new delays; returns whether places that were not chosen clash and are worth booking ahead. */
    private boolean settle(int p) {
        LevelPart part = parts.get(p);
        LevellerPart kernel = part.kernel();
        boolean clash = false;
        boolean moved = false;
        Times placed = kernel.t;
        kernel.t = part.passes(Stopped.NEVER);
        for (int a = 0; a < part.network().size; a++) {
            if (!part.uses(a)) {
                continue;
            }
            if (kernel.outcome[a] == Leveller.NEVER || kernel.outcome[a] == Leveller.BEYOND) {
                failures[p][a] = kernel.outcome[a];
            }
            if (part.requirements().dated[a]) {
                continue;
            }
            boolean shifted = kernel.t.earlyStart[a] != placed.earlyStart[a];
            boolean bound = kernel.outcome[a] == Leveller.BEYOND && LevelRun.isBound(part, a);
            if (kernel.outcome[a] == Leveller.KEPT || bound) {
                kernel.movable[a] = false;
                clash |= kernel.clashes[a];
                moved |= kernel.expected[a] != kernel.t.earlyStart[a];
                kernel.expected[a] = kernel.t.earlyStart[a];
            }
            clash |= shifted;
            moved |= shifted;
        }
        return clash && moved;
    }
}
