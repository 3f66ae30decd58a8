package dev.plumbline.rcpsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.model.PlumblineException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Instances are checked when they are made, all problems together. */
class InstanceTest {

    private static List<String> problems(int[] durations, int[][] successors, int[][] demands, int... capacities) {
        PlumblineException refused = catchThrowableOfType(
                PlumblineException.class, () -> Instance.of("case", durations, successors, demands, capacities));
        assertThat(refused).isNotNull();
        return refused.problems().stream()
                .map(p -> p.code() + " " + p.message())
                .toList();
    }

    @Test
    void negativeNumbersAndUnknownSuccessorsAreToldTogether() {
        assertThat(problems(new int[] {-1, 2}, new int[][] {{2, -1}, {}}, new int[][] {{1}, {-3}}, -4))
                .containsExactly(
                        "MODEL_VALUE resource R1 has capacity -4",
                        "MODEL_VALUE activity 1 has duration -1",
                        "MODEL_VALUE activity 1 names successor 0 of 2 activities",
                        "MODEL_VALUE activity 1 names successor 3 of 2 activities",
                        "MODEL_VALUE activity 2 needs -3 units of resource R1");
    }

    @Test
    void aLoopIsNamedStepByStep() {
        assertThat(problems(new int[] {1, 1, 1}, new int[][] {{1}, {2}, {0}}, new int[3][0]))
                .singleElement()
                .asString()
                .startsWith("MODEL_CYCLE activities form a loop: ")
                .contains("1 -> 2 -> 3 -> 1");
    }

    @Test
    void durationsThatNoIntHoldsAreRefused() {
        int most = Integer.MAX_VALUE;

        assertThat(problems(new int[] {most, most}, new int[2][0], new int[2][0]))
                .singleElement()
                .asString()
                .startsWith("LIMIT_TIME the durations add up to 4294967294 time units");
    }

    @Test
    void rowsThatDoNotFitAreAWrongCall() {
        assertThatThrownBy(() -> Instance.of("x", new int[2], new int[1][0], new int[2][0], new int[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 durations, 1 rows of successors and 2 rows of demands");
        assertThatThrownBy(() -> Instance.of("x", new int[1], new int[1][0], new int[1][2], new int[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a row of 2 demands for 1 resources");
    }

    @Test
    void anInstanceAndItsResultPrintWhatTheyAre() {
        Instance instance = Instance.of("two", new int[] {2, 3}, new int[2][0], new int[][] {{1}, {1}}, new int[] {1});

        RcpspResult result = Rcpsp.solve(instance, Budget.schedules(10), 1);

        assertThat(instance).hasToString("two: 2 activities, 1 resources");
        assertThat(result.toString()).startsWith("two: 5, proved optimal after ");
        assertThat(result.start(0) + result.start(1)).isIn(2, 3);
    }

    @Test
    void budgetsAndThreadsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> Budget.schedules(-1)).hasMessageContaining("use 0 or more");
        assertThatThrownBy(() -> Budget.seconds(-1)).hasMessageContaining("a budget of -1");
        assertThatThrownBy(() -> Budget.seconds(Double.NaN)).hasMessageContaining("a budget of NaN");
    }
}
