package dev.plumbline.io.csv;

/** Which characters are blank: those of {@link Character#isWhitespace}, told apart quickly where they are plain. */
final class Blanks {

    private static final char ASCII_END = 0x7F;

    private Blanks() {}

    static boolean isBlank(char c) {
        return (c <= ' ' || c >= ASCII_END) && Character.isWhitespace(c);
    }

    static boolean isBlank(char[] chars, int from, int to) {
        int i = from;
        while (i < to && isBlank(chars[i])) {
            i++;
        }
        return i == to;
    }
}
