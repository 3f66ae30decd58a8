package dev.plumbline.io.mspdi;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.elapsedDays;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.CalendarException;
import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Recurrence;
import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.calendar.WorkWeek;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Availability;
import dev.plumbline.model.Baseline;
import dev.plumbline.model.CostRate;
import dev.plumbline.model.Estimate;
import dev.plumbline.model.Lag;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.ProjectSettings;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import dev.plumbline.model.Resource;
import dev.plumbline.model.TimephasedWork;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a file can't hold is named, once a kind, and the file can be read all the same. */
class LossCounterTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 8, 0);
    private static final String UNITS = "INFO units in which amounts are shown, where the file has one for them";
    private static final String ORDER = "INFO orders of rows of tables, which are sorted by date or number";
    private static final String AMOUNTS = "WARNING amounts of time that are negative or beyond three million hours";
    private static final String WAITS = "WARNING waits beyond 400 years";
    private static final String LOOSE =
            "WARNING reports of work that stops, resumes or finishes without a start before";
    private static final String ELAPSED =
            "WARNING elapsed time where the file has working time, or the other way round";
    private static final String BEYOND = "WARNING units that are negative or beyond 999,999,999";
    private static final String MONEY = "WARNING digits of amounts of money";
    private static final String FRACTIONS = "INFO fractions of seconds";
    private static final String IDLE = "INFO durations done and left that say no more than the duration";
    private static final WorkTime HUGE = new WorkTime(1L << 40, WorkUnit.DAYS);

    private static Project plan() {
        WorkCalendar.Builder standard = WorkCalendar.builder("1", "Standard");
        WorkCalendar.standard().week().forEach(standard::day);
        return Project.builder("Plan")
                .start(START)
                .calendar(standard.build())
                .activity("1", "A", days(4))
                .activity("2", "B", days(2))
                .finishToStart("1", "2")
                .add(Resource.work("1", "Crew", 2))
                .add(Assignment.builder("1", "1", "1").work(hours(8)).build())
                .build();
    }

    private static Arguments a(UnaryOperator<Activity> change, String... losses) {
        return plan(p -> p.replaceEach(a -> a.id().equals("1") ? change.apply(a) : a), losses);
    }

    private static Arguments progress(Progress progress, String... losses) {
        return a(activity -> activity.with(b -> b.progress(progress)), losses);
    }

    private static Arguments assigned(UnaryOperator<Assignment> change, String... losses) {
        return plan(p -> p.replaceEachAssignment(change), losses);
    }

    private static Arguments resource(UnaryOperator<Resource> change, String... losses) {
        return plan(p -> p.replace(change.apply(Resource.work("1", "Crew", 2))), losses);
    }

    private static Arguments calendar(UnaryOperator<WorkCalendar.Builder> change, String... losses) {
        return plan(
                p -> p.addCalendar(
                        change.apply(WorkCalendar.builder("2", "Other")).build()),
                losses);
    }

    private static Arguments lag(Lag lag, String... losses) {
        return plan(p -> p.replaceEachRelationship(r -> new Relationship("1", "2", RelationshipType.FS, lag)), losses);
    }

    private static Arguments plan(UnaryOperator<ProjectBuilder> change, String... losses) {
        return Arguments.of(change, List.of(losses));
    }

    private static Progress report(LocalDateTime start, LocalDateTime finish, WorkTime done, WorkTime left) {
        return new Progress(start, finish, done, left, 0, 0, null, null);
    }

    static Stream<Arguments> activities() {
        return Stream.of(
                plan(p -> p),
                a(a -> a.with(b -> b.duration(HUGE)), AMOUNTS),
                a(a -> a.with(b -> b.duration(new WorkTime(1_800_000_000, WorkUnit.DAYS)))),
                a(a -> a.with(b -> b.duration(new WorkTime(1_800_000_001, WorkUnit.DAYS))), AMOUNTS),
                a(a -> a.with(b -> b.levellingDelay(elapsedDays(-1)))),
                a(a -> a.with(b -> b.levellingDelay(HUGE.in(WorkUnit.ELAPSED_DAYS))), WAITS),
                a(a -> a.with(b -> b.levellingDelay(days(1))), UNITS),
                a(a -> a.with(b -> b.fixedCost(new BigDecimal("1e16"))), MONEY),
                a(a -> a.with(b -> b.cost(new BigDecimal("-9999999999999999.25")))),
                a(a -> a.with(b -> b.cost(new BigDecimal("0.0000000000001"))), MONEY),
                a(
                        a -> a.with(b -> b.manual(new ManualDates(START, null, null))),
                        "INFO typed dates of activities that are" + " scheduled automatically"),
                a(a -> a.with(b -> b.external(true).manual(new ManualDates(START, null, null)))),
                a(
                        a -> a.with(b -> b.external(true).manual(new ManualDates(START, null, days(1)))),
                        "INFO typed dates of activities that are scheduled automatically"),
                a(a -> a.with(b -> b.deadline(START.plusNanos(1))), FRACTIONS),
                a(
                        a -> a.with(b -> b.estimate(new Estimate(days(0), days(0), days(0)))),
                        "INFO estimates of no time at all"),
                a(a -> a.with(b -> b.estimate(new Estimate(days(0), days(0), days(1))))),
                a(a -> a.with(b -> b.estimate(new Estimate(days(0), days(0), HUGE))), AMOUNTS),
                a(a -> a.with(b -> b.baselines(List.of(baseline(1, hours(1)), baseline(0, hours(1))))), ORDER),
                a(a -> a.with(b -> b.baselines(List.of(baseline(0, hours(-1))))), AMOUNTS),
                a(a -> a.with(b -> b.baselines(List.of(baseline(0, days(1))))), UNITS),
                a(a -> a.with(b -> b.row(9)), "INFO numbers of rows, which don't rise from row to row"));
    }

    private static Baseline baseline(int number, WorkTime work) {
        return new Baseline(number, START, null, null, work, null);
    }

    static Stream<Arguments> reports() {
        LocalDateTime noon = START.plusHours(4);
        return Stream.of(
                progress(report(START, null, days(1), days(2))),
                progress(report(START, null, hours(1), null), UNITS),
                progress(report(null, null, days(1), null)),
                progress(report(null, null, days(0), null), IDLE),
                progress(report(null, null, null, days(4)), IDLE),
                progress(report(null, null, null, days(5))),
                progress(report(null, noon, null, null), LOOSE),
                progress(report(START, noon, null, null)),
                progress(new Progress(null, null, null, null, 0, 0, noon, null), LOOSE),
                progress(new Progress(null, null, null, null, 0, 0, null, noon), LOOSE),
                progress(new Progress(START, null, null, null, 0, 0, noon, noon)),
                progress(new Progress(noon, null, null, null, 0, 0, START, null), LOOSE),
                progress(new Progress(START, null, null, null, 0, 0, noon, START), LOOSE),
                assigned(a -> a.with(b -> b.actualStart(START).stop(noon).resume(noon))),
                assigned(a -> a.with(b -> b.actualWork(hours(1)).stop(noon))),
                assigned(a -> a.with(b -> b.stop(noon)), LOOSE),
                assigned(a -> a.with(b -> b.resume(noon)), LOOSE),
                assigned(a -> a.with(b -> b.actualStart(noon).actualFinish(START)), LOOSE),
                assigned(a -> a.with(b -> b.actualFinish(START))),
                assigned(a -> a.with(b -> b.remainingWork(hours(8))), "INFO work left that says no more than the work"),
                assigned(a -> a.with(b -> b.remainingWork(hours(7)))));
    }

    static Stream<Arguments> assignments() {
        return Stream.of(
                assigned(a -> a.with(b -> b.units(-1)), BEYOND),
                assigned(a -> a.with(b -> b.units(1e10)), BEYOND),
                assigned(a -> a.with(b -> b.work(HUGE.in(WorkUnit.HOURS))), AMOUNTS),
                assigned(a -> a.with(b -> b.work(days(1))), UNITS),
                assigned(a -> a.with(b -> b.overtimeWork(elapsedDays(1))), ELAPSED, UNITS),
                assigned(a -> a.with(b -> b.delay(HUGE)), WAITS),
                assigned(a -> a.with(b -> b.delay(hours(1))), UNITS),
                assigned(
                        a -> a.with(b -> b.levellingDelay(elapsedDays(-1))),
                        "WARNING assignments that levelling lets begin earlier"),
                assigned(a -> a.with(b -> b.cost(new BigDecimal("1e20"))), MONEY),
                assigned(
                        a -> a.with(b -> b.timephased(List.of(work(9, 8, 1)))),
                        "WARNING work by time that is negative or" + " ends before it begins"),
                assigned(
                        a -> a.with(b -> b.timephased(List.of(work(8, 9, -1)))),
                        "WARNING work by time that is negative or" + " ends before it begins"),
                assigned(a -> a.with(b -> b.timephased(List.of(work(9, 10, 1), work(8, 9, 1)))), ORDER),
                assigned(a -> a.with(b -> b.timephased(List.of(work(8, 9, 1), work(9, 10, 1))))),
                resource(r -> r.with(b -> b.maxUnits(999_999_999.5)), BEYOND),
                resource(r -> r.with(b -> b.availability(List.of(since(2026), since(2025)))), ORDER),
                resource(
                        r -> r.with(b -> b.availability(List.of(since(10_026)))),
                        "WARNING dates lie outside the years"
                                + " 1984 to 2149, which is all that Microsoft Project knows"),
                resource(r -> r.with(b -> b.rates(List.of(rate(1, WorkUnit.DAYS), rate(0, WorkUnit.MONTHS)))), ORDER),
                resource(r -> r.with(b -> b.rates(List.of(rate(0, WorkUnit.ELAPSED_DAYS)))), UNITS));
    }

    private static TimephasedWork work(int from, int to, int hours) {
        LocalDate day = START.toLocalDate();
        return new TimephasedWork(TimephasedWork.Kind.REMAINING, day.atTime(from, 0), day.atTime(to, 0), hours(hours));
    }

    private static Availability since(int year) {
        return new Availability(START.withYear(year), START.withYear(year).plusDays(9), 1);
    }

    private static CostRate rate(int table, WorkUnit unit) {
        return new CostRate(
                table,
                Availability.EVER,
                Availability.FOR_EVER,
                BigDecimal.ONE,
                unit,
                BigDecimal.ONE,
                WorkUnit.HOURS,
                BigDecimal.ONE);
    }

    static Stream<Arguments> plans() {
        ProjectSettings usual = ProjectSettings.DEFAULT;
        return Stream.of(
                lag(Lag.of(HUGE.negated()), WAITS),
                lag(Lag.percent(3e9), "WARNING lags of millions of percent"),
                lag(Lag.percent(-2147483647)),
                plan(p -> p.finish(START), "INFO the finish of a plan that is scheduled from its start"),
                plan(
                        p -> p.dataDate(START.withYear(2150)),
                        "WARNING dates lie outside the years 1984 to 2149, which is all"
                                + " that Microsoft Project knows"),
                plan(p -> p.dataDate(START.withYear(2149))),
                plan(
                        p -> p.settings(usual.withConversion(new UnitConversion(1441, 2400, 20))),
                        "WARNING options beyond what Microsoft Project takes"),
                plan(p -> p.settings(usual.withConversion(new UnitConversion(1440, 10_080, 31)))),
                plan(p -> p.settings(money("EUR", 9))),
                plan(p -> p.settings(money(" EUR", 2)), "INFO codes and digits of a currency"),
                plan(p -> p.settings(money("EUR", 10)), "INFO codes and digits of a currency"));
    }

    private static ProjectSettings money(String code, int digits) {
        ProjectSettings usual = ProjectSettings.DEFAULT;
        return new ProjectSettings(
                usual.conversion(),
                usual.defaultStart(),
                usual.defaultFinish(),
                -9_999,
                true,
                false,
                true,
                true,
                true,
                true,
                false,
                "€",
                code,
                digits);
    }

    static Stream<Arguments> calendars() {
        String order = "WARNING orders of exceptions that overlap, which are sorted by date";
        String open = "WARNING weekdays left open by dated weeks, which get the hours of the calendar's week";
        LocalDate day = START.toLocalDate();
        return Stream.of(
                calendar(c -> c.dayOff("a", day).dayOff("b", day.plusDays(1))),
                calendar(c -> c.dayOff("b", day.plusDays(1)).dayOff("a", day)),
                calendar(
                        c -> c.dayOff("b", day.plusDays(1))
                                .exception(CalendarException.daysOff("a", day, day.plusDays(1))),
                        order),
                calendar(c -> c.exception(CalendarException.daysOff("a", day, day.plusDays(1)))
                        .dayOff("b", day.plusDays(1))),
                calendar(c -> c.dayOff("c", day.plusDays(9))
                        .exception(CalendarException.daysOff("a", day, day.plusDays(2)))
                        .dayOff("b", day.plusDays(1))),
                calendar(c -> c.exception(daily(0, day))),
                calendar(
                        c -> c.exception(daily(3, day)),
                        "INFO numbers of occurrences of daily exceptions, which end on a day instead"),
                calendar(c -> c.workWeek(new WorkWeek("w", day, day, Map.of(DayOfWeek.MONDAY, DayHours.OFF))), open),
                calendar(c -> c.base(WorkCalendar.roundTheClock("3"))),
                plan(p -> p.addCalendar(plan().calendar().derive("2").build())));
    }

    private static CalendarException daily(int occurrences, LocalDate day) {
        return new CalendarException(
                "daily", new Recurrence(new Recurrence.Daily(1), day, day.plusDays(9), occurrences), DayHours.OFF);
    }

    @ParameterizedTest
    @MethodSource({"activities", "reports", "assignments", "plans", "calendars"})
    void whatIsNotWrittenAsItIsIsNamed(UnaryOperator<ProjectBuilder> change, List<String> losses) {
        Project project = change.apply(plan().toBuilder()).build();

        Documents.Written written = Documents.write(project, null, null);

        assertThat(written.losses())
                .filteredOn(loss -> !loss.code().equals("MSPDI_CALENDAR"))
                .extracting(loss -> loss.severity() + " "
                        + loss.message().replace("not written as it is: ", "").replaceAll(" \\([0-9]+\\)$", ""))
                .containsExactlyInAnyOrderElementsOf(losses);
        if (losses.isEmpty()) {
            assertThat(written.read().project().activities()).isEqualTo(project.activities());
            assertThat(written.read().project().assignments()).isEqualTo(project.assignments());
            assertThat(written.read().project().relationships()).isEqualTo(project.relationships());
        }
    }

    @Test
    void aWeekIsCompletedFromTheWeeksOfItsCalendarAndItsBases() {
        WorkCalendar base = plan().calendar().toBuilder()
                .day(DayOfWeek.TUESDAY, DayHours.ALL_DAY)
                .build();
        WorkWeek march = new WorkWeek(
                "march", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), Map.of(DayOfWeek.MONDAY, DayHours.OFF));
        WorkCalendar own = WorkCalendar.builder("2", "Own")
                .base(base)
                .day(DayOfWeek.FRIDAY, DayHours.OFF)
                .workWeek(march)
                .build();
        Project project = plan().toBuilder()
                .addCalendar(base)
                .addCalendar(own)
                .replace(plan().activity("1").with(a -> a.calendar("2")))
                .build();

        WorkCalendar read = Documents.write(project, null, null)
                .read()
                .project()
                .findCalendar("2")
                .orElseThrow();

        for (int day = 1; day <= 31; day++) {
            LocalDate date = LocalDate.of(2026, 3, day);
            assertThat(read.hoursOn(date)).as("%s", date).isEqualTo(own.hoursOn(date));
        }
    }

    @Test
    void aBaseThatThePlanDoesNotHoldIsFlattenedIntoTheCalendar() {
        WorkCalendar base = WorkCalendar.builder("7", "Not in the plan")
                .everyDay(DayHours.ALL_DAY)
                .dayOff("off", LocalDate.of(2026, 3, 4))
                .build();
        WorkCalendar own = base.derive("2").day(DayOfWeek.MONDAY, DayHours.OFF).build();
        Project project = plan().toBuilder().addCalendar(own).build();

        Documents.Written written = Documents.write(project, null, null);
        WorkCalendar read = written.read().project().findCalendar("2").orElseThrow();

        assertThat(written.losses()).extracting(loss -> loss.code()).containsExactly("MSPDI_CALENDAR");
        assertThat(read.base()).isEmpty();
        for (int day = 1; day <= 14; day++) {
            LocalDate date = LocalDate.of(2026, 3, day);
            assertThat(read.hoursOn(date)).as("%s", date).isEqualTo(own.hoursOn(date));
        }
    }

    @Test
    void rowsThatDoNotRiseStayInTheirOrder() {
        Project project = plan().toBuilder()
                .replace(plan().activity("1").with(a -> a.row(9)))
                .build();

        Project read = Documents.write(project, null, null).read().project();

        assertThat(read.activities()).extracting(Activity::id).containsExactly("1", "2");
        assertThat(read.activities()).extracting(Activity::row).containsExactly(1, 2);
    }
}
