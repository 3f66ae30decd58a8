package dev.plumbline.io.report;

import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Baseline;
import java.io.IOException;
import java.time.LocalDateTime;

/** Draws what one row of a Gantt chart shows on its time axis. */
final class GanttBars {

    private static final long WIDTH = 1_000_000;
    private static final int CHARACTER = 7;
    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_TITLE = 120;

    private final PlanFacts facts;
    private final TimeScale scale;

    GanttBars(PlanFacts facts, TimeScale scale) {
        this.facts = facts;
        this.scale = scale;
    }

    /** Writes the row whose top is so many pixels below that of its block. */
    void write(Markup out, ActivityTimes row, int top) throws IOException {
        out.raw("<g").raw(row.critical() ? " class=\"c\"" : "").raw("><title>");
        title(out, row);
        out.raw("</title>");
        if (!row.activity().active()) {
            rect(out, "off", row.start(), row.finish(), top + Arrows.BAR_TOP, 12);
        } else if (row.summary()) {
            summary(out, row, top);
        } else if (PlanFacts.isMilestone(row)) {
            baseline(out, row, top);
            floats(out, row, top);
            use(out, row.critical() ? "mc" : "m", scale.place(row.finish()), top);
        } else {
            baseline(out, row, top);
            floats(out, row, top);
            bar(out, row, top);
        }
        deadline(out, row, top);
        out.raw("</g>");
    }

    private void title(Markup out, ActivityTimes row) throws IOException {
        Activity activity = row.activity();
        out.text(activity.name(), LONGEST_TITLE).raw("\n");
        if (!activity.wbs().isEmpty()) {
            out.raw("WBS ").text(activity.wbs(), 40).raw(", ");
        }
        out.raw("id ").text(activity.id(), 40).raw("\n");
        out.raw(Formats.dateTime(row.start())).raw(" to ").raw(Formats.dateTime(row.finish()));
        out.raw(", ").raw(facts.duration(row));
        if (!activity.active()) {
            out.raw("\ninactive");
        } else if (row.summary()) {
            out.raw("\nsummary");
        } else {
            out.raw("\ntotal float ").raw(facts.days(row.totalFloat()));
            out.raw(", free float ").raw(facts.days(row.freeFloat()));
            out.raw(row.critical() ? ", critical" : "").raw("\ndriven by ");
            out.text(facts.driver(row), LONGEST_TITLE);
        }
        double percent = activity.progress().percentComplete();
        if (percent > 0) {
            out.raw("\n").raw(Math.round(percent)).raw("% complete");
        }
        if (activity.deadline() != null) {
            out.raw("\ndeadline ").raw(Formats.dateTime(activity.deadline()));
        }
    }

    private void summary(Markup out, ActivityTimes row, int top) throws IOException {
        rect(out, "s", row.start(), row.finish(), top + 7, 5);
        use(out, "sl\" class=\"s", scale.place(row.start()), top);
        use(out, "sr\" class=\"s", scale.place(row.finish()), top);
    }

    private void bar(Markup out, ActivityTimes row, int top) throws IOException {
        rect(out, "b", row.start(), row.finish(), top + Arrows.BAR_TOP, Arrows.BAR_BOTTOM - Arrows.BAR_TOP);
        double percent = row.activity().progress().isComplete()
                ? 100
                : row.activity().progress().percentComplete();
        if (percent > 0) {
            long from = scale.place(row.start());
            long width = Math.round((scale.place(row.finish()) - from) * percent / 100);
            rect(out, "d", from, width, top + 10, 4);
        }
    }

    private void baseline(Markup out, ActivityTimes row, int top) throws IOException {
        Baseline baseline = TimeScale.baseline(row.activity().baselines());
        if (baseline != null && baseline.start() != null && baseline.finish() != null) {
            rect(out, "bl", baseline.start(), baseline.finish(), top + 19, 3);
        }
    }

