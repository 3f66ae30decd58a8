package dev.plumbline.model;

import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A date that binds an activity beside its relationships.
 *
 * @param type what the date binds
 * @param date the date; absent for as soon and as late as possible
 */
public record Constraint(Type type, @Nullable LocalDateTime date) {

    /** No constraint: as soon as possible. */
    public static final Constraint NONE = new Constraint(Type.AS_SOON_AS_POSSIBLE, null);

    /** As late as possible without delaying the project. */
    public static final Constraint AS_LATE_AS_POSSIBLE = new Constraint(Type.AS_LATE_AS_POSSIBLE, null);

    /** Checks that a date is given exactly where the type needs one. */
    public Constraint {
        Objects.requireNonNull(type, "type");
        if (type.needsDate() && date == null) {
            throw new IllegalArgumentException("constraint %s needs a date".formatted(type));
        }
        if (!type.needsDate()) {
            date = null;
        }
    }

    /** What a constraint binds. */
    public enum Type {
        /** Nothing. */
        AS_SOON_AS_POSSIBLE,
        /** Takes the late dates. */
        AS_LATE_AS_POSSIBLE,
        /** The start, exactly. */
        MUST_START_ON,
        /** The finish, exactly. */
        MUST_FINISH_ON,
        /** The earliest start. */
        START_NO_EARLIER_THAN,
        /** The latest start. */
        START_NO_LATER_THAN,
        /** The earliest finish. */
        FINISH_NO_EARLIER_THAN,
        /** The latest finish. */
        FINISH_NO_LATER_THAN;

        /** Returns whether the type stands beside a date. */
        public boolean needsDate() {
            return this != AS_SOON_AS_POSSIBLE && this != AS_LATE_AS_POSSIBLE;
        }

        /** Returns whether the date binds a finish. */
        public boolean bindsFinish() {
            return this == MUST_FINISH_ON || this == FINISH_NO_EARLIER_THAN || this == FINISH_NO_LATER_THAN;
        }
    }

    /** Returns a lower bound of the start. */
    public static Constraint startNoEarlierThan(LocalDateTime date) {
        return new Constraint(Type.START_NO_EARLIER_THAN, date);
    }

    /** Returns an upper bound of the start. */
    public static Constraint startNoLaterThan(LocalDateTime date) {
        return new Constraint(Type.START_NO_LATER_THAN, date);
    }

    /** Returns a lower bound of the finish. */
    public static Constraint finishNoEarlierThan(LocalDateTime date) {
        return new Constraint(Type.FINISH_NO_EARLIER_THAN, date);
    }

    /** Returns an upper bound of the finish. */
    public static Constraint finishNoLaterThan(LocalDateTime date) {
        return new Constraint(Type.FINISH_NO_LATER_THAN, date);
    }

    /** Returns a fixed start. */
    public static Constraint mustStartOn(LocalDateTime date) {
        return new Constraint(Type.MUST_START_ON, date);
    }

    /** Returns a fixed finish. */
    public static Constraint mustFinishOn(LocalDateTime date) {
        return new Constraint(Type.MUST_FINISH_ON, date);
    }
}
