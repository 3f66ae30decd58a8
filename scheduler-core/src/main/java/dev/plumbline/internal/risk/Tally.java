package dev.plumbline.internal.risk;

/**
 * What is counted over the iterations. All counts are integers, so that it does not matter which worker counted what, or in
 * which order the counts are added.
 */
public final class Tally {

    /** Bits after the point of a summed significance. */
    public static final int POINT = 24;

    /** In how many iterations each activity was critical. */
    public final long[] critical;

    /** In how many iterations each edge was critical. */
    public final long[] criticalEdge;

    /** The sum over the iterations of d / (d + total float) x length of the project / planned length, times 2^24. */
    public final long[] significance;

    /** Whether significance is wanted. */
    public final boolean significant;

    /** Makes room for activities and edges. */
    public Tally(int activities, int edges, boolean significant) {
        critical = new long[activities];
        criticalEdge = new long[edges];
        significance = new long[significant ? activities : 0];
        this.significant = significant;
    }

    /** Returns how long the project is in proportion to its plan. */
    static double stretch(long length, long planned) {
        return planned <= 0 ? 1 : (double) length / planned;
    }

    /** Returns the term of one iteration: d / (d + total float) x stretch, times 2^24; d / d for a critical activity. */
    static long significance(long duration, long total, double stretch) {
        double share = total <= 0 ? 1 : (double) duration / (duration + total);
        return Math.round(share * stretch * (1 << POINT));
    }

    /** Adds what another worker counted. */
    public void add(Tally other) {
        add(critical, other.critical);
        add(criticalEdge, other.criticalEdge);
        add(significance, other.significance);
    }

    private static void add(long[] sum, long[] more) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
    }
}
