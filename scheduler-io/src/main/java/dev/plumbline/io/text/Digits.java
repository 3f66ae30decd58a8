package dev.plumbline.io.text;

/** Numbers in the form that nearly all of them have: a few digits. Everything else goes the long way. */
public final class Digits {

    private static final int MOST = 9;
    private static final int MOST_EXACT = 15;
    private static final double[] TENS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};

    private Digits() {}

    /** Returns the number that one to nine digits stand for, else -1. */
    public static int number(char[] text, int from, int to) {
        if (to <= from || to - from > MOST) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /** Returns the number that the first one to nine characters stand for if they are digits, else -1. */
    public static int number(String text, int to) {
        if (to <= 0 || to > MOST) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /** Returns the position behind the digits that begin at one. */
    public static int end(char[] text, int from, int to) {
        int i = from;
        while (i < to && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        return i;
    }

    /** Returns the number that up to 15 digits with or without a point stand for, else not a number. */
    public static double decimal(char[] text, int from, int to) {
        int point = end(text, from, to);
        if (point == to) {
            return to - from > MOST_EXACT || to == from ? Double.NaN : mantissa(text, from, to, to);
        }
        boolean plain = text[point] == '.'
                && point > from
                && point < to - 1
                && to - from <= MOST_EXACT
                && to - point <= TENS.length
                && end(text, point + 1, to) == to;
        // Both are exact, so the quotient is the nearest number there is.
        return plain ? mantissa(text, from, to, point) / TENS[to - point - 1] : Double.NaN;
    }

    /** Returns the digits, a point left out, as a whole number. */
    public static long mantissa(char[] text, int from, int to, int point) {
        long number = 0;
        for (int i = from; i < to; i++) {
            if (i != point) {
                number = 10 * number + text[i] - '0';
            }
        }
        return number;
    }
}
