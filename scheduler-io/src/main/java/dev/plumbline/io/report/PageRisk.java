package dev.plumbline.io.report;

import dev.plumbline.model.Activity;
import dev.plumbline.risk.ActivityRisk;
import dev.plumbline.risk.Contribution;
import dev.plumbline.risk.CostContribution;
import dev.plumbline.risk.FinishDistribution;
import dev.plumbline.risk.Interval;
import dev.plumbline.risk.Risk;
import dev.plumbline.risk.RiskResult;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;

/** The section of a page that tells how likely dates and costs are. */
final class PageRisk {

    private static final int[] PERCENTILES = {10, 50, 80, 90};
    private static final int GOAL = 80;

    private final RiskResult result;
    private final RiskFigures figures;
    private final Markup out;
    private final Appendable target;
    private final PageTables tables;
    private final int most;

    PageRisk(RiskResult result, Appendable target, PageTables tables, int most) {
        this.result = result;
        this.figures = new RiskFigures(result);
        this.out = new Markup(target);
        this.target = target;
        this.tables = tables;
        this.most = most;
    }

    void write() throws IOException {
        FinishDistribution finish = result.finish();
        out.raw("<p>In ").raw(Formats.count(result.iterations())).raw(" simulated runs of the plan (seed ");
        out.raw(result.seed()).raw("), ");
        out.raw(RiskFigures.percent(finish.deterministicProbability()));
        out.raw(" finish by the planned ").raw(Formats.dateTime(finish.deterministic()));
        out.raw(". Four of five finish by ")
                .raw(Formats.dateTime(finish.percentile(GOAL)))
                .raw(".</p>\n");
        drawings();
        percentiles();
        milestones();
        activities();
        contingency();
        costContingency();
        register();
    }

    private void drawings() throws IOException {
        out.raw("<div class=\"plots\">\n");
        caption("Finish", "bars, left: runs that finish then; line, right: runs that have finished by then");
        figures.finish(target, false);
        out.raw("</figure>\n");
        if (result.cost().isPresent()) {
            caption("Finish and cost", "each dot is a run; so many keep both below a dashed line and left of it");
            figures.cost(target, false);
            out.raw("</figure>\n");
        }
        caption(
                "What moves the finish",
                "mean finish where an input is low (green) and where it is high (blue); working days between them");
        figures.tornado(target, false);
        out.raw("</figure>\n");
        caption("How often activities are critical", "share of the runs; the activities whose duration matters most");
        figures.criticality(target, false);
        out.raw("</figure>\n</div>\n");
    }

    private void caption(String title, String remark) throws IOException {
        out.raw("<figure><figcaption>").text(title);
        out.raw(remark.isEmpty() ? "" : "<small>" + remark + "</small>").raw("</figcaption>\n");
    }

    private void percentiles() throws IOException {
        boolean costs = result.cost().isPresent();
        out.raw(
                "<h3>Percentiles</h3>\n<p>By the date, so many percent of the runs have finished; the interval holds the true "
                        + "date with 95% confidence.</p>\n");
        tables.open("Percentile", "Finish", "From", "To", costs ? "Cost>" : "", costs ? "Both kept>" : "");
        for (int percent : PERCENTILES) {
            Interval<LocalDateTime> band = result.finish().confidence(percent);
            out.raw("<tr>");
            tables.cell("v", "P" + percent);
            tables.cell("v", Formats.dateTime(result.finish().percentile(percent)));
            tables.cell("v", Formats.dateTime(band.low()));
            tables.cell("v", Formats.dateTime(band.high()));
            if (costs) {
                var cost = result.cost().orElseThrow().percentile(percent);
                tables.cell("q", Formats.count(Math.round(cost.doubleValue())));
                tables.cell(
                        "q",
                        RiskFigures.percent(
                                result.jointConfidence(result.finish().percentile(percent), cost)));
            }
            out.raw("</tr>\n");
        }
        tables.close(PERCENTILES.length, PERCENTILES.length);
    }

    private void milestones() throws IOException {
        List<String> ids = result.tracked().stream()
                .filter(id ->
                        !result.analysis().project().activity(id).progress().isComplete())
                .toList();
        if (ids.isEmpty()) {
            return;
        }
        out.raw("<h3>Milestones</h3>\n<p>How likely the planned date and the deadline are kept.</p>\n");
        tables.open("ID", "Milestone", "Planned", "Kept>", "P50", "P80", "Deadline", "Kept>");
        for (String id : ids.subList(0, Math.min(most, ids.size()))) {
            Activity activity = result.analysis().project().activity(id);
            FinishDistribution finish = result.finish(id);
            LocalDateTime deadline = activity.deadline();
            begin(activity);
            tables.cell("v", Formats.dateTime(finish.deterministic()));
            tables.cell("q", RiskFigures.percent(finish.deterministicProbability()));
            tables.cell("v", Formats.dateTime(finish.percentile(50)));
            tables.cell("v", Formats.dateTime(finish.percentile(GOAL)));
            tables.cell("v", deadline == null ? "" : Formats.dateTime(deadline));
            tables.cell("q", deadline == null ? "" : RiskFigures.percent(finish.probability(deadline)));
            out.raw("</tr>\n");
        }
        tables.close(ids.size(), most);
    }

