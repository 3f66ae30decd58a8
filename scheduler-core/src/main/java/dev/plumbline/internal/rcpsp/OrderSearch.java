package dev.plumbline.internal.rcpsp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A search through the orders of activities that are placed on real calendars. */
public final class OrderSearch {

    /*
     * A population of schedules, begun with priority rules. A child takes the order of the first parent inside a window of time and
     * that of the second outside. Every other child is justified before it is placed: a plain image of the plan, with one
     * calendar and constant demands, is decoded backward in time by the order of finishes, and the order of the starts that
     * it gives is placed forward on the real calendars. The image only proposes; what counts is placed. A population that stands
     * still is given up for a larger one, with its best handed on.
     *
     * Children are made one after another by one generator, placed by several threads a batch at a time, and taken in one
     * after another: the result doesn't depend on the number of threads. A child costs one schedule, and one more if it is
     * justified.
     *
     * [1] S. Hartmann: A competitive genetic algorithm for resource-constrained project scheduling. Naval Research Logistics 45,
     *     1998, pp. 733-750: orders of activities, placed by the serial scheme.
     * [2] V. Valls, F. Ballestin, S. Quintanilla: Justification and RCPSP: a technique that pays. European Journal of
     *     Operational Research 165, 2005, pp. 375-386.
     */

    private static final int BATCH = 16;
    private static final int FEWEST = 12;
    private static final int MOST = 200;
    private static final int PLACES = 6_000;
    private static final int STANDSTILL = 25;
    private static final double SHORTEST = 0.1;
    private static final double LONGEST = 0.5;
    private static final double MOVED = 0.08;
    private static final double SPREAD = 0.3;
    private static final int TIES = 4;

    private final List<int[]> rules;
    private final long bound;
    private final long budget;
    private final Watch watch;
    private final Generator random;
    private final Batch batch;
    private final int nodes;
    private final boolean justifies;
    private final List<Improvement> incumbents = new ArrayList<>();
    private Child best;
    private long schedules;
    private boolean spent;

    /** What a search asks and tells while it runs. */
    public interface Watch {

        /** Returns whether to stop now; asked by every thread. */
        boolean isStopped();

        /** Takes how far the search is; called by the thread that started it. */
        void progress(long schedules, long finish);
    }

    /**
     * The plain image of a plan.
     *
     * @param project the image
     * @param number the number in the image of each activity, or -1
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    public record Image(Compiled project, int[] number) {}

    /**
     * The earliest finish so far.
     *
     * @param finish the finish
     * @param schedules the schedules generated until it was found
     */
    public record Improvement(long finish, long schedules) {}

    /**
     * What a search found.
     *
     * @param keys the order that gives the earliest finish
     * @param parallel whether the parallel scheme gives it
     * @param finish that finish
     * @param schedules the schedules generated
     * @param incumbents the earliest finishes so far, each earlier than the one before
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    public record Outcome(int[] keys, boolean parallel, long finish, long schedules, List<Improvement> incumbents) {}

    /** An order and what placing makes of it. */
    static final class Child {
        final int[] keys;
        final long[] start;
        final boolean parallel;
        final boolean justified;
        long finish = Long.MAX_VALUE;
        boolean placed;

        Child(int[] keys, boolean parallel, boolean justified) {
            this.keys = keys;
            this.start = new long[keys.length];
            this.parallel = parallel;
            this.justified = justified;
        }

        int cost() {
            return justified ? 2 : 1;
        }
    }

    private OrderSearch(
            @Nullable Image image,
            Placing[] placings,
            List<int[]> rules,
            long bound,
            long budget,
            long seed,
            Watch watch) {
        this.rules = rules;
        this.bound = bound;
        this.budget = Math.max(1, budget);
        this.watch = watch;
        this.random = new Generator(seed, 0);
        this.nodes = rules.get(0).length;
        this.justifies = image != null;
        this.batch = new Batch(image, placings, watch);
        this.best = new Child(rules.get(0), false, false);
    }

    /**
     * Searches until the budget is spent, the watch says stop or the bound is met; at least one schedule.
     *
     * @param image the plain image; without one no child is justified
     * @param placings one for each thread
     * @param rules orders to begin with, at least one
     * @param bound a finish that no schedule goes below
     * @param budget the most schedules
     * @param seed the seed of the random choices
     * @param watch stops, and is told
     */
    public static Outcome run(
            @Nullable Image image,
            Placing[] placings,
            List<int[]> rules,
            long bound,
            long budget,
            long seed,
            Watch watch) {
        OrderSearch search = new OrderSearch(image, placings, rules, bound, budget, seed, watch);
        search.run();
        return new Outcome(
                search.best.keys,
                search.best.parallel,
                search.best.finish,
                search.schedules,
                List.copyOf(search.incumbents));
    }

