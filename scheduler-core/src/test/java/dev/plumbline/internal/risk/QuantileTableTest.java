package dev.plumbline.internal.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.junit.jupiter.api.Test;

class QuantileTableTest {

    @Test
    void probabilitiesAreWithinTwoTenThousandths() {
        for (RealDistribution law : new RealDistribution[] {
            new BetaDistribution(null, 2, 4),
            new BetaDistribution(null, 1, 5),
            new BetaDistribution(null, 5, 1),
            new NormalDistribution(null, 100, 15),
            new LogNormalDistribution(null, 1, 0.8)
        }) {
            QuantileTable table = QuantileTable.of(law::inverseCumulativeProbability);
            for (int i = 0; i < 5_000; i++) {
                int bits = Hash.bits(17, i);
                double p = ((bits & 0xFFFFFFFFL) + 0.5) / 0x1p32;

                assertThat(law.cumulativeProbability(table.value(bits))).isCloseTo(p, within(2e-4));
            }
        }
    }

    @Test
    void tailsReachToTheLastBit() {
        NormalDistribution law = new NormalDistribution(null, 0, 1);
        QuantileTable table = QuantileTable.of(law::inverseCumulativeProbability);

        for (int bits : new int[] {0, 1, 100, 40_000, 1 << 15, 1 << 20, 1 << 22}) {
            double p = (bits + 0.5) / 0x1p32;
            // The outermost cell, of probability 2^-23, is a straight line.
            assertThat(law.cumulativeProbability(table.value(bits))).isCloseTo(p, within(0.01 * p + 0x1p-23));
            // A random number stands for the lower end of its share, so that the mirror image lies one higher.
            assertThat(table.value(~bits)).isCloseTo(-table.value(bits + 1), within(1e-6));
        }
    }

    @Test
    void valuesRiseWithTheBits() {
        BetaDistribution law = new BetaDistribution(null, 1.5, 4.5);
        QuantileTable table = QuantileTable.of(law::inverseCumulativeProbability);

        double last = -1;
        for (long bits = 0; bits < 1L << 32; bits += 1 << 15) {
            double value = table.value((int) bits);
            assertThat(value).isGreaterThanOrEqualTo(last);
            last = value;
        }
    }

    @Test
    void choicesHaveTheirProbabilities() {
        QuantileTable table = QuantileTable.ofChoice(new double[] {2, 5, 9}, new double[] {0.25, 0.5, 0.25});

        assertThat(table.value(0)).isEqualTo(2);
        assertThat(table.value((1 << 30) - 1)).isEqualTo(2);
        assertThat(table.value(1 << 30)).isEqualTo(5);
        assertThat(table.value(-1)).isEqualTo(9);
    }

    @Test
    void everyThousandthIsVisitedOnceInAHypercube() {
        for (long input = 0; input < 20; input++) {
            for (int cube = 0; cube < 3; cube++) {
                boolean[] seen = new boolean[Hypercube.SIZE];
                for (int i = 0; i < Hypercube.SIZE; i++) {
                    long bits = Hypercube.bits(Hash.key(3, input), cube * Hypercube.SIZE + i) & 0xFFFFFFFFL;
                    int stratum = (int) (bits * Hypercube.SIZE >>> 32);
                    assertThat(seen[stratum]).isFalse();
                    seen[stratum] = true;
                }
            }
        }
    }
}
