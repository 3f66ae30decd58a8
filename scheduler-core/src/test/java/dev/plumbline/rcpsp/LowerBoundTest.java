package dev.plumbline.rcpsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.PlumblineException;
import dev.plumbline.rcpsp.LowerBound.Argument;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class LowerBoundTest {

    @Example
    void aChainIsBoundedByItsPath() {
        Instance chain = Instance.of(
                "chain", new int[] {3, 4, 2}, new int[][] {{2}, {2}, {}}, new int[][] {{1}, {1}, {1}}, new int[] {2});

        LowerBound bound = Rcpsp.lowerBound(chain);

        assertThat(bound).isEqualTo(new LowerBound(6, Argument.CRITICAL_PATH, List.of(1, 2), OptionalInt.empty()));
        assertThat(bound.sentence()).isEqualTo("the longest path 2 -> 3 takes 6");
        assertThat(bound.proves(6)).isTrue();
        assertThat(bound.gap(8)).isEqualTo(0.25);
    }

    @Example
    void workOfOneResourceFillsItsCapacity() {
        int[][] one = {{0, 1}, {0, 1}, {0, 1}, {0, 1}, {0, 1}};
        Instance instance = Instance.of("paint", new int[] {4, 4, 4, 4, 4}, new int[5][0], one, new int[] {1, 2});

        LowerBound bound = Rcpsp.lowerBound(instance);

        // 20 units of work for 2 painters take 10; that nobody splits makes it 12, which only windows and intervals
        // see.
        assertThat(bound.length()).isBetween(10, 12);
        LowerBound exact = Rcpsp.solve(instance, Budget.schedules(1_000), 1).bound();
        assertThat(exact.length()).isEqualTo(12);
        assertThat(exact.argument()).isEqualTo(Argument.EXACT_SEARCH);
        assertThat(exact.sentence()).isEqualTo("an exact search found that no schedule is shorter than 12");
    }

    @Example
    void theResourceOfABoundByWorkIsNamed() {
        int[][] work = {{0, 1}, {0, 2}, {0, 1}};
        Instance instance = Instance.of("paint", new int[] {4, 4, 4}, new int[3][0], work, new int[] {1, 2});

        LowerBound bound = Rcpsp.lowerBound(instance);

        assertThat(bound).isEqualTo(new LowerBound(8, Argument.RESOURCE_ENERGY, List.of(), OptionalInt.of(1)));
        assertThat(bound.sentence()).isEqualTo("the work of resource R2 at its full capacity takes 8");
    }

    @Example
    void activitiesOfWhichNoTwoFitTogetherAddUp() {
        int[][] most = {{3}, {3}, {3}, {0}};
        Instance instance =
                Instance.of("crane", new int[] {4, 5, 6, 2}, new int[][] {{3}, {3}, {3}, {}}, most, new int[] {5});

        LowerBound bound = Rcpsp.lowerBound(instance);

        assertThat(bound.length()).isEqualTo(17);
        assertThat(bound.argument()).isEqualTo(Argument.DISJUNCTIVE);
        assertThat(bound.activities()).contains(0, 1, 2);
        assertThat(bound.toString()).startsWith("17: of the activities").endsWith("they take 17");
    }

    @Example
    void aDemandAboveTheCapacityHasNoBound() {
        Instance instance = Instance.of("crane", new int[] {3}, new int[][] {{}}, new int[][] {{9}}, new int[] {8});

        assertThatThrownBy(() -> Rcpsp.lowerBound(instance))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("LEVEL_INFEASIBLE");
    }

    @Example
    void aNegativeLengthAndAnUnnamedResourceAreRefused() {
        assertThatThrownBy(() -> new LowerBound(-1, Argument.TIME_TABLE, List.of(), OptionalInt.empty()))
                .hasMessageContaining("a lower bound of -1");
        assertThatThrownBy(() -> new LowerBound(1, Argument.RESOURCE_ENERGY, List.of(), OptionalInt.empty()))
                .hasMessageContaining("names no resource");
    }

    @Example
    void aLargeInstanceIsBoundedWithoutPairsAndIntervals() {
        int n = 100_000;
        int[] durations = new int[n];
        Arrays.fill(durations, 3);
        int[][] demands = new int[n][1];
        Arrays.stream(demands).forEach(row -> row[0] = 1);

        LowerBound bound = Rcpsp.lowerBound(Instance.of("large", durations, new int[n][0], demands, new int[] {7}));

        assertThat(bound.length()).isEqualTo((3 * n + 6) / 7);
        assertThat(bound.argument()).isEqualTo(Argument.RESOURCE_ENERGY);
    }

    @Property(tries = 1000, seed = "4")
    void noBoundLiesAboveTheOptimum(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Instance instance = RandomInstances.of(seed, 5, 2, 3);

        LowerBound bound = Rcpsp.lowerBound(instance);

        assertThat(bound.length()).as(bound.sentence()).isLessThanOrEqualTo(BruteForce.optimum(instance));
        assertThat(bound.sentence()).contains(Integer.toString(bound.length()));
    }

    @Property(tries = 200, seed = "5")
    void noBoundLiesAboveTheScheduleOfTheSearch(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Instance instance = RandomInstances.of(seed, 25, 3, 9);

        RcpspResult result = Rcpsp.solve(instance, Budget.schedules(400), 1);

        assertThat(Rcpsp.lowerBound(instance).length()).isLessThanOrEqualTo(result.makespan());
        assertThat(result.bound().length()).isLessThanOrEqualTo(result.makespan());
        assertThat(Rcpsp.lowerBound(instance.reversed()).length()).isLessThanOrEqualTo(result.makespan());
    }
}
