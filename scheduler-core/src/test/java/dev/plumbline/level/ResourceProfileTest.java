package dev.plumbline.level;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Shift;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Availability;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ResourceProfileTest {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 8, 0);

    private static ProjectBuilder plan() {
        return Project.builder("load").start(MONDAY).calendar(WorkCalendar.standard());
    }

    private static List<Overallocation> overallocations(Project project) {
        return ResourceProfile.of(CriticalPath.schedule(project)).stream()
                .flatMap(profile -> profile.overallocations().stream())
                .toList();
    }

    @Test
    void demandEqualToCapacityIsNoOverallocation() {
        Project project = plan().resource("r", 1)
                .activity("1", "a", days(2))
                .activity("2", "b", days(2))
                .activity("3", "c", days(2))
                .assign("1", "r", 0.1)
                .assign("2", "r", 0.2)
                .assign("3", "r", 0.7)
                .build();

        assertThat(overallocations(project)).isEmpty();
        assertThat(ResourceProfile.of(CriticalPath.schedule(project), "r").utilisation())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void oneAssignmentAboveCapacityIsOneSpanAcrossTheWeekend() {
        Project project = plan().resource("r", 1)
                .activity("1", "a", days(7))
                .assign("1", "r", 1.5)
                .build();

        assertThat(overallocations(project))
                .extracting(
                        Overallocation::from,
                        Overallocation::to,
                        o -> o.excess().inHours())
                .containsExactly(tuple(MONDAY, LocalDateTime.of(2026, 3, 10, 17, 0), 28.0));
        assertThat(ResourceProfile.of(CriticalPath.schedule(project), "r").span())
                .contains(new ResourceProfile.Span(MONDAY, LocalDateTime.of(2026, 3, 10, 17, 0)));
    }

    @Test
    void theTableOfAvailabilityCountsAndOutsideItThereIsNothing() {
        Resource growing = Resource.builder("r", "r")
                .maxUnits(9)
                .availability(List.of(
                        new Availability(Availability.EVER, MONDAY.plusDays(1), 1),
                        new Availability(MONDAY.plusDays(1), MONDAY.plusDays(2), 2)))
                .build();
        Project project = plan().add(growing)
                .activity("1", "a", days(3))
                .assign("1", "r", 2)
                .build();

        assertThat(overallocations(project))
                .extracting(Overallocation::from, Overallocation::to, Overallocation::demand, Overallocation::capacity)
                .containsExactly(
                        tuple(MONDAY, MONDAY.plusHours(9), 2.0, 1.0),
                        tuple(MONDAY.plusDays(2), MONDAY.plusDays(2).plusHours(9), 2.0, 0.0));
    }

    @Test
    void workInTheResourcesFreeTimeIsTooMuchWhereItsCalendarIsIgnored() {
        WorkCalendar mornings = WorkCalendar.weekdays("Mornings", LocalTime.of(8, 0), LocalTime.of(12, 0));
        Project project = plan().addCalendar(mornings)
                .add(Resource.builder("r", "r").calendar("Mornings").build())
                .activity("1", "a", days(1), a -> a.ignoresResourceCalendars(true))
                .assign("1", "r", 1)
                .build();

        assertThat(overallocations(project))
                .extracting(Overallocation::from, Overallocation::to, Overallocation::demand, Overallocation::capacity)
                .containsExactly(tuple(MONDAY.plusHours(5), MONDAY.plusHours(9), 1.0, 0.0));
    }

    @Test
    void finishedAndInactiveActivitiesMaterialAndNobodyAreNeverTooMuch() {
        Progress done = new Progress(MONDAY, MONDAY.plusHours(9), null, null, 100, 0, null, null);
        Project project = plan().resource("r", 1)
                .add(Resource.builder("m", "m").type(ResourceType.MATERIAL).build())
                .activity("1", "a", days(1), a -> a.progress(done))
                .activity("2", "b", days(1), a -> a.active(false))
                .activity("3", "c", days(1))
                .assign("1", "r", 5)
                .assign("2", "r", 5)
                .assign("3", "m", 5)
                .add(Assignment.builder("4", "3", null).units(5).build())
                .build();

        assertThat(overallocations(project)).isEmpty();
    }

    /** Against a walk over every half hour. */
    @Property(tries = 300)
    void agreesWithAWalkOverEveryHalfHour(@ForAll long seed) {
        Schedule plan = CriticalPath.schedule(randomPlan(new Random(seed)));

        for (ResourceProfile profile : ResourceProfile.of(plan)) {
            Walk walk = new Walk(plan, profile.resource());
            assertThat(profile.overallocations().stream()
                            .map(o -> "%s %s %s/%s %d"
                                    .formatted(
                                            o.from(),
                                            o.to(),
                                            o.demand(),
                                            o.capacity(),
                                            o.excess().ticks()))
                            .toList())
                    .as("seed %d", seed)
                    .isEqualTo(walk.spans);
            assertThat(profile.peak()).as("seed %d", seed).isEqualTo(walk.peak);
            assertThat(profile.moment()).as("seed %d", seed).isCloseTo(walk.moment, within(1e-6));
        }
    }

    /** One resource, half hour by half hour. */
    private static final class Walk {

        private final List<String> spans = new ArrayList<>();
        private double peak;
        private double moment;
        private LocalDateTime from = MONDAY;
        private LocalDateTime to = MONDAY;
        private boolean open;
        private double demand;
        private double capacity;
        private double missing;

        Walk(Schedule plan, Resource resource) {
            WorkCalendar calendar = plan.project().calendarOf(resource);
            for (LocalDateTime t = plan.start(); t.isBefore(plan.finish()); t = t.plusMinutes(30)) {
                double asked = 0;
                for (Assignment assignment : plan.project().assignments()) {
                    ActivityTimes times = plan.of(assignment.activity());
                    boolean inside = resource.id().equals(assignment.resource())
                            && !t.isBefore(times.start())
                            && t.isBefore(times.finish());
                    if (inside && asks(plan.project(), times.activity(), calendar, t)) {
                        asked += assignment.units();
                    }
                }
                peak = Math.max(peak, asked);
                moment += asked * asked / 2;
                step(t, asked, works(calendar, t) ? resource.maxUnits() : 0, works(calendar, t));
            }
            close();
        }

        private void step(LocalDateTime t, double asked, double there, boolean works) {
            if (asked > there) {
                from = open ? from : t;
                open = true;
                to = t.plusMinutes(30);
                missing += (asked - there) * 300;
                if (asked - there > demand - capacity) {
                    demand = asked;
                    capacity = there;
                }
            } else if (works) {
                close();
            }
        }

        private void close() {
            if (open) {
                spans.add("%s %s %s/%s %d".formatted(from, to, demand, capacity, Math.round(missing)));
            }
            open = false;
            demand = 0;
            capacity = 0;
            missing = 0;
        }
    }

    private static boolean asks(Project project, Activity activity, WorkCalendar resource, LocalDateTime t) {
        if (activity.ignoresResourceCalendars()) {
            return works(project.calendarOf(activity), t);
        }
        return works(resource, t) && (activity.calendar() == null || works(project.calendarOf(activity), t));
    }

    private static boolean works(WorkCalendar calendar, LocalDateTime t) {
        return !calendar.workBetween(t, t.plusMinutes(30)).isZero();
    }

    private static Project randomPlan(Random random) {
        WorkCalendar late = WorkCalendar.builder("Late")
                .workdays(DayHours.of(
                        Shift.of(LocalTime.of(10, 0), LocalTime.of(14, 30)),
                        Shift.of(LocalTime.of(15, 0), LocalTime.MIDNIGHT)))
                .dayOff("free", LocalDate.of(2026, 3, 4))
                .build();
        String[] calendars = {null, "Late", "Always"};
        ProjectBuilder plan = plan().addCalendar(late).addCalendar(WorkCalendar.roundTheClock("Always"));
        for (int r = 0; r < 2; r++) {
            plan.add(Resource.builder("r" + r, "r" + r)
                    .calendar(calendars[random.nextInt(3)])
                    .maxUnits(1 + random.nextInt(3) / 2.0)
                    .build());
        }
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            String calendar = calendars[random.nextInt(3)];
            boolean ignores = random.nextInt(4) == 0;
            LocalDateTime earliest = MONDAY.plusHours(random.nextInt(150));
            plan.activity(
                    "" + i,
                    "a" + i,
                    hours(1 + random.nextInt(30)),
                    a -> a.calendar(calendar)
                            .ignoresResourceCalendars(ignores)
                            .constraint(Constraint.startNoEarlierThan(earliest)));
            plan.assign("" + i, "r" + random.nextInt(2), (1 + random.nextInt(4)) / 2.0);
        }
        return plan.build();
    }
}
