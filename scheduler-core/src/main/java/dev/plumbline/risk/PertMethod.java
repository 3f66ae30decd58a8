package dev.plumbline.risk;

import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.Estimate;

/**
 * How a three-point estimate becomes an expected duration and a standard deviation. Immutable.
 *
 * <pre>{@code
 * PertMethod.classic(); PertMethod.beta(4); PertMethod.triangular().between(10, 90)
 * }</pre>
 *
 * <p>Where the optimistic and pessimistic values are percentiles ({@code between}), as people give them who can't imagine the
 * worst, the ends of the distribution are solved for.
 */
public sealed interface PertMethod {

    /** Returns the classic rule, weights 1-4-1: see {@link Weights}. */
    static PertMethod classic() {
        return new Weights(1, 4, 1);
    }

    /**
     * Returns the classic rule with other weights.
     *
     * @throws IllegalArgumentException if a weight is negative or all are zero
     */
    static PertMethod weights(double optimistic, double mostLikely, double pessimistic) {
        return new Weights(optimistic, mostLikely, pessimistic);
    }

    /**
     * Returns the PERT-beta distribution over the whole range; 4 is usual, less is flatter.
     *
     * @throws IllegalArgumentException if lambda isn't positive
     */
    static Beta beta(double lambda) {
        return new Beta(lambda, 0, 100);
    }

    /** Returns the triangular distribution over the whole range. */
    static Triangular triangular() {
        return new Triangular(0, 100);
    }

    private static EstimateRange given(Estimate e) {
        return new EstimateRange(
                e.optimistic().ticks(), e.mostLikely().ticks(), e.pessimistic().ticks());
    }

    private static WorkUnit unit(Estimate e) {
        return e.mostLikely().unit();
    }

    /** Returns the expected value in ticks, not rounded. */
    double mean(Estimate estimate);

    /** Returns the standard deviation in ticks, not rounded. */
    double standardDeviation(Estimate estimate);

    /** A rule that is a distribution, so that a simulation can draw from it. */
    sealed interface Shape extends PertMethod {

        /**
         * Returns the distribution of an estimated duration. Where the ends are percentiles it may reach below zero; a simulation
         * takes what lies there as zero.
         */
        Distribution distribution(Estimate estimate);
    }

    /** Returns a few words, such as {@code PERT-beta, lambda 4} or {@code triangular, P10 and P90}. */
    String describe();

    /**
     * The rule of 1959: mean (o + 4m + p)/6, standard deviation (p - o)/6, whatever the weights (D. G. Malcolm, J. H. Roseboom,
     * C. E. Clark, W. Fazar: Application of a technique for research and development program evaluation. Oper. Res. 7(5), 1959,
     * pp. 646-669). The mean is the weighted one; that of Microsoft Project's former PERT analysis has weights that sum to six.
     *
     * @param optimistic the weight of the optimistic value
     * @param mostLikely the weight of the most likely value
     * @param pessimistic the weight of the pessimistic value
     */
    record Weights(double optimistic, double mostLikely, double pessimistic) implements PertMethod {

        /** Checks that weights are not negative and not all zero. */
        public Weights {
            boolean allowed = optimistic >= 0 && mostLikely >= 0 && pessimistic >= 0;
            double sum = optimistic + mostLikely + pessimistic;
            if (!allowed || !(sum > 0) || Double.isInfinite(sum)) {
                throw new IllegalArgumentException("the weights of an estimate are 0 or more, not all 0: %s, %s, %s"
                        .formatted(optimistic, mostLikely, pessimistic));
            }
        }

        @Override
        public double mean(Estimate e) {
            return (optimistic * e.optimistic().ticks()
                            + mostLikely * e.mostLikely().ticks()
                            + pessimistic * e.pessimistic().ticks())
                    / (optimistic + mostLikely + pessimistic);
        }

        @Override
        public double standardDeviation(Estimate e) {
            return ((double) e.pessimistic().ticks() - e.optimistic().ticks()) / 6;
        }

        @Override
        public String describe() {
            return "classic, weights %s-%s-%s"
                    .formatted(Figures.plain(optimistic), Figures.plain(mostLikely), Figures.plain(pessimistic));
        }
    }

