package dev.plumbline.internal.risk;

import dev.plumbline.internal.kernel.LaneActivity;
import dev.plumbline.internal.kernel.LaneCalendar;
import dev.plumbline.internal.kernel.LaneRows;
import dev.plumbline.internal.network.Network;
import java.util.Arrays;

/** The backward pass over lanes: who is critical, in how many of them. One object serves one worker. */
final class LaneLates {

    /*
     * Backward through the activities: the least of what the successors allow gives the late finish, and an activity is critical
     * where the late finish leaves no working time after the early one. Its relationships are looked at only if it is critical in
     * some lane, and so is the other end: in most plans and batches, few are.
     *
     * Counts of a batch are kept apart until it is known that no late date left the window of the calendars.
     */

    private final LanePlan plan;
    private final Network g;
    private final Rows rows;
    private final Tally tally;
    private final boolean openEndsCritical;
    private final boolean significant;
    private final long plannedLength;
    private final long origin;
    private final int[][] lateStart;
    private final int[][] lateFinish;
    private final int[][] marks;
    private final int[] critical;
    private final int[] criticalEdge;
    private final long[] significance;
    private final double[] stretch;
    private final int[] length;
    private final int[] moved;
    private int lanes;
    private int least;

    /**
     * The rows of the forward pass.
     *
     * @param start early starts
     * @param finish early finishes
     * @param logic early starts that logic alone gives
     * @param duration durations that were kept
     * @param lag lags that vary
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Rows(int[][] start, int[][] finish, int[][] logic, int[][] duration, int[][] lag) {}

    LaneLates(
            LanePlan plan,
            GeneralReplicator.Plan shared,
            LaneReplicator.Detail detail,
            Rows rows,
            Outcome outcome,
            int capacity) {
        this.plan = plan;
        this.g = plan.g;
        this.rows = rows;
        this.openEndsCritical = shared.openEndsCritical();
        this.significant = detail.significant();
        this.origin = outcome.origin;
        this.plannedLength = shared.plannedLength();
        int n = g.size;
        int kept = detail.counts() ? n : 0;
        this.tally = new Tally(n, g.head.length, significant);
        this.lateStart = new int[kept][];
        this.lateFinish = new int[kept][];
        this.marks = new int[kept][];
        this.critical = new int[kept];
        this.criticalEdge = new int[detail.counts() ? g.head.length : 0];
        this.significance = new long[significant ? n : 0];
        this.stretch = new double[capacity];
        this.length = new int[capacity];
        this.moved = new int[capacity];
        if (detail.counts()) {
            int[] together = new int[capacity];
            for (int a : plan.order) {
                lateStart[a] = new int[capacity];
                lateFinish[a] = needsLateFinish(a) ? new int[capacity] : together;
                if (plan.kind[a] == LanePlan.MILESTONE) {
                    lateFinish[a] = lateStart[a];
                }
                marks[a] = new int[capacity];
            }
        }
    }

    /** Whether a predecessor asks for the late finish. */
    private boolean needsLateFinish(int a) {
        boolean asked = g.state[a] == Network.IN_PROGRESS;
        for (int e = g.firstIn[a]; e < g.firstIn[a + 1]; e++) {
            asked |= g.type[e] > Network.SS;
        }
        return asked;
    }

    Tally tally() {
        return tally;
    }

    /** Computes late dates and counts; false if a date left the window, and then nothing was counted. */
    boolean run(int count, int[] projectFinish) {
        lanes = count;
        least = 0;
        if (significant) {
            for (int i = 0; i < count; i++) {
                long length = g.projectCalendar.work(origin, plan.toInstant(projectFinish[i]));
                stretch[i] = Tally.stretch(length, plannedLength);
            }
        }
        for (int k = plan.order.length - 1; k >= 0; k--) {
            int a = plan.order[k];
            if (g.state[a] != Network.COMPLETE) {
                late(a, projectFinish);
                count(a);
            }
        }
        boolean inside = plan.doubled || least >= plan.low + LanePlan.MARGIN;
        settleCounts(inside);
        return inside;
    }

