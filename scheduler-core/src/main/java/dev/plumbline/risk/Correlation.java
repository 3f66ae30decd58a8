package dev.plumbline.risk;

import org.apache.commons.math3.stat.correlation.KendallsCorrelation;

/** Correlations of samples. */
final class Correlation {

    private Correlation() {}

    /** Returns the rank of each value, from 1; equal values share their mean rank. O(n log n). */
    static double[] ranks(int[] values) {
        int n = values.length;
        long[] keyed = new long[n];
        for (int i = 0; i < n; i++) {
            keyed[i] = (long) values[i] << 32 | i;
        }
        java.util.Arrays.sort(keyed);
        double[] ranks = new double[n];
        int from = 0;
        while (from < n) {
            int to = from + 1;
            while (to < n && keyed[to] >> 32 == keyed[from] >> 32) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[(int) keyed[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    /** Returns the linear correlation; 0 if one of the two doesn't vary. */
    static double pearson(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }
        return xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : 0;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Returns Kendall's tau-b; 0 if one of the two doesn't vary. */
    static double kendall(int[] x, int[] y) {
        double[] first = java.util.Arrays.stream(x).asDoubleStream().toArray();
        double[] second = java.util.Arrays.stream(y).asDoubleStream().toArray();
        double tau = new KendallsCorrelation().correlation(first, second);
        return Double.isNaN(tau) ? 0 : tau;
    }
}
