package dev.plumbline.internal.risk;

/** Schedules one replicate after the other: draws its durations and lags, and leaves the rest to whom it is handed. */
public abstract class SingleReplicator implements Replicator {

    private final Draws draws;
    private final Outcome outcome;
    private final Scribe scribe;
    private final int[][] duration;
    private final int[][] lag;
    private final double[] cost;

    /**
     * Makes a worker.
     *
     * @param draws the inputs
     * @param capacity the most iterations at a time
     * @param outcome where finishes go
     * @param scribe who writes them down
     */
    protected SingleReplicator(Draws draws, int capacity, Outcome outcome, Scribe scribe) {
        this.draws = draws;
        this.outcome = outcome;
        this.scribe = scribe;
        this.duration = new int[draws.durations()][capacity];
        this.lag = new int[draws.lags()][capacity];
        this.cost = new double[capacity];
    }

    /** Schedules an iteration and writes it down; its durations and lags are in a lane. */
    protected abstract void replicate(int iteration, int lane);

    /** Returns who writes down. */
    protected final Scribe scribe() {
        return scribe;
    }

    /** Returns the ticks of an uncertain duration. */
    protected final int duration(int number, int lane) {
        return duration[number][lane];
    }

    /** Returns the ticks of an uncertain lag. */
    protected final int lag(int number, int lane) {
        return lag[number][lane];
    }

    @Override
    public final Tally tally() {
        return scribe.tally();
    }

    @Override
    public final void run(int first, int count) {
        draws.begin(first, count);
        for (int d = 0; d < duration.length; d++) {
            draws.duration(d, duration[d]);
        }
        for (int l = 0; l < lag.length; l++) {
            draws.lag(l, lag[l]);
        }
        for (int i = 0; i < count; i++) {
            replicate(first + i, i);
        }
        if (outcome.cost.length > 0) {
            draws.cost(cost);
            System.arraycopy(cost, 0, outcome.cost, first, count);
        }
    }
}
