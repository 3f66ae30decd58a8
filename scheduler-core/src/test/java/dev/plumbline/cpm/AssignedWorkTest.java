package dev.plumbline.cpm;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.elapsedDays;
import static dev.plumbline.calendar.WorkTime.elapsedHours;
import static dev.plumbline.calendar.WorkTime.hours;
import static dev.plumbline.cpm.Dates.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.ActivityBuilder;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.AssignmentBuilder;
import dev.plumbline.model.Contour;
import dev.plumbline.model.EffortRule;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceType;
import dev.plumbline.model.TimephasedWork;
import dev.plumbline.model.TimephasedWork.Kind;
import java.time.LocalTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * When assigned work is done: A takes two days of eight hours from Monday, 3 March 2025, 08:00. The day crew works as the project, the
 * late crew from 13:00 to 21:00.
 */
class AssignedWorkTest {

    private static final String START = "Mon 03-03 08:00";

    private static ProjectBuilder plan(UnaryOperator<ActivityBuilder> details, AssignmentBuilder... assignments) {
        ProjectBuilder builder = Project.builder("work")
                .start(Dates.START)
                .calendar(WorkCalendar.standard())
                .addCalendar(WorkCalendar.weekdays("late", LocalTime.of(13, 0), LocalTime.of(21, 0)))
                .addCalendar(WorkCalendar.weekdays("shop", LocalTime.of(8, 0), LocalTime.of(16, 0)))
                .activity("A", "A", days(2), details)
                .resource("day", 4)
                .add(Resource.builder("late", "late").calendar("late").build())
                .add(Resource.builder("nails", "nails")
                        .type(ResourceType.MATERIAL)
                        .build());
        for (AssignmentBuilder assignment : assignments) {
            builder.add(assignment.build());
        }
        return builder;
    }

    private static AssignmentBuilder day() {
        return Assignment.builder("A/day", "A", "day");
    }

    private static AssignmentBuilder late() {
        return Assignment.builder("A/late", "A", "late");
    }

    private static TimephasedWork block(Kind kind, String from, String to, long hours) {
        return new TimephasedWork(kind, at(from), at(to), hours(hours));
    }

    private static TimephasedWork block(String from, String to, long hours) {
        return block(Kind.REMAINING, from, to, hours);
    }

    private static String dates(ProjectBuilder builder) {
        ActivityTimes a = CriticalPath.schedule(builder.build()).of("A");
        return Dates.text(a.start()) + " to " + Dates.text(a.finish());
    }

    private static String finish(ProjectBuilder builder) {
        return dates(builder).replace(START + " to ", "");
    }

    @Test // 16.11
    void anotherCalendarCountsFromTheStartOfTheActivity() {
        assertThat(dates(plan(a -> a, late().delay(hours(4))))).isEqualTo("Mon 03-03 13:00 to Wed 03-05 17:00");
        assertThat(dates(plan(
                        a -> a, day().work(hours(4)), late().delay(hours(4)).work(hours(4)))))
                .as("the second begins when four hours of its own calendar are gone")
                .isEqualTo(START + " to Mon 03-03 21:00");
        assertThat(dates(plan(
                        a -> a, late().work(hours(2)), day().delay(hours(4)).work(hours(4)))))
                .as("of those without a delay the first begins the activity")
                .isEqualTo("Mon 03-03 13:00 to Tue 03-04 12:00");
    }

    @Test // 16.11
    void regularWorkByItsUnitsTellsHowLong() {
        assertThat(finish(plan(a -> a, day(), late().units(2).work(hours(32))))).isEqualTo("Tue 03-04 21:00");
        assertThat(finish(plan(a -> a, day(), late().work(hours(32)).overtimeWork(hours(24)))))
                .as("overtime takes no time, the other two days")
                .isEqualTo("Tue 03-04 17:00");
        assertThat(finish(plan(a -> a, day(), late().work(hours(8)).overtimeWork(hours(8)))))
                .as("nothing but overtime: as long as the activity")
                .isEqualTo("Tue 03-04 21:00");
        assertThat(finish(plan(a -> a, day(), late().work(hours(4)).contour(Contour.BELL))))
                .as("a contour lasts as long as the activity")
                .isEqualTo("Tue 03-04 21:00");
    }

