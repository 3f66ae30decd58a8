package dev.plumbline.io.mspdi;

import org.jspecify.annotations.Nullable;

/** References to characters; no document defines entities of its own. */
final class XmlReferences {

    /** Longer ones stand for nothing. */
    static final int LONGEST = 12;

    private static final int LAST = 0x10FFFF;

    private XmlReferences() {}

    /** Returns the character of what stands between ampersand and semicolon, or -1 if there is none. */
    static int character(String name) {
        return switch (name) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> name.startsWith("#x") ? number(name, 2, 16) : name.startsWith("#") ? number(name, 1, 10) : -1;
        };
    }

    private static int number(String name, int from, int radix) {
        int value = 0;
        for (int i = from; i < name.length(); i++) {
            char c = name.charAt(i);
            int digit = c < XmlChars.TABLED ? Character.digit(c, radix) : -1;
            if (digit < 0 || value > LAST) {
                return -1;
            }
            value = value * radix + digit;
        }
        boolean half = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
        return name.length() == from || value > LAST || half || !XmlChars.isAllowed(value) ? -1 : value;
    }

    /** Returns the name that begins behind an ampersand, or nothing if no semicolon ends it. */
    static @Nullable String name(char[] text, int from, int to) {
        for (int i = from; i < to && i <= from + LONGEST; i++) {
            if (text[i] == ';') {
                return new String(text, from, i - from);
            }
        }
        return null;
    }
}
