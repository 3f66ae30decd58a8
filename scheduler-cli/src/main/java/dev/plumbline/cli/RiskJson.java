package dev.plumbline.cli;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Relationship;
import dev.plumbline.risk.ActivityRisk;
import dev.plumbline.risk.Contribution;
import dev.plumbline.risk.CostContribution;
import dev.plumbline.risk.CostDistribution;
import dev.plumbline.risk.CurvePoint;
import dev.plumbline.risk.FinishDistribution;
import dev.plumbline.risk.HistogramBin;
import dev.plumbline.risk.Improvement;
import dev.plumbline.risk.Interval;
import dev.plumbline.risk.JointAim;
import dev.plumbline.risk.PertResult;
import dev.plumbline.risk.PlanComparison;
import dev.plumbline.risk.RiskResult;
import dev.plumbline.risk.TornadoBar;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

/** A simulation as JSON; see docs/schema/risk.schema.json. */
final class RiskJson {

    static final String PERCENTILES =
            "nearest rank: the earliest simulated value that at least p % of the iterations don't exceed";

    private static final int[] USUAL = {10, 50, 80, 90};
    private static final int BARS = 40;
    private static final int POINTS = 101;

    private final JsonWriter json;
    private final RiskResult result;
    private final RiskAnswers asked;

    RiskJson(Writer out, RiskAnswers answers) {
        this.json = new JsonWriter(out);
        this.result = answers.result();
        this.asked = answers;
    }

