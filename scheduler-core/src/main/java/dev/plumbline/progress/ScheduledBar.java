package dev.plumbline.progress;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Effort;
import dev.plumbline.model.Progress;
import dev.plumbline.model.TimephasedWork;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds where an activity lies: by what was reported, else by the schedule, with the gaps of its time-phased work. */
final class ScheduledBar {

    private final ActivityTimes times;
    private final Axis axis;
    private final Activity activity;
    private final Bar planned;

    private ScheduledBar(Schedule plan, Effort effort) {
        this.activity = effort.activity();
        this.times = plan.of(activity.id());
        this.axis = Axis.of(plan.project(), activity);
        this.planned = planned(axis, effort.assignments());
    }

    static Bar of(Schedule plan, Effort effort) {
        ScheduledBar bar = new ScheduledBar(plan, effort);
        Progress progress = bar.activity.progress();
        if (progress.isComplete()) {
            return bar.complete(progress);
        }
        LocalDateTime actualStart = progress.actualStart();
        return actualStart == null ? bar.unstarted() : bar.inProgress(progress, Ticks.of(actualStart));
    }

    /** Returns the time-phased work of all assignments together; none if there isn't any. */
    static Bar planned(Axis axis, List<Assignment> assignments) {
        List<Bar.Segment> blocks = new ArrayList<>();
        for (Assignment assignment : assignments) {
            for (TimephasedWork block : assignment.timephased()) {
                if (!block.work().isZero() && block.kind() != TimephasedWork.Kind.ACTUAL_OVERTIME) {
                    blocks.add(new Bar.Segment(Ticks.of(block.from()), Ticks.of(block.to())));
                }
            }
        }
        blocks.sort(Comparator.comparingLong(Bar.Segment::from));
        List<Bar.Segment> merged = new ArrayList<>();
        for (Bar.Segment block : blocks) {
            int last = merged.size() - 1;
            if (last >= 0 && axis.between(merged.get(last).to(), block.from()) <= 0) {
                Bar.Segment before = merged.get(last);
                merged.set(last, new Bar.Segment(before.from(), Math.max(before.to(), block.to())));
            } else {
                merged.add(block);
            }
        }
        return Bar.of(axis, merged);
    }

    private Bar complete(Progress progress) {
        LocalDateTime finish = progress.actualFinish();
        long done = activity.actualDuration().ticks();
        long to = finish == null ? Ticks.of(times.finish()) : Ticks.of(finish);
        LocalDateTime start = progress.actualStart();
        long from = start == null ? axis.add(to, -done) : Ticks.of(start);
        Bar bar = planned.isNone()
                ? Bar.of(axis, from, to)
                : planned.tail(0, from).ofLength(done);
        return bar.finish() == to
                ? bar
                : bar.finish() > to ? Bar.of(axis, from, to) : bar.then(Bar.of(axis, to, to)); // in an interruption
    }

    private Bar inProgress(Progress progress, long from) {
        long done = activity.actualDuration().ticks();
        long left = activity.remainingDuration().ticks();
        LocalDateTime stop = progress.stop();
        LocalDateTime resume = progress.resume();
        long stopped = stop == null ? axis.add(from, done) : Ticks.of(stop);
        long next = axis.nextStart(resume == null ? stopped : Math.max(stopped, Ticks.of(resume)));
        if (planned.isNone()) {
            Bar tail = Bar.of(axis, next, axis.add(next, left));
            return done == 0 ? tail : Bar.of(axis, from, stopped).then(tail);
        }
        Bar tail = planned.tail(planned.before(next), next);
        Bar rest = tail.isNone() ? Bar.of(axis, next, axis.add(next, left)) : tail.ofLength(left);
        Bar head = planned.start() == from ? planned.head(done) : Bar.of(axis, from, stopped);
        return done == 0 ? rest : head.then(rest);
    }

    /** The gaps of time-phased work count where the schedule counted them, which the finish tells. */
    private Bar unstarted() {
        long from = Ticks.of(times.start());
        long to = Ticks.of(times.finish());
        long length = activity.duration().ticks();
        boolean asScheduled = times.activity().duration().ticks() == length
                && !times.activity().progress().isStarted();
        Bar whole = Bar.of(axis, from, asScheduled ? to : axis.add(from, length));
        if (planned.isNone() || !activity.isAutomatic()) {
            return whole;
        }
        Bar split = planned.tail(0, from).ofLength(length);
        return asScheduled && split.finish() != to && whole.length() == length ? whole : split;
    }
}
