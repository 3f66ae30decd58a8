package dev.plumbline.internal.rcpsp;

import java.util.Arrays;

/**
 * Tries to refute a length: narrows the time window of every activity until one is empty. Not safe for several threads.
 */
final class Windows {

    /*
     * For a tried length T, each activity has an earliest start and a latest finish. Three rules narrow them in turn until nothing
     * changes: the relationships; pairs of activities that exceed a resource together, where only one order is left; and the
     * time-table: the part between latest start and earliest finish runs for certain, and what doesn't fit beside it moves. At
     * last, energetic reasoning counts for each interval the work that must lie inside. If a window is empty or a resource is
     * overrun, no schedule has length T. An activity that would overrun an interval if it began at its earliest start (or ended at
     * its latest finish) moves as far as the rest of the interval's room demands; this implies edge-finding. One round is
     * O(n^2 + n T r), the energetic test O(n T^2 r), and moves cost O(n) for each interval that is nearly full.
     *
     * [1] R. Klein, A. Scholl: Computing lower bounds by destructive improvement. European Journal of Operational Research 112(2),
     *     1999, pp. 322-346.
     * [2] P. Baptiste, C. Le Pape, W. Nuijten: Constraint-Based Scheduling. Kluwer, 2001, chapters 3 and 4.
     */

    private static final int ROUNDS = 30;

    /** The most elementary steps in all: some tenths of a second. */
    private static final long MOST_WORK = 40_000_000L;

    private final Compiled project;
    private final int n;
    private final int[] pairs;
    private final int[] earliest;
    private final int[] latest;
    private final int[] profile;
    private final Control control;
    private final int[] heaviest;
    private boolean changed;
    private boolean empty;
    private long work;

    Windows(Compiled project, int longest, Control control) {
        this.project = project;
        this.control = control;
        this.n = project.n;
        this.pairs = pairs(project);
        this.earliest = new int[n];
        this.latest = new int[n];
        this.profile = new int[longest + 1];
        this.heaviest = new int[project.resources];
        for (int i = 0; i < n * project.resources; i++) {
            int r = i % project.resources;
            long energy = (long) project.demand[i] * project.duration[i / project.resources];
            heaviest[r] = (int) Math.min(Integer.MAX_VALUE, Math.max(heaviest[r], energy));
        }
    }

    /** The pairs that never run at the same time though no relationship tells their order directly. */
    private static int[] pairs(Compiled project) {
        int[] pairs = new int[64];
        int count = 0;
        for (int a = 0; a < project.n; a++) {
            for (int b = a + 1; b < project.n; b++) {
                if (Exclusion.exceed(project, a, b)) {
                    if (count + 2 > pairs.length) {
                        pairs = Arrays.copyOf(pairs, 2 * pairs.length);
                    }
                    pairs[count++] = a;
                    pairs[count++] = b;
                }
            }
        }
        return Arrays.copyOf(pairs, count);
    }

    /** Returns whether no schedule is so short; the deep test counts energies as well. False if it has taken too long. */
    boolean refutes(int length, boolean deep) {
        Arrays.fill(earliest, 0);
        Arrays.fill(latest, length);
        empty = false;
        int left = ROUNDS;
        do {
            changed = false;
            work += pairs.length + (long) (n + length) * project.resources;
            if (isStopped()) {
                return false;
            }
            if (!relationships() || !order() || !timeTable(length)) {
                return true;
            }
            if (!changed && deep && overrun(length)) {
                return true;
            }
        } while (changed && --left > 0);
        return false;
    }

    private boolean isStopped() {
        return work > MOST_WORK || control.isStopped();
    }

