package dev.plumbline.io.report;

import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.model.Problem;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** The lists of a page below its chart. */
final class PageTables {

    private final PlanFacts facts;
    private final Markup out;
    private final int most;
    private final boolean numbered;
    private final boolean coded;

    PageTables(PlanFacts facts, Markup out, int most) {
        this.facts = facts;
        this.out = out;
        this.most = most;
        this.numbered = facts.rows().stream()
                .anyMatch(r ->
                        !r.activity().id().equals(Integer.toString(r.activity().row())));
        this.coded = facts.isCoded();
    }

    void criticalPath() throws IOException {
        List<ActivityTimes> path = facts.criticalPath();
        if (path.isEmpty()) {
            good("No activity is critical.");
            return;
        }
        open("ID", "Activity", "Duration>", "Start", "Finish", "Total float>", "Driven by");
        for (ActivityTimes row : path.subList(0, Math.min(most, path.size()))) {
            out.raw("<tr>");
            cell("v", row.activity().id());
            name(row);
            cell("q", facts.duration(row));
            cell("v", Formats.dateTime(row.start()));
            cell("v", Formats.dateTime(row.finish()));
            days(row.totalFloat().isNegative(), facts.days(row.totalFloat()));
            cell("x", facts.driver(row));
            out.raw("</tr>\n");
        }
        close(path.size());
    }

    void milestones() throws IOException {
        List<ActivityTimes> milestones = facts.milestones();
        if (milestones.isEmpty()) {
            good("The plan has no milestones.");
            return;
        }
        open("ID", "Milestone", "Date", "Latest", "Total float>", "Deadline", "State");
        for (ActivityTimes row : milestones.subList(0, Math.min(most, milestones.size()))) {
            out.raw(row.critical() ? "<tr class=\"c\">" : "<tr>");
            cell("v", row.activity().id());
            name(row);
            cell("v", Formats.dateTime(row.finish()));
            cell("v", Formats.dateTime(row.lateFinish()));
            days(row.totalFloat().isNegative(), facts.days(row.totalFloat()));
            LocalDateTime deadline = row.activity().deadline();
            cell("v", deadline == null ? "" : Formats.dateTime(deadline));
            cell(PlanFacts.missesDeadline(row) ? "v error" : "v", state(row));
            out.raw("</tr>\n");
        }
        close(milestones.size());
    }

    private static String state(ActivityTimes row) {
        if (row.activity().progress().isComplete()) {
            return "reached";
        }
        if (PlanFacts.missesDeadline(row)) {
            return "misses its deadline";
        }
        return row.critical() ? "critical" : "";
    }

    void findings() throws IOException {
        List<Problem> findings = facts.findings();
        if (findings.isEmpty()) {
            good("Nothing to remark.");
            return;
        }
        open("Severity", "Code", "Place", "Message", "What to do");
        for (Problem problem : findings.subList(0, Math.min(most, findings.size()))) {
            String severity = problem.severity().name().toLowerCase(Locale.ROOT);
            String file = problem.location().toString();
            out.raw("<tr>");
            cell(severity, severity);
            cell("v", problem.code());
            cell("x", file.isEmpty() ? problem.location().path() : file);
            cell("x", problem.message());
            cell("x", problem.hint());
            out.raw("</tr>\n");
        }
        close(findings.size());
    }

    void activities() throws IOException {
        ChartRows rows = ChartRows.ofPlan(facts.rows(), most);
        out.raw("<div class=\"wide\"><table class=\"list\"><thead><tr>");
        heading(numbered ? "Row>" : "");
        heading("ID");
        heading(coded ? "WBS" : "");
        for (String title : new String[] {
            "Activity", "Duration>", "Start", "Finish", "Total float>", "Free float>", "Driven by", "Critical"
        }) {
            heading(title);
        }
        out.raw("</tr></thead><tbody>\n");
        for (int i = 0; i < rows.size(); i++) {
            activity(facts.rows().get(rows.position(i)));
        }
        close(rows.candidates());
    }

    private void activity(ActivityTimes row) throws IOException {
        out.raw("<tr").raw(style(row)).raw(">");
        if (numbered) {
            cell("q", Integer.toString(row.activity().row()));
        }
        cell("v", row.activity().id());
        if (coded) {
            cell("v", row.activity().wbs());
        }
        name(row);
        cell("q", facts.duration(row));
        cell("v", Formats.dateTime(row.start()));
        cell("v", Formats.dateTime(row.finish()));
        boolean counts = !row.summary() && row.activity().active();
        days(counts && row.totalFloat().isNegative(), counts ? facts.days(row.totalFloat()) : "");
        cell("q", counts ? facts.days(row.freeFloat()) : "");
        cell("x", counts ? facts.driver(row) : "");
        cell("v", row.critical() ? "yes" : "");
        out.raw("</tr>\n");
    }

    private static String style(ActivityTimes row) {
        StringJoiner styles = new StringJoiner(" ", " class=\"", "\"").setEmptyValue("");
        if (row.summary()) {
            styles.add("s");
        }
        if (row.critical()) {
            styles.add("c");
        }
        if (!row.activity().active()) {
            styles.add("off");
        }
        return styles.toString();
    }

    void name(ActivityTimes row) throws IOException {
        int indent = Math.min(row.activity().outlineLevel(), 9);
        out.raw("<td class=\"x i")
                .raw(indent)
                .raw("\"><bdi>")
                .text(row.activity().name())
                .raw("</bdi></td>");
    }

    void days(boolean negative, String text) throws IOException {
        cell(negative ? "q neg" : "q", text);
    }

    void cell(String style, String text) throws IOException {
        out.element("td", style, text);
    }

    /** Opens a table; a title that ends with {@code >} heads numbers. */
    void open(String... titles) throws IOException {
        out.raw("<div class=\"wide\"><table class=\"list\"><thead><tr>");
        for (String title : titles) {
            heading(title);
        }
        out.raw("</tr></thead><tbody>\n");
    }

    private void heading(String title) throws IOException {
        if (!title.isEmpty()) {
            boolean number = title.endsWith(">");
            out.raw("<th scope=\"col\"").raw(number ? " class=\"q\">" : ">");
            out.text(number ? title.substring(0, title.length() - 1) : title).raw("</th>");
        }
    }

    private void close(int all) throws IOException {
        close(all, most);
    }

    /** Closes a table and says where it was cut. */
    void close(int all, int shown) throws IOException {
        out.raw("</tbody></table></div>\n");
        if (all > shown) {
            out.raw("<p class=\"note\">").raw(Formats.count(shown)).raw(" of ").raw(Formats.count(all));
            out.raw(" rows shown; ask for all rows to see the rest.</p>\n");
        }
    }

    void good(String text) throws IOException {
        out.element("p", "good", text).raw("\n");
    }
}
