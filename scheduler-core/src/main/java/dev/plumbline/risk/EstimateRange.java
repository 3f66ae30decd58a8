package dev.plumbline.risk;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.BetaDistribution;

/*
 * An estimate whose ends are percentiles fixes the distribution only together with its mode. Let w be the width of the range and
 * r the share of it below the mode; then mode - low = (r - q(pLow)) w and high - mode = (q(pHigh) - r) w, where q is the quantile
 * function of the distribution on [0, 1] with mode r. The quotient of the two equations has r alone. Both right sides rise and
 * fall with r, so there is one root; Brent's method finds it in about eight steps.
 */
/**
 * The ends and the mode of a distribution, in the unit of what it was made from; an end can be below 0.
 *
 * @param minimum the lowest value
 * @param mode the most likely value
 * @param maximum the highest value
 */
record EstimateRange(double minimum, double mode, double maximum) {

    private static final double PRECISION = 1e-12;

    static void check(double low, double high) {
        if (!(low >= 0 && low < 50 && high > 50 && high <= 100)) {
            throw new IllegalArgumentException(
                    "an estimate can't lie between P%s and P%s; use percentiles such as 10 and 90"
                            .formatted(Amount.text(low, null), Amount.text(high, null)));
        }
    }

    static String describe(double low, double high) {
        return low == 0 && high == 100 ? "" : ", P%s and P%s".formatted(Figures.plain(low), Figures.plain(high));
    }

    /** Returns whether the given ends are those of the distribution. */
    private static boolean isWhole(EstimateRange given, double low, double high) {
        return low == 0 && high == 100 || given.minimum == given.maximum;
    }

    /**
     * Returns the range of a triangular distribution of which the mode and two percentiles are given.
     *
     * @param given the mode, and as ends the two values
     * @param low the percentile of the lower value, 0 to below 50
     * @param high the percentile of the upper value, above 50 to 100
     */
    static EstimateRange triangular(EstimateRange given, double low, double high) {
        double below = low / 100;
        double above = 1 - high / 100;
        return isWhole(given, low, high)
                ? given
                : solve(
                                given,
                                new double[] {below, 1 - above},
                                r -> r - Math.sqrt(below * r),
                                r -> 1 - r - Math.sqrt(above * (1 - r)))
                        .withGivenEnds(given, low, high);
    }

    /** Returns the range of a PERT-beta distribution of which the mode and two percentiles are given. */
    static EstimateRange beta(EstimateRange given, double lambda, double low, double high) {
        return isWhole(given, low, high)
                ? given
                : solve(
                                given,
                                new double[] {0, 1},
                                r -> r - quantile(lambda, r, low / 100),
                                r -> quantile(lambda, r, high / 100) - r)
                        .withGivenEnds(given, low, high);
    }

    /** An end that was given as such is not touched by rounding. */
    private EstimateRange withGivenEnds(EstimateRange given, double low, double high) {
        return new EstimateRange(low == 0 ? given.minimum : minimum, mode, high == 100 ? given.maximum : maximum);
    }

    private static double quantile(double lambda, double mode, double probability) {
        return new BetaDistribution(null, 1 + lambda * mode, 1 + lambda * (1 - mode), PRECISION)
                .inverseCumulativeProbability(probability);
    }

    private static EstimateRange solve(
            EstimateRange given, double[] between, DoubleUnaryOperator modeToLow, DoubleUnaryOperator modeToHigh) {
        double left = given.mode - given.minimum;
        double right = given.maximum - given.mode;
        UnivariateFunction balance =
                r -> (left * modeToHigh.applyAsDouble(r) - right * modeToLow.applyAsDouble(r)) / (left + right);
        double r = root(balance, between[0], between[1]);
        double width = (left + right) / (modeToLow.applyAsDouble(r) + modeToHigh.applyAsDouble(r));
        return new EstimateRange(
                Math.min(given.minimum, given.mode - r * width),
                given.mode,
                Math.max(given.maximum, given.mode + (1 - r) * width));
    }

    /** The balance falls from positive to negative; at an end it can be zero. */
    private static double root(UnivariateFunction balance, double from, double to) {
        if (balance.value(from) <= 0) {
            return from;
        }
        return balance.value(to) >= 0 ? to : new BrentSolver(PRECISION, PRECISION).solve(200, balance, from, to);
    }
}
