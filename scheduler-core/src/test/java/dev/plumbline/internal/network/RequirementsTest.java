package dev.plumbline.internal.network;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.elapsedDays;
import static dev.plumbline.calendar.WorkTime.hours;
import static dev.plumbline.calendar.WorkTime.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.ActivityBuilder;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.AssignmentBuilder;
import dev.plumbline.model.Availability;
import dev.plumbline.model.Contour;
import dev.plumbline.model.EffortRule;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceType;
import dev.plumbline.model.SchedulingMode;
import dev.plumbline.model.TimephasedWork;
import dev.plumbline.model.TimephasedWork.Kind;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What activities ask of resources: A takes four days of eight hours from Monday, 3 March 2025, 08:00. Pieces that move are told in
 * working hours from the start, those at given dates by day and time.
 */
class RequirementsTest {

    private static final LocalDateTime MONDAY = march("03 08:00");
    private static final double HOUR = 60.0 * WorkTime.TICKS_PER_MINUTE;

    private ResourcePool pool = new ResourcePool();
    private Network g = NetworkCompiler.compile(plan(a -> a).build());

    private static LocalDateTime march(String dayAndTime) {
        return LocalDateTime.parse("2025-03-" + dayAndTime.replace(' ', 'T'));
    }

    private static TimephasedWork block(Kind kind, String from, String to, long hours) {
        return new TimephasedWork(kind, march(from), march(to), hours(hours));
    }

    private static TimephasedWork block(String from, String to, long hours) {
        return block(Kind.REMAINING, from, to, hours);
    }

    private static ProjectBuilder plan(UnaryOperator<ActivityBuilder> details) {
        return Project.builder("plan")
                .start(MONDAY)
                .calendar(WorkCalendar.standard())
                .addCalendar(WorkCalendar.weekdays("late", LocalTime.of(13, 0), LocalTime.of(21, 0)))
                .addCalendar(WorkCalendar.weekdays("shop", LocalTime.of(8, 0), LocalTime.of(16, 0)))
                .activity("A", "A", days(4), details)
                .resource("crew", 3)
                .resource("Ann", 1)
                .add(Resource.builder("late crew", "late crew").calendar("late").build());
    }

    private static AssignmentBuilder crew() {
        return Assignment.builder("A/crew", "A", "crew");
    }

    private Requirements compile(ProjectBuilder builder, boolean proposed) {
        Project project = builder.build();
        pool = new ResourcePool();
        g = NetworkCompiler.compile(project);
        return RequirementCompiler.compile(project, g, pool, proposed);
    }

    private List<String> pieces(ProjectBuilder builder) {
        return pieces(compile(builder, false));
    }

    private List<String> pieces(Requirements q) {
        List<String> told = new ArrayList<>();
        for (int u = q.firstUse[0]; u < q.firstUse[1]; u++) {
            for (int p = q.firstPiece[u]; p < q.endPiece[u]; p++) {
                told.add("%s %s-%s x%s%s"
                        .formatted(
                                pool.resource(q.resource[u]).id(),
                                when(q, p, q.begin[p]),
                                when(q, p, q.end[p]),
                                plain(q.units[p] / (double) ResourcePool.UNIT),
                                q.done[p] ? " done" : ""));
            }
        }
        return told;
    }

    private static String when(Requirements q, int piece, long value) {
        return q.isFixed(0, piece)
                ? Ticks.toDateTime(value).toString().substring(8).replace('T', ' ')
                : plain(value / HOUR);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
    }

    @Test
    void aResourceIsUsedFromTheStartToTheEndOfTheDuration() {
        assertThat(pieces(plan(a -> a).add(crew().units(2).build()))).containsExactly("crew 0-32 x2");
        assertThat(pieces(plan(a -> a).add(crew().units(0.25).delay(hours(8)).build())))
                .containsExactly("crew 8-32 x0.25");
        assertThat(pieces(plan(a -> a))).isEmpty();
    }

    @Test // 4.2.1
    void workTellsHowLongUnlessTheDurationIsFixed() {
        Assignment half = crew().units(2).work(hours(16)).build();

        assertThat(pieces(plan(a -> a).add(half))).containsExactly("crew 0-8 x2");
        assertThat(pieces(plan(a -> a.effortRule(EffortRule.FIXED_DURATION)).add(half)))
                .containsExactly("crew 0-32 x2");
        assertThat(pieces(plan(a -> a)
                        .add(crew().work(hours(24)).overtimeWork(hours(8)).build())))
                .as("overtime takes no time")
                .containsExactly("crew 0-16 x1");
        assertThat(pieces(plan(a -> a)
                        .add(crew().work(hours(8)).overtimeWork(hours(8)).build())))
                .as("nothing but overtime: the duration")
                .containsExactly("crew 0-32 x1");
        assertThat(pieces(
                        plan(a -> a).add(crew().work(hours(16)).delay(hours(4)).build())))
                .containsExactly("crew 4-20 x1");
    }