    /** Adds the counts of the batch to those before, or forgets them. */
    private void settleCounts(boolean taken) {
        for (int a = 0; a < critical.length && taken; a++) {
            tally.critical[a] += critical[a];
        }
        for (int a = 0; a < significance.length && taken; a++) {
            tally.significance[a] += significance[a];
        }
        for (int e = 0; e < criticalEdge.length; e++) {
            tally.criticalEdge[e] += taken ? criticalEdge[e] : 0;
            criticalEdge[e] = 0;
        }
    }

    private void late(int a, int[] projectFinish) {
        int[] bound = lateFinish[a];
        boolean bounded = false;
        for (int i = g.firstOut[a]; i < g.firstOut[a + 1]; i++) {
            int e = g.outEdge[i];
            if (g.active[g.head[e]] && g.state[g.head[e]] != Network.COMPLETE && binds(a, e)) {
                if (!bounded) {
                    System.arraycopy(projectFinish, 0, bound, 0, lanes);
                    bounded = true;
                }
                lower(a, e, bound);
            }
        }
        if (!bounded) {
            System.arraycopy(openEndsCritical ? rows.finish[a] : projectFinish, 0, bound, 0, lanes);
        }
        settle(a, bound);
    }

    private boolean binds(int a, int e) {
        return g.type[e] == Network.FS || g.type[e] == Network.FF || g.state[a] != Network.IN_PROGRESS;
    }

    private void settle(int a, int[] bound) {
        int[] start = lateStart[a];
        boolean free = g.deadline[a] == Network.AFTER;
        if (plan.kind[a] == LanePlan.MILESTONE && free) {
            fold(start);
            return;
        }
        if (plan.takesTime(a) && plan.doubled && free) {
            LaneRows.placeBack(bound, rows.start[a], rows.finish[a], start, lanes);
            return;
        }
        if (plan.takesTime(a) && free) {
            plan.calendar[a].placeBack(bound, start, lengths(a), lanes);
            fold(start);
            return;
        }
        LaneActivity activity = plan.activity(a);
        boolean begun = g.state[a] == Network.IN_PROGRESS;
        for (int i = 0; i < lanes; i++) {
            int d = duration(a, i);
            bound[i] = activity.lateFinish(bound[i], d);
            start[i] = begun ? rows.start[a][i] : activity.lateStart(bound[i], d);
        }
        fold(start);
    }

    private int[] lengths(int a) {
        if (plan.durationOf[a] >= 0 && plan.keepsDuration[a]) {
            return rows.duration[a];
        }
        for (int i = 0; i < lanes; i++) {
            length[i] = duration(a, i);
        }
        return length;
    }

    private int duration(int a, int lane) {
        if (plan.durationOf[a] < 0) {
            return plan.duration[a];
        }
        if (plan.keepsDuration[a]) {
            return rows.duration[a][lane];
        }
        return plan.calendar[a].work(rows.start[a][lane], rows.finish[a][lane]);
    }

    private void fold(int[] row) {
        if (plan.doubled) {
            return;
        }
        for (int i = 0; i < lanes; i++) {
            least = Math.min(least, row[i]);
        }
    }

    /** Lowers the bound of an activity's late finish to what an edge allows. */
    private void lower(int a, int e, int[] bound) {
        int s = g.head[e];
        boolean toStart = g.type[e] <= Network.SS;
        boolean row = !toStart || (g.state[s] != Network.IN_PROGRESS && g.delay[s] == 0);
        if (!row || rows.lag[e].length > 0) {
            lowerByLane(a, e, bound);
            return;
        }
        int[] date = toStart ? lateStart[s] : lateFinish[s];
        if (g.type[e] == Network.FS || g.type[e] == Network.FF) {
            lowerByRow(e, date, bound);
        } else if (plan.doubled && (plan.takesTime(a) || plan.kind[a] == LanePlan.MILESTONE)) {
            lowerByStart(a, date, -2 * (int) g.lag[e], bound);
        } else if (plan.takesTime(a)) {
            Arrays.fill(moved, 0, lanes, LaneCalendar.AFTER);
            lowerByRow(e, date, moved);
            plan.calendar[a].lowerByStart(bound, moved, lengths(a), lanes);
        } else {
            lowerByLane(a, e, bound);
        }
    }

    private void lowerByRow(int e, int[] date, int[] bound) {
        int amount = (int) g.lag[e];
        if (amount == 0 || plan.doubled || g.lagKind[e] == Network.ELAPSED) {
            LaneRows.lower(bound, date, plan.doubled ? -2 * amount : -amount, lanes);
        } else {
            plan.calendar[g.head[e]].lower(bound, date, -amount, lanes);
        }
    }

