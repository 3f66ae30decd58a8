package dev.plumbline.internal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SegmentIndexTest {

    @Property(tries = 500)
    void agreesWithALookAtEveryValue(@ForAll long seed) {
        Random random = new Random(seed);
        long[] rising = new long[1 + random.nextInt(40)];
        int bits = 1 + random.nextInt(45);
        for (int i = 0; i < rising.length; i++) {
            rising[i] = random.nextLong() >> (63 - (random.nextInt(5) == 0 ? bits : Math.min(bits, 6)));
        }
        Arrays.sort(rising);
        rising[0] = Long.MIN_VALUE;
        SegmentIndex index = new SegmentIndex(rising);

        for (int i = 0; i < 200; i++) {
            long near = rising[random.nextInt(rising.length)] + random.nextInt(5) - 2;
            long value = i % 2 == 0 ? near : random.nextLong() >> (63 - bits);
            int expected = 0;
            for (int k = 1; k < rising.length; k++) {
                expected = rising[k] <= value ? k : expected;
            }

            assertThat(index.find(value))
                    .as("%s in %s", value, Arrays.toString(rising))
                    .isEqualTo(expected);
        }
    }

    @Test
    void oneOutlierCostsNoMemory() {
        long[] rising = {Long.MIN_VALUE, -400_000_000_000L, 0, 1, 2, 400_000_000_000L};
        SegmentIndex index = new SegmentIndex(rising);

        assertThat(index.find(1)).isEqualTo(3);
        assertThat(index.find(400_000_000_000L)).isEqualTo(5);
        assertThat(index.find(-400_000_000_001L)).isZero();
    }

    @Test
    void fewAndCrowdedValuesAreFoundFromEverySide() {
        for (int size = 1; size < 9; size++) {
            for (long apart : new long[] {1, 2, 3, 1_000, 1L << 40}) {
                long[] rising = new long[size];
                for (int i = 0; i < size; i++) {
                    rising[i] = i == 0 ? Long.MIN_VALUE : -7 + (i - 1) * apart;
                }
                SegmentIndex index = new SegmentIndex(rising);
                for (int i = 1; i < size; i++) {
                    assertThat(index.find(rising[i] - 1))
                            .as("before %d of %s", i, Arrays.toString(rising))
                            .isEqualTo(i - 1);
                    assertThat(index.find(rising[i])).isEqualTo(i);
                    assertThat(index.find(rising[i] + apart / 2)).isEqualTo(i);
                }
                assertThat(index.find(Long.MIN_VALUE)).isZero();
                assertThat(index.find(Long.MAX_VALUE)).isEqualTo(size - 1);
            }
        }
    }
}
