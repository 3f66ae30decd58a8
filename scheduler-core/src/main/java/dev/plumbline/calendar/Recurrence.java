package dev.plumbline.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * On which days a calendar exception falls: a pattern that begins on a date and ends on a date or after a number of
 * occurrences. Immutable.
 *
 * @param pattern which days, counted from {@code from}
 * @param from the first day that can be hit
 * @param to the last day, included
 * @param occurrences how many days at most, 0 for "until the last day"
 */
public record Recurrence(Pattern pattern, LocalDate from, LocalDate to, int occurrences) {

    /** Checks the order of the dates. */
    public Recurrence {
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("an exception ends (%s) before it begins (%s)".formatted(to, from));
        }
        if (occurrences < 0) {
            throw new IllegalArgumentException("occurrences must not be negative: " + occurrences);
        }
    }

    /** Returns every day of a range, both ends included. */
    public static Recurrence range(LocalDate from, LocalDate to) {
        return new Recurrence(new Daily(1), from, to, 0);
    }

    /** Returns whether this is a plain range, which wins over patterns. */
    public boolean isRange() {
        return pattern instanceof Daily daily && daily.every() == 1 && occurrences == 0;
    }

    /** The kinds of recurrence. */
    public sealed interface Pattern {}

    /**
     * Every n-th day.
     *
     * @param every the number of days from one occurrence to the next, at least 1
     */
    public record Daily(int every) implements Pattern {
        /** Checks the interval. */
        public Daily {
            atLeastOne(every);
        }
    }

    /**
     * Every n-th workday of Monday to Friday.
     *
     * @param every the number of weekdays from one occurrence to the next, at least 1
     */
    public record EveryWeekday(int every) implements Pattern {
        /** Checks the interval. */
        public EveryWeekday {
            atLeastOne(every);
        }
    }

    /**
     * Some weekdays of every n-th week; weeks begin on Sunday and are counted from the week of the first day.
     *
     * @param every the number of weeks, at least 1
     * @param days the weekdays, not empty
     */
    public record Weekly(int every, Set<DayOfWeek> days) implements Pattern {
        /** Checks interval and days. */
        public Weekly {
            atLeastOne(every);
            if (days.isEmpty()) {
                throw new IllegalArgumentException("a weekly recurrence needs at least one weekday");
            }
            days = java.util.Collections.unmodifiableSet(EnumSet.copyOf(days));
        }
    }

    /**
     * A day of every n-th month; in a shorter month its last day.
     *
     * @param every the number of months, at least 1
     * @param day the day of the month, 1 to 31
     */
    public record MonthlyOnDay(int every, int day) implements Pattern {
        /** Checks interval and day. */
        public MonthlyOnDay {
            atLeastOne(every);
            dayOfMonth(day);
        }
    }

    /**
     * Such as the last Friday of every n-th month.
     *
     * @param every the number of months, at least 1
     * @param position which one of the month
     * @param item which kind of day
     */
    public record MonthlyByPosition(int every, Position position, DayKind item) implements Pattern {
        /** Checks the interval. */
        public MonthlyByPosition {
            atLeastOne(every);
            Objects.requireNonNull(position, "position");
            Objects.requireNonNull(item, "item");
        }
    }

    /**
     * A date of every year; 29 February falls on the 28th where there is none.
     *
     * @param every the number of years, at least 1
     * @param month the month
     * @param day the day of the month, 1 to 31
     */
    public record YearlyOnDay(int every, Month month, int day) implements Pattern {
        /** Checks interval and day. */
        public YearlyOnDay {
            atLeastOne(every);
            Objects.requireNonNull(month, "month");
            dayOfMonth(day);
            if (day > month.maxLength()) {
                throw new IllegalArgumentException("%s has no day %s".formatted(month, day));
            }
        }
    }

    /**
     * Such as the first Monday of May of every n-th year.
     *
     * @param every the number of years, at least 1
     * @param month the month
     * @param position which one of the month
     * @param item which kind of day
     */
    public record YearlyByPosition(int every, Month month, Position position, DayKind item) implements Pattern {
        /** Checks the interval. */
        public YearlyByPosition {
            atLeastOne(every);
            Objects.requireNonNull(month, "month");
            Objects.requireNonNull(position, "position");
            Objects.requireNonNull(item, "item");
        }
    }

    /** Which one of a month. */
    public enum Position {
        /** The first. */
        FIRST,
        /** The second. */
        SECOND,
        /** The third. */
        THIRD,
        /** The fourth. */
        FOURTH,
        /** The last. */
        LAST
    }

    /** Kinds of day that a position counts. */
    public enum DayKind {
        /** Any day. */
        DAY,
        /** Monday to Friday. */
        WEEKDAY,
        /** Saturday and Sunday. */
        WEEKEND_DAY,
        /** Sundays. */
        SUNDAY,
        /** Mondays. */
        MONDAY,
        /** Tuesdays. */
        TUESDAY,
        /** Wednesdays. */
        WEDNESDAY,
        /** Thursdays. */
        THURSDAY,
        /** Fridays. */
        FRIDAY,
        /** Saturdays. */
        SATURDAY
    }

    private static void atLeastOne(int every) {
        if (every < 1) {
            throw new IllegalArgumentException("the interval of a recurrence must be at least 1: " + every);
        }
    }

    private static void dayOfMonth(int day) {
        if (day < 1 || day > 31) {
            throw new IllegalArgumentException("the day of a month must be 1 to 31: " + day);
        }
    }
}
