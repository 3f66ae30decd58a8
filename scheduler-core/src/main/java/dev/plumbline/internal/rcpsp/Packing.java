package dev.plumbline.internal.rcpsp;

import org.jspecify.annotations.Nullable;

/**
 * The resources of a project packed into one long: each has a field wide enough for its capacity, and above it a guard bit.
 *
 * @param demand what each activity takes
 * @param capacity all units, with all guard bits set
 * @param guards the guard bits
 * @param widths the bits of each resource, its guard included
 */
@SuppressWarnings("ArrayRecordComponent") // shared by kernels, never compared
record Packing(long[] demand, long capacity, long guards, int[] widths) {

    /** Returns the packing, or null where the resources don't fit. */
    static @Nullable Packing of(Compiled project) {
        int[] widths = new int[project.resources];
        int bits = 0;
        for (int r = 0; r < widths.length; r++) {
            widths[r] = Integer.SIZE - Integer.numberOfLeadingZeros(project.capacity[r]) + 1;
            bits += widths[r];
        }
        if (bits > Long.SIZE) {
            return null;
        }
        long[] demand = new long[project.n];
        long capacity = 0;
        long guards = 0;
        int shift = 0;
        for (int r = 0; r < widths.length; r++) {
            capacity |= (long) project.capacity[r] << shift;
            guards |= 1L << (shift + widths[r] - 1);
            for (int a = 0; a < project.n; a++) {
                demand[a] |= (long) project.demand[a * project.resources + r] << shift;
            }
            shift += widths[r];
        }
        return new Packing(demand, capacity | guards, guards, widths);
    }

    /** Returns the resource whose guard is at a bit. */
    int resourceOf(int bit) {
        int r = 0;
        int end = widths[0];
        while (end <= bit) {
            r++;
            end += widths[r];
        }
        return r;
    }
}
