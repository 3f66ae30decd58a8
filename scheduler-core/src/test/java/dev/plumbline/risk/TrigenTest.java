package dev.plumbline.risk;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.elapsedDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.model.Estimate;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.time.LocalDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Distributions whose ends are solved for, since people gave percentiles. */
class TrigenTest {

    /** 10.4. */
    @Property(tries = 500)
    void theGivenValuesAreThePercentilesTheyWereSaidToBe(
            @ForAll @DoubleRange(min = -100, max = 1e6) double low,
            @ForAll @DoubleRange(max = 1e6) double below,
            @ForAll @DoubleRange(max = 1e6) double above,
            @ForAll @DoubleRange(max = 49.9) double lowPercentile,
            @ForAll @DoubleRange(min = 50.1, max = 100) double highPercentile) {
        double mode = low + below;
        double high = mode + above;
        if (high - low < 1e-3) {
            return; // nearly constant: the next test
        }

        Distribution trigen = Distribution.triangularBetween(lowPercentile, highPercentile, low, mode, high);
        EstimateRange beta = EstimateRange.beta(new EstimateRange(low, mode, high), 4, lowPercentile, highPercentile);

        Triangular triangle = ((Trigen) trigen).triangle();
        TriangularDistribution oracle = new TriangularDistribution(triangle.optimistic(), mode, triangle.pessimistic());
        double width = beta.maximum() - beta.minimum();
        double r = (mode - beta.minimum()) / width;
        BetaDistribution curve = new BetaDistribution(1 + 4 * r, 1 + 4 * (1 - r));
        assertThat(oracle.cumulativeProbability(low)).isCloseTo(lowPercentile / 100, within(1e-6));
        assertThat(oracle.cumulativeProbability(high)).isCloseTo(highPercentile / 100, within(1e-6));
        assertThat(curve.cumulativeProbability((low - beta.minimum()) / width))
                .isCloseTo(lowPercentile / 100, within(1e-6));
        assertThat(curve.cumulativeProbability((high - beta.minimum()) / width))
                .isCloseTo(highPercentile / 100, within(1e-6));
    }

    /*
     * With x = mode - least, y = greatest - mode, s = mode - P10 and t = P90 - mode, a tail of 10 % on either side means
     * (x - s)² = 0.1 x (x + y) and (y - t)² = 0.1 y (x + y). Each is a quadratic equation for one side given the other; solved in
     * turn they converge.
     */
    @Property(tries = 200)
    void agreesWithTwoQuadraticEquationsSolvedInTurn(
            @ForAll @DoubleRange(max = 1e5) double below, @ForAll @DoubleRange(min = 0.01, max = 1e5) double above) {
        double x = 2 * below;
        double y = 2 * above;
        for (int step = 0; step < 2_000; step++) {
            x = side(below, y);
            y = side(above, x);
        }

        Triangular triangle = ((Trigen) Distribution.triangularP10P90(-below, 0, above)).triangle();

        assertThat(-triangle.optimistic()).isCloseTo(x, within(1e-8 * (x + y)));
        assertThat(triangle.pessimistic()).isCloseTo(y, within(1e-8 * (x + y)));
    }