    @Test
    void onTheCalendarOfTheActivityWorkEndsWithIt() {
        assertThat(pieces(plan(a -> a).add(crew().work(hours(80)).build())))
                .as("ten days of work in four")
                .containsExactly("crew 0-32 x1");
        assertThat(pieces(plan(a -> a)
                        .add(Assignment.builder("x", "A", "late crew")
                                .work(hours(80))
                                .build())))
                .as("on a calendar of its own it takes its time")
                .containsExactly("late crew 0-80 x1");
    }

    @Test
    void aContourTakesTenPartsOfTheDuration() {
        assertThat(pieces(plan(a -> a.duration(days(5)))
                        .add(crew().units(2).contour(Contour.BACK_LOADED).build())))
                .containsExactly(
                        "crew 0-4 x0.2",
                        "crew 4-8 x0.3",
                        "crew 8-12 x0.5",
                        "crew 12-16 x1",
                        "crew 16-20 x1",
                        "crew 20-24 x1.5",
                        "crew 24-28 x1.5",
                        "crew 28-32 x2",
                        "crew 32-36 x2",
                        "crew 36-40 x2");
        assertThat(pieces(plan(a -> a.duration(days(5)))
                        .add(crew().contour(Contour.TURTLE)
                                .delay(hours(20))
                                .work(hours(5))
                                .build())))
                .as("the work of a contour doesn't tell how long")
                .hasSize(10)
                .startsWith("crew 20-22 x0.25", "crew 22-24 x0.5")
                .endsWith("crew 38-40 x0.25");
    }

    @Test
    void elapsedTimeIsUsedRoundTheClock() {
        Requirements q = compile(
                plan(a -> a.duration(elapsedDays(2)))
                        .add(crew().delay(hours(8))
                                .work(hours(8))
                                .levellingDelay(elapsedDays(1))
                                .build()),
                false);

        assertThat(pieces(q)).containsExactly("crew 0-48 x1");
        assertThat(q.calendar[0].work(Ticks.of(MONDAY), Ticks.of(MONDAY.plusDays(7))))
                .isEqualTo((long) (7 * 24 * HOUR));
        assertThat(q.shift[0]).isZero();
    }

    @Test
    void workByTimeMovesWithTheStart() {
        assertThat(pieces(plan(a -> a)
                        .add(crew().timephased(List.of(
                                        block("03 08:00", "03 12:00", 4),
                                        block("04 08:00", "04 17:00", 8),
                                        block("05 08:00", "05 17:00", 4)))
                                .build())))
                .as("a gap in the afternoon, then less on Wednesday")
                .containsExactly("crew 0-4 x1", "crew 8-16 x1", "crew 16-24 x0.5");
        assertThat(pieces(plan(a -> a)
                        .add(crew().timephased(List.of(
                                        block("04 08:00", "04 17:00", 8),
                                        block("03 08:00", "03 17:00", 8),
                                        block("05 08:00", "06 08:00", 0),
                                        block("08 08:00", "08 17:00", 8)))
                                .build())))
                .as("even work goes on; nothing at all, and work on a Saturday, take no time")
                .containsExactly("crew 0-16 x1");
    }

    @Test
    void workThatIsNearlyEvenIsOnePiece() {
        TimephasedWork[] days = {
            new TimephasedWork(Kind.REMAINING, march("03 08:00"), march("03 17:00"), minutes(480)),
            new TimephasedWork(Kind.REMAINING, march("04 08:00"), march("04 17:00"), WorkTime.ofTicks(4_800 + 4)),
            new TimephasedWork(Kind.REMAINING, march("05 08:00"), march("05 17:00"), WorkTime.ofTicks(4_800 + 6)),
        };

        assertThat(pieces(plan(a -> a)
                        .add(crew().timephased(List.of(days[0], days[1])).build())))
                .containsExactly("crew 0-16 x1");
        assertThat(pieces(plan(a -> a)
                        .add(crew().timephased(List.of(days[0], days[2])).build())))
                .as("more than a thousandth apart, over the gap of a day")
                .containsExactly("crew 0-8 x1", "crew 16-24 x1.0013");
        assertThat(pieces(plan(a -> a)
                        .add(crew().timephased(List.of(
                                        days[0],
                                        new TimephasedWork(
                                                Kind.REMAINING,
                                                march("04 08:00"),
                                                march("04 17:00"),
                                                WorkTime.ofTicks(4_800 + 6))))
                                .build())))
                .containsExactly("crew 0-8 x1", "crew 8-16 x1.0013");
    }

