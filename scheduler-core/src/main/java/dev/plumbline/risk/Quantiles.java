package dev.plumbline.risk;

import dev.plumbline.calendar.WorkUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A distribution through given quantiles, uniform between one and the next. Immutable.
 *
 * @param probabilities rising from 0 to 1
 * @param values the values not exceeded with these probabilities, rising
 * @param time the unit of time; null for plain numbers
 */
public record Quantiles(
        List<Double> probabilities,
        List<Double> values,
        @Nullable WorkUnit time) implements Distribution {

    /** Checks that both rise and that the probabilities go from 0 to 1. */
    public Quantiles {
        probabilities = List.copyOf(probabilities);
        values = List.copyOf(values);
        int last = values.size() - 1;
        if (last < 1
                || probabilities.size() != values.size()
                || probabilities.get(0) != 0
                || probabilities.get(last) != 1) {
            throw new IllegalArgumentException(
                    "quantiles need a value for each of at least two probabilities, the first 0 and the last 1: %s, %s"
                            .formatted(probabilities, values));
        }
        for (int i = 0; i <= last; i++) {
            Amount.checkFinite("a quantile", values.get(i));
            if (i > 0 && (probabilities.get(i - 1) >= probabilities.get(i) || values.get(i - 1) > values.get(i))) {
                throw new IllegalArgumentException(
                        "quantiles must rise with their probabilities: %s, %s".formatted(probabilities, values));
            }
        }
    }

    @Override
    public double quantile(double probability) {
        Amount.probability(probability);
        int i = 1;
        while (probabilities.get(i) < probability) {
            i++;
        }
        double share = (probability - probabilities.get(i - 1)) / (probabilities.get(i) - probabilities.get(i - 1));
        return values.get(i - 1) + share * (values.get(i) - values.get(i - 1));
    }

    @Override
    public double cumulative(double value) {
        int last = values.size() - 1;
        if (value >= values.get(last)) {
            return 1;
        }
        int i = last;
        while (i >= 0 && values.get(i) > value) {
            i--;
        }
        if (i < 0) {
            return 0;
        }
        double share = (value - values.get(i)) / (values.get(i + 1) - values.get(i));
        return probabilities.get(i) + share * (probabilities.get(i + 1) - probabilities.get(i));
    }

    @Override
    public double mean() {
        double sum = 0;
        for (int i = 1; i < values.size(); i++) {
            sum += (probabilities.get(i) - probabilities.get(i - 1)) * (values.get(i) + values.get(i - 1)) / 2;
        }
        return sum;
    }

    @Override
    public double variance() {
        double mean = mean();
        double sum = 0;
        for (int i = 1; i < values.size(); i++) {
            double low = values.get(i - 1) - mean;
            double high = values.get(i) - mean;
            sum += (probabilities.get(i) - probabilities.get(i - 1)) * (low * low + low * high + high * high) / 3;
        }
        return sum;
    }

    @Override
    public Optional<WorkUnit> unit() {
        return Optional.ofNullable(time);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("quantiles(");
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append('P')
                    .append(Amount.text(100 * probabilities.get(i), null))
                    .append(": ")
                    .append(Amount.text(values.get(i), time));
        }
        return text.append(')').toString();
    }
}
