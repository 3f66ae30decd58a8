package dev.plumbline.internal.rcpsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The kernel against every order of small projects: an optimum is among what the serial scheme makes of all orders. */
class KernelTest {

    private static final Control NEVER = control(Long.MAX_VALUE);

    /** Stops after it was asked so often. */
    private static Control control(long questions) {
        long[] left = {questions};
        return new Control() {
            @Override
            public boolean isStopped() {
                return --left[0] < 0;
            }

            @Override
            public void progress(long schedules, int makespan, int lowerBound) {
                // Nobody listens.
            }
        };
    }

    static Compiled random(long seed, int activities, int resources, int longest) {
        Random random = new Random(seed);
        int[] durations = new int[activities];
        int[][] successors = new int[activities][];
        int[][] demands = new int[activities][resources];
        int[] capacities = new int[resources];
        Arrays.setAll(capacities, r -> 1 + random.nextInt(6));
        for (int a = 0; a < activities; a++) {
            int from = a;
            durations[a] = random.nextInt(longest + 1);
            successors[a] = random.ints(a + 1, activities + 6)
                    .limit(2)
                    .filter(b -> b < activities && b < from + 6)
                    .distinct()
                    .toArray();
            for (int r = 0; r < resources; r++) {
                demands[a][r] = random.nextInt(capacities[r] + 1);
            }
        }
        return Compiled.of(durations, successors, demands, capacities);
    }

    /** The shortest schedule that any order leads to. */
    private static int shortest(Compiled project) {
        int[] list = new int[project.n];
        return shortest(project, list, 0, new boolean[project.n], new ProfileDecoder(project));
    }

    private static int shortest(Compiled project, int[] list, int length, boolean[] used, Decoder decoder) {
        if (length == list.length) {
            return decoder.serial(0, list, new int[length]);
        }
        int best = Integer.MAX_VALUE;
        Compiled.Side side = project.sides[0];
        for (int a = 0; a < used.length; a++) {
            int activity = a;
            boolean open = Arrays.stream(side.pred, side.firstPred[activity], side.firstPred[activity + 1])
                    .allMatch(b -> used[b]);
            if (!used[a] && open) {
                used[a] = true;
                list[length] = a;
                best = Math.min(best, shortest(project, list, length + 1, used, decoder));
                used[a] = false;
            }
        }
        return best;
    }

    /** A schedule of the serial scheme in order of number. */
    private static Individual first(Compiled project) {
        Individual individual = new Individual(project.n);
        int[] list = new int[project.n];
        new Orders(project).sort(0, new int[project.n], list);
        individual.makespan = new ProfileDecoder(project).serial(0, list, individual.start);
        return individual;
    }

    private static void check(Compiled project, int[] start, int length) {
        Compiled.Side side = project.sides[0];
        for (int a = 0; a < project.n; a++) {
            int finish = start[a] + project.duration[a];
            assertThat(start[a]).isNotNegative();
            assertThat(finish).isLessThanOrEqualTo(length);
            for (int e = side.firstSucc[a]; e < side.firstSucc[a + 1]; e++) {
                assertThat(start[side.succ[e]]).isGreaterThanOrEqualTo(finish);
            }
        }
        for (int r = 0; r < project.resources; r++) {
            for (int t = 0; t < length; t++) {
                int use = 0;
                for (int a = 0; a < project.n; a++) {
                    boolean runs = start[a] <= t && t < start[a] + project.duration[a];
                    use += runs ? project.demand[a * project.resources + r] : 0;
                }
                assertThat(use).isLessThanOrEqualTo(project.capacity[r]);
            }
        }
    }

    @Property(tries = 300, seed = "1")
    void theShortestScheduleIsFoundAndAnyShorterRefuted(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 1, max = 8) int activities,
            @ForAll @IntRange(min = 1, max = 3) int resources) {
        Compiled project = random(seed, activities, resources, 4);
        Individual best = first(project);
        Exact exact = new Exact(project);
        long spent = 1;

        while (!exact.isProved() && spent > 0) {
            spent = exact.run(best, 10_000, NEVER);
            check(project, best.forward(project.duration), best.makespan);
        }

        assertThat(exact.isProved()).isTrue();
        assertThat(best.makespan).isEqualTo(shortest(project));
    }

    @Property(tries = 20, seed = "2")
    void slicesLeadToTheSameAnswerAsOneCall(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Compiled project = random(seed, 10, 2, 9);
        Individual one = first(project);
        Individual other = first(project);
        Exact whole = new Exact(project);
        Exact sliced = new Exact(project);

        for (int i = 0; i < 50 && !(whole.isProved() && sliced.isProved()); i++) {
            whole.run(one, 1_000, NEVER);
            assertThat(sliced.run(other, 1_000 / 4, NEVER)).isLessThanOrEqualTo(1_000 / 4);
            check(project, other.forward(project.duration), other.makespan);
        }

        assertThat(whole.isProved()).isTrue();
        assertThat(sliced.isProved()).isTrue();
        assertThat(other.makespan).isEqualTo(one.makespan);
    }

    @Example
    void theKernelGivesUpWhenItsAllowanceIsSpentOrItIsStopped() {
        Compiled project = random(5, 60, 4, 9);
        int[] hint = first(project).start;
        Kernel kernel = Kernel.of(project, project.horizon);
        int length = Bounds.quick(project).length();

        assertThat(kernel.begin(length, hint)).isTrue();
        assertThat(kernel.solve(600, NEVER)).isEqualTo(Kernel.Verdict.OPEN);
        assertThat(kernel.solve(Long.MAX_VALUE, control(10))).isEqualTo(Kernel.Verdict.OPEN);
    }

    @Example
    void aProjectTooLargeForTheKernelIsLeftAlone() {
        int[] durations = new int[100];
        Arrays.fill(durations, 100_000);
        int[][] ones = new int[100][1];
        Arrays.stream(ones).forEach(row -> row[0] = 1);
        Compiled project = Compiled.of(durations, new int[100][0], ones, new int[] {1});
        Individual best = first(project);
        int length = best.makespan;
        Exact exact = new Exact(project);

        assertThat(exact.run(best, 100, NEVER)).isZero();
        assertThat(exact.isProved()).isFalse();
        assertThat(best.makespan).isEqualTo(length);
    }
}
