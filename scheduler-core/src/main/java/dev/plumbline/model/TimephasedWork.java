package dev.plumbline.model;

import dev.plumbline.calendar.WorkTime;
import java.time.LocalDateTime;
import java.util.Objects;

/**
 * Work in a span of time.
 *
 * @param kind whether it is done or planned
 * @param from the first instant
 * @param to the end, not included
 * @param work how much; none marks a gap
 */
public record TimephasedWork(Kind kind, LocalDateTime from, LocalDateTime to, WorkTime work) {

    /** Checks that everything is given. */
    public TimephasedWork {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(work, "work");
    }

    /** What the work is. */
    public enum Kind {
        /** Planned, not yet done. */
        REMAINING,
        /** Done in regular time. */
        ACTUAL,
        /** Done in overtime. */
        ACTUAL_OVERTIME
    }
}
