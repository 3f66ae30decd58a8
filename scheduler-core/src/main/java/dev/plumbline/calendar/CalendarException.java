package dev.plumbline.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Days whose hours differ from the week's: a holiday, a shutdown, a Saturday worked. A plain range unless it recurs.
 *
 * @param name the planner's name for it, possibly empty
 * @param recurrence on which days it falls
 * @param hours the hours of these days; {@link DayHours#OFF} for days off
 */
public record CalendarException(String name, Recurrence recurrence, DayHours hours) {

    /** Checks that everything is given. */
    public CalendarException {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(recurrence, "recurrence");
        Objects.requireNonNull(hours, "hours");
    }

    /** Returns a single day off. */
    public static CalendarException dayOff(String name, LocalDate day) {
        return daysOff(name, day, day);
    }

    /** Returns days off from one date to another, both included. */
    public static CalendarException daysOff(String name, LocalDate from, LocalDate to) {
        return new CalendarException(name, Recurrence.range(from, to), DayHours.OFF);
    }

    /** Returns a day with hours of its own. */
    public static CalendarException working(String name, LocalDate day, DayHours hours) {
        return new CalendarException(name, Recurrence.range(day, day), hours);
    }
}
