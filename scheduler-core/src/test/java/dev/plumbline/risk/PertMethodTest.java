package dev.plumbline.risk;

import static dev.plumbline.calendar.WorkTime.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.Estimate;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PertMethodTest {

    private static final Offset<Double> TICK = within(1e-3);

    private static Estimate estimate(long optimistic, long mostLikely, long pessimistic) {
        return new Estimate(days(optimistic), days(mostLikely), days(pessimistic));
    }

    @ParameterizedTest
    @CsvSource({"4, 5, 12", "1, 1, 10", "1, 10, 10", "2, 6, 10", "0, 1, 100"})
    void momentsAreThoseOfTheDistribution(long o, long m, long p) { // 10.3, 10.4
        Estimate e = estimate(o, m, p);
        double width = days(p - o).ticks();
        TriangularDistribution triangular =
                new TriangularDistribution(days(o).ticks(), days(m).ticks(), days(p).ticks());
        double r = days(m - o).ticks() / width;
        BetaDistribution beta = new BetaDistribution(1 + 4 * r, 1 + 4 * (1 - r));

        assertThat(PertMethod.triangular().mean(e)).isCloseTo(triangular.getNumericalMean(), TICK);
        assertThat(PertMethod.triangular().standardDeviation(e))
                .isCloseTo(Math.sqrt(triangular.getNumericalVariance()), TICK);
        assertThat(PertMethod.beta(4).mean(e)).isCloseTo(days(o).ticks() + width * beta.getNumericalMean(), TICK);
        assertThat(PertMethod.beta(4).standardDeviation(e))
                .isCloseTo(width * Math.sqrt(beta.getNumericalVariance()), TICK);
        assertThat(PertMethod.beta(4).mean(e)).isCloseTo(PertMethod.classic().mean(e), TICK);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 5, 12, 10, 90",
        "5, 5, 12, 10, 90",
        "4, 12, 12, 10, 90",
        "4, 5, 12, 0, 90",
        "4, 5, 12, 5, 100",
        "1, 50, 51, 20, 80",
        "4, 5, 12, 49, 51"
    })
    void percentilesAreWhatTheyWereSaidToBe(long o, long m, long p, double low, double high) { // 10.4
        Estimate e = estimate(o, m, p);

        EstimateRange triangle = PertMethod.triangular().between(low, high).range(e);
        EstimateRange range = PertMethod.beta(4).between(low, high).range(e);

        TriangularDistribution triangular =
                new TriangularDistribution(triangle.minimum(), days(m).ticks(), triangle.maximum());
        double width = range.maximum() - range.minimum();
        double r = (days(m).ticks() - range.minimum()) / width;
        BetaDistribution beta = new BetaDistribution(1 + 4 * r, 1 + 4 * (1 - r));
        Offset<Double> small = within(1e-6);
        assertThat(triangular.cumulativeProbability(days(o).ticks())).isCloseTo(low / 100, small);
        assertThat(triangular.cumulativeProbability(days(p).ticks())).isCloseTo(high / 100, small);
        assertThat(beta.cumulativeProbability((days(o).ticks() - range.minimum()) / width))
                .isCloseTo(low / 100, small);
        assertThat(beta.cumulativeProbability((days(p).ticks() - range.minimum()) / width))
                .isCloseTo(high / 100, small);
        assertThat(range.mode()).isEqualTo(days(m).ticks());
    }

    @ParameterizedTest
    @CsvSource({"classic", "beta", "triangular", "between"})
    void anEstimateWithoutWidthIsCertain(String name) { // 10.5
        PertMethod method = switch (name) {
            case "classic" -> PertMethod.classic();
            case "beta" -> PertMethod.beta(4);
            case "triangular" -> PertMethod.triangular();
            default -> PertMethod.triangular().between(10, 90);
        };

        assertThat(method.mean(estimate(5, 5, 5))).isCloseTo(days(5).ticks(), TICK);
        assertThat(method.standardDeviation(estimate(5, 5, 5))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 4, 1, 6", "1, 1, 1, 7", "0, 1, 0, 5", "3, 2, 1, 5.67"})
    void weightsAreFree(double o, double m, double p, double mean) { // 10.2
        assertThat(PertMethod.weights(o, m, p).mean(estimate(4, 5, 12)) / 4800).isCloseTo(mean, within(0.01));
    }
}
