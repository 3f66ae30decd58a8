package dev.plumbline.model;

import java.time.LocalDateTime;
import java.util.Objects;

/**
 * The dates that an activity had before levelling moved or split it.
 *
 * @param start the start
 * @param finish the finish, not before the start
 */
public record Unlevelled(LocalDateTime start, LocalDateTime finish) {

    /** Checks the order. */
    public Unlevelled {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(finish, "finish");
        if (finish.isBefore(start)) {
            throw new IllegalArgumentException(
                    "the finish before levelling, %s, is before the start, %s".formatted(finish, start));
        }
    }
}
