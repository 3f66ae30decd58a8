package dev.plumbline.io.text;

/** Strings made of characters; one that was made not long ago is handed out again. */
public final class ShortTexts {

    private static final int SLOTS = 1 << 12;
    private static final int LONGEST = 40;

    private final String[] texts = new String[SLOTS];

    /** Makes an empty table, for one document. */
    public ShortTexts() {}

    /** Returns the characters as a string. */
    public String get(char[] text, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return new String(text, from, length);
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        int slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
        String known = texts[slot];
        if (known == null || !isSame(known, text, from, length)) {
            known = new String(text, from, length);
            texts[slot] = known;
        }
        return known;
    }

    private static boolean isSame(String known, char[] text, int from, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }
}
