package dev.plumbline.io.report;

import java.io.IOException;

/** The key to a Gantt chart: a sample of each mark that the plan can show. */
final class ChartLegend {

    private ChartLegend() {}

    static void write(Markup out, PlanFacts facts) throws IOException {
        out.raw("<ul class=\"legend\">");
        item(out, "Critical", "<g class=\"c\"><rect class=\"b\" x=\"1\" width=\"32\" y=\"6\" height=\"12\"/></g>");
        item(out, "Activity", "<rect class=\"b\" x=\"1\" width=\"32\" y=\"6\" height=\"12\"/>");
        if (facts.startedCount() + facts.completeCount() > 0) {
            item(
                    out,
                    "Progress",
                    "<rect class=\"b\" x=\"1\" width=\"32\" y=\"6\" height=\"12\"/>"
                            + "<rect class=\"d\" x=\"1\" width=\"20\" y=\"10\" height=\"4\"/>");
        }
        item(
                out,
                "Total float",
                "<line class=\"f\" x1=\"2\" x2=\"31\" y1=\"12\" y2=\"12\"/><use href=\"#fe\" x=\"31\"/>");
        if (facts.rows().stream().anyMatch(r -> r.totalFloat().isNegative())) {
            item(
                    out,
                    "Negative float",
                    "<line class=\"fn\" x1=\"3\" x2=\"32\" y1=\"12\" y2=\"12\"/><use href=\"#fm\" x=\"3\" y=\"-8\"/>");
        }
        if (facts.summaryCount() > 0) {
            item(
                    out,
                    "Summary",
                    "<rect class=\"s\" x=\"1\" width=\"32\" y=\"7\" height=\"5\"/><use href=\"#sl\" class=\"s\" x=\"1\"/>"
                            + "<use href=\"#sr\" class=\"s\" x=\"33\"/>");
        }
        if (!facts.milestones().isEmpty()) {
            item(out, "Milestone", "<use href=\"#m\" x=\"9\"/><g class=\"c\"><use href=\"#mc\" x=\"25\"/></g>");
        }
        if (facts.rows().stream().anyMatch(r -> TimeScale.baseline(r.activity().baselines()) != null)) {
            item(out, "Baseline", "<rect class=\"bl\" x=\"1\" width=\"32\" y=\"11\" height=\"3\"/>");
        }
        if (facts.rows().stream().anyMatch(r -> r.activity().deadline() != null)) {
            item(out, "Deadline (met, missed)", "<use href=\"#dl\" x=\"9\"/><use href=\"#dm\" x=\"25\"/>");
        }
        if (facts.rows().stream().anyMatch(r -> !r.activity().active())) {
            item(out, "Inactive", "<rect class=\"off\" x=\"1\" width=\"32\" y=\"6\" height=\"12\"/>");
        }
        if (!facts.project().relationships().isEmpty()) {
            item(
                    out,
                    "Relationship (critical, driving, other)",
                    arrow(Arrows.Style.CRITICAL, 5) + arrow(Arrows.Style.DRIVING, 12) + arrow(Arrows.Style.PLAIN, 19));
        }
        item(out, "Non-working time", "<rect class=\"nw\" x=\"1\" width=\"32\" y=\"2\" height=\"20\"/>");
        if (facts.dataDate().isPresent()) {
            item(out, "Data date", "<line class=\"ddl\" x1=\"17\" x2=\"17\" y1=\"1\" y2=\"23\"/>");
        }
        out.raw("</ul>\n");
    }

    private static String arrow(Arrows.Style style, int y) {
        return "<g class=\"" + style.code() + "\"><line x1=\"1\" x2=\"33\" y1=\"" + y + "\" y2=\"" + y + "\"/></g>";
    }

    private static void item(Markup out, String name, String sample) throws IOException {
        out.raw("<li><svg width=\"34\" height=\"24\" aria-hidden=\"true\">")
                .raw(sample)
                .raw("</svg>");
        out.raw(name).raw("</li>\n");
    }
}
