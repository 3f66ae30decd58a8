package dev.plumbline.io.csv;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The first line: which column is where, and whose file it is. Titles match whatever their case; an underscore stands for a
 * blank.
 */
final class Header {

    private static final Map<String, Column> BY_TITLE = byTitle();
    private static final List<Column> OWN =
            List.of(Column.ID, Column.NAME, Column.DURATION, Column.PREDECESSORS, Column.RESOURCES, Column.START);
    private static final List<Column> FOREIGN = List.of(Column.NAME, Column.DURATION);

    /** Titles that only Microsoft Project uses. */
    private static final Set<String> TELLING =
            Set.of("task mode", "task name", "resource names", "start date", "finish date", "% complete", "unique id");

    /** Columns of Microsoft Project that are computed, or say nothing that matters here. */
    private static final Set<String> COMPUTED = Set.of(
            "summary",
            "critical",
            "finish",
            "total slack",
            "free slack",
            "early start",
            "early finish",
            "late start",
            "late finish",
            "successors",
            "unique id successors",
            "indicators",
            "wbs predecessors");

    private final Map<Column, Integer> positions = new EnumMap<>(Column.class);
    private final int[] positionOf = new int[Column.values().length];
    private final int[] rankOf = new int[Column.values().length];
    private final List<String> ignored = new ArrayList<>();
    private final List<String> titles;
    private final int line;
    private List<Column> columns = List.of();
    private Dialect dialect = Dialect.OWN;

    private Header(CsvTable.Fields first) {
        titles = first.cells();
        line = first.line();
    }

    /** Reads the first record; throws if it holds no header that is known. */
    static Header read(CsvTable.Fields first, String file, ProblemList problems) {
        Header header = new Header(first);
        for (int i = 0; i < header.titles.size(); i++) {
            header.place(i, file, problems);
        }
        header.number();
        header.recognise(file, problems);
        return header;
    }

    /** Cells are asked for by column for every row, so the answers lie in arrays. */
    private void number() {
        columns = List.copyOf(positions.keySet());
        Arrays.fill(positionOf, -1);
        Arrays.fill(rankOf, -1);
        positions.forEach((column, position) -> {
            positionOf[column.ordinal()] = position;
            rankOf[column.ordinal()] =
                    (int) positions.values().stream().filter(p -> p < position).count();
        });
    }

    private void place(int index, String file, ProblemList problems) {
        String title = titles.get(index);
        Column column = BY_TITLE.get(normal(title));
        if (column == null) {
            if (!title.isBlank() && !COMPUTED.contains(normal(title))) {
                ignored.add(title);
            }
            return;
        }
        Integer before = positions.putIfAbsent(column, index);
        if (before != null) {
            problems.add(new Place(file, line, index + 1, "")
                    .problem(
                            "CSV_HEADER",
                            Severity.ERROR,
                            "column " + column.title() + " is there twice, as field " + (before + 1) + " and "
                                    + (index + 1),
                            "remove one of them"));
        }
    }

    private void recognise(String file, ProblemList problems) {
        dialect = dialectOf();
        List<String> missing = (dialect == Dialect.OWN ? OWN : FOREIGN)
                .stream().filter(c -> !has(c)).map(Column::title).toList();
        if (missing.isEmpty()) {
            return;
        }
        String found = titles.stream()
                .limit(30)
                .map(t -> t.length() > 30 ? t.substring(0, 30) + "..." : t)
                .collect(Collectors.joining(", "));
        String complaint = positions.isEmpty()
                ? "no header with column titles; found: " + found
                : "missing columns: " + String.join(", ", missing) + "; found: " + found;
        problems.add(new Place(file, line, 0, "")
                .problem(
                        "CSV_HEADER",
                        Severity.ERROR,
                        complaint,
                        "begin the file with ID,Name,Duration,Predecessors,Resources,Start (cells may be empty)"
                                + (titles.size() == 1 ? ", or give the --separator" : "")));
    }

    private Dialect dialectOf() {
        if (positions.keySet().containsAll(OWN) && hasOwnTitles()) {
            return Dialect.OWN;
        }
        boolean telling = titles.stream().map(Header::normal).anyMatch(TELLING::contains);
        boolean oldTable = has(Column.FINISH) && has(Column.PREDECESSORS) && !has(Column.RESOURCES);
        if (!telling && !oldTable) {
            return Dialect.OWN;
        }
        boolean underscores = titles.stream().anyMatch(t -> t.indexOf('_') >= 0);
        return underscores ? Dialect.PROJECT_EXPORT : Dialect.PROJECT_TABLE;
    }

    /** Returns whether the six columns go by our own titles rather than by those of Microsoft Project. */
    private boolean hasOwnTitles() {
        return OWN.stream()
                .allMatch(c -> normal(titles.get(position(c))).equals(c.title().toLowerCase(Locale.ROOT)));
    }

    Dialect dialect() {
        return dialect;
    }

    int line() {
        return line;
    }

    int width() {
        return titles.size();
    }

    boolean has(Column column) {
        return positions.containsKey(column);
    }

    /** Returns the position of a column, from 0; -1 if it isn't there. */
    int position(Column column) {
        return positionOf[column.ordinal()];
    }

    /** Returns how many known columns stand before a column; -1 if it isn't there. */
    int rank(Column column) {
        return rankOf[column.ordinal()];
    }

    /** Returns for each position whether a column is there that is one of those wanted. */
    boolean[] positions(Predicate<Column> wanted) {
        boolean[] there = new boolean[titles.size()];
        positions.forEach((column, position) -> there[position] = wanted.test(column));
        return there;
    }

    /** Returns the place of a column's cell on a line. */
    Place place(String file, int row, Column column) {
        return new Place(file, row, position(column) + 1, title(column));
    }

    /** Returns the columns that are there. */
    List<Column> columns() {
        return columns;
    }

    /** Returns the title of a column as the file writes it. */
    String title(Column column) {
        return has(column) ? titles.get(position(column)) : column.title();
    }

    /** Remarks on the columns that nobody reads. */
    void reportIgnored(String file, ProblemList problems) {
        if (!ignored.isEmpty()) {
            problems.add(ignored(new Place(file, line, 0, ""), ignored));
        }
    }

    /** A remark on columns that nobody reads, by their titles. */
    static Problem ignored(Place place, List<String> titles) {
        return place.problem(
                "CSV_COLUMN",
                Severity.INFO,
                "columns that are not known and were ignored: "
                        + titles.stream().limit(30).map(Problem::shown).collect(Collectors.joining(", ")),
                "correct the title of a column that was meant to be read");
    }

    static boolean isKnown(String title) {
        return BY_TITLE.containsKey(normal(title)) || COMPUTED.contains(normal(title));
    }

    private static String normal(String title) {
        return title.strip().toLowerCase(Locale.ROOT).replaceAll("[_\\s]+", " ");
    }

    private static Map<String, Column> byTitle() {
        Map<String, Column> map = new HashMap<>();
        for (Column column : Column.values()) {
            map.put(column.title().toLowerCase(Locale.ROOT), column);
            column.otherTitles().forEach(t -> map.put(t, column));
        }
        return Map.copyOf(map);
    }
}
