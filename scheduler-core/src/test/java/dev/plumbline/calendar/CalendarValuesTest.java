package dev.plumbline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts of time, shifts, days and weeks: what they hold, how they print, and what they refuse. */
class CalendarValuesTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);

    private static Shift shift(String from, String to) {
        return Shift.of(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    @ParameterizedTest(name = "{0} {1}: {2} minutes of work")
    @CsvSource({
        "1, MINUTES, 1",
        "1, HOURS, 60",
        "1, DAYS, 450",
        "1, WEEKS, 2000",
        "1, MONTHS, 8550",
        "2, ELAPSED_MINUTES, 2",
        "2, ELAPSED_HOURS, 120",
        "1, ELAPSED_DAYS, 1440",
        "1, ELAPSED_WEEKS, 10080",
        "1, ELAPSED_MONTHS, 43200",
        "0.5, DAYS, 225",
        "-1.5, HOURS, -90",
        "0.00025, HOURS, 0",
        "0.0009, HOURS, 0.1"
    })
    void aUnitIsAsLongAsTheProjectSays(BigDecimal amount, WorkUnit unit, double minutes) {
        WorkTime time = WorkTime.of(amount, unit, new UnitConversion(450, 2000, 19));

        assertThat(time.inMinutes()).isEqualTo(minutes);
        assertThat(time.inHours()).isEqualTo(minutes / 60);
        assertThat(time.unit()).isEqualTo(unit);
        assertThat(time.isElapsed()).isEqualTo(unit.name().startsWith("ELAPSED"));
    }

    @Test
    void sumsKeepTheUnitOfTheFirst() {
        WorkTime day = WorkTime.days(1);

        assertThat(day.plus(WorkTime.hours(4))).hasToString("1.5d");
        assertThat(day.minus(WorkTime.hours(4))).hasToString("0.5d");
        assertThat(day.minus(WorkTime.hours(12)).isNegative()).isTrue();
        assertThat(day.minus(WorkTime.hours(8))).satisfies(none -> {
            assertThat(none.isZero()).isTrue();
            assertThat(none.isNegative()).isFalse();
        });
        assertThat(day.negated()).hasToString("-1d");
        assertThat(day.in(WorkUnit.HOURS)).hasToString("8h");
        assertThat(day.withTicks(day.ticks())).isSameAs(day);
        assertThat(day).isGreaterThan(WorkTime.hours(7)).isEqualByComparingTo(WorkTime.hours(8));
        assertThat(WorkTime.weeks(2)).isEqualByComparingTo(WorkTime.days(10));
        assertThat(WorkTime.ofTicks(25)).hasToString("2.5m");
    }

    @Test
    void amountsThatNoLongHoldsAreRefused() {
        WorkTime most = WorkTime.ofTicks(Long.MAX_VALUE);

        assertThatThrownBy(() -> most.plus(WorkTime.minutes(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.negated().minus(WorkTime.minutes(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> WorkTime.ofTicks(Long.MIN_VALUE).negated()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> WorkTime.of(Long.MAX_VALUE, WorkUnit.HOURS)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> WorkTime.minutes(Long.MAX_VALUE / 2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aConversionOfNothingIsRefused() {
        refuses(() -> new UnitConversion(0, 2400, 20), "minutes per day (0)");
        refuses(() -> new UnitConversion(480, 0, 20), "minutes per week (0)");
        refuses(() -> new UnitConversion(480, 2400, 0), "days per month (0)");
        assertThat(new UnitConversion(1, 1, 1).daysPerMonth()).isEqualTo(1);
    }

    @Test
    void aShiftEndsAfterItBeginsOnWholeTicks() {
        refuses(() -> shift("12:00", "12:00"), "must end after it begins: 12:00-12:00");
        refuses(() -> shift("17:00", "08:00"), "must end after it begins");
        refuses(() -> shift("08:00:03", "12:00"), "tenths of a minute: 08:00:03-12:00");
        refuses(() -> shift("08:00", "12:00:01"), "tenths of a minute");
        assertThat(shift("08:00:06", "12:00").fromTick()).isEqualTo(4801);
        assertThat(shift("22:00", "00:00")).hasToString("22:00-24:00");
        assertThat(shift("22:00", "00:00").toTick()).isEqualTo(14_400);
        assertThat(shift("08:00", "12:00")).hasToString("08:00-12:00");
    }

    @Test
    void theShiftsOfADayAreSortedAndApart() {
        DayHours day = DayHours.of(shift("13:00", "17:00"), shift("08:00", "12:00"), shift("12:00", "12:30"));

        assertThat(day).hasToString("08:00-12:00 12:00-12:30 13:00-17:00");
        assertThat(day.ticks()).isEqualTo(5100);
        assertThat(day.isWorking()).isTrue();
        assertThat(DayHours.OFF).hasToString("off");
        assertThat(DayHours.OFF.ticks()).isZero();
        assertThat(DayHours.ALL_DAY.ticks()).isEqualTo(14_400);
        refuses(() -> DayHours.of(shift("08:00", "12:00"), shift("11:54", "13:00")), "08:00-12:00 and 11:54-13:00");
    }

    @Test
    void aWorkWeekCoversItsFirstAndItsLastDay() {
        Map<DayOfWeek, DayHours> days = Map.of(
                DayOfWeek.SUNDAY, DayHours.ALL_DAY, DayOfWeek.MONDAY, DayHours.OFF, DayOfWeek.FRIDAY, DayHours.OFF);
        WorkWeek week = new WorkWeek("rush", MONDAY, MONDAY.plusDays(2), days);

        assertThat(week.covers(MONDAY)).isTrue();
        assertThat(week.covers(MONDAY.plusDays(2))).isTrue();
        assertThat(week.covers(MONDAY.minusDays(1))).isFalse();
        assertThat(week.covers(MONDAY.plusDays(3))).isFalse();
        assertThat(week.orderedDays().keySet()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, DayOfWeek.SUNDAY);
        assertThat(new WorkWeek("one", MONDAY, MONDAY, days).covers(MONDAY)).isTrue();
        refuses(() -> new WorkWeek("back", MONDAY, MONDAY.minusDays(1), days), "work week 'back' ends (2025-03-02)");
    }

    @Test
    void recurrencesRefuseWhatNeverHappens() {
        refuses(() -> Recurrence.range(MONDAY, MONDAY.minusDays(1)), "ends (2025-03-02) before it begins (2025-03-03)");
        refuses(() -> new Recurrence(new Recurrence.Daily(1), MONDAY, MONDAY, -1), "must not be negative: -1");
        refuses(() -> new Recurrence.Daily(0), "at least 1: 0");
        refuses(() -> new Recurrence.EveryWeekday(0), "at least 1: 0");
        refuses(() -> new Recurrence.Weekly(0, Set.of(DayOfWeek.MONDAY)), "at least 1: 0");
        refuses(() -> new Recurrence.MonthlyOnDay(0, 1), "at least 1: 0");
        refuses(() -> new Recurrence.YearlyOnDay(0, Month.MAY, 1), "at least 1: 0");
        refuses(() -> new Recurrence.YearlyOnDay(1, Month.MAY, 0), "1 to 31: 0");
        refuses(
                () -> new Recurrence.MonthlyByPosition(0, Recurrence.Position.LAST, Recurrence.DayKind.DAY),
                "at least 1: 0");
        refuses(
                () -> new Recurrence.YearlyByPosition(0, Month.MAY, Recurrence.Position.LAST, Recurrence.DayKind.DAY),
                "at least 1: 0");
        refuses(() -> new Recurrence.Weekly(1, Set.of()), "at least one weekday");
        refuses(() -> new Recurrence.MonthlyOnDay(1, 0), "1 to 31: 0");
        refuses(() -> new Recurrence.MonthlyOnDay(1, 32), "1 to 31: 32");
        refuses(() -> new Recurrence.YearlyOnDay(1, Month.FEBRUARY, 30), "FEBRUARY has no day 30");
        assertThat(new Recurrence.YearlyOnDay(1, Month.FEBRUARY, 29).day()).isEqualTo(29);
        assertThat(new Recurrence.MonthlyOnDay(1, 31).day()).isEqualTo(31);
        assertThat(new Recurrence.MonthlyOnDay(1, 1).day()).isEqualTo(1);
    }

    @Test
    void onlyEveryDayWithoutACountIsARange() {
        assertThat(Recurrence.range(MONDAY, MONDAY).isRange()).isTrue();
        assertThat(new Recurrence(new Recurrence.Daily(1), MONDAY, MONDAY, 1).isRange())
                .isFalse();
        assertThat(new Recurrence(new Recurrence.Daily(2), MONDAY, MONDAY, 0).isRange())
                .isFalse();
        assertThat(new Recurrence(new Recurrence.EveryWeekday(1), MONDAY, MONDAY, 0).isRange())
                .isFalse();
    }

    @Test
    void calendarsAreEqualIfAllTheirPartsAre() {
        WorkCalendar.Builder builder = WorkCalendar.builder("c").name("Crew");
        WorkCalendar plain = builder.build();
        WorkWeek week = new WorkWeek("w", MONDAY, MONDAY, Map.of(DayOfWeek.MONDAY, DayHours.OFF));

        assertThat(WorkCalendar.builder("c").name("Crew").build())
                .isEqualTo(plain)
                .hasSameHashCodeAs(plain)
                .hasSameHashCodeAs(plain.toBuilder().build());
        assertThat(plain)
                .isNotEqualTo(WorkCalendar.builder("d").name("Crew").build())
                .isNotEqualTo(WorkCalendar.builder("c").name("Team").build())
                .isNotEqualTo(plain.toBuilder().base(WorkCalendar.standard()).build())
                .isNotEqualTo(
                        plain.toBuilder().day(DayOfWeek.MONDAY, DayHours.OFF).build())
                .isNotEqualTo(plain.toBuilder().workWeek(week).build())
                .isNotEqualTo(plain.toBuilder().dayOff("o", MONDAY).build())
                .isNotEqualTo("c");
        assertThat(plain)
                .doesNotHaveSameHashCodeAs(plain.toBuilder().dayOff("o", MONDAY).build());
        assertThat(plain.toBuilder()
                        .base(WorkCalendar.standard())
                        .dayOff("o", MONDAY)
                        .build())
                .hasToString("calendar 'Crew' on 'Standard' {}, 1 exceptions");
        assertThat(plain).hasToString("calendar 'Crew' {}, 0 exceptions");
    }

    @Test
    void compiledCalendarsAreEqualIfTheyWorkAtTheSameTimes() {
        WorkCalendar standard = WorkCalendar.standard();
        WorkCalendar renamed = standard.toBuilder().name("other").build();
        WorkCalendar shut = standard.toBuilder().dayOff("o", MONDAY).build();
        WorkCalendar shutTwice = standard.toBuilder()
                .dayOff("o", MONDAY)
                .dayOff("p", MONDAY.plusDays(1))
                .build();

        assertThat(renamed.compiled()).isEqualTo(standard.compiled()).hasSameHashCodeAs(standard.compiled());
        assertThat(standard.compiled())
                .isNotEqualTo(WorkCalendar.roundTheClock("24").compiled())
                .isNotEqualTo(shut.compiled())
                .isNotEqualTo("standard");
        assertThat(shut.compiled()).isNotEqualTo(shutTwice.compiled());
        assertThat(standard.compiled()).hasToString("compiled calendar of 1 segments");
        assertThat(shut.compiled()).hasToString("compiled calendar of 3 segments");
    }

    @Test
    void aCalendarHasAnIdAndANameOfItsOwn() {
        WorkCalendar crew = WorkCalendar.builder("7", "Crew").build();

        assertThat(crew.id()).isEqualTo("7");
        assertThat(crew.name()).isEqualTo("Crew");
        assertThat(WorkCalendar.weekdays("early", LocalTime.of(6, 0), LocalTime.of(14, 0))
                        .hoursOn(MONDAY))
                .hasToString("06:00-14:00");
    }

    @Test
    void workIsEndlessIfTheUsualWeekHasWorkBeforeAndAfterAllExceptions() {
        WorkWeek closed = new WorkWeek("w", MONDAY, MONDAY.plusYears(1), Map.of(DayOfWeek.MONDAY, DayHours.OFF));
        WorkCalendar.Builder idle = WorkCalendar.builder("idle");
        for (DayOfWeek day : DayOfWeek.values()) {
            idle.day(day, DayHours.OFF);
        }
        WorkCalendar once = idle.exception(CalendarException.working("once", MONDAY, DayHours.ALL_DAY))
                .build();

        assertThat(WorkCalendar.standard().compiled().isEndless()).isTrue();
        assertThat(WorkCalendar.standard().toBuilder()
                        .workWeek(closed)
                        .build()
                        .compiled()
                        .isEndless())
                .isTrue();
        assertThat(once.compiled().isEndless()).isFalse();
        assertThat(once.compiled().hasWorkingTime()).isTrue();
    }

    @Test
    void aCalendarMeetsOneThatAlwaysWorksInItself() {
        WorkCalendar always = WorkCalendar.roundTheClock("24");
        WorkCalendar standard = WorkCalendar.standard();

        assertThat(standard.compiled().intersect(always.compiled())).isSameAs(standard.compiled());
        assertThat(always.compiled().intersect(standard.compiled())).isSameAs(standard.compiled());
        assertThat(standard.compiled().intersect(standard.compiled())).isSameAs(standard.compiled());
    }

    @Test
    void aCalendarThatOnlyNamesItsBaseSharesItsCompiledForm() {
        WorkCalendar standard = WorkCalendar.standard();

        assertThat(WorkCalendar.builder("crew").base(standard).build().compiled())
                .isSameAs(standard.compiled());
    }

    @Test
    void workingTimeBetweenInstantsIsAskedFromTheFirstToBeforeTheSecond() {
        WorkCalendar standard = WorkCalendar.standard();

        assertThat(standard.hasWorkingTime(MONDAY.atTime(12, 0), MONDAY.atTime(13, 0)))
                .isFalse();
        assertThat(standard.hasWorkingTime(MONDAY.atTime(12, 0), MONDAY.atTime(13, 1)))
                .isTrue();
        assertThat(standard.hasWorkingTime(MONDAY.atTime(8, 0), MONDAY.atTime(8, 0)))
                .isFalse();
    }
}
