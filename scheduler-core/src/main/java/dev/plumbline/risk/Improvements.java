package dev.plumbline.risk;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.internal.risk.Model;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Simulates again without one input after the other. */
final class Improvements {

    private static final int MOST_ACTIVITIES = 10;

    private final RiskResult result;
    private final Engine engine;
    private final CompiledCalendar calendar;

    Improvements(RiskResult result, Engine engine) {
        this.result = result;
        this.engine = engine;
        this.calendar = engine.compiled().model().g.projectCalendar;
    }

    List<Improvement> ranked(double percent) {
        Set<String> activities = result.contingency(percent).stream()
                .filter(share -> share.kind() == Contribution.Kind.ACTIVITY)
                .limit(MOST_ACTIVITIES)
                .map(Contribution::name)
                .collect(Collectors.toSet());
        List<Improvement> all = new ArrayList<>();
        for (Compiled.Source source : engine.compiled().sources()) {
            boolean candidate = source.kind() != Contribution.Kind.ACTIVITY || activities.contains(source.name());
            if (candidate && source.kind() != Contribution.Kind.BRANCH) {
                all.add(without(source, percent));
            }
        }
        Draft draft = result.analysis().draft();
        for (Risk risk : draft.risks.values()) {
            risk.afterMitigation()
                    .filter(m -> !draft.mitigated.contains(risk.id()))
                    .ifPresent(m -> all.add(mitigated(risk.id(), m.cost(), percent)));
        }
        all.sort(Comparator.comparingLong((Improvement i) -> -i.gain().ticks())
                .thenComparingLong(i -> -i.meanGain().ticks())
                .thenComparing(Improvement::kind)
                .thenComparing(Improvement::name)
                .thenComparing(Improvement::action));
        return List.copyOf(all);
    }

    private Improvement without(Compiled.Source source, double percent) {
        Model model = engine.compiled().model();
        Model other = switch (source.kind()) {
            case ACTIVITY -> model.withPlanned(source.duration());
            case LAG -> model.withoutLag(source.lag());
            case DRIVER -> model.withFixed(source.rows(), 1);
            default -> model.withFixed(source.rows(), 0);
        };
        Engine.Run run = engine.complete(engine.prepare(other, result.iterations(), new int[0], Engine.Detail.DATES));
        FinishDistribution finish = new FinishDistribution(
                "",
                engine.origin(),
                run.outcome().finish,
                calendar,
                result.finish().deterministic());
        return gain(source.kind(), source.name(), Improvement.Action.REMOVE, finish, BigDecimal.ZERO, percent);
    }

    private Improvement mitigated(String id, BigDecimal cost, double percent) {
        RiskResult other = result.analysis().mitigated(id).datesOnly().simulate(result.iterations(), result.seed());
        return gain(Contribution.Kind.RISK, id, Improvement.Action.MITIGATE, other.finish(), cost, percent);
    }

    private Improvement gain(
            Contribution.Kind kind,
            String name,
            Improvement.Action action,
            FinishDistribution other,
            BigDecimal cost,
            double percent) {
        long ticks = calendar.work(
                Ticks.of(other.percentile(percent)), Ticks.of(result.finish().percentile(percent)));
        double mean = result.finish().meanWork() - other.meanWork();
        return new Improvement(kind, name, action, FinishDistribution.days(ticks), FinishDistribution.days(mean), cost);
    }
}
