package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Baseline;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.SchedulingMode;
import dev.plumbline.model.Unlevelled;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An activity as it is written. */
final class TaskRow {

    private final PlanOut plan;
    private final Activity activity;
    private final @Nullable ActivityTimes times;
    private final int row;
    private final String outlineNumber;
    private final MspdiLedger.@Nullable ExtraTask extra;

    TaskRow(PlanOut plan, Activity activity, int row, String outlineNumber) {
        this.plan = plan;
        this.row = row;
        this.activity = activity;
        this.times = plan.times(activity.id());
        this.outlineNumber = outlineNumber;
        this.extra = null;
    }

    /** An empty row, or the row of the project itself. */
    TaskRow(PlanOut plan, MspdiLedger.ExtraTask extra, int row) {
        this.plan = plan;
        this.row = row;
        this.activity = extra.activity();
        this.times = null;
        this.outlineNumber = "0";
        this.extra = extra;
    }

    Activity activity() {
        return activity;
    }

    @Nullable
    ActivityTimes times() {
        return times;
    }

    boolean isEmptyRow() {
        return extra != null && extra.empty();
    }

    boolean isProjectRow() {
        return extra != null && !extra.empty();
    }

    String uid() {
        return extra == null ? plan.uid(activity) : activity.id();
    }

    String row() {
        return Texts.code(row);
    }

    @Nullable
    String name() {
        return Texts.text(activity.name());
    }

    boolean isManual() {
        return activity.mode() == SchedulingMode.MANUAL;
    }

    @Nullable
    String wbs() {
        return Texts.text(activity.wbs());
    }

    @Nullable
    String outlineNumber() {
        return isEmptyRow() ? null : outlineNumber;
    }

    String outlineLevel() {
        return Texts.code(extra == null ? activity.outlineLevel() : extra.outlineLevel());
    }

    boolean isSummary() {
        return extra == null ? plan.project().wbs().isSummary(activity.id()) : !extra.empty();
    }

    @Nullable
    String date(@Nullable LocalDateTime date) {
        return Texts.date(date);
    }

    @Nullable
    String start() {
        if (isProjectRow() && plan.schedule() != null) {
            return Texts.date(plan.schedule().start());
        }
        return shown(
                activity.manual().start(),
                times == null ? null : times.start(),
                activity.progress().actualStart());
    }

    @Nullable
    String finish() {
        if (isProjectRow() && plan.schedule() != null) {
            return Texts.date(plan.schedule().finish());
        }
        return shown(
                activity.manual().finish(),
                times == null ? null : times.finish(),
                activity.progress().actualFinish());
    }

    /** A date that nobody typed must not look typed when the file is read; others are computed, else reported. */
    private @Nullable String shown(
            @Nullable LocalDateTime typed, @Nullable LocalDateTime computed, @Nullable LocalDateTime reported) {
        if (activity.external() || (isManual() && typed == null)) {
            return Texts.date(typed);
        }
        if (computed != null) {
            return Texts.date(computed);
        }
        return Texts.date(typed == null ? reported : typed);
    }

    @Nullable
    String manualStart() {
        return isManual() ? Texts.date(activity.manual().start()) : null;
    }

    @Nullable
    String manualFinish() {
        return isManual() ? Texts.date(activity.manual().finish()) : null;
    }

    @Nullable
    String manualDuration() {
        WorkTime duration = activity.manual().duration();
        return isManual() && duration != null ? DurationText.of(duration.ticks()) : null;
    }

    /** A date before levelling. */
    @Nullable
    String unlevelled(Function<Unlevelled, LocalDateTime> date) {
        Unlevelled before = activity.unlevelled();
        return before == null ? null : Texts.date(date.apply(before));
    }

    String durationFormat() {
        return Texts.code(Codes.format(activity.duration().unit()) + (activity.estimated() ? Codes.ESTIMATED : 0));
    }

    @Nullable
    String work(TaskWork.Part part) {
        Long ticks = plan.work().ofActivity(activity.id(), part);
        return ticks == null ? null : DurationText.of(ticks);
    }

    @Nullable
    String percentWorkComplete() {
        Long total = plan.work().ofActivity(activity.id(), TaskWork.Part.TOTAL);
        Long actual = plan.work().ofActivity(activity.id(), TaskWork.Part.ACTUAL);
        return total == null || actual == null ? null : Texts.percent(actual, total);
    }

    @Nullable
    String computed(Function<ActivityTimes, LocalDateTime> date) {
        return times == null ? null : Texts.date(date.apply(times));
    }

    @Nullable
    String slack(Function<ActivityTimes, WorkTime> amount) {
        return times == null ? null : Long.toString(amount.apply(times).ticks());
    }

    @Nullable
    String critical() {
        return times == null ? null : Texts.bit(times.critical());
    }

    /** Before work begins nothing is done, and readers expect to be told. */
    @Nullable
    String actualDuration() {
        Progress progress = activity.progress();
        if (progress.actualDuration() != null) {
            return DurationText.of(progress.actualDuration().ticks());
        }
        return hasBegun(progress) ? null : DurationText.of(0);
    }

    @Nullable
    String remainingDuration() {
        Progress progress = activity.progress();
        if (progress.remainingDuration() != null) {
            return DurationText.of(progress.remainingDuration().ticks());
        }
        return hasBegun(progress) ? null : DurationText.of(activity.duration().ticks());
    }

    /** Returns whether something was reported, if only how much is done. */
    static boolean hasBegun(Progress progress) {
        WorkTime done = progress.actualDuration();
        return progress.actualStart() != null || progress.percentComplete() > 0 || (done != null && done.ticks() > 0);
    }

    String calendar() {
        return activity.calendar() == null ? "-1" : plan.calendarUid(activity.calendar());
    }

    List<LinkTable.Row> links() {
        if (extra != null) {
            return List.of();
        }
        List<LinkTable.Row> rows = new ArrayList<>();
        for (Relationship relationship : plan.project().predecessorsOf(activity.id())) {
            rows.add(new LinkTable.Row(
                    relationship,
                    plan.uid(plan.project().activity(relationship.predecessor())),
                    plan.ledger().part(MspdiLedger.linkKey(relationship))));
        }
        return rows;
    }

    List<BaselineTable.Row> baselines() {
        List<BaselineTable.Row> rows = new ArrayList<>(activity.baselines().size());
        for (Baseline baseline : activity.baselines()) {
            rows.add(new BaselineTable.Row(
                    baseline, plan.ledger().part(MspdiLedger.baselineKey(activity.id(), baseline.number()))));
        }
        return rows;
    }
}
