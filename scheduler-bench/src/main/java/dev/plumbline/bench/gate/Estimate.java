package dev.plumbline.bench.gate;

import java.util.ArrayList;
import java.util.List;

/**
 * How long a workload takes, in runs of the calibration loop, and how sure that is.
 *
 * @param ratio the median
 * @param low the lower end of the 95 % confidence interval of the median
 * @param high the upper end
 */
public record Estimate(double ratio, double low, double high) {

    private static final double NORMAL_95 = 1.96;

    /** Checks the order. */
    public Estimate {
        if (!(low > 0 && low <= ratio && ratio <= high && high < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "an estimate needs 0 < low <= ratio <= high: %s, %s, %s".formatted(low, ratio, high));
        }
    }

    /**
     * Returns the estimate from the samples of several processes. The interval is that of the order statistics of all samples
     * (Conover, Practical Nonparametric Statistics, 3rd edition 1999, section 3.2), widened to hold the median of each process:
     * processes differ by what the compiler made of the code, and samples within one don't show it.
     *
     * @param processes the samples of each process
     * @return the estimate
     */
    public static Estimate of(List<double[]> processes) {
        List<Double> all = new ArrayList<>();
        double least = Double.MAX_VALUE;
        double most = 0;
        for (double[] samples : processes) {
            List<Double> own = new ArrayList<>();
            for (double sample : samples) {
                own.add(sample);
            }
            all.addAll(own);
            double median = median(own);
            least = Math.min(least, median);
            most = Math.max(most, median);
        }
        double ratio = median(all);
        int n = all.size();
        int rank = (int) Math.max(0, Math.floor(n / 2.0 - NORMAL_95 * Math.sqrt(n) / 2 - 1));
        return new Estimate(
                ratio,
                Math.min(ratio, Math.min(least, all.get(rank))),
                Math.max(ratio, Math.max(most, all.get(n - 1 - rank))));
    }

    /** The median; sorts the list. */
    private static double median(List<Double> values) {
        values.sort(null);
        int n = values.size();
        return (values.get((n - 1) / 2) + values.get(n / 2)) / 2;
    }
}