    @Test
    void allAssignmentsByTimeCountFromTheFirstOfThem() {
        ProjectBuilder builder = plan(a -> a)
                .add(crew().timephased(List.of(block("04 08:00", "04 17:00", 8)))
                        .build())
                .add(Assignment.builder("A/Ann", "A", "Ann")
                        .timephased(List.of(
                                block(Kind.ACTUAL_OVERTIME, "03 06:00", "03 08:00", 2),
                                block("03 08:00", "03 17:00", 0),
                                block("03 13:00", "03 17:00", 4)))
                        .build());

        assertThat(pieces(builder)).containsExactly("crew 4-12 x1", "Ann 0-4 x1");
    }

    @Test
    void elapsedWorkByTimeIsSpreadOverTheDuration() {
        assertThat(pieces(plan(a -> a.duration(elapsedDays(1)))
                        .add(crew().timephased(List.of(block("03 08:00", "03 12:00", 4)))
                                .build())))
                .containsExactly("crew 0-24 x1");
    }

    @Test
    void givenDatesStay() {
        assertThat(pieces(plan(a -> a.progress(
                                new Progress(march("03 09:00"), march("05 17:00"), null, null, 100, 0, null, null)))
                        .add(crew().units(2).build())))
                .containsExactly("crew 03 09:00-05 17:00 x2 done");
        assertThat(pieces(plan(a -> a.mode(SchedulingMode.MANUAL)
                                .manual(new ManualDates(march("04 08:00"), march("06 12:00"), null)))
                        .add(crew().build())))
                .containsExactly("crew 04 08:00-06 12:00 x1");
    }

    private static ProjectBuilder half(AssignmentBuilder assignment) {
        return half(march("04 17:00"), march("06 08:00"), assignment);
    }

    private static ProjectBuilder half(LocalDateTime stop, LocalDateTime resume, AssignmentBuilder assignment) {
        return plan(a -> a.progress(new Progress(MONDAY, null, days(2), days(2), 50, 0, stop, resume)))
                .add(assignment.build());
    }

    @Test // 3.3.1
    void whatIsDoneEndsWhereWorkStoppedAndTheRestGoesOnWhereItResumes() {
        assertThat(pieces(half(crew()))).containsExactly("crew 03 08:00-04 17:00 x1 done", "crew 06 08:00-07 17:00 x1");
        assertThat(pieces(half(crew().units(2).remainingWork(hours(8)))))
                .as("half a day of two")
                .containsExactly("crew 03 08:00-04 17:00 x2 done", "crew 06 08:00-06 12:00 x2");
        assertThat(pieces(half(crew().remainingWork(hours(0))))).containsExactly("crew 03 08:00-04 17:00 x1 done");
        assertThat(pieces(half(crew().remainingWork(hours(8)).resume(march("07 08:00")))))
                .as("the assignment goes on later")
                .containsExactly("crew 03 08:00-04 17:00 x1 done", "crew 07 08:00-07 17:00 x1");
        assertThat(pieces(half(crew().remainingWork(hours(8)).resume(march("05 08:00")))))
                .as("but not before the activity")
                .containsExactly("crew 03 08:00-04 17:00 x1 done", "crew 06 08:00-06 17:00 x1");
    }

    @Test
    void withoutAStopTheDurationDoneTells() {
        assertThat(pieces(half(march("04 17:00"), march("04 17:00"), crew())))
                .containsExactly("crew 03 08:00-04 17:00 x1 done", "crew 04 17:00-06 17:00 x1");
        assertThat(pieces(plan(a -> a.progress(new Progress(MONDAY, null, days(1), days(3), 25, 0, null, null)))
                        .add(crew().build())))
                .containsExactly("crew 03 08:00-03 17:00 x1 done", "crew 03 17:00-06 17:00 x1");
        assertThat(pieces(plan(a -> a.duration(elapsedDays(4))
                                .progress(
                                        new Progress(MONDAY, null, elapsedDays(1), elapsedDays(3), 25, 0, null, null)))
                        .add(crew().build())))
                .containsExactly("crew 03 08:00-04 08:00 x1 done", "crew 04 08:00-07 08:00 x1");
    }

