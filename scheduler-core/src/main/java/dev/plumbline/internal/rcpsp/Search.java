package dev.plumbline.internal.rcpsp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The plan of a search: one island first, then several with exchange at fixed counts of schedules. */
public final class Search {

    /*
     * One island does the first schedules alone, for small budgets gain nothing from several. From then on the islands work in
     * rounds of a fixed count of schedules, without knowing of each other, and hand their best to the next at the end of a round.
     * Which thread does an island's round doesn't matter, so the result doesn't depend on their number. The schedules of a round
     * are numbered as if the islands took turns; with that numbering a larger budget goes on where a smaller one ended.
     */

    private static final long ALONE = 50_000;
    private static final long ROUND = 10_000;
    private static final int ISLANDS = 8;
    /** When the bounds that take time are computed: first without, then with energies. */
    private static final long NARROW = 200;

    private static final long DEEP = 10_000;

    private final Compiled project;
    private final long seed;
    private final long budget;
    private final int threads;
    private final Control control;
    private final List<Improvement> incumbents = new ArrayList<>();
    private int[] starts = new int[0];
    private int shortest = Integer.MAX_VALUE;
    private Bound bound;
    private long nextBound = NARROW;
    private long schedules;

    private Search(Compiled project, long seed, long budget, int threads, Control control) {
        this.project = project;
        this.seed = seed;
        this.budget = Math.max(1, budget);
        this.threads = threads;
        this.control = control;
        this.bound = Bounds.quick(project);
    }

    /**
     * A shortest schedule so far.
     *
     * @param makespan its length
     * @param schedules the schedules generated until it was found
     */
    public record Improvement(int makespan, long schedules) {}

    /**
     * What a search found.
     *
     * @param starts the starts of the shortest schedule
     * @param bound what no schedule goes below
     * @param schedules the schedules generated
     * @param incumbents the shortest schedules so far, each shorter than the one before
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    public record Outcome(int[] starts, Bound bound, long schedules, List<Improvement> incumbents) {

        /** Returns whether the last incumbent is as short as the lower bound. */
        public boolean isOptimal() {
            return incumbents.get(incumbents.size() - 1).makespan() == bound.length();
        }
    }

    /** Searches until the budget is spent, the control says stop or the lower bound is met; at least one schedule. */
    public static Outcome run(Compiled project, long seed, long budget, int threads, Control control) {
        Search search = new Search(project, seed, budget, threads, control);
        search.run();
        return new Outcome(search.starts, search.bound, search.schedules, search.incumbents);
    }

    /** Returns the best bound without a search, or what is known of it when the control says stop. */
    public static Bound bound(Compiled project, Control control) {
        Bound quick = Bounds.quick(project);
        int known = Decoder.of(project).parallel(0, project.sides[0].byTail, new int[project.n]);
        Bound narrow = Bounds.destructive(project, quick, known, false, control);
        return Bounds.destructive(project, narrow, known, true, control);
    }

    private void run() {
        Island first = new Island(project, new Generator(seed, 0), true);
        alone(first);
        if (goesOn()) {
            together(first);
        }
    }

    private boolean goesOn() {
        return shortest > bound.length() && schedules < budget && !control.isStopped();
    }

    /** Tells of progress whenever it is asked: the kernel and the bounds work for longer than a schedule takes. */
    private final class Teller implements Control {
        @Override
        public boolean isStopped() {
            control.progress(schedules, shortest, bound.length());
            return control.isStopped();
        }

        @Override
        public void progress(long done, int makespan, int lowerBound) {
            control.progress(done, makespan, lowerBound);
        }
    }

    private void alone(Island island) {
        Control teller = new Teller();
        do {
            shortest = island.step(budget - schedules, teller);
            schedules = island.steps();
            List<Improvement> found = island.improvements();
            if (found.size() > incumbents.size()) {
                incumbents.add(found.get(found.size() - 1));
                starts = island.schedule(found.size() - 1);
            }
            prove(island);
            deepen(teller);
            control.progress(schedules, shortest, bound.length());
        } while (schedules < ALONE && goesOn());
    }

    private void prove(Island island) {
        bound = bound.or(Bound.of(island.bound(), Bound.Kind.SEARCH));
    }

    private void deepen(Control teller) {
        if (schedules >= nextBound) {
            bound = Bounds.destructive(project, bound, shortest, nextBound == DEEP, teller);
            nextBound = nextBound == DEEP ? Long.MAX_VALUE : DEEP;
        }
    }

    private void together(Island first) {
        List<Island> islands = new ArrayList<>(List.of(first));
        while (islands.size() < ISLANDS) {
            islands.add(new Island(project, new Generator(seed, islands.size()), false));
        }
        Crew crew = new Crew(threads, control);
        while (goesOn()) {
            long[] before = new long[ISLANDS];
            int[] known = new int[ISLANDS];
            long[] counts = new long[ISLANDS];
            for (int i = 0; i < ISLANDS; i++) {
                before[i] = islands.get(i).steps();
                known[i] = islands.get(i).improvements().size();
                counts[i] = Math.min(ROUND, (budget - schedules - i + ISLANDS - 1) / ISLANDS);
            }
            crew.run(islands, counts, schedules, shortest, bound.length());
            collect(islands, before, known);
            for (int i = 0; i < ISLANDS; i++) {
                schedules += islands.get(i).steps() - before[i];
                prove(islands.get(i));
            }
            exchange(islands);
        }
    }

    /** Takes over what a round found, in the order in which the islands would have found it taking turns. */
    private void collect(List<Island> islands, long[] before, int[] known) {
        record Found(Improvement improvement, Island island, int index) {}
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < ISLANDS; i++) {
            List<Improvement> all = islands.get(i).improvements();
            for (int k = known[i]; k < all.size(); k++) {
                long turn = all.get(k).schedules() - before[i] - 1;
                long number = schedules + turn * ISLANDS + i + 1;
                found.add(new Found(new Improvement(all.get(k).makespan(), number), islands.get(i), k));
            }
        }
        found.sort(Comparator.comparingLong(f -> f.improvement.schedules()));
        for (Found next : found) {
            if (next.improvement.makespan() < shortest) {
                shortest = next.improvement.makespan();
                starts = next.island.schedule(next.index);
                incumbents.add(next.improvement);
            }
        }
    }

    /** Each island takes in the best of the one before it, the first that of the last, as they were before the exchange. */
    private static void exchange(List<Island> islands) {
        List<Individual> best = new ArrayList<>();
        islands.forEach(island -> best.add(island.champion()));
        for (int i = 0; i < ISLANDS; i++) {
            islands.get(i).welcome(best.get((i + ISLANDS - 1) % ISLANDS));
        }
    }
}
