package dev.plumbline.io.mspdi;

import dev.plumbline.io.text.LossCounts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/*
 * Nearly all that is written is ASCII, and the tags are the same again and again. So they are bytes beforehand, and text goes
 * into the buffer character by character unless it holds something else.
 */
/** Writes elements as UTF-8, one to a line and indented. Characters that XML can't hold are left out and counted. */
final class XmlOut {

    private static final int BUFFER = 1 << 16;
    private static final int STEP = 2;
    /** The longest text that is written without being looked at twice. */
    private static final int SHORT = 512;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private final LossCounts losses = new LossCounts("MSPDI_LOSS", "not written as it is");
    private int used;
    private int depth;
    private int leftOut;

    /** The name of an element, as bytes. */
    static final class Tag {
        private final byte[] start;
        private final byte[] end;

        Tag(String name) {
            start = ("<" + name + ">").getBytes(StandardCharsets.UTF_8);
            end = ("</" + name + ">\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    XmlOut(OutputStream out) {
        this.out = out;
    }

    /** Writes the declaration and opens the root element. */
    void root(String name, String namespace) throws IOException {
        put(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<" + name + " xmlns=\"" + namespace
                        + "\">\n")
                .getBytes(StandardCharsets.UTF_8));
        depth = 1;
    }

    void start(String name) throws IOException {
        indent();
        reserve(name.length() + 3);
        buffer[used++] = '<';
        ascii(name);
        buffer[used++] = '>';
        buffer[used++] = '\n';
        depth++;
    }

    void end(String name) throws IOException {
        depth--;
        indent();
        reserve(name.length() + 4);
        buffer[used++] = '<';
        buffer[used++] = '/';
        ascii(name);
        buffer[used++] = '>';
        buffer[used++] = '\n';
    }

    /** Element names are ASCII. */
    private void ascii(String name) {
        int length = name.length();
        for (int i = 0; i < length; i++) {
            buffer[used++] = (byte) name.charAt(i);
        }
    }

    /** Writes an element with text; nothing if there is none. */
    void leaf(Tag tag, @Nullable String text) throws IOException {
        if (text == null) {
            return;
        }
        indent();
        put(tag.start);
        text(text);
        put(tag.end);
    }

    /** Writes an element that is XML already. */
    void piece(byte[] xml, int from, int to) throws IOException {
        indent();
        put(xml, from, to);
        reserve(1);
        buffer[used++] = '\n';
    }

    /** Returns the counts of what is not written as it is. */
    LossCounts losses() {
        return losses;
    }

    /** Returns how many characters could not be written. */
    int leftOut() {
        return leftOut;
    }

    /** Hands everything on. */
    void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
        out.flush();
    }

    private void indent() throws IOException {
        int count = STEP * depth;
        reserve(count);
        for (int i = 0; i < count; i++) {
            buffer[used++] = ' ';
        }
    }

    /** Makes room for a few bytes, at most {@link #SHORT} and some. */
    private void reserve(int count) throws IOException {
        if (BUFFER - used < count) {
            out.write(buffer, 0, used);
            used = 0;
        }
    }

    private void put(byte[] bytes) throws IOException {
        put(bytes, 0, bytes.length);
    }

    private void put(byte[] bytes, int from, int to) throws IOException {
        int count = to - from;
        if (count > SHORT) {
            reserve(BUFFER);
            out.write(bytes, from, count);
            return;
        }
        reserve(count + 1);
        System.arraycopy(bytes, from, buffer, used, count);
        used += count;
    }

    private void text(String text) throws IOException {
        int length = text.length();
        if (length <= SHORT) {
            reserve(length);
            int at = used;
            int i = 0;
            while (i < length && isPlain(text.charAt(i))) {
                buffer[at++] = (byte) text.charAt(i++);
            }
            if (i == length) {
                used = at;
                return;
            }
        }
        String clean = clean(text);
        leftOut += length - clean.length();
        put(escaped(clean, false).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x80 && c != '&' && c != '<' && c != '>';
    }

    /** Returns the text without characters that XML 1.0 does not allow, such as most control characters. */
    static String clean(String text) {
        int i = 0;
        while (i < text.length() && isAllowed(text, i)) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        for (int k = 0; k < text.length(); k++) {
            if (isAllowed(text, k)) {
                clean.append(text.charAt(k));
            }
        }
        return clean.toString();
    }

    private static boolean isAllowed(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return XmlChars.isAllowed(c);
    }

    /** Returns the text with markup characters escaped, and in attributes quotes and white space too. */
    static String escaped(CharSequence text, boolean attribute) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String entity = entity(c, attribute);
            if (entity != null && escaped == null) {
                escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (escaped != null) {
                if (entity == null) {
                    escaped.append(c);
                } else {
                    escaped.append(entity);
                }
            }
        }
        return escaped == null ? text.toString() : escaped.toString();
    }

    private static @Nullable String entity(char c, boolean attribute) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\r' -> "&#13;";
            case '"' -> attribute ? "&quot;" : null;
            case '\n' -> attribute ? "&#10;" : null;
            case '\t' -> attribute ? "&#9;" : null;
            default -> null;
        };
    }
}
