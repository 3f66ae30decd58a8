package dev.plumbline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.Recurrence.DayKind;
import dev.plumbline.calendar.Recurrence.Pattern;
import dev.plumbline.calendar.Recurrence.Position;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecurrenceTest {

    private static final LocalDate END = LocalDate.of(9999, 12, 31);
    private static final WorkCalendar ALWAYS = WorkCalendar.roundTheClock("24");

    private static CalendarException off(Pattern pattern, String from, LocalDate to, int occurrences) {
        return new CalendarException(
                "off", new Recurrence(pattern, LocalDate.parse(from), to, occurrences), DayHours.OFF);
    }

    /** Returns the first days off of a calendar that otherwise works round the clock. */
    private static List<String> first(int count, CalendarException... exceptions) {
        WorkCalendar.Builder builder = ALWAYS.toBuilder();
        for (CalendarException exception : exceptions) {
            builder.exception(exception);
        }
        WorkCalendar calendar = builder.build();
        List<String> days = new ArrayList<>();
        LocalDate day = exceptions[0].recurrence().from();
        for (int i = 0; i < 5000 && days.size() < count; i++) {
            if (!calendar.hoursOn(day).isWorking()) {
                days.add(day.toString());
            }
            day = day.plusDays(1);
        }
        return days;
    }

    @Test
    void weeksAreCountedFromTheSundayOnOrBeforeTheFirstDay() {
        // 1.3.3: 2025-03-05 is a Wednesday, its week began on Sunday 03-02
        Pattern sundaysAndMondays = new Recurrence.Weekly(2, EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY));

        assertThat(first(4, off(sundaysAndMondays, "2025-03-05", END, 0)))
                .containsExactly("2025-03-16", "2025-03-17", "2025-03-30", "2025-03-31");
        assertThat(first(9, off(sundaysAndMondays, "2025-03-05", END, 3)))
                .containsExactly("2025-03-16", "2025-03-17", "2025-03-30");
    }

    @Test
    void theThirtyFirstFallsOnAShorterMonthsLastDay() {
        assertThat(first(4, off(new Recurrence.MonthlyOnDay(1, 31), "2025-01-15", END, 0))) // 1.3.4
                .containsExactly("2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30");
        assertThat(first(3, off(new Recurrence.YearlyOnDay(1, Month.FEBRUARY, 29), "2023-01-01", END, 0)))
                .containsExactly("2023-02-28", "2024-02-29", "2025-02-28");
    }

    @Test
    void monthsBeginWithTheNextWhereTheDayHasPassed() {
        assertThat(first(3, off(new Recurrence.MonthlyOnDay(3, 10), "2025-01-15", END, 0))) // 1.3.4
                .containsExactly("2025-02-10", "2025-05-10", "2025-08-10");
        assertThat(first(2, off(new Recurrence.YearlyOnDay(2, Month.JANUARY, 10), "2025-01-15", END, 0)))
                .containsExactly("2026-01-10", "2028-01-10");
    }

    @Test
    void positionsCountDaysWeekdaysAndWeekendDays() {
        // 1.3.5: March 2025 begins on a Saturday
        assertThat(first(2, off(position(Position.FIRST, DayKind.WEEKDAY), "2025-03-01", END, 0)))
                .containsExactly("2025-03-03", "2025-04-01");
        assertThat(first(2, off(position(Position.SECOND, DayKind.WEEKEND_DAY), "2025-03-01", END, 0)))
                .containsExactly("2025-03-02", "2025-04-06");
        assertThat(first(2, off(position(Position.FOURTH, DayKind.DAY), "2025-03-01", END, 0)))
                .containsExactly("2025-03-04", "2025-04-04");
        assertThat(first(2, off(position(Position.LAST, DayKind.WEEKDAY), "2025-05-01", END, 0)))
                .containsExactly("2025-05-30", "2025-06-30");
        assertThat(first(2, off(position(Position.THIRD, DayKind.SUNDAY), "2025-03-17", END, 0)))
                .containsExactly("2025-04-20", "2025-05-18");
        Pattern labourDay = new Recurrence.YearlyByPosition(1, Month.SEPTEMBER, Position.FIRST, DayKind.MONDAY);
        assertThat(first(2, off(labourDay, "2025-03-01", END, 0))).containsExactly("2025-09-01", "2026-09-07");
    }

    private static Pattern position(Position position, DayKind kind) {
        return new Recurrence.MonthlyByPosition(1, position, kind);
    }

    @Test
    void everySecondWeekdaySkipsWeekends() {
        assertThat(first(4, off(new Recurrence.EveryWeekday(2), "2025-03-01", END, 0)))
                .containsExactly("2025-03-03", "2025-03-05", "2025-03-07", "2025-03-11");
    }

    @Test
    void occurrencesOrTheLastDayEndARecurrenceWhicheverComesFirst() {
        assertThat(first(9, off(new Recurrence.Daily(3), "2025-03-01", END, 2)))
                .containsExactly("2025-03-01", "2025-03-04"); // 1.3.2
        assertThat(first(9, off(new Recurrence.Daily(3), "2025-03-01", LocalDate.of(2025, 3, 6), 3)))
                .containsExactly("2025-03-01", "2025-03-04");
    }

    @Test
    void rangesBeatPatternsAndRarerPatternsWinInTheOrderOfTheRules() {
        // 1.2.7: a day on which all of these fall
        LocalDate day = LocalDate.of(2025, 3, 3);
        List<Pattern> losersFirst = List.of(
                new Recurrence.Weekly(1, EnumSet.of(DayOfWeek.MONDAY)),
                new Recurrence.MonthlyOnDay(1, 3),
                new Recurrence.YearlyOnDay(1, Month.MARCH, 3),
                new Recurrence.Daily(2),
                new Recurrence.Daily(1)); // 1.3.6
        WorkCalendar.Builder builder = WorkCalendar.standard().toBuilder();
        for (int i = 0; i < losersFirst.size(); i++) {
            DayHours hours = DayHours.of(Shift.ofTicks(i, i + 1));
            builder.exception(new CalendarException("", new Recurrence(losersFirst.get(i), day, END, 7), hours));

            assertThat(builder.build().hoursOn(day)).isEqualTo(hours);
        }
    }

    @Property(tries = 1000)
    void agreesWithAWalkFromDayToDay(@ForAll long seed) {
        Recurrence recurrence = new RandomCalendars(new Random(seed)).recurrence();
        LocalDate end = LocalDate.of(2025, 12, 31);
        Set<LocalDate> days = new TreeSet<>();
        Occurrences occurrences = Occurrences.of(recurrence);

        long number = occurrences.numberFrom(recurrence.from().toEpochDay());
        for (long day = occurrences.day(number); day < end.toEpochDay(); day = occurrences.day(++number)) {
            days.add(LocalDate.ofEpochDay(day));
        }

        assertThat(days).as("%s", recurrence).isEqualTo(new TreeSet<>(SlowCalendar.days(recurrence, end)));
    }

    @Test
    void billionsOfOccurrencesCostNothing() {
        WorkCalendar closed = WorkCalendar.standard().toBuilder()
                .exception(off(new Recurrence.Daily(1), "2026-01-06", END, Integer.MAX_VALUE))
                .build();

        assertThat(closed.add(LocalDateTime.parse("2026-01-05T08:00"), WorkTime.hours(8)))
                .isEqualTo("2026-01-05T17:00");
        assertThat(closed.nextStart(LocalDateTime.parse("2026-01-05T17:00"))).isEqualTo("+10000-01-03T08:00");
    }

    @Test
    void intervalsOfBillionsAndDatesAtTheEndsOfTimeAreNoTrap() {
        int most = Integer.MAX_VALUE;
        List<Pattern> patterns = List.of(
                new Recurrence.Daily(most),
                new Recurrence.EveryWeekday(most),
                new Recurrence.Weekly(most, EnumSet.allOf(DayOfWeek.class)),
                new Recurrence.MonthlyOnDay(most, 31),
                new Recurrence.YearlyOnDay(most, Month.MARCH, 31),
                position(Position.LAST, DayKind.WEEKEND_DAY),
                new Recurrence.YearlyByPosition(most, Month.MAY, Position.SECOND, DayKind.FRIDAY));
        for (Pattern pattern : patterns) {
            for (String from :
                    List.of("-999999999-01-01", "0001-01-01", "2025-03-03", "9999-12-31", "+999999999-12-31")) {
                WorkCalendar calendar = WorkCalendar.standard().toBuilder()
                        .exception(off(pattern, from, LocalDate.MAX, 0))
                        .exception(off(pattern, from, LocalDate.MAX, most))
                        .build();

                assertThat(calendar.hasWorkingTime())
                        .as("%s from %s", pattern, from)
                        .isTrue();
            }
        }
    }

    @Test
    void recurrencesOfTenThousandYearsHoldForThreeHundredFrom1900() {
        WorkCalendar calendar = WorkCalendar.standard().toBuilder()
                .exception(off(new Recurrence.Weekly(1, EnumSet.of(DayOfWeek.MONDAY)), "0001-01-01", END, 0))
                .build();

        assertThat(calendar.hoursOn(LocalDate.of(1900, 1, 1)).isWorking()).isFalse();
        assertThat(calendar.hoursOn(LocalDate.of(2199, 12, 30)).isWorking()).isFalse();
        assertThat(calendar.hoursOn(LocalDate.of(2025, 3, 4)).isWorking()).isTrue();
    }

    @Test
    void twentyThousandExceptionsAreOneSweep() {
        WorkCalendar.Builder builder = WorkCalendar.standard().toBuilder();
        LocalDate first = LocalDate.of(1990, 1, 1);
        for (int i = 0; i < 20_000; i++) {
            builder.dayOff("day " + i, first.plusDays(2L * i));
        }
        WorkCalendar calendar = builder.build();

        assertThat(calendar.workBetween(
                                first.atStartOfDay(), first.plusDays(40_000).atStartOfDay())
                        .inHours())
                .isEqualTo(hoursOfOddDays(first));
    }

    private static double hoursOfOddDays(LocalDate first) {
        double hours = 0;
        for (int i = 1; i < 40_000; i += 2) {
            hours += first.plusDays(i).getDayOfWeek().getValue() <= 5 ? 8 : 0;
        }
        return hours;
    }
}