    /** Draws positive float behind the finish, negative float below the bar back to the date that is missed. */
    private void floats(Markup out, ActivityTimes row, int top) throws IOException {
        if (row.activity().progress().isComplete() || row.lateFinish().equals(row.finish())) {
            return;
        }
        boolean negative = row.lateFinish().isBefore(row.finish());
        if (row.totalFloat().isNegative() != negative || row.totalFloat().isZero()) {
            return;
        }
        int y = negative ? top + Arrows.BAR_BOTTOM + 2 : top + 12;
        out.raw("<line class=\"").raw(negative ? "fn" : "f").raw("\" x1=\"").raw(scale.x(row.finish()));
        out.raw("\" x2=\"")
                .raw(scale.x(row.lateFinish()))
                .raw("\" y1=\"")
                .raw(y)
                .raw("\" y2=\"")
                .raw(y)
                .raw("\"/>");
        use(out, negative ? "fm" : "fe", scale.place(row.lateFinish()), top);
    }

    private void deadline(Markup out, ActivityTimes row, int top) throws IOException {
        if (row.activity().deadline() != null && row.activity().active()) {
            use(
                    out,
                    PlanFacts.missesDeadline(row) ? "dm" : "dl",
                    scale.place(row.activity().deadline()),
                    top);
        }
    }

    /** Writes the label beside the bar: a milestone's date, an activity's resources; none where it has no room. */
    void label(Markup out, ActivityTimes row, int top) throws IOException {
        String text = labelText(row);
        if (text.isEmpty()) {
            return;
        }
        long room = (long) (text.length() * CHARACTER + 12) * WIDTH / Axis.WIDTH;
        long right = scale.place(lastMark(row));
        long left = scale.place(row.start());
        if (right >= 0 && right + room <= WIDTH) {
            out.raw("<text class=\"l\" x=\"").raw(TimeScale.percent(right)).raw("\" dx=\"9\" y=\"");
        } else if (left <= WIDTH && left - room >= 0) {
            out.raw("<text class=\"l e\" x=\"").raw(TimeScale.percent(left)).raw("\" dx=\"-9\" y=\"");
        } else {
            return;
        }
        out.raw(top + 16).raw("\">").text(text, LONGEST_LABEL).raw("</text>");
    }

    /** Returns where the marks of a row end: its finish, its float, its deadline. */
    private static LocalDateTime lastMark(ActivityTimes row) {
        LocalDateTime last = row.finish();
        if (!row.totalFloat().isNegative() && row.lateFinish().isAfter(last)) {
            last = row.lateFinish();
        }
        LocalDateTime deadline = row.activity().deadline();
        return deadline != null && deadline.isAfter(last) ? deadline : last;
    }

    private String labelText(ActivityTimes row) {
        if (row.summary() || !row.activity().active()) {
            return "";
        }
        String text = PlanFacts.isMilestone(row) ? Formats.date(row.finish()) : facts.resources(row);
        return SafeText.clean(text, LONGEST_LABEL);
    }

    private void rect(Markup out, String style, LocalDateTime from, LocalDateTime to, int y, int height)
            throws IOException {
        rect(out, style, scale.place(from), scale.place(to) - scale.place(from), y, height);
    }

    private static void rect(Markup out, String style, long from, long width, int y, int height) throws IOException {
        out.raw("<rect class=\"").raw(style).raw("\" x=\"").raw(TimeScale.percent(from));
        out.raw("\" width=\"")
                .raw(TimeScale.percent(Math.max(0, width)))
                .raw("\" y=\"")
                .raw(y);
        out.raw("\" height=\"").raw(height).raw("\"/>");
    }

    private static void use(Markup out, String symbol, long place, int top) throws IOException {
        if (place >= 0 && place <= WIDTH) {
            out.raw("<use href=\"#").raw(symbol).raw("\" x=\"").raw(TimeScale.percent(place));
            out.raw("\" y=\"").raw(top).raw("\"/>");
        }
    }
}
