package dev.plumbline.risk;

/** Order statistics of samples. */
final class Ranks {

    /** The standard normal quantile of 97.5 %. */
    private static final double Z = 1.959963984540054;

    private Ranks() {}

    /** The index, in rising order, of the value that at least a percentage of the values doesn't exceed (nearest rank). */
    static int index(int n, double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("a percentile is 0 to 100: " + percent);
        }
        return Math.max(0, (int) Math.ceil(Math.min(n, percent / 100 * n - 1e-9 * n)) - 1);
    }

    /** The indices between which a percentile of the distribution lies with 95 %: order statistics, normal approximation. */
    static int[] interval(int n, double percent) {
        double p = percent / 100;
        double half = Z * Math.sqrt(n * p * (1 - p));
        int low = (int) Math.max(0, Math.floor(n * p - half) - 1);
        int high = (int) Math.min(n - 1, Math.ceil(n * p + half));
        return new int[] {low, high};
    }

    /** The 95 % interval of a probability of which a share was seen. E. B. Wilson, JASA 22, 1927, pp. 209-212. */
    static double[] wilson(int n, double share) {
        double z = Z * Z / n;
        double middle = (share + z / 2) / (1 + z);
        double half = Z / (1 + z) * Math.sqrt(share * (1 - share) / n + z / (4 * n));
        return new double[] {Math.max(0, middle - half), Math.min(1, middle + half)};
    }
}
