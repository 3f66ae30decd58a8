package dev.plumbline.cli;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.Activity;
import dev.plumbline.risk.ActivityRisk;
import dev.plumbline.risk.Contribution;
import dev.plumbline.risk.CostContribution;
import dev.plumbline.risk.CostDistribution;
import dev.plumbline.risk.FinishDistribution;
import dev.plumbline.risk.Improvement;
import dev.plumbline.risk.Interval;
import dev.plumbline.risk.JointAim;
import dev.plumbline.risk.PertResult;
import dev.plumbline.risk.PlanComparison;
import dev.plumbline.risk.RiskResult;
import dev.plumbline.risk.StoppedBy;
import dev.plumbline.risk.TornadoBar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A simulation as tables for people, each with so many rows. */
final class RiskTables {

    private static final int[] COMPARED = {10, 50, 90};
    private static final List<Double> USUAL = List.of(10.0, 50.0, 80.0, 90.0);

    private final RiskResult result;
    private final RiskAnswers asked;
    private final @Nullable PertResult pert;
    private final StringBuilder out = new StringBuilder();

    RiskTables(RiskAnswers answers) {
        this.result = answers.result();
        this.asked = answers;
        this.pert = answers.pert();
    }

    String render(int rows) {
        String stopped = result.stoppedBy() == StoppedBy.PRECISION ? ", which is precise enough" : "";
        out.append("%s: %s iterations, seed %s%s\n"
                .formatted(
                        result.analysis().project().name(),
                        TextTable.grouped(result.iterations()),
                        result.seed(),
                        stopped));
        finish();
        cost();
        comparison();
        milestones(rows);
        activities(rows);
        tornado(rows);
        contingency(rows);
        costContingency(rows);
        improvements(rows);
        return out.toString();
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(100 * share).setScale(1, RoundingMode.HALF_UP) + "%";
    }

