package dev.plumbline.internal.risk;

/** What the iterations of a simulation came to, one value an iteration; each worker writes those of its own iterations. */
@SuppressWarnings("ArrayRecordComponent") // written by the workers, then only read
public final class Outcome {

    /** The instant from which finishes are counted. */
    public final long origin;

    /** Ticks from the origin to the finish of the project. */
    public final int[] finish;

    /** The activities whose finishes are kept. */
    public final int[] tracked;

    /** Ticks from the origin to the finish of each tracked activity. */
    public final int[][] trackedFinish;

    /** The cost; empty where the plan has none. */
    public final double[] cost;

    /** Makes room for iterations. */
    public Outcome(long origin, int iterations, int[] tracked, boolean costs) {
        this.origin = origin;
        this.finish = new int[iterations];
        this.tracked = tracked.clone();
        this.trackedFinish = new int[tracked.length][iterations];
        this.cost = new double[costs ? iterations : 0];
    }
}
