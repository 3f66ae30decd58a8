package dev.plumbline.cpm;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.hours;
import static dev.plumbline.cpm.Dates.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.model.ActivityBuilder;
import dev.plumbline.model.EffortRule;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceType;
import java.time.LocalTime;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Activities that are done when their resources work: A takes a day of eight hours from Monday 3 March 2025, 08:00. */
class ResourceCalendarTest {

    private static WorkCalendar weekdays(String id, int from, int to) {
        return WorkCalendar.weekdays(id, LocalTime.of(from, 0), LocalTime.of(to, 0));
    }

    /** The crew works from 13:00 to 21:00, the clerk office hours; the shop is open from 8:00 to 16:00. */
    private static ProjectBuilder plan(UnaryOperator<ActivityBuilder> details) {
        return Project.builder("calendars")
                .start(Dates.START)
                .calendar(WorkCalendar.standard())
                .addCalendar(weekdays("late", 13, 21))
                .addCalendar(weekdays("shop", 8, 16))
                .addCalendar(weekdays("dawn", 4, 6))
                .add(Resource.work("crew", "crew", 4).with(r -> r.calendar("late")))
                .resource("clerk", 1)
                .add(Resource.builder("nails", "nails")
                        .type(ResourceType.MATERIAL)
                        .calendar("late")
                        .build())
                .activity("A", "A", days(1), details);
    }

    private static void assertDates(ProjectBuilder builder, String start, String finish) {
        ActivityTimes a = CriticalPath.schedule(builder.build()).of("A");

        assertThat(a.start()).isEqualTo(at(start));
        assertThat(a.finish()).isEqualTo(at(finish));
    }

    @Test // 2.1.2
    void withoutACalendarOfItsOwnAnActivityIsDoneWhenItsResourceWorks() {
        assertDates(plan(a -> a).assign("A", "crew", 1), "Mon 03-03 13:00", "Mon 03-03 21:00");
        assertDates(plan(a -> a).assign("A", "clerk", 1), "Mon 03-03 08:00", "Mon 03-03 17:00");
    }

    @Test // 2.1.2
    void withACalendarOfItsOwnAnActivityIsDoneWhenBothWork() {
        assertDates(plan(a -> a.calendar("shop")).assign("A", "crew", 1), "Mon 03-03 13:00", "Wed 03-05 15:00");
    }

    @Test // 2.1.2
    void resourceCalendarsCanBeIgnored() {
        assertDates(
                plan(a -> a.calendar("shop").ignoresResourceCalendars(true)).assign("A", "crew", 1),
                "Mon 03-03 08:00",
                "Mon 03-03 16:00");
    }

    @Test // 2.1.3
    void aFixedDurationRunsOnTheCalendarOfTheActivity() {
        assertDates(
                plan(a -> a.effortRule(EffortRule.FIXED_DURATION)).assign("A", "crew", 1),
                "Mon 03-03 08:00",
                "Mon 03-03 17:00");
    }

    @Test // 16.11
    void theFirstResourceStartsAndTheLastFinishes() {
        assertDates(plan(a -> a).assign("A", "crew", 1).assign("A", "clerk", 1), "Mon 03-03 08:00", "Mon 03-03 21:00");
    }

    @Test
    void materialAndResourcesWithoutUnitsMoveNothing() {
        assertDates(plan(a -> a).assign("A", "nails", 20), "Mon 03-03 08:00", "Mon 03-03 17:00");
        assertDates(plan(a -> a).assign("A", "crew", 0), "Mon 03-03 08:00", "Mon 03-03 17:00");
    }

    @Test // 16.11
    void workOnAnotherCalendarTakesItsAmountByItsUnits() {
        Project project = plan(a -> a).assign("A", "crew", 2).build().withWork("A", "crew", hours(32));

        ActivityTimes a = CriticalPath.schedule(project).of("A");

        assertThat(a.start()).isEqualTo(at("Mon 03-03 13:00"));
        assertThat(a.finish()).isEqualTo(at("Tue 03-04 21:00"));
    }

    @Test
    void aResourceThatNeverWorksWhenTheActivityMayBeDoneIsNamed() {
        ProjectBuilder builder = plan(a -> a.calendar("dawn")).assign("A", "crew", 1);

        PlumblineException refused =
                catchThrowableOfType(PlumblineException.class, () -> CriticalPath.schedule(builder.build()));

        assertThat(refused.problems()).extracting(Problem::code).containsExactly("CAL_NO_COMMON_TIME");
        assertThat(refused.getMessage()).contains("activity A").contains("its resource 'crew'");
    }
}
