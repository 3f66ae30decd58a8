package dev.plumbline.rcpsp;

import dev.plumbline.model.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks schedules against an instance. Shares nothing with the search: it sweeps over sorted starts and finishes, for one
 * resource at a time.
 */
public final class Validator {

    private static final int MOST_PROBLEMS = 1000;

    private Validator() {}

    /**
     * Returns what is wrong with a schedule: nothing, if it holds every relationship and never takes more of a resource than
     * there is. O((n log n) r + m).
     *
     * @param instance the project
     * @param starts the start of each activity, 0 or later
     * @throws IllegalArgumentException if there isn't one start for each activity
     */
    public static List<Problem> check(Instance instance, int[] starts) {
        if (starts.length != instance.activities()) {
            throw new IllegalArgumentException(
                    "%s starts for %s activities".formatted(starts.length, instance.activities()));
        }
        List<Problem> problems = new ArrayList<>();
        for (int a = 0; a < starts.length; a++) {
            if (starts[a] < 0) {
                add(problems, "activity %s starts at %s, before the project".formatted(a + 1, starts[a]));
            }
            long finish = (long) starts[a] + instance.duration(a);
            for (int head : instance.successors(a)) {
                if (starts[head] < finish) {
                    add(
                            problems,
                            "activity %s starts at %s, before its predecessor %s finishes at %s"
                                    .formatted(head + 1, starts[head], a + 1, finish));
                }
            }
        }
        for (int resource = 0; resource < instance.resources(); resource++) {
            checkResource(instance, starts, resource, problems);
        }
        return List.copyOf(problems);
    }

    /** Sweeps over the changes in use: at one instant, what is given back comes before what is taken. */
    private static void checkResource(Instance instance, int[] starts, int resource, List<Problem> problems) {
        List<long[]> changes = new ArrayList<>();
        for (int a = 0; a < starts.length; a++) {
            int demand = instance.demand(a, resource);
            if (demand > 0 && instance.duration(a) > 0) {
                changes.add(new long[] {starts[a], demand});
                changes.add(new long[] {(long) starts[a] + instance.duration(a), -(long) demand});
            }
        }
        changes.sort((x, y) -> x[0] != y[0] ? Long.compare(x[0], y[0]) : Long.compare(x[1], y[1]));
        long use = 0;
        for (long[] change : changes) {
            use += change[1];
            if (use > instance.capacity(resource)) {
                add(
                        problems,
                        "resource R%s is used with %s units at %s, more than its %s"
                                .formatted(resource + 1, use, change[0], instance.capacity(resource)));
                return;
            }
        }
    }

    /** Returns the instant at which the last activity finishes, 0 without activities. */
    public static long makespan(Instance instance, int[] starts) {
        return java.util.stream.IntStream.range(0, starts.length)
                .mapToLong(a -> (long) starts[a] + instance.duration(a))
                .max()
                .orElse(0);
    }

    private static void add(List<Problem> problems, String message) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(Problem.error("LEVEL_INVALID", message, "report this as a fault of the search"));
        }
    }
}
