package dev.plumbline.internal.rcpsp;

/** One line of the search with its own random numbers. Not safe for several threads. */
final class Island {

    private static final int SIZE = 40;

    private final Compiled project;
    private final BiPopulation population;

    Island(Compiled project, Generator random) {
        this.project = project;
        this.population = new BiPopulation(project, Decoder.of(project), random, SIZE);
    }

    /** Generates one schedule; returns the length of the shortest so far. */
    int step() {
        population.step();
        return population.makespan();
    }

    /** Returns the starts of the shortest schedule. */
    int[] best() {
        int[] starts = new int[project.n];
        population.copyBest(starts);
        return starts;
    }
}
