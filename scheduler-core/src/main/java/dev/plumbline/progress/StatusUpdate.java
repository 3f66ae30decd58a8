package dev.plumbline.progress;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Effort;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.SchedulingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report of what happened, entered against a schedule. Each verb adds to the report and returns it; {@link #project()} returns
 * the project with all of it. Neither the schedule nor its project changes.
 *
 * <p>What a verb doesn't say comes from the schedule: the first progress of an activity makes its scheduled start the actual
 * one. The work of the assignments follows, in proportion to the duration, unless {@link #durationsOnly()} is asked for.
 */
public final class StatusUpdate {

    private final Schedule plan;
    private final Project before;
    private final Map<String, Effort> edited = new LinkedHashMap<>();
    private @Nullable LocalDateTime dataDate;
    private boolean workFollows = true;

    private StatusUpdate(Schedule plan) {
        this.plan = plan;
        this.before = plan.project();
        this.dataDate = plan.options().dataDate() != null
                ? plan.options().dataDate()
                : before.dataDate().orElse(null);
    }

    /** Returns an empty report against a schedule; its data date is that of the schedule. */
    public static StatusUpdate of(Schedule plan) {
        return new StatusUpdate(Objects.requireNonNull(plan, "plan"));
    }

    /** Sets the data date (status date) of the project, by which the project's options for progress go from here on. */
    public StatusUpdate dataDate(LocalDateTime date) {
        dataDate = Objects.requireNonNull(date, "date");
        return this;
    }

    /** Lets the verbs from here on leave the work of assignments alone. */
    public StatusUpdate durationsOnly() {
        workFollows = false;
        return this;
    }

    /** Reports that an activity began as scheduled. */
    public StatusUpdate started(String id) {
        Bar bar = bar(leaf(id));
        return started(id, Ticks.toDateTime(start(current(id), bar)));
    }

    /** Reports when an activity began. Work that was reported or scheduled before moves along; a milestone is finished too. */
    public StatusUpdate started(String id, LocalDateTime date) {
        Effort effort = scheduled(leaf(id));
        Activity activity = effort.activity();
        long from = Ticks.of(date);
        Bar bar = bar(effort);
        long done = activity.actualDuration().ticks();
        if (activity.progress().isComplete() || activity.duration().isZero()) {
            return put(effort, Report.complete(from, bar.tail(0, from), activity));
        }
        return put(effort, Report.of(from, bar.tail(0, from), activity, done));
    }

    /**
     * Reports how much of an activity's duration is done, 0 to 100: none takes everything back that was reported, all finishes it
     * as scheduled. The project's options for the data date apply. Of a summary, none or all can be reported for the rows below.
     *
     * @throws IllegalArgumentException for a share of a milestone or a summary
     */
    public StatusUpdate progressed(String id, double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException(
                    "activity '%s' can't be %s %% complete; use 0 to 100".formatted(id, percent));
        }
        if (before.wbs().isSummary(id)) {
            if (percent > 0 && percent < 100) {
                throw new IllegalArgumentException(
                        "activity '%s' is a summary; report a share of the rows below it".formatted(id));
            }
            leavesBelow(id).forEach(leaf -> progressed(leaf, percent));
            return this;
        }
        Effort effort = leaf(id);
        if (percent == 0) {
            return clear(effort);
        }
        if (effort.activity().duration().isZero() && percent < 100) {
            throw new IllegalArgumentException(
                    "activity '%s' is a milestone: 0 or 100 %% complete, not %s".formatted(id, percent));
        }
        Effort known = scheduled(effort);
        long done = Math.round(known.activity().duration().ticks() * (percent / 100));
        enter(known, done, percent == 100);
        Effort entered = current(id);
        Progress progress = entered.activity().progress();
        return percent == 100 || Math.abs(progress.percentComplete() - percent) > 1
                ? this
                : put(entered.with(
                        entered.activity().with(a -> a.progress(percent(progress, percent))), entered.assignments()));
    }

    private static Progress percent(Progress progress, double percent) {
        return new Progress(
                progress.actualStart(),
                progress.actualFinish(),
                progress.actualDuration(),
                progress.remainingDuration(),
                percent,
                progress.physicalPercentComplete(),
                progress.stop(),
                progress.resume());
    }

    /** Reports how much of an activity's duration is done; where it is more than the duration, it took so long and is finished. */
    public StatusUpdate worked(String id, WorkTime actualDuration) {
        Effort effort = scheduled(leaf(id));
        refuseNegative(id, actualDuration);
        if (actualDuration.isZero()) {
            return clear(effort);
        }
        boolean longer = actualDuration.compareTo(effort.activity().duration()) > 0;
        Effort known =
                longer ? effort.withDuration(effort.activity().duration().withTicks(actualDuration.ticks())) : effort;
        return enter(known, actualDuration.ticks(), false);
    }

    /**
     * Reports how much of an activity's duration is left; what is done stays, so the duration changes. None finishes an activity
     * where its work stopped. Of an activity that has not begun, this is the duration.
     */
    public StatusUpdate remaining(String id, WorkTime remainingDuration) {
        Effort effort = leaf(id);
        refuseNegative(id, remainingDuration);
        Activity activity = effort.activity();
        boolean started = activity.progress().isStarted() || activity.progress().isComplete();
        long done = activity.actualDuration().ticks();
        Effort longer = effort.withDuration(activity.duration().withTicks(done + remainingDuration.ticks()));
        return started && (done > 0 || remainingDuration.isZero())
                ? enter(longer, done, remainingDuration.isZero())
                : put(longer);
    }

    /** Reports how much of the result of an activity exists, 0 to 100; no date depends on it. */
    public StatusUpdate physicallyComplete(String id, double percent) {
        Effort effort = leaf(id);
        Progress p = effort.activity().progress();
        Progress changed = new Progress(
                p.actualStart(),
                p.actualFinish(),
                p.actualDuration(),
                p.remainingDuration(),
                p.percentComplete(),
                percent,
                p.stop(),
                p.resume());
        return put(effort.with(effort.activity().with(a -> a.progress(changed)), effort.assignments()));
    }

    /** Reports that an activity, or all below a summary, was finished as scheduled. */
    public StatusUpdate finished(String id) {
        if (before.wbs().isSummary(id)) {
            leavesBelow(id).forEach(this::finished);
            return this;
        }
        Effort effort = scheduled(leaf(id));
        Bar bar = bar(effort);
        return put(effort, Report.complete(start(effort, bar), bar, effort.activity()));
    }

    /**
     * Reports when an activity was finished. Its duration becomes the time from its actual start, interruptions left out; its work
     * changes in proportion unless it is fixed. An activity that had not begun did so as scheduled, or just in time.
     *
     * @throws IllegalArgumentException if it began later than that
     */
    public StatusUpdate finished(String id, LocalDateTime date) {
        Effort effort = scheduled(leaf(id));
        put(new Finish(effort, bar(effort), axis(effort), Ticks.of(date)).effort(workFollows));
        return this;
    }

    /**
     * Moves all that is left to do to begin no earlier than a date: activities that have not begun and are free to begin as soon as
     * possible get a constraint, work in progress is interrupted until then. Other constraints, manual and finished
     * activities stay as they are, and so does work in progress where the project doesn't split it.
     *
     * @param ids the activities, summaries standing for all below them; all activities if none is named
     */
    public StatusUpdate rescheduleRemainingFrom(LocalDateTime date, String... ids) {
        for (String id : named(ids)) {
            Effort effort = current(id);
            Activity activity = effort.activity();
            Progress progress = activity.progress();
            if (!activity.isAutomatic() || progress.isComplete()) {
                continue;
            }
            if (progress.isStarted()) {
                interrupt(effort, Ticks.of(date));
            } else if (activity.constraint().equals(Constraint.NONE)
                    && plan.of(id).start().isBefore(date)) {
                put(effort.with(
                        activity.with(a -> a.constraint(Constraint.startNoEarlierThan(date))), effort.assignments()));
            }
        }
        return this;
    }

    private void interrupt(Effort effort, long date) {
        Bar bar = bar(effort);
        Report report = Report.of(
                start(effort, bar),
                bar,
                effort.activity(),
                effort.activity().actualDuration().ticks());
        Axis axis = axis(effort);
        if (before.settings().splitsInProgress()
                && !report.tail().isNone()
                && axis.between(report.tail().start(), date) > 0) {
            put(effort, report.withTail(report.tail().tail(0, axis.nextStart(date))));
        }
    }

    /**
     * Reports all work as done that is scheduled before a date, which becomes the data date. What was reported already is never
     * taken back.
     *
     * @param ids the activities, summaries standing for all below them; all activities if none is named
     */
    public StatusUpdate updateProject(LocalDateTime date, UpdateMode mode, String... ids) {
        long to = Ticks.of(date);
        for (String id : named(ids)) {
            Effort effort = current(id);
            Activity activity = effort.activity();
            if (!activity.active() || activity.external() || activity.progress().isComplete()) {
                continue;
            }
            Effort known = scheduled(effort);
            Bar bar = bar(known);
            long total = known.activity().duration().ticks();
            long length = bar.length();
            long done = length == 0 ? 0 : Math.round(total * ((double) bar.before(to) / length));
            if (bar.finish() <= to || (length > 0 && bar.before(to) >= length)) {
                put(known, Report.complete(start(known, bar), bar, known.activity()));
            } else if (mode == UpdateMode.SHARE_BEFORE_DATE
                    && done > activity.actualDuration().ticks()) {
                put(known, Report.of(start(known, bar), bar, known.activity(), done));
            }
        }
        return dataDate(date);
    }

    /** Returns the project with the report. */
    public Project project() {
        return before.toBuilder().dataDate(dataDate).replaceAll(edited.values()).build();
    }

    @Override
    public String toString() {
        return "status update of project '%s': %s activities, data date %s"
                .formatted(before.name(), edited.size(), dataDate == null ? "none" : dataDate);
    }

    private Effort current(String id) {
        Effort found = edited.get(id);
        return found == null ? before.effort(id) : found;
    }

    /** Returns the activity, which must be one of which progress can be reported. */
    private Effort leaf(String id) {
        Effort effort = current(id);
        if (before.wbs().isSummary(id)) {
            throw new IllegalArgumentException(
                    "activity '%s' is a summary, whose dates follow from the rows below; report those".formatted(id));
        }
        if (!effort.activity().active() || effort.activity().external()) {
            throw new IllegalArgumentException("activity '%s' is %s; no progress can be reported of it"
                    .formatted(id, effort.activity().active() ? "one of another project" : "inactive"));
        }
        return effort;
    }

    private static void refuseNegative(String id, WorkTime amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("activity '%s' can't take %s; use 0 or more".formatted(id, amount));
        }
    }

    private Axis axis(Effort effort) {
        return Axis.of(before, effort.activity());
    }

    private Bar bar(Effort effort) {
        return ScheduledBar.of(plan, effort);
    }

    private static long start(Effort effort, Bar bar) {
        LocalDateTime actual = effort.activity().progress().actualStart();
        return actual == null ? bar.start() : Ticks.of(actual);
    }

    /**
     * Returns the activity with the duration that the schedule gives it. Only where resources have calendars of their own does it
     * differ from the one it has: then it is the working time from start to finish.
     */
    private Effort scheduled(Effort effort) {
        Activity activity = effort.activity();
        if (activity.mode() == SchedulingMode.MANUAL
                || activity.progress().isStarted()
                || activity.progress().isComplete()) {
            return effort;
        }
        long length = bar(effort).length();
        return length == activity.duration().ticks() || activity.duration().isZero()
                ? effort
                : effort.with(
                        activity.with(a -> a.duration(activity.duration().withTicks(length))), effort.assignments());
    }

    private StatusUpdate enter(Effort effort, long done, boolean complete) {
        Bar bar = bar(effort);
        long start = start(effort, bar);
        Report report = complete
                ? Report.complete(start, bar, effort.activity())
                : Report.of(start, bar, effort.activity(), done);
        LocalDateTime date = dataDate;
        return put(
                effort,
                date == null
                        ? report
                        : new DataDateMoves(before.settings(), Ticks.of(date), axis(effort)).apply(report));
    }

    private StatusUpdate put(Effort effort, Report report) {
        return put(report.applyTo(effort, axis(effort), workFollows));
    }

    private StatusUpdate put(Effort effort) {
        edited.put(effort.activity().id(), effort);
        return this;
    }

    private StatusUpdate clear(Effort effort) {
        double physical = effort.activity().progress().physicalPercentComplete();
        Progress none = new Progress(null, null, null, null, 0, physical, null, null);
        return put(effort.with(
                effort.activity().with(a -> a.progress(none)),
                workFollows ? ActualWork.cleared(effort) : effort.assignments()));
    }

    private List<String> named(String... ids) {
        List<String> result = new ArrayList<>();
        if (ids.length == 0) {
            before.activities().stream().map(Activity::id).forEach(result::add);
        }
        for (String id : ids) {
            if (before.wbs().isSummary(id)) {
                result.addAll(leavesBelow(id));
            } else {
                result.add(id);
            }
        }
        result.removeIf(id -> before.wbs().isSummary(id));
        return result;
    }

    private List<String> leavesBelow(String id) {
        List<String> result = new ArrayList<>();
        int first = before.indexOf(id);
        List<Activity> rows = before.activities();
        for (int a = first + 1;
                a < rows.size() && rows.get(a).outlineLevel() > rows.get(first).outlineLevel();
                a++) {
            Activity row = rows.get(a);
            if (!before.wbs().isSummary(row.id()) && row.active() && !row.external()) {
                result.add(row.id());
            }
        }
        return result;
    }
}
