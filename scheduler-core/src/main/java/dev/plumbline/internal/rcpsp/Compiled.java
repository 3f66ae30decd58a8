package dev.plumbline.internal.rcpsp;

import java.util.Arrays;

/**
 * An instance as dense arrays, in both directions of time: direction 0 is forward, direction 1 has every relationship turned
 * round. Resources that can never run short are left out.
 */
public final class Compiled {

    /** The most that durations may add up to, so that no sum of two times overflows. */
    public static final int LONGEST = Integer.MAX_VALUE / 8;

    final int n;
    final int[] duration;
    /** The scarce resources: units for each activity, then each resource. */
    final int[] demand;

    final int[] capacity;
    final int resources;
    /** The number that each scarce resource has in the instance. */
    final int[] resourceNumber;

    final Side[] sides;
    final int criticalPath;
    /** The length of all activities one after another: no sensible schedule is longer. */
    final int horizon;
    /** How much of the scarce resources an activity takes, weighted by how scarce each is. */
    final double[] weight;

    private Compiled(int[] duration, int[] demand, int[] capacity, int[] resourceNumber, Side[] sides) {
        this.n = duration.length;
        this.duration = duration;
        this.demand = demand;
        this.capacity = capacity;
        this.resources = capacity.length;
        this.resourceNumber = resourceNumber;
        this.sides = sides;
        this.horizon = Arrays.stream(duration).sum();
        int longest = 0;
        for (int a = 0; a < n; a++) {
            longest = Math.max(longest, sides[0].tail[a]);
        }
        this.criticalPath = longest;
        this.weight = new double[n];
        weigh();
    }

    /** Relationships and path lengths in one direction of time. */
    static final class Side {
        final int[] firstPred;
        final int[] pred;
        final int[] firstSucc;
        final int[] succ;
        /** Every activity after its predecessors. */
        final int[] topological;
        /** The length of the longest path from an activity's start to the end. */
        final int[] tail;
        /** Every activity after its predecessors, long tails first: the order in which ties are broken. */
        final int[] byTail;

        Side(int[] firstPred, int[] pred, int[] firstSucc, int[] succ, int[] duration) {
            this.firstPred = firstPred;
            this.pred = pred;
            this.firstSucc = firstSucc;
            this.succ = succ;
            this.topological = sort(firstPred, firstSucc, succ);
            this.tail = tails(topological, firstSucc, succ, duration);
            this.byTail = byTail(topological, tail);
        }

        private static int[] sort(int[] firstPred, int[] firstSucc, int[] succ) {
            int n = firstPred.length - 1;
            int[] order = new int[n];
            int[] open = new int[n];
            int write = 0;
            for (int a = 0; a < n; a++) {
                open[a] = firstPred[a + 1] - firstPred[a];
                if (open[a] == 0) {
                    order[write++] = a;
                }
            }
            for (int read = 0; read < write; read++) {
                int a = order[read];
                for (int e = firstSucc[a]; e < firstSucc[a + 1]; e++) {
                    if (--open[succ[e]] == 0) {
                        order[write++] = succ[e];
                    }
                }
            }
            return order;
        }

        private static int[] tails(int[] topological, int[] firstSucc, int[] succ, int[] duration) {
            int[] tail = new int[topological.length];
            for (int i = topological.length - 1; i >= 0; i--) {
                int a = topological[i];
                int longest = 0;
                for (int e = firstSucc[a]; e < firstSucc[a + 1]; e++) {
                    longest = Math.max(longest, tail[succ[e]]);
                }
                tail[a] = longest + duration[a];
            }
            return tail;
        }

        /** A predecessor's tail is never shorter, and equal ones keep the topological order. */
        private static int[] byTail(int[] topological, int[] tail) {
            long[] keys = new long[topological.length];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = (long) -tail[topological[i]] << 32 | i;
            }
            Arrays.sort(keys);
            int[] order = new int[keys.length];
            for (int i = 0; i < keys.length; i++) {
                order[i] = topological[(int) keys[i]];
            }
            return order;
        }
    }

    /** Returns the arrays of a checked instance without loops. */
    public static Compiled of(int[] durations, int[][] successors, int[][] demands, int[] capacities) {
        int n = durations.length;
        int[] firstSucc = new int[n + 1];
        int[] firstPred = new int[n + 1];
        for (int a = 0; a < n; a++) {
            firstSucc[a + 1] = firstSucc[a] + successors[a].length;
            for (int head : successors[a]) {
                firstPred[head + 1]++;
            }
        }
        for (int a = 0; a < n; a++) {
            firstPred[a + 1] += firstPred[a];
        }
        int[] succ = new int[firstSucc[n]];
        int[] pred = new int[firstSucc[n]];
        int[] next = Arrays.copyOf(firstPred, n);
        int e = 0;
        for (int a = 0; a < n; a++) {
            for (int head : successors[a]) {
                succ[e++] = head;
                pred[next[head]++] = a;
            }
        }
        Side forward = new Side(firstPred, pred, firstSucc, succ, durations);
        Side backward = new Side(firstSucc, succ, firstPred, pred, durations);
        int[] scarce = scarce(durations, demands, capacities);
        int[] demand = new int[n * scarce.length];
        int[] capacity = new int[scarce.length];
        for (int r = 0; r < scarce.length; r++) {
            capacity[r] = capacities[scarce[r]];
            for (int a = 0; a < n; a++) {
                demand[a * scarce.length + r] = durations[a] > 0 ? demands[a][scarce[r]] : 0;
            }
        }
        return new Compiled(durations.clone(), demand, capacity, scarce, new Side[] {forward, backward});
    }

    /** The resources that all activities together could exceed. */
    private static int[] scarce(int[] durations, int[][] demands, int[] capacities) {
        int[] scarce = new int[capacities.length];
        int count = 0;
        for (int r = 0; r < capacities.length; r++) {
            long total = 0;
            for (int a = 0; a < durations.length; a++) {
                total += durations[a] > 0 ? demands[a][r] : 0;
            }
            if (total > capacities[r]) {
                scarce[count++] = r;
            }
        }
        return Arrays.copyOf(scarce, count);
    }

    private void weigh() {
        for (int r = 0; r < resources; r++) {
            double energy = 0;
            for (int a = 0; a < n; a++) {
                energy += (double) duration[a] * demand[a * resources + r];
            }
            double load = energy / capacity[r] / Math.max(1, criticalPath);
            for (int a = 0; a < n; a++) {
                weight[a] += demand[a * resources + r] / (double) capacity[r] * load;
            }
        }
    }

    /** Returns the number of activities. */
    public int activities() {
        return n;
    }

    /** Returns the length of the longest path: no schedule is shorter. */
    public int criticalPath() {
        return criticalPath;
    }
}
