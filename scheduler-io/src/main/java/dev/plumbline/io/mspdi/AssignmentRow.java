package dev.plumbline.io.mspdi;

import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.model.Assignment;
import org.jspecify.annotations.Nullable;

/**
 * An assignment as it is written.
 *
 * @param assignment the assignment
 * @param uid its number
 * @param task the number of its task
 * @param resource the number of its resource, -65535 for none
 * @param guid the mark of one that is made for the file only
 * @param workFollows whether the amount of work is left to follow from duration and units
 * @param times the computed dates of the activity
 */
record AssignmentRow(
        Assignment assignment,
        String uid,
        String task,
        String resource,
        @Nullable String guid,
        boolean workFollows,
        @Nullable ActivityTimes times) {

    String percentWorkComplete() {
        return Texts.percent(assignment.actualWork().ticks(), assignment.work().ticks());
    }

    @Nullable
    String work() {
        return workFollows ? null : DurationText.of(assignment.work().ticks());
    }

    @Nullable
    String regularWork() {
        return workFollows
                ? null
                : DurationText.of(Math.max(
                        0, assignment.work().ticks() - assignment.overtimeWork().ticks()));
    }

    /** Before work begins everything is left; once it has begun, only what was reported is written. */
    @Nullable
    String remainingWork() {
        boolean begun = hasBegun(assignment);
        return workFollows || (begun && assignment.remainingWork() == null)
                ? null
                : DurationText.of(Math.max(0, TaskWork.remaining(assignment)));
    }

    /** Returns whether something was reported. */
    static boolean hasBegun(Assignment assignment) {
        return assignment.actualStart() != null || assignment.actualWork().ticks() > 0;
    }

    private boolean followsActivity() {
        return assignment.delay().isZero() && assignment.levellingDelay().isZero();
    }

    @Nullable
    String start() {
        return times == null || !followsActivity() ? null : DateText.of(times.start());
    }

    @Nullable
    String finish() {
        return times == null || !followsActivity() ? null : DateText.of(times.finish());
    }
}
