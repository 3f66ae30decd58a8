package dev.plumbline.risk;

import dev.plumbline.cpm.ScheduleOptions;
import dev.plumbline.internal.util.Lazy;
import dev.plumbline.level.Levelling;
import dev.plumbline.model.Activity;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.time.Month;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What is uncertain about a plan, and its simulation. Immutable; every method returns an analysis that knows more.
 *
 * <pre>{@code
 * var risk = RiskAnalysis.of(project)
 *     .duration("C", Distribution.triangular(hours(64), hours(80), hours(136)))
 *     .defaultRange(-0.10, 0.30)
 *     .risk(Risk.of("R1", "Pumps late", 0.3).delays("C", Distribution.uniform(days(2), days(10))));
 * var result = risk.simulate(10_000, 42);
 * result.finish().percentile(80);
 * result.criticalityIndex("C");
 * }</pre>
 *
 * <p>Each iteration draws every input once and schedules the plan by them, with its calendars, constraints and progress, as
 * {@link dev.plumbline.cpm.CriticalPath} would. Of an activity in progress only what remains is uncertain, in the proportion of
 * its duration; a finished one is certain. Drawn durations are rounded to the minute.
 *
 * <p>The same project, inputs, iterations and seed give the same result, bit by bit, on every machine and for any number of
 * threads; iteration i is the same however many there are. A draw depends on the seed, the iteration and the name of the input
 * alone, so that two plans simulated with one seed are compared on common random numbers.
 */
public final class RiskAnalysis {

    /** The most iterations. */
    public static final int MOST_ITERATIONS = 10_000_000;

    private final Project project;
    private final Draft draft;
    private final Lazy<Compiled> compiled;

    private RiskAnalysis(Project project, Draft draft) {
        this.project = project;
        this.draft = draft;
        this.compiled = Lazy.of(() -> Compiled.of(project, draft));
    }

    /** Returns the analysis of a project in which nothing is uncertain yet. */
    public static RiskAnalysis of(Project project) {
        return new RiskAnalysis(Objects.requireNonNull(project, "project"), new Draft());
    }

    private RiskAnalysis with(Consumer<Draft> change) {
        Draft next = new Draft(draft);
        change.accept(next);
        return new RiskAnalysis(project, next);
    }

    /**
     * Returns the analysis with an uncertain duration, in place of an earlier one.
     *
     * @throws IllegalArgumentException if there is no such activity, it is a summary, or the distribution is not one of the
     *     activity's kind of time
     */
    public RiskAnalysis duration(String id, Distribution time) {
        Activity activity = leaf(id);
        if (!time.isTime()) {
            throw new IllegalArgumentException(
                    "the duration of activity '%s' is %s; give times such as hours(8), or use durationFactor"
                            .formatted(id, time));
        }
        if (time.unit().orElseThrow().isElapsed() != activity.duration().isElapsed()) {
            throw new IllegalArgumentException(
                    "activity '%s' lasts %s; %s is the other kind of time".formatted(id, activity.duration(), time));
        }
        Bounds.checkDuration(id, time);
        return with(d -> {
            d.factors.remove(id);
            d.durations.put(id, time);
        });
    }

    /**
     * Returns the analysis with a duration that is the planned one times an uncertain factor, in place of an earlier one.
     *
     * @throws IllegalArgumentException if there is no such activity, it is a summary, or the factor can be negative
     */
    public RiskAnalysis durationFactor(String id, Distribution factor) {
        leaf(id);
        Bounds.checkFactor("the factor of activity '" + id + "'", factor);
        return with(d -> {
            d.durations.remove(id);
            d.factors.put(id, factor);
        });
    }

    /** Returns the analysis in which the three-point estimates of activities count, as PERT-beta with weight 4 of the mode. */
    public RiskAnalysis estimates() {
        return estimates(PertBeta.CLASSIC);
    }

    /**
     * Returns the analysis in which the three-point estimates of activities count, as PERT-beta with a weight of the mode.
     *
     * @throws IllegalArgumentException unless it is above 0 and at most 1000
     */
    public RiskAnalysis estimates(double lambda) {
        return estimates(PertMethod.beta(lambda));
    }

    /**
     * Returns the analysis in which the three-point estimates of activities count, as distributions of a shape, such as
     * {@code PertMethod.triangular().between(10, 90)}: the optimistic values as P10, the pessimistic ones as P90.
     */
    public RiskAnalysis estimates(PertMethod.Shape shape) {
        Objects.requireNonNull(shape, "shape");
        return with(d -> d.shape = shape);
    }

