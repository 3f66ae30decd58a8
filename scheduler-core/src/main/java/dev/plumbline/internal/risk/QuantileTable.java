package dev.plumbline.internal.risk;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** An inverse distribution function as a table, brought to the range from 0 to 1. Immutable. */
public final class QuantileTable {

    /*
     * 512 cells of equal probability, linear within each. In place of the first and the last, where the function may be steep, stand
     * cells that become narrower towards the ends: eight for each halving of the probability, down to 2^-32, so that all 32 bits of
     * a random number count.
     *
     * The least and the greatest value are those of the probabilities 2^-33 and 1 - 2^-33. As probability, the error is below
     * 2e-4 everywhere, in the tails below 1 % of the probability beyond, and below 1e-6 where the density changes slowly; tests
     * hold it to that.
     *
     * Values are integers of 30 bits, so that a draw costs two loads, a multiplication and a shift: 1 to 2 ns.
     */

    /** Bits of a tabulated value. */
    public static final int VALUE_BITS = 30;

    /** Bits after the point of minutes: the least in this form, the range with four bits so that the product has all. */
    static final int MINUTE_SHIFT = VALUE_BITS + 4;

    static final int CELL_BITS = 9;
    private static final int CELLS = 1 << CELL_BITS;
    private static final int REST = 32 - CELL_BITS;
    private static final int TAIL_CELLS = 8 * (REST - 2);
    private static final int TAIL = TAIL_CELLS + 1;
    private static final double ONE = 1L << VALUE_BITS;

    private final double low;
    private final double range;

    /** Main cells, then the lower and the upper tail, from the end inwards: 513 + 2 x 169 values, and one that counts for nothing. */
    private final int[] table;

    private final int[] steps;
    private final double[] values;

    private QuantileTable(double low, double range, int[] table, int[] steps, double[] values) {
        this.low = low;
        this.range = range;
        this.table = table;
        this.steps = steps;
        this.values = values;
    }

    /** The probabilities at which a continuous function is asked for. */
    private static double probability(int index) {
        if (index <= CELLS) {
            return index / (double) CELLS;
        }
        int part = (index - CELLS - 1) / TAIL;
        int cell = (index - CELLS - 1) % TAIL;
        double distance = (cell < 8 ? cell : 8 + (cell & 7) << (cell >> 3) - 1) * 0x1p-32;
        return part == 0 ? distance : 1 - distance;
    }

    /** Returns the table of a continuous inverse distribution function, asked for at probabilities above 0 and below 1. */
    public static QuantileTable of(DoubleUnaryOperator inverse) {
        double low = inverse.applyAsDouble(0x1p-33);
        double high = inverse.applyAsDouble(1 - 0x1p-33);
        double range = high - low;
        int[] table = new int[CELLS + 2 + 2 * TAIL];
        for (int i = 0; i < table.length - 1; i++) {
            double p = Math.max(0x1p-33, Math.min(1 - 0x1p-33, probability(i)));
            table[i] = range > 0 ? (int) Math.rint((inverse.applyAsDouble(p) - low) / range * ONE) : 0;
        }
        return new QuantileTable(low, range, table, new int[0], new double[0]);
    }

    /**
     * Returns the table of a choice.
     *
     * @param values rising
     * @param probabilities of the values
     */
    public static QuantileTable ofChoice(double[] values, double[] probabilities) {
        int n = values.length;
        double low = values[0];
        double range = values[n - 1] - low;
        int[] table = new int[n];
        int[] steps = new int[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += probabilities[i];
            steps[i] = (int) Math.max(0L, Math.min((1L << 32) - 1, (long) Math.rint(sum * 0x1p32) - 1));
            table[i] = range > 0 ? (int) Math.rint((values[i] - low) / range * ONE) : 0;
        }
        steps[n - 1] = -1;
        return new QuantileTable(low, range, table, steps, values.clone());
    }

    /** Returns the table of a + b x, where x is a value of this one and b is at least 0. */
    public QuantileTable linear(double a, double b) {
        double[] moved = new double[values.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = a + b * values[i];
        }
        return new QuantileTable(a + b * low, b * range, table, steps, moved);
    }