    private void run() {
        List<Child> first = new ArrayList<>();
        for (int[] rule : rules) {
            first.add(new Child(rule, false, false));
            first.add(new Child(rule, true, false));
        }
        place(first.subList(0, 1)); // whatever happens, there is a schedule
        List<Child> members = new ArrayList<>(first.subList(0, 1));
        for (int i = 1; i < first.size() && goesOn(); i += BATCH) {
            List<Child> some = first.subList(i, Math.min(first.size(), i + BATCH));
            place(some);
            members.addAll(some);
        }
        int places = Math.max(FEWEST, Math.min(MOST, PLACES / Math.max(1, nodes)));
        while (goesOn()) {
            evolve(members, places);
            places = Math.min(2 * places, 4 * MOST);
            members = new ArrayList<>(List.of(best));
        }
    }

    private boolean goesOn() {
        return best.finish > bound && !spent && schedules < budget && !watch.isStopped();
    }

    /** Breeds until nothing gets better for long. */
    private void evolve(List<Child> members, int places) {
        while (members.size() < places && goesOn()) {
            List<Child> some = new ArrayList<>();
            for (int i = 0; i < Math.min(BATCH, places - members.size()); i++) {
                some.add(sample());
            }
            place(some);
            some.stream().filter(child -> child.placed).forEach(members::add);
        }
        members.removeIf(child -> !child.placed);
        members.sort((left, right) -> Long.compare(left.finish, right.finish));
        while (members.size() > places) {
            members.remove(members.size() - 1);
        }
        int next = 0;
        int still = 0;
        while (goesOn() && still < STANDSTILL * places) {
            long before = best.finish;
            List<Child> some = new ArrayList<>();
            for (int i = 0; i < Math.min(BATCH, members.size()); i++) {
                some.add(breed(members, (next + i) % members.size()));
            }
            place(some);
            for (Child child : some) {
                takeIn(members, next, child);
                next = (next + 1) % members.size();
            }
            still = best.finish < before ? 0 : still + some.size();
        }
    }

    private void takeIn(List<Child> members, int place, Child child) {
        Child old = members.get(place);
        if (child.placed && (child.finish <= old.finish || old.finish > best.finish)) {
            members.set(place, child);
        }
    }

    /** A rule disturbed. */
    private Child sample() {
        int[] rule = rules.get(random.below(rules.size()));
        long[] values = new long[nodes];
        double spread = SPREAD * random.fraction() * nodes;
        for (int a = 0; a < nodes; a++) {
            values[a] = (long) (TIES * (rule[a] + spread * random.fraction()));
        }
        return new Child(Batch.positions(values), random.below(2) == 0, false);
    }

    private Child breed(List<Child> members, int place) {
        Child first = members.get(place);
        Child second = members.get(random.below(members.size()));
        Child rival = members.get(random.below(members.size()));
        if (rival.finish < second.finish) {
            second = rival;
        }
        long[] values = alike(first, second) ? mutant(first) : combined(first, second);
        return new Child(Batch.positions(values), false, justifies && random.below(2) == 0);
    }

    private static boolean alike(Child one, Child other) {
        return one == other || Arrays.equals(one.start, other.start);
    }

    private long[] mutant(Child parent) {
        long[] values = new long[nodes];
        long range = range(parent);
        for (int a = 0; a < nodes; a++) {
            long shift = random.fraction() < MOVED ? (long) ((random.fraction() - 0.5) * SPREAD * range) : 0;
            values[a] = TIES * (parent.start[a] + shift) + random.below(TIES);
        }
        return values;
    }

    private static long range(Child parent) {
        return Arrays.stream(parent.start).max().orElse(0)
                - Arrays.stream(parent.start).min().orElse(0);
    }

    /** Inside a window of the first parent its order, outside that of the second. */
    private long[] combined(Child first, Child second) {
        long low = Math.min(
                Arrays.stream(first.start).min().orElse(0),
                Arrays.stream(second.start).min().orElse(0));
        long range = Math.max(range(first), range(second)) + 1;
        long length = (long) (range * (SHORTEST + (LONGEST - SHORTEST) * random.fraction()));
        long from = (long) ((range - length) * random.fraction());
        long to = from + length;
        long[] values = new long[nodes];
        for (int a = 0; a < nodes; a++) {
            long mine = first.start[a] - low;
            long other = second.start[a] - low;
            long key;
            if (mine >= from && mine <= to) {
                key = 2 * range + mine;
            } else if (other < from) {
                key = other;
            } else if (other > to) {
                key = 4 * range + other;
            } else {
                key = mine < from ? mine : 4 * range + mine;
            }
            values[a] = TIES * key + random.below(TIES);
        }
        return values;
    }

    /** Places children and counts them; the budget may leave the last ones out. */
    private void place(List<Child> some) {
        int count = 0;
        long after = schedules;
        while (count < some.size() && (after == 0 || after + some.get(count).cost() <= budget)) {
            after += some.get(count++).cost();
        }
        batch.run(some.subList(0, count));
        for (Child child : some.subList(0, count)) {
            schedules += child.placed ? child.cost() : 0;
            if (child.placed && child.finish < best.finish) {
                best = child;
                incumbents.add(new Improvement(child.finish, schedules));
            }
        }
        if (count < some.size()) {
            spent = true; // what is left is too small for the next child
        }
        watch.progress(schedules, best.finish);
    }
}
