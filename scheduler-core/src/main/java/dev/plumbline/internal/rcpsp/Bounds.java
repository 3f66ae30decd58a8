package dev.plumbline.internal.rcpsp;

/** Lengths that no schedule can go below. */
final class Bounds {

    /** Beyond these sizes the tests of windows would take longer than the search. */
    private static final int LONGEST = 4096;

    private static final int MOST = 1000;

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

    /**
     * Returns the shortest length from a bound on that can't be refuted, at most the length of a known schedule.
     *
     * @param bound a length that no schedule goes below
     * @param known the length of a schedule
     * @param deep whether to count energies as well
     */
    static int destructive(Compiled project, int bound, int known, boolean deep) {
        if (known > LONGEST || project.n > MOST || bound >= known) {
            return bound;
        }
        Windows windows = new Windows(project, known);
        int length = bound;
        while (length < known && windows.refutes(length, deep)) {
            length++;
        }
        return length;
    }
}