    /**
     * A table whose values are multiplied; equal for tables that share their shape.
     *
     * @param table where the values are
     * @param low the least value
     * @param range from the least to the greatest
     * @param scale what they are multiplied with
     */
    record Scaled(QuantileTable table, double low, double range, double scale) {

        @Override
        @SuppressWarnings("ReferenceEquality") // shapes are made once
        public boolean equals(@Nullable Object other) {
            return other instanceof Scaled that
                    && table.table == that.table.table
                    && low == that.low
                    && range == that.range
                    && scale == that.scale;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * System.identityHashCode(table.table) + Double.hashCode(low * scale))
                    + Double.hashCode(range);
        }
    }

    /** Returns this table with its values multiplied. */
    Scaled scaled(double scale) {
        return new Scaled(this, low, range, scale);
    }

    /** Returns the least value. */
    public double low() {
        return low;
    }

    /** Returns the distance from the least to the greatest value. */
    public double range() {
        return range;
    }

    /** Returns the greatest value if a tail of the probability is left out. */
    double most(double tail) {
        return value((int) (long) ((1 - tail) * 0x1p32 - 1));
    }

    /** Returns the value at the beginning of a main cell, or at the end of the last. */
    double cell(int number) {
        return low + range * (table[number] / ONE);
    }

    /** Returns the place of the value of 32 random bits between the least (0) and the greatest (2^30). */
    int at(int bits) {
        if (steps.length > 0) {
            return table[step(bits)];
        }
        int cell = bits >>> REST;
        return (cell + 1 & CELLS - 1) > 1 ? between(cell, bits & (1 << REST) - 1, REST) : tail(bits);
    }

    boolean isChoice() {
        return steps.length > 0;
    }

    /**
     * Fills in ticks, whole minutes, for random bits.
     *
     * @param bits the random bits
     * @param low the least value in minutes, times 2^34, and half a minute
     * @param range the range in minutes, times 2^4
     */
    void minutes(int[] bits, long low, long range, int[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = 10 * (int) (low + at(bits[i]) * range >> MINUTE_SHIFT);
        }
    }

    private int step(int bits) {
        int i = 0;
        while (Integer.compareUnsigned(steps[i], bits) < 0) {
            i++;
        }
        return i;
    }

    private int tail(int bits) {
        int upper = bits >> 31;
        int distance = (bits ^ upper) - upper;
        int width = Math.max(0, 28 - Integer.numberOfLeadingZeros(distance));
        int cell = 8 * width + (distance >>> width);
        return between(CELLS + 1 + (upper & TAIL) + cell, distance & (1 << width) - 1, width);
    }

    private int between(int cell, int rest, int width) {
        int from = table[cell];
        return from + (int) ((long) (table[cell + 1] - from) * rest >> width);
    }

    /** Returns the value of 32 random bits. */
    public double value(int bits) {
        if (steps.length > 0) {
            return values[step(bits)];
        }
        return low + range * (at(bits) / ONE);
    }

    /** Returns a table whose every value is this one's with other tables' mixed in; all must be continuous. */
    public static QuantileTable mix(QuantileTable[] tables, double[] weights) {
        int[] table = new int[tables[0].table.length];
        double[] sum = new double[table.length];
        for (int t = 0; t < tables.length; t++) {
            QuantileTable each = tables[t];
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weights[t] * (each.low + each.range * (each.table[i] / ONE));
            }
        }
        double low = sum[CELLS + 1];
        double range = sum[CELLS + 1 + TAIL] - low;
        for (int i = 0; i < sum.length - 1; i++) {
            table[i] = (int) Math.rint((sum[i] - low) / range * ONE);
        }
        return new QuantileTable(low, range, table, new int[0], new double[0]);
    }

    @Override
    public String toString() {
        return "quantiles from %s over %s: %s values"
                .formatted(low, range, Arrays.stream(table).distinct().count());
    }
}
