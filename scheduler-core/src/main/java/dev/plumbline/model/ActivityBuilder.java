package dev.plumbline.model;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the parts of an activity; each setter returns the builder. */
public final class ActivityBuilder {

    private static final WorkTime NO_DELAY = new WorkTime(0, WorkUnit.ELAPSED_DAYS);

    private final String id;
    private int row = 0;
    private String name;
    private String wbs = "";
    private int outlineLevel = 1;
    private WorkTime duration;
    private boolean estimated = false;
    private boolean milestone = false;
    private SchedulingMode mode = SchedulingMode.AUTOMATIC;
    private ManualDates manual = ManualDates.NONE;
    private boolean active = true;
    private boolean external = false;
    private boolean recurring = false;
    private @Nullable String calendar;
    private boolean ignoresResourceCalendars = false;
    private Constraint constraint = Constraint.NONE;
    private @Nullable LocalDateTime deadline;
    private int priority = 500;
    private WorkTime levellingDelay = NO_DELAY;
    private boolean levelAssignments = true;
    private boolean levellingMaySplit = true;
    private @Nullable Unlevelled unlevelled;
    private EffortRule effortRule = EffortRule.FIXED_UNITS;
    private boolean effortDriven = false;
    private Progress progress = Progress.NONE;
    private BigDecimal fixedCost = BigDecimal.ZERO;
    private Accrual fixedCostAccrual = Accrual.PRORATED;
    private @Nullable BigDecimal cost;
    private @Nullable Estimate estimate;
    private List<Baseline> baselines = List.of();
    private String notes = "";

    ActivityBuilder(String id, String name, WorkTime duration) {
        this.id = Objects.requireNonNull(id, "id");
        this.name = Objects.requireNonNull(name, "name");
        this.duration = Objects.requireNonNull(duration, "duration");
    }

    ActivityBuilder(Activity activity) {
        this.id = activity.id();
        this.row = activity.row();
        this.name = activity.name();
        this.wbs = activity.wbs();
        this.outlineLevel = activity.outlineLevel();
        this.duration = activity.duration();
        this.estimated = activity.estimated();
        this.milestone = activity.milestone();
        this.mode = activity.mode();
        this.manual = activity.manual();
        this.active = activity.active();
        this.external = activity.external();
        this.recurring = activity.recurring();
        this.calendar = activity.calendar();
        this.ignoresResourceCalendars = activity.ignoresResourceCalendars();
        this.constraint = activity.constraint();
        this.deadline = activity.deadline();
        this.priority = activity.priority();
        this.levellingDelay = activity.levellingDelay();
        this.levelAssignments = activity.levelAssignments();
        this.levellingMaySplit = activity.levellingMaySplit();
        this.unlevelled = activity.unlevelled();
        this.effortRule = activity.effortRule();
        this.effortDriven = activity.effortDriven();
        this.progress = activity.progress();
        this.fixedCost = activity.fixedCost();
        this.fixedCostAccrual = activity.fixedCostAccrual();
        this.cost = activity.cost();
        this.estimate = activity.estimate();
        this.baselines = activity.baselines();
        this.notes = activity.notes();
    }

    /** Sets the row number a planner sees, at least 0. */
    public ActivityBuilder row(int value) {
        row = value;
        return this;
    }

    /** Sets the name. */
    public ActivityBuilder name(String value) {
        name = value;
        return this;
    }

    /** Sets the code in the work breakdown structure, possibly empty. */
    public ActivityBuilder wbs(String value) {
        wbs = value;
        return this;
    }

    /** Sets the depth in the outline, 1 for the top. */
    public ActivityBuilder outlineLevel(int value) {
        outlineLevel = value;
        return this;
    }

    /** Sets the duration, working or elapsed. */
    public ActivityBuilder duration(WorkTime value) {
        duration = value;
        return this;
    }

    /** Sets whether the duration is only estimated. */
    public ActivityBuilder estimated(boolean value) {
        estimated = value;
        return this;
    }

    /** Sets whether it is marked as a milestone. */
    public ActivityBuilder milestone(boolean value) {
        milestone = value;
        return this;
    }

