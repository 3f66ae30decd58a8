package dev.plumbline.internal.rcpsp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decodes with all resources in one long per time unit. */
final class PackedDecoder extends Decoder {

    /*
     * Each resource has a field wide enough for its capacity, and above it a guard bit that is always 1 in the free units of a
     * time unit. Subtracting the demands borrows from a guard bit where there are too few units, so one subtraction and one mask
     * test all resources at once. The search for a slot tests a candidate span from its end: a full time unit moves the span
     * behind it, and the part that was found free isn't tested again. O(n * makespan) at worst, near O(n * duration) in practice;
     * memory is one long per time unit.
     */

    /** The longest horizon that is worth an array entry for each time unit. */
    private static final int LONGEST = 1 << 18;

    private final long[] demand;
    private final long capacity;
    private final long guards;
    private final long[] free;
    private final int[] finish;
    private final Eligible eligible;
    private int used;

    private PackedDecoder(Compiled project, long[] demand, long capacity, long guards) {
        super(project);
        this.demand = demand;
        this.capacity = capacity;
        this.guards = guards;
        this.free = new long[project.horizon + 1];
        this.finish = new int[project.n];
        this.eligible = new Eligible(project);
        Arrays.fill(free, capacity);
    }

    /** Returns a decoder, or null where resources don't fit into one long or the horizon is long. */
    static @Nullable PackedDecoder of(Compiled project) {
        Packing packing = project.horizon > LONGEST ? null : Packing.of(project);
        return packing == null
                ? null
                : new PackedDecoder(project, packing.demand(), packing.capacity(), packing.guards());
    }

    @Override
    int serial(int direction, int[] list, int[] start) {
        Compiled.Side side = project.sides[direction];
        int[] firstPred = side.firstPred;
        int[] pred = side.pred;
        int[] duration = project.duration;
        int[] end = finish;
        long[] units = free;
        Arrays.fill(units, 0, used, capacity);
        int makespan = 0;
        for (int a : list) {
            int t = 0;
            for (int e = firstPred[a]; e < firstPred[a + 1]; e++) {
                t = Math.max(t, end[pred[e]]);
            }
            if (demand[a] != 0) {
                t = place(units, t, duration[a], demand[a]);
            }
            start[a] = t;
            end[a] = t + duration[a];
            makespan = Math.max(makespan, end[a]);
        }
        used = makespan;
        return makespan;
    }

    /** Takes the units of the earliest span from {@code earliest} on where they are free; returns its start. */
    private int place(long[] units, int earliest, int length, long take) {
        long mask = guards;
        int t = earliest;
        int end = t + length;
        int tested = t;
        int u = end - 1;
        while (u >= tested) {
            if ((units[u] - take & mask) == mask) {
                u--;
            } else {
                t = u + 1;
                tested = Math.max(end, t);
                end = t + length;
                u = end - 1;
            }
        }
        for (u = t; u < end; u++) {
            units[u] -= take;
        }
        return t;
    }

    @Override
    int parallel(int direction, int[] list, int[] start) {
        Eligible open = eligible;
        open.begin(direction, list);
        int[] end = finish;
        int[] duration = project.duration;
        long mask = guards;
        long units = capacity;
        int t = 0;
        int makespan = 0;
        while (true) {
            int rest = 0;
            for (int i = 0; i < open.count; i++) {
                int a = open.waiting[i];
                if ((units - demand[a] & mask) == mask) {
                    units -= demand[a];
                    start[a] = t;
                    end[a] = t + duration[a];
                    makespan = Math.max(makespan, end[a]);
                    open.run(a);
                } else {
                    open.waiting[rest++] = a;
                }
            }
            open.count = rest;
            if (open.runningCount == 0) {
                return makespan;
            }
            t = open.nextFinish(end);
            for (int i = open.finishing(end, t); i > 0; i--) {
                units += demand[open.finished[i - 1]];
            }
        }
    }
}
