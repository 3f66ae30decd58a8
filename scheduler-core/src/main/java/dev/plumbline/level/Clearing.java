package dev.plumbline.level;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.SchedulingMode;
import dev.plumbline.model.TimephasedWork;
import dev.plumbline.model.Unlevelled;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Takes away what levelling did to a project: delays, splits, and moves of typed dates. */
final class Clearing {

    /*
     * Delays are told apart by their fields. Splits and moved dates aren't, but for the dates before levelling that are kept
     * with them: an activity whose duration filled the time between those was not split before, so its gaps are levelling's; one
     * in progress that began when it does now went on where its work ends on the finish before. Splits that a planner made stay.
     */

    private final Project project;

    private Clearing(Project project) {
        this.project = project;
    }

    /** Returns the project without what levelling did. */
    static Project clear(Project project) {
        return clear(project, activity -> true, true);
    }

    /** Returns the project with delays, but without splits and moves of the activities chosen. */
    static Project withoutSplits(Project project, Predicate<Activity> chosen) {
        return clear(project, chosen, false);
    }

    private static Project clear(Project project, Predicate<Activity> chosen, boolean delays) {
        Clearing clearing = new Clearing(project);
        boolean any = project.activities().stream()
                        .anyMatch(a -> a.unlevelled() != null
                                || (delays && !a.levellingDelay().isZero()))
                || project.assignments().stream()
                        .anyMatch(a -> !a.levellingDelay().isZero());
        if (!any) {
            return project;
        }
        return project.toBuilder()
                .replaceEach(activity -> chosen.test(activity) ? clearing.cleared(activity, delays) : activity)
                .replaceEachAssignment(assignment -> {
                    Activity activity = project.activity(assignment.activity());
                    return chosen.test(activity) ? clearing.cleared(assignment, activity) : assignment;
                })
                .build();
    }

    private Activity cleared(Activity activity, boolean delays) {
        Unlevelled before = activity.unlevelled();
        boolean delayed = !activity.levellingDelay().isZero();
        if (before == null) {
            return delays && delayed ? activity.with(a -> a.levellingDelay(Levelled.elapsed(0))) : activity;
        }
        boolean typed = activity.mode() == SchedulingMode.MANUAL && delayed;
        boolean later = wentOnLater(activity, before);
        return delays || typed || later || isSplit(activity)
                ? cleared(activity, before, delays || typed, typed, later)
                : activity;
    }

    private Activity cleared(Activity activity, Unlevelled before, boolean delays, boolean typed, boolean later) {
        return activity.with(builder -> {
            if (typed) {
                builder.manual(typedBefore(activity.manual(), before));
            }
            if (later) {
                builder.progress(activity.progress().withResume(resumeBefore(activity, before)));
            }
            if (delays) {
                builder.levellingDelay(Levelled.elapsed(0));
            }
            return builder.unlevelled(null);
        });
    }

    private static ManualDates typedBefore(ManualDates dates, Unlevelled before) {
        return new ManualDates(
                dates.start() == null ? null : before.start(),
                dates.finish() == null ? null : before.finish(),
                dates.duration());
    }

    private Assignment cleared(Assignment assignment, Activity activity) {
        Unlevelled before = activity.unlevelled();
        Assignment plain = assignment.levellingDelay().isZero()
                ? assignment
                : assignment.with(
                        a -> a.levellingDelay(assignment.levellingDelay().withTicks(0)));
        if (before == null || plain.timephased().isEmpty()) {
            return before != null && plain.resume() != null && wentOnLater(activity, before)
                    ? plain.with(a -> a.resume(null))
                    : plain;
        }
        if (wentOnLater(activity, before)) {
            long by = calendar(activity)
                    .work(Ticks.of(resumeBefore(activity, before)), Ticks.of(resume(activity.progress())));
            return plain.with(a -> a.resume(null).timephased(moved(plain, activity, -by)));
        }
        boolean whole = !activity.progress().isStarted()
                && calendar(activity).work(Ticks.of(before.start()), Ticks.of(before.finish()))
                        == activity.duration().ticks();
        return whole ? plain.with(a -> a.timephased(joined(plain, activity))) : plain;
    }

    /** Whether some planned work of an activity that is not begun waits for an end of a pause. */
    private boolean isSplit(Activity activity) {
        CompiledCalendar calendar = calendar(activity);
        for (Assignment assignment : project.assignmentsOf(activity.id())) {
            long last = Long.MAX_VALUE;
            for (TimephasedWork block : assignment.timephased()) {
                if (block.kind() == TimephasedWork.Kind.REMAINING
                        && !block.work().isZero()) {
                    if (last < Ticks.of(block.from()) && calendar.work(last, Ticks.of(block.from())) > 0) {
                        return true;
                    }
                    last = Ticks.of(block.to());
                }
            }
        }
        return false;
    }

    /** Whether the remaining work of an activity that began goes on later than before levelling. */
    private boolean wentOnLater(Activity activity, Unlevelled before) {
        Progress progress = activity.progress();
        LocalDateTime resume = progress.resume();
        if (!progress.isStarted() || progress.isComplete() || resume == null) {
            return false;
        }
        LocalDateTime earlier = resumeBefore(activity, before);
        return before.start().equals(progress.actualStart())
                && earlier.isBefore(resume)
                && (progress.stop() == null || !earlier.isBefore(progress.stop()));
    }

    private static LocalDateTime resume(Progress progress) {
        LocalDateTime resume = progress.resume();
        return resume == null ? LocalDateTime.MIN : resume;
    }

    private LocalDateTime resumeBefore(Activity activity, Unlevelled before) {
        WorkTime left = activity.progress().remainingDuration();
        long remaining = left != null
                ? left.ticks()
                : Math.round(
                        activity.duration().ticks() * (1 - activity.progress().percentComplete() / 100));
        CompiledCalendar calendar = calendar(activity);
        return Ticks.toDateTime(calendar.nextStart(calendar.add(Ticks.of(before.finish()), -remaining)));
    }

    private CompiledCalendar calendar(Activity activity) {
        return activity.duration().isElapsed()
                ? WorkCalendar.roundTheClock("always").compiled()
                : project.calendarOf(activity).compiled();
    }

    /** The planned work, moved by working time. */
    private List<TimephasedWork> moved(Assignment assignment, Activity activity, long by) {
        CompiledCalendar calendar = calendar(activity);
        return assignment.timephased().stream()
                .map(block -> block.kind() != TimephasedWork.Kind.REMAINING
                        ? block
                        : new TimephasedWork(
                                block.kind(),
                                Ticks.toDateTime(calendar.nextStart(calendar.add(Ticks.of(block.from()), by))),
                                Ticks.toDateTime(calendar.add(Ticks.of(block.to()), by)),
                                block.work()))
                .toList();
    }

    /** The planned work without gaps. */
    private List<TimephasedWork> joined(Assignment assignment, Activity activity) {
        CompiledCalendar calendar = calendar(activity);
        List<TimephasedWork> result = new ArrayList<>();
        long at = Long.MIN_VALUE;
        for (TimephasedWork block : assignment.timephased()) {
            if (block.kind() != TimephasedWork.Kind.REMAINING) {
                result.add(block);
            } else if (!block.work().isZero()) {
                long from = at == Long.MIN_VALUE ? Ticks.of(block.from()) : calendar.nextStart(at);
                at = calendar.add(from, calendar.work(Ticks.of(block.from()), Ticks.of(block.to())));
                result.add(
                        new TimephasedWork(block.kind(), Ticks.toDateTime(from), Ticks.toDateTime(at), block.work()));
            }
        }
        return result;
    }
}
