package dev.plumbline.cli;

import dev.plumbline.io.RiskFiles;
import dev.plumbline.io.RiskInputs;
import dev.plumbline.level.Levelling;
import dev.plumbline.model.Activity;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.risk.PertMethod;
import dev.plumbline.risk.Precision;
import dev.plumbline.risk.RiskAnalysis;
import dev.plumbline.risk.Sampling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is uncertain about a plan, and how it is simulated. */
final class RiskOptions {

    private enum Sampler {
        MC(Sampling.MONTE_CARLO),
        LHS(Sampling.LATIN_HYPERCUBE),
        SOBOL(Sampling.SOBOL);

        private final Sampling sampling;

        Sampler(Sampling sampling) {
            this.sampling = sampling;
        }
    }

    private static final String ALL = "all";

    @Option(
            names = "--iterations",
            paramLabel = "N",
            description = "How often the plan is played through (default: 10000).")
    private int iterations = 10_000;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the random numbers (default: 1).")
    private long seed = 1;

    @Option(
            names = "--sampling",
            paramLabel = "mc|lhs|sobol",
            description = "Random numbers, Latin hypercube or Sobol's sequence (default: mc).")
    private Sampler sampler = Sampler.MC;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "Threads at work, without influence on the result (default: all processors).")
    private @Nullable Integer threads;

    @Option(
            names = "--default-range",
            paramLabel = "LOW,HIGH",
            converter = Converters.Range.class,
            description = "Range of durations that have none, around the planned ones, such as -10%%,+30%%.")
    private Converters.@Nullable Deviation defaultRange;

    @Mixin
    private EstimateOptions estimates = new EstimateOptions();

    @Option(names = "--level", description = "Level the plan in every iteration.")
    private boolean level;

    @Option(
            names = "--risk-data",
            paramLabel = "PLAN",
            description = "Take ranges, drivers, correlations, risks, branches and weather from the tables beside this "
                    + "name, PLAN.ranges.csv and so on (default: those beside IN).")
    private @Nullable String riskData;

    @Option(
            names = "--mitigated",
            paramLabel = "ID|all",
            split = ",",
            hideParamSyntax = true,
            description = "Suppose that these risks of the register are mitigated.")
    private List<String> mitigated = new ArrayList<>();

    @Option(
            names = "--precision",
            paramLabel = "P:DAYS",
            converter = Converters.PercentileWithin.class,
            description = "Stop as soon as a percentile is known within so many working days, such as 80:0.5.")
    private Converters.@Nullable Within precision;

    @Option(
            names = "--track",
            paramLabel = "ACTIVITY",
            description = "Tell the finish of this activity too, as 17 or uid:17; milestones are told anyway.")
    private List<String> tracked = new ArrayList<>();

    int iterations() {
        if (iterations < 1 || iterations > RiskAnalysis.MOST_ITERATIONS) {
            throw Failure.usage("--iterations is %s".formatted(iterations), "use 1 to " + RiskAnalysis.MOST_ITERATIONS);
        }
        return iterations;
    }

    long seed() {
        return seed;
    }

    String sampling() {
        return sampler.name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * What is to be simulated, with what was found on the way.
     *
     * @param analysis what is uncertain
     * @param tracked the activities whose finish is to be told
     * @param findings those of the tables, and a word where nothing is uncertain
     */
    record Prepared(RiskAnalysis analysis, List<Activity> tracked, List<Problem> findings) {}

    /** Returns what is to be simulated of the plan itself. */
    Prepared prepare(PlanOptions.Planned planned) {
        Prepared prepared = prepareOther(planned);
        RiskAnalysis analysis = prepared.analysis;
        Project project = analysis.project();
        if (precision != null) {
            analysis = analysis.precision(new Precision(
                    precision.percentile(), precision.time(project.settings().conversion())));
        }
        List<Activity> told = tracked.stream()
                .map(name ->
                        ActivityName.parse(name).in(project, planned.source().name()))
                .toList();
        analysis = analysis.track(told.stream().map(Activity::id).toArray(String[]::new));
        return new Prepared(analysis, told, prepared.findings);
    }

    /** Returns what is to be simulated of a plan that is compared: in as many iterations, nothing tracked. */
    Prepared prepareOther(PlanOptions.Planned planned) {
        Path tables = riskData == null ? planned.source().path() : plan(InputOptions.path(riskData));
        RiskInputs inputs = inputs(planned, tables);
        RiskAnalysis analysis = inputs.analysis()
                .estimates(estimates.shape())
                .options(planned.schedule().options())
                .sampling(sampler.sampling)
                .threads(threads());
        if (defaultRange != null) {
            analysis = analysis.defaultRange(defaultRange.low(), defaultRange.high());
        }
        if (level) {
            analysis = analysis.levelled(Levelling.DEFAULT);
        }
        boolean certain = defaultRange == null && isCertain(analysis.project(), inputs);
        return new Prepared(
                withMitigation(analysis),
                List.of(),
                Stream.concat(inputs.findings().stream(), certain ? Stream.of(nothingUncertain()) : Stream.of())
                        .map(f -> Outcome.in(planned.source().name(), f))
                        .toList());
    }

    /** Returns how PERT by formula understands the plan's estimates. */
    PertMethod pertMethod() {
        return estimates.method();
    }

    /** Returns whether neither the plan nor its tables say anything uncertain. */
    static boolean isCertain(Project project, RiskInputs inputs) {
        return inputs.rows() == 0 && project.activities().stream().allMatch(a -> a.estimate() == null);
    }

    static Problem nothingUncertain() {
        return Problem.warning(
                "RISK_NO_RANGES",
                "nothing about the plan is uncertain, so every iteration is the plan",
                "add --default-range -10%,+30%, fill the columns Optimistic, Most Likely and Pessimistic"
                        + " (Microsoft Project: --estimate-fields), or put a table NAME.ranges.csv beside the plan");
    }

    /** Returns what the plan and the tables beside a path say; the plan alone where there is no path. */
    static RiskInputs inputs(PlanOptions.Planned planned, @Nullable Path tables) {
        try {
            return tables == null
                    ? new RiskInputs(RiskAnalysis.of(planned.read().project()).estimates(), List.of(), 0)
                    : RiskFiles.read(tables, planned.read(), planned.reading());
        } catch (IOException e) {
            throw Failure.unreadable(e);
        } catch (PlumblineException e) {
            throw Failure.of(Exit.INPUT, e);
        }
    }

    /** Tables are named after a plan; a name without extension stands for one. */
    private static Path plan(Path named) {
        String name = InputOptions.nameOf(named);
        return name.indexOf('.') > 0 ? named : named.resolveSibling(name + ".csv");
    }

    private int threads() {
        if (threads != null && (threads < 1 || threads > 1024)) {
            throw Failure.usage("--threads is %s".formatted(threads), "use 1 to 1024");
        }
        return threads == null ? Math.min(1024, Runtime.getRuntime().availableProcessors()) : threads;
    }

    private RiskAnalysis withMitigation(RiskAnalysis analysis) {
        try {
            if (mitigated.isEmpty()) {
                return analysis;
            }
            return analysis.mitigated(mitigated.contains(ALL) ? new String[0] : mitigated.toArray(new String[0]));
        } catch (IllegalArgumentException e) {
            throw Failure.usage("--mitigated: " + e.getMessage(), "name risks of the register by their ID, or use all");
        }
    }
}
