package dev.plumbline.io.mspdi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Amounts in hundredths, such as money; one that came up not long ago is handed out again. */
final class AmountPool {

    private static final int SLOTS = 1 << 10;
    private static final int MOST_DIGITS = 15;

    private final @Nullable BigDecimal[] amounts = new BigDecimal[SLOTS];
    private final long[] numbers = new long[SLOTS];
    private final byte[] scales = new byte[SLOTS];

    /** Returns the hundredth of a plain number without trailing zeros, or nothing if the text has another form. */
    @Nullable
    BigDecimal hundredths(char[] text, int from, int to) {
        int point = Digits.end(text, from, to);
        boolean whole = point == to;
        boolean plain = point > from
                && to - from <= MOST_DIGITS
                && (whole
                        || (text[point] == '.'
                                && point < to - 1
                                && to - point <= 13
                                && Digits.end(text, point + 1, to) == to));
        if (!plain) {
            return null;
        }
        long number = Digits.mantissa(text, from, to, point);
        int scale = (whole ? 0 : to - point - 1) + 2;
        if (number == 0) {
            return BigDecimal.ZERO;
        }
        int slot = (int) (number * 31 + scale) & (SLOTS - 1);
        BigDecimal known = amounts[slot];
        if (known == null || numbers[slot] != number || scales[slot] != scale) {
            known = BigDecimal.valueOf(number, scale).stripTrailingZeros();
            amounts[slot] = known;
            numbers[slot] = number;
            scales[slot] = (byte) scale;
        }
        return known;
    }
}
