package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.Requirements;
import dev.plumbline.internal.util.Stopped;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Moves activities within their float so that what they ask of resources is level. */
public final class Smoother {

    /*
     * An activity that may move holds its position, however early its predecessors let it begin; all others follow logic. A sweep
     * from the last activity to the first knows the position of every successor, so the backward pass of the critical path
     * method gives the latest start of each, with all calendars, lags, summaries, constraints and deadlines; the forward pass
     * gives the earliest. In between the integral of the squared demand is linear except where an end of the activity's work
     * meets an instant at which demand changes, so these are the positions that are tried; the best is taken, the latest where
     * several are. Then a sweep from the first to the last, the earliest where several are, and so on until nothing gets better.
     *
     * A sweep costs the passes and, for each activity, its candidates times the spans each covers.
     *
     * [1] A. R. Burgess, J. B. Killebrew: Variation in activity level on a cyclical arrow diagram. Journal of Industrial
     *     Engineering 13, 1962, pp. 76-83.
     * [2] R. B. Harris: Precedence and Arrow Networking Techniques for Construction. Wiley, 1978: the minimum moment.
     */

    /** Into how many shares the candidates of an activity are divided where one is picked. */
    public static final int SHARES = 1 << 16;

    private static final int SETTLED_BETWEEN = 64;

    private static final double BETTER = 1e-9;

    private final Network g;
    private final Requirements q;
    private final boolean honour;
    private final boolean openEnds;
    private final Times t;
    private final boolean[] movable;
    private final boolean[] pinned;
    private final @Nullable UsageProfile[] profiles;
    private final long[] limit;
    private final double[] weight;
    private final long[] position;
    private final long[] floor;
    private final long[] candidates;
    private int count;
    private long tried;
    private BooleanSupplier stop = Stopped.NEVER;
    private long earliest;
    private long latest;
    private long latestFinish;
    private double cost;

    /**
     * Takes a plan as it stands; the delays of the network are turned into positions.
     *
     * @param part the network, its requirements, its dates with late dates, and who may be moved
     * @param openEnds whether every activity without a successor is critical
     * @param profiles empty profiles by resource; null for resources that don't count
     * @param limit what demand must not rise above, by resource
     * @param weight how much each resource counts
     * @param mostCandidates how many positions of an activity are tried at most
     */
    public Smoother(
            LevellerPart part,
            boolean openEnds,
            @Nullable UsageProfile[] profiles,
            long[] limit,
            double[] weight,
            int mostCandidates) {
        this.g = part.g;
        this.q = part.q;
        this.honour = part.honour;
        this.openEnds = openEnds;
        this.t = part.t;
        this.profiles = profiles;
        this.limit = limit;
        this.weight = weight;
        this.candidates = new long[mostCandidates + 3];
        this.position = t.earlyStart.clone();
        this.movable = new boolean[g.size];
        this.pinned = new boolean[g.size];
        this.floor = new long[g.size];
        boolean followers = take(part);
        for (int a = 0; a < g.size; a++) { // what isn't moved but follows others would follow them to earlier dates
            floor[a] = followers ? position[a] : Network.BEFORE;
        }
    }

    /** Decides who may move and who stands, and books everything; returns whether something follows others that isn't moved. */
    private boolean take(LevellerPart part) {
        boolean followers = false;
        for (int a = 0; a < g.size; a++) {
            boolean uses = q.firstUse[a] < q.firstUse[a + 1];
            boolean free = uses && !q.dated[a];
            movable[a] = free && part.movable[a] && counts(a);
            pinned[a] = uses || t.late[a] || isDated(a);
            followers |= free && !movable[a] && !t.late[a];
            if (movable[a]) {
                g.delay[a] = 0;
            }
            book(a, position[a], 1);
        }
        return followers;
    }

    private boolean isDated(int a) {
        return g.state[a] != Network.UNSTARTED && !g.summary[a];
    }