    @Test // 2.1.2, 2.1.3
    void nothingIsLaidOutWhereTheDurationRuns() {
        String own = START + " to Tue 03-04 17:00";
        assertThat(dates(plan(a -> a.effortRule(EffortRule.FIXED_DURATION), late())))
                .isEqualTo(own);
        assertThat(dates(plan(a -> a.ignoresResourceCalendars(true), late()))).isEqualTo(own);
        assertThat(dates(plan(a -> a, late().units(0)))).isEqualTo(own);
        assertThat(dates(plan(
                        a -> a, Assignment.builder("x", "A", "nails").units(5).work(hours(99)))))
                .isEqualTo(own);
        assertThat(dates(plan(a -> a, day().work(hours(80)))))
                .as("on its own calendar the activity lasts as long as it lasts")
                .isEqualTo(own);
        assertThat(dates(plan(a -> a.duration(elapsedDays(2)), late()))).isEqualTo(START + " to Wed 03-05 08:00");
        assertThat(dates(plan(a -> a.duration(days(0)), late()))).isEqualTo(START + " to " + START);
    }

    @Test // 7.6
    void aShiftByLevellingIsElapsed() {
        assertThat(dates(plan(a -> a, day(), late().levellingDelay(elapsedDays(1)))))
                .isEqualTo(START + " to Wed 03-05 21:00");
        assertThat(dates(plan(a -> a, day().levellingDelay(elapsedDays(1)))))
                .as("alone: the activity is told to begin with it")
                .isEqualTo(START + " to Wed 03-05 17:00");
        assertThat(dates(plan(a -> a.ignoresResourceCalendars(true), late().levellingDelay(elapsedHours(24)), day())))
                .as("on the calendar of the activity")
                .isEqualTo(START + " to Wed 03-05 17:00");
    }

    @Test // 2.1.2
    void withACalendarOfItsOwnAnActivityIsDoneWhenBothWork() {
        assertThat(dates(plan(a -> a.calendar("shop"), late().work(hours(6)))))
                .isEqualTo("Mon 03-03 13:00 to Tue 03-04 16:00");
        assertThat(dates(plan(a -> a.calendar("late"), late()))).isEqualTo("Mon 03-03 13:00 to Tue 03-04 21:00");
    }

    @Test // 5.4.1
    void gapsOfWorkByTimeMakeTheActivityLonger() {
        TimephasedWork monday = block("Mon 03-03 08:00", "Mon 03-03 17:00", 8);
        TimephasedWork thursday = block("Thu 03-06 08:00", "Thu 03-06 17:00", 8);
        TimephasedWork gap = block("Mon 03-03 17:00", "Thu 03-06 08:00", 0);

        assertThat(finish(plan(a -> a, day().timephased(List.of(monday, gap, thursday)))))
                .isEqualTo("Thu 03-06 17:00");
        assertThat(finish(
                        plan(a -> a, day().timephased(List.of(monday, thursday)).delay(hours(4)), late())))
                .as("the late crew works on through Tuesday of its own: only two days are left without anyone")
                .isEqualTo("Thu 03-06 12:00");
        assertThat(finish(plan(
                        a -> a,
                        day().timephased(List.of(monday, thursday)),
                        Assignment.builder("more", "A", "day").delay(hours(8)).work(hours(16)))))
                .as("somebody works in the gap")
                .isEqualTo("Tue 03-04 17:00");
        assertThat(finish(plan(
                        a -> a,
                        day().timephased(List.of(monday, thursday)),
                        Assignment.builder("nails", "A", "nails")
                                .delay(hours(8))
                                .work(hours(16)),
                        Assignment.builder("none", "A", "day").units(0).delay(hours(8)))))
                .as("material and those without units don't")
                .isEqualTo("Thu 03-06 17:00");
    }

    @Test
    void aPauseOutsideWorkingTimeIsNone() {
        TimephasedWork friday = block("Fri 03-07 08:00", "Fri 03-07 17:00", 8);
        TimephasedWork monday = block("Mon 03-10 08:00", "Mon 03-10 17:00", 8);

        assertThat(finish(plan(a -> a, day().timephased(List.of(friday, monday)))))
                .isEqualTo("Tue 03-04 17:00");
        assertThat(finish(plan(a -> a, day().contour(Contour.CONTOURED).timephased(List.of(friday, monday)))))
                .isEqualTo("Tue 03-04 17:00");
    }

