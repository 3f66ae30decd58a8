package dev.plumbline.io.csv;

import dev.plumbline.io.text.Digits;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the numbers of a file write fractions, which follows from its separator: a file separated by commas uses a decimal
 * point, one separated by semicolons a decimal comma (what spreadsheets write in Europe) but a point is read too, and one
 * separated by tabs or bars may use either. A number in which the mark could as well group thousands is refused.
 */
enum NumberStyle {
    /** {@code 1.5}; a comma can only group thousands. */
    POINT,
    /** {@code 1,5}, and {@code 1.5} where the point can't group thousands. */
    COMMA,
    /** {@code 1,5} or {@code 1.5} where the mark can't group thousands. */
    EITHER;

    private static final Pattern PLAIN = Pattern.compile("[0-9]+([.,][0-9]+)?");

    static NumberStyle of(char separator) {
        return separator == ',' ? POINT : separator == ';' ? COMMA : EITHER;
    }

    /** Returns whether a comma can separate items in a cell. */
    boolean commaSeparates() {
        return this != COMMA;
    }

    /** Returns a number without sign, ASCII digits with at most one mark; null if the text is none. */
    @Nullable
    BigDecimal parse(String text) {
        int plain = Digits.number(text, text.length());
        if (plain >= 0) {
            return BigDecimal.valueOf(plain);
        }
        if (text.isEmpty() || text.length() > 64) {
            return null;
        }
        if (!PLAIN.matcher(text).matches()) {
            return null;
        }
        int mark = Math.max(text.indexOf('.'), text.indexOf(','));
        return mark >= 0 && isUnclear(text, mark) ? null : new BigDecimal(text.replace(',', '.'));
    }

    /** Returns why a text that looks like a number is none in this file; empty if there is nothing more to say. */
    String reason(String text) {
        int mark = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        if (mark <= 0 || mark != Math.min(indexOrEnd(text, '.'), indexOrEnd(text, ','))) {
            return "";
        }
        if (this == POINT && text.charAt(mark) == ',') {
            return "a file separated by commas uses a decimal point: write it with one, or give --separator";
        }
        return isUnclear(text, mark)
                ? "'" + text.charAt(mark)
                        + "' could be a decimal mark or group thousands: write another number of decimals"
                : "";
    }

    /** Returns an amount in which thousands may be grouped, such as 24,000 or 24.000,50; null if the text is none. */
    @Nullable
    BigDecimal parseGrouped(String text) {
        BigDecimal plain = parse(text);
        if (plain != null || this == EITHER || text.length() > 64) {
            return plain;
        }
        String group = this == POINT ? "," : "[. \u00A0\u202F]";
        String decimal = this == POINT ? "\\." : ",";
        if (!text.matches("[0-9]{1,3}(" + group + "[0-9]{3})+(" + decimal + "[0-9]+)?")) {
            return null;
        }
        return new BigDecimal(text.replaceAll(group, "").replace(',', '.'));
    }

    private boolean isUnclear(String text, int mark) {
        char c = text.charAt(mark);
        if (this == POINT) {
            return c == ',';
        }
        boolean couldGroup = text.length() - mark - 1 == 3 && mark <= 3 && text.charAt(0) != '0';
        return couldGroup && !(this == COMMA && c == ',');
    }

    private static int indexOrEnd(String text, char c) {
        int index = text.indexOf(c);
        return index < 0 ? text.length() : index;
    }
}
