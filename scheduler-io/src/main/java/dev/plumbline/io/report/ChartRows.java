package dev.plumbline.io.report;

import dev.plumbline.cpm.ActivityTimes;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The rows that a chart or table shows, by their positions in the plan. Where a plan has more rows than fit, summaries come
 * first, then critical activities, milestones and the rest, each from the top of the outline down; what is chosen is shown in
 * outline order. Immutable.
 */
final class ChartRows {

    private final int[] chosen;
    private final int candidates;

    private ChartRows(int[] chosen, int candidates) {
        this.chosen = chosen;
        this.candidates = candidates;
    }

    /** Returns the rows of a table: of the whole plan. */
    static ChartRows ofPlan(List<ActivityTimes> rows, int most) {
        BitSet all = new BitSet();
        all.set(0, rows.size());
        return choose(rows, all, most);
    }

    /** Returns the rows of a chart: those that can be seen on its scale. */
    static ChartRows within(List<ActivityTimes> rows, TimeScale scale, int most) {
        BitSet seen = new BitSet();
        for (int i = 0; i < rows.size(); i++) {
            seen.set(i, scale.shows(rows.get(i).start(), rows.get(i).finish()));
        }
        return choose(rows, seen, most);
    }

    private static ChartRows choose(List<ActivityTimes> rows, BitSet candidates, int most) {
        int count = candidates.cardinality();
        int[] positions = candidates.stream().toArray();
        if (count <= most) {
            return new ChartRows(positions, count);
        }
        long[] ranked = new long[count];
        for (int i = 0; i < count; i++) {
            ranked[i] = (rank(rows.get(positions[i])) << Integer.SIZE) + positions[i];
        }
        Arrays.sort(ranked);
        int[] chosen = new int[most];
        for (int i = 0; i < most; i++) {
            chosen[i] = (int) ranked[i];
        }
        Arrays.sort(chosen);
        return new ChartRows(chosen, count);
    }

    /** Lower comes first: summaries by depth, then critical activities, milestones, the rest. */
    private static long rank(ActivityTimes row) {
        long level = Math.min(row.activity().outlineLevel(), 100_000);
        if (row.summary()) {
            return level;
        }
        if (row.critical()) {
            return 200_000;
        }
        return PlanFacts.isMilestone(row) ? 300_000 : 400_000;
    }

    /** Returns how many rows are shown. */
    int size() {
        return chosen.length;
    }

    /** Returns the position in the plan of the row shown at a place from 0. */
    int position(int place) {
        return chosen[place];
    }

    /** Returns how many rows there were to choose from. */
    int candidates() {
        return candidates;
    }

    /** Returns whether some were left out. */
    boolean isCut() {
        return chosen.length < candidates;
    }
}
