package dev.plumbline.level;

import java.util.Comparator;

/** Orders texts as planning tools do: digits, then letters of either case, then the rest, and blanks last. */
enum TextOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            int order = Integer.compare(weight(left.charAt(i)), weight(right.charAt(i)));
            if (order != 0) {
                return order;
            }
        }
        if (left.isEmpty() || right.isEmpty()) {
            return Boolean.compare(left.isEmpty(), right.isEmpty()); // what has no text comes last
        }
        return Integer.compare(left.length(), right.length());
    }

    private static int weight(char each) {
        int kind = Character.isDigit(each) ? 0 : Character.isLetter(each) ? 1 : Character.isWhitespace(each) ? 3 : 2;
        return kind << 16 | Character.toLowerCase(Character.toUpperCase(each));
    }
}
