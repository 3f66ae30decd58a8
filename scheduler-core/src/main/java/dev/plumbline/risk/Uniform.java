package dev.plumbline.risk;

import dev.plumbline.calendar.WorkUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The uniform distribution. Immutable.
 *
 * @param least the least value
 * @param greatest the greatest value
 * @param time the unit of time; null for a plain number
 */
public record Uniform(
        double least, double greatest, @Nullable WorkUnit time) implements Distribution {

    /** Checks that the values rise. */
    public Uniform {
        Amount.checkRising("the ends of a uniform distribution", least, greatest, greatest, time);
    }

    static Distribution of(double least, double greatest, @Nullable WorkUnit unit) {
        Uniform result = new Uniform(least, greatest, unit);
        return least == greatest ? new Constant(least, unit) : result;
    }

    @Override
    public double quantile(double probability) {
        return least + Amount.probability(probability) * (greatest - least);
    }

    @Override
    public double cumulative(double value) {
        if (least == greatest) {
            return value < least ? 0 : 1;
        }
        return Math.max(0, Math.min(1, (value - least) / (greatest - least)));
    }

    @Override
    public double mean() {
        return (least + greatest) / 2;
    }

    @Override
    public double variance() {
        return (greatest - least) * (greatest - least) / 12;
    }

    @Override
    public Optional<WorkUnit> unit() {
        return Optional.ofNullable(time);
    }

    @Override
    public String toString() {
        return "uniform(%s, %s)".formatted(Amount.text(least, time), Amount.text(greatest, time));
    }
}
