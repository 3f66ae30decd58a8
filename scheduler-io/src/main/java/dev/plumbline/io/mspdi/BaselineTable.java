package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.io.mspdi.TaskDraft.BaselineDraft;
import dev.plumbline.model.Baseline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements of a saved plan of a task. */
final class BaselineTable {

    private static final int MOST = 10;
    private static final int MOST_ROWS = 1_000;

    /**
     * What is written.
     *
     * @param baseline a saved plan
     * @param kept what the ledger has of it
     */
    record Row(Baseline baseline, Kept kept) {}

    private static final FieldTable<BaselineDraft, Row> TABLE = new FieldTable<BaselineDraft, Row>("Baseline")
            .field(
                    "Number",
                    (d, v) -> d.number = v.integer(0, MOST, 0),
                    r -> Texts.code(r.baseline().number()))
            .kept("Interim")
            .field(
                    "Start",
                    (d, v) -> d.start = v.date(),
                    r -> Texts.date(r.baseline().start()))
            .field(
                    "Finish",
                    (d, v) -> d.finish = v.date(),
                    r -> Texts.date(r.baseline().finish()))
            .field(
                    "Duration",
                    (d, v) -> d.duration = v.duration(),
                    r -> duration(r.baseline().duration()))
            .field(
                    "DurationFormat",
                    (d, v) -> d.format = TaskTable.format(v),
                    r -> format(r.baseline().duration()))
            .kept("EstimatedDuration")
            .field(
                    "Work",
                    (d, v) -> d.work = v.duration(),
                    r -> duration(r.baseline().work()))
            .field(
                    "Cost",
                    (d, v) -> d.cost = v.hundredths(),
                    r -> Texts.hundredths(r.baseline().cost()))
            .kept("BCWS", "BCWP", "FixedCost", "TimephasedData");

    private BaselineTable() {}

    static void read(TaskDraft task, DocumentReader document) throws IOException {
        document.checkCount(task.baselines.size(), MOST_ROWS, "LIMIT_BASELINES", "baselines of one task");
        BaselineDraft draft = new BaselineDraft();
        draft.spot = document.xml().spot();
        draft.kept = document.part(TABLE, draft, task.baselines.size() + 1);
        task.baselines.add(draft);
    }

    static void write(TaskRow task, XmlOut out) throws IOException {
        for (Row row : task.baselines()) {
            out.start("Baseline");
            EntityWriter.write(TABLE, row, row.kept(), out);
            out.end("Baseline");
        }
    }

    /** Returns the saved plans by number. */
    static List<Baseline> baselines(TaskDraft task, SharedValues shared) {
        if (task.baselines.isEmpty()) {
            return List.of();
        }
        List<Baseline> result = new ArrayList<>(task.baselines.size());
        for (BaselineDraft draft : task.baselines) {
            result.add(new Baseline(
                    draft.number,
                    draft.start,
                    draft.finish,
                    shared.known(draft.duration, Codes.unit(draft.format)),
                    shared.known(draft.work, WorkUnit.HOURS),
                    draft.cost));
        }
        result.sort(Comparator.comparingInt(Baseline::number));
        return result;
    }

    private static @Nullable String duration(@Nullable WorkTime time) {
        return time == null ? null : DurationText.of(time.ticks());
    }

    private static @Nullable String format(@Nullable WorkTime time) {
        return time == null ? null : Texts.code(Codes.format(time.unit()));
    }
}
