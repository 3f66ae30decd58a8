package dev.plumbline.model;

import dev.plumbline.calendar.WorkTime;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A saved plan of one activity.
 *
 * @param number 0 to 10
 * @param start the planned start
 * @param finish the planned finish
 * @param duration the planned duration
 * @param work the planned work
 * @param cost the planned cost, in the project's currency
 */
public record Baseline(
        int number,
        @Nullable LocalDateTime start,
        @Nullable LocalDateTime finish,
        @Nullable WorkTime duration,
        @Nullable WorkTime work,
        @Nullable BigDecimal cost) {

    /** Checks the number and drops trailing zeros of the cost. */
    public Baseline {
        if (number < 0 || number > 10) {
            throw new IllegalArgumentException("baselines are numbered 0 to 10: " + number);
        }
        cost = cost == null ? null : Money.normal(cost);
    }
}