    private static double side(double inner, double other) {
        double half = inner + 0.05 * other;
        return (half + Math.sqrt(Math.max(0, half * half - 0.9 * inner * inner))) / 0.9;
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "0, 1, 1", "0, 1e-9, 1", "0, 1e9, 1e9", "1e14, 1e14, 2e14", "0, 1, 1e14", "-3, -2, 0"})
    void extremeEstimatesAreSolvedToo(double low, double mode, double high) {
        Distribution trigen = Distribution.triangularP10P90(low, mode, high);

        assertThat(trigen.cumulative(low)).isCloseTo(0.1, within(1e-6));
        assertThat(trigen.cumulative(high)).isCloseTo(0.9, within(1e-6));
        assertThat(trigen.quantile(0.1)).isCloseTo(low, within(1e-6 * (high - low)));
    }

    @Test
    void anEstimateWithoutWidthIsCertain() { // 10.5
        assertThat(Distribution.triangularP10P90(days(3), days(3), days(3))).isEqualTo(Distribution.constant(days(3)));
        assertThat(Distribution.triangularBetween(0, 100, 2.0, 2, 2)).isEqualTo(Distribution.constant(2));
    }

    @Property(tries = 200)
    void anEndThatIsGivenAsSuchIsExact(
            @ForAll @DoubleRange(max = 1e6) double low,
            @ForAll @DoubleRange(max = 1e6) double below,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double above) {
        double high = low + below + above;

        Distribution fromLeast = Distribution.triangularBetween(0, 95, low, low + below, high);
        Distribution toGreatest = Distribution.triangularBetween(5, 100, low, low + below, high);

        assertThat(fromLeast.quantile(0)).isEqualTo(low);
        assertThat(toGreatest.quantile(1)).isEqualTo(high);
    }

    @Test
    void theWholeRangeIsTheTriangleItself() {
        Trigen whole = (Trigen) Distribution.triangularBetween(0, 100, 2.0, 3, 7);

        assertThat(whole.triangle()).isEqualTo(Distribution.triangular(2.0, 3, 7));
        assertThat(whole).hasToString("trigen(P0 2, 3, P100 7)");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 50, 60, Double.NaN, Double.NEGATIVE_INFINITY})
    void lowPercentilesThatAreNoneAreRefused(double low) {
        assertRefused(() -> Distribution.triangularBetween(low, 90, 1.0, 2, 3), "percentiles such as 10 and 90");
        assertRefused(() -> PertMethod.beta(4).between(low, 90), "percentiles such as 10 and 90");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 50, 100.5, Double.NaN, Double.POSITIVE_INFINITY})
    void highPercentilesThatAreNoneAreRefused(double high) {
        assertRefused(() -> Distribution.triangularBetween(10, high, 1.0, 2, 3), "percentiles such as 10 and 90");
        assertRefused(() -> PertMethod.triangular().between(10, high), "percentiles such as 10 and 90");
    }

    @Test
    void valuesThatDontRiseAreRefusedByName() {
        assertRefused(
                () -> Distribution.triangularP10P90(days(5), days(4), days(12)),
                "P10, mode and P90 must rise: 5d, 4d, 12d");
        assertRefused(() -> Distribution.triangularBetween(5, 95, 1, 5, 4), "P5, mode and P95 must rise: 1, 5, 4");
        assertRefused(() -> Distribution.triangularP10P90(Double.NaN, 1, 2), "must be a number: NaN");
        assertRefused(() -> Distribution.triangularP10P90(0, 1, Double.POSITIVE_INFINITY), "must be a number");
        assertRefused(() -> Distribution.triangularP10P90(days(1), elapsedDays(2), days(3)), "working and elapsed");
    }

    private static void assertRefused(ThrowingCallable call, String part) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(part);
    }

    private static Project estimated(int optimistic, int mostLikely, int pessimistic) {
        Estimate estimate = new Estimate(days(optimistic), days(mostLikely), days(pessimistic));
        return Project.builder("Estimated")
                .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                .activity("A", "A", days(mostLikely), a -> a.estimate(estimate))
                .build();
    }

    @Test
    void aSimulationTakesEstimatesAsThePercentilesTheyWereSaidToBe() {
        RiskAnalysis risk = RiskAnalysis.of(estimated(4, 5, 12));

        for (PertMethod.Shape shape : new PertMethod.Shape[] {
            PertMethod.triangular().between(10, 90), PertMethod.beta(4).between(10, 90)
        }) {
            FinishDistribution finish =
                    risk.estimates(shape).simulate(40_000, 5).finish();

            double error = 4 * Math.sqrt(0.1 * 0.9 / 40_000);
            LocalDateTime p10 = LocalDateTime.of(2026, 3, 5, 17, 0);
            LocalDateTime p90 = LocalDateTime.of(2026, 3, 17, 17, 0);
            assertThat(finish.probability(p10)).as("%s", shape).isCloseTo(0.1, within(error));
            assertThat(finish.probability(p90)).as("%s", shape).isCloseTo(0.9, within(error));
        }
    }

    @Test
    void whatLiesBelowZeroCountsAsZeroAndIsTold() {
        RiskAnalysis risk = RiskAnalysis.of(estimated(1, 1, 10))
                .estimates(PertMethod.triangular().between(10, 90));

        RiskResult result = risk.simulate(20_000, 5);

        Distribution trigen = Distribution.triangularP10P90(days(1), days(1), days(10));
        assertThat(trigen.quantile(0)).isNegative();
        assertThat(result.finish().probability(risk.project().start()))
                .isCloseTo(trigen.cumulative(0), within(4 * Math.sqrt(trigen.cumulative(0) / 20_000) + 1e-3));
        assertThat(result.findings()).extracting(Problem::code).containsExactly("RISK_BELOW_ZERO");
        assertRefused(() -> risk.duration("A", trigen), "can be negative: trigen(P10 1d, 1d, P90 10d); give a greater");
    }
}
