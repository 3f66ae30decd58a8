package dev.plumbline.risk;

import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Networks whose distribution is known, within four standard errors over fifty seeds. */
class KnownNetworksTest {

    private static final int SEEDS = 50;
    private static final int ITERATIONS = 2_000;
    private static final double HOUR = hours(1).ticks();

    private static ProjectBuilder roundTheClock() {
        return Project.builder("known")
                .start(LocalDateTime.of(2026, 1, 1, 0, 0))
                .calendar(WorkCalendar.builder("always")
                        .everyDay(DayHours.ALL_DAY)
                        .build());
    }

    private static Project series(int n) {
        ProjectBuilder builder = roundTheClock();
        for (int i = 0; i < n; i++) {
            builder.activity("A" + i, "A" + i, hours(100));
            if (i > 0) {
                builder.finishToStart("A" + (i - 1), "A" + i);
            }
        }
        return builder.build();
    }

    private static Project parallel(int n) {
        ProjectBuilder builder = roundTheClock().milestone("M", "M");
        for (int i = 0; i < n; i++) {
            builder.activity("A" + i, "A" + i, hours(100)).finishToStart("A" + i, "M");
        }
        return builder.build();
    }

    private static RiskAnalysis all(Project project, Distribution distribution) {
        RiskAnalysis risk = RiskAnalysis.of(project);
        for (var activity : project.activities()) {
            risk = activity.duration().isZero() ? risk : risk.duration(activity.id(), distribution);
        }
        return risk;
    }

    /** Mean and standard deviation of the length, pooled over the seeds, in hours; each seed within four standard errors. */
    private static void check(RiskAnalysis risk, double mean, double deviation) {
        double sum = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            FinishDistribution finish =
                    risk.datesOnly().simulate(ITERATIONS, seed).finish();
            double seen = finish.meanWork() / HOUR;
            sum += seen;
            assertThat(seen).as("mean of seed %s", seed).isCloseTo(mean, within(4 * deviation / Math.sqrt(ITERATIONS)));
        }
        assertThat(sum / SEEDS).isCloseTo(mean, within(4 * deviation / Math.sqrt(ITERATIONS * SEEDS) + 0.01));
    }

    @Test
    void seriesAddMeansAndVariances() {
        Distribution estimate = Distribution.pertBeta(hours(80), hours(100), hours(180));
        RiskAnalysis risk = all(series(12), estimate);
        double deviation = Math.sqrt(12 * estimate.variance()) / HOUR;

        check(risk, 12 * estimate.mean() / HOUR, deviation);
        assertThat(risk.simulate(50_000, 1).finish().deviation() / HOUR).isCloseTo(deviation, within(0.02 * deviation));
    }

    /** The greatest of n uniform numbers has mean n / (n + 1) and variance n / ((n + 1)² (n + 2)). */
    @Test
    void greatestOfUniformDurations() {
        int n = 5;
        RiskAnalysis risk = all(parallel(n), Distribution.uniform(hours(0), hours(120)));

        check(risk, 120.0 * n / (n + 1), 120 * Math.sqrt(n / ((n + 1.0) * (n + 1) * (n + 2))));
    }

    /** The greatest of n exponential times of mean m has mean m (1 + 1/2 + ... + 1/n), variance m² (1 + 1/4 + ... + 1/n²). */
    @Test
    void greatestOfExponentialDurations() {
        double mean = 0;
        double variance = 0;
        for (int k = 1; k <= 6; k++) {
            mean += 50.0 / k;
            variance += 2500.0 / k / k;
        }

        check(all(parallel(6), Distribution.exponential(hours(50))), mean, Math.sqrt(variance));
    }

    /**
     * The greater of two normal numbers. C. E. Clark: The greatest of a finite set of random variables. Operations Research 9,
     * 1961, pp. 145-162.
     */
    @Test
    void greaterOfTwoNormalDurations() {
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double a = Math.sqrt(10 * 10 + 15 * 15);
        double alpha = (200 - 195) / a;
        double mean = 200 * normal.cumulativeProbability(alpha)
                + 195 * normal.cumulativeProbability(-alpha)
                + a * normal.density(alpha);
        double second = (200 * 200 + 10 * 10) * normal.cumulativeProbability(alpha)
                + (195 * 195 + 15 * 15) * normal.cumulativeProbability(-alpha)
                + (200 + 195) * a * normal.density(alpha);
        RiskAnalysis risk = RiskAnalysis.of(parallel(2))
                .duration("A0", Distribution.normal(hours(200), hours(10)))
                .duration("A1", Distribution.normal(hours(195), hours(15)));

        check(risk, mean, Math.sqrt(second - mean * mean));
        assertThat(risk.simulate(50_000, 3).criticalityIndex("A0"))
                .isCloseTo(normal.cumulativeProbability(alpha), within(0.01));
    }

    /** A bridge of five activities, three durations each: all 243 cases by enumeration. */
    @Test
    void discreteNetworkByEnumeration() {
        Project bridge = roundTheClock()
                .activity("A", "A", hours(2))
                .activity("B", "B", hours(2))
                .activity("C", "C", hours(2))
                .activity("D", "D", hours(2))
                .activity("E", "E", hours(2))
                .finishToStart("A", "C")
                .finishToStart("A", "D")
                .finishToStart("B", "D")
                .finishToStart("C", "E")
                .build();
        int[] values = {1, 3, 4};
        double[] weights = {0.2, 0.5, 0.3};
        Map<Integer, Double> exact = new TreeMap<>();
        for (int code = 0; code < 243; code++) {
            int[] d = new int[5];
            double p = 1;
            int rest = code;
            for (int i = 0; i < 5; i++) {
                d[i] = values[rest % 3];
                p *= weights[rest % 3];
                rest /= 3;
            }
            int length = Math.max(d[0] + d[2] + d[4], Math.max(d[0], d[1]) + d[3]);
            exact.merge(length, p, Double::sum);
        }
        RiskAnalysis risk =
                all(bridge, Distribution.discrete(List.of(hours(1), hours(3), hours(4)), List.of(0.2, 0.5, 0.3)));

        int n = SEEDS * ITERATIONS;
        FinishDistribution finish = risk.simulate(n, 9).finish();

        double sum = 0;
        for (Map.Entry<Integer, Double> each : exact.entrySet()) {
            sum += each.getValue();
            double error = Math.sqrt(sum * (1 - Math.min(1, sum)) / n);
            assertThat(finish.probability(risk.project().start().plusHours(each.getKey())))
                    .as("at %s", each.getKey())
                    .isCloseTo(sum, within(4 * error + 1e-9));
        }
    }

    @Test
    void percentilesLieInTheirConfidenceIntervals() {
        RiskAnalysis risk = all(series(1), Distribution.uniform(hours(100), hours(200)));
        int inside = 0;
        List<String> outside = new ArrayList<>();
        for (int seed = 0; seed < 200; seed++) {
            Interval<LocalDateTime> interval =
                    risk.datesOnly().simulate(1_000, seed).finish().confidence(80);
            LocalDateTime exact = risk.project().start().plusHours(180);
            if (!exact.isBefore(interval.low()) && !exact.isAfter(interval.high())) {
                inside++;
            } else {
                outside.add(interval.toString());
            }
        }

        assertThat(inside).as("of 200, outside %s", outside).isBetween(178, 200);
    }
}
