package dev.plumbline.io.csv;

/**
 * Keeps text cells from being taken for formulas by spreadsheets. A text that begins with one of {@code = + - @}, a tab or a
 * carriage return, possibly after apostrophes, gets one more apostrophe in front; reading takes it away again, so that every
 * text comes back as it was. Only text cells are touched, never numbers or dates.
 */
final class FormulaGuard {

    private FormulaGuard() {}

    static String guard(String text) {
        return isGuarded(text) ? "'" + text : text;
    }

    static String restore(String cell) {
        return cell.startsWith("'") && isGuarded(cell) ? cell.substring(1) : cell;
    }

    private static boolean isGuarded(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        return i < text.length() && "=+-@\t\r".indexOf(text.charAt(i)) >= 0;
    }
}
