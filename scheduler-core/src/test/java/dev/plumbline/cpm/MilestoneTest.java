package dev.plumbline.cpm;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.hours;
import static dev.plumbline.cpm.Dates.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Milestones and the two sides of a night: Thursday 17:00 and Friday 08:00 are one working instant, but two dates. */
class MilestoneTest {

    private static ProjectBuilder plan() {
        return Project.builder("milestones").start(Dates.START).activity("A", "A", days(4));
    }

    @ParameterizedTest(name = "{0} {1} days")
    @CsvSource({
        "FS, 0, Thu 03-06 17:00", // 1.6.1
        "FS, 1, Fri 03-07 17:00", // 1.6.5
        "FS, 2, Mon 03-10 17:00",
        "FS, -1, Thu 03-06 08:00", // 2.2.6: a lead ends on the start of a shift
        "SS, 0, Mon 03-03 08:00",
        "SS, 1, Mon 03-03 17:00", // 1.4.1
        "FF, 0, Thu 03-06 17:00",
        "FF, 1, Fri 03-07 17:00"
    })
    void aMilestoneSitsExactlyWhereItsPredecessorPutsIt(RelationshipType type, int lag, String date) {
        Project project = plan().milestone("M", "M")
                .add(new Relationship("A", "M", type, Lag.of(days(lag))))
                .build();

        ActivityTimes m = CriticalPath.schedule(project).of("M");

        assertThat(m.start()).isEqualTo(at(date));
        assertThat(m.finish()).isEqualTo(at(date));
        assertThat(m.isMilestone()).isTrue();
    }

    @Test // 1.6.6, 16.4
    void workAfterAMilestoneBeginsTheNextMorningAndBoundsItExactly() {
        Project project = plan().milestone("M", "M")
                .activity("B", "B", days(1))
                .finishToStart("A", "M")
                .finishToStart("M", "B")
                .build();

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.of("B").start()).isEqualTo(at("Fri 03-07 08:00"));
        assertThat(plan.of("M").earlyFinish()).isEqualTo(at("Thu 03-06 17:00"));
        assertThat(plan.of("M").lateStart()).isEqualTo(at("Fri 03-07 08:00"));
        assertThat(plan.of("M").lateFinish()).isEqualTo(at("Fri 03-07 08:00"));
        assertThat(plan.of("M").totalFloat().isZero()).isTrue();
        assertThat(plan.of("M").critical()).isTrue();
        assertThat(plan.of("A").lateFinish()).isEqualTo(at("Thu 03-06 17:00")); // 3.4.6
    }

    @Test // 16.4
    void anOpenEndIsBoundByTheProjectFinishAWorkActivityByTheEndOfWorkBeforeIt() {
        Project project = plan().milestone("M", "M")
                .finishToStart("A", "M")
                .activity("B", "B", days(1))
                .activity(
                        "Last",
                        "Last",
                        days(0),
                        m -> m.constraint(Constraint.startNoEarlierThan(at("Mon 03-10 08:00"))))
                .build();

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.finish()).isEqualTo(at("Mon 03-10 08:00"));
        assertThat(plan.of("M").lateFinish()).isEqualTo(at("Mon 03-10 08:00"));
        assertThat(plan.of("B").lateFinish()).isEqualTo(at("Fri 03-07 17:00"));
        assertThat(plan.of("M").totalFloat().ticks()).isEqualTo(days(1).ticks());
        assertThat(plan.of("B").totalFloat().ticks()).isEqualTo(days(4).ticks());
        assertThat(plan.of("Last").totalFloat().isZero()).isTrue();
    }

    @Test // 16.5
    void aRootMilestoneStaysAtAProjectStartOutsideWorkingTime() {
        Project project = Project.builder("sunday")
                .start(at("Sun 03-02 08:00"))
                .milestone("M", "M")
                .activity("A", "A", days(1))
                .activity("B", "B", days(1))
                .finishToStart("M", "B")
                .build();

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.of("M").start()).isEqualTo(at("Sun 03-02 08:00"));
        assertThat(plan.of("A").start()).isEqualTo(at("Mon 03-03 08:00"));
        assertThat(plan.of("B").start()).isEqualTo(at("Mon 03-03 08:00"));
    }

    @Test // 16.6
    void aMilestoneBeforeAStartLiesOnThatStart() {
        Project project = Project.builder("sf")
                .start(Dates.START)
                .activity("A", "A", days(4), a -> a.constraint(Constraint.startNoEarlierThan(at("Thu 03-06 08:00"))))
                .milestone("M", "M")
                .startToFinish("A", "M")
                .build();

        assertThat(CriticalPath.schedule(project).of("M").finish()).isEqualTo(at("Thu 03-06 08:00"));
    }

    @Test // 1.6.3: the mark alone changes nothing
    void aMarkedMilestoneThatTakesTimeIsScheduledAsWork() {
        Project project = plan().activity("M", "M", days(1), m -> m.milestone(true))
                .finishToStart("A", "M")
                .build();

        ActivityTimes m = CriticalPath.schedule(project).of("M");

        assertThat(m.start()).isEqualTo(at("Fri 03-07 08:00"));
        assertThat(m.finish()).isEqualTo(at("Fri 03-07 17:00"));
        assertThat(m.isMilestone()).isFalse();
    }

    @Test // 1.6.1, 1.6.6
    void aChainOfMilestonesStaysOnOneDate() {
        Project project = plan().milestone("M", "M")
                .milestone("N", "N")
                .milestone("O", "O")
                .activity("B", "B", hours(4))
                .finishToStart("A", "M")
                .finishToStart("M", "N")
                .startToStart("N", "O")
                .finishToStart("O", "B")
                .build();

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.of("N").start()).isEqualTo(at("Thu 03-06 17:00"));
        assertThat(plan.of("O").start()).isEqualTo(at("Thu 03-06 17:00"));
        assertThat(plan.of("B").start()).isEqualTo(at("Fri 03-07 08:00"));
        assertThat(plan.criticalPath()).extracting("id").containsExactly("A", "M", "N", "O", "B");
    }
}
