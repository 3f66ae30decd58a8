package dev.plumbline.risk;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.risk.Outcome;
import dev.plumbline.internal.risk.Tally;
import dev.plumbline.internal.util.Lazy;
import dev.plumbline.internal.util.TextTable;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a simulation found. Immutable; prints as a summary.
 *
 * <pre>{@code
 * result.finish().percentile(80);
 * result.finish("M").probability(date);
 * result.criticalityIndex("C");
 * result.sensitivities().forEach(System.out::println);
 * }</pre>
 *
 * <p>No table of all durations is kept: an iteration can be drawn again from its number, so what needs more than dates and
 * criticality is computed when it is first asked for, by the same iterations, on the threads of the analysis.
 */
public final class RiskResult {

    private static final int SHOWN = 10;
    private static final int HALVINGS = 30;

    private final RiskAnalysis analysis;
    private final Engine engine;
    private final Outcome outcome;
    private final int iterations;
    private final long seed;
    private final StoppedBy stoppedBy;
    private final FinishDistribution finish;
    private final Lazy<Tally> tally;
    private final Lazy<Tally> significance;
    private final Lazy<SensitivityTable> sensitivity;
    private final Map<String, FinishDistribution> finishes = new HashMap<>();

    RiskResult(RiskAnalysis analysis, Engine engine, Engine.Run run, int iterations, long seed, StoppedBy stoppedBy) {
        this.analysis = analysis;
        this.engine = engine;
        this.outcome = run.outcome();
        this.iterations = iterations;
        this.seed = seed;
        this.stoppedBy = stoppedBy;
        if (iterations == 0) {
            throw new java.util.concurrent.CancellationException(
                    "the simulation was cancelled before its first iteration");
        }
        this.finish = distribution(
                project().name(), outcome.finish, engine.compiled().schedule().finish());
        this.tally = analysis.draft().criticality
                ? Lazy.ready(run.tally())
                : Lazy.of(() -> again(new int[0], Engine.Detail.CRITICALITY).tally());
        this.significance = Lazy.of(() -> again(new int[0], Engine.Detail.ALL).tally());
        this.sensitivity = Lazy.of(() -> new SensitivityTable(engine, finish, iterations));
    }

    private Engine.Run again(int[] tracked, Engine.Detail detail) {
        return engine.complete(engine.prepare(iterations, tracked, detail));
    }

    private FinishDistribution distribution(String name, int[] samples, LocalDateTime planned) {
        int[] done = samples.length == iterations ? samples : Arrays.copyOf(samples, iterations);
        return new FinishDistribution(name, engine.origin(), done, network().projectCalendar, planned);
    }

    private Network network() {
        return engine.compiled().model().g;
    }

    private Project project() {
        return analysis.project();
    }

    /** Returns what was simulated. */
    public RiskAnalysis analysis() {
        return analysis;
    }

    /** Returns the number of iterations done. */
    public int iterations() {
        return iterations;
    }

    /** Returns the seed. */
    public long seed() {
        return seed;
    }

    /** Returns why the simulation ended. */
    public StoppedBy stoppedBy() {
        return stoppedBy;
    }

    /** Returns what is odd but legal about the inputs. */
    public List<Problem> findings() {
        return engine.compiled().findings();
    }

    /** Returns when the project finishes. */
    public FinishDistribution finish() {
        return finish;
    }

    /**
     * Returns when an activity finishes. Those of milestones and tracked activities are there, others are simulated again.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public FinishDistribution finish(String id) {
        int a = project().indexOf(id);
        synchronized (finishes) {
            FinishDistribution known = finishes.get(id);
            if (known == null) {
                known = distribution(
                        "activity " + id,
                        samples(a),
                        engine.compiled().schedule().of(id).finish());
                finishes.put(id, known);
            }
            return known;
        }
    }

    private int[] samples(int a) {
        for (int k = 0; k < outcome.tracked.length; k++) {
            if (outcome.tracked[k] == a) {
                return outcome.trackedFinish[k];
            }
        }
        return again(new int[] {a}, Engine.Detail.DATES).outcome().trackedFinish[0];
    }

    /** Returns the milestones and tracked activities whose finishes are there, in order. */
    public List<String> tracked() {
        return Arrays.stream(outcome.tracked)
                .mapToObj(a -> project().activities().get(a).id())
                .toList();
    }

    /** Returns what the project costs; empty where the plan and its risks cost nothing. */
    public Optional<CostDistribution> cost() {
        return engine.compiled().hasCosts()
                ? Optional.of(new CostDistribution(
                        Arrays.copyOf(outcome.cost, iterations),
                        engine.compiled().plannedCost()))
                : Optional.empty();
    }