    @Test
    void workByTimeOverlapsAndComesInAnyOrder() {
        assertThat(finish(plan(
                        a -> a,
                        day().contour(Contour.CONTOURED)
                                .timephased(List.of(
                                        block("Wed 03-05 08:00", "Wed 03-05 17:00", 8),
                                        block("Mon 03-03 08:00", "Mon 03-03 12:00", 4),
                                        block("Mon 03-03 08:00", "Mon 03-03 17:00", 4),
                                        block(Kind.ACTUAL_OVERTIME, "Tue 03-04 08:00", "Tue 03-04 17:00", 8))))))
                .as("Tuesday is a gap, whatever overtime says")
                .isEqualTo("Wed 03-05 17:00");
    }

    private static ProjectBuilder begun(Progress progress, AssignmentBuilder... assignments) {
        return plan(a -> a.progress(progress), assignments);
    }

    /** Half done on Monday, going on some day. */
    private static Progress half(@Nullable String resume) {
        return new Progress(
                Dates.START, null, days(1), days(1), 50, 0, at("Mon 03-03 17:00"), resume == null ? null : at(resume));
    }

    @Test // 3.3.1
    void whatIsLeftGoesOnWhereItIsResumed() {
        assertThat(finish(begun(half(null)))).isEqualTo("Tue 03-04 17:00");
        assertThat(finish(begun(half("Thu 03-06 08:00")))).isEqualTo("Thu 03-06 17:00");
        assertThat(finish(begun(half("Mon 03-03 12:00"))))
                .as("not before it stopped")
                .isEqualTo("Tue 03-04 17:00");
    }

    @Test // 3.3
    void remainingDurationIsToldOrFollowsFromWhatIsDone() {
        assertThat(finish(begun(new Progress(Dates.START, null, null, null, 75, 0, null, null))))
                .isEqualTo("Tue 03-04 17:00");
        assertThat(finish(begun(new Progress(Dates.START, null, days(1), null, 10, 0, null, null))))
                .isEqualTo("Tue 03-04 17:00");
        assertThat(finish(begun(new Progress(Dates.START, null, null, days(1), 10, 0, null, null))))
                .isEqualTo("Tue 03-04 17:00");
        assertThat(finish(begun(new Progress(Dates.START, null, days(3), null, 10, 0, null, null))))
                .as("more is done than was planned")
                .isEqualTo("Wed 03-05 17:00");
        assertThat(finish(begun(new Progress(Dates.START, null, null, days(5), 10, 0, null, null))))
                .as("more is left than was planned")
                .isEqualTo("Fri 03-07 17:00");
        assertThat(finish(plan(a -> a.duration(elapsedDays(2))
                        .progress(new Progress(Dates.START, null, elapsedDays(1), null, 50, 0, null, null)))))
                .isEqualTo("Wed 03-05 08:00");
        assertThat(finish(plan(a -> a.duration(elapsedDays(2))
                        .progress(new Progress(
                                Dates.START, null, elapsedDays(1), null, 50, 0, null, at("Thu 03-06 08:00"))))))
                .isEqualTo("Fri 03-07 08:00");
    }

    @Test // 3.3.4
    void theAssignmentThatEndsLastEndsTheActivity() {
        assertThat(finish(begun(half(null), day().remainingWork(hours(16)), late().remainingWork(hours(0)))))
                .isEqualTo("Wed 03-05 17:00");
        assertThat(finish(begun(half(null), day().remainingWork(hours(8)), late().remainingWork(hours(16)))))
                .as("the late crew goes on that evening")
                .isEqualTo("Wed 03-05 17:00");
        assertThat(finish(begun(half(null), day().units(2).remainingWork(hours(16)))))
                .isEqualTo("Tue 03-04 17:00");
        assertThat(finish(begun(half(null), day().remainingWork(hours(8)).resume(at("Thu 03-06 08:00")))))
                .as("an assignment that goes on later")
                .isEqualTo("Thu 03-06 17:00");
        assertThat(finish(begun(
                        half("Wed 03-05 08:00"), day().remainingWork(hours(8)).resume(at("Tue 03-04 08:00")))))
                .as("but not before the activity")
                .isEqualTo("Wed 03-05 17:00");
    }

