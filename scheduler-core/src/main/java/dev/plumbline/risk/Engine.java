package dev.plumbline.risk;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.risk.Crew;
import dev.plumbline.internal.risk.Draws;
import dev.plumbline.internal.risk.GeneralReplicator;
import dev.plumbline.internal.risk.LanePlan;
import dev.plumbline.internal.risk.LaneReplicator;
import dev.plumbline.internal.risk.Model;
import dev.plumbline.internal.risk.OutOfRange;
import dev.plumbline.internal.risk.Outcome;
import dev.plumbline.internal.risk.Replicator;
import dev.plumbline.internal.risk.Scribe;
import dev.plumbline.internal.risk.Tally;
import dev.plumbline.internal.risk.Uniforms;
import dev.plumbline.internal.risk.Worker;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Runs the iterations of one analysis and seed, as often and with as much detail as results ask for. */
final class Engine {

    /** How many iterations a worker takes at a time where each is scheduled for itself. */
    private static final int FEW = 8;

    private static final int LEAST_BATCH = 32;
    private static final int MOST_KEPT = 1 << 23;

    private final RiskAnalysis analysis;
    private final Compiled compiled;
    private final Uniforms uniforms;
    private final long seed;
    private final long origin;
    private final long plannedLength;

    Engine(RiskAnalysis analysis, long seed) {
        this.analysis = analysis;
        this.seed = seed;
        this.compiled = analysis.compiled();
        this.uniforms = new Uniforms(
                switch (analysis.draft().sampling) {
                    case MONTE_CARLO -> Uniforms.Scheme.INDEPENDENT;
                    case LATIN_HYPERCUBE -> Uniforms.Scheme.HYPERCUBE;
                    case SOBOL -> Uniforms.Scheme.SOBOL;
                },
                seed,
                compiled.model().names(),
                compiled.importance(),
                compiled.copulas());
        this.origin = Ticks.of(compiled.schedule().start());
        Network g = compiled.model().g;
        this.plannedLength =
                g.projectCalendar.work(origin, Ticks.of(compiled.schedule().finish()));
    }

    long origin() {
        return origin;
    }

    long plannedLength() {
        return plannedLength;
    }

    Compiled compiled() {
        return compiled;
    }

    /** Returns what draws the inputs again. */
    Draws draws(int capacity) {
        return new Draws(compiled.model(), uniforms, capacity);
    }

    /**
     * What a run is to find out.
     *
     * @param counts whether criticality is counted
     * @param significant whether significance is summed
     */
    record Detail(boolean counts, boolean significant) {

        static final Detail DATES = new Detail(false, false);
        static final Detail CRITICALITY = new Detail(true, false);
        static final Detail ALL = new Detail(true, true);
    }

    /**
     * Iterations that were run, and can be run on.
     *
     * @param outcome what they came to
     * @param workers who ran them
     * @param unit how many a worker takes at a time
     */
    record Run(Outcome outcome, List<Replicator> workers, int unit) {

        Tally tally() {
            Tally sum = workers.get(0).tally();
            for (Replicator worker : workers.subList(1, workers.size())) {
                sum.add(worker.tally());
            }
            return sum;
        }
    }

    /** Prepares a run of the analysis itself. */
    Run prepare(int iterations, int[] tracked, Detail detail) {
        return prepare(compiled.model(), iterations, tracked, detail);
    }

    /** Prepares a run of a model that has the same inputs. */
    Run prepare(Model model, int iterations, int[] tracked, Detail detail) {
        Weather weather = new Weather(analysis.project(), analysis.draft().weather, seed);
        if (analysis.draft().levelling != null || !weather.isNone()) {
            return byProjects(model, iterations, tracked, detail, weather);
        }
        LanePlan lanes = canTrack(tracked) ? LanePlan.of(plan(model)) : null;
        return lanes == null
                ? oneByOne(model, iterations, tracked, detail)
                : sideBySide(lanes, model, iterations, tracked, detail);
    }

    /** The dates of summaries and inactive rows follow from others; lanes don't keep them. */
    private boolean canTrack(int[] tracked) {
        Network g = compiled.model().g;
        return java.util.Arrays.stream(tracked).allMatch(a -> !g.summary[a] && g.active[a]);
    }

