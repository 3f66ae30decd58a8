package dev.plumbline.io.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * Several items in one cell. Items are separated by semicolons, where the file allows it also by commas; a name that holds
 * a separator or anything else with a meaning stands in double quotes, quotes in it doubled.
 */
final class CellList {

    private CellList() {}

    /**
     * One item.
     *
     * @param name the quoted name that leads the item; empty if it isn't quoted
     * @param rest what follows, or the whole item, without blanks around it
     * @param quoted whether a quoted name leads
     */
    record Item(String name, String rest, boolean quoted) {}

    static List<Item> split(String cell, boolean commaSeparates, String code) throws CellProblem {
        List<Item> items = new ArrayList<>();
        int i = 0;
        while (i <= cell.length()) {
            int begin = i;
            while (begin < cell.length() && Character.isWhitespace(cell.charAt(begin))) {
                begin++;
            }
            StringBuilder name = new StringBuilder();
            boolean quoted = begin < cell.length() && cell.charAt(begin) == '"';
            int rest = quoted ? unquote(cell, begin + 1, name, code) : begin;
            int end = rest;
            while (end < cell.length() && !isSeparator(cell.charAt(end), commaSeparates)) {
                end++;
            }
            items.add(new Item(name.toString(), cell.substring(rest, end).strip(), quoted));
            i = end + 1;
        }
        return items;
    }

    private static int unquote(String cell, int from, StringBuilder name, String code) throws CellProblem {
        for (int i = from; i < cell.length(); i++) {
            if (cell.charAt(i) != '"') {
                name.append(cell.charAt(i));
            } else if (i + 1 < cell.length() && cell.charAt(i + 1) == '"') {
                name.append('"');
                i++;
            } else {
                return i + 1;
            }
        }
        throw new CellProblem(code, Durations.quote(cell) + " has a quote that is not closed", "close it");
    }

    private static boolean isSeparator(char c, boolean commaSeparates) {
        return c == ';' || (c == ',' && commaSeparates);
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
