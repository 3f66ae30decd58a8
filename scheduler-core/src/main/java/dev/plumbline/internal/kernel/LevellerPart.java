package dev.plumbline.internal.kernel;

import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.Placement;
import dev.plumbline.internal.network.Requirements;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is levelled: a network, what it asks for, and how; and how its activities were placed. */
public final class LevellerPart {

    final Network g;
    final Requirements q;
    final boolean honour;

    /** The dates; the late dates of activities that are as late as possible must be there before. */
    public Times t;

    /** The rank of an activity among those of all parts; the lowest is placed first. */
    public final int[] rank;

    /** Whether an activity may be moved. */
    public final boolean[] movable;

    /** Whether an activity may be interrupted. */
    public final boolean[] splittable;

    /** Whether the uses of an activity may begin one by one. */
    public final boolean[] separate;

    /** Whether the project is scheduled from its finish. */
    public boolean backward;

    /** Whether activities without successors keep their early finish when late dates are computed. */
    public boolean openEndsCritical;

    /** The least working ticks between two interruptions. */
    public long leastPiece = 1;

    /** By how many percent capacity may be exceeded where an activity has no other place. */
    public int extraPercent;

    /** The latest start of an activity, or AFTER. */
    public final long[] latestStart;

    /** The latest finish, or AFTER. */
    public final long[] latestFinish;

    /** The earliest start of an activity that is placed backward, or BEFORE. */
    public final long[] leastStart;

    /** Delays that stay whatever happens. */
    public final long[] keptDelay;

    /** Where an activity that is not placed by resources is expected to begin, or AFTER. */
    public final long[] expected;

    /** How the activity was placed. */
    public final byte[] outcome;

    /** The place of the activity in the order of placing, from 1; 0 for those with given dates. */
    public final int[] sequence;

    /** The resource of the last conflict that held the activity back, or -1. */
    public final int[] conflictResource;

    /** The instant of that conflict. */
    public final long[] conflictAt;

    /** The first instant at which too little was left for a use that begins later than its activity. */
    public final long[] useConflict;

    /** Whether the activity asks for more than is left where it stands. */
    public final boolean[] clashes;

    /** Where activities are interrupted; null where they aren't. */
    public final @Nullable Gaps[] gaps;

    private final Own own;

    /** How everything stood before anything was moved. */
    private static final class Own {
        final long[] span;
        final long[] fixedStart;
        final long[] fixedFinish;
        final long[] resume;
        final long[] shift;
        final long[] anchor;
        final @Nullable Placement[] placement;
        final boolean[] byWork;
        final boolean[] plain;
        boolean moved;

        Own(Network g, Requirements q) {
            span = g.span.clone();
            fixedStart = g.fixedStart.clone();
            fixedFinish = g.fixedFinish.clone();
            resume = g.resume.clone();
            shift = q.shift.clone();
            anchor = q.anchor.clone();
            placement = g.placement.clone();
            byWork = new boolean[g.size];
            plain = g.plain.clone();
        }
    }

    /** Makes room for a network. */
    public LevellerPart(Network g, Requirements q, boolean honour, Times t) {
        int n = g.size;
        this.g = g;
        this.q = q;
        this.honour = honour;
        this.t = t;
        rank = new int[n];
        movable = new boolean[n];
        splittable = new boolean[n];
        separate = new boolean[n];
        latestStart = filled(n, Network.AFTER);
        latestFinish = filled(n, Network.AFTER);
        leastStart = filled(n, Network.BEFORE);
        keptDelay = new long[n];
        expected = filled(n, Network.AFTER);
        outcome = new byte[n];
        sequence = new int[n];
        conflictResource = new int[n];
        Arrays.fill(conflictResource, -1);
        conflictAt = new long[n];
        useConflict = new long[q.resource.length];
        clashes = new boolean[n];
        gaps = new Gaps[n];
        own = new Own(g, q);
        q.mark();
    }

    private static long[] filled(int n, long value) {
        long[] array = new long[n];
        Arrays.fill(array, value);
        return array;
    }

    /** Returns the network. */
    public Network network() {
        return g;
    }

    /** Returns what it asks for. */
    public Requirements requirements() {
        return q;
    }

