package dev.plumbline.cpm;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Relationship;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One link in the chain of reasons for a date: applied to {@code from} it gives {@code to}.
 *
 * @param kind what happens
 * @param activity the id of the activity it happens to
 * @param relationship the relationship, for steps along one
 * @param constraint the constraint, for steps that a constraint decides
 * @param calendar the id of the calendar in which time is counted; empty for the wall clock or where none is
 * @param amount the time that is added to {@code from}, negative where it is taken off; zero where none is
 * @param from the date before
 * @param to the date after
 * @param sentence the step in plain words
 */
public record Step(
        Kind kind,
        String activity,
        @Nullable Relationship relationship,
        @Nullable Constraint constraint,
        String calendar,
        WorkTime amount,
        LocalDateTime from,
        LocalDateTime to,
        String sentence) {

    /** What a step does. */
    public enum Kind {
        /** Begins at the start of the project. */
        PROJECT_START,
        /** Begins or ends the chain at the finish of the project. */
        PROJECT_FINISH,
        /** Takes a date that was reported. */
        ACTUAL,
        /** Takes a date that the planner typed. */
        MANUAL,
        /** Takes a date of another project. */
        EXTERNAL,
        /** Takes the date of a constraint or deadline. */
        CONSTRAINT,
        /** Follows a relationship from one activity to another, lag included. */
        RELATIONSHIP,
        /** Lays out the duration, forward or backward. */
        DURATION,
        /** Waits for the next, or goes back to the last, working time. */
        CALENDAR,
        /** Waits for the levelling delay. */
        LEVELLING_DELAY,
        /** Takes the late date, as late as possible. */
        LATE_DATES,
        /** Takes the date of the row below a summary that starts or finishes it. */
        ROLL_UP
    }

    /** Returns the sentence. */
    @Override
    public String toString() {
        return sentence;
    }
}
