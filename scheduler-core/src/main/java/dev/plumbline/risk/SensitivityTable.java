package dev.plumbline.risk;

import dev.plumbline.internal.risk.Draws;
import java.util.Arrays;

/** Moments of the uncertain durations and their correlations with the finish of the project. */
final class SensitivityTable {

    /*
     * The durations are drawn again, sixteen at a time or fewer, so that memory does not grow with the plan. Each is compared
     * with the finishes in the order of the iterations, whichever thread does it, so sums are the same for any number of threads.
     */

    private static final int RANKED = 100_000;
    private static final int PAIRED = 10_000;
    private static final int BATCH = 1000;
    private static final int MOST_NUMBERS = 4_000_000;

    private final Engine engine;
    private final int iterations;
    private final long[] length;
    private final double meanLength;
    private final double deviationLength;
    private final double[] ranksOfFinish;
    private final int[] finishes;
    private final double[] mean;
    private final double[] deviation;
    private final double[] pearson;
    private final double[] spearman;

    SensitivityTable(Engine engine, FinishDistribution finish, int iterations) {
        this.engine = engine;
        this.iterations = iterations;
        this.length = finish.works();
        this.meanLength = finish.meanWork();
        this.deviationLength = finish.deviation();
        this.finishes = Arrays.copyOf(finish.samples(), Math.min(RANKED, iterations));
        this.ranksOfFinish = Correlation.ranks(finishes);
        int n = engine.compiled().model().durations();
        this.mean = new double[n];
        this.deviation = new double[n];
        this.pearson = new double[n];
        this.spearman = new double[n];
        int chunk = Math.max(1, Math.min(16, MOST_NUMBERS / finishes.length));
        engine.share((n + chunk - 1) / chunk, w -> {
            Draws draws = engine.draws(BATCH);
            return (first, count) -> chunk(draws, first * chunk, Math.min(n, (first + count) * chunk));
        });
    }

    private void chunk(Draws draws, int from, int to) {
        int[][] ranked = new int[to - from][finishes.length];
        double[][] sums = new double[to - from][3];
        int[] out = new int[BATCH];
        for (int first = 0; first < iterations; first += BATCH) {
            int count = Math.min(BATCH, iterations - first);
            draws.begin(first, count);
            for (int d = from; d < to; d++) {
                draws.duration(d, out);
                add(sums[d - from], out, first, count, engine.compiled().model().planned(d));
                int kept = Math.min(count, finishes.length - first);
                if (kept > 0) {
                    System.arraycopy(out, 0, ranked[d - from], first, kept);
                }
            }
        }
        for (int d = from; d < to; d++) {
            settle(d, sums[d - from], engine.compiled().model().planned(d));
            spearman[d] = deviation[d] == 0 || deviationLength == 0
                    ? 0
                    : Correlation.pearson(Correlation.ranks(ranked[d - from]), ranksOfFinish);
        }
    }

    private void add(double[] sums, int[] out, int first, int count, long planned) {
        double sum = sums[0];
        double squares = sums[1];
        double products = sums[2];
        for (int i = 0; i < count; i++) {
            double d = out[i] - planned;
            sum += d;
            squares += d * d;
            products += d * (length[first + i] - meanLength);
        }
        sums[0] = sum;
        sums[1] = squares;
        sums[2] = products;
    }

    private void settle(int d, double[] sums, long planned) {
        double shift = sums[0] / iterations;
        mean[d] = planned + shift;
        double squares = Math.max(0, sums[1] - sums[0] * shift);
        deviation[d] = iterations < 2 ? 0 : Math.sqrt(squares / (iterations - 1));
        double scale = deviation[d] * deviationLength * (iterations - 1);
        pearson[d] = scale > 0 ? Math.max(-1, Math.min(1, sums[2] / scale)) : 0;
    }

    double mean(int d) {
        return mean[d];
    }

    double deviation(int d) {
        return deviation[d];
    }

    double pearson(int d) {
        return pearson[d];
    }

    double spearman(int d) {
        return spearman[d];
    }

    Cruciality cruciality(int d) {
        if (d < 0 || deviation[d] == 0 || deviationLength == 0) {
            return new Cruciality(0, 0, 0);
        }
        int n = Math.min(PAIRED, iterations);
        int[] durations = new int[n];
        int[] out = new int[BATCH];
        Draws draws = engine.draws(BATCH);
        for (int first = 0; first < n; first += BATCH) {
            int count = Math.min(BATCH, n - first);
            draws.begin(first, count);
            draws.duration(d, out);
            System.arraycopy(out, 0, durations, first, count);
        }
        return new Cruciality(pearson[d], spearman[d], Correlation.kendall(durations, Arrays.copyOf(finishes, n)));
    }
}
