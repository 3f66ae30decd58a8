package dev.plumbline.internal.rcpsp;

import java.util.Arrays;

/** Makes the keys of a child from two schedules of the other direction. Not safe for several threads. */
final class Crossover {

    /*
     * The child keeps what the first parent does in the interval of its highest use of scarce resources, and takes the order of
     * all else from the second parent: what that one starts before the interval comes before it, what it starts later comes
     * after it; what lies inside for the second parent but not for the first goes where the first has it. O(n + makespan).
     *
     * [1] D. Debels, M. Vanhoucke: A bi-population based genetic algorithm for the resource-constrained project scheduling
     *     problem. ICCSA 2005, LNCS 3483, pp. 378-387.
     * [2] V. Valls, F. Ballestin, S. Quintanilla: A hybrid genetic algorithm for the resource-constrained project scheduling
     *     problem. European Journal of Operational Research 185(2), 2008, pp. 495-508: the peaks of resource use.
     */

    private static final double SHORTEST = 0.05;
    private static final double LONGEST = 0.4;
    private static final double SAME = 1e-9;
    /** A child of equals moves this share of its activities by up to so many places. */
    private static final double MOVED = 0.1;

    private static final int SHIFT = 20;

    /** Equal times are put in random order: a key has room for so many between two times. */
    private static final int TIES = 4;

    private final Compiled project;
    private final Generator random;
    private double[] use = new double[256];

    Crossover(Compiled project, Generator random) {
        this.project = project;
        this.random = random;
    }

    /** Returns whether two schedules differ by less than one time unit an activity. */
    static boolean alike(Individual one, Individual other) {
        long apart = 0;
        int shift = one.makespan - other.makespan;
        for (int a = 0; a < one.start.length; a++) {
            apart += Math.abs(one.start[a] - other.start[a] - shift);
        }
        return apart < one.start.length;
    }

    /** Writes the keys of a child of one schedule: its own order with some activities moved. */
    void mutate(Individual parent, int[] keys) {
        parent.mirror(project.duration, keys);
        for (int a = 0; a < keys.length; a++) {
            if (random.fraction() < MOVED) {
                keys[a] = Math.max(0, keys[a] + random.below(2 * SHIFT + 1) - SHIFT);
            }
        }
    }

    /** Writes the keys of a child of two schedules. */
    void combine(Individual first, Individual second, int[] keys) {
        int length = (int) (first.makespan * (SHORTEST + (LONGEST - SHORTEST) * random.fraction()));
        int from = peak(first, Math.max(1, length));
        int to = from + Math.max(1, length);
        int middle = Math.max(first.makespan, second.makespan) + 1;
        int[] duration = project.duration;
        for (int a = 0; a < keys.length; a++) {
            int mine = first.makespan - first.start[a] - duration[a];
            int other = second.makespan - second.start[a] - duration[a];
            int key;
            if (mine >= from && mine <= to) {
                key = middle + mine;
            } else if (other < from) {
                key = other;
            } else if (other > to) {
                key = 2 * middle + other;
            } else {
                key = mine < from ? mine : 2 * middle + mine;
            }
            keys[a] = TIES * key + random.below(TIES);
        }
    }

    /** Returns the start of the interval of a length with the highest use, in the child's direction of time. */
    private int peak(Individual schedule, int length) {
        int makespan = schedule.makespan;
        if (use.length < makespan + 2) {
            use = new double[makespan + 2 + (makespan >> 1)];
        }
        double[] level = use;
        Arrays.fill(level, 0, makespan + 1, 0);
        for (int a = 0; a < schedule.start.length; a++) {
            int finish = makespan - schedule.start[a];
            level[finish - project.duration[a]] += project.weight[a];
            level[finish] -= project.weight[a];
        }
        for (int t = 1; t < makespan; t++) {
            level[t] += level[t - 1];
        }
        double sum = 0;
        double most = -1;
        int best = 0;
        for (int t = 0; t < makespan; t++) {
            sum += level[t] - (t >= length ? level[t - length] : 0);
            if (t >= length - 1 && sum > most + SAME) {
                most = sum;
                best = t - length + 1;
            }
        }
        return best;
    }
}
