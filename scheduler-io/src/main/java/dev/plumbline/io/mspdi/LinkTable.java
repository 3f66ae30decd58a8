package dev.plumbline.io.mspdi;

import dev.plumbline.io.mspdi.TaskDraft.LinkDraft;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Relationship;
import java.io.IOException;
import java.math.BigDecimal;

/** The elements of a relationship, which the successor holds. */
final class LinkTable {

    /** Longer than 200 years is suspicious, though a number holds 408. */
    private static final int MUCH_LAG = 200 * 366 * 14_400;

    /**
     * What is written.
     *
     * @param relationship the relationship
     * @param predecessor the number of its predecessor
     * @param kept what the ledger has of it
     */
    record Row(Relationship relationship, String predecessor, Kept kept) {}

    private static final FieldTable<LinkDraft, Row> TABLE = new FieldTable<LinkDraft, Row>("PredecessorLink")
            .field("PredecessorUID", LinkTable::predecessor, Row::predecessor)
            .field(
                    "Type",
                    (d, v) -> d.type = v.code(0, 3, 1),
                    r -> Texts.code(Codes.code(r.relationship().type())))
            .keptOr("CrossProject", r -> "0")
            .kept("CrossProjectName")
            .field(
                    "LinkLag",
                    LinkTable::lag,
                    r -> Long.toString(amount(r.relationship().lag())))
            .field(
                    "LagFormat",
                    (d, v) -> d.format = TaskTable.format(v),
                    r -> Texts.code(format(r.relationship().lag())));

    private LinkTable() {}

    private static void predecessor(LinkDraft draft, Value value) {
        draft.predecessor = value.integer(0, Integer.MAX_VALUE, -2);
        draft.spot = value.spot();
    }

    private static void lag(LinkDraft draft, Value value) {
        draft.lag = value.integer(-Integer.MAX_VALUE, Integer.MAX_VALUE, 0);
        if (Math.abs(draft.lag) > MUCH_LAG) {
            value.warning("VALUE_RANGE", "is more than 200 years, in tenths of a minute", "correct the lag");
        }
    }

    static void read(TaskDraft task, DocumentReader document) throws IOException {
        document.checkCount(
                task.links.size(), document.limits().relationships(), "LIMIT_RELATIONSHIPS", "relationships");
        LinkDraft draft = new LinkDraft();
        draft.spot = document.xml().spot();
        draft.kept = document.part(TABLE, draft, task.links.size() + 1);
        task.links.add(draft);
    }

    static void write(TaskRow task, XmlOut out) throws IOException {
        for (Row row : task.links()) {
            out.start("PredecessorLink");
            EntityWriter.write(TABLE, row, row.kept(), out);
            out.end("PredecessorLink");
        }
    }

    /** Returns the lag: an amount of time, or a percentage where the format says so. */
    static Lag lag(LinkDraft draft, SharedValues shared) {
        int format = draft.format & ~Codes.ESTIMATED;
        if (format == Codes.PERCENT || format == Codes.ELAPSED_PERCENT) {
            return new Lag.Percent(BigDecimal.valueOf(draft.lag), format == Codes.ELAPSED_PERCENT);
        }
        return shared.lag(draft.lag, Codes.unit(draft.format));
    }

    private static long amount(Lag lag) {
        return lag instanceof Lag.Percent percent
                ? Held.percent(percent.percent()).longValue()
                : Held.delay(((Lag.Time) lag).time());
    }

    private static int format(Lag lag) {
        if (lag instanceof Lag.Percent percent) {
            return percent.elapsed() ? Codes.ELAPSED_PERCENT : Codes.PERCENT;
        }
        return Codes.format(((Lag.Time) lag).time().unit());
    }
}
