package dev.plumbline.risk;

import dev.plumbline.internal.risk.Draws;
import dev.plumbline.internal.risk.Model;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/*
 * The cost of an iteration is the sum of its pieces, so the covariances of the pieces with the sum add up to its variance: each is the
 * piece's part of it (Euler's principle). Pieces are drawn again, batch by batch, over the first 100,000 iterations.
 */
/** How the activities and risks of a simulation move its cost. */
final class CostShares {

    private static final int BATCH = 1000;
    private static final int MOST_ITERATIONS = 100_000;
    private static final int CENTS = 2;

    private final Model model;
    private final Draws draws;
    private final int[] ticks = new int[BATCH];
    private final double[] row = new double[BATCH];
    private final double[] piece = new double[BATCH];
    private final Map<Source, Double> covariance = new LinkedHashMap<>();

    /** Who costs something. */
    private record Source(Contribution.Kind kind, String name) {}

    CostShares(Engine engine, double[] cost, int done) {
        this.model = engine.compiled().model();
        this.draws = engine.draws(BATCH);
        int iterations = Math.min(done, MOST_ITERATIONS);
        double mean = Arrays.stream(cost, 0, iterations).sum() / iterations;
        for (int first = 0; first < iterations; first += BATCH) {
            int count = Math.min(BATCH, iterations - first);
            draws.begin(first, count);
            int drawn = -1;
            for (CostPiece each : engine.compiled().costs()) {
                if (each.duration() >= 0 && each.duration() != drawn) {
                    drawn = each.duration();
                    draws.duration(drawn, ticks);
                }
                draw(each, count);
                double sum = 0;
                for (int i = 0; i < count; i++) {
                    sum += piece[i] * (cost[first + i] - mean);
                }
                covariance.merge(new Source(each.kind(), each.name()), sum / iterations, Double::sum);
            }
        }
    }

    private void draw(CostPiece each, int count) {
        Arrays.fill(piece, 0, count, each.amount());
        if (each.duration() >= 0) {
            double done = model.done(each.duration());
            double whole = done + model.planned(each.duration());
            for (int i = 0; i < count; i++) {
                piece[i] *= (done + ticks[i]) / whole;
            }
        }
        times(each.row(), count);
        for (int gate : each.gates()) {
            times(gate, count);
        }
    }

    private void times(int number, int count) {
        if (number >= 0) {
            draws.row(number, row);
            for (int i = 0; i < count; i++) {
                piece[i] *= row[i];
            }
        }
    }

    /** Shares out an amount, the greatest share first. */
    List<CostContribution> of(BigDecimal amount) {
        long cents = amount.movePointRight(CENTS).longValue();
        double[] weights =
                covariance.values().stream().mapToDouble(Double::doubleValue).toArray();
        long[] shares = Apportionment.of(cents, weights);
        List<CostContribution> parts = new ArrayList<>();
        int i = 0;
        for (Source source : covariance.keySet()) {
            long share = shares[i++];
            if (share != 0) {
                parts.add(new CostContribution(source.kind, source.name, BigDecimal.valueOf(share, CENTS)));
            }
        }
        if (parts.isEmpty() && cents != 0) {
            parts.add(new CostContribution(Contribution.Kind.OTHER, "", BigDecimal.valueOf(cents, CENTS)));
        }
        parts.sort(Comparator.comparing(
                        (CostContribution part) -> part.amount().abs().negate())
                .thenComparing(CostContribution::kind)
                .thenComparing(CostContribution::name));
        return List.copyOf(parts);
    }
}
