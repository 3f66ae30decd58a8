package dev.plumbline.progress;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Contour;
import dev.plumbline.model.Effort;
import dev.plumbline.model.TimephasedWork;
import java.util.ArrayList;
import java.util.List;

/** Lets the work of the assignments follow what is reported of their activity: evenly; as it lies in time where it is shaped. */
final class ActualWork {

    private final Effort effort;
    private final Axis axis;
    private final Report report;
    private final Timephaser timephaser;

    ActualWork(Effort effort, Axis axis, Report report) {
        this.effort = effort;
        this.axis = axis;
        this.report = report;
        this.timephaser = new Timephaser(axis, ScheduledBar.planned(axis, effort.assignments()), report);
    }

    List<Assignment> assignments() {
        return effort.assignments().stream().map(this::reported).toList();
    }

    private Assignment reported(Assignment assignment) {
        WorkTime work = effort.work(assignment);
        List<TimephasedWork> moved = timephaser.moved(assignment.timephased());
        long planned = sum(moved, TimephasedWork.Kind.ACTUAL) + sum(moved, TimephasedWork.Kind.REMAINING);
        boolean agrees = planned == work.ticks();
        boolean byTime = agrees && assignment.contour() != Contour.FLAT;
        long actual = byTime ? sum(moved, TimephasedWork.Kind.ACTUAL) : actual(assignment, work.ticks());
        return dated(assignment)
                .with(a -> a.work(work)
                        .actualWork(work.withTicks(actual))
                        .remainingWork(
                                work.isZero() ? assignment.remainingWork() : work.withTicks(work.ticks() - actual))
                        .timephased(agrees && !byTime ? Timephaser.adding(moved, actual, planned - actual) : moved));
    }

    /** A delayed assignment begins later than its activity, if it did begin. */
    private Assignment dated(Assignment assignment) {
        long delay = assignment.delay().ticks();
        long start = delay == 0 ? report.start() : axis.nextStart(axis.add(report.start(), delay));
        boolean began = report.complete()
                || delay == 0
                || (!report.head().isNone() && start < report.head().finish());
        return assignment.with(a -> a.actualStart(began ? Ticks.toDateTime(start) : null)
                .actualFinish(report.finish())
                .stop(began ? report.stopDate() : null)
                .resume(began ? report.resumeDate() : Ticks.toDateTime(start)));
    }

    private static long sum(List<TimephasedWork> blocks, TimephasedWork.Kind kind) {
        return blocks.stream()
                .filter(t -> t.kind() == kind)
                .mapToLong(t -> t.work().ticks())
                .sum();
    }

    /** Work is done in proportion to what was left of the duration, or taken back in proportion to what was done of it. */
    private long actual(Assignment assignment, long work) {
        long done = effort.activity().actualDuration().ticks();
        long left = effort.activity().remainingDuration().ticks();
        long actual = effort.actualWork(assignment).ticks();
        if (report.complete()) {
            return work;
        }
        if (report.done() > done && left > 0) {
            return work - Math.round((work - actual) * ((double) report.left() / left));
        }
        return report.done() == done ? actual : Math.min(work, Math.round(actual * ((double) report.done() / done)));
    }

    /** Returns assignments of which nothing is reported any more. */
    static List<Assignment> cleared(Effort effort) {
        List<Assignment> result = new ArrayList<>();
        for (Assignment assignment : effort.assignments()) {
            List<TimephasedWork> blocks = assignment.timephased().stream()
                    .filter(t -> t.kind() != TimephasedWork.Kind.ACTUAL_OVERTIME)
                    .map(t -> new TimephasedWork(TimephasedWork.Kind.REMAINING, t.from(), t.to(), t.work()))
                    .toList();
            result.add(assignment.with(a -> a.actualWork(assignment.actualWork().withTicks(0))
                    .remainingWork(null)
                    .actualStart(null)
                    .actualFinish(null)
                    .stop(null)
                    .resume(null)
                    .timephased(blocks)));
        }
        return result;
    }
}
