package dev.plumbline.io.csv;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Severity;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A companion that says something uncertain in each row. */
abstract class RiskTable {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final RiskDraft draft;
    private final String part;
    private final SideTable.Titles titles;

    RiskTable(RiskDraft draft, String part, List<String> known, int needed) {
        this.draft = draft;
        this.part = part;
        this.titles = new SideTable.Titles(known, known.size(), known.subList(0, needed));
    }

    /** One row of a table. */
    record Row(SideTable table, CsvTable.Fields fields, CellContext context) {

        /** Returns a cell that must be there. */
        Cell cell(String title) throws CellProblem {
            Cell cell = table.cell(fields, title, context);
            if (cell == null) {
                throw new CellProblem("RISK_EMPTY", "the cell " + Problem.quote(title) + " is empty", "fill it in");
            }
            return cell;
        }

        @Nullable
        Cell find(String title) {
            return table.cell(fields, title, context);
        }

        String text(String title) {
            return table.text(fields, title).strip();
        }

        Place place(String title) {
            return table.place(fields, title);
        }
    }

    RiskDraft draft() {
        return draft;
    }

    /** Reads all rows, with all their problems; returns how many there are. */
    final int read(CompanionSource source, String planName) throws IOException {
        SideTable table = SideTable.read(source, part, planName, titles, draft.options(), draft.problems());
        CellContext context = draft.context(table.numbers());
        for (CsvTable.Fields fields : table.rows()) {
            Row row = new Row(table, fields, context);
            attempt(row.place(titles.known().get(0)), () -> read(row));
        }
        finish();
        return table.rows().size();
    }

    /** Reads a row. */
    abstract void read(Row row) throws CellProblem;

    /** Does what needs all rows. */
    void finish() {}

    /** Something that may be wrong with a cell. */
    interface Attempt {
        void run() throws CellProblem;
    }

    /** Does something; what is wrong is a problem at a place. */
    final void attempt(Place place, Attempt attempt) {
        try {
            attempt.run();
        } catch (CellProblem e) {
            draft.problems().add(e.located(place));
        }
    }

    final void warn(Place place, String code, String message, String hint) {
        draft.problems().add(place.problem(code, Severity.WARNING, message, hint));
    }

    /** Returns the activities that a cell lists, each once. */
    final List<String> activities(Cell cell) throws CellProblem {
        List<String> ids = draft.names().list(cell);
        draft.countListed(ids.size(), cell);
        return ids;
    }

    /** Returns a share from 0 to 1, written {@code 30%} or {@code 0.3}. */
    static double share(Cell cell) throws CellProblem {
        String text = cell.raw();
        boolean percent = text.endsWith("%");
        BigDecimal number = cell.context()
                .numbers()
                .parse(percent ? text.substring(0, text.length() - 1).strip() : text);
        if (number == null || number.compareTo(percent ? HUNDRED : BigDecimal.ONE) > 0) {
            throw new CellProblem(
                    "RISK_PROBABILITY", Problem.quote(text) + " is not a probability", "write 0% to 100%, or 0 to 1");
        }
        return (percent ? number.movePointLeft(2) : number).doubleValue();
    }
}
