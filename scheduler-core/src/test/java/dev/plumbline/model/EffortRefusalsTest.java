package dev.plumbline.model;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Edits of work, units and duration that no plan can hold name the assignment, the value and the way out. */
class EffortRefusalsTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 8, 0);

    private static Project plan(EffortRule rule) {
        return Project.builder("plan")
                .start(START)
                .activity("A", "", days(4), a -> a.effortRule(rule))
                .activity("B", "", days(1))
                .resource("crew", 2)
                .resource("lift", 2)
                .add(Resource.builder("nails", "nails")
                        .type(ResourceType.MATERIAL)
                        .build())
                .assign("A", "crew", 1)
                .assign("A", "nails", 20)
                .build();
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    @Test
    void unitsBelowZeroOrWithoutMeaningAreRefused() {
        Project project = plan(EffortRule.FIXED_UNITS);

        refuses(() -> project.withUnits("A", "crew", -1), "assignment 'A/crew' can't have -1.0 units; use 0 or more");
        refuses(() -> project.withUnits("A", "crew", Double.NaN), "can't have NaN units");
        refuses(() -> project.withUnits("A", "crew", Double.POSITIVE_INFINITY), "can't have Infinity units");
        refuses(() -> project.assign("A", "lift", -1), "resource 'lift' can't be assigned with -1.0 units");
        refuses(() -> plan(EffortRule.FIXED_WORK).withUnits("A", "crew", 0), "work that no one would do at 0 units");
    }

    @Test
    void workThatCannotBeIsRefused() {
        Project project = plan(EffortRule.FIXED_UNITS);

        refuses(() -> project.withWork("A", "nails", hours(3)), "'A/nails' has no work");
        refuses(() -> project.withWork("B", hours(3)), "activity 'B' has no work resource; assign one");
        refuses(() -> project.withWork("A", "crew", hours(-1)), "its work can't be less");
        refuses(() -> project.assign("A", "lift", 0).withWork("A", "lift", hours(3)), "give it units before work");
        refuses(() -> project.withOvertime("A", "crew", hours(32)), "less than that can be overtime, not 32h");
        refuses(() -> project.withOvertime("A", "crew", hours(-1)), "less than that can be overtime, not -1h");
        refuses(() -> project.withOvertime("A", "nails", hours(1)), "'A/nails' has no work");
        refuses(() -> project.withContour("A", "nails", Contour.BELL), "'A/nails' has no work");
        refuses(() -> project.withOvertime("A", "crew", hours(8)).withWork("A", "crew", hours(7)), "8h of overtime");
        refuses(() -> project.withContour("A", "crew", Contour.CONTOURED), "is given by time-phased work");
    }

    @Test
    void aDurationShorterThanWhatIsDoneIsRefused() {
        Progress begun = new Progress(START, null, days(2), days(2), 50, 0, null, null);
        Project project = plan(EffortRule.FIXED_UNITS).with("A", a -> a.progress(begun));

        refuses(() -> project.withDuration("A", days(1)), "activity 'A' can't take 1d: 2d of it are done");
        refuses(() -> project.withDuration("A", days(-1)), "can't take -1d; use 0 or more");
        assertThat(project.withDuration("A", days(2)).activity("A").duration()).isEqualTo(days(2));
        refuses(() -> plan(EffortRule.FIXED_WORK).withDuration("A", days(0)), "can't be done in no time");
    }

    @Test
    void resourcesAreNamedWhenTheyAreUnknownUnassignedOrThereTwice() {
        Project project = plan(EffortRule.FIXED_UNITS);
        Project twice = project.toBuilder()
                .add(Assignment.builder("second", "A", "crew").units(1).build())
                .build();

        refuses(() -> project.assign("A", "ghost", 1), "there is no resource 'ghost' in project 'plan'; add it first");
        refuses(() -> project.assign("A", "crew", 1), "assigned to activity 'A' already; change its units");
        refuses(
                () -> project.unassign("A", "lift"),
                "resource 'lift' is not assigned to activity 'A'; assigned are [crew");
        refuses(() -> twice.withUnits("A", "crew", 2), "assigned to activity 'A' more than once; name one of");
        assertThat(twice.withUnits("A", "second", 2).assignmentsOf("A"))
                .filteredOn(a -> a.id().equals("second"))
                .extracting(Assignment::units)
                .containsExactly(2.0);
    }

    @Test
    void anEffortStandsForItsOwnActivityOnly() {
        Project project = plan(EffortRule.FIXED_UNITS);
        Effort effort = Effort.of(project, "A");
        Assignment elsewhere = Assignment.builder("x", "B", "crew").build();

        refuses(() -> effort.with(project.activity("B"), List.of()), "activity 'B' can't stand in for 'A'");
        refuses(
                () -> effort.with(project.activity("A"), List.of(elsewhere)),
                "assignment 'x' is on activity 'B', not on 'A'");
        assertThat(effort.with(project.activity("A"), List.of()).assignments()).isEmpty();
    }
}
