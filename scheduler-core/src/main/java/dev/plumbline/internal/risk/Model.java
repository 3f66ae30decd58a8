package dev.plumbline.internal.risk;

import dev.plumbline.internal.network.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The uncertain inputs of a network as arrays: variables, rows of shared values computed from them, durations, lags and costs.
 * Built once, then only read.
 */
public final class Model {

    /** The values of a variable. */
    static final byte VALUE = 0;

    /** 1 where the random bits of a variable lie between two thresholds, else 0. */
    static final byte CHOICE = 1;

    /** The value of a variable where another row is 1, else 0. */
    static final byte GATED = 2;

    private static final byte AS_LATE_AS_POSSIBLE = 1;
    private static final int MINUTE = 10;

    /** The same value always. */
    static final byte FIXED = 3;

    /** The network, with planned durations. */
    public final Network g;

    final List<Long> names = new ArrayList<>();
    final List<@Nullable QuantileTable> tables = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();
    private final Map<QuantileTable.Scaled, MinuteTable> minutes = new HashMap<>();
    final List<Duration> durations = new ArrayList<>();
    final List<Lag> lags = new ArrayList<>();
    final List<Cost> costs = new ArrayList<>();
    double fixedCost;
    private final boolean late;

    /** Makes a model without inputs. */
    public Model(Network network) {
        this.g = network;
        boolean any = false;
        for (int a = 0; a < g.size; a++) {
            any |= g.constraint[a] == AS_LATE_AS_POSSIBLE && g.state[a] == Network.UNSTARTED && g.active[a];
        }
        this.late = any;
    }

    /**
     * A row of values, one an iteration.
     *
     * @param kind VALUE, CHOICE or GATED
     * @param variable the input
     * @param gate the row that gates
     * @param from the least probability, times 2^32, that counts
     * @param to the first probability, times 2^32, that counts no more
     */
    record Row(byte kind, int variable, int gate, long from, long to) {}

    /**
     * An uncertain duration: base x factors x (1 + stretches) + delays, where all gates are open.
     *
     * @param activity the number of the activity
     * @param base the variable, or -1 where it is as planned
     * @param scale what the variable is multiplied with
     * @param planned ticks of the duration as planned; of what remains in an activity in progress
     * @param done ticks of the duration that are done
     * @param terms what acts on it
     * @param minutes the table of the variable in minutes; null where it is as planned, or a choice
     */
    public record Duration(
            int activity,
            int base,
            double scale,
            long planned,
            long done,
            Terms terms,
            @Nullable MinuteTable minutes) {

        boolean isPlain() {
            return terms.isEmpty();
        }
    }

    /**
     * The rows that act on a duration.
     *
     * @param factors rows that multiply
     * @param stretches rows that multiply after one is added
     * @param delays rows that add
     * @param gates rows that are 1 where the activity is done at all
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    public record Terms(int[] factors, int[] stretches, int[] delays, int[] gates) {

        boolean isEmpty() {
            return factors.length + stretches.length + delays.length + gates.length == 0;
        }
    }

    /**
     * An uncertain lag.
     *
     * @param edge the number of the edge
     * @param variable the input
     */
    record Lag(int edge, int variable) {}

    /**
     * A part of the cost.
     *
     * @param amount in currency, at the planned duration and rate
     * @param duration the number of the uncertain duration it is in proportion to, or -1
     * @param rate the row it is multiplied with, or -1
     * @param gates rows that are 1 where it is incurred at all
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Cost(double amount, int duration, int rate, int[] gates) {}

    private Model(Model other) {
        this.g = other.g;
        this.late = other.late;
        names.addAll(other.names);
        tables.addAll(other.tables);
        rows.addAll(other.rows);
        durations.addAll(other.durations);
        lags.addAll(other.lags);
        costs.addAll(other.costs);
        fixedCost = other.fixedCost;
    }

    /** Returns the model in which some rows have a value that is certain; all inputs keep their random numbers. */
    public Model withFixed(int[] fixed, double value) {
        Model result = new Model(this);
        for (int row : fixed) {
            result.rows.set(row, new Row(FIXED, -1, -1, Double.doubleToLongBits(value), 0));
        }
        return result;
    }

    /** Returns the model in which a duration is as planned but for what drivers, risks and branches do to it. */
    public Model withPlanned(int number) {
        Model result = new Model(this);
        Duration d = durations.get(number);
        result.durations.set(number, new Duration(d.activity, -1, 1, d.planned, d.done, d.terms, null));
        return result;
    }

    /** Returns the model in which a lag is as planned. */
    public Model withoutLag(int number) {
        Model result = new Model(this);
        result.lags.remove(number);
        return result;
    }

