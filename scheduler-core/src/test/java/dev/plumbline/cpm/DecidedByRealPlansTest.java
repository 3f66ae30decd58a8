package dev.plumbline.cpm;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.elapsedDays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Activity;
import dev.plumbline.model.ActivityBuilder;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Contour;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.SchedulingMode;
import dev.plumbline.model.TimephasedWork;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Rules that no manual states, decided by plans that Microsoft Project calculated; each test names the plan that shows it. */
class DecidedByRealPlansTest {

    /** Monday. */
    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 8, 0);

    private static LocalDateTime morning(int day) {
        return START.withHour(8).plusDays(day - 2L);
    }

    private static LocalDateTime evening(int day) {
        return START.withHour(17).plusDays(day - 2L);
    }

    private static ProjectBuilder plan() {
        return Project.builder("plan").start(START);
    }

    private static UnaryOperator<ActivityBuilder> manual(LocalDateTime start, LocalDateTime finish) {
        return a -> a.mode(SchedulingMode.MANUAL).manual(new ManualDates(start, finish, null));
    }

    private static Activity row(String id, int level, WorkTime duration, UnaryOperator<ActivityBuilder> more) {
        return more.apply(Activity.builder(id, id, duration).outlineLevel(level))
                .build();
    }

    @Test // 3.1.2, public-ee1142
    void aStartNoEarlierThanBeforeTheProjectStartMovesAnActivityWithoutPredecessorsThere() {
        Schedule schedule = CriticalPath.schedule(
                plan().activity("A", "A", days(1), a -> a.constraint(Constraint.startNoEarlierThan(START.minusDays(7))))
                        .build());

        assertThat(schedule.of("A").start()).isEqualTo(START.minusDays(7));
        assertThat(schedule.start()).isEqualTo(START.minusDays(7));
    }

    @Test // 3.1.4, mpxj_DurationTest8
    void aFinishNoEarlierThanBeforeTheProjectStartIsTheFinishOfAnActivityWithoutPredecessors() {
        Schedule schedule = CriticalPath.schedule(plan().activity(
                        "A",
                        "A",
                        days(2),
                        a -> a.constraint(
                                Constraint.finishNoEarlierThan(evening(2).minusDays(6))))
                .build());

        assertThat(schedule.of("A").start()).isEqualTo(START.minusDays(7));
        assertThat(schedule.of("A").finish()).isEqualTo(evening(3).minusDays(7));
    }

    @Test // 16.3, public-4b907f
    void aRowWithAnEarliestDateOfItsOwnIgnoresTheStartOfItsManualSummary() {
        Schedule schedule = CriticalPath.schedule(plan().add(row("S", 1, days(3), manual(morning(9), evening(11))))
                .add(row("A", 2, days(1), a -> a.constraint(Constraint.startNoEarlierThan(morning(4)))))
                .add(row("B", 2, days(1), a -> a))
                .build());

        assertThat(schedule.of("A").start()).isEqualTo(morning(4));
        assertThat(schedule.of("B").start()).isEqualTo(morning(9));
    }

    @Test // 3.3.1, public-9c4699
    void theFinishOfAManualSummaryCountsInTheFinishOfTheProject() {
        Schedule schedule = CriticalPath.schedule(plan().add(row("S", 1, days(3), manual(morning(2), evening(13))))
                .add(row("A", 2, days(1), a -> a))
                .build());

        assertThat(schedule.finish()).isEqualTo(evening(13));
        assertThat(schedule.of("A").lateFinish()).isEqualTo(evening(13));
    }

    @Test // 16.4, public-5edbb5
    void theLateFinishOfAManualActivityIsTheInstantThatBindsIt() {
        Schedule schedule = CriticalPath.schedule(plan().add(row("M", 1, days(1), manual(morning(2), evening(2))))
                .activity("A", "A", days(1))
                .activity("B", "B", days(2))
                .finishToStart("M", "A")
                .activity("C", "C", days(4))
                .finishToStart("A", "B")
                .build());

        assertThat(schedule.of("M").lateFinish()).isEqualTo(schedule.of("A").lateStart());
        assertThat(schedule.of("A").lateFinish()).isEqualTo(evening(3));
    }

    @Test // 8.1.1, 16.10, public-31c408
    void manualRowsGiveTheLateDatesOfTheirSummaryTheirOwnDates() {
        Schedule schedule = CriticalPath.schedule(plan().add(row("S", 1, days(1), a -> a))
                .add(row("M", 2, days(1), manual(morning(3), evening(3))))
                .activity("Z", "Z", days(9))
                .build());

        assertThat(schedule.of("M").totalFloat()).isEqualTo(days(7));
        assertThat(schedule.of("S").lateStart()).isEqualTo(morning(3));
        assertThat(schedule.of("S").lateFinish()).isEqualTo(evening(3));
        assertThat(schedule.of("S").totalFloat()).isEqualTo(days(0));
        assertThat(schedule.of("S").critical()).isFalse();
    }

    @Test // 16.9, 16.10, public-31c408
    void theFreeFloatOfASummaryIsTheGapToItsOwnSuccessors() {
        Schedule schedule = CriticalPath.schedule(plan().add(row("S", 1, days(1), a -> a))
                .add(row("A", 2, days(1), a -> a))
                .add(row("B", 1, days(1), a -> a))
                .add(row("Z", 1, days(9), a -> a))
                .finishToStart("S", "B")
                .build());

        assertThat(schedule.of("S").freeFloat()).isEqualTo(days(0));
        assertThat(schedule.of("S").totalFloat()).isEqualTo(days(7));
        assertThat(schedule.of("A").freeFloat()).isEqualTo(days(7));
    }

    @Test // 16.10, public-88a470
    void aManualSummaryStartsNoLaterThanItIsTyped() {
        Schedule schedule = CriticalPath.schedule(plan().add(row("S", 1, days(3), manual(morning(5), evening(9))))
                .add(row("A", 2, days(2), a -> a.constraint(Constraint.startNoEarlierThan(morning(2)))))
                .add(row("B", 1, days(3), a -> a.constraint(Constraint.startNoEarlierThan(morning(4)))))
                .finishToStart("A", "B")
                .add(row("Z", 1, days(6), a -> a))
                .build());

        assertThat(schedule.of("A").lateStart()).isEqualTo(morning(3));
        assertThat(schedule.of("S").lateStart()).isEqualTo(morning(5));
    }

    @Test // 3.4.2, public-ebea7c
    void aSuccessorInProgressHoldsBackByTheLateStartOfItsRemainingWork() {
        Schedule schedule = CriticalPath.schedule(plan().activity("A", "A", days(6))
                .activity(
                        "B",
                        "B",
                        days(4),
                        b -> b.progress(new Progress(START, null, days(1), days(3), 25, 0, evening(2), morning(12))))
                .finishToStart("A", "B")
                .build());

        assertThat(schedule.of("B").finish()).isEqualTo(evening(16));
        assertThat(schedule.of("A").lateFinish()).isEqualTo(evening(11));
        assertThat(schedule.of("B").lateStart()).isEqualTo(START);
    }

    @Test // 2.4.4, public-e21996
    void theFirstDayOfAManualActivityCountsAsWorkingEvenIfItIsASaturday() {
        Schedule schedule = CriticalPath.schedule(plan().add(row("M", 1, days(1), manual(morning(7), evening(7))))
                .activity("Z", "Z", days(10))
                .build());

        assertThat(schedule.of("M").totalFloat()).isEqualTo(days(5));
        assertThat(schedule.of("M").lateStart()).isEqualTo(morning(13));
    }

    @Test // 16.8, public-8b6f49
    void theTotalFloatOfASummaryThatBeganIsItsFinishFloat() {
        Schedule schedule = CriticalPath.schedule(plan().add(row("S", 1, days(1), a -> a))
                .add(row(
                        "A",
                        2,
                        days(1),
                        a -> a.progress(new Progress(START, evening(2), null, null, 100, 0, null, null))))
                .add(row("B", 2, days(1), a -> a))
                .add(row("Z", 1, days(5), a -> a))
                .build());

        assertThat(schedule.of("S").lateStart()).isEqualTo(START);
        assertThat(schedule.of("S").totalFloat()).isEqualTo(days(4));
    }

    @Test // 16.2, 16.9, public-e37623
    void theLevellingDelayOfAManualSuccessorIsTakenOutOfGapsAndLateDates() {
        Schedule schedule = CriticalPath.schedule(plan().activity("A", "A", days(1))
                .add(row("M", 1, days(1), manual(morning(5), evening(5))).with(m -> m.levellingDelay(elapsedDays(2))))
                .finishToStart("A", "M")
                .build());

        assertThat(schedule.of("A").lateFinish()).isEqualTo(evening(2));
        assertThat(schedule.of("A").freeFloat()).isEqualTo(days(0));
    }

    @Test // 5.4, 16.11, public-8906ba
    void anActivityIsSplitOnlyWhereNoneOfItsAssignmentsWorks() {
        ProjectBuilder builder = plan().resource("whole", 1).resource("split", 1);
        builder.activity("A", "A", days(4));
        builder.assign("A", "whole", 1);
        builder.add(Assignment.builder("a2", "A", "split")
                .contour(Contour.CONTOURED)
                .work(WorkTime.hours(16))
                .timephased(List.of(block(morning(2), evening(2)), block(morning(5), evening(5))))
                .build());

        assertThat(CriticalPath.schedule(builder.build()).of("A").finish()).isEqualTo(evening(5));
        builder.unassign("A", "whole");
        assertThat(CriticalPath.schedule(
                                builder.replace(row("A", 1, days(2), a -> a)).build())
                        .of("A")
                        .finish())
                .isEqualTo(evening(5));
    }

    private static TimephasedWork block(LocalDateTime from, LocalDateTime to) {
        return new TimephasedWork(TimephasedWork.Kind.REMAINING, from, to, WorkTime.hours(8));
    }

    @Test // 6.1.5, public-23698c
    void theLateFinishOfAnActivityOnAResourceCalendarIsAnEndOfItsShift() {
        WorkCalendar early =
                WorkCalendar.weekdays("early", java.time.LocalTime.of(6, 0), java.time.LocalTime.of(14, 0));
        Project project = plan().calendar(WorkCalendar.standard())
                .addCalendar(early)
                .add(dev.plumbline.model.Resource.builder("E", "E")
                        .calendar("early")
                        .build())
                .activity("A", "A", days(1))
                .assign("A", "E", 1)
                .activity("Z", "Z", days(3))
                .build();

        Schedule schedule = CriticalPath.schedule(project);

        assertThat(schedule.of("A").lateFinish()).isEqualTo(morning(4).withHour(14));
        assertThat(schedule.of("A").lateStart()).isEqualTo(morning(4).withHour(6));
    }
}