    private void lowerByLane(int a, int e, int[] bound) {
        int s = g.head[e];
        boolean fromFinish = g.type[e] == Network.FS || g.type[e] == Network.FF;
        LaneActivity tail = plan.activity(a);
        LaneActivity head = plan.activity(s);
        for (int i = 0; i < lanes; i++) {
            int date = g.type[e] <= Network.SS
                    ? head.lateBegin(lateStart[s][i], lateFinish[s][i], duration(s, i))
                    : lateFinish[s][i];
            int amount = lag(e, i);
            date = g.lagKind[e] == Network.ELAPSED
                    ? date - amount
                    : head.calendar().add(date, -amount);
            bound[i] = Math.min(bound[i], fromFinish ? date : tail.finishFromStart(date, duration(a, i)));
        }
    }

    private int lag(int e, int lane) {
        return rows.lag[e].length > 0 ? rows.lag[e][lane] : (int) g.lag[e];
    }

    private void lowerByStart(int a, int[] date, int amount, int[] bound) {
        if (plan.kind[a] == LanePlan.MILESTONE) {
            LaneRows.lower(bound, date, amount, lanes);
        } else {
            LaneRows.lowerByStart(bound, date, amount, rows.start[a], rows.finish[a], lanes);
        }
    }

    private void count(int a) {
        boolean free = g.deadline[a] == Network.AFTER && !significant;
        if (plan.doubled && !significant && (plan.takesTime(a) || plan.kind[a] == LanePlan.MILESTONE)) {
            critical[a] = LaneRows.critical(lateFinish[a], rows.finish[a], marks[a], lanes);
        } else if (free && plan.kind[a] == LanePlan.PLAIN) {
            critical[a] = LaneRows.notAfter(lateFinish[a], rows.finish[a], marks[a], lanes); // both are ends of work
        } else {
            countByLane(a);
        }
        if (critical[a] > 0) {
            countEdges(a);
        }
    }

    private void countEdges(int a) {
        for (int i = g.firstOut[a]; i < g.firstOut[a + 1]; i++) {
            int e = g.outEdge[i];
            if (g.state[g.head[e]] != Network.COMPLETE && critical[g.head[e]] > 0) {
                criticalEdge[e] = tight(a, e);
            }
        }
    }

    private void countByLane(int a) {
        int[] own = marks[a];
        critical[a] = 0;
        LaneActivity activity = plan.activity(a);
        long sum = 0;
        for (int i = 0; i < lanes; i++) {
            int total = activity.totalFloat(rows.logic[a][i], rows.finish[a][i], lateStart[a][i], lateFinish[a][i]);
            own[i] = total <= 0 ? 1 : 0;
            critical[a] += own[i];
            sum += significant ? Tally.significance(duration(a, i), total, stretch[i]) : 0;
        }
        if (significant) {
            significance[a] = sum;
        }
    }

    /** In how many lanes an edge is critical. */
    private int tight(int a, int e) {
        int s = g.head[e];
        boolean fromFinish = g.type[e] == Network.FS || g.type[e] == Network.FF;
        int[] from = fromFinish ? rows.finish[a] : rows.start[a];
        int[] date = g.type[e] <= Network.SS ? rows.start[s] : rows.finish[s];
        if (plan.doubled && rows.lag[e].length == 0) {
            return LaneRows.tight(from, 2 * (int) g.lag[e], date, marks[a], marks[s], lanes);
        }
        int delay = g.type[e] <= Network.SS ? (int) Math.max(0, g.delay[s]) : 0;
        int count = 0;
        for (int i = 0; i < lanes; i++) {
            boolean both = (marks[a][i] & marks[s][i]) == 1;
            count += both && gap(a, e, demanded(e, from[i], i), date[i] - delay) <= 0 ? 1 : 0;
        }
        return count;
    }

    private int demanded(int e, int from, int lane) {
        int amount = lag(e, lane);
        return g.lagKind[e] == Network.ELAPSED ? from + amount : plan.calendar[g.head[e]].add(from, amount);
    }

    private int gap(int a, int e, int demanded, int date) {
        return g.elapsed[a] ? date - demanded : plan.gapCalendar(a, g.head[e]).work(demanded, date);
    }
}
