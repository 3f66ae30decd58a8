package dev.plumbline.io.report;

import dev.plumbline.model.Severity;
import dev.plumbline.risk.RiskResult;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One page that needs nothing else: styles, script and chart are inside it, and a content security policy keeps the browser
 * from loading or running anything that was not written here. It can be read without the script, on paper and in the dark.
 */
public final class HtmlReport {

    private final PlanFacts facts;
    private final Markup out;
    private final Appendable target;
    private final int mostRows;
    private final @Nullable RiskResult risk;

    private HtmlReport(PlanFacts facts, @Nullable RiskResult risk, Appendable target, int mostRows) {
        this.facts = facts;
        this.risk = risk;
        this.out = new Markup(target);
        this.target = target;
        this.mostRows = mostRows;
    }

    /**
     * Writes the page, piece by piece.
     *
     * @param risk a simulation of the plan, if there is one
     * @param window the dates of the chart
     * @param mostRows how many rows the chart and each list may have
     */
    public static void write(PlanFacts facts, @Nullable RiskResult risk, Window window, int mostRows, Appendable target)
            throws IOException {
        new HtmlReport(facts, risk, target, mostRows).page(new GanttChart(facts, window, mostRows));
    }

    private void page(GanttChart chart) throws IOException {
        head(chart);
        out.raw("<body>\n");
        header();
        keyFigures();
        out.raw("<section id=\"gantt\"><h2>Gantt chart</h2>\n");
        chart.write(out);
        out.raw("</section>\n");
        PageTables tables = new PageTables(facts, out, mostRows);
        section("critical", "Critical path", facts.criticalPath().size());
        tables.criticalPath();
        out.raw("</section>\n");
        PagePaths paths = new PagePaths(facts, out, tables, mostRows);
        section("paths", "Paths", paths.longestCount());
        paths.write();
        out.raw("</section>\n");
        section("milestones", "Milestones", facts.milestones().size());
        tables.milestones();
        out.raw("</section>\n");
        if (risk != null) {
            section("risk", "Risk", 0);
            new PageRisk(risk, target, tables, mostRows).write();
            out.raw("</section>\n");
        }
        PageLoads loads = new PageLoads(facts, out, tables, mostRows);
        section("resources", "Resources", loads.count());
        loads.write();
        out.raw("</section>\n");
        section("findings", "Findings", facts.findings().size());
        tables.findings();
        out.raw("</section>\n");
        section("activities", "Activities", facts.rows().size());
        tables.activities();
        out.raw("</section>\n");
        out.raw("<footer>Written by Plumbline. Durations and floats are working time; ");
        out.raw(Formats.decimal(facts.conversion().minutesPerDay(), 60, 2)).raw(" hours make a day.</footer>\n");
        out.raw("<script>").raw(PageResources.text("report.js")).raw("</script>\n</body>\n</html>\n");
    }

    private void head(GanttChart chart) throws IOException {
        String css = "\n" + PageResources.text("report.css") + (risk == null ? "" : PageResources.text("plot.css"))
                + chart.styles();
        out.raw("<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n");
        out.raw("<meta charset=\"utf-8\"/>\n");
        out.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src ");
        out.raw(PageResources.hash(css)).raw("; script-src ");
        out.raw(PageResources.hash(PageResources.text("report.js")));
        out.raw("; base-uri 'none'; form-action 'none'\"/>\n");
        out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        out.raw("<meta name=\"referrer\" content=\"no-referrer\"/>\n");
        out.raw("<title>").text(title()).raw("</title>\n<style>").raw(css).raw("</style>\n</head>\n");
    }

    private String title() {
        return facts.project().name().isBlank() ? "Project" : facts.project().name();
    }

    private void header() throws IOException {
        out.raw("<header><h1><bdi>").text(title()).raw("</bdi></h1>\n<p>");
        out.raw(Formats.dateTime(facts.start())).raw(" to ").raw(Formats.dateTime(facts.finish()));
        out.raw(facts.dataDate().map(d -> ", data date " + Formats.dateTime(d)).orElse(""));
        out.raw(
                "</p>\n<nav aria-label=\"Sections\"><a href=\"#gantt\">Gantt chart</a><a href=\"#critical\">Critical path</a>");
        out.raw(
                "<a href=\"#paths\">Paths</a><a href=\"#milestones\">Milestones</a><a href=\"#resources\">Resources</a>");
        out.raw(risk == null ? "" : "<a href=\"#risk\">Risk</a>");
        out.raw("<a href=\"#findings\">Findings</a><a href=\"#activities\">Activities</a></nav></header>\n");
    }

    private void section(String id, String title, int count) throws IOException {
        out.raw("<section id=\"").raw(id).raw("\"><h2>").raw(title);
        out.raw(count > 0 ? "<small>" + Formats.count(count) + "</small>" : "").raw("</h2>\n");
    }

    private void keyFigures() throws IOException {
        out.raw("<div class=\"keys\">\n");
        key(
                "",
                "Finish",
                Formats.date(facts.finish()),
                "at " + Formats.dateTime(facts.finish()).substring(11));
        key("", "Duration", facts.days(facts.duration()), "from " + Formats.date(facts.start()));
        key("", "Activities", Formats.count(facts.activityCount()), progress());
        long critical = facts.criticalPath().size();
        key(
                "",
                "Critical",
                Formats.count(critical),
                share(critical, facts.activityCount() + facts.milestones().size()));
        key("", "Milestones", Formats.count(facts.milestones().size()), nextMilestone());
        long deadlines = facts.rows().stream()
                .filter(r -> r.activity().deadline() != null)
                .count();
        long late = facts.missedDeadlines();
        if (deadlines > 0) {
            key(late > 0 ? "bad" : "", "Deadlines", Formats.count(deadlines), Formats.count(late) + " missed");
        }
        int overloaded = facts.overloadsByResource().size();
        key(
                overloaded > 0 ? "bad" : "",
                "Overloaded",
                Formats.count(overloaded),
                "of " + Formats.count(facts.project().resources().size(), "resource", "resources"));
        long errors = facts.findings(Severity.ERROR);
        long warnings = facts.findings(Severity.WARNING);
        key(
                errors > 0 ? "bad" : "",
                "Findings",
                Formats.count(facts.findings().size()),
                Formats.count(errors, "error", "errors") + ", " + Formats.count(warnings, "warning", "warnings"));
        out.raw("</div>\n");
    }

    private String progress() {
        long done = facts.completeCount();
        long started = facts.startedCount();
        return done + started == 0
                ? "none started"
                : Formats.count(done) + " done, " + Formats.count(started) + " under way";
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "" : Formats.decimal(100 * part, whole, 0) + "% of all";
    }

    private String nextMilestone() {
        return facts.milestones().stream()
                .filter(m -> !m.activity().progress().isComplete())
                .findFirst()
                .map(m -> "next " + Formats.date(m.finish()))
                .orElse("");
    }

    private void key(String style, String name, String value, String remark) throws IOException {
        out.raw("<div").raw(style.isEmpty() ? "" : " class=\"" + style + "\"").raw("><dl>");
        out.element("dt", name).element("dd", value).element("dd", remark).raw("</dl></div>\n");
    }
}
