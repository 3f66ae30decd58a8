package dev.plumbline.calendar;

import dev.plumbline.calendar.Recurrence.Daily;
import dev.plumbline.calendar.Recurrence.DayKind;
import dev.plumbline.calendar.Recurrence.EveryWeekday;
import dev.plumbline.calendar.Recurrence.MonthlyByPosition;
import dev.plumbline.calendar.Recurrence.MonthlyOnDay;
import dev.plumbline.calendar.Recurrence.Pattern;
import dev.plumbline.calendar.Recurrence.Position;
import dev.plumbline.calendar.Recurrence.Weekly;
import dev.plumbline.calendar.Recurrence.YearlyByPosition;
import dev.plumbline.calendar.Recurrence.YearlyOnDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.function.LongUnaryOperator;

/** The days of a recurrence by number, so that none need be counted out: the millionth costs what the first does. */
final class Occurrences {

    /** Later than any day that is asked for. */
    private static final long NEVER = Long.MAX_VALUE / 2;

    private final LongUnaryOperator day;
    private final long begin;
    private final long end;
    private final long lastDay;

    private Occurrences(LongUnaryOperator day, long begin, long end, long lastDay) {
        this.day = day;
        this.begin = begin;
        this.end = end;
        this.lastDay = lastDay;
    }

    static Occurrences of(Recurrence recurrence) {
        LongUnaryOperator day = sequence(recurrence.pattern(), recurrence.from());
        long begin = 0;
        while (day.applyAsLong(begin) < recurrence.from().toEpochDay()) {
            begin++;
        }
        long end = recurrence.occurrences() == 0 ? Long.MAX_VALUE : begin + recurrence.occurrences();
        return new Occurrences(day, begin, end, recurrence.to().toEpochDay());
    }

