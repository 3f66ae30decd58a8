package dev.plumbline.internal.risk;

import dev.plumbline.internal.kernel.LaneActivity;
import dev.plumbline.internal.kernel.LaneCalendar;
import dev.plumbline.internal.kernel.LaneRows;
import dev.plumbline.internal.network.Network;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Schedules many replicates side by side: one row of lanes for each start and finish. */
public final class LaneReplicator implements Replicator {

    /*
     * The forward pass goes through the activities in topological order; each draws its durations, takes the greatest of what its
     * relationships demand, row by row, and is placed. Replicates that leave the window of the calendars, of which there are hardly
     * any, are computed anew one at a time, the whole batch with them. O((n + m) x lanes).
     *
     * R. M. Van Slyke: Monte Carlo Methods and the PERT Problem. Operations Research 11, 1963, pp. 839-860.
     */

    private final GeneralReplicator.Plan shared;
    private final LanePlan plan;
    private final Network g;
    private final Draws draws;
    private final Outcome outcome;
    private final boolean counts;
    private final int capacity;
    private final int[] bound;
    private final int[] finishBound;
    private final int[] scratch;
    private final LaneRows.Bounds two = new LaneRows.Bounds();
    private final boolean[] varies;
    private final @Nullable LaneActivity[] rules;
    private final int[] last;
    private final int[][] start;
    private final int[][] finish;
    private final int[][] duration;
    private final int[][] logic;
    private final int[][] lag;
    private final double[] cost;
    private final LaneLates lates;
    private final Detail detail;
    private @Nullable GeneralReplicator general;
    private int lanes;
    private int least;

    /**
     * Makes a worker.
     *
     * @param shared what all workers share
     * @param plan the plan prepared for lanes
     * @param capacity the most iterations at a time
     * @param outcome where finishes go
     * @param detail whether criticality is counted and significance summed
     */
    public LaneReplicator(GeneralReplicator.Plan shared, LanePlan plan, int capacity, Outcome outcome, Detail detail) {
        this.shared = shared;
        this.plan = plan;
        this.g = plan.g;
        this.capacity = capacity;
        this.draws = new Draws(shared.model(), shared.uniforms(), capacity);
        this.outcome = outcome;
        this.detail = detail;
        this.counts = detail.counts();
        this.bound = new int[capacity];
        this.finishBound = new int[capacity];
        this.scratch = new int[capacity];
        this.last = new int[capacity];
        this.cost = new double[capacity];
        this.varies = new boolean[g.size];
        this.rules = new LaneActivity[g.size];
        this.start = new int[g.size][];
        this.finish = new int[g.size][];
        this.logic = new int[g.size][];
        this.duration = new int[g.size][];
        this.lag = new int[g.head.length][];
        LaneRoom room = new LaneRoom(plan, capacity, counts, outcome.tracked);
        for (int k = 0; k < plan.order.length; k++) {
            prepare(plan.order[k], k, room);
        }
        for (int e = 0; e < lag.length; e++) {
            boolean drawn = plan.lagOf[e] >= 0 || plan.percentOf[e] >= 0;
            lag[e] = drawn ? new int[capacity] : NONE;
            varies[g.head[e]] |= drawn;
        }
        this.lates = new LaneLates(
                plan, shared, detail, new LaneLates.Rows(start, finish, logic, duration, lag), outcome, capacity);
    }

    private static final int[] NONE = {};

    /**
     * What a run is to find out.
     *
     * @param counts whether criticality is counted
     * @param significant whether significance is summed
     */
    public record Detail(boolean counts, boolean significant) {}

    /** Makes the rows of an activity; one that takes no time needs one, one whose dates are given never changes it. */
    private void prepare(int a, int place, LaneRoom room) {
        boolean given = plan.kind[a] == LanePlan.FIXED || plan.kind[a] == LanePlan.BEGUN;
        start[a] = given ? new int[capacity] : room.row(a, place, plan.kind[a] == LanePlan.MILESTONE);
        rules[a] = plan.kind[a] == LanePlan.RICH ? plan.activity(a).copy() : null;
        logic[a] = plan.kind[a] == LanePlan.RICH ? room.row(a, place, false) : start[a];
        finish[a] = start[a];
        if (given) {
            finish[a] = new int[capacity];
            Arrays.fill(start[a], plan.toLane(g.fixedStart[a]));
            Arrays.fill(finish[a], plan.toLane(g.fixedFinish[a]));
        } else if (plan.kind[a] != LanePlan.MILESTONE) {
            finish[a] = room.row(a, place, true);
        }
        duration[a] = plan.keepsDuration[a] ? room.row(a, place, false) : scratch;
        room.release(place);
    }

