package dev.plumbline.rcpsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.PlumblineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RcpspTest {

    private static final Budget SMALL = Budget.schedules(300);

    private static Instance hard(long seed) {
        return RandomInstances.of(seed, 60, 3, 9);
    }

    @Test
    void twoActivitiesThatNeedTheSameUnitFollowEachOther() {
        Instance instance =
                Instance.of("crane", new int[] {3, 4}, new int[][] {{}, {}}, new int[][] {{1}, {1}}, new int[] {1});

        RcpspResult result = Rcpsp.solve(instance, SMALL, 1);

        assertThat(result.makespan()).isEqualTo(7);
        assertThat(result.isOptimal()).isTrue();
        assertThat(result.stoppedBy()).isEqualTo(StoppedBy.OPTIMUM);
        assertThat(result.gap()).isZero();
    }

    @Test
    void theSearchStopsAsSoonAsTheBoundIsMet() {
        Instance chain =
                Instance.of("chain", new int[] {3, 4}, new int[][] {{1}, {}}, new int[][] {{1}, {1}}, new int[] {1});

        assertThat(Rcpsp.solve(chain, Budget.schedules(1000), 1).schedules()).isEqualTo(1);
    }

    @Test
    void anEmptyProjectTakesNoTime() {
        Instance empty = Instance.of("empty", new int[0], new int[0][], new int[0][], new int[] {1});

        assertThat(Rcpsp.solve(empty, SMALL, 1).makespan()).isZero();
    }

    @Test
    void aDemandAboveTheCapacityIsNamedBeforeTheSearch() {
        Instance instance = Instance.of(
                "crane", new int[] {3, 4}, new int[][] {{}, {}}, new int[][] {{1, 0}, {1, 9}}, new int[] {1, 8});

        assertThatThrownBy(() -> Rcpsp.solve(instance, SMALL, 1))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("LEVEL_INFEASIBLE")
                .hasMessageContaining("activity 2 needs 9 units of resource R2, which has 8");
    }

    @Test
    void aBudgetOfNothingGivesTheFirstSchedule() {
        assertThat(Rcpsp.solve(hard(1), Budget.schedules(0), 1).schedules()).isEqualTo(1);
        assertThat(Rcpsp.solve(hard(1), Budget.seconds(0), 1).schedules()).isEqualTo(1);
        assertThat(Rcpsp.solve(hard(1), Budget.seconds(0), 1).stoppedBy()).isEqualTo(StoppedBy.TIME);
    }

    // D4
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void incumbentsImproveAndGoOnWithTwiceTheBudget(long seed) {
        List<Incumbent> once =
                Rcpsp.solve(hard(seed), Budget.schedules(700), seed).incumbents();
        List<Incumbent> twice =
                Rcpsp.solve(hard(seed), Budget.schedules(1400), seed).incumbents();

        assertThat(twice).startsWith(once.toArray(new Incumbent[0]));
        for (int i = 1; i < twice.size(); i++) {
            assertThat(twice.get(i).makespan()).isLessThan(twice.get(i - 1).makespan());
            assertThat(twice.get(i).schedules()).isGreaterThan(twice.get(i - 1).schedules());
        }
    }

    @Test
    void aCancelledTokenEndsTheSearchWithTheFirstSchedule() {
        CancelToken token = new CancelToken();
        token.cancel();

        RcpspResult result =
                Rcpsp.solve(hard(5), SMALL, 1, SearchOptions.defaults().withCancel(token));

        assertThat(result.stoppedBy()).isEqualTo(StoppedBy.CANCEL);
        assertThat(result.schedules()).isEqualTo(1);
        assertThat(Validator.check(result.instance(), result.starts())).isEmpty();
    }

    // D6
    @Test
    void anInterruptedThreadGetsItsBestScheduleAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        RcpspResult result = Rcpsp.solve(hard(5), Budget.schedules(1_000_000), 1);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.stoppedBy()).isEqualTo(StoppedBy.CANCEL);
    }

    // D5, D6: the kernel gets its first share after 250 schedules; on one thread nothing else asks for interrupts
    // meanwhile.
    @Test
    void anInterruptReachesTheExactSearchAndTheBounds() {
        Instance instance = open();
        Thread caller = Thread.currentThread();
        SearchOptions options = SearchOptions.defaults().withListener(progress -> {
            if (progress.schedules() >= 250) {
                caller.interrupt();
            }
        });

        RcpspResult result = Rcpsp.solve(instance, Budget.schedules(Long.MAX_VALUE), 1, options);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.stoppedBy()).isEqualTo(StoppedBy.CANCEL);
        assertThat(Validator.check(instance, result.starts())).isEmpty();
    }

    // D5, D7
    @Test
    void theListenerIsCalledOnTheCallersThreadAndMayCancel() {
        CancelToken token = new CancelToken();
        List<Thread> threads = new ArrayList<>();
        SearchOptions options = SearchOptions.defaults().withCancel(token).withListener(progress -> {
            threads.add(Thread.currentThread());
            token.cancel();
        });

        RcpspResult result = Rcpsp.solve(open(), Budget.schedules(Long.MAX_VALUE), 1, options);

        assertThat(threads).containsExactly(Thread.currentThread());
        assertThat(result.stoppedBy()).isEqualTo(StoppedBy.CANCEL);
    }

    // D7
    @Test
    void whatTheListenerThrowsReachesTheCaller() {
        SearchOptions options = SearchOptions.defaults().withListener(progress -> {
            throw new IllegalStateException("enough");
        });

        assertThatThrownBy(() -> Rcpsp.solve(open(), Budget.schedules(Long.MAX_VALUE), 1, options))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
    }

    // D3, D4: beyond the schedules that one island does alone, several work together.
    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {2, 16})
    void theResultDoesNotDependOnTheNumberOfThreads(int threads) {
        Instance instance = open();
        Budget budget = Budget.schedules(62_345);

        RcpspResult alone = Rcpsp.solve(instance, budget, 7);
        RcpspResult together =
                Rcpsp.solve(instance, budget, 7, SearchOptions.defaults().withThreads(threads));
        RcpspResult longer = Rcpsp.solve(
                instance, Budget.schedules(95_000), 7, SearchOptions.defaults().withThreads(threads));

        assertThat(alone.schedules()).isEqualTo(62_345);
        assertThat(together.starts()).isEqualTo(alone.starts());
        assertThat(together.incumbents()).isEqualTo(alone.incumbents());
        assertThat(together.schedules()).isEqualTo(alone.schedules());
        assertThat(longer.incumbents()).startsWith(alone.incumbents().toArray(new Incumbent[0]));
    }

    // D8
    @Test
    void noThreadIsLeftBehind() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        Rcpsp.solve(
                open(), Budget.schedules(52_000), 7, SearchOptions.defaults().withThreads(4));

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("plumbline-search"))
                .isSubsetOf(before);
    }

    // D5
    @Test
    void severalThreadsStopWhenTheListenerCancels() {
        CancelToken token = new CancelToken();
        SearchOptions options = SearchOptions.defaults()
                .withThreads(3)
                .withCancel(token)
                .withListener(progress -> {
                    if (progress.schedules() > 55_000) {
                        token.cancel();
                    }
                });

        RcpspResult result = Rcpsp.solve(open(), Budget.schedules(Long.MAX_VALUE), 1, options);

        assertThat(result.stoppedBy()).isEqualTo(StoppedBy.CANCEL);
        assertThat(result.schedules()).isGreaterThan(55_000);
    }

    @Test
    void capacitiesAndDurationsAtTheLimitsAreLevelled() {
        int most = Integer.MAX_VALUE;
        Instance instance = Instance.of(
                "limits",
                new int[] {60_000_000, 60_000_000, 60_000_000},
                new int[][] {{}, {}, {}},
                new int[][] {{most, most}, {most - 1, 1}, {1, 1}},
                new int[] {most, most});

        RcpspResult result = Rcpsp.solve(instance, SMALL, 1);

        assertThat(result.makespan()).isEqualTo(120_000_000);
        assertThat(result.isOptimal()).isTrue();
    }

    /** Returns an instance whose optimum our bounds don't prove. */
    private static Instance open() {
        for (long seed = 1; ; seed++) {
            Instance instance = RandomInstances.of(seed, 150, 4, 9);
            RcpspResult result = Rcpsp.solve(instance, Budget.schedules(11_000), 1);
            if (!result.isOptimal() && result.gap() > 0.05) {
                return instance;
            }
        }
    }
}
