package dev.plumbline.progress;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.EffortRule;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Resource;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a status update makes of a plan that starts on Monday, 3 March 2025, 08:00, on the standard calendar. */
class StatusUpdateTest {

    private static ProjectBuilder plan() {
        return Project.builder("plan")
                .start(march("03 08:00"))
                .activity("A", "Dig", days(4))
                .activity("B", "Lay", days(5))
                .milestone("M", "Done")
                .finishToStart("A", "B")
                .finishToStart("B", "M")
                .resource("Ann", 1)
                .resource("Bob", 1)
                .assign("A", "Ann", 1)
                .assign("B", "Bob", 0.5);
    }

    private static LocalDateTime march(String dayAndTime) {
        return LocalDateTime.parse("2025-03-" + dayAndTime.replace(' ', 'T'));
    }

    private static Project update(ProjectBuilder plan, UnaryOperator<StatusUpdate> report) {
        return report.apply(StatusUpdate.of(CriticalPath.schedule(plan.build())))
                .project();
    }

    private static ActivityTimes times(Project project, String id) {
        return CriticalPath.schedule(project).of(id);
    }

    @Test // 5.1.3
    void theFirstProgressMakesTheScheduledStartTheActualOne() {
        Project updated = update(plan(), s -> s.progressed("B", 40));

        Activity b = updated.activity("B");
        assertThat(b.progress().actualStart()).isEqualTo(march("07 08:00"));
        assertThat(b.progress().actualFinish()).isNull();
        assertThat(b.actualDuration()).isEqualTo(days(2));
        assertThat(b.remainingDuration()).isEqualTo(days(3));
        assertThat(b.progress().percentComplete()).isEqualTo(40);
        assertThat(b.progress().stop()).isEqualTo(march("10 17:00"));
        assertThat(b.progress().resume()).isEqualTo(march("11 08:00"));
        assertThat(times(updated, "B").finish()).isEqualTo(march("13 17:00"));
    }

    @Test // 5.1.5
    void theWorkOfTheAssignmentsFollows() {
        Project updated = update(plan(), s -> s.progressed("B", 40));

        Assignment bob = updated.assignmentsOf("B").get(0);
        assertThat(bob.work()).isEqualTo(hours(20));
        assertThat(bob.actualWork()).isEqualTo(hours(8));
        assertThat(bob.remainingWork()).isEqualTo(hours(12));
        assertThat(bob.actualStart()).isEqualTo(march("07 08:00"));
        assertThat(updated.percentWorkComplete("B")).isEqualTo(40);
        assertThat(update(plan(), s -> s.durationsOnly().progressed("B", 40)).assignments())
                .isEqualTo(plan().build().assignments());
    }

    @Test // 5.1.3
    void allDoneFinishesAsScheduledAndNothingDoneTakesItBack() {
        Project all = update(plan(), s -> s.progressed("A", 100));

        Progress progress = all.activity("A").progress();
        assertThat(progress.actualStart()).isEqualTo(march("03 08:00"));
        assertThat(progress.actualFinish()).isEqualTo(march("06 17:00"));
        assertThat(progress.remainingDuration()).isEqualTo(days(0));
        assertThat(all.assignmentsOf("A").get(0).actualWork()).isEqualTo(hours(32));
        assertThat(all.assignmentsOf("A").get(0).actualFinish()).isEqualTo(march("06 17:00"));
        assertThat(update(all.toBuilder(), s -> s.progressed("A", 0)).activity("A"))
                .isEqualTo(plan().build().activity("A"));
    }

    @ParameterizedTest(name = "finished {0}: {1} days, {2} hours") // 5.1.4
    @CsvSource({"05 17:00, 3, 24", "06 12:00, 3.5, 28", "10 17:00, 6, 48", "08 10:00, 5, 40"})
    void aFinishOnAnotherDateIsAnotherDurationAndOtherWork(String date, double duration, double work) {
        Project updated = update(plan(), s -> s.finished("A", march(date)));

        Activity a = updated.activity("A");
        assertThat(a.progress().actualFinish()).isEqualTo(march(date));
        assertThat(a.duration().inHours()).isEqualTo(duration * 8);
        assertThat(a.actualDuration()).isEqualTo(a.duration());
        assertThat(a.progress().percentComplete()).isEqualTo(100);
        assertThat(updated.work("A").inHours()).isEqualTo(work);
        assertThat(updated.percentWorkComplete("A")).isEqualTo(100);
        assertThat(times(updated, "A").finish()).isEqualTo(march(date));
    }

    @Test // 6.1.2
    void fixedWorkStaysWhenItTookLonger() {
        ProjectBuilder plan = plan();
        plan.replace(plan.build().activity("A").with(a -> a.effortRule(EffortRule.FIXED_WORK)));

        Project updated = update(plan, s -> s.finished("A", march("10 17:00")));

        assertThat(updated.work("A")).isEqualTo(hours(32));
        assertThat(updated.activity("A").duration()).isEqualTo(days(6));
    }

