package dev.plumbline.cpm;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.cpm.Dates.at;
import static dev.plumbline.cpm.Dates.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Activity;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Total and free float, the critical limit and several critical paths. */
class FloatTest {

    @ParameterizedTest(name = "{0}, lag {1}")
    @CsvSource({
        // P (two days) is tied to S (two days), which waits for Q (four days): floats of P in days (4.1.5, 16.9)
        "FS, 0, 2, 2",
        "FS, 1, 1, 1",
        "FS, 2, 0, 0",
        "FS, -1, 3, 3",
        "SS, 0, 4, 4",
        "SS, 1, 3, 3",
        "SS, 3, 1, 1",
        "FF, 0, 4, 4",
        "FF, 3, 1, 1",
        "SF, 0, 4, 4", // the gap of six days does not exceed the total float of four
        "SF, 5, 1, 1"
    })
    void freeFloatIsTheGapToTheSuccessor(RelationshipType type, int lag, int total, int free) {
        Project project = Project.builder("gap")
                .start(Dates.START)
                .activity("P", "P", days(2))
                .activity("Q", "Q", days(4))
                .activity("S", "S", days(2))
                .finishToStart("Q", "S")
                .add(new Relationship("P", "S", type, Lag.of(days(lag))))
                .build();

        ActivityTimes p = CriticalPath.schedule(project).of("P");

        assertThat(hours(p.totalFloat())).isEqualTo(8L * total);
        assertThat(hours(p.freeFloat())).isEqualTo(8L * free);
        assertThat(p.critical()).isEqualTo(total == 0);
    }

    private static ProjectBuilder chains() {
        return Project.builder("chains")
                .start(Dates.START)
                .activity("A", "A", days(3))
                .activity("B", "B", days(2))
                .activity("C", "C", days(2))
                .activity("Z", "Z", days(10))
                .finishToStart("A", "B")
                .finishToStart("A", "C", days(1));
    }

    @Test // 4.1.2, 4.1.5
    void freeFloatIsSharedAlongAChainTotalFloatIsNot() {
        Schedule plan = CriticalPath.schedule(chains().build());

        assertThat(hours(plan.of("A").totalFloat())).isEqualTo(4 * 8);
        assertThat(hours(plan.of("A").freeFloat())).isZero();
        assertThat(hours(plan.of("B").totalFloat())).isEqualTo(5 * 8);
        assertThat(hours(plan.of("B").freeFloat())).isEqualTo(5 * 8);
        assertThat(hours(plan.of("C").totalFloat())).isEqualTo(4 * 8);
        assertThat(plan.criticalPath()).extracting(Activity::id).containsExactly("Z");
    }

    @ParameterizedTest(name = "limit {0}")
    @CsvSource({"0, Z", "3, Z", "4, A Z C", "5, A Z B C", "100, A Z B C"})
    void activitiesAreCriticalUpToTheLimit(int limit, String critical) { // 4.1.8
        Schedule plan = CriticalPath.schedule(chains().build(), ScheduleOptions.DEFAULT.withCriticalFloatDays(limit));

        assertThat(plan.criticalPath()).extracting(Activity::id).containsExactly(critical.split(" "));
    }

    @Test // 3.4.1
    void everyOpenEndIsCriticalWithSeveralCriticalPaths() {
        Schedule plan =
                CriticalPath.schedule(chains().build(), ScheduleOptions.DEFAULT.withMultipleCriticalPaths(true));

        assertThat(plan.of("B").lateFinish()).isEqualTo(at("Fri 03-07 17:00"));
        assertThat(plan.of("C").lateFinish()).isEqualTo(at("Mon 03-10 17:00"));
        assertThat(hours(plan.of("A").totalFloat())).isZero();
        assertThat(plan.criticalPath()).extracting(Activity::id).containsExactly("A", "Z", "B", "C");
    }

    @Test // 3.4.1, 3.4.2: an early end bounds its own path only
    void theLongerOfTwoOpenEndsDecidesBehindASharedPredecessor() {
        Project project = Project.builder("fork")
                .start(Dates.START)
                .activity("A", "A", days(3))
                .activity("B", "B", days(2))
                .activity("D", "D", days(1))
                .activity("C", "C", days(4))
                .finishToStart("A", "B")
                .finishToStart("A", "C")
                .startToStart("D", "C")
                .build();

        Schedule plan = CriticalPath.schedule(project, ScheduleOptions.DEFAULT.withMultipleCriticalPaths(true));

        assertThat(hours(plan.of("D").totalFloat())).isEqualTo(3 * 8);
        assertThat(plan.criticalPath()).extracting(Activity::id).containsExactly("A", "B", "C");
    }

    @Test // 4.1.5, 16.9
    void freeFloatIsNeverNegative() {
        Project base = chains().build();
        Project project = base.toBuilder()
                .replace(base.activity("B").with(b -> b.deadline(at("Tue 03-04 17:00"))))
                .build();

        Schedule plan = CriticalPath.schedule(project);

        assertThat(hours(plan.of("B").totalFloat())).isEqualTo(-3 * 8);
        assertThat(hours(plan.of("A").totalFloat())).isEqualTo(-3 * 8);
        assertThat(plan.of("A").freeFloat().isZero()).isTrue();
        assertThat(plan.of("B").freeFloat().isZero()).isTrue();
        assertThat(hours(plan.of("C").totalFloat())).isEqualTo(4 * 8);
    }

    @Test // 3.4.3: a start that is tied leaves the finish of the predecessor free up to the project's end
    void onlyTheStartOfAStartToStartPredecessorIsTied() {
        Project project = Project.builder("ss")
                .start(Dates.START)
                .activity("P", "P", days(8))
                .activity("S", "S", days(9))
                .startToStart("P", "S", days(1))
                .build();

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.of("P").lateStart()).isEqualTo(at("Mon 03-03 08:00"));
        assertThat(plan.of("P").totalFloat().isZero()).isTrue();
        assertThat(plan.criticalPath()).extracting(Activity::id).containsExactly("P", "S");
    }
}
