package dev.plumbline.io.mspdi;

import java.util.Arrays;

/** What a character may be in XML 1.0, fifth edition (W3C, 2008), productions 2 to 5. */
final class XmlChars {

    /** Text that stands for itself. */
    static final byte PLAIN = 0;
    /** A control character that no document may hold. */
    static final byte FORBIDDEN = 1;
    /** The end of a line. */
    static final byte NEWLINE = 2;
    /** A carriage return, which is read as the end of a line. */
    static final byte RETURN = 3;
    /** A bracket, which may begin the end of a section. */
    static final byte BRACKET = 4;
    /** The beginning of a tag or a reference. */
    static final byte MARKUP = 5;

    /** How many characters the tables know. */
    static final int TABLED = 128;

    /** The kind of each of the first characters in text. */
    static final byte[] KIND = new byte[TABLED];

    private static final boolean[] NAME_START = new boolean[TABLED];
    private static final boolean[] NAME = new boolean[TABLED];

    /** From and to, in pairs: what names may begin with beyond ASCII. */
    private static final int[] NAME_STARTS = {
        0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x2FF, 0x370, 0x37D, 0x37F, 0x1FFF, 0x200C, 0x200D, 0x2070, 0x218F, 0x2C00,
        0x2FEF, 0x3001, 0xD7FF, 0xF900, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0xEFFFF
    };
    /** What names may hold further on. */
    private static final int[] NAME_OTHERS = {0xB7, 0xB7, 0x300, 0x36F, 0x203F, 0x2040};

    static {
        Arrays.fill(KIND, 0, ' ', FORBIDDEN);
        KIND['\t'] = PLAIN;
        KIND['\n'] = NEWLINE;
        KIND['\r'] = RETURN;
        KIND[']'] = BRACKET;
        KIND['<'] = MARKUP;
        KIND['&'] = MARKUP;
        for (char c = 'a'; c <= 'z'; c++) {
            NAME_START[c] = true;
            NAME_START[c - 'a' + 'A'] = true;
        }
        NAME_START['_'] = true;
        NAME_START[':'] = true;
        System.arraycopy(NAME_START, 0, NAME, 0, TABLED);
        Arrays.fill(NAME, '0', '9' + 1, true);
        NAME['-'] = true;
        NAME['.'] = true;
    }

    private XmlChars() {}

    /** Returns whether a document may hold the character; halves of pairs are checked in decoding. */
    static boolean isAllowed(int c) {
        return c < TABLED ? KIND[c] != FORBIDDEN : c < 0xFFFE || c > 0xFFFF;
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    static boolean isNameStart(int c) {
        return c < TABLED ? NAME_START[c] : isIn(c, NAME_STARTS);
    }

    static boolean isName(int c) {
        return c < TABLED ? NAME[c] : isIn(c, NAME_STARTS) || isIn(c, NAME_OTHERS);
    }

    private static boolean isIn(int c, int[] ranges) {
        for (int i = 0; i < ranges.length; i += 2) {
            if (c >= ranges[i] && c <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
