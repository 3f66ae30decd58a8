package dev.plumbline.progress;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Effort;
import dev.plumbline.model.Progress;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What is to be reported of one activity: where the finished part lies and where the rest. Immutable.
 *
 * @param start when work began
 * @param head the finished part; none if nothing is finished yet
 * @param tail the rest; none if nothing is left
 * @param done how much of the duration is done
 * @param left how much of it is left
 * @param complete whether it is finished, which a milestone's durations don't tell
 */
record Report(long start, Bar head, Bar tail, long done, long left, boolean complete) {

    /** Returns the report of an activity that lies in a bar and of whose duration so much is done. */
    static Report of(long start, Bar bar, Activity activity, long done) {
        long total = activity.duration().ticks();
        long length = bar.length();
        long at = length == total || total == 0 ? done : Math.round(length * ((double) done / total));
        if (done >= total && total > 0) {
            return new Report(start, bar, bar.none(), done, 0, true);
        }
        return new Report(start, bar.head(at), bar.tail(at, bar.beginOf(at)), done, total - done, false);
    }

    /** Returns the report of an activity that is finished as its bar lies. */
    static Report complete(long start, Bar bar, Activity activity) {
        return new Report(start, bar, bar.none(), activity.duration().ticks(), 0, true);
    }

    Report withTail(Bar other) {
        return new Report(start, head, other, done, left, complete);
    }

    Report withHead(Bar other) {
        return new Report(other.start(), other, tail, done, left, complete);
    }

    private long stop() {
        return head.isNone() ? start : head.finish();
    }

    private boolean isSplit() {
        return !complete && !tail.isNone() && (done > 0 || tail.start() != start);
    }

    /** Returns when the finished part ends; absent if nothing is finished. */
    @Nullable
    LocalDateTime stopDate() {
        return complete || isSplit() ? Ticks.toDateTime(stop()) : null;
    }

    /** Returns when the rest begins; absent if nothing is left or nothing is finished. */
    @Nullable
    LocalDateTime resumeDate() {
        return isSplit() ? Ticks.toDateTime(tail.start()) : null;
    }

    /** Returns when it was finished. */
    @Nullable
    LocalDateTime finish() {
        return complete ? Ticks.toDateTime(stop()) : null;
    }

    /** Returns the activity with this progress; the assignments' work too, if it is to follow. */
    Effort applyTo(Effort effort, Axis axis, boolean workFollows) {
        Activity activity = effort.activity();
        Progress progress = progress(activity);
        Activity reported = activity.with(a -> a.progress(progress));
        return effort.with(
                reported, workFollows ? new ActualWork(effort, axis, this).assignments() : effort.assignments());
    }

    private Progress progress(Activity activity) {
        long total = done + left;
        return new Progress(
                Ticks.toDateTime(start),
                finish(),
                activity.duration().withTicks(done),
                activity.duration().withTicks(left),
                complete ? 100 : total == 0 ? 0 : Math.min(100, 100.0 * done / total),
                activity.progress().physicalPercentComplete(),
                stopDate(),
                resumeDate());
    }
}
