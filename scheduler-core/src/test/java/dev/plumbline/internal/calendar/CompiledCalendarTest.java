package dev.plumbline.internal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.CalendarException;
import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Shift;
import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ends of what calendars know: of their window of exceptions, of time, and of work. */
class CompiledCalendarTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final long HOUR = 600;

    private static long at(LocalDate day, int hour) {
        return Ticks.of(day.atTime(hour, 0));
    }

    private static Shift shift(int from, int to) {
        return Shift.of(LocalTime.of(from, 0), LocalTime.of(to % 24, 0));
    }

    private static WorkCalendar weekdays(int from, int to) {
        return WorkCalendar.weekdays("w", LocalTime.of(from, 0), LocalTime.of(to, 0));
    }

    private static WorkCalendar.Builder idle() {
        WorkCalendar.Builder builder = WorkCalendar.builder("idle");
        for (DayOfWeek day : DayOfWeek.values()) {
            builder.day(day, DayHours.OFF);
        }
        return builder;
    }

    /** What an instant by instant walk says, over the days around the exceptions. */
    private static void agreesTickByTick(CompiledCalendar calendar, LocalDate first, int days) {
        long from = at(first, 0);
        long worked = 0;
        for (int hour = 0; hour < 24 * days; hour++) {
            long instant = from + hour * HOUR;
            long next = instant + HOUR;
            int[] periods = calendar.hoursOn(Math.floorDiv(instant, CompiledCalendar.DAY));
            int tick = (int) Math.floorMod(instant, CompiledCalendar.DAY);
            boolean works = false;
            for (int i = 0; i < periods.length; i += 2) {
                works |= periods[i] <= tick && tick < periods[i + 1];
            }
            assertThat(calendar.work(instant, next)).as("hour %d", hour).isEqualTo(works ? HOUR : 0);
            assertThat(calendar.work(from, instant)).isEqualTo(worked);
            assertThat(calendar.nextStart(instant) == instant).isEqualTo(works);
            assertThat(calendar.previousFinish(next) == next).isEqualTo(works);
            if (works) {
                assertThat(calendar.add(from, worked + 1)).isEqualTo(instant + 1);
                assertThat(calendar.add(from, worked + HOUR)).isEqualTo(next);
                assertThat(calendar.add(next, -HOUR)).isEqualTo(instant);
                assertThat(calendar.add(next, -1)).isEqualTo(next - 1);
            }
            worked += works ? HOUR : 0;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30})
    void roundTheEndsOfTheWindowOfExceptions(int apart) {
        CompiledCalendar calendar = weekdays(8, 16).toBuilder()
                .exception(CalendarException.dayOff("first", MONDAY))
                .exception(CalendarException.working(
                        "last", MONDAY.plusDays(apart), DayHours.of(shift(0, 4), shift(20, 24))))
                .build()
                .compiled();

        agreesTickByTick(calendar, MONDAY.minusDays(9), apart + 20);
    }

    @Test
    void oneExceptionHasAWindowOfItsOwn() {
        agreesTickByTick(
                weekdays(8, 16).toBuilder()
                        .exception(CalendarException.working("night", MONDAY, DayHours.of(shift(0, 24))))
                        .build()
                        .compiled(),
                MONDAY.minusDays(3),
                8);
    }

    @Test
    void exceptionsCenturiesApartAreFoundWithoutAWindow() {
        CompiledCalendar calendar = weekdays(8, 16).toBuilder()
                .exception(CalendarException.dayOff("then", LocalDate.of(1800, 1, 1)))
                .exception(CalendarException.dayOff("now", MONDAY))
                .exception(CalendarException.dayOff("later", LocalDate.of(2900, 1, 1)))
                .build()
                .compiled();

        agreesTickByTick(calendar, MONDAY.minusDays(3), 8);
        agreesTickByTick(calendar, LocalDate.of(1799, 12, 30), 6);
        agreesTickByTick(calendar, LocalDate.of(2899, 12, 30), 6);
    }

    @Test
    void workThatEndsOrBeginsHasAnEndAndABeginning() {
        WorkCalendar ends = idle().workWeek(new WorkWeek(
                        "", MONDAY, MONDAY.plusDays(6), Map.of(DayOfWeek.MONDAY, DayHours.of(shift(8, 16)))))
                .build();
        CompiledCalendar once = ends.compiled();

        assertThat(once.isEndless()).isFalse();
        assertThat(once.hasWorkingTime()).isTrue();
        assertThat(once.nextStart(at(MONDAY, 16))).isEqualTo(Long.MAX_VALUE);
        assertThat(once.nextStart(at(MONDAY, 15))).isEqualTo(at(MONDAY, 15));
        assertThat(once.nextStart(at(MONDAY.minusYears(50), 15))).isEqualTo(at(MONDAY, 8));
        assertThat(once.previousFinish(at(MONDAY, 8))).isEqualTo(Long.MIN_VALUE);
        assertThat(once.previousFinish(at(MONDAY.plusYears(50), 8))).isEqualTo(at(MONDAY, 16));
        assertThat(once.add(at(MONDAY.minusDays(1), 0), 8 * HOUR)).isEqualTo(at(MONDAY, 16));
        assertThat(once.add(at(MONDAY.minusDays(1), 0), 8 * HOUR + 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(once.add(at(MONDAY.plusDays(1), 0), -8 * HOUR)).isEqualTo(at(MONDAY, 8));
        assertThat(once.add(at(MONDAY.plusDays(1), 0), -8 * HOUR - 1)).isEqualTo(Long.MIN_VALUE);
        assertThat(idle().build().compiled().hasWorkingTime()).isFalse();
        assertThat(weekdays(8, 16).compiled().isEndless()).isTrue();
        assertThat(idle().build().compiled().isEndless()).isFalse();
    }

    @Test
    void amountsBeyondAllTimeAreTheEndOfTime() {
        CompiledCalendar office = weekdays(8, 16).compiled();
        CompiledCalendar always = WorkCalendar.roundTheClock("24h").compiled();
        long monday = at(MONDAY, 8);

        assertThat(always.isRoundTheClock()).isTrue();
        assertThat(office.isRoundTheClock()).isFalse();
        assertThat(always.add(monday, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(always.add(-monday, Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
        assertThat(always.add(monday, Long.MAX_VALUE - monday)).isEqualTo(Long.MAX_VALUE);
        assertThat(office.add(monday, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(office.add(monday, Long.MAX_VALUE / 2)).isEqualTo(Long.MAX_VALUE);
        assertThat(office.add(monday, Long.MIN_VALUE / 2)).isEqualTo(Long.MIN_VALUE);
        assertThat(office.add(monday, 0)).isEqualTo(monday);
        assertThat(office.add(monday, 5_000_000_000L)).isPositive().isLessThan(Long.MAX_VALUE);
    }

    @Test
    void equalCalendarsAreEqualAndOthersSpread() {
        Set<Integer> hashes = new HashSet<>();
        Set<Integer> compiled = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            WorkCalendar each = weekdays(8, 16).toBuilder()
                    .exception(CalendarException.dayOff("off", MONDAY.plusDays(i)))
                    .build();
            WorkCalendar same = weekdays(8, 16).toBuilder()
                    .exception(CalendarException.dayOff("off", MONDAY.plusDays(i)))
                    .build();
            assertThat(each).isEqualTo(same).hasSameHashCodeAs(same);
            assertThat(each.compiled()).isEqualTo(same.compiled()).hasSameHashCodeAs(same.compiled());
            hashes.add(each.hashCode());
            compiled.add(each.compiled().hashCode());
        }
        assertThat(hashes).hasSizeGreaterThan(40);
        assertThat(compiled).hasSizeGreaterThan(15);
        assertThat(weekdays(8, 16).compiled()).isNotEqualTo(weekdays(8, 17).compiled());
    }

    @Test
    void dayAndInstantAgreeOnTheAxis() {
        WorkCalendar office = weekdays(8, 16);

        assertThat(office.add(LocalDateTime.of(9999, 12, 31, 8, 0), dev.plumbline.calendar.WorkTime.hours(8)))
                .isEqualTo(LocalDateTime.of(9999, 12, 31, 16, 0));
        assertThat(List.of(
                        office.hoursOn(MONDAY).shifts().size(),
                        office.hoursOn(MONDAY.plusDays(5)).shifts().size()))
                .containsExactly(1, 0);
        assertThat(weekdays(8, 16).toBuilder()
                        .exception(CalendarException.working("", MONDAY, DayHours.of(shift(1, 2), shift(3, 5))))
                        .build()
                        .hoursOn(MONDAY))
                .isEqualTo(DayHours.of(shift(1, 2), shift(3, 5)));
    }
}
