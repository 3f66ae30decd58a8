package dev.plumbline.internal.rcpsp;

import java.util.Arrays;

/** Lengths that no schedule can go below. */
final class Bounds {

    /*
     * The quick bounds: the longest path, each resource's work at full capacity, and a set of activities of which no two can run
     * together (found greedily: the longest first, then whatever excludes all so far), whose durations add up between the least
     * that comes before and after. The destructive bound tries one length after the other and stops at the first that can't be
     * refuted. Where pairs or time units are too many, both leave out what would take longer than the search.
     *
     * [1] A. Mingozzi, V. Maniezzo, S. Ricciardelli, L. Bianco: An exact algorithm for the resource-constrained project scheduling
     *     problem based on a new mathematical formulation. Management Science 44(5), 1998, pp. 714-729.
     * [2] R. Klein, A. Scholl: Computing lower bounds by destructive improvement. European Journal of Operational Research 112(2),
     *     1999, pp. 322-346.
     */

    private static final int LONGEST = 4096;

    private static final int MOST = 1000;

    private static final int MOST_PAIRED = 500;

    /** From how many activities a set is grown: fewer in large projects, where one takes O(n^2). */
    private static final int SEEDS = 60;

    private static final int GROWN = 10_000_000;

    private Bounds() {}

    /** Returns the largest of the quick bounds. */
    static Bound quick(Compiled project) {
        Bound bound = path(project);
        for (int r = 0; r < project.resources; r++) {
            long energy = 0;
            for (int a = 0; a < project.n; a++) {
                energy += (long) project.duration[a] * project.demand[a * project.resources + r];
            }
            if (energy > 0) {
                int length = (int) ((energy + project.capacity[r] - 1) / project.capacity[r]);
                bound = bound.or(new Bound(length, Bound.Kind.ENERGY, new int[0], project.resourceNumber[r]));
            }
        }
        return project.n > MOST_PAIRED ? bound : bound.or(exclusion(project));
    }

    private static Bound path(Compiled project) {
        Compiled.Side side = project.sides[0];
        int[] path = new int[project.n];
        int count = 0;
        int rest = project.criticalPath;
        int next = 0;
        while (next < project.n && side.tail[next] != rest) {
            next++;
        }
        while (next >= 0 && next < project.n) {
            path[count++] = next;
            rest -= project.duration[next];
            int from = next;
            next = -1;
            for (int e = side.firstSucc[from]; e < side.firstSucc[from + 1] && next < 0; e++) {
                next = side.tail[side.succ[e]] == rest ? side.succ[e] : -1;
            }
        }
        return new Bound(project.criticalPath, Bound.Kind.PATH, Arrays.copyOf(path, count), -1);
    }

    private static Bound exclusion(Compiled project) {
        Bound best = Bound.of(0, Bound.Kind.EXCLUSION);
        Exclusion pairs = new Exclusion(project);
        int[] order = pairs.byDuration();
        int[] set = new int[project.n];
        int seeds = Math.min(Math.min(SEEDS, project.n), 1 + GROWN / Math.max(1, project.n * project.n));
        for (int seed = 0; seed < seeds && project.duration[order[seed]] > 0; seed++) {
            int size = 0;
            set[size++] = order[seed];
            int sum = project.duration[order[seed]];
            for (int i = 0; i < project.n; i++) {
                if (i != seed && project.duration[order[i]] > 0 && pairs.excludesAll(order[i], set, size)) {
                    set[size++] = order[i];
                    sum += project.duration[order[i]];
                }
            }
            int length = sum + pairs.around(set, size);
            if (length > best.length()) {
                best = new Bound(length, Bound.Kind.EXCLUSION, Arrays.copyOf(set, size), -1);
            }
        }
        return best;
    }

    /**
     * Returns the shortest length from a bound on that can't be refuted, at most the length of a known schedule; what is known so
     * far if the control says stop.
     *
     * @param bound a length that no schedule goes below
     * @param known the length of a schedule
     * @param deep whether to count energies as well
     */
    static Bound destructive(Compiled project, Bound bound, int known, boolean deep, Control control) {
        if (known > LONGEST || project.n > MOST || bound.length() >= known || isHuge(project)) {
            return bound;
        }
        Windows windows = new Windows(project, known, control);
        int length = bound.length();
        while (length < known && windows.refutes(length, deep)) {
            length++;
        }
        return bound.or(Bound.of(length, deep ? Bound.Kind.INTERVALS : Bound.Kind.WINDOWS));
    }

    /** Whether sums of demands could overflow. */
    private static boolean isHuge(Compiled project) {
        return Arrays.stream(project.capacity).anyMatch(units -> units > Integer.MAX_VALUE / (2 * MOST));
    }
}
