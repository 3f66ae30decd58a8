package dev.plumbline.level;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import org.jspecify.annotations.Nullable;

/**
 * What levelling may do to activities, and how far.
 *
 * @param clearFirst whether delays and splits that earlier levelling made are taken away first
 * @param withinFloat whether no activity moves by more than its float
 * @param leastFloat how much of its float an activity keeps then
 * @param extraPercent by how many percent capacity may be exceeded where an activity has no other place
 * @param leastPiece the shortest piece into which work may be split; absent where it may not be
 * @param assignments whether assignments may be delayed one by one
 * @param manual whether activities with typed dates may be moved
 */
record Freedom(
        boolean clearFirst,
        boolean withinFloat,
        WorkTime leastFloat,
        int extraPercent,
        @Nullable WorkTime leastPiece,
        boolean assignments,
        boolean manual) {

    static final Freedom USUAL = new Freedom(true, false, WorkTime.ofTicks(0), 0, null, false, false);

    static final WorkTime HOUR = new WorkTime(600, WorkUnit.HOURS);

    Freedom keepingDelays() {
        return new Freedom(false, withinFloat, leastFloat, extraPercent, leastPiece, assignments, manual);
    }

    Freedom withinFloat(WorkTime least) {
        return new Freedom(clearFirst, true, least, extraPercent, leastPiece, assignments, manual);
    }

    Freedom exceeding(int percent) {
        return new Freedom(clearFirst, withinFloat, leastFloat, percent, leastPiece, assignments, manual);
    }

    Freedom splitting(@Nullable WorkTime piece) {
        return new Freedom(clearFirst, withinFloat, leastFloat, extraPercent, piece, assignments, manual);
    }

    Freedom assignmentByAssignment(boolean may) {
        return new Freedom(clearFirst, withinFloat, leastFloat, extraPercent, leastPiece, may, manual);
    }

    Freedom movingManual() {
        return new Freedom(clearFirst, withinFloat, leastFloat, extraPercent, leastPiece, assignments, true);
    }

    /** Whether work may be split. */
    boolean splits() {
        return leastPiece != null;
    }
}