    private boolean counts(int a) {
        for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
            if (profiles[q.resource[u]] != null) {
                return true;
            }
        }
        return false;
    }

    /** Returns the weighted integral of the squared demand. */
    public double moment() {
        double sum = 0;
        for (int r = 0; r < profiles.length; r++) {
            UsageProfile profile = profiles[r];
            sum += profile == null ? 0 : weight[r] * profile.moment();
        }
        return sum;
    }

    /** Returns whether demand is within the limits everywhere. */
    public boolean isWithinLimits() {
        boolean within = true;
        for (int r = 0; r < profiles.length && within; r++) {
            UsageProfile profile = profiles[r];
            within = profile == null || profile.isWithin(limit[r]);
        }
        return within;
    }

    /** Returns how many positions were tried. */
    public long tried() {
        return tried;
    }

    /** Returns the starts that were chosen. */
    public long[] positions() {
        return position.clone();
    }

    /** Returns whether an activity may be moved. */
    public boolean isMovable(int a) {
        return movable[a];
    }

    /** Goes back to positions that were chosen before. */
    public void restore(long[] positions) {
        for (int a = 0; a < g.size; a++) {
            if (movable[a] && position[a] != positions[a]) {
                book(a, position[a], -1);
                position[a] = positions[a];
                book(a, position[a], 1);
            }
        }
        forward(false);
    }

    /** Lets sweeps end with {@link Stopped} when it is time; the positions are then to be restored. */
    public void stopsWhen(BooleanSupplier value) {
        stop = value;
    }

    private void checkStop(int i) {
        if (i % SETTLED_BETWEEN == 0) {
            Stopped.check(stop);
        }
    }

    /** Returns whether a sweep from the last activity to the first and one back made the demand more even. */
    public boolean improve() {
        for (UsageProfile profile : profiles) {
            if (profile != null) {
                profile.compact();
            }
        }
        boolean left = backward(null);
        boolean right = forward(true);
        return left || right;
    }

    /**
     * Sweeps from the last activity to the first.
     *
     * @param shaken which of its candidates each activity takes, in shares of {@link #SHARES}, or -1 for the best; null for the best
     *     of all
     */
    public boolean backward(int @Nullable [] shaken) {
        boolean better = false;
        for (int i = g.order.length - 1; i >= 0; i--) {
            checkStop(i);
            int a = g.order[i];
            BackwardPass.evaluate(g, honour, openEnds, t, a);
            if (a >= g.size || g.summary[a]) {
                continue;
            }
            if (movable[a]) {
                better |= settle(a, shaken == null ? -1 : shaken[a], true);
            }
            if (pinned[a]) {
                pinLate(a);
            }
        }
        return better;
    }

    /** Sweeps from the first activity to the last, or only brings the dates up to date. */
    private boolean forward(boolean looks) {
        boolean better = false;
        for (int i = 0; i < g.order.length; i++) {
            int a = g.order[i];
            if (looks) {
                checkStop(i);
            }
            ForwardPass.evaluate(g, honour, t, a);
            if (a < g.size && movable[a]) {
                if (looks) {
                    BackwardPass.evaluate(g, honour, openEnds, t, a);
                    better |= settle(a, -1, false);
                }
                pinEarly(a);
            }
            if (a < g.size && pinned[a] && !g.summary[a]) {
                pinLate(a);
            }
        }
        return better;
    }

    private void pinEarly(int a) {
        t.earlyStart[a] = position[a];
        t.logicStart[a] = position[a];
        t.earlyFinish[a] = g.finishFrom(a, position[a]);
    }

    private void pinLate(int a) {
        long finish = movable[a] ? g.finishFrom(a, position[a]) : t.earlyFinish[a];
        t.lateStart[a] = movable[a] ? position[a] : t.earlyStart[a];
        t.lateFinish[a] = finish;
    }

    /** Moves an activity to the best position between the earliest and the latest; returns whether that is better. */
    private boolean settle(int a, int pick, boolean latestFirst) {
        long now = position[a];
        latest = Math.max(now, t.lateStart[a]);
        latestFinish = Math.max(g.finishFrom(a, now), t.lateFinish[a]);
        ForwardPass.evaluate(g, honour, t, a);
        earliest = Math.min(Math.max(t.earlyStart[a], floor[a]), now);
        pinEarly(a);
        if (earliest == latest) {
            return false;
        }
        book(a, now, -1);
        collect(a, earliest, latest);
        if (pick >= 0) {
            long wanted = candidates[(int) ((long) count * pick / SHARES)];
            move(a, isAllowed(a, wanted) && keeps(a, wanted) ? wanted : now); // the limits may be broken for a while
            return false;
        }
        tried += count;
        double before = added(a, now);
        long chosen = best(a, before, latestFirst);
        move(a, chosen);
        return chosen != now && cost < before - BETTER * before;
    }

    /** Returns the candidate that adds least; of equal ones the latest or the earliest. */
    private long best(int a, double before, boolean latestFirst) {
        long chosen = position[a];
        cost = before;
        for (int i = 0; i < count; i++) {
            long start = candidates[latestFirst ? count - 1 - i : i];
            if (start != position[a] && isAllowed(a, start)) {
                double adds = added(a, start);
                boolean further = latestFirst ? start > chosen : start < chosen;
                boolean even = further && Math.abs(adds - cost) <= BETTER * before;
                if ((adds < cost - BETTER * before || even) && fits(a, start) && keeps(a, start)) {
                    cost = Math.min(cost, adds);
                    chosen = start;
                }
            }
        }
        return chosen;
    }

    private boolean isAllowed(int a, long start) {
        return start >= earliest && start <= latest && g.finishFrom(a, start) <= latestFinish;
    }

    /**
     * Whether no successor that holds its position is pushed. Where two calendars meet, a late date may be one that the
     * predecessor can't begin at, so the relationships are asked once more.
     */
    private boolean keeps(int a, long start) {
        long now = position[a];
        position[a] = start;
        pinEarly(a);
        boolean keeps = true;
        for (int i = g.firstOut[a]; i < g.firstOut[a + 1] && keeps; i++) {
            int e = g.outEdge[i];
            int s = g.head[e];
            if (pinned[s] && g.state[s] == Network.UNSTARTED && !t.late[s] && g.lagKind[e] != Network.CUT) {
                long bound = ForwardPass.bound(g, t, e);
                boolean toStart = g.type[e] == Network.FS || g.type[e] == Network.SS;
                keeps = g.nextStart(s, toStart ? bound : g.startFrom(s, bound)) <= t.lateStart[s];
            }
        }
        position[a] = now;
        pinEarly(a);
        return keeps;
    }

    private void move(int a, long start) {
        position[a] = start;
        book(a, start, 1);
        pinEarly(a);
    }

    /** Collects the positions at which an end of some piece meets a change of demand, in increasing order, thinned if too many. */
    private void collect(int a, long low, long high) {
        count = 0;
        int room = candidates.length - 2;
        int ends = 0;
        for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
            ends += profiles[q.resource[u]] == null ? 0 : 2 * (q.endPiece[u] - q.firstPiece[u]);
        }
        int each = Math.max(1, room / Math.max(1, ends));
        add(a, low);
        add(a, high);
        for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
            UsageProfile profile = profiles[q.resource[u]];
            for (int p = q.firstPiece[u]; profile != null && p < q.endPiece[u]; p++) {
                align(a, u, q.begin[p], profile, low, high, each);
                align(a, u, q.end[p], profile, low, high, each);
            }
        }
        Arrays.sort(candidates, 0, count);
    }

    private void align(int a, int u, long offset, UsageProfile profile, long low, long high, int most) {
        long shift = q.shift[u];
        int first = profile.firstChange(q.calendar[u].add(low + shift, offset));
        int last = profile.firstChange(q.calendar[u].add(high + shift, offset) + 1);
        int step = Math.max(1, (last - first + most - 1) / most);
        for (int i = first; i < Math.min(last, profile.changes()); i += step) {
            add(a, q.calendar[u].add(profile.change(i), -offset) - shift);
        }
    }

    private void add(int a, long instant) {
        if (count < candidates.length) {
            candidates[count++] = g.nextStart(a, instant);
        }
    }

    private double added(int a, long start) {
        double sum = 0;
        for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
            UsageProfile profile = profiles[q.resource[u]];
            for (int p = q.firstPiece[u]; profile != null && p < q.endPiece[u]; p++) {
                long from = q.from(a, u, p, start);
                long to = q.to(a, u, p, start);
                sum += weight[q.resource[u]] * profile.added(q.calendarNumber[u], from, to, q.units[p]);
                if (q.repeated[a]) {
                    profile.book(q.calendarNumber[u], from, to, q.units[p]); // what the next use must see
                }
            }
        }
        if (q.repeated[a]) {
            book(a, start, -1);
        }
        return sum;
    }

    private boolean fits(int a, long start) {
        boolean fits = true;
        for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
            UsageProfile profile = profiles[q.resource[u]];
            for (int p = q.firstPiece[u]; profile != null && p < q.endPiece[u]; p++) {
                long from = q.from(a, u, p, start);
                long to = q.to(a, u, p, start);
                fits &= profile.fits(q.calendarNumber[u], from, to, q.units[p], limit[q.resource[u]]);
                if (q.repeated[a]) {
                    profile.book(q.calendarNumber[u], from, to, q.units[p]);
                }
            }
        }
        if (q.repeated[a]) {
            book(a, start, -1);
        }
        return fits;
    }

    private void book(int a, long start, int sign) {
        long from = q.originOf(a, start);
        for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
            UsageProfile profile = profiles[q.resource[u]];
            for (int p = q.firstPiece[u]; profile != null && p < q.endPiece[u]; p++) {
                profile.book(q.calendarNumber[u], q.from(a, u, p, from), q.to(a, u, p, from), sign * q.units[p]);
            }
        }
    }

    /** Turns the positions into levelling delays of the network, in order of logic. */
    public void writeDelays() {
        for (int a : g.order) {
            ForwardPass.evaluate(g, honour, t, a);
            if (a < g.size && movable[a]) {
                g.delay[a] = Math.max(0, position[a] - t.earlyStart[a]);
                ForwardPass.evaluate(g, honour, t, a);
            }
        }
    }
}
