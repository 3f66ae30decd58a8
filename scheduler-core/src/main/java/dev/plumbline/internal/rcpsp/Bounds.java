package dev.plumbline.internal.rcpsp;

/** Lengths that no schedule can go below. */
final class Bounds {

    private Bounds() {}

    /** Returns the larger of the critical path and, for each resource, all its work at full capacity. */
    static int quick(Compiled project) {
        int bound = project.criticalPath;
        for (int r = 0; r < project.resources; r++) {
            long energy = 0;
            for (int a = 0; a < project.n; a++) {
                energy += (long) project.duration[a] * project.demand[a * project.resources + r];
            }
            if (energy > 0) {
                bound = (int) Math.max(bound, (energy + project.capacity[r] - 1) / project.capacity[r]);
            }
        }
        return bound;
    }
}
