package dev.plumbline.level;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.level.LevellingPlans.MONDAY;
import static dev.plumbline.level.LevellingPlans.at;
import static dev.plumbline.level.LevellingPlans.level;
import static dev.plumbline.level.LevellingPlans.plan;
import static dev.plumbline.level.LevellingPlans.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Assignment;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.SchedulingMode;
import org.junit.jupiter.api.Test;

/** What levelling must leave where it is, and what it says where it can't do its work. */
class LevellingInfeasibleTest {

    @Test
    void priorityThousandIsNeverDelayedAndKeepsItsPlace() { // 7.3.1
        Project project = plan().activity("P", "P", days(1))
                .activity("A", "A", days(4))
                .activity("V", "V", days(2), a -> a.priority(1000))
                .finishToStart("P", "V")
                .assign("A", "crew", 1)
                .assign("V", "crew", 1)
                .build();

        Levelled levelled = level(project);

        assertThat(start(levelled, "V")).isEqualTo(at(4, 8));
        assertThat(start(levelled, "A")).isEqualTo(at(6, 8));
        assertThat(levelled.overallocations()).isEmpty();
        assertThat(levelled.why("A").delayedBy()).containsExactly("V");
    }

    @Test
    void workThatHasBegunAndTypedDatesStayAndOthersGoAroundThem() {
        Project project = plan().activity(
                        "begun",
                        "begun",
                        days(3),
                        a -> a.progress(new Progress(MONDAY, null, null, null, 50, 0, null, null)))
                .activity(
                        "typed",
                        "typed",
                        days(1),
                        a -> a.mode(SchedulingMode.MANUAL).manual(new ManualDates(at(6, 8), at(6, 17), null)))
                .activity("A", "A", days(2))
                .assign("begun", "crew", 1)
                .assign("typed", "crew", 1)
                .assign("A", "crew", 1)
                .build();

        Levelled levelled = level(project);

        assertThat(start(levelled, "A")).isEqualTo(at(7, 8));
        assertThat(levelled.why("A").delayedBy()).containsExactly("typed");
    }

    @Test
    void whatCannotBeRemovedSaysWhy() {
        Project project = plan().activity("A", "A", days(1), a -> a.priority(1000))
                .activity("B", "B", days(1), a -> a.constraint(Constraint.mustStartOn(MONDAY)))
                .activity("C", "C", days(1))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .assign("C", "crew", 3)
                .build();

        Levelled levelled = level(project);

        assertThat(levelled.isUnchanged()).isTrue();
        assertThat(levelled.overallocations()).hasSize(1);
        assertThat(levelled.findings()).hasSize(1);
        Problem finding = levelled.findings().get(0);
        assertThat(finding.code()).isEqualTo("LEVEL_INFEASIBLE");
        assertThat(finding.message())
                .contains("'crew'", "A has priority 1000", "B is bound by its constraint", "C alone asks for more");
        assertThat(finding.hint()).contains("lower its priority", "raise the capacity");
    }

    @Test
    void whoAsksForMoreThanThereIsWithTwoAssignmentsIsReportedSoon() {
        Project project = Project.builder("plan")
                .start(MONDAY)
                .resource("crew", 3)
                .activity("A", "A", days(2))
                .activity("B", "B", days(2))
                .assign("A", "crew", 2)
                .assign("B", "crew", 2)
                .add(Assignment.builder("again", "B", "crew").units(2).build())
                .build();

        Levelled levelled = level(project);

        assertThat(levelled.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("B alone asks for more than there is"));
    }

    @Test
    void aResourceThatIsNeverThereIsReported() {
        Project project = Project.builder("plan")
                .start(MONDAY)
                .resource("crew", 0)
                .activity("A", "A", days(1))
                .assign("A", "crew", 1)
                .build();

        assertThat(level(project).findings()).extracting(Problem::code).containsExactly("LEVEL_INFEASIBLE");
    }

    @Test
    void lateConstraintsAreKept() { // 7.3.4
        Project project = plan().activity("A", "A", days(3), a -> a.priority(600))
                .activity("B", "B", days(1), b -> b.constraint(Constraint.startNoLaterThan(at(4, 8))))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();

        Levelled levelled = level(Levelling.DEFAULT, project);

        assertThat(start(levelled, "B")).isEqualTo(MONDAY);
        assertThat(start(levelled, "A")).isEqualTo(at(4, 8));
        assertThat(levelled.overallocations()).isEmpty();
    }

    @Test
    void withinFloatTheFinishOfTheProjectStays() { // L14
        Project project = plan().activity("long", "long", days(10))
                .activity("A", "A", days(4))
                .activity("B", "B", days(4))
                .activity("C", "C", days(4))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .assign("C", "crew", 1)
                .build();

        Levelled levelled = level(Levelling.serial(PriorityRule.ID).withinFloat(), project);

        assertThat(levelled.schedule().finish()).isEqualTo(levelled.before().finish());
        assertThat(start(levelled, "B")).isEqualTo(at(7, 8));
        assertThat(levelled.findings()).hasSize(1);
        assertThat(levelled.findings().get(0).message()).contains("C would have to move by more than its float");
    }
}
