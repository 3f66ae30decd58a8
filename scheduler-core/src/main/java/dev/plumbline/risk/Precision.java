package dev.plumbline.risk;

import dev.plumbline.calendar.WorkTime;

/**
 * When a simulation is precise enough to stop. Immutable.
 *
 * @param percentile of the project's finish, above 0 and below 100
 * @param halfWidth half the width of its 95 % confidence interval, working time of the project's calendar, above 0
 */
public record Precision(double percentile, WorkTime halfWidth) {

    /** Checks the ranges. */
    public Precision {
        if (!(percentile > 0 && percentile < 100)) {
            throw new IllegalArgumentException("a percentile to be precise about is between 0 and 100: " + percentile);
        }
        if (halfWidth.isElapsed() || halfWidth.ticks() <= 0) {
            throw new IllegalArgumentException("a precision is working time above 0: " + halfWidth);
        }
    }
}
