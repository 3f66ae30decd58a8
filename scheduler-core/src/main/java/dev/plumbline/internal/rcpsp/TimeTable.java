package dev.plumbline.internal.rcpsp;

import java.util.Arrays;

/** Keeps what runs for certain and moves activities away from where it leaves them no room. Not safe for several threads. */
final class TimeTable {

    /*
     * The part of an activity between its latest start and its earliest finish runs for certain. These parts are subtracted from
     * the free units of each time unit, all resources packed in one long (see PackedDecoder), when a bound changes, and added
     * back when it is taken back. An activity that doesn't fit beside them at an instant t and may not finish before it must
     * start after it. The reason is the window of each part of a smallest set of activities that together leave no room at t.
     * A sweep tests only windows that touch what has changed.
     *
     * [1] A. Schutt, T. Feydy, P. J. Stuckey, M. G. Wallace: Explaining the cumulative propagator. Constraints 16(3), 2011,
     *     pp. 250-282.
     */

    private final Compiled project;
    private final Packing packing;
    private final Domains domains;
    private final int[] duration;
    private final long[] demand;
    private final long guards;
    private final long[] free;
    private final int[] users;
    private final int[] parts;
    private int overloaded;
    private int changedFrom;
    private int changedTo;
    private final boolean[] moved;
    private long placements;

    TimeTable(Compiled project, Packing packing, Domains domains, int horizon) {
        this.project = project;
        this.packing = packing;
        this.domains = domains;
        this.duration = project.duration;
        this.demand = packing.demand();
        this.guards = packing.guards();
        this.free = new long[horizon + 1];
        this.users = new int[project.n];
        this.parts = new int[project.n];
        this.moved = new boolean[project.n];
    }

    /** Starts over with the windows as they are; returns false if what runs for certain is too much. */
    boolean begin() {
        Arrays.fill(free, packing.capacity());
        overloaded = -1;
        Arrays.fill(moved, true);
        changedFrom = 0;
        changedTo = free.length;
        for (int a = 0; a < project.n; a++) {
            take(a, domains.latest(a), domains.earliest(a) + duration[a]);
        }
        return overloaded < 0;
    }

    /** Takes note of a bound that has grown. */
    void grow(int key, int old, int now) {
        int a = key >> 1;
        moved[a] = true;
        if (demand[a] == 0) {
            return;
        }
        if ((key & 1) == 0) {
            take(a, Math.max(domains.latest(a), old + duration[a]), now + duration[a]);
        } else {
            take(a, -now, Math.min(-old, domains.earliest(a) + duration[a]));
        }
    }

    private void take(int a, int from, int to) {
        if (from >= to || demand[a] == 0) {
            return;
        }
        long units = demand[a];
        long mask = guards;
        for (int t = from; t < to; t++) {
            free[t] -= units;
            if ((free[t] & mask) != mask) {
                overloaded = t;
            }
        }
        changedFrom = Math.min(changedFrom, from);
        changedTo = Math.max(changedTo, to);
    }

    /** Takes note of a bound that falls back. */
    void shrink(int key, int old, int now) {
        int a = key >> 1;
        if (demand[a] == 0) {
            return;
        }
        int from = (key & 1) == 0 ? Math.max(domains.latest(a), old + duration[a]) : -now;
        int to = (key & 1) == 0 ? now + duration[a] : Math.min(-old, domains.earliest(a) + duration[a]);
        for (int t = from; t < to; t++) {
            free[t] += demand[a];
        }
    }

    /** Forgets what has changed: the windows are again as after a sweep. */
    void settle() {
        overloaded = -1;
        changedFrom = Integer.MAX_VALUE;
        changedTo = 0;
    }

    /** Returns how often an activity was given its earliest or latest place. */
    long placements() {
        return placements;
    }

    /** Returns an instant at which too much runs for certain, -1 if there is none. */
    int overloaded() {
        return overloaded;
    }

