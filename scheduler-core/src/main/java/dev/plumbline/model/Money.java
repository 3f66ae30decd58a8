package dev.plumbline.model;

import java.math.BigDecimal;

/** Amounts of money as decimals whose equal values are equal. */
final class Money {

    private Money() {}

    static BigDecimal normal(BigDecimal amount) {
        if (amount.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() == amount.scale() ? amount : stripped; // one object for equal amounts stays one
    }
}
