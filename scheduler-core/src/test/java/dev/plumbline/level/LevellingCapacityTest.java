package dev.plumbline.level;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.elapsedDays;
import static dev.plumbline.calendar.WorkTime.hours;
import static dev.plumbline.level.LevellingPlans.MONDAY;
import static dev.plumbline.level.LevellingPlans.at;
import static dev.plumbline.level.LevellingPlans.level;
import static dev.plumbline.level.LevellingPlans.plan;
import static dev.plumbline.level.LevellingPlans.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Shift;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Availability;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Contour;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Resource;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Capacities, calendars and contours: when a resource can take more. */
class LevellingCapacityTest {

    @Test
    void partOfACrewIsSharedUpToItsCapacity() {
        Project project = Project.builder("plan")
                .start(MONDAY)
                .resource("crew", 4)
                .activity("A", "A", days(2))
                .activity("B", "B", days(2))
                .activity("C", "C", days(1))
                .assign("A", "crew", 2)
                .assign("B", "crew", 3)
                .assign("C", "crew", 2)
                .build();

        Levelled levelled = level(project);

        assertThat(start(levelled, "B")).isEqualTo(at(5, 8));
        assertThat(start(levelled, "C")).isEqualTo(MONDAY);
        assertThat(levelled.profile("crew").peak()).isEqualTo(4);
    }

    @Test
    void allResourcesOfAnActivityMustBeFreeTogether() {
        Project project = plan().resource("crane", 1)
                .activity("A", "A", days(2))
                .activity("B", "B", days(3))
                .activity("C", "C", days(1))
                .assign("A", "crew", 1)
                .assign("B", "crane", 1)
                .assign("C", "crew", 1)
                .assign("C", "crane", 1)
                .build();

        Levelled levelled = level(project);

        assertThat(start(levelled, "C")).isEqualTo(at(6, 8));
        assertThat(levelled.why("C").resource()).isEqualTo("crane");
    }

    @Test
    void oneActivityMayUseAResourceTwice() {
        Project project = Project.builder("plan")
                .start(MONDAY)
                .resource("crew", 2)
                .activity("A", "A", days(1))
                .activity("B", "B", days(1))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .add(Assignment.builder("second", "B", "crew").units(1).build())
                .build();

        assertThat(start(level(project), "B")).isEqualTo(at(4, 8));
    }

    @Test
    void weekendsAreCountedInTheDelay() {
        // 7.6.1: from Friday to Monday are three elapsed days
        Project project = plan().activity("A", "A", days(5))
                .activity("B", "B", days(1), b -> b.constraint(Constraint.startNoEarlierThan(at(7, 8))))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();

        Levelled levelled = level(project);

        assertThat(start(levelled, "B")).isEqualTo(at(10, 8));
        assertThat(levelled.delay("B")).isEqualTo(elapsedDays(3));
    }

    @Test
    void oneDayActivitiesFollowOneAnotherOverTheWeekend() { // 7.7 L6
        ProjectBuilder builder = Project.builder("plan")
                .start(LocalDateTime.of(2010, 3, 31, 8, 0))
                .resource("crew", 1);
        for (int i = 1; i <= 6; i++) {
            builder.activity("T" + i, "T" + i, days(1)).assign("T" + i, "crew", 1);
        }

        Levelled levelled = level(builder.build());

        assertThat(levelled.project().activities().stream()
                        .map(a -> a.levellingDelay().ticks() / 14_400))
                .containsExactly(0L, 1L, 2L, 5L, 6L, 7L);
    }

    @Test
    void dayAndNightShiftsOfOneMachineDoNotMeet() {
        WorkCalendar night = WorkCalendar.builder("night")
                .workdays(DayHours.of(Shift.of(LocalTime.of(18, 0), LocalTime.of(23, 0))))
                .build();
        Project project = Project.builder("plan")
                .start(MONDAY)
                .calendar(WorkCalendar.standard())
                .addCalendar(night)
                .addCalendar(WorkCalendar.roundTheClock("always"))
                .add(Resource.builder("press", "press").calendar("always").build())
                .activity("day", "day", days(2), a -> a.calendar("Standard"))
                .activity("night", "night", hours(10), a -> a.calendar("night"))
                .activity("late", "late", hours(5), a -> a.calendar("night"))
                .assign("day", "press", 1)
                .assign("night", "press", 1)
                .assign("late", "press", 1)
                .build();

        Levelled levelled = level(project);

        assertThat(start(levelled, "night")).isEqualTo(at(3, 18));
        assertThat(start(levelled, "late")).isEqualTo(at(5, 18));
        assertThat(levelled.profile("press").peak()).isEqualTo(1);
    }

    @Test
    void aShortActivityUsesTheHoursThatAnotherCalendarLeaves() {
        WorkCalendar mornings = WorkCalendar.builder("mornings")
                .workdays(DayHours.of(Shift.of(LocalTime.of(8, 0), LocalTime.of(12, 0))))
                .build();
        Project project = Project.builder("plan")
                .start(MONDAY)
                .calendar(WorkCalendar.standard())
                .addCalendar(mornings)
                .resource("crew", 1)
                .activity("A", "A", hours(12), a -> a.calendar("mornings"))
                .activity("B", "B", hours(3))
                .activity("C", "C", hours(8))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .assign("C", "crew", 1)
                .build();

        Levelled levelled = level(project);

        assertThat(start(levelled, "B")).isEqualTo(at(3, 13));
        assertThat(start(levelled, "C")).isEqualTo(at(5, 13));
        assertThat(levelled.overallocations()).isEmpty();
    }

    @Test
    void capacityFollowsTheTableOfAvailability() {
        Project project = Project.builder("plan")
                .start(MONDAY)
                .add(Resource.builder("crew", "crew")
                        .availability(List.of(
                                new Availability(Availability.EVER, at(5, 0), 1),
                                new Availability(at(5, 0), Availability.FOR_EVER, 2)))
                        .build())
                .activity("A", "A", days(4))
                .activity("B", "B", days(1))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();

        Levelled levelled = level(project);

        assertThat(start(levelled, "B")).isEqualTo(at(5, 8));
        assertThat(levelled.profile("crew").capacityAt(at(4, 9))).isEqualTo(1);
        assertThat(levelled.profile("crew").capacityAt(at(5, 9))).isEqualTo(2);
        assertThat(levelled.profile("crew").capacityAt(at(5, 19))).isZero();
    }

    @Test
    void contoursLeaveRoomWhereTheyAskForLess() {
        // 6.3: back loaded, the first five tenths of ten days ask for at most half
        Project project = plan().activity("A", "A", days(10))
                .activity("B", "B", days(4))
                .add(Assignment.builder("a", "A", "crew")
                        .units(1)
                        .contour(Contour.BACK_LOADED)
                        .build())
                .assign("B", "crew", 0.5)
                .build();

        Levelled levelled = level(project);

        assertThat(start(levelled, "B")).isEqualTo(MONDAY);
        assertThat(levelled.profile("crew").demandAt(at(3, 9))).isEqualTo(0.6);
        assertThat(start(level(project.with("B", b -> b.duration(days(6)))), "B"))
                .isEqualTo(at(17, 8));
    }
}
