package dev.plumbline.model;

import java.math.BigDecimal;

/** Amounts of money as decimals whose equal values are equal. */
final class Money {

    private Money() {}

    static BigDecimal normal(BigDecimal amount) {
        return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }
}