    void write(List<Problem> findings) throws IOException {
        json.beginObject().name("version").value(1);
        json.name("iterations").value(result.iterations());
        json.name("seed").value(result.seed());
        json.name("sampling").value(asked.sampling());
        json.name("stopped_by").value(word(result.stoppedBy()));
        json.name("percentiles").value(PERCENTILES);
        finish();
        activities();
        relationships();
        milestones();
        if (result.cost().isPresent()) {
            cost(result.cost().get());
        }
        tornado();
        contingency();
        improvements(asked.improvements());
        PertResult pert = asked.pert();
        if (pert != null) {
            pert(pert);
        }
        RiskAnswers.Other other = asked.other();
        if (other != null) {
            comparison(other);
        }
        FindingReport.json(json, findings);
        json.endObject().finish();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private void number(String name, double value) throws IOException {
        json.name(name).literal(Cells.number(value));
    }

    private void days(String name, WorkTime time) throws IOException {
        number(name, inDays(time));
    }

    private double inDays(WorkTime time) {
        long day = WorkUnit.DAYS.ticks(result.analysis().project().settings().conversion());
        return (double) time.ticks() / day;
    }

    private void instant(String name, LocalDateTime date) throws IOException {
        json.name(name).value(Cells.instant(date));
    }

    private void finish() throws IOException {
        FinishDistribution finish = result.finish();
        json.name("finish").beginObject();
        figures(finish);
        instant("earliest", finish.earliest());
        instant("latest", finish.latest());
        json.name("confidence").beginArray();
        for (int percent : USUAL) {
            confidence(percent, finish);
        }
        for (double percent : asked.percentiles()) {
            confidence(percent, finish);
        }
        json.endArray();
        json.name("by").beginArray();
        for (LocalDateTime date : asked.dates()) {
            json.beginRow();
            instant("date", date);
            number("probability", finish.probability(date));
            json.endObject();
        }
        json.endArray();
        json.name("histogram").beginArray();
        for (HistogramBin<LocalDateTime> bin : finish.histogram(BARS)) {
            json.beginRow();
            instant("from", bin.from());
            instant("to", bin.to());
            json.name("count").value(bin.count()).endObject();
        }
        json.endArray();
        json.name("curve").beginArray();
        for (CurvePoint<LocalDateTime> point : finish.curve(POINTS)) {
            json.beginRow();
            instant("date", point.value());
            number("probability", point.probability());
            number("low", point.low());
            number("high", point.high());
            json.endObject();
        }
        json.endArray().endObject();
    }

    private void figures(FinishDistribution finish) throws IOException {
        instant("deterministic", finish.deterministic());
        number("deterministic_probability", finish.deterministicProbability());
        instant("mean", finish.mean());
        days("sd_days", finish.standardDeviation());
        for (int percent : USUAL) {
            instant("p" + percent, finish.percentile(percent));
        }
    }

    private void confidence(double percent, FinishDistribution finish) throws IOException {
        Interval<LocalDateTime> interval = finish.confidence(percent);
        json.beginRow();
        number("percentile", percent);
        instant("date", finish.percentile(percent));
        instant("low", interval.low());
        instant("high", interval.high());
        json.endObject();
    }

    private void activities() throws IOException {
        json.name("activities").beginArray();
        for (ActivityRisk risk : result.activities()) {
            json.beginRow();
            json.name("id").value(risk.activity().row());
            json.name("uid").value(risk.id());
            json.name("name").value(risk.activity().name());
            number("criticality", risk.criticality());
            number("cruciality", Math.abs(risk.pearson()));
            number("cruciality_spearman", Math.abs(risk.spearman()));
            number("significance", risk.significance());
            number("ssi", risk.ssi());
            json.name("mean_min").literal(Cells.minutes(risk.mean()));
            json.name("sd_min").literal(Cells.minutes(risk.standardDeviation()));
            json.endObject();
        }
        json.endArray();
    }

    /** Those that were ever critical: most never are. */
    private void relationships() throws IOException {
        json.name("relationships").beginArray();
        for (Relationship relationship : result.analysis().project().relationships()) {
            double criticality = result.criticalityIndex(relationship);
            if (criticality > 0) {
                json.beginRow();
                json.name("predecessor").value(relationship.predecessor());
                json.name("successor").value(relationship.successor());
                json.name("type").value(relationship.type().name());
                number("criticality", criticality);
                json.endObject();
            }
        }
        json.endArray();
    }

    /** Milestones, and activities whose finish was asked for. */
    private void milestones() throws IOException {
        json.name("milestones").beginArray();
        for (String id : result.tracked()) {
            Activity activity = result.analysis().project().activity(id);
            FinishDistribution finish = result.finish(id);
            json.beginRow();
            json.name("id").value(activity.row());
            json.name("uid").value(id);
            json.name("name").value(activity.name());
            figures(finish);
            LocalDateTime deadline = activity.deadline();
            if (deadline != null) {
                instant("deadline", deadline);
                number("deadline_probability", finish.probability(deadline));
            }
            json.endObject();
        }
        json.endArray();
    }

    private void money(String name, BigDecimal amount) throws IOException {
        json.name(name).literal(amount.stripTrailingZeros().toPlainString());
    }

    private void cost(CostDistribution cost) throws IOException {
        json.name("cost").beginObject();
        money("deterministic", cost.deterministic());
        number("deterministic_probability", cost.deterministicProbability());
        money("mean", cost.mean());
        money("sd", cost.standardDeviation());
        for (int percent : USUAL) {
            money("p" + percent, cost.percentile(percent));
        }
        json.name("joint").beginArray();
        for (int percent : USUAL) {
            LocalDateTime date = result.finish().percentile(percent);
            BigDecimal amount = cost.percentile(percent);
            json.beginRow();
            number("percentile", percent);
            instant("finish", date);
            money("cost", amount);
            number("probability", result.jointConfidence(date, amount));
            json.endObject();
        }
        json.endArray();
        json.name("within").beginArray();
        for (BigDecimal budget : asked.budgets()) {
            json.beginRow();
            money("amount", budget);
            number("probability", cost.probability(budget));
            json.name("by").beginArray();
            for (LocalDateTime date : asked.dates()) {
                json.beginRow();
                instant("date", date);
                number("probability", result.jointConfidence(date, budget));
                json.endObject();
            }
            json.endArray().endObject();
        }
        json.endArray();
        JointAim aim = result.jointAim(asked.contingency());
        json.name("aim").beginObject();
        number("percentile", asked.contingency());
        instant("finish", aim.finish());
        money("cost", aim.cost());
        number("probability", aim.probability());
        json.endObject();
        json.name("contingency").beginObject();
        money("amount", cost.percentile(asked.contingency()).subtract(cost.deterministic()));
        json.name("parts").beginArray();
        for (CostContribution part : result.costContingency(asked.contingency())) {
            source(part.kind(), part.name());
            money("amount", part.amount());
            json.endObject();
        }
        json.endArray().endObject().endObject();
    }

    /** Days are positive where the other plan finishes later. */
    private void comparison(RiskAnswers.Other other) throws IOException {
        PlanComparison difference = other.against(result);
        json.name("comparison").beginObject();
        json.name("plan").value(other.name());
        json.name("finish").beginObject();
        figures(other.result().finish());
        json.endObject();
        days("mean_days", difference.meanDifference());
        days("standard_error_days", difference.standardError());
        days("p10_days", difference.p10());
        days("p50_days", difference.p50());
        days("p90_days", difference.p90());
        number("probability_earlier", difference.probabilityEarlier());
        number("probability_later", difference.probabilityLater());
        json.endObject();
    }

    private void tornado() throws IOException {
        json.name("tornado").beginArray();
        for (TornadoBar bar : result.tornado()) {
            source(bar.kind(), bar.name());
            instant("low", bar.low());
            instant("high", bar.high());
            days("swing_days", bar.swing());
            json.endObject();
        }
        json.endArray();
    }

    private void source(Contribution.Kind kind, String name) throws IOException {
        json.beginRow();
        json.name("kind").value(word(kind));
        json.name("name").value(name);
        if (kind == Contribution.Kind.ACTIVITY) {
            json.name("id").value(result.analysis().project().activity(name).row());
        }
    }

    private void contingency() throws IOException {
        json.name("contingency").beginObject();
        number("percentile", asked.contingency());
        instant("date", result.finish().percentile(asked.contingency()));
        List<Contribution> parts = result.contingency(asked.contingency());
        long ticks = parts.stream().mapToLong(p -> p.time().ticks()).sum();
        days("days", WorkTime.ofTicks(ticks));
        json.name("parts").beginArray();
        for (Contribution part : parts) {
            source(part.kind(), part.name());
            days("days", part.time());
            json.endObject();
        }
        json.endArray().endObject();
    }

    private void improvements(List<Improvement> improvements) throws IOException {
        json.name("improvements").beginArray();
        for (Improvement improvement : improvements) {
            source(improvement.kind(), improvement.name());
            json.name("action").value(word(improvement.action()));
            days("gain_days", improvement.gain());
            days("mean_gain_days", improvement.meanGain());
            money("cost", improvement.cost());
            json.endObject();
        }
        json.endArray();
    }

    private void pert(PertResult pert) throws IOException {
        json.name("pert").beginObject();
        json.name("method").value(pert.method().describe());
        instant("mean", pert.finish());
        days("sd_days", pert.standardDeviation());
        for (int percent : USUAL) {
            instant("p" + percent, pert.date(percent / 100.0));
        }
        LocalDateTime plan = result.finish().deterministic();
        number("deterministic_probability", pert.probability(plan));
        number("deterministic_probability_all_paths", pert.probabilityOfAllPaths(plan));
        days("bias_days", pert.bias(result));
        json.endObject();
    }
}
