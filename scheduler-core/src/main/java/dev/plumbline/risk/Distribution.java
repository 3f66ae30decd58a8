package dev.plumbline.risk;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How likely each value of an uncertain amount is: of time, of money, or a plain factor. Immutable; parameters are checked.
 *
 * <pre>{@code
 * Distribution.triangular(hours(64), hours(80), hours(136))
 * Distribution.pertBeta(days(3), days(5), days(12))
 * Distribution.uniform(0.9, 1.3)
 * }</pre>
 *
 * <p>Amounts of time are counted in ticks, tenths of a minute; {@link #unit} tells the unit they were given in. The inverse
 * distribution functions are those of Apache Commons Math.
 */
public sealed interface Distribution
        permits Constant,
                Discrete,
                LogNormal,
                PertBeta,
                Quantiles,
                Triangular,
                Trigen,
                TruncatedNormal,
                Uniform,
                Weibull {

    /**
     * Returns the value that is not exceeded with a probability: the inverse distribution function.
     *
     * @param probability 0 to 1; at the ends the least and the greatest value, which may be infinite
     */
    double quantile(double probability);

    /** Returns the probability that a value is not exceeded. */
    double cumulative(double value);

    /** Returns the mean. */
    double mean();

    /** Returns the variance. */
    double variance();

    /** Returns the unit of time in which it was given; none for plain numbers. */
    Optional<WorkUnit> unit();

    /** Returns the standard deviation. */
    default double standardDeviation() {
        return StrictMath.sqrt(variance());
    }

    /** Returns whether it is an amount of time. */
    default boolean isTime() {
        return unit().isPresent();
    }

    /**
     * Returns the time that is not exceeded with a probability, rounded to the tick.
     *
     * @throws IllegalStateException if this is no amount of time
     */
    default WorkTime time(double probability) {
        WorkUnit unit = unit().orElseThrow(() -> new IllegalStateException(this + " is no distribution of time"));
        return new WorkTime(Math.round(quantile(probability)), unit);
    }

    /** Returns the PERT-beta distribution with weight 4 of the mode. */
    static Distribution pertBeta(WorkTime optimistic, WorkTime mostLikely, WorkTime pessimistic) {
        return pertBeta(optimistic, mostLikely, pessimistic, PertBeta.CLASSIC);
    }

    /**
     * Returns the PERT-beta distribution.
     *
     * @param optimistic the least value
     * @param mostLikely the mode
     * @param pessimistic the greatest value
     * @param lambda the weight of the mode, above 0; less makes it flatter
     */
    static Distribution pertBeta(WorkTime optimistic, WorkTime mostLikely, WorkTime pessimistic, double lambda) {
        WorkUnit unit = Amount.unit(optimistic, mostLikely, pessimistic);
        return PertBeta.of(optimistic.ticks(), mostLikely.ticks(), pessimistic.ticks(), lambda, unit);
    }

    /** Returns the PERT-beta distribution of a plain number with weight 4 of the mode. */
    static Distribution pertBeta(double optimistic, double mostLikely, double pessimistic) {
        return PertBeta.of(optimistic, mostLikely, pessimistic, PertBeta.CLASSIC, null);
    }

    /** Returns the PERT-beta distribution of a plain number. */
    static Distribution pertBeta(double optimistic, double mostLikely, double pessimistic, double lambda) {
        return PertBeta.of(optimistic, mostLikely, pessimistic, lambda, null);
    }

    /** Returns the triangular distribution. */
    static Distribution triangular(WorkTime optimistic, WorkTime mostLikely, WorkTime pessimistic) {
        WorkUnit unit = Amount.unit(optimistic, mostLikely, pessimistic);
        return Triangular.of(optimistic.ticks(), mostLikely.ticks(), pessimistic.ticks(), unit);
    }

    /** Returns the triangular distribution of a plain number. */
    static Distribution triangular(double optimistic, double mostLikely, double pessimistic) {
        return Triangular.of(optimistic, mostLikely, pessimistic, null);
    }

    /**
     * Returns the triangular distribution of which 10 % lies below the first value and 10 % above the third ("trigen").
     *
     * @throws IllegalArgumentException if the three don't rise
     */
    static Distribution triangularP10P90(WorkTime p10, WorkTime mostLikely, WorkTime p90) {
        return triangularBetween(10, 90, p10, mostLikely, p90);
    }

    /** Returns the triangular distribution of a plain number of which 10 % lies below the first value and above the third. */
    static Distribution triangularP10P90(double p10, double mostLikely, double p90) {
        return triangularBetween(10, 90, p10, mostLikely, p90);
    }

    /**
     * Returns the triangular distribution of which the mode and two percentiles are known.
     *
     * @param lowPercentile which percentile the first value is, 0 to below 50; 0 for the least value
     * @param highPercentile which percentile the third value is, above 50 to 100; 100 for the greatest value
     * @throws IllegalArgumentException if the three don't rise, or the percentiles are out of range
     */
    static Distribution triangularBetween(
            double lowPercentile, double highPercentile, WorkTime low, WorkTime mostLikely, WorkTime high) {
        WorkUnit unit = Amount.unit(low, mostLikely, high);
        EstimateRange given = new EstimateRange(low.ticks(), mostLikely.ticks(), high.ticks());
        return Trigen.of(given, lowPercentile, highPercentile, unit);
    }

    /** Returns the triangular distribution of a plain number of which the mode and two percentiles are known. */
    static Distribution triangularBetween(
            double lowPercentile, double highPercentile, double low, double mostLikely, double high) {
        return Trigen.of(new EstimateRange(low, mostLikely, high), lowPercentile, highPercentile, null);
    }

    /** Returns the uniform distribution. */
    static Distribution uniform(WorkTime least, WorkTime greatest) {
        return Uniform.of(least.ticks(), greatest.ticks(), Amount.unit(least, greatest));
    }

    /** Returns the uniform distribution of a plain number. */
    static Distribution uniform(double least, double greatest) {
        return Uniform.of(least, greatest, null);
    }

    /**
     * Returns the normal distribution, cut off at zero and at two means.
     *
     * @throws IllegalArgumentException if the standard deviation is not above 0 or the mean not above 0
     */
    static Distribution normal(WorkTime mean, WorkTime standardDeviation) {
        return normal(mean, standardDeviation, mean.withTicks(0), mean.withTicks(2 * mean.ticks()));
    }

    /** Returns the normal distribution, cut off at a least and a greatest value. */
    static Distribution normal(WorkTime mean, WorkTime standardDeviation, WorkTime least, WorkTime greatest) {
        WorkUnit unit = Amount.unit(mean, standardDeviation, least, greatest);
        return new TruncatedNormal(mean.ticks(), standardDeviation.ticks(), least.ticks(), greatest.ticks(), unit);
    }

    /** Returns the normal distribution of a plain number, cut off at a least and a greatest value, possibly infinite. */
    static Distribution normal(double mean, double standardDeviation, double least, double greatest) {
        return new TruncatedNormal(mean, standardDeviation, least, greatest, null);
    }

    /** Returns the lognormal distribution with this mean and standard deviation. */
    static Distribution lognormal(WorkTime mean, WorkTime standardDeviation) {
        return new LogNormal(mean.ticks(), standardDeviation.ticks(), Amount.unit(mean, standardDeviation));
    }

    /** Returns the lognormal distribution of a plain number with this mean and standard deviation. */
    static Distribution lognormal(double mean, double standardDeviation) {
        return new LogNormal(mean, standardDeviation, null);
    }

    /**
     * Returns the Weibull distribution; with shape 1 the exponential distribution.
     *
     * @param least the least value
     * @param shape the shape, above 0
     * @param scale what is added to the least value is below this with a probability of 63.2 %
     */
    static Distribution weibull(WorkTime least, double shape, WorkTime scale) {
        return new Weibull(least.ticks(), shape, scale.ticks(), Amount.unit(least, scale));
    }

    /** Returns the Weibull distribution of a plain number. */
    static Distribution weibull(double least, double shape, double scale) {
        return new Weibull(least, shape, scale, null);
    }

    /** Returns the exponential distribution of a mean. */
    static Distribution exponential(WorkTime mean) {
        return weibull(mean.withTicks(0), 1, mean);
    }

    /**
     * Returns a choice among times.
     *
     * @param values the times
     * @param weights how likely each is, in proportion
     */
    static Distribution discrete(List<WorkTime> values, List<Double> weights) {
        WorkUnit unit = Amount.unit(values.toArray(WorkTime[]::new));
        return Discrete.of(values.stream().map(v -> (double) v.ticks()).toList(), weights, unit);
    }

    /** Returns a choice among plain numbers, each as likely as its weight in proportion. */
    static Distribution discreteNumbers(List<Double> values, List<Double> weights) {
        return Discrete.of(values, weights, null);
    }

    /**
     * Returns the distribution through quantiles, uniform between them.
     *
     * @param probabilities rising from 0 to 1
     * @param values the times not exceeded with these probabilities
     */
    static Distribution quantiles(List<Double> probabilities, List<WorkTime> values) {
        WorkUnit unit = Amount.unit(values.toArray(WorkTime[]::new));
        return new Quantiles(
                probabilities, values.stream().map(v -> (double) v.ticks()).toList(), unit);
    }

    /** Returns the distribution of a plain number through quantiles, uniform between them. */
    static Distribution quantilesOfNumbers(List<Double> probabilities, List<Double> values) {
        return new Quantiles(probabilities, values, null);
    }

    /** Returns a time that is certain. */
    static Distribution constant(WorkTime value) {
        return new Constant(value.ticks(), value.unit());
    }

    /** Returns a plain number that is certain. */
    static Distribution constant(double value) {
        return new Constant(value, null);
    }

    /** Returns the text of an amount in ticks, or of a plain number where there is no unit. */
    static String format(double amount, @Nullable WorkUnit unit) {
        return Amount.text(amount, unit);
    }
}
