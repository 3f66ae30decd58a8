package dev.plumbline.io.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates that a chart is restricted to; what is absent is left to the plan.
 *
 * @param from the first day shown
 * @param to the last day shown
 */
public record Window(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** The whole plan. */
    public static final Window ALL = new Window(null, null);

    /** Checks the order. */
    public Window {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("the chart ends (%s) before it begins (%s)".formatted(to, from));
        }
    }
}
