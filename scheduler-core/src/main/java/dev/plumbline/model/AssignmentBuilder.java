package dev.plumbline.model;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the parts of an assignment; each setter returns the builder. */
public final class AssignmentBuilder {

    private static final WorkTime NO_WORK = new WorkTime(0, WorkUnit.HOURS);
    private static final WorkTime NO_DELAY = new WorkTime(0, WorkUnit.ELAPSED_DAYS);

    private final String id;
    private String activity;
    private @Nullable String resource;
    private double units = 1.0;
    private WorkTime work = NO_WORK;
    private WorkTime overtimeWork = NO_WORK;
    private WorkTime delay = WorkTime.ZERO;
    private WorkTime levellingDelay = NO_DELAY;
    private Contour contour = Contour.FLAT;
    private WorkTime actualWork = NO_WORK;
    private @Nullable WorkTime remainingWork;
    private @Nullable LocalDateTime actualStart;
    private @Nullable LocalDateTime actualFinish;
    private @Nullable LocalDateTime stop;
    private @Nullable LocalDateTime resume;
    private int costRateTable = 0;
    private @Nullable BigDecimal cost;
    private boolean proposed = false;
    private List<TimephasedWork> timephased = List.of();
    private String notes = "";

    AssignmentBuilder(String id, String activity) {
        this.id = Objects.requireNonNull(id, "id");
        this.activity = Objects.requireNonNull(activity, "activity");
    }

    AssignmentBuilder(Assignment assignment) {
        this.id = assignment.id();
        this.activity = assignment.activity();
        this.resource = assignment.resource();
        this.units = assignment.units();
        this.work = assignment.work();
        this.overtimeWork = assignment.overtimeWork();
        this.delay = assignment.delay();
        this.levellingDelay = assignment.levellingDelay();
        this.contour = assignment.contour();
        this.actualWork = assignment.actualWork();
        this.remainingWork = assignment.remainingWork();
        this.actualStart = assignment.actualStart();
        this.actualFinish = assignment.actualFinish();
        this.stop = assignment.stop();
        this.resume = assignment.resume();
        this.costRateTable = assignment.costRateTable();
        this.cost = assignment.cost();
        this.proposed = assignment.proposed();
        this.timephased = assignment.timephased();
        this.notes = assignment.notes();
    }

    /** Sets the id of the activity. */
    public AssignmentBuilder activity(String value) {
        activity = value;
        return this;
    }

    /** Sets the id of the resource. */
    public AssignmentBuilder resource(@Nullable String value) {
        resource = value;
        return this;
    }

    /** Sets how much of the resource is used, 1.0 for one person full time. */
    public AssignmentBuilder units(double value) {
        units = value;
        return this;
    }

    /** Sets the amount of work. */
    public AssignmentBuilder work(WorkTime value) {
        work = value;
        return this;
    }

    /** Sets the part of the work that takes no time. */
    public AssignmentBuilder overtimeWork(WorkTime value) {
        overtimeWork = value;
        return this;
    }

    /** Sets working time from the activity's start to this assignment's. */
    public AssignmentBuilder delay(WorkTime value) {
        delay = value;
        return this;
    }

    /** Sets elapsed time by which levelling delays this assignment. */
    public AssignmentBuilder levellingDelay(WorkTime value) {
        levellingDelay = value;
        return this;
    }

    /** Sets how the work is spread. */
    public AssignmentBuilder contour(Contour value) {
        contour = value;
        return this;
    }

    /** Sets the work done. */
    public AssignmentBuilder actualWork(WorkTime value) {
        actualWork = value;
        return this;
    }

    /** Sets the work left. */
    public AssignmentBuilder remainingWork(@Nullable WorkTime value) {
        remainingWork = value;
        return this;
    }

    /** Sets when work began. */
    public AssignmentBuilder actualStart(@Nullable LocalDateTime value) {
        actualStart = value;
        return this;
    }

    /** Sets when it was finished. */
    public AssignmentBuilder actualFinish(@Nullable LocalDateTime value) {
        actualFinish = value;
        return this;
    }

    /** Sets where the finished part ends. */
    public AssignmentBuilder stop(@Nullable LocalDateTime value) {
        stop = value;
        return this;
    }

    /** Sets where the remaining part begins. */
    public AssignmentBuilder resume(@Nullable LocalDateTime value) {
        resume = value;
        return this;
    }

    /** Sets which of the resource's five rate tables counts, 0 to 4. */
    public AssignmentBuilder costRateTable(int value) {
        costRateTable = value;
        return this;
    }

    /** Sets the cost that a file holds. */
    public AssignmentBuilder cost(@Nullable BigDecimal value) {
        cost = value;
        return this;
    }

    /** Sets whether it is only proposed. */
    public AssignmentBuilder proposed(boolean value) {
        proposed = value;
        return this;
    }

    /** Sets the work by time, in order of kind and time. */
    public AssignmentBuilder timephased(List<TimephasedWork> value) {
        timephased = value;
        return this;
    }

    /** Sets free text. */
    public AssignmentBuilder notes(String value) {
        notes = value;
        return this;
    }

    /** Returns the assignment, checked. */
    public Assignment build() {
        return new Assignment(
                id,
                activity,
                resource,
                units,
                work,
                overtimeWork,
                delay,
                levellingDelay,
                contour,
                actualWork,
                remainingWork,
                actualStart,
                actualFinish,
                stop,
                resume,
                costRateTable,
                cost,
                proposed,
                timephased,
                notes);
    }
}
