package dev.plumbline.model;

import dev.plumbline.calendar.WorkTime;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The dates that a planner typed into a manually scheduled activity.
 *
 * @param start the start, if typed
 * @param finish the finish, if typed
 * @param duration the duration, if typed
 */
public record ManualDates(
        @Nullable LocalDateTime start,
        @Nullable LocalDateTime finish,
        @Nullable WorkTime duration) {

    /**
     * Checks the order of the dates.
     *
     * @throws IllegalArgumentException if the finish lies before the start
     */
    public ManualDates {
        if (start != null && finish != null && finish.isBefore(start)) {
            throw new IllegalArgumentException(
                    "the typed finish %s lies before the typed start %s".formatted(finish, start));
        }
    }

    /** Nothing typed yet. */
    public static final ManualDates NONE = new ManualDates(null, null, null);
}
