package dev.plumbline.progress;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Effort;
import dev.plumbline.model.Progress;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** An activity that was finished on another date than scheduled: it took as long as it took. */
final class Finish {

    private final Effort effort;
    private final Activity activity;
    private final Bar bar;
    private final Axis axis;
    private final long date;

    Finish(Effort effort, Bar bar, Axis axis, long date) {
        this.effort = effort;
        this.activity = effort.activity();
        this.bar = bar;
        this.axis = axis;
        this.date = date;
    }

    Effort effort(boolean workFollows) {
        Bar taken = taken();
        long length = activity.duration().isZero() ? 0 : taken.length();
        WorkTime duration = activity.duration().withTicks(length);
        Effort planned = effort.with(activity.with(a -> a.progress(unreported())), ActualWork.cleared(effort));
        Effort known = length > 0
                ? planned.withDuration(duration)
                : planned.with(
                        planned.activity().with(a -> a.duration(duration).estimated(false)), planned.assignments());
        return Report.complete(taken.start(), taken, known.activity())
                .applyTo(workFollows ? known : known.with(known.activity(), effort.assignments()), axis, workFollows);
    }

    private Progress unreported() {
        double physical = activity.progress().physicalPercentComplete();
        return new Progress(null, null, null, null, 0, physical, null, null);
    }

    /** The bar up to the date, its last part longer if need be. */
    private Bar taken() {
        LocalDateTime actualStart = activity.progress().actualStart();
        if (actualStart != null && Ticks.of(actualStart) > date) {
            throw new IllegalArgumentException(
                    "activity '%s' began on %s and can't have finished before, on %s; correct its start first"
                            .formatted(activity.id(), actualStart, Ticks.toDateTime(date)));
        }
        if (activity.duration().isZero()) {
            return Bar.of(axis, actualStart == null ? date : Ticks.of(actualStart), date);
        }
        long start = actualStart == null ? bar.start() : Ticks.of(actualStart);
        if (actualStart == null && start >= date) {
            return Bar.of(axis, axis.add(date, -activity.duration().ticks()), date);
        }
        Bar before = bar.head(bar.before(date));
        if (before.isNone()) {
            return Bar.of(axis, start, date);
        }
        List<Bar.Segment> segments = new ArrayList<>(before.segments());
        Bar.Segment last = segments.remove(segments.size() - 1);
        segments.add(new Bar.Segment(last.from(), date > bar.finish() ? date : last.to()));
        if (date > last.to() && date <= bar.finish()) {
            segments.add(new Bar.Segment(date, date)); // in an interruption
        }
        return Bar.of(axis, segments);
    }
}
