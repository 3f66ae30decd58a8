package dev.plumbline.rcpsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorTest {

    private static final Instance CREW = Instance.of(
            "crew", new int[] {3, 2, 2}, new int[][] {{2}, {}, {}}, new int[][] {{2}, {1}, {1}}, new int[] {2});

    @Test
    void aScheduleThatHoldsEverythingIsFine() {
        assertThat(Validator.check(CREW, new int[] {0, 3, 3})).isEmpty();
        assertThat(Validator.makespan(CREW, new int[] {0, 3, 3})).isEqualTo(5);
    }

    @Test
    void aStartBeforeThePredecessorsFinishIsFound() {
        assertThat(Validator.check(CREW, new int[] {0, 3, 2}))
                .extracting(Problem::message)
                .contains("activity 3 starts at 2, before its predecessor 1 finishes at 3");
    }

    @Test
    void useAboveTheCapacityIsFound() {
        assertThat(Validator.check(CREW, new int[] {0, 1, 3}))
                .extracting(Problem::message)
                .containsExactly("resource R1 is used with 3 units at 1, more than its 2");
    }

    @Test
    void aStartBeforeTheProjectIsFound() {
        assertThat(Validator.check(CREW, new int[] {-4, 3, 3})).hasSize(1);
    }

    @Test
    void aMissingStartIsAWrongCall() {
        assertThatThrownBy(() -> Validator.check(CREW, new int[] {0, 1})).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anActivityMovedOneEarlierAloneIsAlwaysFound(long seed) {
        Instance instance = RandomInstances.of(seed, 40, 3, 6);
        int[] starts = Rcpsp.solve(instance, Budget.schedules(1), seed).starts();
        int found = 0;
        int moved = 0;
        for (int a = 0; a < starts.length; a++) {
            if (instance.duration(a) > 0 && starts[a] > 0) {
                starts[a]--;
                moved++;
                found += Validator.check(instance, starts).isEmpty() ? 0 : 1;
                starts[a]++;
            }
        }

        // L07: the first schedule is left-justified, so every such move breaks something.
        assertThat(found).isEqualTo(moved).isPositive();
    }
}
