package dev.plumbline.io;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import dev.plumbline.risk.Branch;
import dev.plumbline.risk.Distribution;
import dev.plumbline.risk.Impact;
import dev.plumbline.risk.Risk;
import dev.plumbline.risk.RiskAnalysis;
import java.math.BigDecimal;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;

/** Analyses in which anything that tables can hold is uncertain. */
final class RandomRisks {

    private static final List<String> NAMES =
            List.of("Vendor", "=SUM(A1)", "a, b; c", "he said \"no\"", "'quoted", "+1", "x->y", "Überraschung", "12");

    private final Project project;
    private final Random random;
    private final List<String> leaves;

    RandomRisks(Project project, long seed) {
        this.project = project;
        this.random = new Random(seed);
        this.leaves = project.activities().stream()
                .map(Activity::id)
                .filter(id -> !project.wbs().isSummary(id))
                .toList();
    }

    RiskAnalysis analysis() {
        RiskAnalysis risk = RiskAnalysis.of(project).estimates();
        for (String id : some(leaves)) {
            risk = switch (random.nextInt(4)) {
                case 0 -> risk.durationFactor(id, factor());
                case 1 -> risk.certain(id);
                case 2 -> risk.cost(id, money());
                default ->
                    risk.duration(id, time(project.activity(id).duration().unit()));
            };
        }
        for (Relationship each : some(project.relationships())) {
            if (each.lag() instanceof Lag.Time lag) {
                risk = risk.lag(
                        each.predecessor(), each.successor(), time(lag.time().unit()));
            }
        }
        if (random.nextBoolean() && !project.resources().isEmpty()) {
            risk = risk.rate(project.resources().get(0).id(), factor());
        }
        List<String> inputs = new ArrayList<>(some(leaves));
        for (String name : some(NAMES)) {
            if (project.findActivity(name).isEmpty()) {
                risk = risk.driver(name, factor(), several());
                inputs.add(name);
            }
        }
        risk = correlated(risk, inputs);
        int number = 0;
        for (String name : some(NAMES)) {
            risk = risk.risk(risk(name, number++));
        }
        for (String name : some(NAMES)) {
            risk = risk.branch(name, Branch.of(random.nextDouble() / 2, several()), Branch.of(0.25, several()));
        }
        for (Month month : some(List.of(Month.values()))) {
            risk = risk.weather(project.calendar().id(), month, Distribution.uniform(0, random.nextInt(3) + 1));
        }
        return risk;
    }

    private RiskAnalysis correlated(RiskAnalysis before, List<String> inputs) {
        RiskAnalysis risk = before;
        Collections.shuffle(inputs, random);
        if (inputs.size() > 1) {
            risk = risk.correlateAll(random.nextInt(99) / 100.0, inputs.toArray(String[]::new));
        }
        for (int i = 2; i < inputs.size(); i++) {
            risk = random.nextBoolean()
                    ? risk
                    : risk.correlate(inputs.get(i), inputs.get(0), random.nextDouble() - 0.5);
        }
        return risk;
    }

    private Risk risk(String id, int number) {
        Risk risk = new Risk(id, number % 3 == 0 ? "" : "Risk " + id, random.nextDouble(), impacts(), null);
        return switch (random.nextInt(3)) {
            case 0 -> risk;
            case 1 -> risk.mitigatedTo(random.nextDouble() / 10, random.nextInt(10_000));
            default ->
                new Risk(
                        id,
                        risk.name(),
                        risk.probability(),
                        risk.impacts(),
                        new Risk.Mitigation(random.nextDouble(), after(risk.impacts()), new BigDecimal("1234.50")));
        };
    }

    private List<Impact> impacts() {
        List<Impact> impacts = new ArrayList<>();
        for (Impact.Kind kind : some(List.of(Impact.Kind.values()))) {
            Distribution size = switch (kind) {
                case DELAY -> time(WorkUnit.DAYS);
                case STRETCH -> factor();
                case COST -> money();
            };
            for (String id : several()) {
                impacts.add(new Impact(kind, id, size));
            }
        }
        return impacts;
    }

    /** Some impacts stay, some go, some are new. */
    private List<Impact> after(List<Impact> before) {
        List<Impact> after = new ArrayList<>(some(before));
        after.addAll(impacts());
        if (random.nextBoolean()) {
            Collections.shuffle(after, random);
        }
        return after;
    }

    private String[] several() {
        List<String> ids = new ArrayList<>(leaves);
        Collections.shuffle(ids, random);
        return ids.subList(0, 1 + random.nextInt(3)).toArray(String[]::new);
    }

    private <T> List<T> some(List<T> all) {
        return all.stream().filter(each -> random.nextInt(3) == 0).toList();
    }

    private Distribution factor() {
        return switch (random.nextInt(3)) {
            case 0 -> numbers(() -> random.nextInt(200) / 100.0);
            case 1 -> numbers(() -> random.nextInt(7) / 7.0);
            default -> numbers(random::nextDouble);
        };
    }

    private Distribution money() {
        return numbers(() -> random.nextBoolean() ? random.nextInt(1_000_000) : random.nextDouble() * 1e6);
    }

    private Distribution numbers(DoubleSupplier any) {
        double a = any.getAsDouble();
        double b = a + any.getAsDouble();
        double c = b + any.getAsDouble() + 0.01;
        return switch (random.nextInt(11)) {
            case 0 -> Distribution.constant(a);
            case 1 -> Distribution.pertBeta(a, b, c);
            case 2 -> Distribution.pertBeta(a, b, c, 0.5 + random.nextDouble());
            case 3 -> Distribution.triangular(a, b, c);
            case 4 -> Distribution.triangularBetween(0, 95, a, b, c);
            case 5 -> Distribution.uniform(a, c);
            case 6 -> Distribution.normal(c, c / 3, 0, 2 * c);
            case 7 -> Distribution.lognormal(c, c / 7);
            case 8 -> Distribution.weibull(a, 1 + random.nextDouble(), c);
            case 9 -> Distribution.discreteNumbers(List.of(a, b, c), List.of(1.0, 1.0 + random.nextInt(3), 1.0));
            default -> Distribution.quantilesOfNumbers(List.of(0.0, 1 / 3.0, 1.0), List.of(a, b, c));
        };
    }

    private Distribution time(WorkUnit unit) {
        WorkTime a = new WorkTime(random.nextInt(5_000), unit);
        WorkTime b = a.withTicks(a.ticks() + random.nextInt(20_000));
        WorkTime c = b.withTicks(b.ticks() + 1 + random.nextInt(20_000));
        return switch (random.nextInt(10)) {
            case 0 -> Distribution.constant(a);
            case 1 -> Distribution.pertBeta(a, b, c);
            case 2 -> Distribution.triangular(a, b, c);
            case 3 -> Distribution.triangularBetween(0, 80 + random.nextInt(20), a, b, c);
            case 4 -> Distribution.uniform(a, c);
            case 5 -> Distribution.normal(c, a.withTicks(c.ticks() / 5 + 1));
            case 6 -> Distribution.lognormal(c, b.withTicks(b.ticks() + 1));
            case 7 -> Distribution.exponential(c);
            case 8 -> Distribution.discrete(List.of(a, b, c), List.of(0.2, 0.5, 0.3));
            default -> Distribution.quantiles(List.of(0.0, 0.5, 1.0), List.of(a, b, c));
        };
    }
}