    /**
     * Returns the analysis in which every activity without a distribution or estimate has a PERT-beta distribution around its
     * planned duration.
     *
     * @param low the least deviation as a share, -1 to 0, such as -0.10
     * @param high the greatest deviation as a share, 0 or more, such as 0.30
     */
    public RiskAnalysis defaultRange(double low, double high) {
        if (!(low >= -1 && low <= 0 && high >= 0 && high <= 100)) {
            throw new IllegalArgumentException(
                    "a range goes from -1 to 0 below the plan and 0 to 100 above it: %s, %s".formatted(low, high));
        }
        return with(d -> d.range = new Draft.Range(low, high));
    }

    /**
     * Returns the analysis in which a duration is as planned, whatever was said before. Risks and drivers still act on it.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public RiskAnalysis certain(String id) {
        leaf(id);
        return with(d -> {
            d.durations.remove(id);
            d.factors.remove(id);
            d.certain.add(id);
        });
    }

    /**
     * Returns the analysis with an uncertain lag of the relationships from one activity to another.
     *
     * @throws IllegalArgumentException if there is no such relationship, its lag is a percentage, or the distribution is not one
     *     of time
     */
    public RiskAnalysis lag(String predecessor, String successor, Distribution time) {
        Bounds.checkLag(project, predecessor, successor, time);
        return with(d -> d.lags.put(new Draft.Pair(predecessor, successor), time));
    }

    /**
     * Returns the analysis with a factor on the rates of a resource.
     *
     * @throws IllegalArgumentException if there is no such resource or the factor can be negative
     */
    public RiskAnalysis rate(String resource, Distribution factor) {
        if (project.findResource(resource).isEmpty()) {
            throw new IllegalArgumentException("there is no resource '%s'".formatted(resource));
        }
        Bounds.checkFactor("the rate factor of resource '" + resource + "'", factor);
        return with(d -> d.rates.put(resource, factor));
    }

    /**
     * Returns the analysis with an uncertain fixed cost of an activity, in the project's currency.
     *
     * @throws IllegalArgumentException if there is no such activity or the distribution is one of time
     */
    public RiskAnalysis cost(String id, Distribution amount) {
        project.activity(id);
        Bounds.checkPlain("the cost of activity '" + id + "'", amount);
        return with(d -> d.costs.put(id, amount));
    }

    /**
     * Returns the analysis with a rank correlation (Spearman) of two inputs: activities by id, or drivers by name. The
     * correlation is kept to within a hundredth by a Gaussian copula; a set of correlations that contradict each other is
     * repaired, which {@link #findings} tells.
     *
     * @param correlation above -1, below 1
     * @throws IllegalArgumentException if one of the inputs is unknown, or both are the same
     */
    public RiskAnalysis correlate(String first, String second, double correlation) {
        checkPair(first, second, correlation);
        return with(d -> correlate(d, first, second, correlation));
    }

    private void checkPair(String first, String second, double correlation) {
        for (String name : List.of(first, second)) {
            if (!draft.drivers.containsKey(name) && project.findActivity(name).isEmpty()) {
                throw new IllegalArgumentException("there is no activity or driver '%s'".formatted(name));
            }
        }
        if (first.equals(second) || !(correlation > -1 && correlation < 1)) {
            throw new IllegalArgumentException(
                    "'%s' and '%s' can't have correlation %s; two inputs, above -1 and below 1"
                            .formatted(first, second, correlation));
        }
    }

    private static void correlate(Draft draft, String first, String second, double correlation) {
        draft.correlations.remove(new Draft.Pair(second, first));
        draft.correlations.put(new Draft.Pair(first, second), correlation);
    }

    /** Returns the analysis with the same rank correlation between each two of several activities or drivers. */
    public RiskAnalysis correlateAll(double correlation, String... inputs) {
        for (int i = 1; i < inputs.length; i++) {
            for (int j = 0; j < i; j++) {
                checkPair(inputs[j], inputs[i], correlation);
            }
        }
        return with(d -> {
            for (int i = 0; i < inputs.length; i++) {
                for (int j = i + 1; j < inputs.length; j++) {
                    correlate(d, inputs[i], inputs[j], correlation);
                }
            }
        });
    }

