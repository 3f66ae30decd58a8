package dev.plumbline.cli;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns. Numbers stand on the right; cells too wide and characters that move a cursor are cut. */
final class TextTable {

    private static final int WIDEST = 48;

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<String> header) {
        this.header = header;
    }

    void row(List<String> cells) {
        rows.add(cells.stream().map(TextTable::shown).toList());
    }

    /** Returns the header and so many rows, and how many more there are. */
    String render(int most) {
        List<List<String>> shown = rows.subList(0, Math.min(most, rows.size()));
        int[] width = new int[header.size()];
        boolean[] right = new boolean[header.size()];
        for (int i = 0; i < width.length; i++) {
            width[i] = length(header.get(i));
            right[i] = !shown.isEmpty();
            for (List<String> row : shown) {
                width[i] = Math.max(width[i], length(row.get(i)));
                right[i] &= isNumber(row.get(i));
            }
        }
        StringBuilder out = new StringBuilder();
        line(out, header, width, right);
        shown.forEach(row -> line(out, row, width, right));
        if (rows.size() > shown.size()) {
            out.append("... ").append(grouped(rows.size() - shown.size())).append(" more\n");
        }
        return out.toString();
    }

    private static void line(StringBuilder out, List<String> cells, int[] width, boolean[] right) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < width.length; i++) {
            String cell = cells.get(i);
            String pad = " ".repeat(width[i] - length(cell));
            line.append(i == 0 ? "" : "  ").append(right[i] ? pad + cell : cell + pad);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private static boolean isNumber(String cell) {
        String digits = cell.startsWith("-") ? cell.substring(1) : cell;
        return !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9' || c == ',');
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String shown(String cell) {
        int[] points = cell.codePoints().limit(WIDEST + 1L).toArray();
        boolean fits = points.length <= WIDEST;
        String text = visible(new String(points, 0, fits ? points.length : WIDEST - 3));
        return fits ? text : text + "...";
    }

    /** Returns a line of text with blanks for the characters that move a terminal's cursor. */
    static String visible(String line) {
        StringBuilder safe = new StringBuilder(line.length());
        line.codePoints().forEach(point -> {
            boolean moves = Character.isISOControl(point) || Character.getType(point) == Character.FORMAT;
            safe.appendCodePoint(moves ? ' ' : point);
        });
        return safe.toString();
    }

    /** Returns an instant to the minute. */
    static String minute(LocalDateTime instant) {
        return instant.toLocalDate() + " " + instant.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    }

    /** Returns a count with commas between thousands. */
    static String grouped(long count) {
        StringBuilder digits = new StringBuilder(Long.toString(count));
        for (int i = digits.length() - 3; i > (count < 0 ? 1 : 0); i -= 3) {
            digits.insert(i, ',');
        }
        return digits.toString();
    }
}
