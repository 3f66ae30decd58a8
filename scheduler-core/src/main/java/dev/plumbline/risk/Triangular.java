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

    private static final double TAIL = 0.1;
    private static final int MOST_STEPS = 500;

    /** Checks that the values rise. */
    public Triangular {
        Amount.checkRising("a triangular estimate", optimistic, mostLikely, pessimistic, time);
    }

    static Distribution of(double optimistic, double mostLikely, double pessimistic, @Nullable WorkUnit unit) {
        Triangular result = new Triangular(optimistic, mostLikely, pessimistic, unit);
        return optimistic == pessimistic ? new Constant(optimistic, unit) : result;
    }

    /*
     * With x = mode - least, y = greatest - mode, s = mode - P10 and t = P90 - mode, a tail of 10 % on either side means
     * (x - s)² = 0.1 x (x + y) and (y - t)² = 0.1 y (x + y). Each is a quadratic equation for one side given the other; solved in
     * turn they converge, since a side depends on a tenth of the other.
     */
    static Distribution fromP10P90(double p10, double mostLikely, double p90, @Nullable WorkUnit unit) {
        Amount.checkRising("P10, mode and P90", p10, mostLikely, p90, unit);
        if (p10 == p90) {
            return new Constant(p10, unit);
        }
        double below = mostLikely - p10;
        double above = p90 - mostLikely;
        double x = 2 * below;
        double y = 2 * above;
        for (int step = 0; step < MOST_STEPS; step++) {
            double nextX = side(below, y);
            double nextY = side(above, nextX);
            boolean settled = Math.abs(nextX - x) + Math.abs(nextY - y) < 1e-12 * (p90 - p10);
            x = nextX;
            y = nextY;
            if (settled) {
                break;
            }
        }
        return new Triangular(mostLikely - x, mostLikely, mostLikely + y, unit);
    }

    private static double side(double inner, double other) {
        double half = inner + TAIL / 2 * other;
        return (half + StrictMath.sqrt(Math.max(0, half * half - (1 - TAIL) * inner * inner))) / (1 - TAIL);
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