    /**
     * Returns the analysis with all that another one of the same project says is uncertain; where both say something, the other
     * counts. How it is simulated stays.
     *
     * @throws IllegalArgumentException if the other is of another project
     */
    public RiskAnalysis plus(RiskAnalysis other) {
        if (!project.equals(other.project)) {
            throw new IllegalArgumentException(
                    "'%s' and '%s' are not the same project".formatted(project.name(), other.project.name()));
        }
        return with(d -> d.addInputs(other.draft));
    }

    /**
     * Returns the analysis with a common driver: one factor, drawn once an iteration, that multiplies the durations of several
     * activities. D. Hulett: Integrated Cost-Schedule Risk Analysis, Gower 2011, chapter 5.
     *
     * @throws IllegalArgumentException if an activity is unknown or the factor can be negative
     */
    public RiskAnalysis driver(String name, Distribution factor, String... activities) {
        Bounds.checkFactor("driver '" + name + "'", factor);
        List<String> ids = List.copyOf(Arrays.asList(activities));
        ids.forEach(this::leaf);
        if (ids.isEmpty() || project.findActivity(name).isPresent()) {
            throw new IllegalArgumentException(
                    "driver '%s' needs activities, and a name that is no activity's id".formatted(name));
        }
        return with(d -> d.drivers.put(name, new Draft.Driver(factor, ids)));
    }

    /**
     * Returns the analysis with an entry of the risk register, in place of an earlier one of the same id.
     *
     * @throws IllegalArgumentException if it acts on an unknown activity or a summary
     */
    public RiskAnalysis risk(Risk risk) {
        risk.impacts().forEach(impact -> leaf(impact.activity()));
        risk.afterMitigation().ifPresent(m -> m.impacts().forEach(impact -> leaf(impact.activity())));
        return with(d -> d.risks.put(risk.id(), risk));
    }

    /**
     * Returns the analysis without a risk.
     *
     * @throws IllegalArgumentException if there is no such risk
     */
    public RiskAnalysis withoutRisk(String id) {
        known(id);
        return with(d -> {
            d.risks.remove(id);
            d.mitigated.remove(id);
        });
    }

    /**
     * Returns the analysis in which risks are mitigated: they have the probability and impacts, and the plan the cost, that
     * their mitigation brings. No ids for all that have a mitigation.
     *
     * @throws IllegalArgumentException if there is no such risk or it has no mitigation
     */
    public RiskAnalysis mitigated(String... ids) {
        for (String id : ids) {
            if (known(id).afterMitigation().isEmpty()) {
                throw new IllegalArgumentException("risk '%s' has no mitigation".formatted(id));
            }
        }
        return with(d -> {
            d.mitigated.addAll(List.of(ids));
            if (ids.length == 0) {
                d.risks.values().stream()
                        .filter(r -> r.afterMitigation().isPresent())
                        .forEach(r -> d.mitigated.add(r.id()));
            }
        });
    }

    private Risk known(String id) {
        Risk risk = draft.risks.get(id);
        if (risk == null) {
            throw new IllegalArgumentException("there is no risk '%s'".formatted(id));
        }
        return risk;
    }

    /**
     * Returns the analysis with a fork: at most one of the branches is taken in an iteration, none with what their
     * probabilities leave.
     *
     * @throws IllegalArgumentException if an activity is unknown or the probabilities add up to more than 1
     */
    public RiskAnalysis branch(String name, Branch... branches) {
        double sum = 0;
        for (Branch branch : branches) {
            branch.activities().forEach(this::leaf);
            sum += branch.probability();
        }
        if (sum > 1 + 1e-9 || branches.length == 0) {
            throw new IllegalArgumentException(
                    "the branches of '%s' have probability %s together; use 1 at most".formatted(name, sum));
        }
        return with(d -> d.branches.put(name, List.of(branches)));
    }

    /**
     * Returns the analysis with days of bad weather: in each such month so many working days of a calendar, chosen at random,
     * are lost. Calendars derived from it and resources on it lose the same days.
     *
     * @param calendar the id of a calendar of the project
     * @param month the month
     * @param days how many working days are lost, a plain number, rounded
     * @throws IllegalArgumentException if there is no such calendar
     */
    public RiskAnalysis weather(String calendar, Month month, Distribution days) {
        if (project.findCalendar(calendar).isEmpty()) {
            throw new IllegalArgumentException("there is no calendar '%s'".formatted(calendar));
        }
        Bounds.checkPlain("the days lost on calendar '" + calendar + "'", days);
        return with(d -> d.weather
                .computeIfAbsent(calendar, c -> new EnumMap<>(Month.class))
                .put(month, days));
    }

