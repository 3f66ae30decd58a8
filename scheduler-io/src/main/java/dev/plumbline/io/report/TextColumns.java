package dev.plumbline.io.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A table of text whose columns are as wide as their cells need; one column gives way where the lines get too long. */
final class TextColumns {

    private static final String GAP = "  ";
    private static final int NARROWEST = 12;

    private final TextStyle style;
    private final String[] titles;
    private final List<Row> rows = new ArrayList<>();

    /** The titles: one that ends with {@code >} heads numbers, set to the right; one that ends with {@code *} gives way. */
    TextColumns(TextStyle style, String... titles) {
        this.style = style;
        this.titles = titles;
    }

    void add(boolean alarming, String... cells) {
        rows.add(new Row(Arrays.stream(cells).map(SafeText::clean).toList(), alarming));
    }

    /** Appends the table, each line after an indent of two columns. */
    void appendTo(StringBuilder out) {
        int[] widths = widths();
        List<String> heads =
                IntStream.range(0, titles.length).mapToObj(this::title).toList();
        out.append(style.bold(line(heads, widths))).append('\n');
        for (Row row : rows) {
            String line = line(row.cells, widths);
            out.append(row.alarming ? style.alarm(line) : line).append('\n');
        }
    }

    private int[] widths() {
        int[] widths = new int[titles.length];
        int sum = GAP.length() * titles.length;
        int elastic = -1;
        for (int i = 0; i < titles.length; i++) {
            widths[i] = TextWidth.of(title(i));
            for (Row row : rows) {
                widths[i] = Math.max(widths[i], TextWidth.of(row.cells.get(i)));
            }
            sum += widths[i];
            elastic = titles[i].endsWith("*") ? i : elastic;
        }
        int last = titles.length - 1;
        int over = sum - style.width();
        if (over > 0 && elastic >= 0) {
            int taken = Math.min(over, Math.max(0, widths[elastic] - 2 * NARROWEST));
            widths[elastic] -= taken;
            over -= taken;
        }
        if (over > 0) {
            int taken = Math.min(over, Math.max(0, widths[last] - NARROWEST));
            widths[last] -= taken;
            over -= taken;
        }
        if (over > 0 && elastic >= 0) {
            widths[elastic] = Math.max(NARROWEST, widths[elastic] - over);
        }
        return widths;
    }

    private String title(int column) {
        String title = titles[column];
        return title.endsWith(">") || title.endsWith("*") ? title.substring(0, title.length() - 1) : title;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(GAP);
            line.append(
                    titles[i].endsWith(">")
                            ? TextWidth.right(cells.get(i), widths[i], style.ascii())
                            : TextWidth.left(cells.get(i), widths[i], style.ascii()));
        }
        return TextWidth.cut(line.toString(), style.width(), style.ascii()).stripTrailing();
    }

    private record Row(List<String> cells, boolean alarming) {}
}
