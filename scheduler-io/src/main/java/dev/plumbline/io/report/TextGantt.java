package dev.plumbline.io.report;

import dev.plumbline.cpm.ActivityTimes;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A Gantt chart of text, for terminals and JShell: a line for each row, a column for each share of the time. */
public final class TextGantt {

    private static final int SHORTEST_NAME = 12;
    private static final int LONGEST_NAME = 36;

    private final PlanFacts facts;
    private final TextStyle style;
    private final TimeScale scale;
    private final Marks marks;
    private final int columns;
    private final int nameWidth;
    private final StringBuilder out = new StringBuilder();

    private TextGantt(PlanFacts facts, Window window, TextStyle style, ChartRows rows) {
        this.facts = facts;
        this.style = style;
        this.scale = TimeScale.of(facts, window);
        this.marks = style.ascii() ? Marks.ASCII : Marks.UNICODE;
        int longest = SHORTEST_NAME;
        for (int i = 0; i < rows.size(); i++) {
            longest = Math.max(longest, TextWidth.of(name(facts.rows().get(rows.position(i)))));
        }
        this.nameWidth = Math.min(longest, Math.min(LONGEST_NAME, style.width() / 3));
        this.columns = style.width() - nameWidth - 3;
    }

    /** Returns the chart with at most so many rows. */
    public static String of(PlanFacts facts, Window window, TextStyle style, int most) {
        ChartRows rows = ChartRows.within(facts.rows(), TimeScale.of(facts, window), most);
        return new TextGantt(facts, window, style, rows).text(rows);
    }

    private String text(ChartRows rows) {
        String name =
                facts.project().name().isBlank() ? "Project" : facts.project().name();
        String dates = Formats.date(facts.start()) + " to " + Formats.date(facts.finish());
        int room = Math.max(1, style.width() - dates.length() - 2);
        out.append(style.bold(TextWidth.cut(SafeText.clean(name), room, style.ascii())));
        out.append("  ").append(dates).append('\n');
        axis();
        for (int i = 0; i < rows.size(); i++) {
            line(facts.rows().get(rows.position(i)));
        }
        if (rows.isCut()) {
            out.append("... ")
                    .append(Formats.count(rows.candidates() - rows.size()))
                    .append(" more rows\n");
        }
        legend();
        return out.toString();
    }

    /** Two lines of dates, each label where its unit begins and only where it has room. */
    private void axis() {
        AxisLevel level = AxisLevel.CENTURIES;
        for (AxisLevel finer : AxisLevel.values()) {
            level = finer != AxisLevel.HOURS && finer.units(scale) * 4 <= columns ? finer : level;
        }
        if (level.major() != AxisLevel.Unit.NONE) {
            axisLine(level.major(), true);
        }
        axisLine(level.minor(), false);
    }

    private void axisLine(AxisLevel.Unit unit, boolean upper) {
        char[] line = new char[columns];
        Arrays.fill(line, ' ');
        LocalDateTime first = scale.from().atStartOfDay();
        LocalDateTime start = unit.floor(first);
        int free = 0;
        while (start.isBefore(scale.to().atStartOfDay())) {
            LocalDateTime next = unit.next(start);
            int column = Math.max(0, column(start));
            String label = upper ? unit.longLabel(start) : unit.shortLabel(start);
            boolean begins = !start.isBefore(first) || (upper && column(next) > label.length());
            if (begins && column >= free && column + label.length() <= columns) {
                label.getChars(0, label.length(), line, column);
                free = column + label.length() + 1;
            }
            start = next;
        }
        out.append((" ".repeat(nameWidth + 3) + new String(line)).stripTrailing())
                .append('\n');
    }

    /** Returns the column of an instant, from 0; outside the chart it lies beyond either end. */
    private int column(LocalDateTime instant) {
        return scale.part(instant, columns);
    }

    private void line(ActivityTimes row) {
        char[] line = new char[columns];
        Arrays.fill(line, ' ');
        facts.dataDate().ifPresent(date -> fill(line, column(date), column(date), marks.dataDate));
        int first = column(row.start());
        int last = Math.max(first, column(row.finish().minusMinutes(1)));
        if (!row.activity().active()) {
            fill(line, first, last, marks.inactive);
        } else if (row.summary()) {
            fill(line, first, last, marks.summary);
        } else if (PlanFacts.isMilestone(row)) {
            floats(line, row, first + 1);
            int at = Math.min(column(row.finish()), columns - 1);
            fill(line, at, at, row.critical() ? marks.criticalMilestone : marks.milestone);
        } else {
            floats(line, row, last + 1);
            fill(line, first, last, row.critical() ? marks.critical : marks.bar);
        }
        String name = TextWidth.left(name(row), nameWidth, style.ascii());
        String sign = row.critical() && !row.summary() ? "!" : " ";
        String text = (name + " " + sign + " " + new String(line)).stripTrailing();
        out.append(row.critical() && !row.summary() ? style.alarm(text) : text).append('\n');
    }

    private void floats(char[] line, ActivityTimes row, int from) {
        boolean open = !row.activity().progress().isComplete();
        if (open && row.lateFinish().isAfter(row.finish()) && !row.totalFloat().isNegative()) {
            fill(line, from, column(row.lateFinish().minusMinutes(1)), marks.spare);
        }
    }

    private static void fill(char[] line, int from, int to, char mark) {
        for (int i = Math.max(0, from); i <= Math.min(to, line.length - 1); i++) {
            line[i] = mark;
        }
    }

    private static String name(ActivityTimes row) {
        int indent = Math.min(row.activity().outlineLevel(), 9) - 1;
        return "  ".repeat(indent) + SafeText.clean(row.activity().name());
    }

    /** Explains the signs, on as many lines as the width asks for. */
    private void legend() {
        List<String> items = new ArrayList<>(
                List.of(marks.critical + " critical (!)", marks.bar + " activity", marks.spare + " total float"));
        if (facts.summaryCount() > 0) {
            items.add(marks.summary + " summary");
        }
        if (!facts.milestones().isEmpty()) {
            items.add(marks.criticalMilestone + " " + marks.milestone + " milestone");
        }
        facts.dataDate().ifPresent(date -> items.add(marks.dataDate + " data date " + Formats.date(date)));
        int used = style.width();
        for (String item : items) {
            boolean fits = used + 2 + item.length() <= style.width();
            out.append(fits ? "  " : "\n").append(item);
            used = fits ? used + 2 + item.length() : item.length();
        }
        out.append('\n');
    }

    /** The signs that a chart is drawn with. */
    private enum Marks {
        UNICODE('█', '▒', '─', '▀', '◆', '◇', '│', '░'),
        ASCII('#', '=', '-', '~', '*', 'o', '|', ':');

        private final char critical;
        private final char bar;
        private final char spare;
        private final char summary;
        private final char criticalMilestone;
        private final char milestone;
        private final char dataDate;
        private final char inactive;

        Marks(char... signs) {
            critical = signs[0];
            bar = signs[1];
            spare = signs[2];
            summary = signs[3];
            criticalMilestone = signs[4];
            milestone = signs[5];
            dataDate = signs[6];
            inactive = signs[7];
        }
    }
}
