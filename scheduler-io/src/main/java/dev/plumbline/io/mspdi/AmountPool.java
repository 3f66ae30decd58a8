package dev.plumbline.io.mspdi;

import dev.plumbline.io.text.Digits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Amounts in hundredths, such as money; one that came up not long ago is handed out again. */
final class AmountPool {

    private static final int SLOTS = 1 << 10;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 12;

    private final @Nullable BigDecimal[] amounts = new BigDecimal[SLOTS];
    private final long[] numbers = new long[SLOTS];
    private final byte[] scales = new byte[SLOTS];

    /** Returns the hundredth of a plain number without trailing zeros, or nothing if the text has another form. */
    @Nullable
    BigDecimal hundredths(char[] text, int from, int to) {
        int point = Digits.end(text, from, to);
        int decimals = point == to ? 0 : to - point - 1;
        boolean number = point > from && to - from <= MOST_DIGITS && decimals <= MOST_DECIMALS;
        if (!number || !isWhole(text, point, to)) {
            return null;
        }
        return amount(Digits.mantissa(text, from, to, point), decimals + 2);
    }

    /** Returns whether the digits end, or a point and more digits follow. */
    private static boolean isWhole(char[] text, int point, int to) {
        return point == to || (text[point] == '.' && point < to - 1 && Digits.end(text, point + 1, to) == to);
    }

    private BigDecimal amount(long number, int scale) {
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