    /** Sets whether dates are computed or typed. */
    public ActivityBuilder mode(SchedulingMode value) {
        mode = value;
        return this;
    }

    /** Sets the typed dates of a manually scheduled activity. */
    public ActivityBuilder manual(ManualDates value) {
        manual = value;
        return this;
    }

    /** Sets whether it takes part in the schedule. */
    public ActivityBuilder active(boolean value) {
        active = value;
        return this;
    }

    /** Sets whether it stands for an activity of another project, whose dates are given by {@code manual}. */
    public ActivityBuilder external(boolean value) {
        external = value;
        return this;
    }

    /** Sets whether it is the summary of a recurring activity. */
    public ActivityBuilder recurring(boolean value) {
        recurring = value;
        return this;
    }

    /** Sets the id of its own calendar. */
    public ActivityBuilder calendar(@Nullable String value) {
        calendar = value;
        return this;
    }

    /** Sets whether only its own calendar counts. */
    public ActivityBuilder ignoresResourceCalendars(boolean value) {
        ignoresResourceCalendars = value;
        return this;
    }

    /** Sets the date constraint. */
    public ActivityBuilder constraint(Constraint value) {
        constraint = value;
        return this;
    }

    /** Sets the date after which it is late. */
    public ActivityBuilder deadline(@Nullable LocalDateTime value) {
        deadline = value;
        return this;
    }

    /** Sets 0 to 1000. */
    public ActivityBuilder priority(int value) {
        priority = value;
        return this;
    }

    /** Sets the elapsed time by which levelling delays it. */
    public ActivityBuilder levellingDelay(WorkTime value) {
        levellingDelay = value;
        return this;
    }

    /** Sets whether levelling may delay its assignments one by one. */
    public ActivityBuilder levelAssignments(boolean value) {
        levelAssignments = value;
        return this;
    }

    /** Sets whether levelling may interrupt its remaining work. */
    public ActivityBuilder levellingMaySplit(boolean value) {
        levellingMaySplit = value;
        return this;
    }

    /** Sets the dates before levelling moved or split it. */
    public ActivityBuilder unlevelled(@Nullable Unlevelled value) {
        unlevelled = value;
        return this;
    }

    /** Sets what stays when work, duration or units are edited. */
    public ActivityBuilder effortRule(EffortRule value) {
        effortRule = value;
        return this;
    }

    /** Sets whether work stays when resources come or go. */
    public ActivityBuilder effortDriven(boolean value) {
        effortDriven = value;
        return this;
    }

    /** Sets what was reported. */
    public ActivityBuilder progress(Progress value) {
        progress = value;
        return this;
    }

    /** Sets cost beside the assignments, in the project's currency. */
    public ActivityBuilder fixedCost(BigDecimal value) {
        fixedCost = value;
        return this;
    }

    /** Sets when the fixed cost is incurred. */
    public ActivityBuilder fixedCostAccrual(Accrual value) {
        fixedCostAccrual = value;
        return this;
    }

    /** Sets the cost that a file holds where the plan has no rates to compute it from. */
    public ActivityBuilder cost(@Nullable BigDecimal value) {
        cost = value;
        return this;
    }

    /** Sets a three-point estimate of the duration. */
    public ActivityBuilder estimate(@Nullable Estimate value) {
        estimate = value;
        return this;
    }

    /** Sets saved plans, by number. */
    public ActivityBuilder baselines(List<Baseline> value) {
        baselines = value;
        return this;
    }

    /** Sets free text. */
    public ActivityBuilder notes(String value) {
        notes = value;
        return this;
    }

    /** Returns the activity, checked. */
    public Activity build() {
        return new Activity(
                id,
                row,
                name,
                wbs,
                outlineLevel,
                duration,
                estimated,
                milestone,
                mode,
                manual,
                active,
                external,
                recurring,
                calendar,
                ignoresResourceCalendars,
                constraint,
                deadline,
                priority,
                levellingDelay,
                levelAssignments,
                levellingMaySplit,
                unlevelled,
                effortRule,
                effortDriven,
                progress,
                fixedCost,
                fixedCostAccrual,
                cost,
                estimate,
                baselines,
                notes);
    }
}
