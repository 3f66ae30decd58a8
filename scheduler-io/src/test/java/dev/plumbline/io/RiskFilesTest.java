package dev.plumbline.io;

import static dev.plumbline.calendar.WorkTime.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.risk.Distribution;
import dev.plumbline.risk.Impact;
import dev.plumbline.risk.Risk;
import dev.plumbline.risk.RiskAnalysis;
import dev.plumbline.risk.RiskResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RiskFilesTest {

    private static final String PLAN = """
            ID,Name,Duration,Predecessors,Resources,Start
            1,Excavate,5d,,Anna,2026-03-02 08:00
            2,Foundation,8d,1FS+1d,Anna,
            3,Pipework,10d,1,Bruno,
            4,Commission,3d,2;3,Anna,
            """;

    @TempDir
    Path folder;

    private Path plan(String... companions) throws IOException {
        Path plan = folder.resolve("site.csv");
        Files.writeString(plan, PLAN);
        for (int i = 0; i < companions.length; i += 2) {
            Files.writeString(folder.resolve("site." + companions[i] + ".csv"), companions[i + 1]);
        }
        return plan;
    }

    private RiskInputs read(String... companions) throws IOException {
        Path plan = plan(companions);
        return RiskFiles.read(plan, ProjectFiles.read(plan));
    }

    private static RiskResult simulated(RiskAnalysis analysis) {
        return analysis.simulate(2_000, 7);
    }

    /** Two analyses that give equal results know the same. */
    private static void assertSame(RiskAnalysis read, RiskAnalysis expected) {
        RiskResult one = simulated(read);
        RiskResult other = simulated(expected);
        for (int p = 5; p < 100; p += 5) {
            assertThat(one.finish().percentile(p))
                    .as("P%d", p)
                    .isEqualTo(other.finish().percentile(p));
        }
    }

    private RiskAnalysis api() throws IOException {
        return RiskAnalysis.of(ProjectFiles.read(plan()).project()).estimates();
    }

    @Test
    void aPlanAloneHasNothingUncertain() throws IOException {
        RiskInputs inputs = read();

        assertThat(inputs.rows()).isZero();
        assertThat(inputs.findings()).isEmpty();
        assertThat(inputs.analysis().risks()).isEmpty();
    }

    @Test
    void rangesAreTimesOrSharesOfTheDuration() throws IOException {
        RiskInputs inputs = read("ranges", """
                What,Of,Range
                duration,1,triangular 4d 5d 9d
                Duration,2,pert 90% 100% 150%
                duration,3,8d 10d 16d
                lag,1->2,uniform 1d 3d
                """);

        assertSame(
                inputs.analysis(),
                api().duration("1", Distribution.triangular(days(4), days(5), days(9)))
                        .durationFactor("2", Distribution.pertBeta(0.9, 1, 1.5))
                        .duration("3", Distribution.pertBeta(days(8), days(10), days(16)))
                        .lag("1", "2", Distribution.uniform(days(1), days(3))));
        assertThat(inputs.rows()).isEqualTo(4);
    }

    @Test
    void everyDistributionCanBeWritten() throws IOException {
        RiskInputs inputs = read("ranges", """
                What;Of;Range
                duration;1;trigen 4d 5d 9d
                duration;2;discrete 7d:30% 8d:50% 12d:20%
                duration;3;quantiles 0%:8d 50%:10d 100%:16d
                duration;4;weibull 2d 1,5 2d
                """);

        assertSame(
                inputs.analysis(),
                api().duration("1", Distribution.triangularP10P90(days(4), days(5), days(9)))
                        .duration(
                                "2", Distribution.discrete(List.of(days(7), days(8), days(12)), List.of(0.3, 0.5, 0.2)))
                        .duration(
                                "3",
                                Distribution.quantiles(List.of(0.0, 0.5, 1.0), List.of(days(8), days(10), days(16))))
                        .duration("4", Distribution.weibull(days(2), 1.5, days(2))));
    }

    @Test
    void driversCorrelationsBranchesAndWeatherAreRead() throws IOException {
        RiskInputs inputs = read(
                "drivers", "Driver,Factor,Activities\nVendor,triangular 90% 100% 130%,2;3\n",
                "ranges", "What,Of,Range\nduration,1,uniform 4d 8d\nduration,4,uniform 2d 8d\n",
                "correlations", "Inputs,Correlation\n1;4,0.7\n1;Vendor,-0.2\n",
                "branches", "Fork,Probability,Activities\nRework,40%,4\n",
                "weather", "Calendar,Months,Days Lost\nStandard,Mar;April;5,uniform 0 3\n");

        RiskAnalysis expected = api().driver("Vendor", Distribution.triangular(0.9, 1, 1.3), "2", "3")
                .duration("1", Distribution.uniform(days(4), days(8)))
                .duration("4", Distribution.uniform(days(2), days(8)))
                .correlate("1", "4", 0.7)
                .correlate("1", "Vendor", -0.2)
                .branch("Rework", dev.plumbline.risk.Branch.of(0.4, "4"));
        String calendar = expected.project().calendar().id();
        for (Month month : List.of(Month.MARCH, Month.APRIL, Month.MAY)) {
            expected = expected.weather(calendar, month, Distribution.uniform(0, 3));
        }
        assertSame(inputs.analysis(), expected);
    }

    @Test
    void theRegisterHoldsImpactsOnSeveralActivitiesAndMitigation() throws IOException {
        RiskInputs inputs = read("risks", """
                ID,Name,Probability,Activities,Delay,Stretch,Cost,Mitigated Probability,Mitigated Delay,Mitigation Cost
                R1,Pumps late,30%,3;4,triangular 2d 5d 15d,,,0.1,uniform 1d 2d,4000
                R1,,,2,,uniform 10% 20%,fixed 500,,,
                R2,Rain,0.2,1,fixed 3d,,,,none,1000
                R3,Luck,5%,1,,uniform -20% -10%,,,,
                """);

        List<Risk> risks = inputs.analysis().risks();
        assertThat(risks).extracting(Risk::id).containsExactly("R1", "R2", "R3");
        Risk pumps = risks.get(0);
        assertThat(pumps.probability()).isEqualTo(0.3);
        assertThat(pumps.impacts())
                .extracting(Impact::kind, Impact::activity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Impact.Kind.DELAY, "3"),
                        org.assertj.core.groups.Tuple.tuple(Impact.Kind.DELAY, "4"),
                        org.assertj.core.groups.Tuple.tuple(Impact.Kind.STRETCH, "2"),
                        org.assertj.core.groups.Tuple.tuple(Impact.Kind.COST, "2"));
        Risk.Mitigation after = pumps.afterMitigation().orElseThrow();
        assertThat(after.probability()).isEqualTo(0.1);
        assertThat(after.cost()).isEqualByComparingTo(new BigDecimal(4000));
        assertThat(after.impacts().get(0).size()).isEqualTo(Distribution.uniform(days(1), days(2)));
        assertThat(after.impacts().get(2).size()).isEqualTo(Distribution.uniform(0.1, 0.2));
        Risk.Mitigation rain = risks.get(1).afterMitigation().orElseThrow();
        assertThat(rain.impacts()).isEmpty();
        assertThat(rain.probability()).isEqualTo(0.2);
        assertThat(risks.get(2).afterMitigation()).isEmpty();
    }

    @Test
    void allProblemsOfAllTablesComeTogetherWithLineAndColumn() throws IOException {
        Path plan = plan(
                "ranges",
                """
                What,Of,Range
                duration,9,triangular 4d 5d 9d
                duration,1,triangular 9d 5d 4d
                duration,2,triangular 4d 5d
                duration,3,normal 4 5
                weight,3,uniform 1d 2d
                lag,1-2,uniform 1d 2d
                lag,2->1,uniform 1d 2d
                rate,Nobody,uniform 90% 110%
                cost,1,uniform 1d 2d
                duration,1,uniform 1d 2ed
                """,
                "risks",
                "ID,Name,Probability,Activities,Delay\nR1,X,130%,1,fixed 1d\nR2,Y,,1,fixed 1d\n",
                "correlations",
                "Inputs,Correlation\n1;2,2\n1,0.5\n1;1,0.5\n",
                "branches",
                "Fork,Probability,Activities\nF,60%,1\nF,60%,2\n",
                "weather",
                "Calendar,Months,Days Lost\nMoon,Mar,uniform 0 3\nStandard,Marz,uniform 0 3\n");

        assertThatThrownBy(() -> RiskFiles.read(plan, ProjectFiles.read(plan)))
                .isInstanceOfSatisfying(
                        PlumblineException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::toString)
                                .satisfiesExactly(
                                        p -> contains(
                                                p, "RISK_ACTIVITY site.ranges.csv:2:", "no activity '9'", "column ID"),
                                        p -> contains(p, "site.ranges.csv:3:3", "triangular 9d 5d 4d"),
                                        p -> contains(p, "RISK_RANGE site.ranges.csv:4:3", "has 2 values, not 3"),
                                        p -> contains(p, "site.ranges.csv:5:3", "'4' is not an amount of time"),
                                        p -> contains(
                                                p, "RISK_WHAT site.ranges.csv:6:1", "use duration, lag, rate or cost"),
                                        p -> contains(p, "RISK_LAG site.ranges.csv:7:2", "31->33"),
                                        p -> contains(p, "site.ranges.csv:8:"),
                                        p -> contains(p, "RISK_RESOURCE site.ranges.csv:9:2", "'Nobody'"),
                                        p -> contains(p, "site.ranges.csv:10:3", "not a number"),
                                        p -> contains(p, "site.ranges.csv:11:3"),
                                        p -> contains(p, "site.correlations.csv:2:"),
                                        p -> contains(p, "RISK_LIST site.correlations.csv:3:", "list two or more"),
                                        p -> contains(
                                                p, "RISK_DUPLICATE site.correlations.csv:4:", "'1' is listed twice"),
                                        p -> contains(p, "RISK_PROBABILITY site.risks.csv:2:3", "'130%'"),
                                        p -> contains(p, "RISK_EMPTY site.risks.csv:3:1", "'R2' has no probability"),
                                        p -> contains(p, "site.branches.csv:2:1", "use 1 at most"),
                                        p -> contains(p, "RISK_CALENDAR site.weather.csv:2:1", "'Moon'"),
                                        p -> contains(p, "RISK_MONTH site.weather.csv:3:2", "'Marz'")));
    }

    private static void contains(String text, String... parts) {
        assertThat(text).contains(parts);
    }

    @Test
    void aTableWithoutItsColumnsSaysWhichAreMissing() throws IOException {
        Path plan = plan("ranges", "Activity,Min,Max\n1,2d,3d\n");

        assertThatThrownBy(() -> RiskFiles.read(plan, ProjectFiles.read(plan)))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("missing columns: what, of, range");
    }

    @Test
    void rowsOfAMicrosoftProjectFileNameActivities() throws IOException {
        Path csv = plan();
        Path xml = folder.resolve("other.xml");
        ProjectFiles.write(ProjectFiles.read(csv).project(), xml);
        Files.writeString(
                folder.resolve("other.ranges.csv"),
                "What,Of,Range\nduration,3,uniform 8d 16d\nduration,uid:4,uniform 2d 9d\n");

        RiskInputs inputs = RiskFiles.read(xml, ProjectFiles.read(xml));

        assertSame(
                inputs.analysis(),
                RiskAnalysis.of(inputs.analysis().project())
                        .duration("3", Distribution.uniform(days(8), days(16)))
                        .duration("4", Distribution.uniform(days(2), days(9))));
    }

    @Test
    void tooManyPairsOfCorrelationsAreRefused() throws IOException {
        StringBuilder inputs = new StringBuilder("Inputs,Correlation\n");
        for (int i = 0; i < 7000; i++) {
            inputs.append("1;2;3,0.1\n");
        }
        Path plan = plan("correlations", inputs.toString());

        assertThatThrownBy(() -> RiskFiles.read(plan, ProjectFiles.read(plan)))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("LIMIT_CORRELATIONS")
                .hasMessageContaining("let a driver act on many activities");
    }

    @Test
    void rowsBeyondABlockAreAllRead() throws IOException {
        StringBuilder plan = new StringBuilder("ID,Name,Duration,Predecessors,Resources,Start\n");
        StringBuilder ranges = new StringBuilder("What,Of,Range\n");
        StringBuilder drivers = new StringBuilder("Driver,Factor,Activities\nD0,uniform 90% 110%,1\n");
        for (int i = 1; i <= 700; i++) {
            plan.append(i).append(",A,5d,,,2026-03-02 08:00\n");
            ranges.append("duration,")
                    .append(i)
                    .append(",uniform 4d ")
                    .append(5 + i)
                    .append("d\n");
        }
        Path file = folder.resolve("many.csv");
        Files.writeString(file, plan);
        Files.writeString(folder.resolve("many.ranges.csv"), ranges);
        Files.writeString(folder.resolve("many.drivers.csv"), drivers);
        Files.writeString(folder.resolve("many.correlations.csv"), "Inputs,Correlation\n1;D0,0.4\n699;700,0.5\n");

        RiskAnalysis analysis = RiskFiles.read(file, ProjectFiles.read(file)).analysis();

        RiskResult result = analysis.simulate(200, 3);
        for (String id : List.of("1", "256", "257", "512", "700")) {
            assertThat(result.sensitivity(id).standardDeviation().ticks())
                    .as(id)
                    .isPositive();
        }
    }

    @Test
    void activitiesListedInEveryRowAreLimited() throws IOException {
        StringBuilder all = new StringBuilder("1;2;3;4");
        StringBuilder risks = new StringBuilder("ID,Name,Probability,Activities,Delay\n");
        for (int i = 0; i < 130_000; i++) {
            risks.append('R').append(i).append(",X,10%,").append(all).append(",1d\n");
        }
        Path plan = plan("risks", risks.toString());

        assertThatThrownBy(() -> RiskFiles.read(plan, ProjectFiles.read(plan)))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("LIMIT_LISTED");
    }

    @Test
    void aRiskThatDoesNothingIsAFinding() throws IOException {
        assertThat(read("risks", "ID,Name,Probability,Activities\nR1,X,10%,1\n").findings())
                .extracting(Problem::code)
                .containsExactly("RISK_NO_IMPACT");
    }

    @Test
    void theExampleIsReadWithoutFindings() throws IOException {
        Path plan = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(plan.resolve("examples"))) {
            plan = plan.getParent();
        }
        Path rollout = plan.resolve("examples/erp-rollout.csv");

        RiskInputs inputs = RiskFiles.read(rollout, ProjectFiles.read(rollout));

        assertThat(inputs.findings()).isEmpty();
        assertThat(inputs.rows()).isEqualTo(25 + 2 + 3 + 7 + 1);
        assertThat(inputs.analysis().risks()).hasSize(6);
    }
}
