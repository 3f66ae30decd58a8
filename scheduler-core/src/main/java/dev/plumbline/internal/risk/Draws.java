package dev.plumbline.internal.risk;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Draws the inputs of some consecutive iterations. One object serves one worker. */
public final class Draws {

    /*
     * A duration that one variable decides is drawn in integers from the table to the minute; one on which drivers, risks or
     * branches act is computed in doubles, by additions and multiplications in a fixed order. Both are exact functions of the
     * random bits on every machine.
     */

    private static final int SHIFT = QuantileTable.MINUTE_SHIFT;
    private static final long HALF = 1L << (SHIFT - 1);
    private static final double MINUTE = 10;
    private static final double MOST_TICKS = 2e9;

    private final Model model;
    private final Uniforms.Room room;
    private final int[] bits;
    private final long[] steps;
    private final long[] pairs;
    private final double[][] rows;
    private final double[] sum;
    private final int[] ticks;
    private final long[] lowMinutes;
    private final long[] rangeMinutes;
    private final @Nullable MinuteTable[] tables;
    private final Model.@Nullable Terms[] terms;
    private final long[] keys;
    private int count;
    private int begin;

    /** What {@link #prefetch} read; a compiler leaves out reads of which nothing comes. */
    int touched;

    /** Makes a worker's draws, for up to so many iterations at a time. */
    public Draws(Model model, Uniforms uniforms, int capacity) {
        this.model = model;
        this.room = uniforms.new Room(capacity);
        this.bits = new int[capacity];
        this.steps = Hash.steps((capacity + 1) / 2);
        this.pairs = new long[(capacity + 1) / 2];
        this.sum = new double[capacity];
        this.ticks = new int[capacity];
        this.rows = new double[model.rows.size()][capacity];
        int n = model.durations.size();
        this.lowMinutes = new long[n];
        this.rangeMinutes = new long[n];
        this.tables = new MinuteTable[n];
        this.terms = new Model.Terms[n];
        this.keys = new long[n];
        for (int d = 0; d < n; d++) {
            Model.Duration each = model.durations.get(d);
            terms[d] = each.isPlain() ? null : each.terms();
            if (each.base() >= 0) {
                QuantileTable table = table(each.base());
                tables[d] = each.minutes();
                keys[d] = uniforms.independentKey(each.base());
                lowMinutes[d] = Math.round(table.low() * each.scale() / MINUTE * (1L << SHIFT)) + HALF;
                rangeMinutes[d] = Math.round(table.range() * each.scale() / MINUTE * 16);
            }
        }
    }

    private QuantileTable table(int variable) {
        QuantileTable table = model.tables.get(variable);
        if (table == null) {
            throw new IllegalStateException("input " + variable + " has no values");
        }
        return table;
    }

    /** Returns the number of uncertain durations. */
    public int durations() {
        return model.durations.size();
    }

    /** Returns the number of uncertain lags. */
    public int lags() {
        return model.lags.size();
    }

    /** Turns to some iterations, of which the first must be even, and draws what several inputs share. */
    public void begin(int first, int iterations) {
        count = iterations;
        begin = first;
        room.begin(first, iterations);
        for (int r = 0; r < rows.length; r++) {
            row(model.rows.get(r), rows[r]);
        }
    }

    private void row(Model.Row row, double[] out) {
        if (row.kind() == Model.FIXED) {
            Arrays.fill(out, 0, count, Double.longBitsToDouble(row.from()));
            return;
        }
        room.fill(row.variable(), bits, count);
        if (row.kind() == Model.CHOICE) {
            for (int i = 0; i < count; i++) {
                long place = bits[i] & 0xFFFFFFFFL;
                out[i] = place >= row.from() && place < row.to() ? 1 : 0;
            }
            return;
        }
        QuantileTable table = table(row.variable());
        for (int i = 0; i < count; i++) {
            out[i] = table.value(bits[i]);
        }
        if (row.kind() == Model.GATED) {
            times(out, rows[row.gate()]);
        }
    }

