package dev.plumbline.risk;

import dev.plumbline.calendar.WorkUnit;
import java.util.Optional;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The beta distribution of a three-point estimate. Immutable.
 *
 * <p>With o, m, p for the three values: alpha = 1 + lambda (m - o) / (p - o), beta = 1 + lambda (p - m) / (p - o), mean =
 * (o + lambda m + p) / (lambda + 2), variance = (mean - o)(p - mean) / (lambda + 3). The variance differs from PERT's rule of
 * thumb ((p - o) / 6)² except for some shapes.
 *
 * <p>D. Vose: Risk Analysis, 3rd ed., Wiley 2008, pp. 405-407 (modified PERT distribution).
 *
 * @param optimistic the least value
 * @param mostLikely the mode
 * @param pessimistic the greatest value
 * @param lambda the weight of the mode, above 0
 * @param time the unit of time; null for a plain number
 */
public record PertBeta(
        double optimistic,
        double mostLikely,
        double pessimistic,
        double lambda,
        @Nullable WorkUnit time) implements Distribution {

    /** The weight of the mode in classic PERT. */
    public static final double CLASSIC = 4;

    /** Checks that the values rise and that the weight is between 0 and 1000. */
    public PertBeta {
        Amount.checkRising("a PERT estimate", optimistic, mostLikely, pessimistic, time);
        if (!(lambda > 0 && lambda <= 1000)) {
            throw new IllegalArgumentException("the weight of the mode must be above 0, at most 1000: " + lambda);
        }
    }

    static Distribution of(
            double optimistic, double mostLikely, double pessimistic, double lambda, @Nullable WorkUnit unit) {
        PertBeta result = new PertBeta(optimistic, mostLikely, pessimistic, lambda, unit);
        return optimistic == pessimistic ? new Constant(optimistic, unit) : result;
    }

    /** Returns the first parameter of the beta distribution. */
    public double alpha() {
        return isConstant() ? 1 : 1 + lambda * (mostLikely - optimistic) / (pessimistic - optimistic);
    }

    /** Returns the second parameter of the beta distribution. */
    public double beta() {
        return isConstant() ? 1 : 1 + lambda * (pessimistic - mostLikely) / (pessimistic - optimistic);
    }

    private boolean isConstant() {
        return optimistic == pessimistic;
    }

    private BetaDistribution standard() {
        return new BetaDistribution(null, alpha(), beta());
    }

    @Override
    public double quantile(double probability) {
        Amount.probability(probability);
        return isConstant()
                ? optimistic
                : optimistic + (pessimistic - optimistic) * standard().inverseCumulativeProbability(probability);
    }

    @Override
    public double cumulative(double value) {
        if (isConstant()) {
            return value < optimistic ? 0 : 1;
        }
        return standard().cumulativeProbability((value - optimistic) / (pessimistic - optimistic));
    }

    @Override
    public double mean() {
        return (optimistic + lambda * mostLikely + pessimistic) / (lambda + 2);
    }

    @Override
    public double variance() {
        double mean = mean();
        return (mean - optimistic) * (pessimistic - mean) / (lambda + 3);
    }

    @Override
    public Optional<WorkUnit> unit() {
        return Optional.ofNullable(time);
    }

    @Override
    public String toString() {
        return "PERT-beta(%s, %s, %s%s)"
                .formatted(
                        Amount.text(optimistic, time),
                        Amount.text(mostLikely, time),
                        Amount.text(pessimistic, time),
                        lambda == CLASSIC ? "" : ", lambda " + Amount.text(lambda, null));
    }
}