    @Test
    void aFinishBeforeTheScheduledStartMakesItStartJustInTime() {
        Project updated = update(plan(), s -> s.finished("B", march("06 17:00")));

        assertThat(updated.activity("B").progress().actualStart())
                .isEqualTo(march("28 08:00").minusMonths(1));
        assertThat(updated.activity("B").duration()).isEqualTo(days(5));
    }

    @Test // 5.1.4
    void anotherActualStartMovesTheWholeBar() {
        Project updated = update(plan(), s -> s.progressed("A", 50).started("A", march("04 08:00")));

        Progress progress = updated.activity("A").progress();
        assertThat(progress.actualStart()).isEqualTo(march("04 08:00"));
        assertThat(progress.stop()).isEqualTo(march("05 17:00"));
        assertThat(times(updated, "A").finish()).isEqualTo(march("07 17:00"));
        assertThat(update(plan(), s -> s.started("A", march("04 08:00")).progressed("A", 50)))
                .isEqualTo(updated);
    }

    @Test // 5.1.4
    void moreRemainingDurationIsALongerDuration() {
        Project updated = update(plan(), s -> s.progressed("A", 50).remaining("A", days(6)));

        Activity a = updated.activity("A");
        assertThat(a.duration()).isEqualTo(days(8));
        assertThat(a.actualDuration()).isEqualTo(days(2));
        assertThat(a.progress().percentComplete()).isEqualTo(25);
        assertThat(updated.work("A")).isEqualTo(hours(64));
        assertThat(updated.assignmentsOf("A").get(0).actualWork()).isEqualTo(hours(16));
        assertThat(times(updated, "A").finish()).isEqualTo(march("12 17:00"));
    }

    @Test // 5.1.4
    void nothingRemainingFinishesWhereWorkStopped() {
        Project updated = update(plan(), s -> s.progressed("A", 50).remaining("A", days(0)));

        assertThat(updated.activity("A").progress().actualFinish()).isEqualTo(march("04 17:00"));
        assertThat(updated.activity("A").duration()).isEqualTo(days(2));
        assertThat(updated.work("A")).isEqualTo(hours(16));
    }

    @Test // 5.1.4
    void moreActualThanPlannedDurationExtendsAndFinishes() {
        Project part = update(plan(), s -> s.worked("A", days(1)));
        Project longer = update(plan(), s -> s.worked("A", days(6)));

        assertThat(part.percentComplete("A")).isEqualTo(25);
        assertThat(longer.activity("A").duration()).isEqualTo(days(6));
        assertThat(longer.activity("A").progress().actualFinish()).isEqualTo(march("10 17:00"));
        assertThat(longer.work("A")).isEqualTo(hours(48));
    }

    @Test // 5.1.6
    void aMilestoneIsDoneOrNot() {
        assertThat(update(plan(), s -> s.progressed("M", 100))
                        .activity("M")
                        .progress()
                        .actualFinish())
                .isEqualTo(march("13 17:00"));
        assertThat(update(plan(), s -> s.finished("M", march("20 09:30")))
                        .activity("M")
                        .progress())
                .extracting(Progress::actualStart, Progress::actualFinish, Progress::percentComplete)
                .containsExactly(march("20 09:30"), march("20 09:30"), 100.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> update(plan(), s -> s.progressed("M", 50)))
                .withMessageContaining("milestone");
    }

