package dev.plumbline.model;

import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plumbline.calendar.WorkTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Work = duration x units: what follows when one of them is edited. Ten days of Ann at 100 % are 80 hours. */
class EffortTableTest {

    private static Project plan(EffortRule rule, UnaryOperator<ActivityBuilder> details) {
        return Project.builder("plan")
                .activity("A", "Paint", WorkTime.days(10), a -> details.apply(a.effortRule(rule)))
                .resource("Ann", 1)
                .resource("Bob", 1)
                .assign("A", "Ann", 1)
                .build();
    }

    private static Project plan(EffortRule rule) {
        return plan(rule, a -> a);
    }

    private static Assignment on(Project project, String resource) {
        return project.assignmentsOf("A").stream()
                .filter(a -> resource.equals(a.resource()))
                .findFirst()
                .orElseThrow();
    }

    private static double daysOf(Project project) {
        return project.activity("A").duration().inHours() / 8;
    }

    @ParameterizedTest(name = "{0}: units 2 -> {1} days, {2} hours") // 6.1.2
    @CsvSource({"FIXED_UNITS, 5, 80", "FIXED_DURATION, 10, 160", "FIXED_WORK, 5, 80"})
    void editedUnitsChangeTheDurationOrTheWork(EffortRule rule, double duration, double work) {
        Project edited = plan(rule).withUnits("A", "Ann", 2);

        assertThat(daysOf(edited)).isEqualTo(duration);
        assertThat(on(edited, "Ann").work().inHours()).isEqualTo(work);
        assertThat(on(edited, "Ann").units()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}: 5 days -> {1} hours at {2}") // 6.1.2
    @CsvSource({"FIXED_UNITS, 40, 1", "FIXED_DURATION, 40, 1", "FIXED_WORK, 80, 2"})
    void anEditedDurationChangesTheWorkOrTheUnits(EffortRule rule, double work, double units) {
        Project edited = plan(rule).withDuration("A", WorkTime.days(5));

        assertThat(daysOf(edited)).isEqualTo(5);
        assertThat(on(edited, "Ann").work().inHours()).isEqualTo(work);
        assertThat(on(edited, "Ann").units()).isEqualTo(units);
    }

    @ParameterizedTest(name = "{0}: 40 hours -> {1} days at {2}") // 6.1.2
    @CsvSource({"FIXED_UNITS, 5, 1", "FIXED_DURATION, 10, 0.5", "FIXED_WORK, 5, 1"})
    void editedWorkChangesTheDurationOrTheUnits(EffortRule rule, double duration, double units) {
        Project one = plan(rule).withWork("A", "Ann", hours(40));
        Project all = plan(rule).withWork("A", hours(40));

        assertThat(daysOf(one)).isEqualTo(duration);
        assertThat(on(one, "Ann").work().inHours()).isEqualTo(40);
        assertThat(on(one, "Ann").units()).isEqualTo(units);
        assertThat(all).isEqualTo(one);
    }

    @ParameterizedTest(name = "{0}, effort-driven {1}: {2} days, {3} hours, each at {4}") // 6.1.3
    @CsvSource({
        "FIXED_UNITS, true, 5, 80, 1",
        "FIXED_DURATION, true, 10, 80, 0.5",
        "FIXED_WORK, true, 5, 80, 1",
        "FIXED_UNITS, false, 10, 160, 1",
        "FIXED_DURATION, false, 10, 160, 1",
        "FIXED_WORK, false, 5, 80, 1"
    })
    void aSecondResourceSharesOrAddsWork(
            EffortRule rule, boolean effortDriven, double duration, double work, double units) {
        Project plan = plan(rule, a -> a.effortDriven(effortDriven));

        Project edited = plan.assign("A", "Bob");

        assertThat(daysOf(edited)).isEqualTo(duration);
        assertThat(edited.work("A").inHours()).isEqualTo(work);
        assertThat(List.of(on(edited, "Ann"), on(edited, "Bob"))).allSatisfy(a -> {
            assertThat(a.work().inHours()).isEqualTo(work / 2);
            assertThat(a.units()).isEqualTo(units);
        });
    }

    @ParameterizedTest(name = "{0}, effort-driven {1}: {2} days, {3} hours at {4}") // 6.1.3
    @CsvSource({
        "FIXED_UNITS, true, 20, 160, 1",
        "FIXED_DURATION, true, 10, 160, 2",
        "FIXED_WORK, true, 20, 160, 1",
        "FIXED_UNITS, false, 10, 80, 1",
        "FIXED_DURATION, false, 10, 80, 1"
    })
    void aResourceThatLeavesHandsItsWorkOnOrTakesItAlong(
            EffortRule rule, boolean effortDriven, double duration, double work, double units) {
        Project plan = plan(rule, a -> a.effortDriven(effortDriven)).toBuilder()
                .assign("A", "Bob", 1)
                .build();

        Project edited = plan.unassign("A", "Bob");

        assertThat(daysOf(edited)).isEqualTo(duration);
        assertThat(edited.assignmentsOf("A")).hasSize(1);
        assertThat(on(edited, "Ann").work().inHours()).isEqualTo(work);
        assertThat(on(edited, "Ann").units()).isEqualTo(units);
    }

    @ParameterizedTest // 6.1.3
    @EnumSource(EffortRule.class)
    void theFirstResourceMakesTheWork(EffortRule rule) {
        Project empty = plan(rule).unassign("A", "Ann");

        Project edited = empty.assign("A", "Bob", 0.5);

        assertThat(daysOf(empty)).isEqualTo(10);
        assertThat(empty.assignments()).isEmpty();
        assertThat(daysOf(edited)).isEqualTo(10);
        assertThat(on(edited, "Bob").work()).isEqualTo(hours(40));
    }

    @Test // 6.1.3
    void workIsSharedByUnits() {
        Project edited = plan(EffortRule.FIXED_WORK).assign("A", "Bob", 3);

        assertThat(on(edited, "Ann").work()).isEqualTo(hours(20));
        assertThat(on(edited, "Bob").work()).isEqualTo(hours(60));
        assertThat(daysOf(edited)).isEqualTo(2.5);
    }

    @Test
    void theLongestAssignmentIsTheDuration() {
        Project plan = plan(EffortRule.FIXED_UNITS).assign("A", "Bob");

        Project shorter = plan.withWork("A", "Bob", hours(8));
        Project longer = plan.withWork("A", "Bob", hours(120));

        assertThat(daysOf(shorter)).isEqualTo(10);
        assertThat(daysOf(longer)).isEqualTo(15);
    }

    @Test // 6.4.2
    void aDelayedAssignmentEndsTheActivityLater() {
        Project plan = plan(EffortRule.FIXED_UNITS);
        Assignment late = on(plan, "Ann").with(a -> a.delay(WorkTime.days(2)));
        Project delayed = plan.toBuilder()
                .replaceAll(List.of(plan.effort("A").with(plan.activity("A"), List.of(late))))
                .build();

        Project edited = delayed.withUnits("A", "Ann", 2);

        assertThat(delayed.work("A")).isEqualTo(hours(64));
        assertThat(daysOf(edited)).isEqualTo(6);
    }

    @Test // 6.4.1
    void overtimeTakesNoTime() {
        Project plan = plan(EffortRule.FIXED_UNITS).withWork("A", hours(40));

        Project edited = plan.withOvertime("A", "Ann", hours(8));

        assertThat(edited.activity("A").duration().inHours()).isEqualTo(32);
        assertThat(on(edited, "Ann").work()).isEqualTo(hours(40));
        assertThat(on(edited, "Ann").overtimeWork()).isEqualTo(hours(8));
        assertThat(edited.withDuration("A", hours(16)).work("A")).isEqualTo(hours(24));
    }

    @Test // 6.4.1
    void overtimeLowersTheUnitsWhereTheDurationIsFixed() {
        Project edited = plan(EffortRule.FIXED_DURATION).withOvertime("A", "Ann", hours(20));

        assertThat(daysOf(edited)).isEqualTo(10);
        assertThat(on(edited, "Ann").units()).isEqualTo(0.75);
    }

    @ParameterizedTest(name = "{0}: {1} hours") // 6.3, 6.3.1
    @CsvSource({
        "FLAT, 80",
        "BACK_LOADED, 133.333",
        "FRONT_LOADED, 133.333",
        "DOUBLE_PEAK, 160",
        "EARLY_PEAK, 160",
        "LATE_PEAK, 160",
        "BELL, 160",
        "TURTLE, 114.286"
    })
    void aContourKeepsTheWorkAndTakesLonger(Contour contour, double length) {
        Project edited = plan(EffortRule.FIXED_UNITS).withContour("A", "Ann", contour);

        assertThat(edited.activity("A").duration().inHours())
                .isCloseTo(length, org.assertj.core.data.Offset.offset(0.001));
        assertThat(edited.work("A")).isEqualTo(hours(80));
        assertThat(edited.withContour("A", "Ann", Contour.FLAT).activity("A").duration())
                .isEqualTo(WorkTime.days(10));
    }

    @ParameterizedTest(name = "{0}: {1} hours") // 6.3.1
    @CsvSource({"BACK_LOADED, 48", "BELL, 40", "TURTLE, 56"})
    void aContourTakesWorkAwayWhereTheDurationIsFixed(Contour contour, double work) {
        Project edited = plan(EffortRule.FIXED_DURATION).withContour("A", "Ann", contour);

        assertThat(daysOf(edited)).isEqualTo(10);
        assertThat(edited.work("A").inHours()).isEqualTo(work);
        assertThat(edited.withUnits("A", "Ann", 2).work("A").inHours()).isEqualTo(2 * work);
    }

    @Test // 6.1.4
    void materialAndCostHaveNoWorkAndChangeNoDuration() {
        Project plan = plan(EffortRule.FIXED_UNITS).toBuilder()
                .add(Resource.builder("Paint", "Paint")
                        .type(ResourceType.MATERIAL)
                        .build())
                .build();

        Project edited = plan.assign("A", "Paint", 12);

        assertThat(edited.work("A")).isEqualTo(hours(80));
        assertThat(daysOf(edited)).isEqualTo(10);
        assertThat(on(edited.withUnits("A", "Paint", 24), "Paint").units()).isEqualTo(24);
        assertThat(edited.withDuration("A", WorkTime.days(5)).work("A")).isEqualTo(hours(40));
        assertThat(edited.unassign("A", "Paint")).isEqualTo(plan);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> edited.withWork("A", "Paint", hours(1)))
                .withMessageContaining("work resource");
    }