    /**
     * The PERT-beta distribution over [a, b] with mode m: alpha = 1 + lambda (m - a)/(b - a), beta = 1 + lambda (b - m)/(b - a);
     * mean mu = (a + lambda m + b)/(lambda + 2), variance (mu - a)(b - mu)/(lambda + 3). For skewed estimates that is not the
     * square of (b - a)/6 (D. Vose: Risk Analysis, 3rd ed., Wiley, 2008, "modified PERT").
     *
     * @param lambda the weight of the mode
     * @param low the percentile that the optimistic value is; 0 for the minimum
     * @param high the percentile that the pessimistic value is; 100 for the maximum
     */
    record Beta(double lambda, double low, double high) implements Shape {

        /** Checks the ranges. */
        public Beta {
            if (!(lambda > 0 && lambda <= 1000)) {
                throw new IllegalArgumentException(
                        "lambda is %s; use more than 0 and at most 1000, 4 is usual".formatted(lambda));
            }
            EstimateRange.check(low, high);
        }

        /**
         * Returns the method for estimates whose ends are percentiles.
         *
         * @throws IllegalArgumentException unless {@code 0 <= low < 50 < high <= 100}
         */
        public Beta between(double lowPercentile, double highPercentile) {
            return new Beta(lambda, lowPercentile, highPercentile);
        }

        @Override
        public double mean(Estimate e) {
            return mean(range(e));
        }

        @Override
        public double standardDeviation(Estimate e) {
            EstimateRange r = range(e);
            double mean = mean(r);
            return Math.sqrt((mean - r.minimum()) * (r.maximum() - mean) / (lambda + 3));
        }

        private double mean(EstimateRange r) {
            return (r.minimum() + lambda * r.mode() + r.maximum()) / (lambda + 2);
        }

        /** Returns the ends of the distribution in ticks. */
        EstimateRange range(Estimate e) {
            return EstimateRange.beta(given(e), lambda, low, high);
        }

        @Override
        public Distribution distribution(Estimate e) {
            EstimateRange r = range(e);
            return PertBeta.of(r.minimum(), r.mode(), r.maximum(), lambda, unit(e));
        }

        @Override
        public String describe() {
            return "PERT-beta, lambda " + Figures.plain(lambda) + EstimateRange.describe(low, high);
        }
    }

    /**
     * The triangular distribution over [a, b] with mode m: mean (a + m + b)/3, variance (a² + m² + b² - am - ab - mb)/18.
     *
     * @param low the percentile that the optimistic value is; 0 for the minimum
     * @param high the percentile that the pessimistic value is; 100 for the maximum
     */
    record Triangular(double low, double high) implements Shape {

        /** Checks the ranges. */
        public Triangular {
            EstimateRange.check(low, high);
        }

        /**
         * Returns the method for estimates whose ends are percentiles.
         *
         * @throws IllegalArgumentException unless {@code 0 <= low < 50 < high <= 100}
         */
        public Triangular between(double lowPercentile, double highPercentile) {
            return new Triangular(lowPercentile, highPercentile);
        }

        @Override
        public double mean(Estimate e) {
            EstimateRange r = range(e);
            return (r.minimum() + r.mode() + r.maximum()) / 3;
        }

        @Override
        public double standardDeviation(Estimate e) {
            EstimateRange r = range(e);
            double left = r.mode() - r.minimum(); // the formula above, without its cancellation
            double right = r.maximum() - r.mode();
            return Math.sqrt((left * left + left * right + right * right) / 18);
        }

        /** Returns the ends of the distribution in ticks. */
        EstimateRange range(Estimate e) {
            return EstimateRange.triangular(given(e), low, high);
        }

        @Override
        public Distribution distribution(Estimate e) {
            EstimateRange r = range(e);
            return dev.plumbline.risk.Triangular.of(r.minimum(), r.mode(), r.maximum(), unit(e));
        }

        @Override
        public String describe() {
            return "triangular" + EstimateRange.describe(low, high);
        }
    }
}
