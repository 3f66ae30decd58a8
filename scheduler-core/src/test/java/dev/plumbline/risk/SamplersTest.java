package dev.plumbline.risk;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.risk.Draws;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The durations that are drawn have the distributions and correlations that were asked for. */
class SamplersTest {

    private static final int MANY = 20_000;

    static Stream<Distribution> continuous() {
        return Stream.of(
                Distribution.pertBeta(days(40), days(50), days(120)),
                Distribution.pertBeta(days(40), days(40), days(120)),
                Distribution.pertBeta(days(40), days(117), days(120), 2.5),
                Distribution.triangular(days(40), days(50), days(120)),
                Distribution.triangularP10P90(days(40), days(50), days(120)),
                Distribution.uniform(days(20), days(90)),
                Distribution.normal(days(100), days(20), days(40), days(300)),
                Distribution.lognormal(days(100), days(40)),
                Distribution.weibull(days(20), 1.5, days(80)),
                Distribution.exponential(days(80)),
                Distribution.quantiles(List.of(0.0, 0.1, 0.9, 1.0), List.of(days(10), days(30), days(40), days(100))));
    }

    private static double[] drawn(RiskAnalysis risk, int seed, String id, int n) {
        Engine engine = new Engine(risk, seed);
        int d = engine.compiled().durationOf()[risk.project().indexOf(id)];
        Draws draws = engine.draws(1_000);
        int[] out = new int[1_000];
        double[] all = new double[n];
        for (int first = 0; first < n; first += 1_000) {
            draws.begin(first, 1_000);
            draws.duration(d, out);
            for (int i = 0; i < 1_000; i++) {
                all[first + i] = out[i];
            }
        }
        return all;
    }

    private static Project project(int activities) {
        ProjectBuilder builder = Project.builder("p");
        for (int i = 0; i < activities; i++) {
            builder.activity("A" + i, "A" + i, days(80));
        }
        return builder.build();
    }

    /** The greatest distance from the distribution function of Apache Commons Math, at a level of one in a thousand. */
    @ParameterizedTest
    @MethodSource("continuous")
    void passesTheTestOfKolmogorovAndSmirnov(Distribution distribution) {
        RiskAnalysis risk = RiskAnalysis.of(project(1)).duration("A0", distribution);
        for (Sampling sampling : Sampling.values()) {
            double[] sample = drawn(risk.sampling(sampling), 11, "A0", MANY);
            Arrays.sort(sample);
            double distance = 0;
            for (int i = 0; i < MANY; i++) {
                double p = distribution.cumulative(sample[i]);
                distance = Math.max(distance, Math.max(p - (double) i / MANY, (i + 1.0) / MANY - p));
            }

            double pValue = 1 - new KolmogorovSmirnovTest().ksSum(distance * Math.sqrt(MANY), 1e-10, 10_000);
            assertThat(pValue)
                    .as("%s by %s: distance %s", distribution, sampling, distance)
                    .isGreaterThan(1e-3);
        }
    }

    @Test
    void discreteValuesComeAsOftenAsTheirWeights() {
        RiskAnalysis risk = RiskAnalysis.of(project(1))
                .duration("A0", Distribution.discrete(List.of(days(1), days(2), days(4)), List.of(1.0, 2.0, 1.0)));

        double[] sample = drawn(risk, 3, "A0", MANY);

        assertThat(Arrays.stream(sample).filter(x -> x == days(2).ticks()).count() / (double) MANY)
                .isCloseTo(0.5, within(0.015));
        assertThat(Arrays.stream(sample).distinct().count()).isEqualTo(3);
    }

    /** Whatever the distributions; the standard error of a rank correlation of 100,000 pairs is about 0.003. */
    @Test
    void rankCorrelationsAreWithinTwoHundredthsOfTheRequest() {
        for (double rho : new double[] {-0.8, -0.3, 0.3, 0.5, 0.9}) {
            RiskAnalysis risk = RiskAnalysis.of(project(3))
                    .duration("A0", Distribution.lognormal(days(100), days(60)))
                    .duration("A1", Distribution.triangular(days(40), days(50), days(120)))
                    .duration("A2", Distribution.uniform(hours(1), hours(100)))
                    .correlate("A0", "A1", rho)
                    .correlate("A1", "A2", rho / 2);
            double[] first = drawn(risk, 5, "A0", 100_000);
            double[] second = drawn(risk, 5, "A1", 100_000);
            double[] third = drawn(risk, 5, "A2", 100_000);

            SpearmansCorrelation spearman = new SpearmansCorrelation();
            assertThat(spearman.correlation(first, second)).isCloseTo(rho, within(0.02));
            assertThat(spearman.correlation(second, third)).isCloseTo(rho / 2, within(0.02));
            assertThat(spearman.correlation(first, third)).isCloseTo(0, within(0.02));
        }
    }

    @Test
    void inputsWithoutCorrelationHaveNone() {
        for (Sampling sampling : Sampling.values()) {
            RiskAnalysis risk =
                    RiskAnalysis.of(project(6)).defaultRange(-0.5, 0.5).sampling(sampling);
            double[][] sample = new double[6][];
            for (int i = 0; i < 6; i++) {
                sample[i] = drawn(risk, 5, "A" + i, 10_000);
            }
            for (int i = 0; i < 6; i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(Correlation.pearson(sample[i], sample[j])).isCloseTo(0, within(0.045));
                }
            }
        }
    }

    @Test
    void hypercubesMakeMeansMorePrecise() {
        Distribution distribution = Distribution.triangular(days(40), days(50), days(120));
        RiskAnalysis risk = RiskAnalysis.of(project(1)).duration("A0", distribution);

        double mean = Correlation.mean(drawn(risk.sampling(Sampling.LATIN_HYPERCUBE), 5, "A0", 1_000));

        assertThat(mean).isCloseTo(distribution.mean(), within(distribution.standardDeviation() / 1_000));
    }

    /** 10.10: in progress, only what remains is uncertain, rounded to the minute. */
    @Test
    void onlyRemainingWorkIsUncertain() {
        Project project = Project.builder("p")
                .start(java.time.LocalDateTime.of(2026, 3, 2, 8, 0))
                .activity(
                        "A0",
                        "A0",
                        hours(40),
                        a -> a.progress(new dev.plumbline.model.Progress(
                                java.time.LocalDateTime.of(2026, 3, 2, 8, 0),
                                null,
                                hours(30),
                                hours(10),
                                75,
                                0,
                                null,
                                null)))
                .build();
        RiskAnalysis risk = RiskAnalysis.of(project).duration("A0", Distribution.uniform(hours(20), hours(60)));

        double[] remaining = drawn(risk, 2, "A0", 2_000);

        assertThat(Arrays.stream(remaining).min().orElseThrow())
                .isBetween(hours(5).ticks() - 1.0, hours(5).ticks() + 60.0);
        assertThat(Arrays.stream(remaining).max().orElseThrow())
                .isBetween(hours(15).ticks() - 60.0, hours(15).ticks() + 1.0);
        assertThat(Arrays.stream(remaining).allMatch(t -> t % WorkTime.TICKS_PER_MINUTE == 0))
                .isTrue();
    }
}