    @Test
    void whereNoAssignmentTellsTheRemainingDurationDoes() {
        assertThat(finish(begun(half(null), day()))).isEqualTo("Tue 03-04 17:00");
        assertThat(finish(begun(half(null), day().remainingWork(hours(40)).units(0))))
                .isEqualTo("Tue 03-04 17:00");
        assertThat(finish(
                        begun(half(null), Assignment.builder("x", "A", "nails").remainingWork(hours(40)))))
                .isEqualTo("Tue 03-04 17:00");
        assertThat(finish(begun(
                        half(null),
                        day().work(hours(50)).remainingWork(hours(40)).overtimeWork(hours(8)))))
                .as("how much of the overtime is left is not told")
                .isEqualTo("Tue 03-04 17:00");
        assertThat(finish(plan(
                        a -> a.duration(elapsedDays(2))
                                .progress(new Progress(Dates.START, null, elapsedDays(1), null, 50, 0, null, null)),
                        day().remainingWork(hours(40)))))
                .isEqualTo("Wed 03-05 08:00");
    }

    @Test
    void aRoundedAmountOfWorkIsWhatIsLeftOfTheDuration() {
        WorkTime nearly = WorkTime.ofTicks(4_797);
        WorkTime less = WorkTime.ofTicks(4_790);

        assertThat(finish(begun(half(null), day().remainingWork(nearly)))).isEqualTo("Tue 03-04 17:00");
        assertThat(finish(begun(half(null), day().remainingWork(less)))).isEqualTo("Tue 03-04 16:59");
        assertThat(finish(begun(half(null), day().units(0.1).remainingWork(WorkTime.ofTicks(481)))))
                .as("at a tenth of a unit a tick of work is ten of time")
                .isEqualTo("Tue 03-04 17:00");
    }

    @Test // 5.4.1
    void theLastBlockOfShapedWorkEndsIt() {
        List<TimephasedWork> blocks = List.of(
                block(Kind.ACTUAL, "Mon 03-03 08:00", "Mon 03-03 17:00", 8),
                block("Tue 03-04 08:00", "Tue 03-04 12:00", 4),
                block("Thu 03-06 08:00", "Thu 03-06 12:00", 4),
                block("Fri 03-07 08:00", "Fri 03-07 12:00", 0));

        assertThat(finish(begun(half(null), day().remainingWork(hours(8)).timephased(blocks))))
                .as("interrupted")
                .isEqualTo("Thu 03-06 12:00");
        assertThat(finish(begun(half(null), day().remainingWork(hours(8)).timephased(blocks.subList(0, 2)))))
                .as("even and in one piece: by its amount")
                .isEqualTo("Tue 03-04 17:00");
        assertThat(finish(begun(
                        half(null),
                        day().remainingWork(hours(8)).contour(Contour.CONTOURED).timephased(blocks.subList(0, 2)))))
                .as("shaped")
                .isEqualTo("Tue 03-04 12:00");
    }

    @Test
    void gapsAheadMakeTheRemainingDurationLonger() {
        List<TimephasedWork> blocks = List.of(
                block(Kind.ACTUAL, "Mon 03-03 08:00", "Mon 03-03 17:00", 8),
                block("Thu 03-06 08:00", "Thu 03-06 17:00", 8));

        assertThat(finish(begun(half(null), day().timephased(blocks))))
                .as("Tuesday and Wednesday are a gap; no assignment tells what is left")
                .isEqualTo("Thu 03-06 17:00");
        assertThat(finish(begun(half("Wed 03-05 08:00"), day().timephased(blocks))))
                .as("of which Tuesday is behind")
                .isEqualTo("Thu 03-06 17:00");
        assertThat(finish(begun(half("Fri 03-07 08:00"), day().timephased(blocks))))
                .as("all of it is behind")
                .isEqualTo("Fri 03-07 17:00");
    }
}
