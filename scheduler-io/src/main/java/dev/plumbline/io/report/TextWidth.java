package dev.plumbline.io.report;

/** How many columns of a terminal a text takes: two for wide East Asian signs and emoji, none for marks. */
final class TextWidth {

    /** First and last code points of the wide and full-width blocks, after Unicode Standard Annex #11. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0x33FF}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xA000, 0xA4CF},
        {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F},
        {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
    };

    private TextWidth() {}

    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    private static int of(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int[] block : WIDE) {
            if (codePoint >= block[0] && codePoint <= block[1]) {
                return 2;
            }
        }
        return 1;
    }

    /** Returns the text cut to so many columns, an ellipsis of one column at its end if it was cut. */
    static String cut(String text, int columns, boolean ascii) {
        if (of(text) <= columns) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            used += of(c);
            if (used > columns - 1) {
                break;
            }
            kept.appendCodePoint(c);
            i += Character.charCount(c);
        }
        return kept.append(ascii ? '~' : '…').toString();
    }

    /** Returns the text with blanks after it, exactly so many columns wide. */
    static String left(String text, int columns, boolean ascii) {
        String cut = cut(text, columns, ascii);
        return cut + " ".repeat(columns - of(cut));
    }

    /** Returns the text with blanks before it, exactly so many columns wide. */
    static String right(String text, int columns, boolean ascii) {
        String cut = cut(text, columns, ascii);
        return " ".repeat(columns - of(cut)) + cut;
    }
}
