package dev.plumbline.model;

import dev.plumbline.calendar.WorkTime;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes edited numbers back into an activity and its assignments. */
final class EffortResult {

    private EffortResult() {}

    /**
     * Returns the remaining duration after an edit: the longest assignment. A duration that did not agree with the assignments
     * before, since their resources have other calendars, changes in proportion.
     */
    static long remainingDuration(List<Booking> before, List<Booking> after, long left) {
        double was = longest(before);
        double is = longest(after);
        if (Math.abs(is - was) < 0.5) {
            return left;
        }
        boolean agreed = was <= 0 || before.stream().anyMatch(b -> b.fills(left));
        return agreed ? Math.round(is) : Math.round(left * (is / was));
    }

    private static double longest(List<Booking> bookings) {
        return bookings.stream().mapToDouble(Booking::end).max().orElse(0);
    }

    /** Returns the activity with its assignments as edited; the duration gives the unit. */
    static Effort of(Effort old, WorkTime duration, List<Booking> before, List<Booking> after, long left) {
        Activity activity = old.activity();
        long oldLeft = activity.remainingDuration().ticks();
        long done = activity.actualDuration().ticks();
        Activity edited = edited(old, duration.withTicks(done + left), done, left);
        LocalDateTime finish = edited.progress().actualFinish();
        Map<String, Booking> was = byId(before);
        Map<String, Booking> is = byId(after);
        List<Assignment> assignments = new ArrayList<>();
        for (Assignment assignment : old.assignments()) {
            Booking from = was.get(assignment.id());
            Booking to = is.remove(assignment.id());
            if (to != null) {
                assignments.add(written(old, edited, from == null ? to : from, to, finish));
            } else if (from == null) {
                assignments.add(assignment.resource() == null ? carrier(old, assignment, oldLeft, left) : assignment);
            }
        }
        is.values().forEach(to -> assignments.add(written(old, edited, to, to, finish)));
        return old.with(edited, assignments);
    }

    private static Map<String, Booking> byId(List<Booking> bookings) {
        Map<String, Booking> result = new LinkedHashMap<>();
        bookings.forEach(b -> result.put(b.assignment().id(), b));
        return result;
    }

    private static Activity edited(Effort old, WorkTime duration, long done, long left) {
        Activity activity = old.activity();
        boolean changed = !duration.equals(activity.duration());
        Progress progress = activity.progress();
        ManualDates typed = activity.manual();
        return activity.with(a -> {
            if (changed) {
                a.duration(duration).estimated(false);
            }
            if (changed && activity.mode() == SchedulingMode.MANUAL) {
                a.manual(new ManualDates(typed.start(), typed.start() == null ? typed.finish() : null, duration));
            }
            return progress.isStarted() || progress.isComplete()
                    ? a.progress(progressed(old, progress, duration, done, left))
                    : a;
        });
    }

    private static Progress progressed(Effort old, Progress progress, WorkTime duration, long done, long left) {
        LocalDateTime finish = progress.actualFinish();
        LocalDateTime start = progress.actualStart();
        if (start == null && finish != null) {
            start = old.shape().after(finish, -done);
        }
        if (left > 0 || (duration.isZero() && !progress.isComplete())) {
            finish = null;
        } else if (finish == null && start != null) {
            finish = progress.stop() != null ? progress.stop() : old.shape().after(start, done);
        }
        double percent = duration.isZero() ? (finish == null ? 0 : 100) : 100.0 * done / duration.ticks();
        return new Progress(
                start,
                finish,
                duration.withTicks(done),
                duration.withTicks(left),
                percent,
                progress.physicalPercentComplete(),
                progress.stop(),
                finish == null ? progress.resume() : null);
    }

    private static Assignment written(
            Effort old, Activity edited, Booking from, Booking to, @Nullable LocalDateTime finish) {
        Assignment assignment = to.assignment();
        boolean reported = edited.progress().isStarted() || assignment.remainingWork() != null;
        WorkTime work = assignment.work();
        return assignment.with(a -> {
            a.units(to.units())
                    .work(work.withTicks(to.actual() + to.remaining()))
                    .overtimeWork(assignment.overtimeWork().withTicks(to.overtime()));
            if (reported) {
                a.actualWork(work.withTicks(to.actual()))
                        .remainingWork(work.withTicks(to.remaining()))
                        .actualFinish(to.remaining() == 0 ? orElse(assignment.actualFinish(), finish) : null);
            }
            return a.timephased(old.shape()
                    .reshape(
                            assignment.timephased(),
                            from.lengthIn(old.activity().remainingDuration().ticks()),
                            to.lengthIn(edited.remainingDuration().ticks()),
                            to.remaining()));
        });
    }

    private static @Nullable LocalDateTime orElse(@Nullable LocalDateTime date, @Nullable LocalDateTime other) {
        return date == null ? other : date;
    }

    /** The work of the activity itself fills its duration, gap by gap. */
    private static Assignment carrier(Effort old, Assignment assignment, long oldLeft, long left) {
        if (oldLeft == 0 || oldLeft == left) {
            return assignment;
        }
        long planned = assignment.timephased().stream()
                .filter(t -> t.kind() == TimephasedWork.Kind.REMAINING)
                .mapToLong(t -> t.work().ticks())
                .sum();
        return assignment.with(a -> a.timephased(old.shape()
                .reshape(
                        assignment.timephased(),
                        (double) oldLeft,
                        (double) left,
                        Booking.share(planned, left, oldLeft))));
    }
}