    /** Tests all windows touched by changes; false at a conflict, which the kernel holds. */
    boolean sweep(Kernel kernel) {
        int from = changedFrom;
        int to = changedTo;
        settle();
        for (int a = 0; a < demand.length; a++) {
            if (demand[a] == 0 || domains.isFixed(a)) {
                continue;
            }
            boolean test = moved[a];
            moved[a] = false;
            int e = domains.earliest(a);
            if ((test || e < to && e + duration[a] > from) && !pushStart(a, kernel)) {
                return false;
            }
            int l = domains.latest(a);
            if ((test || l < to && l + duration[a] > from) && !pushFinish(a, kernel)) {
                return false;
            }
        }
        return true;
    }

    private boolean pushStart(int a, Kernel kernel) {
        placements++;
        long take = demand[a];
        long mask = guards;
        int length = duration[a];
        int start = domains.earliest(a);
        int certain = domains.latest(a);
        int tested = start;
        int t = Math.min(start + length, certain) - 1;
        while (t >= tested) {
            if ((free[t] - take & mask) == mask) {
                t--;
                continue;
            }
            int why = explain(t, a, 2 * a, t + 1 - length);
            if (!kernel.raise(2 * a, t + 1, why)) {
                return false;
            }
            // The activity's own certain part may have grown: it begins at its latest start, where the test ends.
            tested = Math.max(t + 1, Math.min(start + length, certain));
            start = t + 1;
            t = Math.min(start + length, certain) - 1;
        }
        return true;
    }

    private boolean pushFinish(int a, Kernel kernel) {
        placements++;
        long take = demand[a];
        long mask = guards;
        int length = duration[a];
        int finish = domains.latest(a) + length;
        int certain = domains.earliest(a) + length;
        int tested = finish;
        int t = Math.max(finish - length, certain);
        while (t < tested) {
            if ((free[t] - take & mask) == mask) {
                t++;
                continue;
            }
            int why = explain(t, a, 2 * a + 1, -t);
            if (!kernel.raise(2 * a + 1, length - t, why)) {
                return false;
            }
            tested = Math.min(t, Math.max(finish - length, certain));
            finish = t;
            t = Math.max(finish - length, certain);
        }
        return true;
    }

    /**
     * Writes why there is no room at an instant, beside the activity itself (-1: too much runs for certain), and returns the
     * reason.
     */
    int explain(int t, int activity, int ownKey, int ownValue) {
        long short_ = ~(free[t] - (activity < 0 ? 0 : demand[activity])) & guards;
        int resource = packing.resourceOf(Long.numberOfTrailingZeros(short_));
        int count = 0;
        int surplus = -1 - project.capacity[resource];
        surplus += activity < 0 ? 0 : project.demand[activity * project.resources + resource];
        for (int b = 0; b < duration.length; b++) {
            int units = project.demand[b * project.resources + resource];
            if (units > 0 && b != activity && domains.latest(b) <= t && domains.earliest(b) + duration[b] > t) {
                users[count] = b;
                parts[count++] = units;
                surplus += units;
            }
        }
        count = reduce(count, surplus);
        int at = domains.write(2 * count + 1);
        int[] written = domains.written;
        int end = at + 1;
        if (activity >= 0) {
            written[end++] = ownKey;
            written[end++] = ownValue;
        }
        for (int i = 0; i < count; i++) {
            int b = users[i];
            written[end++] = 2 * b;
            written[end++] = t + 1 - duration[b];
            written[end++] = 2 * b + 1;
            written[end++] = -t;
        }
        written[at] = (end - at - 1) >> 1;
        domains.keepWritten(end);
        return Domains.reason(Domains.WRITTEN, at);
    }

    /** Leaves out, the last ones moved first, what isn't needed. */
    private int reduce(int count, int surplus) {
        int rest = surplus;
        int kept = count;
        while (rest > 0) {
            int latest = -1;
            int drop = -1;
            for (int i = 0; i < kept; i++) {
                int entry = Math.max(domains.last[2 * users[i]], domains.last[2 * users[i] + 1]);
                if (parts[i] <= rest && entry > latest) {
                    latest = entry;
                    drop = i;
                }
            }
            if (drop < 0) {
                return kept;
            }
            rest -= parts[drop];
            kept--;
            users[drop] = users[kept];
            parts[drop] = parts[kept];
        }
        return kept;
    }
}
