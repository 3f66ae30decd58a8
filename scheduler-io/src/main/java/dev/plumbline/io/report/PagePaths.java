package dev.plumbline.io.report;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.FloatPath;
import dev.plumbline.cpm.PathAnalysis;
import dev.plumbline.model.Activity;
import java.io.IOException;
import java.util.List;

/** The paths of a page: what makes the plan as long as it is, and what nearly does. */
final class PagePaths {

    private static final int FLOAT_PATHS = 10;
    private static final int NEAR_DAYS = 5;

    /** Beyond this many rows drag is left out: each is a schedule of its own. */
    private static final int MOST_FOR_DRAG = 5_000;

    private final PlanFacts facts;
    private final Markup out;
    private final PageTables tables;
    private final int most;
    private final PathAnalysis paths;
    private final List<Activity> longest;

    PagePaths(PlanFacts facts, Markup out, PageTables tables, int most) {
        this.facts = facts;
        this.out = out;
        this.tables = tables;
        this.most = most;
        this.paths = facts.paths();
        this.longest = paths.longestPath();
    }

    int longestCount() {
        return longest.size();
    }

    void write() throws IOException {
        if (longest.isEmpty()) {
            tables.good("The plan has no activities.");
            return;
        }
        longest();
        floatPaths();
        nearCritical();
    }

    private void longest() throws IOException {
        boolean drags = facts.rows().size() <= MOST_FOR_DRAG;
        out.raw("<h3>Longest path</h3>\n<p>What drives the finish, found along driving relationships.");
        out.raw(
                drags
                        ? " Drag is the time that the project would gain if the activity took none.</p>\n"
                        : " Drag is left out beyond " + Formats.count(MOST_FOR_DRAG) + " rows.</p>\n");
        tables.open(
                "ID", "Activity", "Duration>", "Start", "Finish", "Total float>", drags ? "Drag>" : "", "Driven by");
        for (Activity activity : longest.subList(0, Math.min(most, longest.size()))) {
            ActivityTimes row = facts.row(activity.id());
            begin(row);
            tables.cell("q", facts.duration(row));
            tables.cell("v", Formats.dateTime(row.start()));
            tables.cell("v", Formats.dateTime(row.finish()));
            tables.days(row.totalFloat().isNegative(), facts.days(row.totalFloat()));
            if (drags) {
                WorkTime drag = paths.drag(activity.id());
                tables.days(drag.isNegative(), facts.days(drag));
            }
            tables.cell("x", facts.driver(row));
            out.raw("</tr>\n");
        }
        tables.close(longest.size(), most);
    }

    private void begin(ActivityTimes row) throws IOException {
        out.raw("<tr>");
        tables.cell("v", row.activity().id());
        tables.name(row);
    }

    private void floatPaths() throws IOException {
        List<FloatPath> found = paths.floatPaths(FLOAT_PATHS);
        out.raw(
                "<h3>Float paths</h3>\n<p>The chains that lead to the last activity, the one with least float first.</p>\n");
        tables.open("Path>", "Float>", "Activities>", "From", "To", "Joins");
        for (FloatPath path : found) {
            List<Activity> chain = path.activities();
            out.raw("<tr>");
            tables.cell("q", Integer.toString(path.number()));
            tables.days(path.pathFloat().isNegative(), facts.days(path.pathFloat()));
            tables.cell("q", Formats.count(chain.size()));
            activity(chain.get(0));
            activity(chain.get(chain.size() - 1));
            if (path.joins().isPresent()) {
                activity(path.joins().get());
            } else {
                tables.cell("x", "");
            }
            out.raw("</tr>\n");
        }
        tables.close(found.size(), FLOAT_PATHS);
    }

    private void activity(Activity activity) throws IOException {
        out.raw("<td class=\"x\">")
                .text(activity.id())
                .raw(" <bdi>")
                .text(activity.name(), 80)
                .raw("</bdi></td>");
    }

    private void nearCritical() throws IOException {
        long limit = NEAR_DAYS * (long) facts.conversion().minutesPerDay() * WorkTime.TICKS_PER_MINUTE;
        List<ActivityTimes> near = paths.nearCritical(WorkTime.ofTicks(limit));
        out.raw("<h3>Nearly critical</h3>\n<p>Not critical, with ")
                .raw(NEAR_DAYS)
                .raw(" days of total float at most.</p>\n");
        if (near.isEmpty()) {
            tables.good("No other activity has so little float.");
            return;
        }
        tables.open("ID", "Activity", "Start", "Finish", "Total float>", "Free float>", "Interfering>", "Independent>");
        for (ActivityTimes row : near.subList(0, Math.min(most, near.size()))) {
            begin(row);
            tables.cell("v", Formats.dateTime(row.start()));
            tables.cell("v", Formats.dateTime(row.finish()));
            tables.days(row.totalFloat().isNegative(), facts.days(row.totalFloat()));
            tables.cell("q", facts.days(row.freeFloat()));
            tables.cell("q", facts.days(paths.interferingFloat(row.activity().id())));
            tables.cell("q", facts.days(paths.independentFloat(row.activity().id())));
            out.raw("</tr>\n");
        }
        tables.close(near.size(), most);
    }
}
