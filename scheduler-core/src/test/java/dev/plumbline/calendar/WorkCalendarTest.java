package dev.plumbline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.internal.calendar.CompiledCalendar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

    private static final WorkCalendar STANDARD = WorkCalendar.standard();
    private static final DayHours SHORT = DayHours.of(Shift.of(LocalTime.of(9, 0), LocalTime.of(11, 0)));

    private static LocalDateTime at(String text) {
        return LocalDateTime.parse(text);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static DayHours hours(String... periods) {
        return DayHours.of(java.util.Arrays.stream(periods)
                .map(period -> period.split("-"))
                .map(ends -> Shift.of(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])))
                .toArray(Shift[]::new));
    }

    /** The calendar of 1.2.4. */
    private static WorkCalendar nightShift() {
        DayHours night = hours("00:00-03:00", "04:00-08:00", "23:00-00:00");
        return WorkCalendar.builder("Night Shift")
                .workdays(night)
                .day(DayOfWeek.MONDAY, hours("23:00-00:00"))
                .day(DayOfWeek.SATURDAY, hours("00:00-03:00", "04:00-08:00"))
                .build();
    }

    @ParameterizedTest(name = "{0} + {1} h = {2}")
    @CsvSource({
        "2025-03-03T08:00,   4, 2025-03-03T12:00", // 1.4.1: the end of a period, not the next start
        "2025-03-03T08:00,   8, 2025-03-03T17:00",
        "2025-03-03T08:00,  32, 2025-03-06T17:00",
        "2025-03-03T08:00,  40, 2025-03-07T17:00",
        "2025-03-03T08:00,  41, 2025-03-10T09:00",
        "2025-03-01T10:00,   1, 2025-03-03T09:00",
        "2025-03-03T12:30,   1, 2025-03-03T14:00",
        "2025-03-03T08:00, 400, 2025-05-09T17:00",
        "2025-03-07T17:00,  -8, 2025-03-07T08:00", // 1.4.2: the start of a period
        "2025-03-07T17:00,  -4, 2025-03-07T13:00",
        "2025-03-10T08:00,  -8, 2025-03-07T08:00",
        "2025-03-09T08:00,  -1, 2025-03-07T16:00",
        "2025-03-09T08:00,   0, 2025-03-09T08:00", // 1.4.3
        "1969-12-31T08:00,   8, 1969-12-31T17:00",
        "1601-01-01T08:00,   8, 1601-01-01T17:00"
    })
    void workEndsAtTheEndOfAPeriodAndBeginsAtAStart(LocalDateTime from, long hours, LocalDateTime expected) {
        assertThat(STANDARD.add(from, WorkTime.hours(hours))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: next {1}, previous {2}")
    @CsvSource({
        "2025-03-03T08:00, 2025-03-03T08:00, 2025-02-28T17:00", // 1.4.5
        "2025-03-03T09:00, 2025-03-03T09:00, 2025-03-03T09:00",
        "2025-03-03T12:00, 2025-03-03T13:00, 2025-03-03T12:00", // 1.4.4
        "2025-03-03T12:30, 2025-03-03T13:00, 2025-03-03T12:00",
        "2025-03-03T13:00, 2025-03-03T13:00, 2025-03-03T12:00",
        "2025-03-03T17:00, 2025-03-04T08:00, 2025-03-03T17:00",
        "2025-03-07T17:00, 2025-03-10T08:00, 2025-03-07T17:00",
        "2025-03-09T00:00, 2025-03-10T08:00, 2025-03-07T17:00"
    })
    void movesToTheNextStartAndThePreviousFinish(LocalDateTime instant, LocalDateTime next, LocalDateTime previous) {
        assertThat(STANDARD.nextStart(instant)).isEqualTo(next);
        assertThat(STANDARD.previousFinish(instant)).isEqualTo(previous);
    }

    @Test
    void elapsedTimeIgnoresTheCalendar() {
        assertThat(STANDARD.add(at("2025-03-07T17:00"), WorkTime.elapsedDays(1))) // 1.4.8
                .isEqualTo(at("2025-03-08T17:00"));
    }

    @Test
    void aNightShiftIsTwoPeriodsOnTwoDays() {
        WorkCalendar night = nightShift(); // 1.2.3, 1.2.4

        assertThat(night.workBetween(at("2025-03-03T00:00"), at("2025-03-10T00:00")))
                .isEqualTo(WorkTime.hours(40));
        assertThat(night.add(at("2025-03-03T23:00"), WorkTime.hours(8))).isEqualTo(at("2025-03-04T08:00"));
        assertThat(night.add(at("2025-03-03T23:00"), WorkTime.hours(1))).isEqualTo(at("2025-03-04T00:00"));
        assertThat(night.nextStart(at("2025-03-04T00:00"))).isEqualTo(at("2025-03-04T00:00"));
        assertThat(night.nextStart(at("2025-03-04T03:00"))).isEqualTo(at("2025-03-04T04:00"));
        assertThat(night.nextStart(at("2025-03-08T08:00"))).isEqualTo(at("2025-03-10T23:00"));
        assertThat(night.previousFinish(at("2025-03-10T23:00"))).isEqualTo(at("2025-03-08T08:00"));
    }

    @Test
    void roundTheClockIsPlainSubtraction() {
        WorkCalendar always = WorkCalendar.roundTheClock("24 Hours"); // C09

        assertThat(always.compiled().isRoundTheClock()).isTrue();
        assertThat(always.add(at("2025-03-01T10:00"), WorkTime.hours(24))).isEqualTo(at("2025-03-02T10:00")); // 1.5.2
        assertThat(always.workBetween(at("2025-03-02T00:00"), at("2025-03-01T00:00")))
                .isEqualTo(WorkTime.hours(-24));
        assertThat(always.nextStart(at("2025-03-01T00:00"))).isEqualTo(at("2025-03-01T00:00"));
        assertThat(always.hoursOn(day("2025-03-01"))).isEqualTo(DayHours.ALL_DAY);
    }

    @Test
    void aDayOffAmongRoundTheClockDaysIsNotWorked() {
        WorkCalendar always = WorkCalendar.roundTheClock("24 Hours").toBuilder()
                .dayOff("Christmas", day("2025-12-25"))
                .build();

        assertThat(always.compiled().isRoundTheClock()).isFalse();
        assertThat(always.nextStart(at("2025-12-25T00:00"))).isEqualTo(at("2025-12-26T00:00"));
        assertThat(always.previousFinish(at("2025-12-26T00:00"))).isEqualTo(at("2025-12-25T00:00"));
    }

    @Test
    void anExceptionOfTheBaseBeatsTheWeekOfTheDerivedCalendar() {
        LocalDate holiday = day("2025-05-01");
        WorkCalendar base = STANDARD.toBuilder().dayOff("Labour Day", holiday).build();
        WorkCalendar derived = base.derive("crew")
                .day(DayOfWeek.THURSDAY, SHORT)
                .workWeek(new WorkWeek("May", day("2025-05-01"), day("2025-05-31"), Map.of(DayOfWeek.FRIDAY, SHORT)))
                .build();

        assertThat(derived.hoursOn(holiday)).isEqualTo(DayHours.OFF); // 1.2.5 (2)
        assertThat(derived.hoursOn(day("2025-05-02"))).isEqualTo(SHORT); // 1.2.5 (3)
        assertThat(derived.hoursOn(day("2025-05-08"))).isEqualTo(SHORT); // 1.2.5 (4)
        assertThat(derived.hoursOn(day("2025-05-09"))).isEqualTo(SHORT);
        assertThat(derived.hoursOn(day("2025-06-06"))).isEqualTo(STANDARD.hoursOn(day("2025-06-06"))); // 1.2.5 (5)
        assertThat(derived.toBuilder()
                        .exception(CalendarException.working("worked", holiday, SHORT))
                        .build()
                        .hoursOn(holiday))
                .isEqualTo(SHORT); // 1.2.5 (1), 1.2.8
    }

    @Test
    void aWorkWeekOfTheBaseBeatsTheWeekdayOfTheDerivedCalendar() {
        WorkCalendar base = STANDARD.toBuilder()
                .workWeek(new WorkWeek("", day("2025-03-03"), day("2025-03-09"), Map.of(DayOfWeek.TUESDAY, SHORT)))
                .build();
        WorkCalendar derived =
                base.derive("crew").day(DayOfWeek.TUESDAY, DayHours.ALL_DAY).build();

        assertThat(derived.hoursOn(day("2025-03-04"))).isEqualTo(SHORT); // 1.2.5 (3)
        assertThat(derived.hoursOn(day("2025-03-11"))).isEqualTo(DayHours.ALL_DAY);
    }

    @Test
    void aCalendarThatSetsNothingWorksOfficeHours() {
        WorkCalendar empty = WorkCalendar.builder("empty").build(); // 1.2.5

        for (int i = 0; i < 7; i++) {
            LocalDate day = day("2025-03-03").plusDays(i);
            assertThat(empty.hoursOn(day)).isEqualTo(STANDARD.hoursOn(day));
        }
    }

    @Test
    void aWeekdayMissingFromAWorkWeekKeepsTheUsualHours() {
        WorkCalendar calendar = STANDARD.toBuilder()
                .workWeek(new WorkWeek("a", day("2025-03-03"), day("2025-03-09"), Map.of(DayOfWeek.TUESDAY, SHORT)))
                .workWeek(new WorkWeek(
                        "b",
                        day("2025-03-01"),
                        day("2025-03-31"),
                        Map.of(DayOfWeek.TUESDAY, DayHours.OFF, DayOfWeek.SATURDAY, SHORT)))
                .build();

        assertThat(calendar.hoursOn(day("2025-03-03"))).isEqualTo(STANDARD.hoursOn(day("2025-03-03")));
        assertThat(calendar.hoursOn(day("2025-03-04"))).isEqualTo(SHORT);
        assertThat(calendar.hoursOn(day("2025-03-08"))).isEqualTo(SHORT);
        assertThat(calendar.hoursOn(day("2025-03-11"))).isEqualTo(DayHours.OFF);
        assertThat(calendar.hoursOn(day("2025-04-01"))).isEqualTo(STANDARD.hoursOn(day("2025-04-01")));
    }

    @Test
    void aCalendarOfOneWorkingDayEndsInsteadOfSearching() {
        WorkCalendar once = WorkCalendar.builder("once")
                .everyDay(DayHours.OFF)
                .exception(CalendarException.working("the day", day("2025-03-05"), hours("08:00-12:00")))
                .build();
        CompiledCalendar compiled = once.compiled();
        long start = Ticks.of(at("2025-03-05T08:00"));
        long end = Ticks.of(at("2025-03-05T12:00"));

        assertThat(once.hasWorkingTime()).isTrue();
        assertThat(compiled.add(0, 2400)).isEqualTo(end);
        assertThat(compiled.add(0, 2401)).isEqualTo(Long.MAX_VALUE);
        assertThat(compiled.add(end, -2400)).isEqualTo(start);
        assertThat(compiled.add(end, -2401)).isEqualTo(Long.MIN_VALUE);
        assertThat(compiled.nextStart(0)).isEqualTo(start);
        assertThat(compiled.nextStart(end)).isEqualTo(Long.MAX_VALUE);
        assertThat(compiled.previousFinish(start)).isEqualTo(Long.MIN_VALUE);
        assertThat(compiled.previousFinish(end + 1)).isEqualTo(end);
        assertThatThrownBy(() -> once.add(at("2025-03-01T00:00"), WorkTime.hours(5)))
                .isInstanceOf(DateTimeException.class)
                .hasMessageContaining("'once'");
    }

    @Test
    void aCalendarWithoutWorkKnowsIt() {
        WorkCalendar idle = WorkCalendar.builder("idle").everyDay(DayHours.OFF).build();
        CompiledCalendar compiled = idle.compiled();

        assertThat(idle.hasWorkingTime()).isFalse();
        assertThat(compiled.add(5, 7)).isEqualTo(Long.MAX_VALUE);
        assertThat(compiled.add(5, -7)).isEqualTo(Long.MIN_VALUE);
        assertThat(compiled.nextStart(5)).isEqualTo(Long.MAX_VALUE);
        assertThat(compiled.previousFinish(5)).isEqualTo(Long.MIN_VALUE);
        assertThat(compiled.work(0, 1_000_000)).isZero();
    }

    @Test
    void aWorkWeekOfSundaysThatHoldsNoSundayGivesNoWork() {
        WorkCalendar idle = WorkCalendar.builder("idle")
                .everyDay(DayHours.OFF)
                .workWeek(new WorkWeek("", day("2025-03-03"), day("2025-03-08"), Map.of(DayOfWeek.SUNDAY, SHORT)))
                .build();

        assertThat(idle.hasWorkingTime()).isFalse();
    }

    @Test
    void anExceptionOfAllTimeIsOneSegment() {
        WorkCalendar closed = STANDARD.toBuilder()
                .exception(CalendarException.daysOff("closed", day("0001-01-01"), day("9999-12-31")))
                .build();

        assertThat(closed.nextStart(at("2025-03-03T08:00"))).isEqualTo(at("+10000-01-03T08:00"));
        assertThat(closed.add(at("2025-03-03T08:00"), WorkTime.hours(-8))).isEqualTo(at("0000-12-29T08:00"));
    }

    @Test
    void hugeAmountsEndAtTheEndOfTimeInsteadOfWrapping() {
        for (WorkCalendar calendar : new WorkCalendar[] {STANDARD, WorkCalendar.roundTheClock("24")}) {
            assertThat(calendar.compiled().add(1, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
            assertThat(calendar.compiled().add(-1, -Long.MAX_VALUE)).isEqualTo(Long.MIN_VALUE);
            assertThatThrownBy(() -> calendar.add(at("2025-03-03T08:00"), WorkTime.ofTicks(Long.MAX_VALUE / 2)))
                    .isInstanceOf(DateTimeException.class);
        }
    }

    @Test
    void datesReachToTheEndsOfTimeAndNoFarther() {
        LocalDateTime first = Ticks.toDateTime(Ticks.of(LocalDateTime.MIN));
        LocalDateTime last = Ticks.toDateTime(Ticks.of(LocalDateTime.MAX));
        WorkTime hour = WorkTime.elapsedHours(1);
        WorkTime back = WorkTime.elapsedHours(-1);

        assertThat(STANDARD.add(last.minusHours(1), hour)).isEqualTo(last);
        assertThat(STANDARD.add(first.plusHours(1), back)).isEqualTo(first);
        assertThatThrownBy(() -> STANDARD.add(last.minusMinutes(59), hour)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> STANDARD.add(first.plusMinutes(59), back)).isInstanceOf(DateTimeException.class);
    }
}
