package dev.plumbline.rcpsp;

import java.util.List;

/** The shortest schedule that a search found, and how good it is. Immutable. */
public final class RcpspResult {

    private final Instance instance;
    private final int[] starts;
    private final int makespan;
    private final LowerBound bound;
    private final long schedules;
    private final List<Incumbent> incumbents;
    private final StoppedBy stoppedBy;

    RcpspResult(
            Instance instance,
            int[] starts,
            LowerBound bound,
            long schedules,
            List<Incumbent> incumbents,
            StoppedBy by) {
        this.instance = instance;
        this.starts = starts;
        this.makespan = (int) Validator.makespan(instance, starts);
        this.bound = bound;
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
        return bound.length();
    }

    /** Returns the length that no schedule can go below, with the argument that shows it. */
    public LowerBound bound() {
        return bound;
    }

    /** Returns how much shorter a schedule might still be, as a fraction of this one's length; 0 if it is proved optimal. */
    public double gap() {
        return bound.gap(makespan);
    }

    /** Returns whether no schedule can be shorter. */
    public boolean isOptimal() {
        return bound.proves(makespan);
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
        return "%s: %s, %s after %s schedules"
                .formatted(
                        instance.name(),
                        makespan,
                        isOptimal() ? "proved optimal" : "lower bound " + bound.length(),
                        schedules);
    }
}
