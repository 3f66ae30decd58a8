package dev.plumbline.io.csv;

import dev.plumbline.io.ReadOptions;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads plans from CSV: our own dialect with its companion files, and the two exports of Microsoft Project.
 *
 * <p>Separator, encoding, order of dates and dialect are detected, each only where the file leaves no doubt; otherwise the
 * problem names the option that settles it. Lines in problems are physical lines of the file, the first of a record that
 * spans several; columns are the numbers of fields, from 1. The start of an activity never constrains it.
 */
public final class CsvPlanReader {

    private CsvPlanReader() {}

    /**
     * Returns the plan in a stream, which is not closed.
     *
     * @param in the text
     * @param fileName the file's name without folders, for problems and for the project's name; possibly empty
     * @param companions where companion files are; null if there are none
     * @param options what is not to be detected, and limits
     * @throws PlumblineException with every problem of the file and its companions
     */
    public static CsvRead read(
            InputStream in, String fileName, @Nullable CompanionSource companions, ReadOptions options)
            throws IOException {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(options, "options");
        ProblemList problems = new ProblemList(options.limits().findings());
        CsvText text = CsvText.open(in, fileName, options.limits(), options.encoding());
        CsvTable table = new CsvTable(text, fileName, options.limits(), problems, options.separator(), Header::isKnown);
        if (!table.hasNext()) {
            throw problems.fatal(new Place(fileName, 0, 0, "")
                    .problem(
                            "CSV_EMPTY",
                            Severity.ERROR,
                            "the file is empty",
                            "begin it with the header ID,Name,Duration,Predecessors,Resources,Start"));
        }
        Header header = Header.read(table.peek(), fileName, problems);
        problems.throwIfAny();
        reportDialect(header, table, text, fileName, problems);
        PlanRows rows = readRows(table, header, fileName, options, problems);
        return new PlanAssembler(header, NumberStyle.of(table.separator()), fileName, options, problems)
                .assemble(rows, companions);
    }

    private static void reportDialect(
            Header header, CsvTable table, CsvText text, String fileName, ProblemList problems) {
        char separator = table.separator();
        String shown = separator == '\t' ? "tabs" : "'" + separator + "'";
        problems.add(new Place(fileName, header.line(), 0, "")
                .problem(
                        "CSV_DIALECT",
                        Severity.INFO,
                        "read as " + header.dialect().description() + ", separated by " + shown + ", in "
                                + text.charset().name(),
                        "if that is wrong, give --separator or --encoding"));
        header.reportIgnored(fileName, problems);
        if (header.dialect().isForeign() && !header.has(Column.PREDECESSORS)) {
            problems.add(new Place(fileName, header.line(), 0, "")
                    .problem(
                            "CSV_HEADER",
                            Severity.WARNING,
                            "there is no column of predecessors: nothing ties the activities",
                            "add the column to the export map"));
        }
    }

    private static PlanRows readRows(
            CsvTable table, Header header, String fileName, ReadOptions options, ProblemList problems)
            throws IOException {
        PlanRows rows = new PlanRows(header.positions(c -> true), header.positions(Column::isDate));
        boolean surplus = false;
        while (table.advance(rows)) {
            PlanRow row = rows.end();
            if (row == null) {
                continue;
            }
            if (rows.hasSurplus() || rows.fields() < header.width()) {
                problems.add(SideTable.ragged(row.line(), rows.fields(), header.width(), fileName));
            }
            if (rows.fields() > header.width() && !surplus) {
                surplus = true;
                problems.add(new Place(fileName, row.line(), header.width() + 1, "")
                        .problem(
                                "CSV_RAGGED",
                                Severity.WARNING,
                                "rows have more fields than the header; the empty ones were ignored",
                                "remove the separators at the ends of lines"));
            }
            if (rows.rows().size() > options.limits().activities()) {
                throw problems.fatal(new Place(fileName, row.line(), 0, "")
                        .problem(
                                "LIMIT_ACTIVITIES",
                                Severity.ERROR,
                                "more than " + options.limits().activities() + " rows",
                                "give --limits trusted if you trust the file"));
            }
        }
        return rows;
    }
}