    private void begin(Activity activity) throws IOException {
        out.raw("<tr>");
        tables.cell("v", activity.id());
        out.raw("<td class=\"x\"><bdi>").text(activity.name()).raw("</bdi></td>");
    }

    private void activities() throws IOException {
        List<ActivityRisk> all = result.sensitivities();
        if (all.isEmpty()) {
            return;
        }
        out.raw(
                "<h3>Uncertain activities</h3>\n<p>The most sensitive first: critical how often, how closely the finish "
                        + "follows the duration, and both with the spread of the duration.</p>\n");
        tables.open(
                "ID",
                "Activity",
                "Criticality>",
                "Cruciality>",
                "Significance>",
                "Sensitivity>",
                "Mean>",
                "Deviation>");
        for (ActivityRisk risk : all.subList(0, Math.min(most, all.size()))) {
            begin(risk.activity());
            tables.cell("q", RiskFigures.percent(risk.criticality()));
            tables.cell("q", hundredths(Math.abs(risk.pearson())));
            tables.cell("q", hundredths(risk.significance()));
            tables.cell("q", hundredths(risk.ssi()));
            tables.cell("q", figures.days(risk.mean()));
            tables.cell("q", figures.days(risk.standardDeviation()));
            out.raw("</tr>\n");
        }
        tables.close(all.size(), most);
    }

    private static String hundredths(double value) {
        return Formats.fixed(Math.round(100 * value), 100, 2);
    }

    private void contingency() throws IOException {
        List<Contribution> parts = result.contingency(GOAL);
        if (parts.isEmpty()) {
            return;
        }
        out.raw("<h3>Contingency</h3>\n<p>The working time from the planned finish to P80, shared out to what makes it "
                + "necessary.</p>\n");
        tables.open("Kind", "Input", "Share>");
        for (Contribution part : parts.subList(0, Math.min(most, parts.size()))) {
            share(part.kind(), part.name());
            tables.days(part.time().isNegative(), figures.days(part.time()));
            out.raw("</tr>\n");
        }
        tables.close(parts.size(), most);
    }

    private void costContingency() throws IOException {
        List<CostContribution> parts = result.costContingency(GOAL);
        if (parts.isEmpty()) {
            return;
        }
        out.raw(
                "<h3>Contingency for cost</h3>\n<p>The amount from the planned cost to P80, shared out likewise.</p>\n");
        tables.open("Kind", "Input", "Share>");
        for (CostContribution part : parts.subList(0, Math.min(most, parts.size()))) {
            share(part.kind(), part.name());
            boolean negative = part.amount().signum() < 0;
            tables.days(negative, Formats.count(Math.round(part.amount().doubleValue())));
            out.raw("</tr>\n");
        }
        tables.close(parts.size(), most);
    }

    private void share(Contribution.Kind kind, String name) throws IOException {
        out.raw("<tr>");
        tables.cell("v", kind.name().toLowerCase(java.util.Locale.ROOT));
        out.raw("<td class=\"x\"><bdi>").text(figures.name(kind, name)).raw("</bdi></td>");
    }

    private void register() throws IOException {
        List<Risk> risks = result.analysis().risks();
        if (risks.isEmpty()) {
            return;
        }
        out.raw("<h3>Risk register</h3>\n");
        tables.open("ID", "Risk", "Probability>", "Impacts", "Mitigated>", "Cost of mitigation>");
        for (Risk risk : risks.subList(0, Math.min(most, risks.size()))) {
            out.raw("<tr>");
            tables.cell("v", risk.id());
            tables.cell("x", risk.name());
            tables.cell("q", RiskFigures.percent(risk.probability()));
            tables.cell("x", String.join("; ", figures.impacts(risk.impacts())));
            tables.cell(
                    "q",
                    risk.afterMitigation()
                            .map(m -> RiskFigures.percent(m.probability()))
                            .orElse(""));
            tables.cell(
                    "q",
                    risk.afterMitigation()
                            .map(m -> Formats.count(m.cost().longValue()))
                            .orElse(""));
            out.raw("</tr>\n");
        }
        tables.close(risks.size(), most);
    }
}
