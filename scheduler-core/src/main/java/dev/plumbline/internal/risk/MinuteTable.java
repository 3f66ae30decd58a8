package dev.plumbline.internal.risk;

import org.jspecify.annotations.Nullable;

/** The inverse distribution function of one duration in whole minutes: what most draws are looked up in. Immutable. */
final class MinuteTable {

    /*
     * The main cells of a quantile table, multiplied out to minutes above the least of them, in 16 bits each: 1 KB, the less the
     * better, for a plan of 10,000 activities goes through 10,000 of them for every batch. A draw is two loads, a
     * multiplication and three shifts; the shift to whole minutes is left to a loop of its own, which compilers turn into vector
     * instructions. 1.6 ns a draw.
     *
     * The one draw of 256 that falls into an outermost cell is looked up in four cells for each halving of the probability, down to
     * 2^-17, which keeps relative errors of it below 1 %; the one of 65,536 that lies beyond, in the table of the shape.
     */

    private static final int CELLS = 1 << QuantileTable.CELL_BITS;
    private static final int REST = 32 - QuantileTable.CELL_BITS;
    private static final int PART_BITS = 14;
    private static final int PART_SHIFT = REST - PART_BITS;
    private static final int PART = (1 << PART_BITS) - 1;
    private static final int FAR_BITS = 15;
    private static final int TAIL_CELLS = 4 * (REST - FAR_BITS);
    private static final int LINE = 32;
    private static final int MINUTE = 10;
    private static final int MOST_SHIFT = 24;
    private static final double LEAST_SHARE = 0x1p-4;
    private static final double MOST_MAIN = ((1 << 16) - 1.0) * (1 << PART_BITS);
    private static final int MOST_MINUTES = 1 << 28;

    private final char[] main;
    private final int[] tails;
    private final QuantileTable shape;
    private final double unit;
    private final double offset;
    private final int low;
    private final int shift;

    private MinuteTable(QuantileTable.Scaled ticks, int low, int shift) {
        double scale = ticks.scale() / MINUTE;
        this.shape = ticks.table();
        this.low = low;
        this.shift = shift;
        this.unit = scale * (1 << shift);
        this.offset = (0.5 - low) * (1 << shift);
        this.main = new char[CELLS + 1];
        for (int i = 1; i < CELLS; i++) {
            main[i] = (char) Math.rint((shape.cell(i) * unit + offset) / (1 << PART_BITS));
        }
        this.tails = new int[2 * (TAIL_CELLS + 1) + 1];
        for (int i = 0; i <= TAIL_CELLS; i++) {
            int bits = 4 + (i & 3) << FAR_BITS - 2 + (i >> 2);
            tails[i] = exact(bits);
            tails[TAIL_CELLS + 1 + i] = exact(-bits);
        }
    }

    /** Multiplies a table of ticks out; null if it is a choice, or if its tails reach so far that 16 bits are too few. */
    static @Nullable MinuteTable of(QuantileTable.Scaled ticks) {
        QuantileTable shape = ticks.table();
        double scale = ticks.scale() / MINUTE;
        double most = (shape.low() + shape.range()) * scale;
        if (shape.isChoice() || most > MOST_MINUTES) {
            return null;
        }
        int low = (int) (shape.cell(1) * scale);
        double centre = shape.cell(CELLS - 1) * scale + 1 - low;
        double reach = Math.max(most - low, low - shape.low() * scale) + 1;
        double fits = Math.min(MOST_MAIN / centre, Integer.MAX_VALUE / reach);
        int shift = Math.min(MOST_SHIFT, Math.getExponent(fits));
        boolean exact = shift == MOST_SHIFT || centre / MOST_MAIN * (1 << Math.max(0, shift)) > LEAST_SHARE;
        return shift >= 0 && exact ? new MinuteTable(ticks, low, shift) : null;
    }

    /** Fills in ticks for random bits. */
    void fill(int[] bits, int[] out, int count) {
        char[] cells = main;
        for (int i = 0; i < count; i++) {
            out[i] = between(cells, bits[i]);
        }
        toTicks(out, count);
    }

    /** Fills in ticks for 64 random bits for every two values. */
    void fill(long[] bits, int[] out, int count) {
        char[] cells = main;
        int pairs = count >> 1;
        for (int i = 0; i < pairs; i++) {
            long both = bits[i];
            out[2 * i] = between(cells, (int) both);
            out[2 * i + 1] = between(cells, (int) (both >>> 32));
        }
        if ((count & 1) == 1) {
            out[count - 1] = between(cells, (int) bits[pairs]);
        }
        toTicks(out, count);
    }

    /** Reads every line of the table, so that it is in the cache when it is looked into. */
    int touch() {
        int sum = 0;
        for (int i = 0; i < CELLS; i += LINE) {
            sum += main[i];
        }
        for (int i = 0; i < tails.length; i += LINE / 2) {
            sum += tails[i];
        }
        return sum;
    }

    private int between(char[] cells, int bits) {
        int cell = bits >>> REST;
        if ((cell + 1 & CELLS - 1) > 1) {
            int from = cells[cell];
            return (from << PART_BITS) + (cells[cell + 1] - from) * (bits >>> PART_SHIFT & PART);
        }
        return tail(bits);
    }

    /** The cells of the tails double in width, four of each, towards the middle. */
    private int tail(int bits) {
        int upper = bits >> 31;
        int distance = (bits ^ upper) - upper;
        if (distance < 1 << FAR_BITS) {
            return exact(bits);
        }
        int width = 29 - Integer.numberOfLeadingZeros(distance);
        int cell = 4 * (width + 1 - FAR_BITS) + (distance >>> width) + (upper & TAIL_CELLS + 1);
        int from = tails[cell];
        return from + (int) ((long) (tails[cell + 1] - from) * (distance & (1 << width) - 1) >> width);
    }

    private int exact(int bits) {
        return (int) Math.floor(shape.value(bits) * unit + offset);
    }

    private void toTicks(int[] row, int count) {
        int places = shift;
        int least = low;
        for (int i = 0; i < count; i++) {
            row[i] = MINUTE * ((row[i] >> places) + least);
        }
    }
}
