package dev.plumbline.level;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** The spans of time over which demand and capacity are summed. */
public enum Granularity {
    /** A minute on the clock. */
    MINUTE(ChronoUnit.MINUTES),
    /** An hour on the clock. */
    HOUR(ChronoUnit.HOURS),
    /** A calendar day. */
    DAY(ChronoUnit.DAYS),
    /** A calendar week. */
    WEEK(ChronoUnit.WEEKS),
    /** A calendar month. */
    MONTH(ChronoUnit.MONTHS);

    private final ChronoUnit unit;

    Granularity(ChronoUnit unit) {
        this.unit = unit;
    }

    /** Returns the beginning of the span in which an instant lies, weeks from Monday. */
    LocalDateTime floor(LocalDateTime instant) {
        return floor(instant, DayOfWeek.MONDAY);
    }

    /** Returns the beginning of the span in which an instant lies. */
    LocalDateTime floor(LocalDateTime instant, DayOfWeek weekStart) {
        return switch (this) {
            case MINUTE, HOUR, DAY -> instant.truncatedTo(unit);
            case WEEK ->
                instant.toLocalDate()
                        .with(TemporalAdjusters.previousOrSame(weekStart))
                        .atStartOfDay();
            case MONTH -> {
                LocalDate day = instant.toLocalDate();
                yield day.withDayOfMonth(1).atStartOfDay();
            }
        };
    }

    /** Returns the beginning of the next span. */
    LocalDateTime next(LocalDateTime begin) {
        return begin.plus(1, unit);
    }
}
