package dev.plumbline.risk;

import dev.plumbline.calendar.WorkUnit;
import java.util.Optional;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The lognormal distribution, by its own mean and standard deviation (not those of the logarithm). Immutable.
 *
 * @param average the mean, above 0
 * @param deviation the standard deviation, above 0
 * @param time the unit of time; null for a plain number
 */
public record LogNormal(
        double average, double deviation, @Nullable WorkUnit time) implements Distribution {

    /** Checks that mean and deviation are above 0, the deviation at most ten means. */
    public LogNormal {
        Amount.checkPositive("the mean of a lognormal distribution", average, time);
        Amount.checkPositive("the standard deviation of a lognormal distribution", deviation, time);
        if (deviation > 10 * average) {
            throw new IllegalArgumentException(
                    "the standard deviation of a lognormal distribution must be at most ten means: %s, %s"
                            .formatted(Amount.text(deviation, time), Amount.text(average, time)));
        }
    }

    private LogNormalDistribution law() {
        double ratio = deviation / average;
        double squared = StrictMath.log1p(ratio * ratio);
        return new LogNormalDistribution(null, StrictMath.log(average) - squared / 2, StrictMath.sqrt(squared));
    }

    @Override
    public double quantile(double probability) {
        return law().inverseCumulativeProbability(Amount.probability(probability));
    }

    @Override
    public double cumulative(double value) {
        return law().cumulativeProbability(value);
    }

    @Override
    public double mean() {
        return average;
    }

    @Override
    public double variance() {
        return deviation * deviation;
    }

    @Override
    public Optional<WorkUnit> unit() {
        return Optional.ofNullable(time);
    }

    @Override
    public String toString() {
        return "lognormal(%s, sd %s)".formatted(Amount.text(average, time), Amount.text(deviation, time));
    }
}
