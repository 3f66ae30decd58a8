package dev.plumbline.risk;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.PercentLags;
import dev.plumbline.internal.risk.Model;
import dev.plumbline.internal.risk.QuantileTable;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Estimate;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns what an analysis knows into arrays. */
final class InputCompiler {

    private static final long MOST_TICKS = 1_000_000_000L;

    private final Project project;
    private final Draft draft;
    private final Network g;
    private final Model model;
    private final Tables tables = new Tables();
    private final List<Problem> findings = new ArrayList<>();
    private final List<Double> importance = new ArrayList<>();
    private final List<Compiled.Source> sources = new ArrayList<>();
    private final Map<String, Integer> variableOf = new HashMap<>();
    private final Map<String, TermList> terms = new LinkedHashMap<>();
    private final CostCompiler costs;

    /** The rows that act on one activity. */
    private static final class TermList {
        final List<Integer> factors = new ArrayList<>();
        final List<Integer> stretches = new ArrayList<>();
        final List<Integer> delays = new ArrayList<>();
        final List<Integer> gates = new ArrayList<>();

        Model.Terms toArrays() {
            return new Model.Terms(array(factors), array(stretches), array(delays), array(gates));
        }

        private static int[] array(List<Integer> list) {
            return list.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    InputCompiler(Project project, Draft draft, Network network) {
        this.project = project;
        this.draft = draft;
        this.g = network;
        this.model = new Model(network);
        this.costs = new CostCompiler(project, model);
    }

    Compiled compile(Schedule schedule) {
        addDrivers();
        addRisks();
        addBranches();
        int[] durationOf = addDurations();
        addLags();
        addCosts(schedule, durationOf);
        CorrelationCompiler correlations = new CorrelationCompiler(draft.correlations, variableOf);
        findings.addAll(correlations.findings());
        int[] byImportance = byImportance();
        if (draft.sampling == Sampling.SOBOL && model.variables() > 1000) {
            findings.add(Problem.info(
                    "RISK_SOBOL_DIMENSIONS",
                    "of %s uncertain inputs the 1,000 that vary most follow Sobol's sequence, the others are independent"
                            .formatted(model.variables()),
                    "give fewer inputs a distribution, or sample by Latin hypercube"));
        }
        return new Compiled(
                schedule,
                model,
                PercentLags.of(project, g),
                correlations.copulas(),
                byImportance,
                durationOf,
                Collections.unmodifiableList(sources),
                costs.pieces(),
                costs.any(),
                costs.planned(),
                List.copyOf(findings));
    }

    /** Up to 1,000 inputs keep their order, so that plans with the same inputs share their numbers. */
    private int[] byImportance() {
        int n = model.variables();
        return IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer v) -> n <= 1000 ? 0 : -importance.get(v)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int variable(String name, @Nullable Distribution distribution, double weight) {
        QuantileTable table = distribution == null ? null : tables.of(distribution);
        return variable(name, distribution, table, weight);
    }

    private int variable(
            String name, @Nullable Distribution distribution, @Nullable QuantileTable table, double weight) {
        double spread = distribution == null ? weight : distribution.standardDeviation() * weight;
        importance.add(Double.isNaN(spread) ? 0 : spread);
        return model.variable(name, table);
    }

    private TermList termsOf(String activity) {
        return terms.computeIfAbsent(activity, a -> new TermList());
    }

    private boolean canVary(String id) {
        int a = project.indexOf(id);
        return g.active[a] && !g.summary[a] && (g.state[a] == Network.UNSTARTED || g.state[a] == Network.IN_PROGRESS);
    }

    private boolean acts(String what, String id) {
        if (!canVary(id)) {
            findings.add(Problem.warning(
                    "RISK_NO_EFFECT",
                    "%s does nothing to activity %s: its dates are given".formatted(what, Problem.shown(id)),
                    "it is finished, inactive, manual or of another project"));
            return false;
        }
        return true;
    }

    private long planned(String id) {
        Activity activity = project.activity(id);
        int a = project.indexOf(id);
        return g.state[a] == Network.IN_PROGRESS ? activity.remainingDuration().ticks() : g.duration[a];
    }

    private void addDrivers() {
        draft.drivers.forEach((name, driver) -> {
            List<String> moved = driver.activities().stream()
                    .filter(id -> acts("driver " + Problem.quote(name), id))
                    .toList();
            long sum = moved.stream().mapToLong(this::planned).sum();
            int variable = variable("driver:" + name, driver.factor(), sum);
            variableOf.put(name, variable);
            int row = model.value(variable);
            moved.forEach(id -> termsOf(id).factors.add(row));
            addSource(Contribution.Kind.DRIVER, name, List.of(row), List.of((double) sum));
        });
    }

    private void addSource(Contribution.Kind kind, String name, List<Integer> rows, List<Double> ticks) {
        sources.add(new Compiled.Source(
                kind,
                name,
                rows.stream().mapToInt(Integer::intValue).toArray(),
                ticks.stream().mapToDouble(Double::doubleValue).toArray(),
                -1,
                -1));
    }

    private void addRisks() {
        for (Risk risk : draft.risks.values()) {
            Risk.Mitigation after =
                    draft.mitigated.contains(risk.id()) ? risk.afterMitigation().orElse(null) : null;
            if (after != null) {
                costs.add(after.cost().doubleValue());
            }
            addRisk(
                    risk.id(),
                    after == null ? risk.probability() : after.probability(),
                    after == null ? risk.impacts() : after.impacts());
        }
    }

    private void addRisk(String id, double probability, List<Impact> impacts) {
        int occurs = model.choice(variable("risk:" + id, null, MOST_TICKS), 0, probability);
        List<Integer> rows = new ArrayList<>();
        List<Double> ticks = new ArrayList<>();
        int number = 0;
        for (Impact impact : impacts) {
            number++;
            if (!acts("risk " + Problem.quote(id), impact.activity())) {
                continue;
            }
            String name = "impact:" + number + ":" + id;
            switch (impact.kind()) {
                case DELAY -> {
                    int row = model.gated(variable(name, impact.size(), probability), occurs);
                    termsOf(impact.activity()).delays.add(row);
                    rows.add(row);
                    ticks.add(1.0);
                }
                case STRETCH -> {
                    long planned = planned(impact.activity());
                    int row = model.gated(variable(name, impact.size(), probability * planned), occurs);
                    termsOf(impact.activity()).stretches.add(row);
                    rows.add(row);
                    ticks.add((double) planned);
                }
                case COST ->
                    costs.addRow(Contribution.Kind.RISK, id, model.gated(variable(name, impact.size(), 0), occurs));
            }
        }
        addSource(Contribution.Kind.RISK, id, rows, ticks);
    }

    private void addBranches() {
        draft.branches.forEach((name, ways) -> {
            int variable = variable("branch:" + name, null, MOST_TICKS);
            List<Integer> rows = new ArrayList<>();
            List<Double> ticks = new ArrayList<>();
            double from = 0;
            for (Branch way : ways) {
                int row = model.choice(variable, from, Math.min(1, from + way.probability()));
                from += way.probability();
                List<String> moved = way.activities().stream()
                        .filter(id -> acts("branch " + Problem.quote(name), id))
                        .toList();
                moved.forEach(id -> termsOf(id).gates.add(row));
                rows.add(row);
                ticks.add((double) moved.stream().mapToLong(this::planned).sum());
            }
            addSource(Contribution.Kind.BRANCH, name, rows, ticks);
        });
    }

    private int[] addDurations() {
        int[] durationOf = new int[g.size];
        Arrays.fill(durationOf, -1);
        int cut = 0;
        for (int a = 0; a < g.size; a++) {
            Activity activity = project.activities().get(a);
            String id = activity.id();
            Distribution time = ofTime(activity, a);
            TermList own = terms.get(id);
            if (time == null && own == null) {
                continue;
            }
            long planned = planned(id);
            boolean begun = g.state[a] == Network.IN_PROGRESS;
            double scale = begun && g.duration[a] > 0 ? (double) planned / g.duration[a] : 1;
            int base = -1;
            if (time != null) {
                QuantileTable table = tables.ofDuration(time);
                checkLength(id, table, scale);
                cut += time.quantile(0) < 0 ? 1 : 0;
                base = variable("duration:" + id, time, table, scale);
                variableOf.put(id, base);
            }
            durationOf[a] = model.duration(
                    a,
                    base,
                    scale,
                    planned,
                    begun ? Math.max(0, g.duration[a] - planned) : 0,
                    (own == null ? new TermList() : own).toArrays());
            if (base >= 0) {
                sources.add(new Compiled.Source(
                        Contribution.Kind.ACTIVITY, id, new int[0], new double[0], durationOf[a], -1));
            }
        }
        if (cut > 0) {
            findings.add(Problem.info(
                    "RISK_BELOW_ZERO",
                    "the estimates of %s activities, taken as percentiles, reach below 0; what lies there counts as 0"
                            .formatted(cut),
                    "make the optimistic values greater or the pessimistic ones less extreme"));
        }
        return durationOf;
    }

    private void checkLength(String id, QuantileTable table, double scale) {
        double most = (table.low() + table.range()) * scale;
        if (!(most <= MOST_TICKS)) {
            throw new dev.plumbline.model.PlumblineException(Problem.error(
                    "RISK_DURATION_TOO_LONG",
                    "the duration of activity %s can be %s; at most 190 years can be simulated"
                            .formatted(Problem.shown(id), WorkTime.ofTicks((long) Math.min(most, 1e17))),
                    "narrow its distribution"));
        }
    }

    /** The distribution of an activity's whole duration; null where it is certain. */
    private @Nullable Distribution ofTime(Activity activity, int a) {
        String id = activity.id();
        boolean given = draft.durations.containsKey(id) || draft.factors.containsKey(id);
        if (!canVary(id)) {
            if (given) {
                acts("its distribution", id);
            }
            return null;
        }
        Distribution own = draft.durations.get(id);
        if (own != null) {
            return own;
        }
        double ticks = g.duration[a];
        Distribution factor = draft.factors.get(id);
        if (factor != null) {
            return scaled(factor, ticks);
        }
        if (draft.certain.contains(id)) {
            return null;
        }
        Estimate estimate = activity.estimate();
        if (estimate != null && draft.shape != null) {
            return draft.shape.distribution(estimate);
        }
        Draft.Range range = draft.range;
        return range == null || ticks == 0
                ? null
                : Distribution.pertBeta(ticks * (1 + range.low()), ticks, ticks * (1 + range.high()));
    }

    private static Distribution scaled(Distribution factor, double ticks) {
        return Scaled.of(factor, ticks);
    }

    private void addLags() {
        draft.lags.forEach((pair, time) -> {
            int variable = -1;
            for (int e = 0; e < g.head.length; e++) {
                Relationship origin = project.relationships().get(g.relationship[e]);
                boolean meant = origin.predecessor().equals(pair.first())
                        && origin.successor().equals(pair.second())
                        && project.indexOf(pair.second()) == g.head[e];
                if (meant) {
                    variable = variable < 0 ? variable("lag:" + pair.first() + ">" + pair.second(), time, 1) : variable;
                    g.lagKind[e] = time.unit().orElseThrow().isElapsed() ? Network.ELAPSED : Network.WORKING;
                    int number = model.lag(e, variable);
                    sources.add(new Compiled.Source(
                            Contribution.Kind.LAG,
                            pair.first() + " > " + pair.second(),
                            new int[0],
                            new double[0],
                            -1,
                            number));
                }
            }
            if (variable < 0) {
                findings.add(Problem.warning(
                        "RISK_NO_EFFECT",
                        "the uncertain lag from %s to %s does nothing: one of the activities is inactive"
                                .formatted(Problem.shown(pair.first()), Problem.shown(pair.second())),
                        "make both activities active, or leave the lag certain"));
            }
        });
    }

    private void addCosts(Schedule schedule, int[] durationOf) {
        Map<String, Integer> rateRows = new HashMap<>();
        draft.rates.forEach(
                (resource, factor) -> rateRows.put(resource, model.value(variable("rate:" + resource, factor, 0))));
        Map<String, Integer> costRows = new HashMap<>();
        draft.costs.forEach((id, amount) -> costRows.put(id, model.value(variable("cost:" + id, amount, 0))));
        for (int a = 0; a < g.size; a++) {
            Activity activity = project.activities().get(a);
            TermList own = terms.get(activity.id());
            int[] gates = own == null ? new int[0] : own.toArrays().gates();
            if (g.active[a]) {
                costs.addActivity(
                        new CostCompiler.Item(activity, durationOf[a], gates, costRows.get(activity.id())),
                        rateRows,
                        schedule);
            }
        }
    }
}
