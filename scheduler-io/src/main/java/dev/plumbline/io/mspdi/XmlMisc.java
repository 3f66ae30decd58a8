package dev.plumbline.io.mspdi;

import dev.plumbline.io.ReadLimits;
import java.io.IOException;
import java.util.regex.Pattern;

/** What stands in a document beside elements and text: its declaration, comments and processing instructions. All is left out. */
final class XmlMisc {

    private static final int LONGEST_DECLARATION = 1024;

    private static final Pattern DECLARATION =
            Pattern.compile("<\\?xml\\s+version\\s*=\\s*(?:\"1\\.[0-9]\"|'1\\.[0-9]')"
                    + "(?:\\s+encoding\\s*=\\s*(?:\"[A-Za-z][A-Za-z0-9._-]*\"|'[A-Za-z][A-Za-z0-9._-]*'))?"
                    + "(?:\\s+standalone\\s*=\\s*(?:\"(?:yes|no)\"|'(?:yes|no)'))?\\s*\\?>");

    private final XmlInput in;
    private final ReadLimits limits;

    XmlMisc(XmlInput in, ReadLimits limits) {
        this.in = in;
        this.limits = limits;
    }

    /** Returns how many bytes a character takes in UTF-8, half of a pair two. */
    static int bytes(char c) {
        return c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }

    /** Passes the declaration, if the document begins with one. */
    void declaration() throws IOException {
        if (!in.startsWith("<?xml") || !in.has(6) || !XmlChars.isSpace(in.chars[in.at + 5])) {
            return;
        }
        in.has(LONGEST_DECLARATION);
        String start = new String(in.chars, in.at, Math.min(in.end - in.at, LONGEST_DECLARATION));
        int end = start.indexOf("?>") + 2;
        if (end < 2 || !DECLARATION.matcher(start.substring(0, end)).matches()) {
            throw in.malformed("the XML declaration is broken", in.at);
        }
        int last = in.at + end;
        while (in.at < last) {
            in.passSpace();
            in.at++;
        }
    }

    /** Passes a comment. */
    void comment() throws IOException {
        in.at += 4;
        until("--");
        if (!in.has(3)) {
            throw in.truncated(true);
        }
        if (in.chars[in.at + 2] != '>') {
            throw in.malformed("-- must not stand in a comment", in.at);
        }
        in.at += 3;
    }

    /** Passes a processing instruction. */
    void instruction() throws IOException {
        in.at += 2;
        int length = 0;
        StringBuilder target = new StringBuilder();
        while (in.has(length + 1) && isPartOfTarget(in.chars[in.at + length])) {
            target.append(in.chars[in.at + length]);
            length++;
            if (length > limits.nameChars()) {
                throw in.limit("LIMIT_NAME", "a name is longer than %s characters", limits.nameChars());
            }
        }
        if (length == 0 || !isTarget(target)) {
            throw in.malformed("a processing instruction of no or a forbidden name", in.at);
        }
        in.at += length;
        if (!in.has(2)) {
            throw in.truncated(true);
        }
        if (!XmlChars.isSpace(in.chars[in.at]) && !in.startsWith("?>")) {
            throw in.malformed("white space must stand here", in.at);
        }
        until("?>");
        in.at += 2;
    }

    private static boolean isPartOfTarget(char c) {
        return Character.isSurrogate(c) || XmlChars.isName(c);
    }

    private static boolean isTarget(StringBuilder target) {
        return XmlChars.isNameStart(target.codePointAt(0)) && !target.toString().equalsIgnoreCase("xml");
    }

    /** Passes everything up to an end of two characters, within the limit. */
    private void until(String end) throws IOException {
        long bytes = 0;
        while (!in.startsWith(end)) {
            if (!in.has(1)) {
                throw in.truncated(true);
            }
            char c = in.chars[in.at];
            if (!XmlChars.isAllowed(c)) {
                throw in.forbidden(in.at);
            }
            bytes += bytes(c);
            if (bytes > limits.tokenBytes()) {
                throw in.tooLong();
            }
            if (c == '\r') {
                in.passReturn();
            } else {
                in.at++;
                if (c == '\n') {
                    in.newline(in.at);
                }
            }
        }
    }
}
