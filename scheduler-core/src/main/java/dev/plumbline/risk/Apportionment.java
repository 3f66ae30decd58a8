package dev.plumbline.risk;

/** A whole shared out in proportion to weights, so that the shares add up. */
final class Apportionment {

    private Apportionment() {}

    /** Returns the share of each weight, none for those that aren't positive; all zero if no weight is. */
    static long[] of(long whole, double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += Math.max(0, weight);
        }
        long[] shares = new long[weights.length];
        double before = 0;
        for (int i = 0; i < weights.length && sum > 0; i++) {
            double after = before + Math.max(0, weights[i]);
            shares[i] = Math.round(whole * (after / sum)) - Math.round(whole * (before / sum));
            before = after;
        }
        return shares;
    }
}
