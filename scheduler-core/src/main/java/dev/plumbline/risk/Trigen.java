package dev.plumbline.risk;

import dev.plumbline.calendar.WorkUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The triangular distribution of which the mode and two percentiles are known, as people give them who can't imagine the worst.
 * Immutable; its ends, which lie beyond the two values, are solved for.
 *
 * @param low the value at the lower percentile
 * @param mostLikely the mode
 * @param high the value at the upper percentile
 * @param lowPercentile 0 to below 50; 0 for the least value
 * @param highPercentile above 50 to 100; 100 for the greatest value
 * @param time the unit of time; null for a plain number
 */
public record Trigen(
        double low,
        double mostLikely,
        double high,
        double lowPercentile,
        double highPercentile,
        @Nullable WorkUnit time)
        implements Distribution {

    /** Checks that the values rise, and the percentiles. */
    public Trigen {
        EstimateRange.check(lowPercentile, highPercentile);
        String what = "P%s, mode and P%s".formatted(Figures.plain(lowPercentile), Figures.plain(highPercentile));
        Amount.checkRising(what, low, mostLikely, high, time);
    }

    static Distribution of(EstimateRange given, double lowPercentile, double highPercentile, @Nullable WorkUnit unit) {
        Trigen result = new Trigen(given.minimum(), given.mode(), given.maximum(), lowPercentile, highPercentile, unit);
        return given.minimum() == given.maximum() ? new Constant(given.mode(), unit) : result;
    }

    /** Returns the same distribution by its ends. */
    public Triangular triangle() {
        EstimateRange range =
                EstimateRange.triangular(new EstimateRange(low, mostLikely, high), lowPercentile, highPercentile);
        return new Triangular(range.minimum(), range.mode(), range.maximum(), time);
    }

    @Override
    public double quantile(double probability) {
        return triangle().quantile(probability);
    }

    @Override
    public double cumulative(double value) {
        return triangle().cumulative(value);
    }

    @Override
    public double mean() {
        return triangle().mean();
    }

    @Override
    public double variance() {
        return triangle().variance();
    }

    @Override
    public Optional<WorkUnit> unit() {
        return Optional.ofNullable(time);
    }

    @Override
    public String toString() {
        return "trigen(P%s %s, %s, P%s %s)"
                .formatted(
                        Figures.plain(lowPercentile),
                        Amount.text(low, time),
                        Amount.text(mostLikely, time),
                        Figures.plain(highPercentile),
                        Amount.text(high, time));
    }
}
