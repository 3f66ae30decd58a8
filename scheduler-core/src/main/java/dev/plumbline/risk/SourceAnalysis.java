package dev.plumbline.risk;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.internal.risk.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoublePredicate;

/** How the inputs of a simulation, drawn again, move the finish of the project. */
final class SourceAnalysis {

    private static final int BATCH = 1000;
    private static final int MOST_ITERATIONS = 100_000;

    private final Engine engine;
    private final FinishDistribution finish;
    private final int iterations;
    private final long[] length;
    private final double[] covariance;
    private final double[][] ends;

    /** Looks at the first 100,000 iterations. */
    SourceAnalysis(Engine engine, FinishDistribution finish, int iterations) {
        this.engine = engine;
        this.finish = finish;
        this.iterations = Math.min(iterations, MOST_ITERATIONS);
        this.length = finish.works();
        int n = sources().size();
        this.covariance = new double[n];
        this.ends = new double[n][];
        engine.share(n, w -> {
            Draws draws = engine.draws(BATCH);
            double[] values = new double[this.iterations];
            return (first, count) -> {
                for (int s = first; s < first + count; s++) {
                    draw(draws, sources().get(s), values);
                    measure(s, values);
                }
            };
        });
    }

    private List<Compiled.Source> sources() {
        return engine.compiled().sources();
    }

    /** By how many ticks a source moves the plan's durations in each iteration. */
    private void draw(Draws draws, Compiled.Source source, double[] values) {
        int[] ticks = new int[BATCH];
        double[] row = new double[BATCH];
        Arrays.fill(values, 0);
        for (int first = 0; first < iterations; first += BATCH) {
            int count = Math.min(BATCH, iterations - first);
            draws.begin(first, count);
            for (int r = 0; r < source.rows().length; r++) {
                draws.row(source.rows()[r], row);
                for (int i = 0; i < count; i++) {
                    values[first + i] += source.ticks()[r] * row[i];
                }
            }
            if (source.duration() >= 0 || source.lag() >= 0) {
                if (source.duration() >= 0) {
                    draws.base(source.duration(), ticks);
                } else {
                    draws.lag(source.lag(), ticks);
                }
                for (int i = 0; i < count; i++) {
                    values[first + i] += ticks[i];
                }
            }
        }
    }

    private void measure(int s, double[] values) {
        double mean = Correlation.mean(values);
        double sum = 0;
        for (int i = 0; i < iterations; i++) {
            sum += (values[i] - mean) * (length[i] - finish.meanWork());
        }
        covariance[s] = sum / iterations;
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        Contribution.Kind kind = sources().get(s).kind();
        if (kind == Contribution.Kind.RISK) { // one that doesn't occur does nothing, one that does may gain time
            ends[s] = new double[] {meanLength(values, v -> v == 0), meanLength(values, v -> v != 0)};
            return;
        }
        boolean fork = kind == Contribution.Kind.BRANCH;
        double low = fork ? sorted[0] : sorted[Ranks.index(iterations, 10)];
        double high = fork ? Math.nextUp(low) : sorted[Ranks.index(iterations, 90)];
        ends[s] = new double[] {meanLength(values, v -> v <= low), meanLength(values, v -> v >= high)};
    }

    /** The mean length of the project where a source has certain values; over all where it never has. */
    private double meanLength(double[] values, DoublePredicate wanted) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < iterations; i++) {
            if (wanted.test(values[i])) {
                sum += length[i];
                count++;
            }
        }
        return count == 0 ? finish.meanWork() : sum / count;
    }

    List<TornadoBar> tornado() {
        List<TornadoBar> bars = new ArrayList<>();
        for (int s = 0; s < covariance.length; s++) {
            Compiled.Source source = sources().get(s);
            bars.add(new TornadoBar(
                    source.kind(),
                    source.name(),
                    finish.after(ends[s][0]),
                    finish.after(ends[s][1]),
                    FinishDistribution.days(ends[s][1] - ends[s][0])));
        }
        bars.sort(Comparator.comparingLong(
                        (TornadoBar bar) -> -Math.abs(bar.swing().ticks()))
                .thenComparing(TornadoBar::kind)
                .thenComparing(TornadoBar::name));
        return List.copyOf(bars);
    }

    List<Contribution> contingency(double percent) {
        CompiledCalendar calendar = engine.compiled().model().g.projectCalendar;
        long total = calendar.work(Ticks.of(finish.deterministic()), Ticks.of(finish.percentile(percent)));
        List<Contribution> shares = new ArrayList<>();
        long[] ticks = Apportionment.of(total, covariance);
        for (int s = 0; s < ticks.length; s++) {
            if (ticks[s] != 0) {
                Compiled.Source source = sources().get(s);
                shares.add(new Contribution(source.kind(), source.name(), FinishDistribution.days(ticks[s])));
            }
        }
        if (shares.isEmpty() && total != 0) {
            shares.add(new Contribution(Contribution.Kind.OTHER, "", FinishDistribution.days(total)));
        }
        shares.sort(Comparator.comparingLong(
                        (Contribution share) -> -Math.abs(share.time().ticks()))
                .thenComparing(Contribution::kind)
                .thenComparing(Contribution::name));
        return List.copyOf(shares);
    }
}
