package dev.plumbline.internal.rcpsp;

import java.util.ArrayList;
import java.util.List;

/** The plan of a search: one island first, then several with exchange at fixed counts of schedules. */
public final class Search {

    private Search() {}

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
     * @param lowerBound no schedule is shorter
     * @param schedules the schedules generated
     * @param incumbents the shortest schedules so far, each shorter than the one before
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    public record Outcome(int[] starts, int lowerBound, long schedules, List<Improvement> incumbents) {

        /** Returns whether the last incumbent is as short as the lower bound. */
        public boolean isOptimal() {
            return incumbents.get(incumbents.size() - 1).makespan() == lowerBound;
        }
    }

    /** Searches until the budget is spent, the control says stop or the lower bound is met; at least one schedule. */
    public static Outcome run(Compiled project, long seed, long budget, int threads, Control control) {
        int bound = Bounds.quick(project);
        Island island = new Island(project, new Generator(seed, 0));
        List<Improvement> incumbents = new ArrayList<>();
        int shortest = Integer.MAX_VALUE;
        long schedules = 0;
        do {
            int makespan = island.step();
            schedules++;
            if (makespan < shortest) {
                shortest = makespan;
                incumbents.add(new Improvement(makespan, schedules));
            }
            control.progress(schedules, shortest, bound);
        } while (shortest > bound && schedules < budget && !control.isStopped());
        return new Outcome(island.best(), bound, schedules, incumbents);
    }
}
