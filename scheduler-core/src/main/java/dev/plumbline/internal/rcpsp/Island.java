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
     */
    private static final long[] UNTIL = {1_000, 5_000, 50_000, 200_000};

    /** Places in each era for one activity; for more they are fewer in proportion. */
    private static final int[] PLACES = {1_800, 4_800, 24_000, 48_000, 96_000};

    private static final int FEWEST = 10;
    private static final int MOST = 1_000;

    private final Decoder decoder;
    private final Generator random;
    private BiPopulation population;
    private int era;
    private final List<Search.Improvement> improvements = new ArrayList<>();
    private final List<int[]> schedules = new ArrayList<>();
    private final Compiled project;
    private long steps;
    private Individual champion;

    Island(Compiled project, Generator random) {
        this.project = project;
        this.decoder = Decoder.of(project);
        this.random = random;
        this.population = new BiPopulation(project, decoder, random, places(project, 0));
        this.champion = population.champion();
    }

    private static int places(Compiled project, int era) {
        return Math.max(FEWEST, Math.min(MOST, PLACES[era] / Math.max(1, project.n)));
    }

    /** Generates one schedule; returns the length of the shortest so far. */
    int step() {
        if (era < UNTIL.length && steps == UNTIL[era]) {
            era++;
            population = new BiPopulation(project, decoder, random, places(project, era));
            population.adopt(champion);
        }
        population.step();
        steps++;
        if (population.makespan() < champion.makespan) {
            champion = population.champion();
            improvements.add(new Search.Improvement(champion.makespan, steps));
            schedules.add(champion.forward(project.duration));
        }
        return champion.makespan;
    }

    /** Generates so many schedules, fewer if one is as short as the bound or the control says stop. */
    void run(long count, int bound, Control control) {
        for (long i = 0; i < count && champion.makespan > bound && !control.isStopped(); i++) {
            step();
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
