package dev.plumbline.rcpsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Laws of levelled schedules, against every possible schedule of small instances. */
class LevellingLawsTest {

    private static final Budget BUDGET = Budget.schedules(200);

    private static Instance small(long seed) {
        return RandomInstances.of(seed, 5, 2, 3);
    }

    private static RcpspResult solve(Instance instance) {
        return Rcpsp.solve(instance, BUDGET, 1);
    }

    private static Instance change(Instance of, int timeFactor, int unitFactor, int copies) {
        int n = of.activities();
        int[] durations = new int[n];
        int[][] successors = new int[n][];
        int[][] demands = new int[n][of.resources() + copies];
        int[] capacities = new int[of.resources() + copies];
        Arrays.setAll(capacities, r -> unitFactor * of.capacity(r % of.resources()));
        for (int a = 0; a < n; a++) {
            int activity = a;
            durations[a] = timeFactor * of.duration(a);
            successors[a] = of.successors(a);
            Arrays.setAll(demands[a], r -> unitFactor * of.demand(activity, r % of.resources()));
        }
        return Instance.of(of.name(), durations, successors, demands, capacities);
    }

    // L01, L02: logic and capacity hold; the optimum is found, and no bound lies above it.
    @Property(tries = 500, seed = "1")
    void smallInstancesAreSolved(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Instance instance = small(seed);

        RcpspResult result = solve(instance);

        assertThat(Validator.check(instance, result.starts())).isEmpty();
        int optimum = BruteForce.optimum(instance);
        assertThat(result.makespan()).isEqualTo(optimum);
        assertThat(result.lowerBound()).isLessThanOrEqualTo(optimum);
    }

    // L03
    @Property(tries = 100, seed = "1")
    void withoutScarcityTheCriticalPathIsReached(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Instance scarce = RandomInstances.of(seed, 40, 2, 9);
        Instance plenty = relaxed(scarce);

        RcpspResult result = solve(plenty);

        assertThat(result.isOptimal()).isTrue();
        assertThat(result.schedules()).isEqualTo(1);
    }

    private static Instance relaxed(Instance of) {
        int n = of.activities();
        int[] durations = new int[n];
        int[][] successors = new int[n][];
        for (int a = 0; a < n; a++) {
            durations[a] = of.duration(a);
            successors[a] = of.successors(a);
        }
        return Instance.of(of.name(), durations, successors, new int[n][1], new int[] {Integer.MAX_VALUE});
    }

    // L04, L06: more units of everything in proportion, or the same resource twice, change nothing.
    @Property(tries = 100, seed = "1")
    void scaledDemandsAndCopiedResourcesChangeNothing(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed, @ForAll @IntRange(min = 2, max = 5) int factor) {
        Instance instance = RandomInstances.of(seed, 30, 2, 9);

        int[] starts = solve(instance).starts();

        assertThat(solve(change(instance, 1, factor, 0)).makespan())
                .isEqualTo(solve(instance).makespan());
        assertThat(Validator.check(change(instance, 1, factor, 2), starts)).isEmpty();
        assertThat(solve(change(instance, 1, 100_000_000, 0)).makespan())
                .isEqualTo(solve(instance).makespan());
    }

    // L05, L12
    @Property(tries = 300, seed = "2")
    void theOptimumScalesWithTheDurationsAndIsTheSameBackwards(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Instance instance = small(seed);
        int optimum = solve(instance).makespan();

        assertThat(solve(change(instance, 3, 1, 0)).makespan()).isEqualTo(3 * optimum);
        assertThat(solve(instance.reversed()).makespan()).isEqualTo(optimum);
    }

    // L10
    @Property(tries = 300, seed = "3")
    void moreCapacityNeverMakesTheOptimumLonger(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Instance instance = small(seed);
        int n = instance.activities();
        int[] durations = new int[n];
        int[][] successors = new int[n][];
        int[][] demands = new int[n][2];
        for (int a = 0; a < n; a++) {
            durations[a] = instance.duration(a);
            successors[a] = instance.successors(a);
            demands[a] = new int[] {instance.demand(a, 0), instance.demand(a, 1)};
        }
        Instance more = Instance.of(
                "more", durations, successors, demands, new int[] {instance.capacity(0) + 1, instance.capacity(1)});

        assertThat(solve(more).makespan()).isLessThanOrEqualTo(solve(instance).makespan());
    }
}
