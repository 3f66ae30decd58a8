package dev.plumbline.level;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Contour;
import dev.plumbline.model.EffortRule;
import dev.plumbline.model.Progress;
import dev.plumbline.model.TimephasedWork;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** When an assignment is at work, and with how many units, as a checker reads it from a schedule. */
final class WorkSpans {

    private final ActivityTimes times;
    private final Assignment assignment;
    private final CompiledCalendar works;
    private final List<Span> spans = new ArrayList<>();

    /**
     * A span of even work.
     *
     * @param activity the id of the activity
     * @param from the first tick
     * @param to the end, not included
     * @param units how much is used
     * @param calendar when it works in between
     * @param done whether it is reported as done
     */
    record Span(String activity, long from, long to, double units, CompiledCalendar calendar, boolean done) {

        boolean worksAt(long instant) {
            return from <= instant && instant < to && calendar.nextStart(instant) == instant;
        }
    }

    private WorkSpans(ActivityTimes times, Assignment assignment, CompiledCalendar works) {
        this.times = times;
        this.assignment = assignment;
        this.works = works;
    }

    /**
     * Returns the spans of an assignment.
     *
     * @param times the dates of its activity
     * @param assignment the assignment
     * @param works when it can work
     * @param planned the first instant of planned work of all assignments of the activity, as its file has it
     */
    static List<Span> of(ActivityTimes times, Assignment assignment, CompiledCalendar works, long planned) {
        WorkSpans spans = new WorkSpans(times, assignment, works);
        Activity activity = times.activity();
        if (!activity.isAutomatic() || activity.progress().isComplete()) {
            spans.add(
                    Ticks.of(times.start()),
                    Ticks.of(times.finish()),
                    assignment.units(),
                    activity.progress().isComplete());
        } else if (activity.progress().isStarted()) {
            spans.started();
        } else if (hasPlannedWork(assignment) && !activity.duration().isElapsed()) {
            spans.planned(planned);
        } else {
            spans.spread();
        }
        return spans.spans;
    }

    static boolean hasPlannedWork(Assignment assignment) {
        return assignment.timephased().stream().anyMatch(WorkSpans::isPlanned);
    }

    static boolean isPlanned(TimephasedWork block) {
        return block.kind() == TimephasedWork.Kind.REMAINING && !block.work().isZero();
    }

    private void add(long from, long to, double units) {
        add(from, to, units, false);
    }

    private void add(long from, long to, double units, boolean done) {
        if (from < to && units > 0) {
            spans.add(new Span(times.activity().id(), from, to, units, works, done));
        }
    }

    /** Work by time, which begins as long after the start as it was planned to. */
    private void planned(long planned) {
        long start = Ticks.of(times.start()) + assignment.levellingDelay().ticks();
        block(from -> works.nextStart(works.add(start, works.work(planned, from))));
    }

    /** What is done, and what is left from where it goes on. */
    private void started() {
        Progress progress = times.activity().progress();
        long start = Ticks.of(times.start());
        long finish = Ticks.of(times.finish());
        long stop = progress.stop() != null ? Ticks.of(progress.stop()) : stopFrom(start, progress);
        LocalDateTime resumed = progress.resume();
        long resume = resumed != null && Ticks.of(resumed) > stop ? Ticks.of(resumed) : stop;
        add(start, Math.min(stop, resume), assignment.units(), true);
        if (hasPlannedWork(assignment) && assignment.contour() != Contour.FLAT) {
            block(from -> from);
            return;
        }
        long own = assignment.resume() == null ? resume : Math.max(resume, Ticks.of(assignment.resume()));
        WorkTime left = assignment.remainingWork();
        long end = left == null ? finish : works.add(own, Math.round(left.ticks() / assignment.units()));
        add(own, Math.min(end, finish), assignment.units());
    }

    private long stopFrom(long start, Progress progress) {
        WorkTime done = progress.actualDuration();
        WorkTime left = progress.remainingDuration();
        long duration = times.activity().duration().ticks();
        long ticks = done != null
                ? done.ticks()
                : left != null
                        ? Math.max(0, duration - left.ticks())
                        : Math.round(duration * (progress.percentComplete() / 100));
        return works.add(start, ticks);
    }

    private void block(ToLongFunction<Long> place) {
        for (TimephasedWork block : assignment.timephased()) {
            long length = works.work(Ticks.of(block.from()), Ticks.of(block.to()));
            if (isPlanned(block) && length > 0) {
                long from = place.applyAsLong(Ticks.of(block.from()));
                add(from, works.add(from, length), (double) block.work().ticks() / length);
            }
        }
    }

    /** Work spread by the contour, from the assignment's start over what its work takes or the duration leaves. */
    private void spread() {
        long start = Ticks.of(times.start()) + assignment.levellingDelay().ticks();
        long finish = Ticks.of(times.finish());
        long begin = works.add(start, assignment.delay().ticks());
        long end = Math.min(finish, endFrom(begin, finish));
        long length = works.work(begin, end);
        boolean flat = assignment.contour() == Contour.FLAT || assignment.contour() == Contour.CONTOURED;
        int parts = flat ? 1 : Contour.PARTS;
        for (int part = 0; part < parts; part++) {
            long from = works.nextStart(works.add(begin, length * part / parts));
            long to = works.add(begin, length * (part + 1) / parts);
            double share = flat ? 1 : assignment.contour().percent(part) / 100.0;
            add(from, to, assignment.units() * share);
        }
    }

    private long endFrom(long begin, long finish) {
        Activity activity = times.activity();
        long regular = assignment.work().ticks() - assignment.overtimeWork().ticks();
        boolean byWork = regular > 0
                && assignment.contour() == Contour.FLAT
                && activity.effortRule() != EffortRule.FIXED_DURATION
                && !activity.duration().isElapsed();
        return byWork ? works.add(begin, Math.round(regular / assignment.units())) : finish;
    }
}
