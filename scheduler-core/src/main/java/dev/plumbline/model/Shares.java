package dev.plumbline.model;

/** Divides an amount in proportion to weights, so that the parts add up to it. */
final class Shares {

    private Shares() {}

    /** Returns the parts; each ends where the running sum of weights, rounded, says. Without any weight, the last gets all. */
    static long[] of(long amount, double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += Math.max(0, weight);
        }
        long[] parts = new long[weights.length];
        double sum = 0;
        long given = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += Math.max(0, weights[i]);
            long upTo = i == weights.length - 1 || total == 0
                    ? (i == weights.length - 1 ? amount : 0)
                    : Math.round(amount * (sum / total));
            parts[i] = upTo - given;
            given = upTo;
        }
        return parts;
    }
}