    /** Lets the remaining work of an activity that began, or the whole of one with typed dates, be moved. */
    public void release(int a) {
        long from = g.state[a] == Network.MANUAL ? g.fixedStart[a] : g.resume[a];
        long last = Network.BEFORE;
        for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
            for (int piece = q.firstPiece[u]; piece < q.endPiece[u]; piece++) {
                last = q.done[piece] ? last : Math.max(last, q.end[piece]);
            }
        }
        own.byWork[a] = g.state[a] == Network.IN_PROGRESS && last == g.fixedFinish[a];
        q.release(a, from);
        own.anchor[a] = from;
    }

    /** Returns by how much the remaining or typed work of an activity with given dates was moved. */
    public long moved(int a) {
        return q.dated[a] ? q.anchor[a] - own.anchor[a] : 0;
    }

    /** Takes everything back to how it stood. */
    public void reset() {
        int n = g.size;
        if (own.moved) {
            System.arraycopy(own.span, 0, g.span, 0, n);
            System.arraycopy(own.fixedStart, 0, g.fixedStart, 0, n);
            System.arraycopy(own.fixedFinish, 0, g.fixedFinish, 0, n);
            System.arraycopy(own.resume, 0, g.resume, 0, n);
            System.arraycopy(own.placement, 0, g.placement, 0, n);
            System.arraycopy(own.plain, 0, g.plain, 0, n);
            System.arraycopy(own.shift, 0, q.shift, 0, own.shift.length);
            System.arraycopy(own.anchor, 0, q.anchor, 0, n);
            q.reset();
            own.moved = false;
        }
        Arrays.fill(gaps, null);
        Arrays.fill(conflictResource, -1);
        Arrays.fill(outcome, Leveller.KEPT);
        Arrays.fill(sequence, 0);
        Arrays.fill(clashes, false);
        for (int a = 0; a < n; a++) {
            if (g.state[a] == Network.UNSTARTED) {
                g.delay[a] = keptDelay[a];
            }
        }
    }

    /** Notes that something doesn't stand as it did before anything was moved, so that taking back looks at all. */
    void touch() {
        own.moved = true;
    }

    boolean uses(int a) {
        return q.firstUse[a] < q.firstUse[a + 1];
    }

    /** The event at which the rows below a summary may begin, or the activity itself. */
    int begin(int a) {
        return g.summary[a] ? g.size + a : a;
    }

    /** Whether an event is an activity that is placed by what it asks for. */
    boolean isLimited(int event) {
        return event < g.size && !g.summary[event] && uses(event) && !q.dated[event];
    }

    /** Whether something limits how late an activity may be. */
    boolean isBounded(int a) {
        return latestStart[a] != Network.AFTER || latestFinish[a] != Network.AFTER;
    }

    boolean isLate(int a, long start) {
        return latestFinish[a] != Network.AFTER && g.finishFrom(a, start) > latestFinish[a];
    }

    /** The finish of an activity with given dates whose remaining or typed work goes on at an instant. */
    public long finishOfDated(int a, long start) {
        if (own.byWork[a]) {
            long last = Network.BEFORE;
            for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
                for (int piece = q.firstPiece[u]; piece < q.endPiece[u]; piece++) {
                    last = q.floating[piece] ? Math.max(last, q.to(a, u, piece, start)) : last;
                }
            }
            return last;
        }
        CompiledCalendar calendar = g.calendar[a];
        if (g.state[a] == Network.MANUAL) {
            long length = g.elapsed[a]
                    ? own.fixedFinish[a] - own.fixedStart[a]
                    : calendar.work(own.fixedStart[a], own.fixedFinish[a]);
            return g.elapsed[a] ? start + length : calendar.add(start, length);
        }
        return g.elapsed[a] ? start + g.remaining[a] : calendar.add(start, g.remaining[a]);
    }

    /** Moves the remaining or typed work of an activity with given dates. */
    public void moveDated(int a, long start) {
        own.moved = true;
        g.fixedFinish[a] = finishOfDated(a, start);
        if (g.state[a] == Network.MANUAL) {
            g.fixedStart[a] = start;
        } else {
            g.resume[a] = start;
        }
        q.anchor[a] = start;
    }

    /** Interrupts an activity. */
    public void split(int a, Gaps where) {
        own.moved = true;
        gaps[a] = where;
        q.split(a, where.at(), where.length());
        g.span[a] += where.total();
    }

    /**
     * Lets an activity pause from one instant to another.
     *
     * @param start the start of the activity
     * @param from where the pause begins, at work or in a pause
     * @param to where it ends
     * @param resource the resource that makes it
     * @param conflict the first instant at which too little of it is left
     */
    public void pause(int a, long start, long from, long to, int resource, long conflict) {
        own.moved = true;
        CompiledCalendar calendar = g.calendar[a];
        long offset = calendar.work(start, from);
        long length = calendar.work(start, to) - offset;
        Gaps before = gaps[a];
        gaps[a] = before == null
                ? new Gaps(new long[] {offset}, new long[] {length}, new int[] {resource}, new long[] {conflict})
                : before.with(offset, length, resource, conflict);
        q.split(a, new long[] {offset}, new long[] {length});
        g.span[a] += length;
    }

    /** Lets the use of a resource begin at an instant, and the activity with the first of its uses. */
    public void shift(int a, int resource, long start, long conflict) {
        own.moved = true;
        long least = Long.MAX_VALUE;
        for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
            if (q.resource[u] == resource) {
                q.shift[u] += start - t.earlyStart[a];
                useConflict[u] = conflict;
            }
            least = Math.min(least, q.shift[u]);
        }
        g.delay[a] += least;
        for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
            q.shift[u] -= least;
        }
        g.placement[a] = Placement.of(q, a);
        g.plain[a] = false;
    }

    /** Lets the uses of an activity begin at starts of their own. */
    void separate(int a, Placement placement) {
        own.moved = true;
        g.placement[a] = placement;
        g.plain[a] = false;
    }

    /** Takes over the conflicts that were found with the same activities compiled anew. */
    public void learn(LevellerPart other) {
        for (int a = 0; other != this && a < g.size; a++) {
            if (other.conflictResource[a] >= 0) {
                conflictResource[a] = other.conflictResource[a];
                conflictAt[a] = other.conflictAt[a];
            }
        }
    }

    void remember(int a, Fitting fitting) {
        if (fitting.resource >= 0) {
            conflictResource[a] = fitting.resource;
            conflictAt[a] = fitting.conflict;
        }
    }
}
