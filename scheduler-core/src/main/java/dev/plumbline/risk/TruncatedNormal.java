package dev.plumbline.risk;

import dev.plumbline.calendar.WorkUnit;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The normal distribution, cut off at a least and a greatest value. Immutable. What is cut off is spread over the rest, so the
 * mean of an unevenly cut distribution is not that of the normal distribution.
 *
 * @param location the mean of the normal distribution before it is cut
 * @param scale its standard deviation
 * @param least the least value, or minus infinity
 * @param greatest the greatest value, or infinity
 * @param time the unit of time; null for a plain number
 */
public record TruncatedNormal(
        double location,
        double scale,
        double least,
        double greatest,
        @Nullable WorkUnit time) implements Distribution {

    private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);
    private static final double LEAST_SHARE = 1e-6;

    /** Checks that the values rise and that a millionth of the normal distribution at least is left. */
    public TruncatedNormal {
        Amount.checkFinite("the mean of a normal distribution", location);
        Amount.checkPositive("the standard deviation of a normal distribution", scale, time);
        if (!(least < greatest)) {
            throw new IllegalArgumentException("the ends of a normal distribution must rise: %s, %s"
                    .formatted(Amount.text(least, time), Amount.text(greatest, time)));
        }
        double share = STANDARD.cumulativeProbability((greatest - location) / scale)
                - STANDARD.cumulativeProbability((least - location) / scale);
        if (!(share >= LEAST_SHARE)) {
            throw new IllegalArgumentException(
                    "a normal distribution of mean %s and standard deviation %s has nearly nothing between %s and %s"
                            .formatted(
                                    Amount.text(location, time),
                                    Amount.text(scale, time),
                                    Amount.text(least, time),
                                    Amount.text(greatest, time)));
        }
    }

    private double low() {
        return STANDARD.cumulativeProbability((least - location) / scale);
    }

    private double high() {
        return STANDARD.cumulativeProbability((greatest - location) / scale);
    }

    @Override
    public double quantile(double probability) {
        Amount.probability(probability);
        double low = low();
        double inside = low + probability * (high() - low);
        double value = location + scale * STANDARD.inverseCumulativeProbability(inside);
        return Math.max(least, Math.min(greatest, value));
    }

    @Override
    public double cumulative(double value) {
        if (value <= least) {
            return 0;
        }
        double low = low();
        return value >= greatest
                ? 1
                : (STANDARD.cumulativeProbability((value - location) / scale) - low) / (high() - low);
    }

    /*
     * N. L. Johnson, S. Kotz, N. Balakrishnan: Continuous Univariate Distributions, vol. 1, 2nd ed., Wiley 1994, section 10.1.
     */
    @Override
    public double mean() {
        return location + scale * shift();
    }

    private double shift() {
        double a = (least - location) / scale;
        double b = (greatest - location) / scale;
        return (STANDARD.density(a) - STANDARD.density(b)) / (high() - low());
    }

    @Override
    public double variance() {
        double a = (least - location) / scale;
        double b = (greatest - location) / scale;
        double shift = shift();
        double bend = (weighted(a) - weighted(b)) / (high() - low());
        return scale * scale * (1 + bend - shift * shift);
    }

    private static double weighted(double z) {
        return Double.isInfinite(z) ? 0 : z * STANDARD.density(z);
    }

    @Override
    public Optional<WorkUnit> unit() {
        return Optional.ofNullable(time);
    }

    @Override
    public String toString() {
        return "normal(%s, sd %s, from %s to %s)"
                .formatted(
                        Amount.text(location, time),
                        Amount.text(scale, time),
                        Amount.text(least, time),
                        Amount.text(greatest, time));
    }
}