    /** Adds an input; without table only its random bits count. */
    public int variable(String name, @Nullable QuantileTable table) {
        names.add(Hash.name(name));
        tables.add(table);
        return names.size() - 1;
    }

    /** Adds the row of an input's values. */
    public int value(int variable) {
        return add(new Row(VALUE, variable, -1, 0, 0));
    }

    /** Adds a row that is 1 where the input lies between two probabilities. */
    public int choice(int variable, double from, double to) {
        return add(new Row(CHOICE, variable, -1, Math.round(from * 0x1p32), Math.round(to * 0x1p32)));
    }

    /** Adds the row of an input's values where another row is 1. */
    public int gated(int variable, int gate) {
        return add(new Row(GATED, variable, gate, 0, 0));
    }

    private int add(Row row) {
        rows.add(row);
        return rows.size() - 1;
    }

    /** Adds an uncertain duration; returns its number. */
    public int duration(int activity, int base, double scale, long planned, long done, Terms terms) {
        durations.add(new Duration(activity, base, scale, planned, done, terms, minutes(base, scale)));
        return durations.size() - 1;
    }

    private @Nullable MinuteTable minutes(int base, double scale) {
        QuantileTable table = base < 0 ? null : tables.get(base);
        return table == null ? null : minutes.computeIfAbsent(table.scaled(scale), MinuteTable::of);
    }

    /** Adds an uncertain lag; returns its number. */
    public int lag(int edge, int variable) {
        lags.add(new Lag(edge, variable));
        return lags.size() - 1;
    }

    /** Adds a part of the cost that doesn't vary. */
    public void cost(double amount) {
        fixedCost += amount;
    }

    /** Adds a part of the cost. */
    public void cost(double amount, int duration, int rate, int... gates) {
        costs.add(new Cost(amount, duration, rate, gates));
    }

    /** Returns the number of inputs. */
    public int variables() {
        return names.size();
    }

    /** Returns the hashes of the names of the inputs. */
    public long[] names() {
        return names.stream().mapToLong(Long::longValue).toArray();
    }

    /** Returns whether an activity is placed as late as possible, so that dates need more than a forward pass. */
    boolean hasLate() {
        return late;
    }

    /** Returns the number of uncertain durations. */
    public int durations() {
        return durations.size();
    }

    /** Returns the number of uncertain lags. */
    public int lags() {
        return lags.size();
    }

    /** Returns the number of the activity of an uncertain duration. */
    public int activity(int duration) {
        return durations.get(duration).activity();
    }

    /** Returns whether a duration can come out as nothing. */
    boolean canBeZero(int duration) {
        Duration d = durations.get(duration);
        QuantileTable table = d.base < 0 ? null : tables.get(d.base);
        double least = table == null ? d.planned : table.low() * d.scale;
        boolean plain = d.terms.factors.length + d.terms.stretches.length + d.terms.gates.length == 0;
        return least < MINUTE || !plain;
    }

    /** Returns the most ticks a duration can take if a tail of each distribution is left out, at least those planned. */
    long longest(int duration, double tail) {
        Duration d = durations.get(duration);
        QuantileTable table = d.base < 0 ? null : tables.get(d.base);
        double most = table == null ? d.planned : table.most(tail) * d.scale;
        for (int row : d.terms.factors) {
            most *= Math.max(1, most(row, tail));
        }
        for (int row : d.terms.stretches) {
            most *= 1 + Math.max(0, most(row, tail));
        }
        for (int row : d.terms.delays) {
            most += Math.max(0, most(row, tail));
        }
        return (long) Math.min(1L << 40, Math.max(d.planned, Math.ceil(most)) + MINUTE);
    }

    /** Returns the most ticks a lag can take if a tail is left out. */
    long longestLag(int lag, double tail) {
        QuantileTable table = tables.get(lags.get(lag).variable);
        return table == null ? 0 : (long) Math.ceil(table.most(tail)) + MINUTE;
    }

    private double most(int row, double tail) {
        Row r = rows.get(row);
        if (r.kind == FIXED) {
            return Double.longBitsToDouble(r.from);
        }
        QuantileTable table = tables.get(r.variable);
        return table == null ? 1 : table.most(tail);
    }

    /** Returns the edge of an uncertain lag. */
    public int edge(int lag) {
        return lags.get(lag).edge();
    }

    /** Returns the ticks of an uncertain duration that are done and no more uncertain. */
    public long done(int duration) {
        return durations.get(duration).done();
    }

    /** Returns the planned ticks of an uncertain duration. */
    public long planned(int duration) {
        return durations.get(duration).planned();
    }
}