    /** Returns the analysis with a sampling. */
    public RiskAnalysis sampling(Sampling sampling) {
        Objects.requireNonNull(sampling, "sampling");
        return with(d -> d.sampling = sampling);
    }

    /** Returns the analysis on a number of threads, 1 to 1024; of no influence on the result. */
    public RiskAnalysis threads(int threads) {
        if (threads < 1 || threads > 1024) {
            throw new IllegalArgumentException("use 1 to 1024 threads: " + threads);
        }
        return with(d -> d.threads = threads);
    }

    /** Returns the analysis with so many iterations computed side by side, 2 to 1024, even; of no influence on the result. */
    public RiskAnalysis batch(int iterations) {
        if (iterations < 2 || iterations > 1024 || iterations % 2 != 0) {
            throw new IllegalArgumentException("a batch holds 2 to 1024 iterations, an even number: " + iterations);
        }
        return with(d -> d.batch = iterations);
    }

    /** Returns the analysis that ends as soon as a percentile of the finish is precise enough, seen every 1,000 iterations. */
    public RiskAnalysis precision(Precision precision) {
        Objects.requireNonNull(precision, "precision");
        return with(d -> d.precision = precision);
    }

    /** Returns the analysis that levels the plan in every iteration. */
    public RiskAnalysis levelled(Levelling levelling) {
        Objects.requireNonNull(levelling, "levelling");
        return with(d -> d.levelling = levelling);
    }

    /** Returns the analysis that schedules with options. */
    public RiskAnalysis options(ScheduleOptions options) {
        Objects.requireNonNull(options, "options");
        return with(d -> d.options = options);
    }

    /** Returns the analysis that computes dates and costs only, twice as fast; indices are computed when they are asked for. */
    public RiskAnalysis datesOnly() {
        return with(d -> d.criticality = false);
    }

    /**
     * Returns the analysis that keeps the finishes of these activities, beside those of the project and of the first 32
     * milestones; those of other activities are simulated again when they are asked for.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public RiskAnalysis track(String... ids) {
        List.of(ids).forEach(project::activity);
        return with(d -> d.tracked.addAll(List.of(ids)));
    }

    /**
     * Returns the analysis that ends early when the supplier says so; it is asked often, by every thread. The result is that of
     * the iterations done. An interrupted thread ends it likewise and stays interrupted.
     */
    public RiskAnalysis cancelledBy(BooleanSupplier cancelled) {
        Objects.requireNonNull(cancelled, "cancelled");
        return with(d -> d.cancelled = cancelled);
    }

    /** Returns the analysis that tells how far it is, on the thread that simulates. */
    public RiskAnalysis onProgress(Consumer<RiskProgress> listener) {
        Objects.requireNonNull(listener, "listener");
        return with(d -> d.listener = listener);
    }

    /** Returns the project. */
    public Project project() {
        return project;
    }

    /** Returns the entries of the risk register, in order. */
    public List<Risk> risks() {
        return List.copyOf(draft.risks.values());
    }

    /** Returns all that is uncertain, as data. */
    public Uncertainty uncertainty() {
        return Uncertainty.of(draft);
    }

    Draft draft() {
        return draft;
    }

    Compiled compiled() {
        return compiled.get();
    }

    /**
     * Returns what is odd but legal about the inputs: correlations repaired, inputs without effect, dimensions without Sobol
     * numbers.
     */
    public List<Problem> findings() {
        return compiled().findings();
    }

    /**
     * Returns the result of a simulation.
     *
     * @param iterations how many, 1 to 10,000,000
     * @param seed the seed of all random numbers
     * @throws IllegalArgumentException if the number of iterations is out of range
     * @throws PlumblineException if the plan can't be scheduled, or durations could lead out of the calendar
     */
    public RiskResult simulate(int iterations, long seed) {
        if (iterations < 1 || iterations > MOST_ITERATIONS) {
            throw new IllegalArgumentException("use 1 to 10,000,000 iterations: " + iterations);
        }
        return Simulation.run(this, iterations, seed);
    }

    private Activity leaf(String id) {
        Activity activity = project.activity(id);
        if (project.wbs().isSummary(id)) {
            throw new IllegalArgumentException(
                    "activity '%s' is a summary; its dates follow from the rows below it".formatted(id));
        }
        return activity;
    }

    /** Returns project, number of inputs and sampling. */
    @Override
    public String toString() {
        return "risk analysis of %s: %s uncertain durations, %s drivers, %s risks"
                .formatted(project.name(), compiled().uncertainDurations(), draft.drivers.size(), draft.risks.size());
    }
}
