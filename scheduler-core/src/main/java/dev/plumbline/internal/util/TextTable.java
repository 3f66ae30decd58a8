package dev.plumbline.internal.util;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns, the first so many of them. */
public final class TextTable {

    private static final int WIDEST = 40;

    private final String[] header;
    private final boolean[] right;
    private final List<String[]> rows = new ArrayList<>();

    /** Begins a table; a header that begins with {@code >} is aligned to the right. */
    public TextTable(String... header) {
        this.header = new String[header.length];
        this.right = new boolean[header.length];
        for (int i = 0; i < header.length; i++) {
            right[i] = header[i].startsWith(">");
            this.header[i] = right[i] ? header[i].substring(1) : header[i];
        }
    }

    /** Adds a row; cells too wide are cut, and characters that would move a terminal's cursor are blanks. */
    public void row(String... cells) {
        String[] cut = new String[header.length];
        for (int i = 0; i < cut.length; i++) {
            cut[i] = shown(cells[i]);
        }
        rows.add(cut);
    }

    private static String shown(String cell) {
        boolean cut = cell.codePointCount(0, cell.length()) > WIDEST;
        int end = cut ? cell.offsetByCodePoints(0, WIDEST - 3) : cell.length();
        StringBuilder safe = new StringBuilder(end + 3);
        for (int i = 0; i < end; i++) {
            char c = cell.charAt(i);
            safe.append(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c);
        }
        return cut ? safe.append("...").toString() : safe.toString();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Returns header and rows, and a last line for those left out of a total. */
    public String render(int total) {
        int[] width = new int[header.length];
        for (int i = 0; i < width.length; i++) {
            width[i] = length(header[i]);
            for (String[] row : rows) {
                width[i] = Math.max(width[i], length(row[i]));
            }
        }
        StringBuilder out = new StringBuilder();
        line(out, header, width);
        for (String[] row : rows) {
            line(out, row, width);
        }
        if (total > rows.size()) {
            out.append("... ").append(grouped(total - rows.size())).append(" more\n");
        }
        return out.toString();
    }

    private void line(StringBuilder out, String[] cells, int[] width) {
        int from = out.length();
        for (int i = 0; i < width.length; i++) {
            String pad = " ".repeat(width[i] - length(cells[i]));
            out.append(i == 0 ? "" : "  ").append(right[i] ? pad + cells[i] : cells[i] + pad);
        }
        int end = out.length();
        while (end > from && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
        out.append('\n');
    }

    /** Returns a count with commas between thousands, in any locale. */
    public static String grouped(long count) {
        String digits = Long.toString(Math.abs(count));
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                out.append(',');
            }
            out.append(digits.charAt(i));
        }
        return count < 0 ? "-" + out : out.toString();
    }
}
