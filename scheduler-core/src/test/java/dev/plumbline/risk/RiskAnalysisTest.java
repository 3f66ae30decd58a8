package dev.plumbline.risk;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.elapsedDays;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.calendar.CalendarException;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.level.Levelling;
import dev.plumbline.model.Project;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RiskAnalysisTest {

    private static Project pumpStation() {
        return Project.builder("Pump station")
                .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                .calendar(WorkCalendar.weekdays("5x8", LocalTime.of(8, 0), LocalTime.of(16, 0)))
                .activity("A", "Excavate", hours(40))
                .activity("B", "Foundation", hours(64))
                .activity("C", "Pipework", hours(80))
                .activity("D", "Commission", hours(24))
                .milestone("M", "Handover")
                .finishToStart("A", "B")
                .startToStart("B", "C", hours(16))
                .finishToStart("B", "D")
                .finishToStart("C", "D")
                .finishToStart("D", "M")
                .resource("crew", 4)
                .assign("B", "crew", 3)
                .assign("C", "crew", 2)
                .build();
    }

    private static RiskAnalysis uncertain() {
        return RiskAnalysis.of(pumpStation())
                .duration("C", Distribution.triangular(hours(64), hours(80), hours(136)))
                .defaultRange(-0.10, 0.30);
    }

    @Test
    void certainPlanFinishesAsPlannedInEveryIteration() {
        RiskResult result = RiskAnalysis.of(pumpStation()).simulate(100, 1);

        assertThat(result.finish().percentile(0)).isEqualTo(LocalDateTime.of(2026, 3, 27, 16, 0));
        assertThat(result.finish().percentile(100)).isEqualTo(result.finish().deterministic());
        assertThat(result.finish().deterministicProbability()).isEqualTo(1);
        assertThat(result.criticalityIndex("C")).isEqualTo(1);
        assertThat(result.contingency(80)).isEmpty();
    }

    @Test
    void oneActivitysFinishHasTheDistributionOfItsDuration() {
        RiskResult result = RiskAnalysis.of(pumpStation())
                .duration("A", Distribution.uniform(hours(8), hours(40)))
                .simulate(20_000, 7);

        FinishDistribution finish = result.finish("A");

        assertThat(finish.percentile(50)).isBetween("2026-03-04T15:30", "2026-03-05T08:30");
        assertThat(finish.earliest()).isBetween("2026-03-02T16:00", "2026-03-03T08:03");
        assertThat(finish.standardDeviation().inHours()).isCloseTo(32 / Math.sqrt(12), within(0.15));
    }

    @Test
    void analysesAreImmutable() {
        RiskAnalysis before = RiskAnalysis.of(pumpStation());

        before.defaultRange(-0.5, 0.5);

        assertThat(before.simulate(10, 1).finish().standardDeviation().isZero()).isTrue();
    }

    /** 10.6. */
    @Test
    void mergingPathsFinishLaterThanTheirMeans() {
        Project parallel = Project.builder("parallel")
                .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                .activity("A", "A", days(10))
                .activity("B", "B", days(10))
                .milestone("M", "M")
                .finishToStart("A", "M")
                .finishToStart("B", "M")
                .build();

        RiskResult result = RiskAnalysis.of(parallel).defaultRange(-0.2, 0.2).simulate(10_000, 1);

        assertThat(result.finish().mean()).isAfter(result.finish().deterministic());
        assertThat(result.criticalityIndex("A")).isCloseTo(0.5, within(0.05));
        assertThat(result.criticalityIndex("A", "M")).isEqualTo(result.criticalityIndex("A"));
    }

    @Test
    void contingencyAddsUpToTheTick() {
        RiskAnalysis risk = uncertain()
                .risk(Risk.of("R1", "Pumps late", 0.3).delays("C", Distribution.uniform(days(2), days(10))))
                .driver("ground", Distribution.triangular(0.9, 1, 1.4), "A", "B");
        RiskResult result = risk.simulate(2_000, 42);

        long sum =
                result.contingency(80).stream().mapToLong(c -> c.time().ticks()).sum();

        FinishDistribution finish = result.finish();
        assertThat(sum)
                .isEqualTo(risk.project()
                        .calendar()
                        .workBetween(finish.deterministic(), finish.percentile(80))
                        .ticks());
    }

    @Test
    void removingTheGreatestRiskHelpsMost() {
        RiskResult result = uncertain()
                .risk(Risk.of("R1", "Pumps late", 0.5)
                        .delays("C", Distribution.uniform(days(10), days(20)))
                        .mitigatedTo(0.1, 4_000))
                .simulate(2_000, 42);

        List<Improvement> ranked = result.whatWouldHelp(80);

        assertThat(ranked.get(0).name()).isEqualTo("R1");
        assertThat(ranked).extracting(Improvement::action).contains(Improvement.Action.MITIGATE);
        assertThat(ranked).allSatisfy(i -> assertThat(i.gain().isNegative()).isFalse());
    }

    @Test
    void delayOfARiskShowsInTheIterationsInWhichItOccurs() {
        RiskAnalysis calm = RiskAnalysis.of(pumpStation());
        RiskAnalysis stormy = calm.risk(Risk.of("R", "Strike", 0.25).delays("D", Distribution.constant(days(3))));

        PlanComparison comparison = calm.simulate(10_000, 3).compare(stormy.simulate(10_000, 3));

        assertThat(comparison.probabilityLater()).isCloseTo(0.25, within(0.02));
        assertThat(comparison.p90()).isEqualTo(days(3));
        assertThat(comparison.meanDifference().inHours()).isCloseTo(6, within(0.5));
    }

    @Test
    void branchNotTakenTakesNoTime() {
        RiskResult result = RiskAnalysis.of(pumpStation())
                .branch("test", Branch.of(0.6, "D"))
                .simulate(10_000, 5);

        assertThat(result.finish().probability(LocalDateTime.of(2026, 3, 24, 16, 0)))
                .isCloseTo(0.4, within(0.02));
    }

    @Test
    void badWeatherLosesWorkingDays() {
        RiskAnalysis fair = RiskAnalysis.of(pumpStation());

        PlanComparison comparison = fair.simulate(200, 3)
                .compare(fair.weather("5x8", Month.MARCH, Distribution.constant(4))
                        .simulate(200, 3));

        assertThat(comparison.p10()).isGreaterThanOrEqualTo(days(2));
        assertThat(comparison.p90()).isEqualTo(days(4));
    }

    @Test
    void levellingInEveryIterationKeepsTheCrewWithinItsSize() {
        RiskAnalysis risk = uncertain();

        PlanComparison comparison =
                risk.simulate(200, 3).compare(risk.levelled(Levelling.DEFAULT).simulate(200, 3));

        assertThat(comparison.probabilityLater()).isEqualTo(1);
    }

    @Test
    void moreIterationsGoOnWhereFewerEnded() {
        for (Sampling sampling : Sampling.values()) {
            FinishDistribution few =
                    uncertain().sampling(sampling).simulate(1_500, 9).finish();
            FinishDistribution many =
                    uncertain().sampling(sampling).simulate(4_000, 9).finish();

            for (int i = 0; i < 1_500; i++) {
                assertThat(many.iteration(i)).as("%s %s", sampling, i).isEqualTo(few.iteration(i));
            }
        }
    }

    @Test
    void threadsBatchesAndLocaleDontMatter() {
        Locale before = Locale.getDefault();
        try {
            String one = uncertain().simulate(3_000, 9).toString();
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            for (int threads : new int[] {2, 3, 16}) {
                for (int batch : new int[] {32, 256}) {
                    RiskResult other = uncertain().threads(threads).batch(batch).simulate(3_000, 9);

                    assertThat(other).hasToString(one);
                }
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void precisionEndsTheSimulationEarly() {
        RiskResult result = uncertain().precision(new Precision(80, hours(2))).simulate(1_000_000, 1);

        assertThat(result.stoppedBy()).isEqualTo(StoppedBy.PRECISION);
        assertThat(result.iterations()).isBetween(1_000, 100_000);
        assertThat(result.finish().halfWidth(80)).isLessThanOrEqualTo(hours(2));
    }

    @Test
    void cancelledSimulationHasTheResultOfTheIterationsDone() {
        AtomicInteger seen = new AtomicInteger();
        List<RiskProgress> told = new ArrayList<>();
        RiskResult result = uncertain()
                .onProgress(told::add)
                .cancelledBy(() -> seen.incrementAndGet() > 20)
                .simulate(1_000_000, 1);

        assertThat(result.stoppedBy()).isEqualTo(StoppedBy.CANCELLED);
        assertThat(result.iterations()).isLessThan(1_000_000);
        assertThat(told).isNotEmpty();
        assertThat(told.get(told.size() - 1).iterations()).isEqualTo(result.iterations());
        RiskResult same = uncertain().simulate(result.iterations(), 1);
        assertThat(same.finish().mean()).isEqualTo(result.finish().mean());
        assertThat(same.criticalityIndex("B")).isEqualTo(result.criticalityIndex("B"));
    }

    @Test
    void contradictingCorrelationsAreRepairedAndTold() {
        RiskAnalysis risk =
                uncertain().correlate("A", "B", 0.9).correlate("B", "C", 0.9).correlate("A", "C", -0.9);

        assertThat(risk.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("RISK_CORRELATIONS_REPAIRED");
            assertThat(finding.message()).contains("A, B, C");
        });
        assertThat(risk.simulate(100, 1).iterations()).isEqualTo(100);
    }

    /** Longer than the planned length and another year, so that hardly any iteration gets to its end. */
    @Test
    void rareIterationsWaitForTheEndOfALongBreak() {
        LocalDate lastDay = LocalDate.of(2026, 3, 13);
        LocalDate back = LocalDate.of(2029, 1, 1);
        WorkCalendar calendar = WorkCalendar.standard().toBuilder()
                .exception(CalendarException.daysOff("break", lastDay.plusDays(1), back.minusDays(1)))
                .build();
        Project project = Project.builder("Before the break")
                .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                .calendar(calendar)
                .addCalendar(WorkCalendar.roundTheClock("always"))
                .activity("A", "Build", days(5))
                .activity("B", "Watch", hours(1), a -> a.calendar("always"))
                .finishToStart("A", "B")
                .build();
        RiskAnalysis risk = RiskAnalysis.of(project)
                .duration("A", Distribution.quantiles(List.of(0.0, 0.9995, 1.0), List.of(days(5), days(9), days(12))));

        FinishDistribution finish = risk.simulate(20_000, 1).finish();

        assertThat(finish.percentile(99)).isBefore(lastDay.atTime(18, 0));
        assertThat(finish.latest()).isAfter(back.atStartOfDay());
        assertThat(IntStream.range(0, finish.iterations())
                        .mapToObj(finish::iteration)
                        .filter(end -> end.isAfter(lastDay.atTime(18, 0)) && end.isBefore(back.atStartOfDay())))
                .as("finishes in the break")
                .isEmpty();
    }

    @Test
    void inputsOfTheWrongKindAreRefused() {
        RiskAnalysis risk = RiskAnalysis.of(pumpStation());

        assertThatThrownBy(() -> risk.duration("X", Distribution.constant(days(1))))
                .hasMessageContaining("'X'");
        assertThatThrownBy(() -> risk.duration("A", Distribution.constant(1))).hasMessageContaining("hours(8)");
        assertThatThrownBy(() -> risk.duration("A", Distribution.constant(elapsedDays(1))))
                .hasMessageContaining("other kind of time");
        assertThatThrownBy(() -> risk.durationFactor("A", Distribution.uniform(-1.0, 1)))
                .hasMessageContaining("can be negative");
        assertThatThrownBy(() -> risk.lag("A", "C", Distribution.constant(days(1))))
                .hasMessageContaining("no relationship from 'A' to 'C'");
        assertThatThrownBy(() -> risk.rate("crane", Distribution.constant(1)))
                .hasMessageContaining("no resource 'crane'");
        assertThatThrownBy(() -> risk.correlate("A", "Q", 0.5)).hasMessageContaining("'Q'");
        assertThatThrownBy(() -> risk.correlate("A", "B", 1)).hasMessageContaining("above -1 and below 1");
        assertThatThrownBy(() -> risk.branch("b", Branch.of(0.6, "A"), Branch.of(0.6, "B")))
                .hasMessageContaining("together");
        assertThatThrownBy(() -> risk.weather("none", Month.MAY, Distribution.constant(1)))
                .hasMessageContaining("no calendar 'none'");
        assertThatThrownBy(() -> risk.threads(0)).hasMessageContaining("1 to 1024");
        assertThatThrownBy(() -> risk.batch(31)).hasMessageContaining("even");
        assertThatThrownBy(() -> risk.simulate(0, 1)).hasMessageContaining("1 to 10,000,000");
        assertThatThrownBy(() -> Risk.of("R", "r", 1.5)).hasMessageContaining("use 0 to 1");
        assertThatThrownBy(() -> Risk.of("R", "r", 0.5).delays("A", Distribution.constant(1)))
                .hasMessageContaining("days(2)");
    }
}