    /**
     * Returns the share of the iterations that finish at a date or before and cost an amount or less: the joint confidence
     * level. Where the plan costs nothing, only the date counts.
     */
    public double jointConfidence(LocalDateTime date, BigDecimal amount) {
        long latest = Ticks.of(date) - engine.origin();
        double most = amount.doubleValue();
        int both = 0;
        for (int i = 0; i < iterations; i++) {
            boolean affordable = outcome.cost.length == 0 || outcome.cost[i] <= most;
            both += outcome.finish[i] <= latest && affordable ? 1 : 0;
        }
        return (double) both / iterations;
    }

    /**
     * Returns the earliest date and the least cost, of one percentile each, that so many of the iterations keep together: the joint
     * confidence level the other way round. Both lie at or beyond that percentile of their own.
     *
     * @param percent of the iterations, above 0 and below 100, such as 80
     */
    public JointAim jointAim(double percent) {
        double low = percent;
        double high = 100;
        for (int step = 0; step < HALVINGS && jointly(low).probability() < percent / 100; step++) {
            double middle = (low + high) / 2;
            if (jointly(middle).probability() < percent / 100) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return jointly(low).probability() < percent / 100 ? jointly(high) : jointly(low);
    }

    private JointAim jointly(double percentile) {
        LocalDateTime date = finish.percentile(percentile);
        BigDecimal amount = cost().map(c -> c.percentile(percentile)).orElse(BigDecimal.ZERO);
        return new JointAim(date, amount, percentile, jointConfidence(date, amount));
    }

    /**
     * Returns the share of the iterations in which an activity was critical: its total float zero or less. 0 for a summary.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public double criticalityIndex(String id) {
        return (double) tally.get().critical[project().indexOf(id)] / iterations;
    }

    /**
     * Returns the share of the iterations in which a relationship was critical: both of its ends were, and it left no time
     * between them. The greatest where several relationships go from one activity to the other.
     *
     * @throws IllegalArgumentException if there is no such relationship
     */
    public double criticalityIndex(String predecessor, String successor) {
        double most = -1;
        project().activity(successor);
        for (Relationship relationship : project().successorsOf(predecessor)) {
            if (relationship.successor().equals(successor)) {
                most = Math.max(most, criticalityIndex(relationship));
            }
        }
        if (most < 0) {
            throw new IllegalArgumentException(
                    "there is no relationship from '%s' to '%s'".formatted(predecessor, successor));
        }
        return most;
    }

    /**
     * Returns the share of the iterations in which a relationship was critical, of several equal ones the greatest.
     *
     * @throws IllegalArgumentException if the project doesn't hold it
     */
    public double criticalityIndex(Relationship relationship) {
        if (!project().successorsOf(relationship.predecessor()).contains(relationship)) {
            throw new IllegalArgumentException("there is no relationship %s".formatted(relationship));
        }
        Network g = network();
        long most = 0;
        int to = project().indexOf(relationship.successor());
        for (int e = g.firstIn[to]; e < g.firstIn[to + 1]; e++) {
            if (project().relationships().get(g.relationship[e]).equals(relationship)) {
                most = Math.max(most, tally.get().criticalEdge[e]);
            }
        }
        return (double) most / iterations;
    }

    /**
     * Returns how the duration of an activity and the finish of the project go together; zeros for a certain duration.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public Cruciality cruciality(String id) {
        return sensitivity
                .get()
                .cruciality(engine.compiled().durationOf()[project().indexOf(id)]);
    }

    /**
     * Returns the mean, over the iterations, of d / (d + total float) x T / mean T, with d the duration of the activity and T
     * the length of the project. 0 for a summary or a finished activity.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public double significance(String id) {
        double mean = finish.meanWork();
        double stretch = engine.plannedLength() <= 0 || mean <= 0 ? 1 : mean / engine.plannedLength();
        double sum = significance.get().significance[project().indexOf(id)];
        return sum / (1 << Tally.POINT) / iterations / stretch;
    }

    /**
     * Returns the schedule sensitivity index: criticality times the standard deviation of the duration, divided by that of the
     * length of the project; 0 where nothing varies.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public double scheduleSensitivityIndex(String id) {
        int d = engine.compiled().durationOf()[project().indexOf(id)];
        double deviation = finish.deviation();
        return d < 0 || deviation == 0
                ? 0
                : criticalityIndex(id) * sensitivity.get().deviation(d) / deviation;
    }

    /** Returns the indices of one activity. */
    public ActivityRisk sensitivity(String id) {
        int a = project().indexOf(id);
        int d = engine.compiled().durationOf()[a];
        Activity activity = project().activities().get(a);
        SensitivityTable table = sensitivity.get();
        return new ActivityRisk(
                activity,
                criticalityIndex(id),
                d < 0 ? 0 : table.pearson(d),
                d < 0 ? 0 : table.spearman(d),
                significance(id),
                scheduleSensitivityIndex(id),
                d < 0 ? activity.duration() : activity.duration().withTicks(Math.round(table.mean(d))),
                activity.duration().withTicks(d < 0 ? 0 : Math.round(table.deviation(d))));
    }

    /** Returns the indices of all activities but summaries, in the order of the plan. */
    public List<ActivityRisk> activities() {
        Network g = network();
        return IntStream.range(0, g.size)
                .filter(a -> !g.summary[a])
                .mapToObj(a -> sensitivity(project().activities().get(a).id()))
                .toList();
    }

    /** Returns the indices of the activities with an uncertain duration, the greatest schedule sensitivity first. */
    public List<ActivityRisk> sensitivities() {
        int[] durationOf = engine.compiled().durationOf();
        return IntStream.range(0, durationOf.length)
                .filter(a -> durationOf[a] >= 0)
                .mapToObj(a -> sensitivity(project().activities().get(a).id()))
                .sorted(Comparator.comparingDouble((ActivityRisk r) -> -r.ssi())
                        .thenComparingDouble(r -> -Math.abs(r.spearman())))
                .toList();
    }

    /** Returns how far each input moves the mean finish, the farthest first: activities, drivers, risks, branches, lags. */
    public List<TornadoBar> tornado() {
        return new SourceAnalysis(engine, finish, iterations).tornado();
    }

    /**
     * Returns the time from the planned finish to a percentile, shared out to what makes it necessary, the greatest share first:
     * in proportion to the covariance of each input with the finish (Euler's principle), inputs without a positive one left out.
     * The shares add up, to the tick, to the working time between the two dates; negative where the percentile is earlier.
     *
     * <p>D. Tasche: Capital Allocation to Business Units and Sub-Portfolios: the Euler Principle. 2008, arXiv:0708.2542.
     *
     * @param percent of the finish, such as 80
     */
    public List<Contribution> contingency(double percent) {
        return new SourceAnalysis(engine, finish, iterations).contingency(percent);
    }

    /**
     * Returns the amount from the planned cost to a percentile, shared out to the activities and risks that make it necessary, the
     * greatest share first, like {@link #contingency}. The cost of an activity counts with all that moves it: its duration, drivers,
     * rates, risks that delay it. The shares add up, to the hundredth; empty where the plan costs nothing.
     *
     * @param percent of the cost, such as 80
     */
    public List<CostContribution> costContingency(double percent) {
        return cost().map(c -> new CostShares(engine, outcome.cost, iterations)
                        .of(c.percentile(percent).subtract(c.deterministic())))
                .orElse(List.of());
    }

    /**
     * Returns what would bring a percentile of the finish forward most, the best first: the same iterations on the same random
     * numbers without a risk, a driver, or the uncertainty of an activity; and with each mitigation that is not yet carried
     * out. The candidates are all risks, drivers and lags and the ten activities with the greatest share of the contingency.
     *
     * @param percent of the finish, such as 80
     */
    public List<Improvement> whatWouldHelp(double percent) {
        return new Improvements(this, engine).ranked(percent);
    }

    /**
     * Returns this plan compared with another, iteration by iteration.
     *
     * @throws IllegalArgumentException if the other was simulated with another seed, sampling or number of iterations
     */
    public PlanComparison compare(RiskResult other) {
        if (seed != other.seed
                || iterations != other.iterations
                || analysis.draft().sampling != other.analysis.draft().sampling) {
            throw new IllegalArgumentException(
                    "compare results of the same seed, sampling and iterations: %s, %s and %s, %s"
                            .formatted(seed, iterations, other.seed, other.iterations));
        }
        return Comparison.of(finish, other.finish, network().projectCalendar);
    }

    /** Returns the finish, the cost and what matters most. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s iterations, seed %s%s\n%s",
                TextTable.grouped(iterations),
                seed,
                stoppedBy == StoppedBy.ITERATIONS
                        ? ""
                        : ", stopped: " + stoppedBy.name().toLowerCase(Locale.ROOT),
                finish));
        cost().ifPresent(text::append);
        TextTable table = new TextTable("ID", "Name", ">Criticality", ">Cruciality", ">SSI");
        List<ActivityRisk> all = sensitivities();
        for (ActivityRisk risk : all.subList(0, Math.min(SHOWN, all.size()))) {
            table.row(
                    risk.id(),
                    risk.activity().name(),
                    String.format(Locale.ROOT, "%.1f %%", 100 * risk.criticality()),
                    String.format(Locale.ROOT, "%.2f", risk.spearman()),
                    String.format(Locale.ROOT, "%.2f", risk.ssi()));
        }
        return all.isEmpty()
                ? text.toString()
                : text.append(table.render(all.size())).toString();
    }
}