    private boolean relationships() {
        Compiled.Side side = project.sides[0];
        int[] duration = project.duration;
        for (int a : side.topological) {
            for (int e = side.firstPred[a]; e < side.firstPred[a + 1]; e++) {
                earliest[a] = Math.max(earliest[a], earliest[side.pred[e]] + duration[side.pred[e]]);
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            int a = side.topological[i];
            for (int e = side.firstSucc[a]; e < side.firstSucc[a + 1]; e++) {
                latest[a] = Math.min(latest[a], latest[side.succ[e]] - duration[side.succ[e]]);
            }
            if (earliest[a] + duration[a] > latest[a]) {
                return false;
            }
        }
        return true;
    }

    private boolean order() {
        int[] duration = project.duration;
        for (int i = 0; i < pairs.length; i += 2) {
            int a = pairs[i];
            int b = pairs[i + 1];
            boolean first = earliest[a] + duration[a] <= latest[b] - duration[b];
            boolean second = earliest[b] + duration[b] <= latest[a] - duration[a];
            if (!first && !second) {
                return false;
            }
            if (first != second && !before(first ? a : b, first ? b : a)) {
                return false;
            }
        }
        return true;
    }

    private boolean before(int a, int b) {
        int start = earliest[a] + project.duration[a];
        int finish = latest[b] - project.duration[b];
        if (start > earliest[b] || finish < latest[a]) {
            earliest[b] = Math.max(earliest[b], start);
            latest[a] = Math.min(latest[a], finish);
            changed = true;
        }
        return earliest[a] + project.duration[a] <= latest[a] && earliest[b] + project.duration[b] <= latest[b];
    }

    private boolean timeTable(int length) {
        for (int r = 0; r < project.resources; r++) {
            if (!fillProfile(r, length)) {
                return false;
            }
            for (int a = 0; a < n; a++) {
                int demand = project.demand[a * project.resources + r];
                if (demand > 0 && !(pushStart(a, r, demand) && pushFinish(a, r, demand))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Adds up what runs for certain; false if it is too much. */
    private boolean fillProfile(int r, int length) {
        Arrays.fill(profile, 0, length + 1, 0);
        for (int a = 0; a < n; a++) {
            int from = latest[a] - project.duration[a];
            int to = earliest[a] + project.duration[a];
            for (int t = from; t < to; t++) {
                profile[t] += project.demand[a * project.resources + r];
            }
        }
        for (int t = 0; t < length; t++) {
            if (profile[t] > project.capacity[r]) {
                return false;
            }
        }
        return true;
    }

    private boolean pushStart(int a, int r, int demand) {
        int room = project.capacity[r] - demand;
        int certain = latest[a] - project.duration[a];
        int t = earliest[a];
        for (int u = t; u < Math.min(certain, t + project.duration[a]); u++) {
            if (profile[u] > room) {
                t = u + 1;
            }
        }
        if (t > earliest[a]) {
            // The profile holds the certain part as it was; it can only have grown since.
            earliest[a] = t;
            changed = true;
        }
        return t <= certain;
    }

    private boolean pushFinish(int a, int r, int demand) {
        int room = project.capacity[r] - demand;
        int certain = earliest[a] + project.duration[a];
        int t = latest[a];
        for (int u = t - 1; u >= Math.max(certain, t - project.duration[a]); u--) {
            if (profile[u] > room) {
                t = u;
            }
        }
        if (t < latest[a]) {
            latest[a] = t;
            changed = true;
        }
        return t >= certain;
    }

    /** Whether some interval must hold more work than it can; moves activities away from nearly full ones. */
    private boolean overrun(int length) {
        for (int r = 0; r < project.resources; r++) {
            for (int from = 0; from < length; from++) {
                work += n + length;
                if (isStopped()) {
                    return false;
                }
                if (overrunFrom(r, from, length) || empty) {
                    return true;
                }
            }
        }
        return false;
    }

    /*
     * For a fixed begin, what an activity must do up to an end grows from its latest start (shifted to the left, at most its
     * least part) with slope demand: two changes of slope an activity, summed up over the ends.
     */
    private boolean overrunFrom(int r, int from, int length) {
        Arrays.fill(profile, 0, length + 1, 0);
        for (int a = 0; a < n; a++) {
            int demand = project.demand[a * project.resources + r];
            int left = Math.min(project.duration[a], earliest[a] + project.duration[a] - from);
            if (demand > 0 && left > 0) {
                int grow = Math.max(latest[a] - project.duration[a], from);
                profile[grow] += demand;
                profile[grow + left] -= demand;
            }
        }
        long inside = 0;
        long slope = 0;
        for (int t = from; t < length; t++) {
            slope += profile[t];
            inside += slope;
            long room = (long) project.capacity[r] * (t + 1 - from) - inside;
            if (room < 0) {
                return true;
            }
            if (room < heaviest[r]) {
                work += n;
                squeeze(r, from, t + 1, room);
            }
        }
        return false;
    }

    /** Moves what would take more than the room of an interval beyond the least part that was counted. */
    private void squeeze(int r, int from, int to, long room) {
        for (int a = 0; a < n; a++) {
            int demand = project.demand[a * project.resources + r];
            if (demand == 0) {
                continue;
            }
            int duration = project.duration[a];
            int span = Math.min(duration, to - from);
            int left = Math.max(0, Math.min(span, earliest[a] + duration - from));
            int right = Math.max(0, Math.min(span, to - latest[a] + duration));
            long most = room / demand + Math.min(left, right);
            if (earliest[a] < to && left > most) {
                earliest[a] = (int) Math.max(earliest[a], to - most);
                changed = true;
            }
            if (latest[a] > from && right > most) {
                latest[a] = (int) Math.min(latest[a], from + most);
                changed = true;
            }
            empty |= earliest[a] + duration > latest[a];
        }
    }
}