    @Override
    public Tally tally() {
        Tally sum = lates.tally();
        if (general != null) {
            sum.add(general.tally());
        }
        return sum;
    }

    @Override
    public void run(int first, int count) {
        lanes = count;
        draws.begin(first, count);
        for (int l = 0; l < draws.lags(); l++) {
            draws.lag(l, lag[shared.model().edge(l)]);
        }
        forward();
        if (isOutside() || (counts && !lates.run(count, last))) {
            general().run(first, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            outcome.finish[first + i] = offset(last[i]);
        }
        for (int k = 0; k < outcome.tracked.length; k++) {
            int[] row = finish[outcome.tracked[k]];
            for (int i = 0; i < count; i++) {
                outcome.trackedFinish[k][first + i] = offset(row[i]);
            }
        }
        if (outcome.cost.length > 0) {
            draws.cost(cost);
            System.arraycopy(cost, 0, outcome.cost, first, count);
        }
    }

    private GeneralReplicator general() {
        GeneralReplicator known = general;
        if (known == null) {
            known = new GeneralReplicator(shared, capacity, outcome, detail.counts(), detail.significant());
            general = known;
        }
        return known;
    }

    private int offset(int lane) {
        return (int) (plan.toInstant(lane) - outcome.origin);
    }

    /** Whether some replicate left the window of the calendars. */
    private boolean isOutside() {
        if (plan.doubled) {
            return false;
        }
        int most = 0;
        for (int i = 0; i < lanes; i++) {
            most = Math.max(most, last[i]);
        }
        return most > plan.high - LanePlan.MARGIN || least < plan.low + LanePlan.MARGIN;
    }

    private void forward() {
        Arrays.fill(last, 0, lanes, LaneCalendar.BEFORE);
        least = 0;
        for (int k = 0; k < plan.order.length; k++) {
            int a = plan.order[k];
            if (plan.durationOf[a] >= 0) {
                draws.duration(plan.durationOf[a], duration[a]);
                if (plan.keepsDuration[a]) {
                    adjust(a);
                }
            }
            int next = k + 1 < plan.order.length ? plan.durationOf[plan.order[k + 1]] : -1;
            if (next >= 0) {
                draws.prefetch(next);
            }
            switch (plan.kind[a]) {
                case LanePlan.PLAIN -> plain(a);
                case LanePlan.MILESTONE -> bounds(a, start[a]);
                case LanePlan.BOTH -> both(a);
                case LanePlan.RICH -> rich(a);
                case LanePlan.BEGUN -> begun(a);
                default -> {}
            }
            if (plan.end[a]) {
                LaneRows.greatest(last, finish[a], lanes);
            }
        }
    }

    /** Lags that are a share of the duration follow it; gaps between parts of the activity are added to it. */
    private void adjust(int a) {
        int[] row = duration[a];
        for (int i = g.firstOut[a]; i < g.firstOut[a + 1]; i++) {
            int e = g.outEdge[i];
            int number = plan.percentOf[e];
            for (int lane = 0; lane < lanes && number >= 0; lane++) {
                lag[e][lane] = (int) shared.percents().ticks(number, row[lane]);
            }
        }
        boolean begun = g.state[a] == Network.IN_PROGRESS;
        int gaps = plan.duration[a] - (int) shared.model().planned(plan.durationOf[a]);
        for (int lane = 0; lane < lanes && gaps != 0; lane++) {
            row[lane] = begun ? Math.max(0, row[lane] + gaps) : row[lane] + gaps;
        }
    }

    private void plain(int a) {
        int[] length = lengths(a);
        int last = g.firstIn[a + 1] - 1;
        if (!plan.doubled) {
            bounds(a, bound);
            plan.calendar[a].place(bound, length, start[a], finish[a], lanes);
        } else if (last < g.firstIn[a] || varies[a]) {
            bounds(a, bound);
            two.set(bound, 0, bound, 0);
            LaneRows.place(two, length, start[a], finish[a], lanes);
        } else {
            pair(a, last);
            LaneRows.place(two, length, start[a], finish[a], lanes);
        }
    }

    /** The last two bounds of a start as they are, the others together with the last but one. */
    private void pair(int a, int last) {
        int first = g.firstIn[a];
        int before = Math.max(first, last - 1);
        int[] one = source(before);
        int amount = 2 * (int) g.lag[before];
        if (last - first > 1) {
            bounds(first, before, bound);
            one = bound;
            amount = 0;
        }
        two.set(one, amount, source(last), 2 * (int) g.lag[last]);
    }

    private int[] lengths(int a) {
        if (plan.durationOf[a] >= 0) {
            return duration[a];
        }
        Arrays.fill(scratch, 0, lanes, plan.duration[a]);
        return scratch;
    }

    private void both(int a) {
        finishBounds(a);
        int floor = plan.activity(a).floor();
        if (plan.doubled) {
            LaneRows.place(bound, finishBound, floor, lengths(a), start[a], finish[a], lanes);
        } else {
            plan.calendar[a].place(bound, finishBound, floor, lengths(a), start[a], finish[a], lanes);
            fold(start[a]);
        }
    }

    private void finishBounds(int a) {
        Arrays.fill(bound, 0, lanes, LaneCalendar.BEFORE);
        Arrays.fill(finishBound, 0, lanes, LaneCalendar.BEFORE);
        for (int e = g.firstIn[a]; e < g.firstIn[a + 1]; e++) {
            raise(g.type[e] <= Network.SS ? bound : finishBound, e);
        }
    }

    /** The greatest of what relationships demand of a start; the start of the project where there are none. */
    private void bounds(int a, int[] out) {
        int first = g.firstIn[a];
        if (first == g.firstIn[a + 1]) {
            Arrays.fill(out, 0, lanes, plan.toLane(g.start));
        } else {
            bounds(first, g.firstIn[a + 1] - 1, out);
        }
    }

    /** The greatest of what the relationships from one number to another demand. */
    private void bounds(int first, int end, int[] out) {
        if (isStill(first)) {
            System.arraycopy(source(first), 0, out, 0, lanes);
        } else {
            Arrays.fill(out, 0, lanes, LaneCalendar.BEFORE);
            raise(out, first);
        }
        for (int e = first + 1; e <= end; e++) {
            raise(out, e);
        }
    }

    private boolean isStill(int e) {
        return g.lag[e] == 0 && lag[e].length == 0;
    }

    private int[] source(int e) {
        boolean fromFinish = g.type[e] == Network.FS || g.type[e] == Network.FF;
        return fromFinish ? finish[g.tail[e]] : start[g.tail[e]];
    }

    private void raise(int[] out, int e) {
        int[] from = source(e);
        int amount = (int) g.lag[e];
        if (isStill(e)) {
            LaneRows.greatest(out, from, lanes);
        } else if (lag[e].length > 0) {
            for (int i = 0; i < lanes; i++) {
                out[i] = Math.max(out[i], lagged(e, from[i], lag[e][i]));
            }
        } else if (plan.doubled && g.type[e] <= Network.SS && plan.takesTime(g.head[e])) {
            LaneRows.raise(out, from, 2 * amount, lanes);
        } else if (g.lagKind[e] == Network.ELAPSED) {
            LaneRows.raise(out, from, amount, lanes);
        } else {
            plan.calendar[g.head[e]].raise(out, from, amount, lanes);
        }
        if (amount < 0 || lag[e].length > 0) {
            fold(out);
        }
    }

    private int lagged(int e, int instant, int amount) {
        return g.lagKind[e] == Network.ELAPSED ? instant + amount : plan.calendar[g.head[e]].add(instant, amount);
    }

    private void fold(int[] row) {
        for (int i = 0; i < lanes; i++) {
            least = Math.min(least, row[i]);
        }
    }

    private void begun(int a) {
        LaneActivity activity = plan.activity(a);
        int resume = plan.toLane(g.resume[a]);
        for (int i = 0; i < lanes; i++) {
            finish[a][i] = activity.after(resume, duration[a][i]);
        }
    }

    private void rich(int a) {
        finishBounds(a);
        LaneActivity activity = rules[a];
        if (activity == null) {
            throw new IllegalStateException("activity " + a + " was not prepared");
        }
        boolean drawn = plan.durationOf[a] >= 0;
        int planned = plan.duration[a];
        for (int i = 0; i < lanes; i++) {
            activity.forward(bound[i], finishBound[i], drawn ? duration[a][i] : planned);
            logic[a][i] = activity.logicStart();
            start[a][i] = activity.start();
            finish[a][i] = activity.finish();
        }
        fold(start[a]);
    }
}
