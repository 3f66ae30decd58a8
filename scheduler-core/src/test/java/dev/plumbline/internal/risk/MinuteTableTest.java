package dev.plumbline.internal.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.junit.jupiter.api.Test;

class MinuteTableTest {

    private static final RealDistribution[] LAWS = {
        new BetaDistribution(null, 2, 4),
        new BetaDistribution(null, 1, 5),
        new BetaDistribution(null, 5, 1),
        new NormalDistribution(null, 8, 0.6),
        new ExponentialDistribution(null, 1),
        new LogNormalDistribution(null, 0, 0.4)
    };

    private static MinuteTable table(RealDistribution law, double ticks) {
        QuantileTable shape = QuantileTable.of(law::inverseCumulativeProbability);
        MinuteTable table = MinuteTable.of(shape.linear(0, ticks).scaled(1));
        assertThat(table).as("%s", law).isNotNull();
        return table;
    }

    private static int draw(MinuteTable table, int bits) {
        int[] out = new int[1];
        table.fill(new int[] {bits}, out, 1);
        return out[0];
    }

    private static double probability(int bits) {
        return ((bits & 0xFFFFFFFFL) + 0.5) / 0x1p32;
    }

    /** Units of ten million minutes, so that rounding to one doesn't count. */
    @Test
    void probabilitiesAreWithinThreeTenThousandths() {
        double ticks = 1e8;
        for (RealDistribution law : LAWS) {
            MinuteTable table = table(law, ticks);
            for (int i = 0; i < 20_000; i++) {
                int bits = Hash.bits(17, i);

                assertThat(law.cumulativeProbability(draw(table, bits) / ticks))
                        .as("%s at %s", law, bits)
                        .isCloseTo(probability(bits), within(3e-4));
            }
        }
    }

    @Test
    void tailsAreWithinTwoHundredthsOfTheirProbability() {
        double ticks = 1e8;
        for (RealDistribution law : LAWS) {
            MinuteTable table = table(law, ticks);
            for (int exponent = 13; exponent < 23; exponent++) {
                for (int step = 0; step < 16; step++) {
                    int bits = (16 + step << exponent) / 16;
                    double p = probability(bits);

                    double lower = law.cumulativeProbability(draw(table, bits) / ticks);
                    double upper = 1 - law.cumulativeProbability(draw(table, ~bits) / ticks);
                    // A value is held to two bits of 31 of the whole range.
                    double rounding = 3e-7;
                    assertThat(lower).as("%s at %s", law, bits).isCloseTo(p, within(0.02 * p + rounding));
                    assertThat(upper).as("%s at %s", law, ~bits).isCloseTo(p, within(0.02 * p + rounding));
                }
            }
        }
    }

    @Test
    void valuesRiseWithTheBits() {
        for (RealDistribution law : LAWS) {
            MinuteTable table = table(law, 1e5);
            int last = 0;
            for (long bits = 0; bits < 1L << 32; bits += 12_345) {
                int value = draw(table, (int) bits);
                assertThat(value).as("%s at %s", law, bits).isGreaterThanOrEqualTo(last);
                last = value;
            }
        }
    }

    @Test
    void valuesAreWholeMinutesNearestToTheShape() {
        QuantileTable shape = QuantileTable.of(new BetaDistribution(null, 3, 3)::inverseCumulativeProbability)
                .linear(2_400, 4_800);
        MinuteTable table = MinuteTable.of(shape.scaled(0.5));
        assertThat(table).isNotNull();

        for (int i = 0; i < 10_000; i++) {
            int bits = Hash.bits(3, i);
            assertThat(draw(table, bits) % 10).isZero();
            assertThat((double) draw(table, bits)).isCloseTo(shape.value(bits) / 2, within(5.1));
        }
    }

    @Test
    void pairsOfBitsGiveTheSameAsEachForItself() {
        MinuteTable table = table(LAWS[0], 1e5);
        for (int count : new int[] {1, 2, 7, 64}) {
            long[] pairs = new long[32];
            int[] bits = new int[64];
            for (int i = 0; i < 64; i++) {
                bits[i] = Hash.bits(99, i);
                pairs[i / 2] = Hash.mix(99 + (i / 2) * Hash.STEP);
            }
            int[] one = new int[64];
            int[] other = new int[64];

            table.fill(bits, one, count);
            table.fill(pairs, other, count);

            assertThat(other).isEqualTo(one);
        }
    }

    @Test
    void choicesAndTailsTooLongForSixteenBitsAreLeftToTheTable() {
        QuantileTable choice = QuantileTable.ofChoice(new double[] {10, 20}, new double[] {0.5, 0.5});
        QuantileTable heavy = QuantileTable.of(new LogNormalDistribution(null, 0, 2)::inverseCumulativeProbability);

        assertThat(MinuteTable.of(choice.scaled(1))).isNull();
        assertThat(MinuteTable.of(heavy.linear(0, 1000).scaled(1))).isNull();
    }
}
