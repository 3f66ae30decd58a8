package dev.plumbline.cpm;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.internal.util.TextTable;
import dev.plumbline.model.Activity;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A schedule as a table that a planner can read. */
final class ScheduleTable {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private ScheduleTable() {}

    static String render(Schedule schedule, int rows) {
        UnitConversion conversion = schedule.project().settings().conversion();
        TextTable table = new TextTable(
                "ID", "Name", ">Duration", "Start", "Finish", ">Total float", ">Free float", "Critical", "Driver");
        List<ActivityTimes> all = schedule.activities();
        int shown = Math.min(rows, all.size());
        for (int i = 0; i < shown; i++) {
            ActivityTimes times = all.get(i);
            Activity activity = times.activity();
            table.row(
                    activity.id(),
                    "  ".repeat(activity.outlineLevel() - 1) + activity.name(),
                    times.summary() ? "" : activity.duration().format(conversion) + (activity.estimated() ? "?" : ""),
                    minute(times.start()),
                    minute(times.finish()),
                    times.totalFloat().format(conversion),
                    times.freeFloat().format(conversion),
                    times.critical() ? "yes" : "",
                    times.driver().toString());
        }
        return "%s: %s to %s, %s rows\n%s"
                .formatted(
                        schedule.project().name(),
                        minute(schedule.start()),
                        minute(schedule.finish()),
                        TextTable.grouped(all.size()),
                        table.render(all.size()));
    }

    private static String minute(LocalDateTime instant) {
        return MINUTE.format(instant);
    }
}
