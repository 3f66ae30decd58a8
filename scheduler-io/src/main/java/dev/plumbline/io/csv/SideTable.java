package dev.plumbline.io.csv;

import dev.plumbline.io.ReadOptions;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A companion file as rows of titled cells. Unknown titles are ignored, those that are needed and missing are reported.
 *
 * @param file its name
 * @param numbers how it writes fractions
 * @param titles the titles, in lower case, with their positions
 * @param rows its rows
 */
record SideTable(String file, NumberStyle numbers, Map<String, Integer> titles, List<CsvTable.Fields> rows) {

    /**
     * The titles of a companion, in lower case.
     *
     * @param known all of them
     * @param usual how many of them, from the first, make the usual header
     * @param needed those that must be there
     */
    record Titles(List<String> known, int usual, List<String> needed) {}

    /** Returns a companion, without rows if there is no such file. */
    static SideTable read(
            @Nullable CompanionSource source,
            String part,
            String planName,
            Titles titles,
            ReadOptions options,
            ProblemList problems)
            throws IOException {
        String file = CompanionSource.companionName(planName, part);
        SideTable none = new SideTable(file, NumberStyle.POINT, Map.of(), List.of());
        if (source == null) {
            return none;
        }
        try (InputStream in = source.open(part)) {
            return in == null ? none : read(in, file, titles, options, problems);
        }
    }

    private static SideTable read(InputStream in, String file, Titles wanted, ReadOptions options, ProblemList problems)
            throws IOException {
        CsvText text = CsvText.open(in, file, options.limits(), options.encoding());
        CsvTable table = new CsvTable(
                text,
                file,
                options.limits(),
                problems,
                null,
                t -> wanted.known().contains(normal(t)));
        Map<String, Integer> titles = new HashMap<>();
        List<CsvTable.Fields> rows = new ArrayList<>();
        if (!table.hasNext()) {
            return new SideTable(file, NumberStyle.POINT, titles, rows);
        }
        CsvTable.Fields header = table.next();
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < header.cells().size(); i++) {
            String title = normal(header.cells().get(i));
            titles.putIfAbsent(title, i);
            if (!wanted.known().contains(title)) {
                ignored.add(header.cells().get(i));
            }
        }
        if (!ignored.isEmpty()) {
            problems.add(Header.ignored(new Place(file, header.line(), 0, ""), ignored));
        }
        List<String> missing =
                wanted.needed().stream().filter(t -> !titles.containsKey(t)).toList();
        if (!missing.isEmpty()) {
            problems.add(new Place(file, header.line(), 0, "")
                    .problem(
                            "CSV_HEADER",
                            Severity.ERROR,
                            "missing columns: " + String.join(", ", missing),
                            "begin the file with "
                                    + String.join(",", wanted.known().subList(0, wanted.usual()))));
            return new SideTable(file, NumberStyle.of(table.separator()), titles, rows);
        }
        while (table.hasNext()) {
            CsvTable.Fields row = table.next();
            checkWidth(row, header.cells().size(), file, problems);
            if (!row.isBlank()) {
                rows.add(row);
            }
            if (rows.size() > 2 * options.limits().activities()) {
                throw problems.fatal(new Place(file, row.line(), 0, "")
                        .problem(
                                "LIMIT_ROWS",
                                Severity.ERROR,
                                "more than " + 2 * options.limits().activities() + " rows",
                                "give --limits trusted if you trust the file"));
            }
        }
        return new SideTable(file, NumberStyle.of(table.separator()), titles, rows);
    }

    static void checkWidth(CsvTable.Fields row, int width, String file, ProblemList problems) {
        boolean tooLong = row.cells().size() > width
                && row.cells().subList(width, row.cells().size()).stream().anyMatch(c -> !c.isBlank());
        boolean tooShort = row.cells().size() < width && !row.isBlank();
        if (tooShort || tooLong) {
            problems.add(ragged(row.line(), row.cells().size(), width, file));
        }
    }

    static Problem ragged(int line, int fields, int width, String file) {
        return new Place(file, line, 0, "")
                .problem(
                        "CSV_RAGGED",
                        Severity.ERROR,
                        fields + " fields where the header has " + width,
                        "add or remove separators; put a cell that holds one in double quotes");
    }

    /** Returns a text cell, restored if our own writer guarded it; empty if it isn't there. */
    String text(CsvTable.Fields row, String title) {
        return FormulaGuard.restore(raw(row, title));
    }

    String raw(CsvTable.Fields row, String title) {
        Integer position = titles.get(title);
        return position == null || position >= row.cells().size()
                ? ""
                : row.cells().get(position);
    }

    Place place(CsvTable.Fields row, String title) {
        Integer position = titles.get(title);
        return new Place(file, row.line(), position == null ? 0 : position + 1, title);
    }

    /** Returns a cell for reading with the ways of the plan's own cells; null if it is blank. */
    @Nullable
    Cell cell(CsvTable.Fields row, String title, CellContext context) {
        return cell(row, title, Column.Kind.PLAIN, context);
    }

    /** Returns a cell likewise; blanks are a text too. */
    @Nullable
    Cell cell(CsvTable.Fields row, String title, Column.Kind kind, CellContext context) {
        String raw = raw(row, title);
        boolean absent = kind == Column.Kind.TEXT ? raw.isEmpty() : raw.isBlank();
        return absent ? null : new Cell(raw, place(row, title), context);
    }

    private static String normal(String title) {
        return title.strip().toLowerCase(Locale.ROOT).replaceAll("[_\\s]+", " ");
    }
}
