package dev.plumbline.risk;

import dev.plumbline.calendar.WorkUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that is certain. Immutable.
 *
 * @param value the value
 * @param time the unit of time; null for a plain number
 */
public record Constant(double value, @Nullable WorkUnit time) implements Distribution {

    /** Checks that it is a number. */
    public Constant {
        Amount.checkFinite("a constant", value);
    }

    @Override
    public double quantile(double probability) {
        Amount.probability(probability);
        return value;
    }

    @Override
    public double cumulative(double other) {
        return other < value ? 0 : 1;
    }

    @Override
    public double mean() {
        return value;
    }

    @Override
    public double variance() {
        return 0;
    }

    @Override
    public Optional<WorkUnit> unit() {
        return Optional.ofNullable(time);
    }

    @Override
    public String toString() {
        return "constant(%s)".formatted(Amount.text(value, time));
    }
}
