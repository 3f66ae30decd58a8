package dev.plumbline.risk;

import dev.plumbline.calendar.WorkUnit;
import java.util.Optional;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The Weibull distribution. Immutable. With shape 1 it is the exponential distribution.
 *
 * @param least the least value
 * @param shape the shape, 0.1 to 100
 * @param scale what is added to the least value is below this with a probability of 63.2 %
 * @param time the unit of time; null for a plain number
 */
public record Weibull(
        double least, double shape, double scale, @Nullable WorkUnit time) implements Distribution {

    /** Checks the ranges. */
    public Weibull {
        Amount.checkFinite("the least value of a Weibull distribution", least);
        Amount.checkPositive("the scale of a Weibull distribution", scale, time);
        if (!(shape >= 0.1 && shape <= 100)) {
            throw new IllegalArgumentException("the shape of a Weibull distribution must be 0.1 to 100: " + shape);
        }
    }

    private WeibullDistribution law() {
        return new WeibullDistribution(null, shape, scale);
    }

    @Override
    public double quantile(double probability) {
        return least + law().inverseCumulativeProbability(Amount.probability(probability));
    }

    @Override
    public double cumulative(double value) {
        return law().cumulativeProbability(value - least);
    }

    @Override
    public double mean() {
        return least + law().getNumericalMean();
    }

    @Override
    public double variance() {
        return law().getNumericalVariance();
    }

    @Override
    public Optional<WorkUnit> unit() {
        return Optional.ofNullable(time);
    }

    @Override
    public String toString() {
        return "Weibull(from %s, shape %s, scale %s)"
                .formatted(Amount.text(least, time), Amount.text(shape, null), Amount.text(scale, time));
    }
}