    @ParameterizedTest // 5.1.1, 6.4.3
    @EnumSource(EffortRule.class)
    void editsOfAStartedActivityLeaveWhatIsDone(EffortRule rule) {
        Progress progress = new Progress(
                Project.builder("p").build().start(), null, WorkTime.days(4), WorkTime.days(6), 40, 0, null, null);
        Project plan = plan(rule, a -> a.progress(progress));

        Project more = plan.withWork("A", hours(104));

        assertThat(on(more, "Ann").actualWork()).isEqualTo(hours(32));
        assertThat(on(more, "Ann").remainingWork()).isEqualTo(hours(72));
        assertThat(more.activity("A").actualDuration()).isEqualTo(WorkTime.days(4));
        assertThat(daysOf(more)).isEqualTo(rule == EffortRule.FIXED_DURATION ? 10 : 13);
        assertThat(on(more, "Ann").units()).isEqualTo(rule == EffortRule.FIXED_DURATION ? 1.5 : 1);
        assertThat(plan.withDuration("A", WorkTime.days(8)).percentComplete("A"))
                .isEqualTo(50);
    }

    @Test
    void anAssignmentThatWorkedStaysWhenItsResourceLeaves() {
        Progress progress = new Progress(
                Project.builder("p").build().start(), null, WorkTime.days(5), WorkTime.days(5), 50, 0, null, null);
        Project plan = plan(EffortRule.FIXED_WORK, a -> a.progress(progress)).toBuilder()
                .assign("A", "Bob", 1)
                .build();

        Project edited = plan.unassign("A", "Bob");

        assertThat(on(edited, "Bob").actualWork()).isEqualTo(hours(40));
        assertThat(on(edited, "Bob").remainingWork()).isEqualTo(hours(0));
        assertThat(on(edited, "Ann").remainingWork()).isEqualTo(hours(80));
        assertThat(daysOf(edited)).isEqualTo(15);
        assertThat(edited.work("A")).isEqualTo(hours(160));
    }

    @Test // 6.1.6
    void whatCannotBeIsRefusedWithAWayOut() {
        Project plan = plan(EffortRule.FIXED_UNITS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.withDuration("Z", WorkTime.days(1)))
                .withMessageContaining("no activity 'Z'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.withUnits("A", "Bob", 1))
                .withMessageContaining("'Bob' is not assigned to activity 'A'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.assign("A", "Zoe"))
                .withMessageContaining("no resource 'Zoe'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.assign("A", "Ann"))
                .withMessageContaining("already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.withUnits("A", "Ann", 0))
                .withMessageContaining("unassign");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.withDuration("A", WorkTime.days(-1)))
                .withMessageContaining("0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.unassign("A", "Ann").withWork("A", hours(3)))
                .withMessageContaining("assign one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(EffortRule.FIXED_WORK).withDuration("A", WorkTime.ZERO))
                .withMessageContaining("no time");
        assertThat(plan(EffortRule.FIXED_DURATION).withUnits("A", "Ann", 0).work("A"))
                .isEqualTo(hours(0));
    }
}
