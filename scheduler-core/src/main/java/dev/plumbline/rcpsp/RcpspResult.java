package dev.plumbline.rcpsp;

import java.util.List;

/** The shortest schedule that a search found, and how good it is. Immutable. */
public final class RcpspResult {

    private final Instance instance;
    private final int[] starts;
    private final int makespan;
    private final int lowerBound;
    private final long schedules;
    private final List<Incumbent> incumbents;
    private final StoppedBy stoppedBy;

    RcpspResult(
            Instance instance, int[] starts, int lowerBound, long schedules, List<Incumbent> incumbents, StoppedBy by) {
        this.instance = instance;
        this.starts = starts;
        this.makespan = (int) Validator.makespan(instance, starts);
        this.lowerBound = lowerBound;
        this.schedules = schedules;
        this.incumbents = List.copyOf(incumbents);
        this.stoppedBy = by;
    }

    /** Returns the instance that was searched. */
    public Instance instance() {
        return instance;
    }

    /** Returns the start of every activity, as a copy. */
    public int[] starts() {
        return starts.clone();
    }

    /** Returns the start of an activity. */
    public int start(int activity) {
        return starts[activity];
    }

    /** Returns the length of the schedule. */
    public int makespan() {
        return makespan;
    }

    /** Returns a length that no schedule can go below. */
    public int lowerBound() {
        return lowerBound;
    }

    /** Returns how much shorter a schedule might still be, as a fraction of this one's length; 0 if it is proved optimal. */
    public double gap() {
        return makespan == 0 ? 0 : (makespan - lowerBound) / (double) makespan;
    }

    /** Returns whether no schedule can be shorter. */
    public boolean isOptimal() {
        return makespan == lowerBound;
    }

    /** Returns how many schedules were generated. */
    public long schedules() {
        return schedules;
    }

    /** Returns the schedules that were the shortest when they were found, each shorter than the one before. */
    public List<Incumbent> incumbents() {
        return incumbents;
    }

    /** Returns why the search ended. */
    public StoppedBy stoppedBy() {
        return stoppedBy;
    }

    @Override
    public String toString() {
        return "%s: %d, %s after %d schedules"
                .formatted(
                        instance.name(),
                        makespan,
                        isOptimal() ? "proved optimal" : "lower bound " + lowerBound,
                        schedules);
    }
}
