package dev.plumbline.internal.rcpsp;

import org.jspecify.annotations.Nullable;

/**
 * Looks, a slice at a time, for a schedule shorter than the best known or for the proof that there is none. Not safe for
 * several threads.
 */
final class Exact {

    /*
     * The slices belong to one search of the kernel: what it has learned stays true when a shorter length is asked for, whoever
     * found the schedule in between. As many placements as there are activities are counted as a schedule; a placement is a look
     * for the earliest or latest place where an activity fits, as in a generation scheme.
     */

    private final Compiled project;
    private @Nullable Kernel kernel;
    private int asked = Integer.MAX_VALUE;
    private boolean proved;

    Exact(Compiled project) {
        this.project = project;
    }

    /** Returns whether there is nothing shorter than what was asked for last. */
    boolean isProved() {
        return proved;
    }

    /**
     * Spends a slice.
     *
     * @param best a shortest schedule so far; receives a shorter one if it is found
     * @param schedules the most to spend
     * @return the schedules spent
     */
    long run(Individual best, long schedules, Control control) {
        long before = kernel == null ? 0 : kernel.placements();
        Kernel solver = ready(best);
        if (solver == null) {
            return 0;
        }
        if (proved) {
            return 1;
        }
        long allowance = Math.min(schedules, Long.MAX_VALUE / project.n) * project.n;
        Kernel.Verdict verdict = solver.solve(allowance - (solver.placements() - before), control);
        proved = verdict == Kernel.Verdict.REFUTED;
        if (verdict == Kernel.Verdict.SOLVED) {
            solver.solution(best.start);
            best.direction = 0;
            best.makespan = 0;
            for (int a = 0; a < project.n; a++) {
                best.makespan = Math.max(best.makespan, best.start[a] + project.duration[a]);
            }
        }
        long spent = (solver.placements() - before) / project.n;
        return Math.max(1, Math.min(schedules, spent));
    }

    /** Returns the kernel, asked for less than the best; null where the project is too large for it. */
    private @Nullable Kernel ready(Individual best) {
        int length = best.makespan - 1;
        if (length >= asked) {
            return kernel;
        }
        if (kernel == null) {
            if (asked == Integer.MAX_VALUE) {
                kernel = Kernel.of(project, best.makespan);
            }
            if (kernel != null) {
                proved = !kernel.begin(length, best.forward(project.duration));
            }
        } else {
            proved = !kernel.tighten(length);
        }
        asked = length;
        return kernel;
    }
}
