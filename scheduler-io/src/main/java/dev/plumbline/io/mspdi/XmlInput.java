package dev.plumbline.io.mspdi;

import dev.plumbline.io.ReadLimits;
import dev.plumbline.model.Location;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import java.io.IOException;
import java.util.Arrays;

/*
 * The parser works on the array itself: no call for each character. Positions are moved to the front of the array as a whole,
 * which is why fill() tells by how much. Lines are counted where the parser passes them.
 */
/** A window on the characters of a document, and where in the document it is. */
final class XmlInput {

    /** How many characters are held at a time, if nothing needs more. */
    static final int WINDOW = 1 << 15;

    private final XmlDecoder decoder;
    private final ReadLimits limits;
    private boolean ended;

    /** The window; filled up to {@link #end}. */
    char[] chars;

    /** The next character to parse. */
    int at;

    int end;

    /** By how much the last call of {@link #fill} moved all positions to the front. */
    int shift;

    int line = 1;

    /** Where the line begins, possibly before the window. */
    int lineStart;

    XmlInput(XmlDecoder decoder, ReadLimits limits, int window) {
        this.decoder = decoder;
        this.limits = limits;
        this.chars = new char[window];
    }

    /**
     * Makes more characters available, and moves those from a position on to the front.
     *
     * @param keep the first character that is still needed, at most {@link #at}
     * @return whether there were more
     */
    boolean fill(int keep) throws IOException {
        shift = keep;
        System.arraycopy(chars, keep, chars, 0, end - keep);
        at -= keep;
        end -= keep;
        lineStart -= keep;
        if (ended) {
            return false;
        }
        if (chars.length - end < 2) {
            if (end > limits.tokenBytes()) {
                throw tooLong();
            }
            chars = Arrays.copyOf(chars, 2 * chars.length);
        }
        int before = end;
        while (chars.length - end > 1) {
            int count = decoder.read(chars, end, chars.length - end);
            if (count < 0) {
                stop(before);
                break;
            }
            end += count;
        }
        return end > before;
    }

    /** At the end of the document, or where nothing more can be read; what was read before is parsed first. */
    private void stop(int before) {
        Problem problem = decoder.problem();
        if (problem == null) {
            ended = true;
        } else if (end == before) {
            throw new PlumblineException(located(problem));
        }
    }

    /** The line of malformed bytes is that behind all characters read. */
    private Problem located(Problem problem) {
        if (problem.location().equals(Location.NONE)) {
            return problem.at(place(at));
        }
        int last = line;
        for (int i = Math.max(0, lineStart); i < end; i++) {
            boolean newline = chars[i] == '\n' || (chars[i] == '\r' && (i + 1 == end || chars[i + 1] != '\n'));
            last += newline ? 1 : 0;
        }
        return problem.at(new Location("", last, 0, problem.location().offset(), ""));
    }

    /** Returns whether so many characters are available at the current position, after reading more if need be. */
    boolean has(int count) throws IOException {
        while (end - at < count) {
            if (!fill(at)) {
                return end - at >= count;
            }
        }
        return true;
    }

    /** Returns whether a text stands at the current position. */
    boolean startsWith(String text) throws IOException {
        if (!has(text.length())) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (chars[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Passes text that stands for itself, and counts its lines.
     *
     * @param from where it begins
     * @return the position of markup, a carriage return, a bracket whose meaning depends on what follows the window, or its end
     */
    int plain(int from) {
        char[] text = chars;
        int to = end;
        int i = from;
        for (; i < to; i++) {
            char c = text[i];
            byte kind = c < XmlChars.TABLED ? XmlChars.KIND[c] : c < 0xFFFE ? XmlChars.PLAIN : XmlChars.FORBIDDEN;
            if (kind == XmlChars.PLAIN) {
                continue;
            }
            if (kind == XmlChars.NEWLINE) {
                newline(i + 1);
            } else if (kind != XmlChars.BRACKET || !isBracket(i)) {
                break;
            }
        }
        if (i < to && !XmlChars.isAllowed(text[i])) {
            throw forbidden(i);
        }
        return i;
    }

    /** Returns whether a bracket is known to stand for itself. */
    private boolean isBracket(int i) {
        if (i + 2 >= end) {
            return false;
        }
        if (chars[i + 1] == ']' && chars[i + 2] == '>') {
            throw malformed("]]> must not stand in text", i);
        }
        return true;
    }

    /** Notes that a line begins. */
    void newline(int start) {
        line++;
        lineStart = start;
    }

    /** Passes a carriage return and the newline behind it. */
    void passReturn() throws IOException {
        at++;
        if (has(1) && chars[at] == '\n') {
            at++;
        }
        newline(at);
    }

    /** Passes white space at the current position, line ends included. */
    void passSpace() throws IOException {
        while (has(1) && XmlChars.isSpace(chars[at])) {
            if (chars[at] == '\r') {
                passReturn();
            } else {
                at++;
                if (chars[at - 1] == '\n') {
                    newline(at);
                }
            }
        }
    }

    Location place(int position) {
        return Location.of("", line, Math.max(1, position - lineStart + 1));
    }

    PlumblineException forbidden(int position) {
        return malformed("character U+%04X is not allowed in XML".formatted((int) chars[position]), position);
    }

    PlumblineException malformed(String reason, int position) {
        return fail(
                "XML_NOT_WELL_FORMED",
                "this is not well-formed XML: " + reason,
                "look for a tag without its end, a bare & or <, or a character that XML does not allow",
                position);
    }

    PlumblineException truncated(boolean rootSeen) {
        return rootSeen
                ? fail("XML_TRUNCATED", "the file ends in the middle", "copy or export it again", end)
                : fail("XML_EMPTY", "the file is empty: it has no root element", "export it again", end);
    }

    PlumblineException tooLong() {
        return limit(
                "LIMIT_TOKEN",
                "a comment, attribute, tag or processing instruction is longer than %s bytes",
                limits.tokenBytes());
    }

    PlumblineException limit(String code, String message, int value) {
        return fail(code, message.formatted(value), "read it with larger limits if you trust it", at);
    }

    private PlumblineException fail(String code, String message, String hint, int position) {
        return new PlumblineException(Problem.error(code, message, hint).at(place(position)));
    }
}