    private GeneralReplicator.Plan plan(Model model) {
        return new GeneralReplicator.Plan(
                model,
                compiled.percents(),
                uniforms,
                analysis.draft().options.honourConstraints(),
                openEndsCritical(analysis.project(), analysis.draft()),
                plannedLength);
    }

    private Outcome outcome(int iterations, int[] tracked) {
        return new Outcome(origin, iterations, tracked, compiled.hasCosts());
    }

    private Run run(Outcome outcome, int unit, Supplier<Replicator> worker) {
        List<Replicator> workers = new ArrayList<>();
        int units = (outcome.finish.length + unit - 1) / unit;
        for (int w = 0; w < Math.min(analysis.draft().threads, units); w++) {
            workers.add(worker.get());
        }
        return new Run(outcome, workers, unit);
    }

    private Run byProjects(Model model, int iterations, int[] tracked, Detail detail, Weather weather) {
        Outcome outcome = outcome(iterations, tracked);
        ProjectReplicator.Setting setting =
                new ProjectReplicator.Setting(analysis, this, model, weather, detail.counts());
        return run(
                outcome,
                FEW,
                () -> new ProjectReplicator(
                        setting,
                        new Draws(model, uniforms, FEW),
                        FEW,
                        outcome,
                        new Scribe(model.g, outcome, detail.counts(), detail.significant(), plannedLength)));
    }

    /** Schedules one replicate after the other. */
    Run oneByOne(Model model, int iterations, int[] tracked, Detail detail) {
        Outcome outcome = outcome(iterations, tracked);
        GeneralReplicator.Plan plan = plan(model);
        return run(
                outcome, FEW, () -> new GeneralReplicator(plan, FEW, outcome, detail.counts(), detail.significant()));
    }

    private Run sideBySide(LanePlan lanes, Model model, int iterations, int[] tracked, Detail detail) {
        Outcome outcome = outcome(iterations, tracked);
        GeneralReplicator.Plan plan = plan(model);
        int batch = batch(model.g.size, detail);
        LaneReplicator.Detail what = new LaneReplicator.Detail(detail.counts(), detail.significant());
        return run(outcome, batch, () -> new LaneReplicator(plan, lanes, batch, outcome, what));
    }

    /** All dates of a batch are kept where criticality is counted; a large plan takes fewer iterations at a time. */
    private int batch(int activities, Detail detail) {
        int most = detail.counts ? Math.max(LEAST_BATCH, MOST_KEPT / Math.max(1, activities)) & ~1 : MOST_KEPT;
        return Math.min(analysis.draft().batch, most);
    }

    static boolean openEndsCritical(Project project, Draft draft) {
        Boolean own = draft.options.multipleCriticalPaths();
        return own != null ? own : project.settings().multipleCriticalPaths();
    }

    /** Runs iterations from one to before another; returns where it ended. */
    int go(Run run, int from, int to, BooleanSupplier stopped, IntConsumer progress) {
        try {
            return new Crew(run.workers(), run.unit(), stopped, progress).run(from, to);
        } catch (OutOfRange e) {
            String where = e.activity() < 0
                    ? "the project"
                    : "activity "
                            + Problem.shown(analysis.project()
                                    .activities()
                                    .get(e.activity())
                                    .id());
            throw new PlumblineException(Problem.error(
                    "RISK_OUT_OF_RANGE",
                    "in some iteration %s leads out of the 400 years that can be simulated".formatted(where),
                    "narrow the distributions of durations and lags"));
        }
    }

    /** Runs all iterations. */
    Run complete(Run run) {
        go(run, 0, run.outcome().finish.length, () -> false, done -> {});
        return run;
    }

    /** Shares tasks among the threads of the analysis. */
    void share(int tasks, IntFunction<Worker> workers) {
        List<Worker> crew = new ArrayList<>();
        for (int w = 0; w < Math.min(tasks, analysis.draft().threads); w++) {
            crew.add(workers.apply(w));
        }
        if (!crew.isEmpty()) {
            new Crew(crew, 1, () -> false, done -> {}).run(0, tasks);
        }
    }
}
