package dev.plumbline.io.mspdi;

import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Writes elements, one to a line and indented. Characters that XML can't hold are left out and counted. */
final class XmlOut {

    private static final String INDENT = "  ";

    private final Writer out;
    private int depth;
    private int leftOut;

    XmlOut(Writer out) {
        this.out = out;
    }

    /** Writes the declaration and opens the root element. */
    void root(String name, String namespace) throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<" + name + " xmlns=\"" + namespace
                + "\">\n");
        depth = 1;
    }

    void start(String name) throws IOException {
        indent();
        out.write('<');
        out.write(name);
        out.write(">\n");
        depth++;
    }

    void end(String name) throws IOException {
        depth--;
        indent();
        out.write("</");
        out.write(name);
        out.write(">\n");
    }

    /** Writes an element with text; nothing if there is none. */
    void leaf(String name, @Nullable String text) throws IOException {
        if (text == null) {
            return;
        }
        indent();
        out.write('<');
        out.write(name);
        out.write('>');
        String clean = clean(text);
        leftOut += text.length() - clean.length();
        out.write(escaped(clean, false));
        out.write("</");
        out.write(name);
        out.write(">\n");
    }

    /** Writes an element that is XML already. */
    void piece(String xml) throws IOException {
        indent();
        out.write(xml);
        out.write('\n');
    }

    /** Returns how many characters could not be written. */
    int leftOut() {
        return leftOut;
    }

    private void indent() throws IOException {
        for (int i = 0; i < depth; i++) {
            out.write(INDENT);
        }
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
        return (c >= 0x20 && c < 0xFFFE) || c == '\t' || c == '\n' || c == '\r';
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
