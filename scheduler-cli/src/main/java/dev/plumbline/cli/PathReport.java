package dev.plumbline.cli;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.FloatPath;
import dev.plumbline.cpm.PathAnalysis;
import dev.plumbline.cpm.RankedPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Activity;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the paths of a schedule add to its table, CSV and JSON. */
final class PathReport {

    private static final int WIDEST = 44;

    private final PathAnalysis analysis;
    private final int count;
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Looks at so many longest paths and float paths. */
    PathReport(Schedule schedule, int count) {
        this.analysis = PathAnalysis.of(schedule);
        this.count = count;
        for (FloatPath path : analysis.floatPaths(Integer.MAX_VALUE)) {
            path.activities().forEach(activity -> numbers.put(activity.id(), path.number()));
        }
    }

    /** Returns the columns of a row; an activity that leads nowhere has no float path. */
    List<ScheduleReport.Column> columns() {
        return List.of(
                new ScheduleReport.Column("longest_path", false, t -> Cells.flag(analysis.isOnLongestPath(id(t)))),
                new ScheduleReport.Column("drag_min", false, t -> Cells.minutes(analysis.drag(id(t)))),
                new ScheduleReport.Column(
                        "interfering_float_min", false, t -> Cells.minutes(analysis.interferingFloat(id(t)))),
                new ScheduleReport.Column(
                        "independent_float_min", false, t -> Cells.minutes(analysis.independentFloat(id(t)))),
                new ScheduleReport.Column("float_path", false, t -> {
                    Integer number = numbers.get(id(t));
                    return number == null ? "" : number.toString();
                }));
    }

    private static String id(ActivityTimes times) {
        return times.activity().id();
    }

    void table(Writer out, int rows) throws IOException {
        UnitConversion conversion = analysis.schedule().project().settings().conversion();
        out.write(analysis.table(rows));
        out.write("\nLongest paths\n");
        TextTable longest = new TextTable(List.of("Path", "Length", "Behind", "Finish", "Activities", "Ids"));
        for (RankedPath path : analysis.longestPaths(count)) {
            longest.row(List.of(
                    Integer.toString(path.rank()),
                    path.length().format(conversion),
                    path.behind().format(conversion),
                    TextTable.minute(path.finish()),
                    TextTable.grouped(path.activities().size()),
                    ids(path.activities())));
        }
        out.write(longest.render(count));
        out.write("\nFloat paths\n");
        TextTable floats = new TextTable(List.of("Path", "Float", "Joins", "Activities", "Ids"));
        for (FloatPath path : analysis.floatPaths(count)) {
            floats.row(List.of(
                    Integer.toString(path.number()),
                    path.pathFloat().format(conversion),
                    path.joins().map(Activity::id).orElse(""),
                    TextTable.grouped(path.activities().size()),
                    ids(path.activities())));
        }
        out.write(floats.render(count));
    }

    /** The ids of a path; of a long one, the first and the last. */
    private static String ids(List<Activity> path) {
        String last = path.get(path.size() - 1).id();
        StringBuilder text = new StringBuilder(path.get(0).id());
        for (int i = 1; i < path.size(); i++) {
            String id = path.get(i).id();
            int left = i == path.size() - 1 ? 0 : last.length() + " -> ... -> ".length();
            if (text.length() + " -> ".length() + id.length() + left > WIDEST) {
                return text.append(i == path.size() - 1 ? " -> " : " -> ... -> ")
                        .append(last)
                        .toString();
            }
            text.append(" -> ").append(id);
        }
        return text.toString();
    }

    void json(JsonWriter json) throws IOException {
        json.name("longest_path");
        ids(json, analysis.longestPath());
        json.name("longest_paths").beginArray();
        for (RankedPath path : analysis.longestPaths(count)) {
            json.beginObject();
            json.name("rank").value(path.rank());
            json.name("start").value(Cells.instant(path.start()));
            json.name("finish").value(Cells.instant(path.finish()));
            json.name("length_min").literal(Cells.minutes(path.length()));
            json.name("behind_min").literal(Cells.minutes(path.behind()));
            json.name("activities");
            ids(json, path.activities());
            json.endObject();
        }
        json.endArray();
        json.name("float_paths").beginArray();
        for (FloatPath path : analysis.floatPaths(count)) {
            json.beginObject();
            json.name("number").value(path.number());
            json.name("float_min").literal(Cells.minutes(path.pathFloat()));
            if (path.joins().isPresent()) {
                json.name("joins").value(path.joins().get().id());
            }
            json.name("activities");
            ids(json, path.activities());
            json.endObject();
        }
        json.endArray();
    }

    private static void ids(JsonWriter json, List<Activity> activities) throws IOException {
        json.beginArray();
        for (Activity activity : activities) {
            json.value(activity.id());
        }
        json.endArray();
    }
}
