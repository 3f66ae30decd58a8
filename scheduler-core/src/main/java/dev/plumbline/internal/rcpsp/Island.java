package dev.plumbline.internal.rcpsp;

import java.util.ArrayList;
import java.util.List;

/** One line of the search with its own random numbers and its own list of improvements. Not safe for several threads. */
final class Island {

    /*
     * A small population is good soon and stuck soon, a large one needs longer and gets further. As no budget is known in advance,
     * the population is given up for a larger one at fixed counts of schedules, with nothing but its best schedule handed on.
     * Measured on PSPLIB: for 1,000 schedules 15 places are best at 120 activities and 40 to 80 at 30; for 5,000 schedules 40 and
     * 100 or more; for 50,000 schedules 200 at 120. Growing a population instead by adding new members, or merging several small
     * ones, was worse than starting anew.
     *
     * From time to time the kernel gets a share of the schedules to look for something shorter, or for the proof that there is
     * nothing. For 30 and 60 activities a third and a sixth helped at any budget, three times as much didn't. For 120, a twelfth
     * already cost more than it found at up to 50,000 schedules (1.82 to 2.07 % above the best known at 5,000), so larger projects
     * give it a third of one island when several work together.
     */
    private static final long[] UNTIL = {1_000, 5_000, 50_000, 200_000};

    /** Places in each era for one activity; for more they are fewer in proportion. */
    private static final int[] PLACES = {1_800, 4_800, 24_000, 48_000, 96_000};

    private static final int FEWEST = 10;
    private static final int MOST = 1_000;

    /** The kernel first works after so many schedules, then whenever their number has doubled. */
    private static final long FIRST_SLICE = 250;

    private static final long FIRST_SLICE_OF_LARGE = 50_000;

    private static final int SMALL = 80;
    private static final int SHARES = 120;
    private static final int SHARE_OF_LARGE = 40;
    private static final int SHARE_OF_TEN = 1_200;

    private final Exact exact;
    private long nextSlice;
    private long owed;
    private long exactSteps;
    private final Decoder decoder;
    private final Generator random;
    private BiPopulation population;
    private int era;
    private final List<Search.Improvement> improvements = new ArrayList<>();
    private final List<int[]> schedules = new ArrayList<>();
    private final Compiled project;
    private long steps;
    private Individual champion;

    Island(Compiled project, Generator random, boolean proves) {
        this.exact = new Exact(project);
        long first = project.n <= SMALL ? FIRST_SLICE : FIRST_SLICE_OF_LARGE;
        this.nextSlice = proves ? first : Long.MAX_VALUE;
        this.project = project;
        this.decoder = Decoder.of(project);
        this.random = random;
        this.population = new BiPopulation(project, decoder, random, places(project, 0));
        this.champion = population.champion();
    }

    /** The kernel's share of the schedules, in hundred-and-twentieths. */
    private static int share(Compiled project) {
        return project.n > SMALL ? SHARE_OF_LARGE : Math.min(SHARES * 2 / 3, SHARE_OF_TEN / Math.max(1, project.n));
    }

    private static int places(Compiled project, int era) {
        return Math.max(FEWEST, Math.min(MOST, PLACES[era] / Math.max(1, project.n)));
    }

    /**
     * Generates one schedule or, from time to time, lets the kernel work for the price of several, at most so many.
     *
     * @return the length of the shortest so far
     */
    int step(long most, Control control) {
        if (steps >= nextSlice) {
            slice(most, control);
            return champion.makespan;
        }
        if (era < UNTIL.length && steps >= UNTIL[era]) {
            era++;
            population = new BiPopulation(project, decoder, random, places(project, era));
            population.adopt(champion);
        }
        population.step();
        steps++;
        if (population.makespan() < champion.makespan) {
            found(population.champion());
        }
        return champion.makespan;
    }

    private void slice(long most, Control control) {
        if (owed == 0) {
            owed = steps * share(project) / (SHARES - share(project)) - exactSteps;
        }
        Individual trial = population.champion();
        trial.copyFrom(champion);
        long spent = exact.run(trial, Math.min(most, owed), control);
        steps += spent;
        exactSteps += spent;
        if (trial.makespan < champion.makespan) {
            population.adopt(trial);
            found(trial);
        }
        owed = spent == 0 || exact.isProved() ? 0 : Math.max(0, owed - spent);
        if (owed == 0) {
            nextSlice = spent == 0 ? Long.MAX_VALUE : 2 * steps;
        }
    }

    private void found(Individual schedule) {
        champion = schedule;
        improvements.add(new Search.Improvement(champion.makespan, steps));
        schedules.add(champion.forward(project.duration));
    }

    /** Returns a length that the kernel proved no schedule goes below, 0 if it proved none. */
    int bound() {
        return exact.isProved() ? champion.makespan : 0;
    }

    /** Generates so many schedules, fewer if one is as short as the bound or the control says stop. */
    void run(long count, int bound, Control control) {
        long end = steps + count;
        while (steps < end && champion.makespan > Math.max(bound, bound()) && !control.isStopped()) {
            step(end - steps, control);
        }
    }

    /** Returns how many schedules this island has generated. */
    long steps() {
        return steps;
    }

    /** Returns the improvements since the island began, counted in its own schedules. */
    List<Search.Improvement> improvements() {
        return improvements;
    }

    /** Returns the starts of an improvement. */
    int[] schedule(int improvement) {
        return schedules.get(improvement);
    }

    /** Returns the shortest schedule; it is not changed any more. */
    Individual champion() {
        return champion;
    }

    /** Takes a schedule of another island in. */
    void welcome(Individual guest) {
        population.adopt(guest);
        if (guest.makespan < champion.makespan) {
            champion = guest;
        }
    }
}