    /** Returns the number of the first occurrence on or after a day; it may lie beyond the end. */
    long numberFrom(long epochDay) {
        if (day.applyAsLong(begin) >= epochDay) {
            return begin;
        }
        long step = 1;
        while (day.applyAsLong(begin + step) < epochDay) {
            step *= 2;
        }
        long low = begin + step / 2;
        long high = begin + step;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (day.applyAsLong(middle) < epochDay) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Returns the day of an occurrence, or a day beyond all others if there are not so many. */
    long day(long number) {
        if (number >= end) {
            return NEVER;
        }
        long result = day.applyAsLong(number);
        return result > lastDay ? NEVER : result;
    }

    /** Returns the days of a pattern by number, rising; the first few may lie before the first day. */
    private static LongUnaryOperator sequence(Pattern pattern, LocalDate from) {
        if (pattern instanceof Daily daily) {
            return number -> from.toEpochDay() + number * daily.every();
        }
        if (pattern instanceof EveryWeekday weekdays) {
            long first = weekdayNumber(from.toEpochDay());
            return number -> weekday(first + number * weekdays.every());
        }
        if (pattern instanceof Weekly weekly) {
            return weekly(weekly, from);
        }
        if (pattern instanceof MonthlyOnDay monthly) {
            return monthly(from, monthly.every(), month -> onDay(month, monthly.day()));
        }
        if (pattern instanceof MonthlyByPosition monthly) {
            return monthly(from, monthly.every(), month -> byPosition(month, monthly.position(), monthly.item()));
        }
        if (pattern instanceof YearlyOnDay yearly) {
            return yearly(from, yearly.every(), yearly.month(), month -> onDay(month, yearly.day()));
        }
        YearlyByPosition yearly = (YearlyByPosition) pattern;
        return yearly(
                from, yearly.every(), yearly.month(), month -> byPosition(month, yearly.position(), yearly.item()));
    }

    /** Returns the number of a Monday to Friday, of the next Monday for a weekend. */
    private static long weekdayNumber(long epochDay) {
        long week = Math.floorDiv(epochDay + 3, 7L);
        return 5 * week + Math.min(5, epochDay + 3 - 7 * week);
    }

    private static long weekday(long number) {
        return 7 * Math.floorDiv(number, 5L) + Math.floorMod(number, 5L) - 3;
    }

    private static LongUnaryOperator weekly(Weekly weekly, LocalDate from) {
        int[] offsets = weekly.days().stream()
                .mapToInt(weekday -> weekday.getValue() % 7)
                .sorted()
                .toArray();
        long sunday = from.toEpochDay() - from.getDayOfWeek().getValue() % 7;
        return number ->
                sunday + number / offsets.length * 7 * weekly.every() + offsets[(int) (number % offsets.length)];
    }

    /** A month whose day lies before the first day is not counted: the first one is then the next month. */
    private static LongUnaryOperator monthly(LocalDate from, int every, LongUnaryOperator dayOfMonth) {
        long month = 12L * from.getYear() + from.getMonthValue() - 1;
        long first = dayOfMonth.applyAsLong(month) < from.toEpochDay() ? month + 1 : month;
        return number -> dayOfMonth.applyAsLong(first + number * every);
    }

    private static LongUnaryOperator yearly(LocalDate from, int every, Month month, LongUnaryOperator dayOfMonth) {
        long inYear = 12L * from.getYear() + month.getValue() - 1;
        long first = dayOfMonth.applyAsLong(inYear) < from.toEpochDay() ? inYear + 12 : inYear;
        return number -> dayOfMonth.applyAsLong(first + number * 12 * every);
    }

    private static long onDay(long month, int day) {
        if (isBeyond(month)) {
            return NEVER;
        }
        LocalDate first = firstOf(month);
        return first.toEpochDay() + Math.min(day, first.lengthOfMonth()) - 1;
    }

    private static long byPosition(long month, Position position, DayKind kind) {
        if (isBeyond(month)) {
            return NEVER;
        }
        LocalDate first = firstOf(month);
        if (position == Position.LAST) {
            LocalDate day = first.plusDays(first.lengthOfMonth() - 1L);
            while (!is(kind, day.getDayOfWeek())) {
                day = day.minusDays(1);
            }
            return day.toEpochDay();
        }
        LocalDate day = first;
        int missing = before(position);
        while (missing > 0 || !is(kind, day.getDayOfWeek())) {
            missing -= is(kind, day.getDayOfWeek()) ? 1 : 0;
            day = day.plusDays(1);
        }
        return day.toEpochDay();
    }

    /** Returns how many of its kind come before a position other than the last. */
    private static int before(Position position) {
        return switch (position) {
            case FIRST -> 0;
            case SECOND -> 1;
            case THIRD -> 2;
            case FOURTH -> 3;
            case LAST -> throw new IllegalArgumentException("counted from the other end: " + position);
        };
    }

    private static boolean is(DayKind kind, DayOfWeek weekday) {
        return switch (kind) {
            case DAY -> true;
            case WEEKDAY -> weekday.compareTo(DayOfWeek.FRIDAY) <= 0;
            case WEEKEND_DAY -> weekday.compareTo(DayOfWeek.FRIDAY) > 0;
            case SUNDAY -> weekday == DayOfWeek.SUNDAY;
            case MONDAY -> weekday == DayOfWeek.MONDAY;
            case TUESDAY -> weekday == DayOfWeek.TUESDAY;
            case WEDNESDAY -> weekday == DayOfWeek.WEDNESDAY;
            case THURSDAY -> weekday == DayOfWeek.THURSDAY;
            case FRIDAY -> weekday == DayOfWeek.FRIDAY;
            case SATURDAY -> weekday == DayOfWeek.SATURDAY;
        };
    }

    private static boolean isBeyond(long month) {
        return month > 12L * 999_999_990;
    }

    private static LocalDate firstOf(long month) {
        return LocalDate.of((int) Math.floorDiv(month, 12L), (int) Math.floorMod(month, 12L) + 1, 1);
    }
}
