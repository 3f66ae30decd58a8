package dev.plumbline.cpm;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.internal.util.TextTable;
import dev.plumbline.model.Activity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The measures of a path analysis as a table that a planner can read. */
final class PathTable {

    private PathTable() {}

    static String render(PathAnalysis paths, int rows) {
        Schedule schedule = paths.schedule();
        UnitConversion conversion = schedule.project().settings().conversion();
        Map<String, Integer> numbers = new HashMap<>();
        for (FloatPath path : paths.floatPaths(Integer.MAX_VALUE)) {
            path.activities().forEach(activity -> numbers.put(activity.id(), path.number()));
        }
        TextTable table = new TextTable(
                "ID",
                "Name",
                ">Total float",
                ">Free float",
                ">Interfering",
                ">Independent",
                ">Drag",
                "Longest path",
                ">Float path");
        List<ActivityTimes> all = schedule.activities();
        for (int i = 0; i < Math.min(rows, all.size()); i++) {
            ActivityTimes times = all.get(i);
            Activity activity = times.activity();
            Integer number = numbers.get(activity.id());
            table.row(
                    activity.id(),
                    "  ".repeat(activity.outlineLevel() - 1) + activity.name(),
                    times.totalFloat().format(conversion),
                    times.freeFloat().format(conversion),
                    paths.interferingFloat(activity.id()).format(conversion),
                    paths.independentFloat(activity.id()).format(conversion),
                    paths.drag(activity.id()).format(conversion),
                    paths.isOnLongestPath(activity.id()) ? "yes" : "",
                    number == null ? "" : number.toString());
        }
        return "%s: %s activities on the longest path of %s rows\n%s"
                .formatted(
                        schedule.project().name(),
                        TextTable.grouped(paths.longestPath().size()),
                        TextTable.grouped(all.size()),
                        table.render(all.size()));
    }
}
