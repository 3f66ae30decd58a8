package dev.plumbline.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Weekly hours that replace the usual ones between two dates. A weekday that is not listed keeps the usual hours.
 *
 * @param name the planner's name for it, possibly empty
 * @param from the first day
 * @param to the last day, included
 * @param days the hours by weekday
 */
public record WorkWeek(String name, LocalDate from, LocalDate to, Map<DayOfWeek, DayHours> days) {

    /** Checks the order of the dates. */
    public WorkWeek {
        Objects.requireNonNull(name, "name");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "work week '%s' ends (%s) before it begins (%s)".formatted(name, to, from));
        }
        days = Map.copyOf(days);
    }

    /** Returns the hours by weekday, from Monday on, for iteration in a fixed order. */
    public Map<DayOfWeek, DayHours> orderedDays() {
        EnumMap<DayOfWeek, DayHours> ordered = new EnumMap<>(DayOfWeek.class);
        ordered.putAll(days);
        return ordered;
    }

    /** Returns whether a date lies within, both ends included. */
    public boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
