package dev.plumbline.risk;

import dev.plumbline.calendar.WorkUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A choice among a few values. Immutable.
 *
 * @param values the values, rising
 * @param probabilities how likely each is; they add up to 1
 * @param time the unit of time; null for plain numbers
 */
public record Discrete(
        List<Double> values,
        List<Double> probabilities,
        @Nullable WorkUnit time) implements Distribution {

    private static final double CLOSE = 1e-9;

    /** Checks that the values rise and that the probabilities add up to 1. */
    public Discrete {
        values = List.copyOf(values);
        probabilities = List.copyOf(probabilities);
        if (values.isEmpty() || values.size() != probabilities.size()) {
            throw new IllegalArgumentException("a discrete distribution needs a probability for each value: %s, %s"
                    .formatted(values, probabilities));
        }
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            Amount.checkFinite("a discrete value", values.get(i));
            sum += Amount.probability(probabilities.get(i));
            if (i > 0 && values.get(i - 1) > values.get(i)) {
                throw new IllegalArgumentException("discrete values must rise: " + values);
            }
        }
        if (Math.abs(sum - 1) > CLOSE) {
            throw new IllegalArgumentException("the probabilities of %s add up to %s, not 1".formatted(values, sum));
        }
    }

    /** In any order; weights that don't add up to 1 are no probabilities, and become them. */
    static Distribution of(List<Double> values, List<Double> weights, @Nullable WorkUnit unit) {
        double total = 0;
        for (double weight : weights) {
            if (!(weight >= 0 && weight < 1e15)) {
                throw new IllegalArgumentException("weights must be at least 0: " + weights);
            }
            total += weight;
        }
        if (!(total > 0) || values.size() != weights.size()) {
            throw new IllegalArgumentException(
                    "a discrete distribution needs a weight for each value, one of them above 0: %s, %s"
                            .formatted(values, weights));
        }
        double scale = Math.abs(total - 1) <= CLOSE ? 1 : total;
        List<Integer> order = IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.comparingDouble(values::get))
                .toList();
        List<Double> rising = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int i : order) {
            rising.add(values.get(i));
            shares.add(weights.get(i) / scale);
        }
        return new Discrete(rising, shares, unit);
    }

    @Override
    public double quantile(double probability) {
        Amount.probability(probability);
        double sum = 0;
        double last = values.get(0);
        for (int i = 0; i < values.size(); i++) {
            if (probabilities.get(i) > 0) {
                sum += probabilities.get(i);
                last = values.get(i);
                if (probability <= sum) {
                    return last;
                }
            }
        }
        return last;
    }

    @Override
    public double cumulative(double value) {
        double sum = 0;
        for (int i = 0; i < values.size() && values.get(i) <= value; i++) {
            sum += probabilities.get(i);
        }
        return Math.min(1, sum);
    }

    @Override
    public double mean() {
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += probabilities.get(i) * values.get(i);
        }
        return sum;
    }

    @Override
    public double variance() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += probabilities.get(i) * (values.get(i) - mean) * (values.get(i) - mean);
        }
        return sum;
    }

    @Override
    public Optional<WorkUnit> unit() {
        return Optional.ofNullable(time);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("discrete(");
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(Amount.text(values.get(i), time))
                    .append(": ")
                    .append(Amount.text(100 * probabilities.get(i), null))
                    .append(" %");
        }
        return text.append(')').toString();
    }
}
