package dev.plumbline.risk;

import dev.plumbline.calendar.WorkUnit;
import java.util.Optional;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The triangular distribution. Immutable.
 *
 * @param optimistic the least value
 * @param mostLikely the mode
 * @param pessimistic the greatest value
 * @param time the unit of time; null for a plain number
 */
public record Triangular(
        double optimistic,
        double mostLikely,
        double pessimistic,
        @Nullable WorkUnit time) implements Distribution {

    /** Checks that the values rise. */
    public Triangular {
        Amount.checkRising("a triangular estimate", optimistic, mostLikely, pessimistic, time);
    }

    static Distribution of(double optimistic, double mostLikely, double pessimistic, @Nullable WorkUnit unit) {
        Triangular result = new Triangular(optimistic, mostLikely, pessimistic, unit);
        return optimistic == pessimistic ? new Constant(optimistic, unit) : result;
    }

    private boolean isConstant() {
        return optimistic == pessimistic;
    }

    private TriangularDistribution law() {
        return new TriangularDistribution(null, optimistic, mostLikely, pessimistic);
    }

    @Override
    public double quantile(double probability) {
        Amount.probability(probability);
        return isConstant() ? optimistic : law().inverseCumulativeProbability(probability);
    }

    @Override
    public double cumulative(double value) {
        if (isConstant()) {
            return value < optimistic ? 0 : 1;
        }
        return law().cumulativeProbability(value);
    }

    @Override
    public double mean() {
        return (optimistic + mostLikely + pessimistic) / 3;
    }

    @Override
    public double variance() {
        double left = mostLikely - optimistic;
        double right = pessimistic - mostLikely;
        return (left * left + left * right + right * right) / 18;
    }

    @Override
    public Optional<WorkUnit> unit() {
        return Optional.ofNullable(time);
    }

    @Override
    public String toString() {
        return "triangular(%s, %s, %s)"
                .formatted(
                        Amount.text(optimistic, time), Amount.text(mostLikely, time), Amount.text(pessimistic, time));
    }
}
