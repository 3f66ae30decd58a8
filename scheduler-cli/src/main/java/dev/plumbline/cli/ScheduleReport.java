package dev.plumbline.cli;

import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A schedule as data for other programs: one row an activity, in the order of the plan. */
final class ScheduleReport {

    /** Columns in their order, and the texts and numbers of a row. */
    private static final List<Column> COLUMNS = List.of(
            new Column("uid", true, t -> t.activity().id()),
            new Column("id", false, t -> Integer.toString(t.activity().row())),
            new Column("wbs", true, t -> t.activity().wbs()),
            new Column("name", true, t -> t.activity().name()),
            new Column("summary", false, t -> Cells.flag(t.summary())),
            new Column("milestone", false, t -> Cells.flag(isMilestone(t))),
            new Column("start", true, t -> Cells.instant(t.start())),
            new Column("finish", true, t -> Cells.instant(t.finish())),
            new Column("early_start", true, t -> Cells.instant(t.earlyStart())),
            new Column("early_finish", true, t -> Cells.instant(t.earlyFinish())),
            new Column("late_start", true, t -> Cells.instant(t.lateStart())),
            new Column("late_finish", true, t -> Cells.instant(t.lateFinish())),
            new Column("total_slack_min", false, t -> Cells.minutes(t.totalFloat())),
            new Column("free_slack_min", false, t -> Cells.minutes(t.freeFloat())),
            new Column("critical", false, t -> Cells.flag(t.critical())));

    private ScheduleReport() {}

    /** A column: its name, whether it holds text, and its value of a row. */
    record Column(String name, boolean text, Value value) {}

    /** The value of a row; empty where a number is absent. */
    interface Value {
        String of(ActivityTimes times);
    }

    private static boolean isMilestone(ActivityTimes times) {
        return times.activity().milestone() || times.isMilestone();
    }

    static void csv(Writer out, Schedule schedule, Optional<PathReport> paths) throws IOException {
        csv(out, schedule, paths.map(PathReport::columns).orElse(List.of()));
    }

    /** Writes a schedule with more columns. */
    static void csv(Writer out, Schedule schedule, List<Column> more) throws IOException {
        List<Column> columns = columns(more);
        Cells.row(out, columns.stream().map(Column::name).toArray(String[]::new));
        String[] cells = new String[columns.size()];
        for (ActivityTimes times : schedule.activities()) {
            for (int i = 0; i < cells.length; i++) {
                Column column = columns.get(i);
                String value = column.value().of(times);
                cells[i] = column.text() ? Cells.text(value) : value;
            }
            Cells.row(out, cells);
        }
        out.flush();
    }

    private static List<Column> columns(List<Column> more) {
        List<Column> columns = new ArrayList<>(COLUMNS);
        columns.addAll(more);
        return columns;
    }

    static void json(Writer out, Schedule schedule, List<Problem> findings, Optional<PathReport> paths)
            throws IOException {
        JsonWriter json = new JsonWriter(out);
        begin(json, schedule, paths.map(PathReport::columns).orElse(List.of()));
        if (paths.isPresent()) {
            paths.get().json(json);
        }
        FindingReport.json(json, findings);
        json.endObject().finish();
    }

    /** Writes more members of the object. */
    interface Part {
        void write(JsonWriter json) throws IOException;
    }

    /** Writes a schedule with more columns and another part. */
    static void json(Writer out, Schedule schedule, List<Problem> findings, List<Column> more, Part part)
            throws IOException {
        JsonWriter json = new JsonWriter(out);
        begin(json, schedule, more);
        part.write(json);
        FindingReport.json(json, findings);
        json.endObject().finish();
    }

    private static void begin(JsonWriter json, Schedule schedule, List<Column> more) throws IOException {
        List<Column> columns = columns(more);
        json.beginObject().name("version").value(1);
        json.name("project").beginRow();
        json.name("start").value(Cells.instant(schedule.start()));
        json.name("finish").value(Cells.instant(schedule.finish())).endObject();
        json.name("activities").beginArray();
        for (ActivityTimes times : schedule.activities()) {
            json.beginRow();
            for (Column column : columns) {
                String value = column.value().of(times);
                json.name(column.name());
                if (column.text()) {
                    json.value(value);
                } else {
                    json.literal(value.isEmpty() ? "null" : value);
                }
            }
            json.endObject();
        }
        json.endArray();
        json.name("critical_path").beginArray();
        for (Activity activity : schedule.criticalPath()) {
            json.value(activity.id());
        }
        json.endArray();
    }
}
