package dev.plumbline.model;

import dev.plumbline.calendar.WorkTime;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A resource at work on an activity, or, without a resource, the time-phased work of the activity itself. Immutable; vary it
 * with {@link #with}.
 *
 * @param id the identity within the project
 * @param activity the id of the activity
 * @param resource the id of the resource; absent for the activity's own work
 * @param units how much of the resource is used, 1.0 for one person full time; for material the quantity
 * @param work the amount of work; zero for material and cost resources
 * @param overtimeWork the part of the work that takes no time
 * @param delay working time from the activity's start to this assignment's
 * @param levellingDelay elapsed time by which levelling delays this assignment
 * @param contour how the work is spread
 * @param actualWork the work done
 * @param remainingWork the work left; absent where nothing was reported
 * @param actualStart when work began
 * @param actualFinish when it was finished
 * @param stop where the finished part ends
 * @param resume where the remaining part begins
 * @param costRateTable which of the resource's five rate tables counts, 0 to 4
 * @param cost the cost that a file holds
 * @param proposed whether it is only proposed
 * @param timephased the work by time, in order of kind and time
 * @param notes free text
 */
public record Assignment(
        String id,
        String activity,
        @Nullable String resource,
        double units,
        WorkTime work,
        WorkTime overtimeWork,
        WorkTime delay,
        WorkTime levellingDelay,
        Contour contour,
        WorkTime actualWork,
        @Nullable WorkTime remainingWork,
        @Nullable LocalDateTime actualStart,
        @Nullable LocalDateTime actualFinish,
        @Nullable LocalDateTime stop,
        @Nullable LocalDateTime resume,
        int costRateTable,
        @Nullable BigDecimal cost,
        boolean proposed,
        List<TimephasedWork> timephased,
        String notes) {

    /** Checks the ranges. */
    public Assignment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(activity, "activity");
        Objects.requireNonNull(work, "work");
        if (!(Math.abs(units) < 1e12)) {
            throw new IllegalArgumentException("assignment '%s' has %s units".formatted(id, units));
        }
        if (costRateTable < 0 || costRateTable > 4) {
            throw new IllegalArgumentException("cost rate tables are numbered 0 to 4: " + costRateTable);
        }
        cost = cost == null ? null : Money.normal(cost);
        timephased = TimephasedList.of(timephased);
    }

    /** Returns a builder with defaults: one unit, no work given, flat. */
    public static AssignmentBuilder builder(String id, String activity, @Nullable String resource) {
        return new AssignmentBuilder(id, activity).resource(resource);
    }

    /** Returns a copy with what the function sets. */
    public Assignment with(UnaryOperator<AssignmentBuilder> change) {
        return change.apply(new AssignmentBuilder(this)).build();
    }
}