    private void times(double[] out, double[] factor) {
        for (int i = 0; i < count; i++) {
            out[i] *= factor[i];
        }
    }

    /** Fills in the ticks of an uncertain duration, whole minutes. */
    public void duration(int number, int[] out) {
        base(number, out);
        Model.Terms acting = terms[number];
        if (acting != null) {
            apply(acting, out);
        }
    }

    /** Fills in the ticks of an uncertain duration before drivers, risks and branches act on it. */
    public void base(int number, int[] out) {
        MinuteTable minutes = tables[number];
        long key = keys[number];
        if (key != 0 && minutes != null) {
            Hash.fill(key + (begin >>> 1) * Hash.STEP, steps, pairs, (count + 1) / 2);
            minutes.fill(pairs, out, count);
            return;
        }
        Model.Duration duration = model.durations.get(number);
        if (duration.base() < 0) {
            Arrays.fill(out, 0, count, (int) duration.planned());
            return;
        }
        room.fill(duration.base(), bits, count);
        if (minutes != null) {
            minutes.fill(bits, out, count);
        } else {
            table(duration.base()).minutes(bits, lowMinutes[number], rangeMinutes[number], out, count);
        }
    }

    /** Fetches what {@link #duration} will look into, while there is other work to do. */
    void prefetch(int number) {
        MinuteTable minutes = tables[number];
        if (minutes != null) {
            touched += minutes.touch();
        }
    }

    private void apply(Model.Terms terms, int[] out) {
        for (int i = 0; i < count; i++) {
            sum[i] = out[i];
        }
        for (int row : terms.factors()) {
            times(sum, rows[row]);
        }
        for (int row : terms.stretches()) {
            for (int i = 0; i < count; i++) {
                sum[i] *= 1 + rows[row][i];
            }
        }
        for (int row : terms.delays()) {
            for (int i = 0; i < count; i++) {
                sum[i] += rows[row][i];
            }
        }
        for (int row : terms.gates()) {
            times(sum, rows[row]);
        }
        for (int i = 0; i < count; i++) {
            out[i] = 10 * (int) Math.floor(Math.max(0, Math.min(sum[i], MOST_TICKS)) / MINUTE + 0.5);
        }
    }

    /** Fills in the ticks of an uncertain lag, whole minutes. */
    public void lag(int number, int[] out) {
        Model.Lag lag = model.lags.get(number);
        room.fill(lag.variable(), bits, count);
        QuantileTable table = table(lag.variable());
        for (int i = 0; i < count; i++) {
            out[i] = 10 * (int) Math.floor(table.value(bits[i]) / MINUTE + 0.5);
        }
    }

    /** Fills in the values of a row. */
    public void row(int number, double[] out) {
        System.arraycopy(rows[number], 0, out, 0, count);
    }

    /** Fills in the cost, in the project's currency. */
    public void cost(double[] out) {
        Arrays.fill(out, 0, count, model.fixedCost);
        int drawn = -1;
        for (Model.Cost cost : model.costs) {
            Arrays.fill(sum, 0, count, cost.amount());
            if (cost.duration() >= 0) {
                if (cost.duration() != drawn) {
                    duration(cost.duration(), ticks);
                    Arrays.fill(sum, 0, count, cost.amount());
                    drawn = cost.duration();
                }
                Model.Duration duration = model.durations.get(drawn);
                double whole = duration.done() + duration.planned();
                for (int i = 0; i < count; i++) {
                    sum[i] *= (duration.done() + ticks[i]) / whole;
                }
            }
            if (cost.rate() >= 0) {
                times(sum, rows[cost.rate()]);
            }
            for (int gate : cost.gates()) {
                times(sum, rows[gate]);
            }
            for (int i = 0; i < count; i++) {
                out[i] += sum[i];
            }
        }
    }
}
