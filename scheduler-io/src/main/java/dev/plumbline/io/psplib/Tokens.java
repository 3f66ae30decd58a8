package dev.plumbline.io.psplib;

import dev.plumbline.model.Location;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** The numbers and words of a text with their places, read front to back. */
final class Tokens {

    private static final int LONGEST_NUMBER = 64;
    private static final int LONG_DIGITS = 18;

    private final String file;
    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private int lastLine = 1;

    /**
     * A piece of text without white space.
     *
     * @param text the piece
     * @param line its line, from 1
     * @param column its column, from 1
     */
    record Token(String text, int line, int column) {}

    /**
     * Splits lines into tokens.
     *
     * @param file the name for messages
     * @param lines the text
     * @param firstLine the number of the first line
     */
    Tokens(String file, List<String> lines, int firstLine) {
        this.file = file;
        for (int i = 0; i < lines.size(); i++) {
            split(lines.get(i), firstLine + i);
        }
    }

    private void split(String text, int line) {
        lastLine = line;
        int i = 0;
        while (i < text.length()) {
            int from = i;
            while (i < text.length() && !Character.isWhitespace(text.charAt(i))) {
                i++;
            }
            if (i > from) {
                tokens.add(new Token(text.substring(from, i), line, from + 1));
            }
            i++;
        }
    }

    boolean hasNext() {
        return next < tokens.size();
    }

    /** Returns the next whole number between 0 and a most; what it means is told in the error. */
    int number(String what, int most) {
        long value = parse(what);
        if (value > most) {
            throw error("VALUE_RANGE", "%s is more than %s".formatted(what, most), "use a smaller number", next - 1);
        }
        return (int) value;
    }

    /** Returns the next whole number, or the largest there is where it is larger. */
    int saturating(String what) {
        return (int) Math.min(Integer.MAX_VALUE, parse(what));
    }

    private long parse(String what) {
        if (!hasNext()) {
            throw new PlumblineException(Problem.error(
                            "NOT_COMPLETE",
                            "the file ends where %s should be".formatted(what),
                            "check that it is complete")
                    .at(Location.of(file, lastLine, 1)));
        }
        String text = tokens.get(next++).text();
        if (text.length() > LONGEST_NUMBER || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw error(
                    "VALUE_NUMBER",
                    "%s is %s, not a whole number from 0 on".formatted(what, Problem.quote(text)),
                    "write digits only",
                    next - 1);
        }
        String digits = text.replaceFirst("^0+(?=.)", "");
        return digits.length() > LONG_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    /** Returns an error at the token read last. */
    PlumblineException error(String code, String message, String hint) {
        return error(code, message, hint, Math.max(0, next - 1));
    }

    private PlumblineException error(String code, String message, String hint, int at) {
        Location place = tokens.isEmpty()
                ? Location.of(file, lastLine, 1)
                : Location.of(file, tokens.get(at).line(), tokens.get(at).column());
        return new PlumblineException(Problem.error(code, message, hint).at(place));
    }
}
