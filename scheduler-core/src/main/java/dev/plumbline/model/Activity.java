package dev.plumbline.model;

import dev.plumbline.calendar.WorkTime;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One row of a plan: an activity, a milestone or, if deeper rows follow it, a summary. Immutable; vary it with
 * {@link #with}:
 *
 * <pre>{@code
 * activity.with(a -> a.duration(days(3)).deadline(date))
 * }</pre>
 *
 * @param id the identity that relationships and results use
 * @param row the row number a planner sees, at least 0
 * @param name the name
 * @param wbs the code in the work breakdown structure, possibly empty
 * @param outlineLevel the depth in the outline, 1 for the top; a row is a summary if the next row is deeper
 * @param duration the duration, working or elapsed; of no effect for a summary
 * @param estimated whether the duration is only estimated
 * @param milestone whether it is marked as a milestone; a duration of zero makes one without a mark
 * @param mode whether dates are computed or typed
 * @param manual the typed dates of a manually scheduled activity
 * @param active whether it takes part in the schedule
 * @param external whether it stands for an activity of another project, whose dates are given by {@code manual}
 * @param recurring whether it is the summary of a recurring activity
 * @param calendar the id of its own calendar; absent for the project's
 * @param ignoresResourceCalendars whether only its own calendar counts
 * @param constraint the date constraint
 * @param deadline the date after which it is late; never moves it
 * @param priority 0 to 1000; 1000 is never delayed by levelling
 * @param levellingDelay the elapsed time by which levelling delays it; negative where it is as late as possible and levelling
 *     lets it finish earlier
 * @param levelAssignments whether levelling may delay its assignments one by one
 * @param levellingMaySplit whether levelling may interrupt its remaining work
 * @param unlevelled the dates before levelling moved or split it; absent where it didn't
 * @param effortRule what stays when work, duration or units are edited
 * @param effortDriven whether work stays when resources come or go
 * @param progress what was reported
 * @param fixedCost cost beside the assignments, in the project's currency
 * @param fixedCostAccrual when the fixed cost is incurred
 * @param cost the cost that a file holds where the plan has no rates to compute it from
 * @param estimate a three-point estimate of the duration
 * @param baselines saved plans, by number
 * @param notes free text
 */
public record Activity(
        String id,
        int row,
        String name,
        String wbs,
        int outlineLevel,
        WorkTime duration,
        boolean estimated,
        boolean milestone,
        SchedulingMode mode,
        ManualDates manual,
        boolean active,
        boolean external,
        boolean recurring,
        @Nullable String calendar,
        boolean ignoresResourceCalendars,
        Constraint constraint,
        @Nullable LocalDateTime deadline,
        int priority,
        WorkTime levellingDelay,
        boolean levelAssignments,
        boolean levellingMaySplit,
        @Nullable Unlevelled unlevelled,
        EffortRule effortRule,
        boolean effortDriven,
        Progress progress,
        BigDecimal fixedCost,
        Accrual fixedCostAccrual,
        @Nullable BigDecimal cost,
        @Nullable Estimate estimate,
        List<Baseline> baselines,
        String notes) {

    /** Checks the ranges. */
    public Activity {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(duration, "duration");
        if (duration.isNegative()) {
            throw new IllegalArgumentException("activity '%s' has a negative duration: %s".formatted(id, duration));
        }
        if (outlineLevel < 1) {
            throw new IllegalArgumentException(
                    "activity '%s' has outline level %s; the top is 1".formatted(id, outlineLevel));
        }
        if (row < 0) {
            throw new IllegalArgumentException("activity '%s' has row %s; rows begin at 0".formatted(id, row));
        }
        if (priority < 0 || priority > 1000) {
            throw new IllegalArgumentException("activity '%s' has priority %s; use 0 to 1000".formatted(id, priority));
        }
        fixedCost = Money.normal(fixedCost);
        cost = cost == null ? null : Money.normal(cost);
        baselines = List.copyOf(baselines);
    }

    /** Returns an automatically scheduled activity at the top of the outline. */
    public static Activity of(String id, String name, WorkTime duration) {
        return builder(id, name, duration).build();
    }

    /** Returns a builder with defaults: row 0 (numbered when the project is built), top level, automatic, active, priority 500. */
    public static ActivityBuilder builder(String id, String name, WorkTime duration) {
        return new ActivityBuilder(id, name, duration);
    }

    /** Returns a copy with what the function sets. */
    public Activity with(UnaryOperator<ActivityBuilder> change) {
        return change.apply(new ActivityBuilder(this)).build();
    }

    /**
     * Returns how much of the duration is done: what was reported, else what follows from the remaining duration or the
     * percentage; nothing before work began.
     */
    public WorkTime actualDuration() {
        WorkTime actual = progress.actualDuration();
        WorkTime remaining = progress.remainingDuration();
        if (!progress.isStarted() && !progress.isComplete()) {
            return duration.withTicks(0);
        }
        if (actual != null) {
            return duration.withTicks(actual.ticks());
        }
        if (progress.isComplete()) {
            return duration;
        }
        return duration.withTicks(
                remaining != null
                        ? Math.max(0, duration.ticks() - remaining.ticks())
                        : Math.round(duration.ticks() * (progress.percentComplete() / 100)));
    }

    /** Returns how much of the duration is left: what was reported, else what is not done. */
    public WorkTime remainingDuration() {
        WorkTime remaining = progress.remainingDuration();
        if (progress.isComplete()) {
            return duration.withTicks(0);
        }
        return remaining != null && progress.isStarted()
                ? duration.withTicks(remaining.ticks())
                : duration.withTicks(
                        Math.max(0, duration.ticks() - actualDuration().ticks()));
    }

    /** Returns whether it is scheduled by the engine: active, automatic and not external. */
    public boolean isAutomatic() {
        return active && mode == SchedulingMode.AUTOMATIC && !external;
    }

    /** Returns id, name and duration, such as {@code A Excavate 5d}. */
    @Override
    public String toString() {
        return id + " " + name + " " + duration;
    }
}
