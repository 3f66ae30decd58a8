package dev.plumbline.io.report;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes markup that is valid as HTML and well-formed as XML, one piece after the other, so that a page needs no memory. */
final class Markup {

    private final Appendable out;

    Markup(Appendable out) {
        this.out = out;
    }

    /** Writes markup of our own. */
    Markup raw(CharSequence markup) throws IOException {
        out.append(markup);
        return this;
    }

    /** Writes a number. */
    Markup raw(long number) throws IOException {
        out.append(Long.toString(number));
        return this;
    }

    /** Writes text from anywhere, cleaned and escaped, for an element or a quoted attribute. */
    Markup text(String text) throws IOException {
        return text(text, SafeText.LONGEST);
    }

    /** Writes text from anywhere, shortened to so many characters. */
    Markup text(String text, int most) throws IOException {
        out.append(escape(SafeText.clean(text, most)));
        return this;
    }

    /** Writes an element that holds nothing but text. */
    Markup element(String tag, String text) throws IOException {
        return raw("<").raw(tag).raw(">").text(text).raw("</").raw(tag).raw(">");
    }

    /** Writes an element with a class that holds nothing but text. */
    Markup element(String tag, String style, String text) throws IOException {
        return raw("<").raw(tag)
                .raw(" class=\"")
                .raw(style)
                .raw("\">")
                .text(text)
                .raw("</")
                .raw(tag)
                .raw(">");
    }

    static String escape(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            String entity = entity(text.charAt(i));
            if (entity != null && escaped == null) {
                escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (escaped != null) {
                if (entity == null) {
                    escaped.append(text.charAt(i));
                } else {
                    escaped.append(entity);
                }
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    private static @Nullable String entity(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> null;
        };
    }
}
