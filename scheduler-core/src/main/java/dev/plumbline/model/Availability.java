package dev.plumbline.model;

import java.time.LocalDateTime;

/**
 * How many units of a resource there are in a span of time.
 *
 * @param from the first instant
 * @param to the end, not included
 * @param units how many, 1.0 for one person full time
 */
public record Availability(LocalDateTime from, LocalDateTime to, double units) {

    /** The instant that stands for "since ever". */
    public static final LocalDateTime EVER = LocalDateTime.of(1984, 1, 1, 0, 0);

    /** The instant that stands for "for ever". */
    public static final LocalDateTime FOR_EVER = LocalDateTime.of(2049, 12, 31, 23, 59);

    /** Checks order and amount. */
    public Availability {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("availability ends (%s) before it begins (%s)".formatted(to, from));
        }
        if (!(units >= 0 && units < 1e9)) {
            throw new IllegalArgumentException("available units must be 0 or more: " + units);
        }
    }
}
