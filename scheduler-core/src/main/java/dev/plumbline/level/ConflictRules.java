package dev.plumbline.level;

import java.time.DayOfWeek;
import java.util.Objects;

/**
 * How overallocations are found and removed one by one, in order of time, as planners know it from Microsoft Project.
 *
 * @param order who is delayed
 * @param classic whether {@link ConflictOrder#STANDARD} asks, after relationships, for the later start and then for the float
 *     that is left after the move, as Project 98 and 2000 did; else for the greater total float and then for the later start
 * @param granularity the spans of time in which demand is compared with capacity
 * @param weekStart the day on which weeks begin
 */
public record ConflictRules(ConflictOrder order, boolean classic, Granularity granularity, DayOfWeek weekStart) {

    /** The standard order by days. */
    public static final ConflictRules DEFAULT =
            new ConflictRules(ConflictOrder.STANDARD, false, Granularity.DAY, DayOfWeek.MONDAY);

    /** Checks that everything is given. */
    public ConflictRules {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(granularity, "granularity");
        Objects.requireNonNull(weekStart, "weekStart");
    }

    /** Returns the same rules with another order. */
    public ConflictRules withOrder(ConflictOrder other) {
        return new ConflictRules(other, classic, granularity, weekStart);
    }

    /** Returns the same rules as Project 98 and 2000 had them. */
    public ConflictRules asClassic() {
        return new ConflictRules(order, true, granularity, weekStart);
    }

    /** Returns the same rules with other spans of time. */
    public ConflictRules withGranularity(Granularity other) {
        return new ConflictRules(order, classic, other, weekStart);
    }

    /** Returns the same rules with weeks that begin on another day. */
    public ConflictRules withWeekStart(DayOfWeek other) {
        return new ConflictRules(order, classic, granularity, other);
    }
}
