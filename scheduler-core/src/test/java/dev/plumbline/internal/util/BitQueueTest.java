package dev.plumbline.internal.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitQueueTest {

    @ParameterizedTest(name = "limit {0}")
    @ValueSource(ints = {0, 1, 2, 63, 64, 65, 4096, 4097, 300_000})
    void givesTheSmallestOfWhatWasAdded(int limit) {
        Random random = new Random(limit);
        BitQueue queue = new BitQueue(limit);
        TreeSet<Integer> expected = new TreeSet<>();

        for (int i = 0; i < 5000 && limit > 0; i++) {
            if (random.nextInt(5) < 3) {
                int number = random.nextInt(4) == 0 ? limit - 1 : random.nextInt(limit);
                queue.add(number);
                expected.add(number);
            } else if (!expected.isEmpty()) {
                assertThat(queue.takeFirst()).isEqualTo(expected.pollFirst());
            }
            assertThat(queue.isEmpty()).isEqualTo(expected.isEmpty());
        }
        while (!expected.isEmpty()) {
            assertThat(queue.takeFirst()).isEqualTo(expected.pollFirst());
        }
        assertThat(queue.isEmpty()).isTrue();
    }
}
