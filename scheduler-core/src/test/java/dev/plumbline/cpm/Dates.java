package dev.plumbline.cpm;

import dev.plumbline.calendar.WorkTime;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Dates of 2025 written as a planner reads them; a weekday that does not fit the date is refused. */
final class Dates {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("EEE MM-dd HH:mm")
            .parseDefaulting(ChronoField.YEAR, 2025)
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.SMART);

    /** The project start of the worked examples. */
    static final LocalDateTime START = at("Mon 03-03 08:00");

    private Dates() {}

    static LocalDateTime at(String text) {
        return LocalDateTime.parse(text, FORMAT);
    }

    static String text(LocalDateTime instant) {
        return FORMAT.format(instant);
    }

    /** Returns working or elapsed hours; a fraction fails the test that asks. */
    static long hours(WorkTime time) {
        long ticks = 60 * WorkTime.TICKS_PER_MINUTE;
        if (time.ticks() % ticks != 0) {
            throw new AssertionError("not whole hours: " + time);
        }
        return time.ticks() / ticks;
    }
}
