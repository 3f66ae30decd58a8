package dev.plumbline.model;

import java.util.Locale;
import java.util.Objects;

/**
 * Something wrong or odd in an input or a project: one record for errors and findings. Immutable.
 *
 * <p>Texts are made safe to print: control and bidirectional characters are escaped and the message ends at 300 characters.
 *
 * @param code a stable code such as {@code MODEL_CYCLE}, for scripts
 * @param severity how much it matters
 * @param location where it was found
 * @param message names the thing and the value, in the planner's words
 * @param hint the way out, possibly empty
 */
public record Problem(String code, Severity severity, Location location, String message, String hint) {

    private static final int LONGEST_MESSAGE = 300;
    private static final int LONGEST_QUOTE = 80;
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    /** Escapes and shortens the texts. */
    public Problem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(location, "location");
        message = shorten(escape(shortenWords(message)), LONGEST_MESSAGE);
        hint = shorten(escape(hint), LONGEST_MESSAGE);
    }

    /** Returns an error without a place. */
    public static Problem error(String code, String message, String hint) {
        return new Problem(code, Severity.ERROR, Location.NONE, message, hint);
    }

    /** Returns a warning without a place. */
    public static Problem warning(String code, String message, String hint) {
        return new Problem(code, Severity.WARNING, Location.NONE, message, hint);
    }

    /** Returns a remark without a place. */
    public static Problem info(String code, String message, String hint) {
        return new Problem(code, Severity.INFO, Location.NONE, message, hint);
    }

    /** Returns the same problem at a place. */
    public Problem at(Location place) {
        return new Problem(code, severity, place, message, hint);
    }

    /** Returns a value from an input, shortened to 80 characters for use in a message. */
    public static String quote(String value) {
        return "'" + shorten(value, LONGEST_QUOTE) + "'";
    }

    /** Returns an id or another text from an input without quotes, shortened to 80 characters for use in a message. */
    public static String shown(Object value) {
        return shorten(value.toString(), LONGEST_QUOTE);
    }

    /** Returns {@code error CODE FILE:LINE:COLUMN: message; hint}. */
    @Override
    public String toString() {
        String place = location.toString();
        return severity.name().toLowerCase(Locale.ROOT) + " " + code + (place.isEmpty() ? "" : " " + place) + ": "
                + message + (hint.isEmpty() ? "" : "; " + hint);
    }

    private static String shorten(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 3;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "...";
    }

    /** Shortens what has no space for more than 80 characters: only an input has such words. */
    private static String shortenWords(String text) {
        if (text.length() <= LONGEST_QUOTE) {
            return text;
        }
        StringBuilder result = null;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && text.charAt(i) != ' ') {
                continue;
            }
            if (i - from > LONGEST_QUOTE + 2 && result == null) {
                result = new StringBuilder(text.length()).append(text, 0, from);
            }
            if (result != null) {
                String word = text.substring(from, i);
                result.append(word.length() > LONGEST_QUOTE + 2 ? shorten(word, LONGEST_QUOTE) : word)
                        .append(i < text.length() ? " " : "");
            }
            from = i + 1;
        }
        return result == null ? text : result.toString();
    }

    private static String escape(String text) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean unsafe = isUnsafe(c);
            if (unsafe && safe == null) {
                safe = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (safe != null) {
                if (unsafe) {
                    safe.append("\\u")
                            .append(HEX[c >> 12])
                            .append(HEX[c >> 8 & 15])
                            .append(HEX[c >> 4 & 15])
                            .append(HEX[c & 15]);
                } else {
                    safe.append(c);
                }
            }
        }
        return safe == null ? text : safe.toString();
    }

    private static boolean isUnsafe(char c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || c == '\u2028' || c == '\u2029';
    }
}
