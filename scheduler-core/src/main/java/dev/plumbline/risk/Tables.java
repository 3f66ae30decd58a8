package dev.plumbline.risk;

import dev.plumbline.internal.risk.QuantileTable;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.distribution.NormalDistribution;

/** Tables of inverse distribution functions, one for each shape; distributions that differ in place and scale share it. */
final class Tables {

    /*
     * The beta distributions of one weight differ in where the mode lies between the ends, a number r from 0 to 1. For r a
     * multiple of 1/64 the table is computed from the inverse distribution function; between, by cubic interpolation of four
     * neighbours in r, which keeps seven digits since quantiles are smooth in r. So a plan of any size needs 65 tables at most.
     */

    private static final int NODES = 64;
    private static final double ROUNDING = 1 << 30;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private final Map<Shape, QuantileTable> shapes = new HashMap<>();

    /**
     * What is left of a distribution without place and scale.
     *
     * @param kind the class
     * @param first a parameter
     * @param second another
     */
    private record Shape(Class<?> kind, double first, double second) {}

    /** Returns the table of a distribution. */
    QuantileTable of(Distribution distribution) {
        if (distribution instanceof PertBeta d) {
            double width = d.pessimistic() - d.optimistic();
            return width == 0
                    ? choice(new double[] {d.optimistic()}, new double[] {1})
                    : pertBeta((d.mostLikely() - d.optimistic()) / width, d.lambda())
                            .linear(d.optimistic(), width);
        }
        if (distribution instanceof Triangular d && d.pessimistic() > d.optimistic()) {
            double width = d.pessimistic() - d.optimistic();
            double mode = (d.mostLikely() - d.optimistic()) / width;
            return shapes.computeIfAbsent(
                            new Shape(Triangular.class, mode, 0),
                            s -> QuantileTable.of(new Triangular(0, mode, 1, null)::quantile))
                    .linear(d.optimistic(), width);
        }
        if (distribution instanceof Trigen d) {
            return of(d.triangle());
        }
        if (distribution instanceof Uniform d) {
            return shapes.computeIfAbsent(new Shape(Uniform.class, 0, 0), s -> QuantileTable.of(p -> p))
                    .linear(d.least(), d.greatest() - d.least());
        }
        if (distribution instanceof Weibull d) {
            return shapes.computeIfAbsent(
                            new Shape(Weibull.class, d.shape(), 0),
                            s -> QuantileTable.of(new Weibull(0, d.shape(), 1, null)::quantile))
                    .linear(d.least(), d.scale());
        }
        return ofOther(distribution);
    }

    /** Returns the table of a distribution of durations: what lies below 0 counts as 0. */
    QuantileTable ofDuration(Distribution distribution) {
        return distribution.quantile(0) < 0
                ? QuantileTable.of(p -> Math.max(0, distribution.quantile(p)))
                : of(distribution);
    }

    private QuantileTable ofOther(Distribution distribution) {
        if (distribution instanceof TruncatedNormal d) {
            double from = (d.least() - d.location()) / d.scale();
            double to = (d.greatest() - d.location()) / d.scale();
            return shapes.computeIfAbsent(
                            new Shape(TruncatedNormal.class, from, to), s -> QuantileTable.of(cutNormal(from, to)))
                    .linear(d.location(), d.scale());
        }
        if (distribution instanceof LogNormal d) {
            double ratio = d.deviation() / d.average();
            return shapes.computeIfAbsent(
                            new Shape(LogNormal.class, ratio, 0),
                            s -> QuantileTable.of(new LogNormal(1, ratio, null)::quantile))
                    .linear(0, d.average());
        }
        if (distribution instanceof Discrete d) {
            return choice(
                    d.values().stream().mapToDouble(Double::doubleValue).toArray(),
                    d.probabilities().stream().mapToDouble(Double::doubleValue).toArray());
        }
        if (distribution instanceof Quantiles d) {
            return QuantileTable.of(d::quantile);
        }
        return choice(new double[] {distribution.mean()}, new double[] {1});
    }

    private static java.util.function.DoubleUnaryOperator cutNormal(double from, double to) {
        double low = NORMAL.cumulativeProbability(from);
        double high = NORMAL.cumulativeProbability(to);
        return p -> Math.max(from, Math.min(to, NORMAL.inverseCumulativeProbability(low + p * (high - low))));
    }

    private static QuantileTable choice(double[] values, double[] probabilities) {
        return QuantileTable.ofChoice(values, probabilities);
    }

    private QuantileTable pertBeta(double exactMode, double lambda) {
        double mode = Math.rint(exactMode * ROUNDING) / ROUNDING;
        double at = mode * NODES;
        int node = (int) Math.rint(at);
        if (at == node) {
            return node(node, lambda);
        }
        Shape shape = new Shape(PertBeta.class, mode, lambda);
        QuantileTable known = shapes.get(shape);
        if (known == null) {
            known = between(at, lambda);
            shapes.put(shape, known);
        }
        return known;
    }

    private QuantileTable between(double at, double lambda) {
        int first = Math.max(0, Math.min(NODES - 3, (int) at - 1));
        QuantileTable[] tables = new QuantileTable[4];
        double[] weights = new double[4];
        for (int i = 0; i < 4; i++) {
            tables[i] = node(first + i, lambda);
            weights[i] = 1;
            for (int j = 0; j < 4; j++) {
                weights[i] *= i == j ? 1 : (at - first - j) / (i - j);
            }
        }
        return QuantileTable.mix(tables, weights);
    }

    private QuantileTable node(int node, double lambda) {
        Shape shape = new Shape(PertBeta.class, node / (double) NODES, lambda);
        QuantileTable known = shapes.get(shape);
        if (known == null) {
            double mode = shape.first;
            known = QuantileTable.of(new BetaQuantiles(1 + lambda * mode, 1 + lambda * (1 - mode)));
            shapes.put(shape, known);
        }
        return known;
    }
}