    @Test
    void remainingWorkByTimeStaysWhereItIsUnlessItIsEven() {
        List<TimephasedWork> blocks = List.of(
                block(Kind.ACTUAL, "03 08:00", "04 17:00", 16),
                block("06 08:00", "06 17:00", 4),
                block("08 08:00", "08 17:00", 8),
                block("10 08:00", "10 17:00", 0),
                block("07 08:00", "07 17:00", 8));

        assertThat(pieces(half(
                        crew().contour(Contour.CONTOURED).timephased(blocks).remainingWork(hours(12)))))
                .containsExactly(
                        "crew 03 08:00-04 17:00 x1 done", "crew 06 08:00-06 17:00 x0.5", "crew 07 08:00-07 17:00 x1");
        assertThat(pieces(half(crew().timephased(blocks).remainingWork(hours(4)))))
                .containsExactly("crew 03 08:00-04 17:00 x1 done", "crew 06 08:00-06 12:00 x1");
    }

    @Test
    void whatTakesNoPartAsksForNothing() {
        assertThat(pieces(plan(a -> a.active(false)).add(crew().build()))).isEmpty();
        assertThat(pieces(plan(a -> a.external(true).manual(new ManualDates(MONDAY, march("04 17:00"), null)))
                        .add(crew().build())))
                .isEmpty();
        assertThat(pieces(plan(a -> a).add(crew().units(0).build()))).isEmpty();
        assertThat(pieces(plan(a -> a).add(Assignment.builder("x", "A", null).build())))
                .isEmpty();
        assertThat(pieces(plan(a -> a)
                        .add(Resource.builder("nails", "nails")
                                .type(ResourceType.MATERIAL)
                                .build())
                        .assign("A", "nails", 20)))
                .isEmpty();
        assertThat(pieces(plan(a -> a)
                        .add(Resource.builder("sum", "sum").budget(true).build())
                        .assign("A", "sum", 1)))
                .isEmpty();
        assertThat(pool.numberOf("sum")).isEqualTo(-1);
        assertThat(pieces(Project.builder("plan")
                        .start(MONDAY)
                        .resource("crew", 1)
                        .summary("S", "S", below -> below.activity("A", "A", days(1)))
                        .assign("S", "crew", 1)))
                .isEmpty();
    }