    private static String figure(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private double inDays(WorkTime time) {
        long day = WorkUnit.DAYS.ticks(result.analysis().project().settings().conversion());
        return (double) time.ticks() / day;
    }

    private String days(WorkTime time) {
        return BigDecimal.valueOf(inDays(time)).setScale(1, RoundingMode.HALF_UP) + "d";
    }

    private void finish() {
        FinishDistribution finish = result.finish();
        List<String> header = new ArrayList<>(List.of("Finish", "Date", "95% sure between"));
        if (pert != null) {
            header.add("PERT");
        }
        TextTable table = new TextTable(header);
        row(table, "plan, " + percent(finish.deterministicProbability()), finish.deterministic(), "", null);
        row(
                table,
                "mean, sd " + days(finish.standardDeviation()),
                finish.mean(),
                "",
                pert == null ? null : pert.finish());
        TreeSet<Double> percentiles = new TreeSet<>(USUAL);
        percentiles.addAll(asked.percentiles());
        for (double p : percentiles) {
            Interval<LocalDateTime> band = finish.confidence(p);
            row(
                    table,
                    "P" + plain(p),
                    finish.percentile(p),
                    TextTable.minute(band.low()) + " and " + TextTable.minute(band.high()),
                    pert == null ? null : pert.date(p / 100));
        }
        for (LocalDateTime date : asked.dates()) {
            row(table, "by, " + percent(finish.probability(date)), date, "", null);
        }
        out.append(table.render(Integer.MAX_VALUE));
        if (pert != null) {
            out.append(pert.compare(result)).append('\n');
        }
    }

    private void row(TextTable table, String what, LocalDateTime date, String band, @Nullable LocalDateTime byFormula) {
        List<String> cells = new ArrayList<>(List.of(what, TextTable.minute(date), band));
        if (pert != null) {
            cells.add(byFormula == null ? "" : TextTable.minute(byFormula));
        }
        table.row(cells);
    }

    private void cost() {
        if (result.cost().isEmpty()) {
            return;
        }
        CostDistribution cost = result.cost().get();
        TextTable table = new TextTable(List.of("Cost", "Amount", "With the finish"));
        table.row(List.of(
                "plan, " + percent(cost.deterministicProbability()),
                cost.deterministic().toString(),
                ""));
        table.row(List.of("mean, sd " + cost.standardDeviation(), cost.mean().toString(), ""));
        for (double p : USUAL) {
            BigDecimal amount = cost.percentile(p);
            double both = result.jointConfidence(result.finish().percentile(p), amount);
            table.row(List.of("P" + Math.round(p), amount.toString(), percent(both) + " both"));
        }
        for (BigDecimal budget : asked.budgets()) {
            table.row(List.of("within, " + percent(cost.probability(budget)), budget.toString(), ""));
            for (LocalDateTime date : asked.dates()) {
                String both = percent(result.jointConfidence(date, budget)) + " both";
                table.row(List.of("by " + TextTable.minute(date), budget.toString(), both));
            }
        }
        JointAim aim = result.jointAim(asked.contingency());
        String label = "%s%% keep both".formatted(plain(asked.contingency()));
        table.row(List.of(label, aim.cost().toString(), "by " + TextTable.minute(aim.finish())));
        out.append('\n').append(table.render(Integer.MAX_VALUE));
    }

    private static String plain(double percent) {
        return BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString();
    }

    /** Differences are positive where the other plan finishes later. */
    private void comparison() {
        RiskAnswers.Other other = asked.other();
        if (other == null) {
            return;
        }
        FinishDistribution here = result.finish();
        FinishDistribution there = other.result().finish();
        PlanComparison difference = other.against(result);
        TextTable table = new TextTable(List.of("Compared", "This plan", other.name(), "Difference"));
        table.row(List.of("plan", TextTable.minute(here.deterministic()), TextTable.minute(there.deterministic()), ""));
        String error = days(difference.meanDifference()) + " +- " + figure(inDays(difference.standardError())) + "d";
        table.row(List.of("mean", TextTable.minute(here.mean()), TextTable.minute(there.mean()), error));
        WorkTime[] differences = {difference.p10(), difference.p50(), difference.p90()};
        for (int i = 0; i < differences.length; i++) {
            int p = COMPARED[i];
            table.row(List.of(
                    "P" + p,
                    TextTable.minute(here.percentile(p)),
                    TextTable.minute(there.percentile(p)),
                    days(differences[i]) + " (P" + p + " of it)"));
        }
        out.append('\n').append(table.render(Integer.MAX_VALUE));
        out.append("%s finishes earlier in %s of the iterations and later in %s, on the same random numbers.\n"
                .formatted(
                        other.name(),
                        percent(difference.probabilityEarlier()),
                        percent(difference.probabilityLater())));
    }

    private void milestones(int rows) {
        TextTable table = new TextTable(List.of("ID", "Milestone", "Plan", "Likely", "P50", "P80", "Deadline", "Kept"));
        boolean shown = false;
        for (String id : result.tracked()) {
            Activity activity = result.analysis().project().activity(id);
            if (activity.progress().isComplete()) {
                continue;
            }
            shown = true;
            FinishDistribution finish = result.finish(id);
            LocalDateTime deadline = activity.deadline();
            table.row(List.of(
                    Integer.toString(activity.row()),
                    activity.name(),
                    TextTable.minute(finish.deterministic()),
                    percent(finish.deterministicProbability()),
                    TextTable.minute(finish.percentile(50)),
                    TextTable.minute(finish.percentile(80)),
                    deadline == null ? "" : TextTable.minute(deadline),
                    deadline == null ? "" : percent(finish.probability(deadline))));
        }
        if (shown) {
            out.append('\n').append(table.render(rows));
        }
    }

    private void activities(int rows) {
        TextTable table = new TextTable(
                List.of("ID", "Activity", "Criticality", "Cruciality", "Significance", "SSI", "Mean", "SD"));
        List<ActivityRisk> all = result.sensitivities();
        for (ActivityRisk risk : all) {
            table.row(List.of(
                    Integer.toString(risk.activity().row()),
                    risk.activity().name(),
                    percent(risk.criticality()),
                    figure(Math.abs(risk.pearson())),
                    figure(risk.significance()),
                    figure(risk.ssi()),
                    days(risk.mean()),
                    days(risk.standardDeviation())));
        }
        if (!all.isEmpty()) {
            out.append('\n').append(table.render(rows));
        }
    }

    private void tornado(int rows) {
        TextTable table = new TextTable(List.of("Input", "Name", "Mean finish if low", "if high", "Swing"));
        List<TornadoBar> bars = result.tornado();
        for (TornadoBar bar : bars) {
            table.row(List.of(
                    word(bar.kind()),
                    name(bar.kind(), bar.name()),
                    TextTable.minute(bar.low()),
                    TextTable.minute(bar.high()),
                    days(bar.swing())));
        }
        if (!bars.isEmpty()) {
            out.append('\n').append(table.render(rows));
        }
    }

    private void contingency(int rows) {
        List<Contribution> parts = result.contingency(asked.contingency());
        if (parts.isEmpty()) {
            return;
        }
        long sum = parts.stream().mapToLong(p -> p.time().ticks()).sum();
        TextTable table = new TextTable(List.of("Contingency", "Name", "Days"));
        table.row(List.of("P%s - plan".formatted(plain(asked.contingency())), "", days(WorkTime.ofTicks(sum))));
        for (Contribution part : parts) {
            table.row(List.of(word(part.kind()), name(part.kind(), part.name()), days(part.time())));
        }
        out.append('\n').append(table.render(rows));
    }

    private void costContingency(int rows) {
        List<CostContribution> parts = result.costContingency(asked.contingency());
        if (parts.isEmpty()) {
            return;
        }
        BigDecimal sum = parts.stream().map(CostContribution::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        TextTable table = new TextTable(List.of("Cost contingency", "Name", "Amount"));
        table.row(List.of("P%s - plan".formatted(plain(asked.contingency())), "", sum.toString()));
        for (CostContribution part : parts) {
            table.row(List.of(
                    word(part.kind()),
                    name(part.kind(), part.name()),
                    part.amount().toString()));
        }
        out.append('\n').append(table.render(rows));
    }

    private void improvements(int rows) {
        if (asked.improvements().isEmpty()) {
            return;
        }
        TextTable table = new TextTable(List.of("What would help", "Input", "Name", "Gain", "Mean gain", "Cost"));
        for (Improvement one : asked.improvements()) {
            table.row(List.of(
                    word(one.action()),
                    word(one.kind()),
                    name(one.kind(), one.name()),
                    days(one.gain()),
                    days(one.meanGain()),
                    one.cost().signum() == 0 ? "" : one.cost().toString()));
        }
        out.append('\n').append(table.render(rows));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }

    private String name(Contribution.Kind kind, String name) {
        return switch (kind) {
            case ACTIVITY -> {
                Activity activity = result.analysis().project().activity(name);
                yield activity.row() + " " + activity.name();
            }
            case RISK ->
                result.analysis().risks().stream()
                        .filter(r -> r.id().equals(name))
                        .map(r -> name + " " + r.name())
                        .findFirst()
                        .orElse(name);
            default -> name;
        };
    }
}
