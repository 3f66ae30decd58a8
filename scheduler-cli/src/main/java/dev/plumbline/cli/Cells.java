package dev.plumbline.cli;

import dev.plumbline.calendar.WorkTime;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;

/** How values are written for other programs: the same everywhere, whatever the machine's locale. */
final class Cells {

    private static final int TO_MINUTES = 16;
    private static final int TO_SECONDS = 19;

    private Cells() {}

    /** Returns {@code yyyy-MM-ddTHH:mm:ss}. */
    static String instant(LocalDateTime instant) {
        String text = instant.toString();
        return text.length() == TO_MINUTES ? text + ":00" : text.substring(0, TO_SECONDS);
    }

    /** Returns minutes, with one decimal only where they aren't whole. */
    static String minutes(WorkTime amount) {
        long tenths = Math.abs(amount.ticks());
        String sign = amount.ticks() < 0 ? "-" : "";
        String whole = sign + tenths / WorkTime.TICKS_PER_MINUTE;
        long rest = tenths % WorkTime.TICKS_PER_MINUTE;
        return rest == 0 ? whole : whole + "." + rest;
    }

    /** Returns a number with at most six decimals, rounded half up. */
    static String number(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    static String flag(boolean value) {
        return value ? "1" : "0";
    }

    /** Returns a text that no spreadsheet takes for a formula, in the way the CSV of plans is written. */
    static String text(String value) {
        int i = 0;
        while (i < value.length() && value.charAt(i) == '\'') {
            i++;
        }
        return i < value.length() && "=+-@\t\r".indexOf(value.charAt(i)) >= 0 ? "'" + value : value;
    }

    /** Writes a row of CSV (RFC 4180, with a plain line feed). */
    static void row(Writer out, String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            String cell = cells[i];
            if (needsQuotes(cell)) {
                out.write('"');
                out.write(cell.replace("\"", "\"\""));
                out.write('"');
            } else {
                out.write(cell);
            }
        }
        out.write('\n');
    }

    private static boolean needsQuotes(String cell) {
        if (cell.isEmpty()) {
            return false;
        }
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '"' || c == ',' || c == ';' || c < ' ') {
                return true;
            }
        }
        return cell.charAt(0) == ' ' || cell.charAt(cell.length() - 1) == ' ';
    }
}
