package dev.plumbline.cpm;

import dev.plumbline.model.Constraint;
import dev.plumbline.model.Relationship;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What decides the start of an activity.
 *
 * @param kind the kind of reason
 * @param relationship the driving relationship, where there is one
 * @param constraint the deciding constraint, where there is one
 * @param date the date before calendars and levelling delay act on it
 */
public record Driver(
        Kind kind,
        @Nullable Relationship relationship,
        @Nullable Constraint constraint,
        LocalDateTime date) {

    /** Kinds of reason. */
    public enum Kind {
        /** The start of the project. */
        PROJECT_START,
        /** A relationship from a predecessor. */
        RELATIONSHIP,
        /** The activity's own constraint, or that of a summary above it. */
        CONSTRAINT,
        /** The dates typed into the activity, or the start of a manual summary above it. */
        MANUAL,
        /** What was reported. */
        ACTUAL,
        /** The finish of the project, for activities placed as late as possible. */
        LATE_DATES,
        /** The rows below a summary. */
        ROLL_UP,
        /** The dates of an activity of another project. */
        EXTERNAL,
        /** The activity takes no part. */
        INACTIVE
    }

    /** Returns the reason in a few words, such as {@code A -FS-> B} or {@code START_NO_EARLIER_THAN 2026-03-02T08:00}. */
    @Override
    public String toString() {
        if (relationship != null) {
            return relationship.toString();
        }
        if (constraint != null) {
            return constraint.type() + (constraint.date() == null ? "" : " " + constraint.date());
        }
        return switch (kind) {
            case PROJECT_START -> "project start";
            case MANUAL -> "manual dates";
            case ACTUAL -> "actual start";
            case LATE_DATES -> "as late as possible";
            case ROLL_UP -> "rows below";
            case EXTERNAL -> "external dates";
            case INACTIVE -> "inactive";
            case RELATIONSHIP -> "relationship";
            case CONSTRAINT -> "constraint";
        };
    }
}
