package dev.plumbline.risk;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.elapsedDays;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Estimate;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.time.LocalDateTime;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PertTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 8, 0);

    /*
     * F. S. Hillier, G. J. Lieberman: Introduction to Operations Research, 9th ed., McGraw-Hill 2010, supplement to chapter 9
     * ("Project management with PERT/CPM"), the Reliable Construction Co.: weeks, here days of a calendar without weekends.
     */
    private static final String[] RELIABLE = {
        "A 1 2 3", "B 2 3.5 8 A", "C 6 9 18 B", "D 4 5.5 10 C", "E 1 4.5 5 C", "F 4 4 10 E", "G 5 6.5 11 D",
        "H 5 8 17 E G", "I 3 7.5 9 C", "J 3 9 9 F I", "K 4 4 4 J", "L 1 5.5 7 J", "M 1 2 3 H", "N 5 5.5 9 K L"
    };

    private static Project reliable() {
        ProjectBuilder builder =
                Project.builder("Reliable").start(START.withHour(0)).calendar(WorkCalendar.roundTheClock("all days"));
        for (String row : RELIABLE) {
            String[] cells = row.split(" ", -1);
            Estimate estimate = new Estimate(roundDays(cells[1]), roundDays(cells[2]), roundDays(cells[3]));
            builder.activity(cells[0], cells[0], roundDays(cells[2]), a -> a.estimate(estimate));
            for (int i = 4; i < cells.length; i++) {
                builder.finishToStart(cells[i], cells[0]);
            }
        }
        return builder.build();
    }

    private static WorkTime roundDays(String days) {
        return hours(Math.round(24 * Double.parseDouble(days)));
    }

    private static LocalDateTime afterDays(double days) {
        return START.withHour(0).plusMinutes(Math.round(days * 24 * 60));
    }

    @Test
    void theTextbookProjectTakes44WeeksWithAStandardDeviationOf3() {
        PertResult pert = Pert.of(reliable()).analyse();

        assertThat(pert.finish()).isEqualTo(afterDays(44));
        assertThat(pert.standardDeviation().ticks()).isEqualTo(3 * WorkTime.TICKS_PER_DAY);
        assertThat(pert.paths().get(0).activities().stream().map(a -> a.id()))
                .containsExactly("A", "B", "C", "E", "F", "J", "L", "N");
        assertThat(pert.probability(afterDays(47))).isCloseTo(0.8413, within(1e-4));
    }

    @Test
    void theTextbookMomentsOfEachActivityAreReproduced() {
        PertResult pert = Pert.of(reliable()).analyse();
        double[] means = {2, 4, 10, 6, 4, 5, 7, 9, 7, 8, 4, 5, 2, 6};
        double[] ninths = {1, 9, 36, 9, 4, 9, 9, 36, 9, 9, 0, 9, 1, 4};

        List<PertTimes> all = pert.activities();

        for (int i = 0; i < means.length; i++) {
            assertThat(all.get(i).expected()).as(RELIABLE[i]).isEqualTo(hours(Math.round(24 * means[i])));
            assertThat(all.get(i).variance() / (24 * 24)).as(RELIABLE[i]).isCloseTo(ninths[i] / 9, within(1e-9));
        }
    }

    @Test
    void fourFiveTwelveIsTheExampleOfTheRule() { // 10.1
        Project project = Project.builder("One").activity("A", "A", days(5)).build();

        PertResult pert =
                Pert.of(project).estimate("A", days(4), days(5), days(12)).analyse();

        assertThat(pert.of("A").expected()).isEqualTo(days(6));
        assertThat(pert.of("A").variance()).isCloseTo(1.333 * 1.333, within(1e-2));
        assertThat(pert.of("A").standardDeviation())
                .isEqualTo(new WorkTime(Math.round(4800 * 8 / 6.0), days(1).unit()));
    }

    @Test
    void dateAndProbabilityAreInverse() {
        PertResult pert = Pert.of(reliable()).analyse();

        for (double p : new double[] {0.01, 0.1, 0.5, 0.8, 0.99}) {
            assertThat(pert.probability(pert.date(p))).isCloseTo(p, within(1e-3));
        }
        assertThat(pert.date(0.5)).isEqualTo(pert.finish());
    }

    @Test
    void severalPathsMakeADateLessLikelyThanOne() { // 10.6
        PertResult pert = Pert.of(reliable()).analyse();

        // two representatives: the critical path and A-B-C-D-G-H-M, which shares A, B and C with it (correlation 0.57),
        // so one
        assertThat(pert.probabilityOfAllPaths(afterDays(47))).isLessThanOrEqualTo(pert.probability(afterDays(47)));

        PertResult parallel = Pert.of(twoEqualPaths()).analyse();
        assertThat(parallel.probability(parallel.finish())).isCloseTo(0.5, within(1e-9));
        assertThat(parallel.probabilityOfAllPaths(parallel.finish())).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void ofPathsThatFinishTogetherTheOneThatVariesMostIsTheCriticalOne() {
        Project project = twoEqualPaths();

        PertResult pert =
                Pert.of(project).estimate("B", days(3), days(5), days(7)).analyse();

        assertThat(pert.paths().get(0).activities().get(0).id()).isEqualTo("B");
        assertThat(pert.paths().get(0).rank()).isEqualTo(1);
        assertThat(pert.standardDeviation().ticks()).isEqualTo(Math.round(4800 * 4 / 6.0));
    }

    @Test
    void aSimulationShowsTheMergeBias() { // 10.6
        Project project = twoEqualPaths();

        PertResult pert = Pert.of(project).method(PertMethod.beta(4)).analyse();
        RiskResult simulated = RiskAnalysis.of(project).estimates().simulate(20_000, 3);

        // E[max] of two normal variables is mean + deviation / sqrt(pi); the estimates are not quite normal
        double expected = pert.standardDeviation().ticks() / Math.sqrt(Math.PI);
        assertThat((double) pert.bias(simulated).ticks()).isCloseTo(expected, within(0.15 * expected));
        assertThat(pert.compare(simulated)).contains("50.0 % along the critical path", "25.0 % along all");
    }

    private static Project twoEqualPaths() {
        Estimate estimate = new Estimate(days(4), days(5), days(6));
        return Project.builder("Parallel")
                .activity("A", "A", days(5), a -> a.estimate(estimate))
                .activity("B", "B", days(5), a -> a.estimate(estimate))
                .milestone("M", "Both")
                .finishToStart("A", "M")
                .finishToStart("B", "M")
                .build();
    }

    @Test
    void onlyTheDurationsThatMakeAPathLongVary() {
        Estimate estimate = new Estimate(days(4), days(10), days(16));
        ProjectBuilder two = Project.builder("Two")
                .start(START)
                .activity("A", "A", days(10), a -> a.estimate(estimate))
                .activity("B", "B", days(20));

        assertThat(deviation(two.startToStart("A", "B").build())).isZero();
        assertThat(deviation(
                        two.removeRelationship("A", "B").finishToStart("A", "B").build()))
                .isEqualTo(days(2).ticks());
        assertThat(deviation(two.removeRelationship("A", "B")
                        .add(new Relationship("A", "B", RelationshipType.SS, Lag.percent(50)))
                        .build()))
                .isEqualTo(days(1).ticks());
    }

    private static long deviation(Project project) {
        return Pert.of(project).analyse().standardDeviation().ticks();
    }

    @Test
    void ofSeveralRelationshipsTheDrivingOneCounts() {
        Estimate estimate = new Estimate(days(4), days(10), days(16));
        Project project = Project.builder("Two")
                .start(START)
                .activity("A", "A", days(10), a -> a.estimate(estimate))
                .activity("B", "B", days(8))
                .startToStart("A", "B", days(15))
                .finishToFinish("A", "B")
                .build();

        assertThat(deviation(project)).isZero();
    }

    @Test
    void onlyWhatRemainsOfWorkIsUncertain() { // 10.10
        Estimate estimate = new Estimate(days(4), days(10), days(16));
        Project project = Project.builder("Begun")
                .start(START)
                .activity(
                        "A",
                        "A",
                        days(10),
                        a -> a.estimate(estimate).progress(new Progress(START, null, null, null, 50, 0, null, null)))
                .activity(
                        "B",
                        "B",
                        days(10),
                        a -> a.estimate(estimate)
                                .progress(new Progress(
                                        START, LocalDateTime.of(2026, 3, 13, 17, 0), null, null, 100, 0, null, null)))
                .build();

        PertResult pert = Pert.of(project).analyse();

        assertThat(pert.of("A").standardDeviation()).isEqualTo(days(1));
        assertThat(pert.of("B").standardDeviation()).isEqualTo(days(0));
        assertThat(pert.of("B").estimate()).isNull();
    }

    @Test
    void aProjectWithoutEstimatesIsCertain() {
        Project project =
                Project.builder("Sure").start(START).activity("A", "A", days(2)).build();

        PertResult pert = Pert.of(project).analyse();

        assertThat(pert.isUncertain()).isFalse();
        assertThat(pert.probability(pert.finish())).isEqualTo(1);
        assertThat(pert.probability(pert.finish().minusMinutes(1))).isZero();
        assertThat(pert.toString()).contains("certain: no estimate varies on the critical path");
    }

    @Test
    void aProjectWithoutActivitiesIsCertainToo() {
        PertResult pert = Pert.of(Project.builder("Empty").start(START).build()).analyse();

        assertThat(pert.paths()).isEmpty();
        assertThat(pert.date(0.9)).isEqualTo(START);
    }

    @Test
    void badInputNamesActivityValueAndWayOut() {
        Pert pert = Pert.of(Project.builder("One")
                .summary("S", "S", s -> s.activity("A", "A", days(5)))
                .build());

        assertRefused(() -> pert.estimate("X", days(1), days(2), days(3)), "no activity 'X'");
        assertRefused(() -> pert.estimate("S", days(1), days(2), days(3)), "'S' is a summary");
        assertRefused(() -> pert.estimate("A", days(3), days(2), days(4)), "activity 'A'", "must rise", "3d, 2d, 4d");
        assertRefused(() -> pert.estimate("A", days(1), elapsedDays(2), days(4)), "activity 'A'", "not in both");
        assertRefused(() -> pert.estimate("A", days(-1), days(2), days(4)), "0 or more");
        assertRefused(() -> pert.analyse(0), "ask for 1 or more");
        assertRefused(() -> pert.analyse().date(1), "more than 0 and less than 1");
        assertRefused(() -> pert.analyse().of("X"), "no activity 'X'");
        assertRefused(() -> PertMethod.weights(0, 0, 0), "not all 0");
        assertRefused(() -> PertMethod.beta(0), "lambda is 0");
        assertRefused(() -> PertMethod.triangular().between(60, 90), "P60 and P90");
    }

    private static void assertRefused(ThrowingCallable call, String... parts) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll(parts);
    }

    @Test
    void elapsedTimeCountsByItsShareOfWorkingTime() {
        Estimate estimate = new Estimate(elapsedDays(7), elapsedDays(14), elapsedDays(21));
        Project project = Project.builder("Elapsed")
                .start(START)
                .activity("A", "A", elapsedDays(14), a -> a.estimate(estimate))
                .build();

        // 14 elapsed days hold 10 working days, so 14/6 elapsed days count as 10/6 working days
        assertThat(deviation(project)).isEqualTo(Math.round(days(10).ticks() / 6.0));
    }

    @Test
    void printsLikeASheet() {
        assertThat(Pert.of(twoEqualPaths()).analyse().toString())
                .contains("Parallel: expected finish ", "standard deviation 0.3d (classic, weights 1-4-1)")
                .contains("P80 ", "merge bias", "A   A             4d           5d           6d");
    }
}