    @Test
    void whatIsOnlyProposedCountsWhereItIsAskedFor() {
        ProjectBuilder assignment = plan(a -> a).add(crew().proposed(true).build());
        ProjectBuilder resource = plan(a -> a)
                .add(Resource.builder("new", "new").proposed(true).build())
                .assign("A", "new", 1);

        assertThat(pieces(assignment)).isEmpty();
        assertThat(pieces(compile(assignment, true))).containsExactly("crew 0-32 x1");
        assertThat(pieces(resource)).isEmpty();
        assertThat(pieces(compile(resource, true))).containsExactly("new 0-32 x1");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, crew, false, 40, the resource's calendar, which is that of the project",
                "-, late crew, false, 40, the resource's own",
                "shop, crew, false, 35, both",
                "shop, late crew, false, 15, both",
                "late, late crew, false, 40, the same",
                "shop, late crew, true, 40, the activity's",
            })
    void resourcesWorkOnTheirCalendarWithinThatOfTheActivity(
            String activity, String resource, boolean ignores, long hoursOfAWeek, String because) { // 2.1.2
        Requirements q = compile(
                plan(a -> a.calendar(activity).ignoresResourceCalendars(ignores))
                        .assign("A", resource, 1),
                false);

        assertThat(q.calendar[0].work(Ticks.of(MONDAY), Ticks.of(MONDAY.plusDays(7))))
                .as(because)
                .isEqualTo((long) (hoursOfAWeek * HOUR));
    }

    @Test
    void usesOfAResourceAreNumberedByCalendar() {
        ProjectBuilder builder = plan(a -> a)
                .activity("B", "B", days(1), b -> b.calendar("shop"))
                .activity("C", "C", days(1))
                .activity("D", "D", days(1), d -> d.calendar("shop"))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .assign("C", "crew", 1)
                .assign("D", "crew", 1)
                .assign("D", "Ann", 1);

        Requirements q = compile(builder, false);

        assertThat(q.firstUse).containsExactly(0, 1, 2, 3, 5);
        assertThat(java.util.Arrays.copyOf(q.calendarNumber, 5)).containsExactly(0, 1, 0, 1, 0);
        assertThat(q.assignment).containsExactly(0, 1, 2, 3, 4);
        assertThat(pool.useCalendars(pool.numberOf("crew"))).hasSize(2);
        assertThat(pool.useCalendars(pool.numberOf("Ann"))).containsExactly(q.calendar[4]);
        assertThat(q.calendar[1]).as("one object for equal calendars").isSameAs(q.calendar[3]);
    }

    @Test
    void aResourceUsedTwiceByAnActivityIsMarked() {
        ProjectBuilder builder = plan(a -> a)
                .activity("B", "B", days(1))
                .assign("A", "crew", 1)
                .add(Assignment.builder("again", "A", "crew").build())
                .assign("B", "crew", 1)
                .assign("B", "Ann", 1);

        assertThat(compile(builder, false).repeated).containsExactly(true, false);
    }

    @Test // 7.6
    void aDelayOfAnAssignmentByLevellingCountsWhileTheActivityIsNotStarted() {
        assertThat(compile(
                                plan(a -> a)
                                        .add(crew().levellingDelay(elapsedDays(2))
                                                .build()),
                                false)
                        .shift[0])
                .isEqualTo((long) (48 * HOUR));
        assertThat(compile(half(crew().levellingDelay(elapsedDays(2))), false).shift[0])
                .isZero();
    }

    @Test
    void piecesBeginAndEndWhereTheirCalendarWorks() {
        Requirements q = compile(
                plan(a -> a)
                        .add(crew().delay(hours(8))
                                .levellingDelay(elapsedDays(1))
                                .work(hours(8))
                                .build()),
                false);
        long monday = Ticks.of(MONDAY);

        assertThat(Ticks.toDateTime(q.from(0, 0, 0, monday))).isEqualTo(march("05 08:00"));
        assertThat(Ticks.toDateTime(q.to(0, 0, 0, monday))).isEqualTo(march("05 17:00"));
        long first = q.startFor(0, 0, Ticks.of(march("05 08:00")));
        assertThat(Ticks.toDateTime(first)).as("a day before Monday, 17:00").isEqualTo(march("02 17:00"));
        assertThat(Ticks.toDateTime(q.from(0, 0, 0, first))).isEqualTo(march("05 08:00"));
        assertThat(Ticks.toDateTime(q.from(0, 0, 0, first - 1))).isBefore(march("05 08:00"));
        assertThat(q.originOf(0, 77)).isEqualTo(77);
    }

    @Test
    void capacityChangesWhereTheTableSays() {
        compile(
                plan(a -> a)
                        .add(Resource.builder("team", "team")
                                .availability(List.of(
                                        new Availability(march("10 00:00"), march("12 00:00"), 2),
                                        new Availability(march("12 00:00"), march("14 00:00"), 0.5)))
                                .build()),
                false);
        int team = pool.numberOf("team");

        assertThat(pool.capacityFrom(team))
                .containsExactly(
                        Long.MIN_VALUE,
                        Ticks.of(march("10 00:00")),
                        Ticks.of(march("12 00:00")),
                        Ticks.of(march("14 00:00")));
        assertThat(pool.capacityAt(team, Long.MIN_VALUE)).isZero();
        assertThat(pool.capacityAt(team, Ticks.of(march("10 00:00")))).isEqualTo(20_000);
        assertThat(pool.capacityAt(team, Ticks.of(march("12 00:00")) - 1)).isEqualTo(20_000);
        assertThat(pool.capacityAt(team, Ticks.of(march("12 00:00")))).isEqualTo(5_000);
        assertThat(pool.capacityAt(team, Ticks.of(march("14 00:00")))).isZero();
        assertThat(pool.capacityFrom(pool.numberOf("crew"))).containsExactly(Long.MIN_VALUE);
        assertThat(pool.capacityAt(pool.numberOf("crew"), 0)).isEqualTo(30_000);
        assertThat(ResourcePool.units(-1)).isZero();
        assertThat(ResourcePool.units(1e300)).isEqualTo(1_000_000_000_000L);
        assertThat(ResourcePool.units(1.00004)).isEqualTo(10_000);
    }

    @Test
    void resourcesOfOneIdAreOneInAPool() {
        Project one = plan(a -> a).assign("A", "crew", 1).build();
        ResourcePool shared = new ResourcePool();

        Requirements first = RequirementCompiler.compile(one, NetworkCompiler.compile(one), shared, false);
        Requirements second = RequirementCompiler.compile(one, NetworkCompiler.compile(one), shared, false);

        assertThat(shared.size()).isEqualTo(3);
        assertThat(second.resource[0]).isEqualTo(first.resource[0]);
        assertThat(second.calendar[0]).isSameAs(first.calendar[0]);
    }
}