    @Test // 5.1.7
    void theProgressOfASummaryIsWeightedByDuration() {
        ProjectBuilder plan = Project.builder("plan")
                .summary(
                        "S",
                        "Works",
                        below -> below.activity("A", "A", days(6))
                                .activity("B", "B", days(2))
                                .milestone("M", "M")
                                .activity("X", "X", days(50), x -> x.active(false)))
                .resource("Ann", 1)
                .assign("B", "Ann", 3);

        Project updated = update(plan, s -> s.progressed("A", 50).progressed("M", 100));

        assertThat(updated.percentComplete("S")).isEqualTo(37.5);
        assertThat(updated.percentWorkComplete("S")).isEqualTo(0);
        assertThat(update(plan, s -> s.progressed("B", 50)).percentWorkComplete("S"))
                .isEqualTo(50);
        assertThat(update(plan, s -> s.finished("S")).percentComplete("S")).isEqualTo(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> update(plan, s -> s.progressed("S", 50)))
                .withMessageContaining("summary");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> update(plan, s -> s.progressed("X", 50)))
                .withMessageContaining("inactive");
    }

    @Test // 5.2.4
    void whatIsLeftIsRescheduledAfterADate() {
        Project updated = update(
                plan().activity(
                                "C",
                                "C",
                                days(2),
                                c -> c.constraint(Constraint.finishNoEarlierThan(march("05 17:00")))),
                s -> s.progressed("A", 25).rescheduleRemainingFrom(march("10 08:00")));

        assertThat(updated.activity("A").progress().stop()).isEqualTo(march("03 17:00"));
        assertThat(updated.activity("A").progress().resume()).isEqualTo(march("10 08:00"));
        assertThat(times(updated, "A").finish()).isEqualTo(march("12 17:00"));
        assertThat(updated.activity("B").constraint()).isEqualTo(Constraint.startNoEarlierThan(march("10 08:00")));
        assertThat(updated.activity("M").constraint()).isEqualTo(Constraint.NONE);
        assertThat(updated.activity("C").constraint()).isEqualTo(Constraint.finishNoEarlierThan(march("05 17:00")));
    }

    @Test // 5.2.4
    void workInProgressStaysTogetherWhereTheProjectDoesNotSplitIt() {
        ProjectBuilder plan = plan();
        plan.settings(plan.build().settings().withSplitsInProgress(false));

        Project updated = update(plan, s -> s.progressed("A", 25).rescheduleRemainingFrom(march("10 08:00"), "A"));

        assertThat(updated.activity("A").progress().resume()).isEqualTo(march("04 08:00"));
        assertThat(updated.activity("B").constraint()).isEqualTo(Constraint.NONE);
    }

    @ParameterizedTest(name = "{0}: A {1} %, B {2} %") // 5.2.5
    @CsvSource({"SHARE_BEFORE_DATE, 100, 30", "ALL_OR_NOTHING, 100, 0"})
    void theProjectIsUpdatedUpToADate(UpdateMode mode, double a, double b) {
        Project updated = update(plan(), s -> s.updateProject(march("10 12:00"), mode));

        assertThat(updated.percentComplete("A")).isEqualTo(a);
        assertThat(updated.percentComplete("B")).isEqualTo(b);
        assertThat(updated.activity("M").progress()).isEqualTo(Progress.NONE);
        assertThat(updated.dataDate()).contains(march("10 12:00"));
        assertThat(CriticalPath.schedule(updated).finish())
                .isEqualTo(CriticalPath.schedule(plan().build()).finish());
    }

    @Test // 5.2.5
    void anUpdateTakesNothingBack() {
        Project updated = update(
                plan(), s -> s.progressed("B", 80).updateProject(march("10 12:00"), UpdateMode.SHARE_BEFORE_DATE));

        assertThat(updated.percentComplete("B")).isEqualTo(80);
    }

    @Test // 2.1.4, 6.1.5
    void anActivityOfResourcesOnTheirOwnCalendarsTakesTheTimeFromStartToFinish() {
        WorkCalendar noTuesday = WorkCalendar.standard()
                .derive("no Tuesday")
                .day(DayOfWeek.TUESDAY, DayHours.OFF)
                .build();
        ProjectBuilder plan = Project.builder("plan")
                .start(march("03 08:00"))
                .calendar(WorkCalendar.standard())
                .addCalendar(noTuesday)
                .activity("A", "A", days(2))
                .resource("R1", 1)
                .add(Resource.builder("R2", "R2").calendar("no Tuesday").build())
                .assign("A", "R1", 1)
                .assign("A", "R2", 1);

        Project updated = update(plan, s -> s.updateProject(march("04 17:00"), UpdateMode.SHARE_BEFORE_DATE));

        Activity a = updated.activity("A");
        assertThat(a.duration()).isEqualTo(days(3));
        assertThat(a.actualDuration()).isEqualTo(days(2));
        assertThat(times(updated, "A").finish()).isEqualTo(march("05 17:00"));
    }

    @Test
    void datesComeFromTheScheduleSoTheOrderOfActivitiesDoesNotMatter() {
        Project one = update(plan(), s -> s.finished("A", march("10 17:00")).progressed("B", 20));
        Project other = update(plan(), s -> s.progressed("B", 20).finished("A", march("10 17:00")));

        assertThat(one).isEqualTo(other);
        assertThat(one.activity("B").progress().actualStart()).isEqualTo(march("07 08:00"));
    }

    @Test
    void theScheduleAndItsProjectStayAsTheyWere() {
        Schedule schedule = CriticalPath.schedule(plan().build());

        Project updated = StatusUpdate.of(schedule)
                .finished("A")
                .physicallyComplete("B", 30)
                .project();

        assertThat(schedule.project()).isEqualTo(plan().build()).isNotEqualTo(updated);
        assertThat(updated.activity("B").progress().physicalPercentComplete()).isEqualTo(30);
        assertThat(times(updated, "B").start()).isEqualTo(march("07 08:00"));
    }

    @Test
    void whatCannotBeIsRefusedWithAWayOut() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> update(plan(), s -> s.started("Z", march("03 08:00"))))
                .withMessageContaining("no activity 'Z'");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        update(plan(), s -> s.started("A", march("05 08:00")).finished("A", march("04 17:00"))))
                .withMessageContaining("correct its start");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> update(plan(), s -> s.progressed("A", 120)))
                .withMessageContaining("0 to 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> update(plan(), s -> s.remaining("A", WorkTime.days(-1))))
                .withMessageContaining("0 or more");
    }
}
