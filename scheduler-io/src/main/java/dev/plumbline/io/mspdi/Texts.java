package dev.plumbline.io.mspdi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** How values are written. */
final class Texts {

    private static final int MOST_DECIMALS = 50;

    private Texts() {}

    static String bit(boolean value) {
        return value ? "1" : "0";
    }

    static String code(int value) {
        return Integer.toString(value);
    }

    /** Returns a number without trailing zeros, and without exponent unless it would take more than fifty decimals. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return exact.scale() > MOST_DECIMALS ? exact.toString() : exact.toPlainString();
    }

    static String number(BigDecimal value) {
        return plain(Held.money(value));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** Returns an amount of money in hundredths, or nothing. */
    static @Nullable String hundredths(@Nullable BigDecimal value) {
        return value == null ? null : plain(Held.money(value).movePointRight(2));
    }

    static @Nullable String date(@Nullable LocalDateTime value) {
        return value == null ? null : DateText.of(value);
    }

    /** Returns the text, or nothing where it is empty. */
    static @Nullable String text(String value) {
        return value.isEmpty() ? null : value;
    }

    static BigDecimal orZero(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    /** Returns a whole percentage. */
    static String percent(long part, long whole) {
        return whole <= 0
                ? "0"
                : BigDecimal.valueOf(part)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                        .min(BigDecimal.valueOf(100))
                        .toPlainString();
    }
}
