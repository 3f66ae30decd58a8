package dev.plumbline.io.report;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Shift;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
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

class ResourceLoadTest {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 8, 0);

    @Test
    void twoActivitiesThatAskForMoreThanThereIsOverloadTheirOverlap() {
        List<Overload> overloads = ResourceLoad.overloads(CriticalPath.schedule(SamplePlans.pumpStation()));

        assertThat(overloads)
                .extracting(Overload::from, Overload::to, Overload::demand, Overload::capacity)
                .containsExactly(tuple(
                        LocalDateTime.of(2026, 3, 11, 8, 0), LocalDateTime.of(2026, 3, 18, 17, 0), 50_000L, 40_000L));
        assertThat(overloads.get(0).missing().inHours()).isEqualTo(48);
        assertThat(overloads.get(0).activities()).containsExactly("B", "C");
    }

    @Test
    void demandEqualToCapacityIsNoOverload() {
        Project project = plan().resource("r", 1)
                .activity("1", "a", days(2))
                .activity("2", "b", days(2))
                .activity("3", "c", days(2))
                .assign("1", "r", 0.1)
                .assign("2", "r", 0.2)
                .assign("3", "r", 0.7)
                .build();

        assertThat(ResourceLoad.overloads(CriticalPath.schedule(project))).isEmpty();
    }

    @Test
    void oneAssignmentAboveCapacityOverloadsItsWholeSpanAcrossTheWeekend() {
        Project project = plan().resource("r", 1)
                .activity("1", "a", days(7))
                .assign("1", "r", 1.5)
                .build();

        assertThat(ResourceLoad.overloads(CriticalPath.schedule(project)))
                .extracting(Overload::from, Overload::to, o -> o.missing().inHours())
                .containsExactly(tuple(MONDAY, LocalDateTime.of(2026, 3, 10, 17, 0), 28.0));
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

        assertThat(ResourceLoad.overloads(CriticalPath.schedule(project)))
                .extracting(Overload::from, Overload::to, Overload::demand, Overload::capacity)
                .containsExactly(
                        tuple(MONDAY, MONDAY.plusHours(9), 20_000L, 10_000L),
                        tuple(MONDAY.plusDays(2), MONDAY.plusDays(2).plusHours(9), 20_000L, 0L));
    }

    @Test
    void workInTheResourcesFreeTimeOverloadsItWhereItsCalendarIsIgnored() {
        WorkCalendar mornings = WorkCalendar.weekdays("Mornings", LocalTime.of(8, 0), LocalTime.of(12, 0));
        Project project = plan().addCalendar(mornings)
                .add(Resource.builder("r", "r").calendar("Mornings").build())
                .activity("1", "a", days(1), a -> a.ignoresResourceCalendars(true))
                .assign("1", "r", 1)
                .build();

        assertThat(ResourceLoad.overloads(CriticalPath.schedule(project)))
                .extracting(Overload::from, Overload::to, Overload::demand, Overload::capacity)
                .containsExactly(tuple(MONDAY.plusHours(5), MONDAY.plusHours(9), 10_000L, 0L));
    }

    @Test
    void finishedAndInactiveActivitiesMaterialAndProposedNothingAskForNothing() {
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

        assertThat(ResourceLoad.overloads(CriticalPath.schedule(project))).isEmpty();
    }

    /** Against a walk over every half hour. */
    @Property(tries = 300)
    void agreesWithAWalkOverEveryHalfHour(@ForAll long seed) {
        Schedule plan = CriticalPath.schedule(randomPlan(new Random(seed)));

        List<Overload> found = ResourceLoad.overloads(plan);

        List<String> expected = new ArrayList<>();
        for (Resource resource : plan.project().resources()) {
            walk(plan, resource, expected);
        }
        assertThat(found.stream()
                        .map(o -> o.resource().id() + " " + o.from() + " " + o.to() + " " + o.demand() + "/"
                                + o.capacity() + " " + o.missing().ticks())
                        .toList())
                .as("seed %d", seed)
                .isEqualTo(expected);
    }

    private static void walk(Schedule plan, Resource resource, List<String> spans) {
        Project project = plan.project();
        WorkCalendar calendar = project.calendarOf(resource);
        LocalDateTime from = null;
        LocalDateTime to = plan.start();
        long demand = 0;
        long capacity = 0;
        long missing = 0;
        for (LocalDateTime t = plan.start(); t.isBefore(plan.finish()); t = t.plusMinutes(30)) {
            long asked = 0;
            for (Assignment assignment : project.assignments()) {
                ActivityTimes times = plan.of(assignment.activity());
                boolean inside = resource.id().equals(assignment.resource())
                        && !t.isBefore(times.start())
                        && t.isBefore(times.finish());
                if (inside && asks(project, times.activity(), calendar, t)) {
                    asked += Math.round(assignment.units() * 10_000);
                }
            }
            long there = works(calendar, t) ? Math.round(resource.maxUnits() * 10_000) : 0;
            if (asked > there) {
                if (from == null) {
                    from = t;
                }
                to = t.plusMinutes(30);
                missing += (asked - there) * 300;
                if (asked - there > demand - capacity) {
                    demand = asked;
                    capacity = there;
                }
            } else if (from != null && works(calendar, t)) {
                spans.add(span(resource, from, to, demand, capacity, missing));
                from = null;
                demand = 0;
                capacity = 0;
                missing = 0;
            }
        }
        if (from != null) {
            spans.add(span(resource, from, to, demand, capacity, missing));
        }
    }

    private static String span(
            Resource resource, LocalDateTime from, LocalDateTime to, long demand, long capacity, long missing) {
        return resource.id() + " " + from + " " + to + " " + demand + "/" + capacity + " "
                + Math.round(missing / 10_000.0);
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
            WorkTime duration = random.nextInt(5) == 0
                    ? WorkTime.elapsedHours(1 + random.nextInt(40))
                    : hours(1 + random.nextInt(30));
            plan.activity(
                    "" + i,
                    "a" + i,
                    duration,
                    a -> a.calendar(calendar)
                            .ignoresResourceCalendars(ignores)
                            .constraint(Constraint.startNoEarlierThan(earliest)));
            plan.assign("" + i, "r" + random.nextInt(2), (1 + random.nextInt(4)) / 2.0);
        }
        return plan.build();
    }

    private static ProjectBuilder plan() {
        return Project.builder("load").start(MONDAY).calendar(WorkCalendar.standard());
    }
}
