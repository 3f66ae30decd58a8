package dev.plumbline.risk;

import java.util.List;

/** Distributions of a plain number turned into distributions of a time. */
final class Scaled {

    private Scaled() {}

    /** Returns the distribution of an amount times a factor. */
    static Distribution of(Distribution factor, double amount) {
        if (amount == 0) {
            return new Constant(0, null);
        }
        if (factor instanceof PertBeta d) {
            return PertBeta.of(
                    d.optimistic() * amount, d.mostLikely() * amount, d.pessimistic() * amount, d.lambda(), null);
        }
        if (factor instanceof Triangular d) {
            return Triangular.of(d.optimistic() * amount, d.mostLikely() * amount, d.pessimistic() * amount, null);
        }
        if (factor instanceof Uniform d) {
            return Uniform.of(d.least() * amount, d.greatest() * amount, null);
        }
        if (factor instanceof TruncatedNormal d) {
            return new TruncatedNormal(
                    d.location() * amount, d.scale() * amount, d.least() * amount, d.greatest() * amount, null);
        }
        if (factor instanceof Trigen d) {
            return of(d.triangle(), amount);
        }
        return ofOther(factor, amount);
    }

    private static Distribution ofOther(Distribution factor, double amount) {
        if (factor instanceof LogNormal d) {
            return new LogNormal(d.average() * amount, d.deviation() * amount, null);
        }
        if (factor instanceof Weibull d) {
            return new Weibull(d.least() * amount, d.shape(), d.scale() * amount, null);
        }
        if (factor instanceof Discrete d) {
            return new Discrete(times(d.values(), amount), d.probabilities(), null);
        }
        if (factor instanceof Quantiles d) {
            return new Quantiles(d.probabilities(), times(d.values(), amount), null);
        }
        return new Constant(factor.mean() * amount, null);
    }

    private static List<Double> times(List<Double> values, double amount) {
        return values.stream().map(v -> v * amount).toList();
    }
}
