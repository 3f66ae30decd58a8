package dev.plumbline.io.report;

import java.util.Locale;

/**
 * Text of a plan made safe to show. Names come from files that anyone may have written: control characters could drive a
 * terminal, bidirectional overrides could show a text that isn't there, and lone surrogates can't be encoded.
 */
final class SafeText {

    /** How many characters of a name or text are shown where there is room. */
    static final int LONGEST = 300;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int REPLACEMENT = 0xFFFD;
    private static final int MOST_MARKS = 4;

    private SafeText() {}

    /** Returns the text on one line, what can't be shown written as {@code \\u202E}, at most {@link #LONGEST} characters. */
    static String clean(String text) {
        return clean(text, LONGEST);
    }

    /**
     * Returns the text on one line, at most so many characters with an ellipsis as the last. White space becomes blanks;
     * joiners stay, as scripts and emoji need them; more than four marks on one character are dropped.
     */
    static String clean(String text, int most) {
        if (isPlain(text) && text.length() <= most) {
            return text;
        }
        StringBuilder safe = new StringBuilder(Math.min(text.length(), most) + 16);
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            marks = Character.getType(c) == Character.NON_SPACING_MARK ? marks + 1 : 0;
            if (marks <= MOST_MARKS) {
                append(safe, c);
            }
            if (safe.length() > most) {
                int end = safe.offsetByCodePoints(0, safe.codePointCount(0, most) - 1);
                return safe.substring(0, end) + '…';
            }
        }
        return safe.toString();
    }

    private static void append(StringBuilder safe, int c) {
        switch (Character.getType(c)) {
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> safe.append(' ');
            case Character.CONTROL -> {
                if (Character.isWhitespace(c)) {
                    safe.append(' ');
                } else {
                    escape(safe, c);
                }
            }
            case Character.FORMAT -> {
                if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
                    safe.appendCodePoint(c);
                } else {
                    escape(safe, c);
                }
            }
            case Character.SURROGATE -> safe.appendCodePoint(REPLACEMENT);
            default -> safe.appendCodePoint(isNonCharacter(c) ? REPLACEMENT : c);
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isNonCharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    }

    private static void escape(StringBuilder safe, int c) {
        String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        safe.append("\\u").append("0".repeat(Math.max(0, 4 - hex.length()))).append(hex);
    }
}
