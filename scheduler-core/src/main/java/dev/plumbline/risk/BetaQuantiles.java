package dev.plumbline.risk;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.BetaDistribution;

/** The inverse of a beta distribution function for many probabilities in rising order. */
final class BetaQuantiles implements DoubleUnaryOperator {

    /*
     * Newton's method from the quantile found last, three evaluations of the distribution function on average where the general
     * search of Apache Commons Math needs a dozen; that search takes over where the steps don't settle.
     */

    private static final int MOST_STEPS = 12;
    private static final double PRECISE = 1e-11;

    private final BetaDistribution law;
    private double last;

    BetaQuantiles(double alpha, double beta) {
        this.law = new BetaDistribution(null, alpha, beta);
        this.last = law.getNumericalMean();
    }

    @Override
    public double applyAsDouble(double probability) {
        double x = last;
        for (int step = 0; step < MOST_STEPS; step++) {
            double slope = law.density(x);
            double move = (law.cumulativeProbability(x) - probability) / slope;
            double next = Math.max(x / 4, Math.min((x + 3) / 4, x - move));
            boolean settled = Math.abs(next - x) <= PRECISE * Math.min(next, 1 - next);
            x = next;
            if (settled) {
                last = x;
                return x;
            }
        }
        last = law.inverseCumulativeProbability(probability);
        last = Math.max(Double.MIN_NORMAL, Math.min(1 - 0x1p-53, last));
        return last;
    }
}
