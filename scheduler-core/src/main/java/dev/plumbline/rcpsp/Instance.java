package dev.plumbline.rcpsp;

import dev.plumbline.internal.rcpsp.Compiled;
import dev.plumbline.internal.util.Loops;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A resource-constrained project: activities with durations, finish-to-start relationships without lag, and renewable
 * resources. Immutable. Activities and resources are numbered from 0; in messages from 1, as in the files.
 */
public final class Instance {

    private static final int MOST_PROBLEMS = 1000;

    private final String name;
    private final int[] durations;
    private final int[][] successors;
    private final int[][] demands;
    private final int[] capacities;

    private Instance(String name, int[] durations, int[][] successors, int[][] demands, int[] capacities) {
        this.name = name;
        this.durations = durations;
        this.successors = successors;
        this.demands = demands;
        this.capacities = capacities;
    }

    /**
     * Returns a checked instance; the arrays are copied.
     *
     * @param name the name, for messages and results
     * @param durations the duration of each activity
     * @param successors the activities that may start only when this one is finished, for each activity
     * @param demands the units each activity takes of each resource while it lasts
     * @param capacities the units there are of each resource
     * @throws PlumblineException with all problems: negative numbers, unknown successors, loops, durations that add up to
     *     more than an {@code int} holds
     * @throws IllegalArgumentException if the arrays differ in length
     */
    public static Instance of(String name, int[] durations, int[][] successors, int[][] demands, int[] capacities) {
        Objects.requireNonNull(name, "name");
        int n = durations.length;
        if (successors.length != n || demands.length != n) {
            throw new IllegalArgumentException("there are %s durations, %s rows of successors and %s rows of demands"
                    .formatted(n, successors.length, demands.length));
        }
        for (int[] row : demands) {
            if (row.length != capacities.length) {
                throw new IllegalArgumentException(
                        "a row of %s demands for %s resources".formatted(row.length, capacities.length));
            }
        }
        int[][] heads = new int[n][];
        int[][] units = new int[n][];
        for (int a = 0; a < n; a++) {
            heads[a] = Arrays.stream(successors[a]).sorted().distinct().toArray();
            units[a] = demands[a].clone();
        }
        Instance instance = new Instance(name, durations.clone(), heads, units, capacities.clone());
        List<Problem> problems = instance.numberProblems();
        if (problems.isEmpty()) {
            problems = instance.loopProblems();
        }
        if (!problems.isEmpty()) {
            throw new PlumblineException(problems);
        }
        return instance;
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the number of activities. */
    public int activities() {
        return durations.length;
    }

    /** Returns the number of resources. */
    public int resources() {
        return capacities.length;
    }

    /** Returns the duration of an activity. */
    public int duration(int activity) {
        return durations[activity];
    }

    /** Returns the successors of an activity in increasing order, as a copy. */
    public int[] successors(int activity) {
        return successors[activity].clone();
    }

    /** Returns the units that an activity takes of a resource. */
    public int demand(int activity, int resource) {
        return demands[activity][resource];
    }

    /** Returns the units there are of a resource. */
    public int capacity(int resource) {
        return capacities[resource];
    }

    /** Returns the same project backwards in time: every relationship turned round. Its shortest schedule is as long. */
    public Instance reversed() {
        int n = durations.length;
        int[] in = new int[n];
        for (int[] row : successors) {
            for (int head : row) {
                in[head]++;
            }
        }
        int[][] turned = new int[n][];
        Arrays.setAll(turned, a -> new int[in[a]]);
        int[] next = new int[n];
        for (int a = 0; a < n; a++) {
            for (int head : successors[a]) {
                turned[head][next[head]++] = a;
            }
        }
        return new Instance(name, durations, turned, demands, capacities);
    }

    /** Returns the activities that ask for more of a resource than there is: no schedule can hold them. */
    public List<Problem> infeasibilities() {
        List<Problem> problems = new ArrayList<>();
        for (int a = 0; a < durations.length && problems.size() < MOST_PROBLEMS; a++) {
            for (int r = 0; r < capacities.length; r++) {
                if (durations[a] > 0 && demands[a][r] > capacities[r]) {
                    problems.add(Problem.error(
                            "LEVEL_INFEASIBLE",
                            "activity %s needs %s units of resource R%s, which has %s"
                                    .formatted(a + 1, demands[a][r], r + 1, capacities[r]),
                            "raise the capacity or lower the demand"));
                }
            }
        }
        return problems;
    }

    /** Returns the arrays for the search. */
    Compiled compile() {
        return Compiled.of(durations, successors, demands, capacities);
    }

    private List<Problem> numberProblems() {
        List<Problem> problems = new ArrayList<>();
        long total = 0;
        for (int r = 0; r < capacities.length; r++) {
            if (capacities[r] < 0) {
                add(problems, "resource R%s has capacity %s".formatted(r + 1, capacities[r]), "use 0 or more");
            }
        }
        for (int a = 0; a < durations.length; a++) {
            total += Math.max(0, durations[a]);
            if (durations[a] < 0) {
                add(problems, "activity %s has duration %s".formatted(a + 1, durations[a]), "use 0 or more");
            }
            for (int head : successors[a]) {
                if (head < 0 || head >= durations.length) {
                    add(
                            problems,
                            "activity %s names successor %s of %s activities"
                                    .formatted(a + 1, head + 1L, durations.length),
                            "remove it or add the activity");
                }
            }
            for (int r = 0; r < capacities.length; r++) {
                if (demands[a][r] < 0) {
                    add(
                            problems,
                            "activity %s needs %s units of resource R%s".formatted(a + 1, demands[a][r], r + 1),
                            "use 0 or more");
                }
            }
        }
        if (total > Compiled.LONGEST) {
            problems.add(Problem.error(
                    "LIMIT_TIME",
                    "the durations add up to %s time units, more than %s".formatted(total, Compiled.LONGEST),
                    "use a coarser unit of time"));
        }
        return problems;
    }

    private static void add(List<Problem> problems, String message, String hint) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(Problem.error("MODEL_VALUE", message, hint));
        }
    }

    private List<Problem> loopProblems() {
        int n = durations.length;
        int[] first = new int[n + 1];
        for (int a = 0; a < n; a++) {
            first[a + 1] = first[a] + successors[a].length;
        }
        int[] head = new int[first[n]];
        for (int a = 0; a < n; a++) {
            System.arraycopy(successors[a], 0, head, first[a], successors[a].length);
        }
        List<Problem> problems = new ArrayList<>();
        for (int[] loop : Loops.find(first, head)) {
            StringBuilder path = new StringBuilder();
            for (int a : loop) {
                path.append(a + 1).append(" -> ");
            }
            problems.add(Problem.error(
                    "MODEL_CYCLE",
                    "activities form a loop: " + path.append(loop[0] + 1),
                    "remove one of these relationships"));
        }
        return problems;
    }

    @Override
    public String toString() {
        return "%s: %s activities, %s resources".formatted(name, durations.length, capacities.length);
    }
}
