package dev.plumbline.risk;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.elapsedDays;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {

    static Stream<Distribution> all() {
        return Stream.of(
                Distribution.pertBeta(4.0, 5, 12),
                Distribution.pertBeta(4.0, 4, 12, 2),
                Distribution.triangular(4.0, 5, 12),
                Distribution.triangularP10P90(4.0, 5, 12),
                Distribution.uniform(2.0, 9),
                Distribution.normal(10, 2, 4, 30),
                Distribution.normal(10, 2, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                Distribution.lognormal(10, 4),
                Distribution.weibull(2, 1.5, 8),
                Distribution.weibull(0, 1, 8),
                Distribution.discreteNumbers(List.of(3.0, 1.0, 7.0), List.of(1.0, 2.0, 1.0)),
                Distribution.quantilesOfNumbers(List.of(0.0, 0.1, 0.9, 1.0), List.of(1.0, 3.0, 4.0, 10.0)),
                Distribution.constant(3));
    }

    @ParameterizedTest
    @MethodSource("all")
    void meanAndVarianceAreThoseOfTheQuantiles(Distribution distribution) {
        int n = 40_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double x = distribution.quantile((i + 0.5) / n);
            sum += x;
            squares += x * x;
        }
        double mean = sum / n;
        double variance = squares / n - mean * mean;

        assertThat(distribution.mean()).isCloseTo(mean, within(2e-3));
        assertThat(distribution.variance()).isCloseTo(variance, within(3e-3 * (1 + variance)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void quantileAndCumulativeAreInverse(Distribution distribution) {
        for (double p = 0.01; p < 1; p += 0.01) {
            double value = distribution.quantile(p);

            assertThat(distribution.cumulative(value)).isGreaterThanOrEqualTo(p - 1e-6);
            assertThat(distribution.cumulative(value - 1e-6)).isLessThanOrEqualTo(p + 1e-6);
        }
    }

    /** 10.1, 10.3. */
    @Test
    void classicEstimateHasTheMeanOfPert() {
        Distribution estimate = Distribution.pertBeta(days(4), days(5), days(12));

        assertThat(estimate.mean()).isEqualTo(days(6).ticks());
        assertThat(estimate.variance()).isCloseTo(12.0 / 7 * days(1).ticks() * days(1).ticks(), within(1e-3));
        assertThat(estimate.time(0)).isEqualTo(days(4));
        assertThat(estimate).hasToString("PERT-beta(4d, 5d, 12d)");
    }

    /** 10.4. */
    @Test
    void tenPercentOfATrigenLieBeyondEitherValue() {
        Distribution trigen = Distribution.triangularP10P90(days(8), days(10), days(20));

        assertThat(trigen.cumulative(days(8).ticks())).isCloseTo(0.1, within(1e-9));
        assertThat(trigen.cumulative(days(20).ticks())).isCloseTo(0.9, within(1e-9));
        Distribution skewed = Distribution.triangularP10P90(2.0, 2, 12);
        assertThat(skewed.cumulative(2)).isCloseTo(0.1, within(1e-9));
        assertThat(skewed.cumulative(12)).isCloseTo(0.9, within(1e-9));
    }

    /** 10.5. */
    @Test
    void equalEndsMakeAConstant() {
        assertThat(Distribution.pertBeta(days(3), days(3), days(3))).isEqualTo(Distribution.constant(days(3)));
        assertThat(Distribution.triangular(2.0, 2, 2)).isEqualTo(Distribution.constant(2));
        assertThat(Distribution.uniform(2.0, 2)).isEqualTo(Distribution.constant(2));
    }

    /** 10.5. */
    @Test
    void estimatesThatDontRiseAreRefused() {
        assertThatThrownBy(() -> Distribution.pertBeta(days(5), days(4), days(12)))
                .hasMessage("a PERT estimate must rise: 5d, 4d, 12d");
        assertThatThrownBy(() -> Distribution.triangular(1, 5, 4)).hasMessageContaining("must rise: 1, 5, 4");
        assertThatThrownBy(() -> Distribution.uniform(hours(2), hours(1))).hasMessageContaining("must rise: 2h, 1h");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void weightsOfTheModeThatAreNoneAreRefused(double lambda) {
        assertThatThrownBy(() -> Distribution.pertBeta(1, 2, 3, lambda)).hasMessageContaining("weight of the mode");
    }

    @Test
    void badParametersAreRefusedByName() {
        assertThatThrownBy(() -> Distribution.uniform(Double.NaN, 1)).hasMessageContaining("must be a number: NaN");
        assertThatThrownBy(() -> Distribution.normal(1, 0, 0, 2)).hasMessageContaining("standard deviation");
        assertThatThrownBy(() -> Distribution.normal(1, 0.1, 50, 60)).hasMessageContaining("nearly nothing between");
        assertThatThrownBy(() -> Distribution.lognormal(-1, 1)).hasMessageContaining("above 0: -1");
        assertThatThrownBy(() -> Distribution.weibull(0, 0, 1)).hasMessageContaining("shape");
        assertThatThrownBy(() -> Distribution.discreteNumbers(List.of(), List.of()))
                .hasMessageContaining("weight");
        assertThatThrownBy(() -> Distribution.discreteNumbers(List.of(1.0), List.of(-1.0)))
                .hasMessageContaining("at least 0");
        assertThatThrownBy(() -> Distribution.quantilesOfNumbers(List.of(0.1, 1.0), List.of(1.0, 2.0)))
                .hasMessageContaining("the first 0 and the last 1");
        assertThatThrownBy(() -> Distribution.uniform(days(1), elapsedDays(2)))
                .hasMessageContaining("working and elapsed");
    }
}
