package dev.plumbline.io.report;

import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.level.Overallocation;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Resource;
import dev.plumbline.model.Severity;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A schedule in the terminal: when it finishes, what decides that, what comes when, who is overloaded, what is odd. */
public final class TextSummary {

    private static final int MOST_NAMES = 5;

    private final PlanFacts facts;
    private final TextStyle style;
    private final int most;
    private final StringBuilder out = new StringBuilder();

    private TextSummary(PlanFacts facts, TextStyle style, int most) {
        this.facts = facts;
        this.style = style;
        this.most = most;
    }

    /** Returns the summary, with at most so many rows in each list. */
    public static String of(PlanFacts facts, TextStyle style, int most) {
        return new TextSummary(facts, style, most).text();
    }

    private String text() {
        String name =
                facts.project().name().isBlank() ? "Project" : facts.project().name();
        out.append(style.bold(TextWidth.cut(SafeText.clean(name), style.width(), style.ascii())));
        out.append("\n\n");
        figure("Finish", Formats.dateTime(facts.finish()));
        figure("Start", Formats.dateTime(facts.start()) + ", " + facts.days(facts.duration()) + " of work");
        facts.dataDate().ifPresent(date -> figure("Data date", Formats.dateTime(date)));
        figure("Activities", activities());
        criticalPath();
        milestones();
        resources();
        findings();
        return out.toString();
    }

    private void figure(String name, String value) {
        out.append("  ")
                .append(TextWidth.left(name, 12, style.ascii()))
                .append(value)
                .append('\n');
    }

    private String activities() {
        String text = Formats.count(facts.activityCount());
        long done = facts.completeCount();
        long started = facts.startedCount();
        if (done + started > 0) {
            text += " (" + Formats.count(done) + " done, " + Formats.count(started) + " under way)";
        }
        if (facts.summaryCount() > 0) {
            text += " below " + Formats.count(facts.summaryCount(), "summary", "summaries");
        }
        return text + ", " + Formats.count(facts.project().relationships().size(), "relationship", "relationships");
    }

    private void heading(String title, int count) {
        out.append('\n').append(style.bold(title)).append(count == 0 ? ": none" : " (" + Formats.count(count) + ")");
        out.append('\n');
    }

    /** Shows the head and the tail of a long path: where it begins and what it ends in. */
    private void criticalPath() {
        List<ActivityTimes> path = facts.criticalPath();
        heading("Critical path", path.size());
        if (path.isEmpty()) {
            return;
        }
        TextColumns table = new TextColumns(style, "ID", "Activity*", "Duration>", "Start", "Finish", "Float>");
        int head = path.size() <= most ? path.size() : most - most / 3;
        int tail = Math.min(most / 3, path.size() - head);
        path.subList(0, head).forEach(row -> addTo(table, row));
        if (head + tail < path.size()) {
            table.add(false, "...", Formats.count(path.size() - head - tail) + " more", "", "", "", "");
        }
        path.subList(path.size() - tail, path.size()).forEach(row -> addTo(table, row));
        table.appendTo(out);
    }

    private void addTo(TextColumns table, ActivityTimes row) {
        table.add(
                false,
                row.activity().id(),
                row.activity().name(),
                facts.duration(row),
                Formats.dateTime(row.start()),
                Formats.dateTime(row.finish()),
                facts.days(row.totalFloat()));
    }

    private void milestones() {
        List<ActivityTimes> milestones = facts.milestones();
        heading("Milestones", milestones.size());
        if (milestones.isEmpty()) {
            return;
        }
        TextColumns table = new TextColumns(style, "ID", "Milestone*", "Date", "Float>", "Deadline", "State");
        for (ActivityTimes row : milestones.subList(0, Math.min(most, milestones.size()))) {
            LocalDateTime deadline = row.activity().deadline();
            boolean late = PlanFacts.missesDeadline(row);
            table.add(
                    late,
                    row.activity().id(),
                    row.activity().name(),
                    Formats.dateTime(row.finish()),
                    facts.days(row.totalFloat()),
                    deadline == null ? "" : Formats.dateTime(deadline),
                    late ? "late" : state(row));
        }
        table.appendTo(out);
        more(milestones.size());
    }

    private static String state(ActivityTimes row) {
        if (row.activity().progress().isComplete()) {
            return "reached";
        }
        return row.critical() ? "critical" : "";
    }

    private void resources() {
        Map<Resource, List<Overallocation>> overloads = facts.overloadsByResource();
        heading("Overloaded resources", overloads.size());
        if (overloads.isEmpty()) {
            return;
        }
        TextColumns table = new TextColumns(
                style, "Resource*", "Spans>", "Worst from", "To", "Demand>", "Capacity>", "Missing>", "Activities");
        overloads.entrySet().stream().limit(most).forEach(entry -> addTo(table, entry.getKey(), entry.getValue()));
        table.appendTo(out);
        more(overloads.size());
    }

    /** Adds a line for a resource: its worst span, and the work that doesn't fit in all of them. */
    private static void addTo(TextColumns table, Resource resource, List<Overallocation> spans) {
        Overallocation worst = spans.get(0);
        long missing = 0;
        for (Overallocation span : spans) {
            missing += span.excess().ticks();
            worst = span.excess().compareTo(worst.excess()) > 0 ? span : worst;
        }
        List<String> ids = worst.activities();
        table.add(
                false,
                resource.name(),
                Formats.count(spans.size()),
                Formats.dateTime(worst.from()),
                Formats.dateTime(worst.to()),
                Formats.units(worst.demand()),
                Formats.units(worst.capacity()),
                Formats.decimal(missing, 600, 1) + "h",
                String.join(", ", ids.subList(0, Math.min(MOST_NAMES, ids.size())))
                        + (ids.size() > MOST_NAMES ? ", ..." : ""));
    }

    private void findings() {
        List<Problem> findings = facts.findings();
        out.append('\n').append(style.bold("Findings"));
        out.append(findings.isEmpty() ? ": none" : ": " + counts()).append('\n');
        for (Problem problem : findings.subList(0, Math.min(most, findings.size()))) {
            for (String line : wrap(problem.toString(), style.width() - 2)) {
                out.append("  ").append(colour(problem.severity(), line)).append('\n');
            }
        }
        more(findings.size());
    }

    private String counts() {
        List<String> parts = new ArrayList<>();
        addCount(parts, facts.findings(Severity.ERROR), "error", "errors");
        addCount(parts, facts.findings(Severity.WARNING), "warning", "warnings");
        addCount(parts, facts.findings(Severity.INFO), "remark", "remarks");
        return String.join(", ", parts);
    }

    private static void addCount(List<String> parts, long count, String one, String many) {
        if (count > 0) {
            parts.add(Formats.count(count, one, many));
        }
    }

    private String colour(Severity severity, String line) {
        return switch (severity) {
            case ERROR -> style.alarm(line);
            case WARNING -> style.warning(line);
            case INFO -> line;
        };
    }

    private void more(int all) {
        if (all > most) {
            out.append("  ... ").append(Formats.count(all - most)).append(" more\n");
        }
    }

    /** Returns the text in lines of at most so many columns, broken at blanks where there are any, later lines indented. */
    private List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : SafeText.clean(text, 1000).split(" ", -1)) {
            if (line.length() > 2 && TextWidth.of(line.toString()) + 1 + TextWidth.of(word) > columns) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(' ');
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        lines.replaceAll(l -> TextWidth.cut(l, columns, style.ascii()));
        return lines;
    }
}
