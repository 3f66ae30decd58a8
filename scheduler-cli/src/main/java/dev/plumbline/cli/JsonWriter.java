package dev.plumbline.cli;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes JSON, indented by two blanks; the innermost objects of an array stand on one line each, so that a plan of a million
 * activities stays readable and comparable line by line. The commands only ever write JSON, which is why no library is used.
 */
final class JsonWriter {

    private static final String HEX = "0123456789abcdef";

    private final Writer out;
    private int depth;
    private int inlineFrom = Integer.MAX_VALUE;
    private boolean first = true;
    private boolean named;

    JsonWriter(Writer out) {
        this.out = out;
    }

    JsonWriter beginObject() throws IOException {
        return begin('{');
    }

    JsonWriter endObject() throws IOException {
        return end('}');
    }

    JsonWriter beginArray() throws IOException {
        return begin('[');
    }

    JsonWriter endArray() throws IOException {
        return end(']');
    }

    /** Begins an object that is written on one line, with all it holds. */
    JsonWriter beginRow() throws IOException {
        begin('{');
        if (inlineFrom == Integer.MAX_VALUE) {
            inlineFrom = depth;
        }
        return this;
    }

    JsonWriter name(String name) throws IOException {
        separate();
        quote(name);
        out.write(": ");
        named = true;
        return this;
    }

    JsonWriter value(String text) throws IOException {
        separate();
        quote(text);
        return this;
    }

    JsonWriter value(long number) throws IOException {
        return literal(Long.toString(number));
    }

    /** Writes a number, or another literal, as it is. */
    JsonWriter literal(String text) throws IOException {
        separate();
        out.write(text);
        return this;
    }

    /** Ends the document with a line feed. */
    void finish() throws IOException {
        out.write('\n');
        out.flush();
    }

    private JsonWriter begin(char bracket) throws IOException {
        separate();
        out.write(bracket);
        depth++;
        first = true;
        return this;
    }

    private JsonWriter end(char bracket) throws IOException {
        boolean inline = depth >= inlineFrom;
        if (depth == inlineFrom) {
            inlineFrom = Integer.MAX_VALUE;
        }
        depth--;
        if (!first && !inline) {
            newLine();
        }
        out.write(bracket);
        first = false;
        return this;
    }

    private void separate() throws IOException {
        if (named) {
            named = false;
            return;
        }
        boolean inline = depth >= inlineFrom;
        if (!first) {
            out.write(inline ? ", " : ",");
        }
        if (depth > 0 && !inline) {
            newLine();
        }
        first = false;
    }

    private void newLine() throws IOException {
        out.write('\n');
        for (int i = 0; i < depth; i++) {
            out.write("  ");
        }
    }

    private void quote(String text) throws IOException {
        out.write('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.write("\\\"");
                case '\\' -> out.write("\\\\");
                case '\n' -> out.write("\\n");
                case '\r' -> out.write("\\r");
                case '\t' -> out.write("\\t");
                default -> {
                    if (needsEscape(text, i)) {
                        escape(c);
                    } else {
                        out.write(c);
                    }
                }
            }
        }
        out.write('"');
    }

    /** Control, format and bidirectional characters are escaped, and surrogates without a partner. */
    private static boolean needsEscape(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || c == '\u2028' || c == '\u2029';
    }

    private void escape(char c) throws IOException {
        out.write("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.write(HEX.charAt(c >> shift & 15));
        }
    }
}
