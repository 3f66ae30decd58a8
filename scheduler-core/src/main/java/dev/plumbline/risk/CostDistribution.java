package dev.plumbline.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the project costs, in its currency: fixed costs, work at its rates, costs per use, risks and mitigation. Immutable; prints
 * as a short table. Amounts are rounded to hundredths; percentiles are amounts that were simulated (nearest rank).
 */
public final class CostDistribution {

    private final double[] samples;
    private final double[] sorted;
    private final double deterministic;
    private final double mean;
    private final double deviation;

    CostDistribution(double[] samples, double deterministic) {
        this.samples = samples;
        this.sorted = samples.clone();
        Arrays.parallelSort(sorted);
        this.deterministic = deterministic;
        double sum = 0;
        for (double sample : sorted) {
            sum += sample;
        }
        this.mean = sum / sorted.length;
        double squares = 0;
        for (double sample : sorted) {
            squares += (sample - mean) * (sample - mean);
        }
        this.deviation = sorted.length < 2 ? 0 : Math.sqrt(squares / (sorted.length - 1));
    }

    private static BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }

    double[] samples() {
        return samples;
    }

    /** Returns the number of iterations. */
    public int iterations() {
        return samples.length;
    }

    /** Returns the cost of one iteration, counted from 0. */
    public BigDecimal iteration(int iteration) {
        return money(samples[iteration]);
    }

    /**
     * Returns the cost that is not exceeded with a probability.
     *
     * @param percent 0 to 100
     */
    public BigDecimal percentile(double percent) {
        return money(sorted[Ranks.index(sorted.length, percent)]);
    }

    /** Returns the 95 % confidence interval of a percentile, from independent random numbers. */
    public Interval<BigDecimal> confidence(double percent) {
        int[] ends = Ranks.interval(sorted.length, percent);
        return new Interval<>(money(sorted[ends[0]]), money(sorted[ends[1]]));
    }

    /** Returns the share of the iterations that cost an amount or less. */
    public double probability(BigDecimal amount) {
        return (double) notAbove(amount.doubleValue()) / sorted.length;
    }

    private int notAbove(double amount) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= amount) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the mean cost. */
    public BigDecimal mean() {
        return money(mean);
    }

    /** Returns the standard deviation. */
    public BigDecimal standardDeviation() {
        return money(deviation);
    }

    /** Returns the cost of the plan as it stands: no risk occurs, every branch is taken. */
    public BigDecimal deterministic() {
        return money(deterministic);
    }

    /** Returns the share of the iterations that cost no more than the plan as it stands. */
    public double deterministicProbability() {
        return (double) notAbove(deterministic + 1e-9 * Math.abs(deterministic)) / sorted.length;
    }

    /** Returns bars of equal width from the least to the greatest cost; one if they are the same. */
    public List<HistogramBin<BigDecimal>> histogram(int bins) {
        if (bins < 1 || bins > 10_000) {
            throw new IllegalArgumentException("a histogram has 1 to 10,000 bars: " + bins);
        }
        double first = sorted[0];
        double width = sorted[sorted.length - 1] - first;
        int count = width > 0 ? bins : 1;
        int[] counts = new int[count];
        for (double sample : sorted) {
            counts[width > 0 ? (int) Math.min(count - 1, (sample - first) / width * count) : 0]++;
        }
        List<HistogramBin<BigDecimal>> result = new ArrayList<>();
        for (int b = 0; b < count; b++) {
            result.add(new HistogramBin<>(
                    money(first + width * b / count), money(first + width * (b + 1) / count), counts[b]));
        }
        return List.copyOf(result);
    }

    /** Returns the S-curve: so many amounts, evenly spaced in probability, each with its confidence band. */
    public List<CurvePoint<BigDecimal>> curve(int points) {
        if (points < 2 || points > 100_000) {
            throw new IllegalArgumentException("a curve has 2 to 100,000 points: " + points);
        }
        List<CurvePoint<BigDecimal>> result = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            double amount = sorted[(int) ((long) (sorted.length - 1) * i / (points - 1))];
            double share = (double) notAbove(amount) / sorted.length;
            double[] band = Ranks.wilson(sorted.length, share);
            result.add(new CurvePoint<>(money(amount), share, band[0], band[1]));
        }
        return List.copyOf(result);
    }

    /** Returns plan, mean, deviation and percentiles. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "cost: plan %s (%.1f %%), mean %s, standard deviation %s\n",
                deterministic(),
                100 * deterministicProbability(),
                mean(),
                standardDeviation()));
        for (int percent : new int[] {10, 50, 80, 90}) {
            text.append(String.format(Locale.ROOT, "  P%-3d %s\n", percent, percentile(percent)));
        }
        return text.toString();
    }
}
