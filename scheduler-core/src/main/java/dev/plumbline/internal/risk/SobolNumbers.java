package dev.plumbline.internal.risk;

import org.apache.commons.math3.random.SobolSequenceGenerator;

/** The direction numbers of Sobol's sequence, taken from the generator of Apache Commons Math. Immutable. */
final class SobolNumbers {

    /*
     * Point i of the sequence is the exclusive-or of the direction numbers at the one bits of the Gray code of i. Gray codes of
     * 2^k - 1 have bit k - 1 alone, so these points of the generator are the direction numbers themselves.
     */

    /** The most inputs. */
    static final int MOST_DIMENSIONS = 1000;

    private static final int BITS = 32;

    private final int[][] direction;

    SobolNumbers(int dimensions) {
        direction = new int[dimensions][BITS];
        if (dimensions == 0) {
            return;
        }
        SobolSequenceGenerator generator = new SobolSequenceGenerator(dimensions);
        for (int k = 0; k < BITS - 1; k++) {
            double[] point = generator.skipTo((int) ((1L << (k + 1)) - 1));
            for (int d = 0; d < dimensions; d++) {
                direction[d][k] = (int) (long) (point[d] * 0x1p32);
            }
        }
    }

    /** Fills in the points of consecutive iterations in one dimension, shifted by exclusive-or with random bits. */
    void fill(int dimension, int shift, int first, int[] out, int count) {
        int[] v = direction[dimension];
        int gray = first ^ (first >>> 1);
        int x = shift;
        for (int rest = gray; rest != 0; rest &= rest - 1) {
            x ^= v[Integer.numberOfTrailingZeros(rest)];
        }
        for (int i = 0; i < count; i++) {
            out[i] = x;
            x ^= v[Integer.numberOfTrailingZeros(~(first + i))];
        }
    }
}
