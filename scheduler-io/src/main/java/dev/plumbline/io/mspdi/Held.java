package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkTime;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a file can hold of amounts: reading refuses what lies beyond, so writing cuts it off, and {@link LossCounter} tells. */
final class Held {

    /** Longer than 340 years around the clock is no plan; the engine counts in whole numbers of ticks. */
    static final long MOST_TICKS = 3_000_000L * 600;

    /** The most units of an assignment. */
    static final double MOST_ASSIGNED = 1e9;

    /** The most units of a resource. */
    static final double MOST_UNITS = 999_999_999;

    static final int MINUTES_PER_DAY = 24 * 60;
    static final int MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;
    static final int DAYS_PER_MONTH = 31;
    static final int MOST_SLACK_DAYS = 9_999;
    static final int MOST_DIGITS = 9;
    private static final int MOST_DECIMALS = 12;
    private static final int MOST_WHOLE_DIGITS = 16;
    private static final BigDecimal MOST_MONEY = new BigDecimal("9999999999999999");
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(Integer.MAX_VALUE);

    private Held() {}

    /** Returns a length of time. */
    static long amount(long ticks) {
        return Math.max(0, Math.min(MOST_TICKS, ticks));
    }

    /** Returns a wait or a lead. */
    static long delay(WorkTime time) {
        return Math.max(-Integer.MAX_VALUE, Math.min(Integer.MAX_VALUE, time.ticks()));
    }

    static double units(double units, double most) {
        return Math.max(0, Math.min(most, units));
    }

    static int between(int least, int value, int most) {
        return Math.max(least, Math.min(most, value));
    }

    static UnitConversion conversion(UnitConversion conversion) {
        return new UnitConversion(
                Math.min(MINUTES_PER_DAY, conversion.minutesPerDay()),
                Math.min(MINUTES_PER_WEEK, conversion.minutesPerWeek()),
                Math.min(DAYS_PER_MONTH, conversion.daysPerMonth()));
    }

    static BigDecimal money(BigDecimal amount) {
        if ((long) amount.precision() - amount.scale() > MOST_WHOLE_DIGITS) {
            return amount.signum() < 0 ? MOST_MONEY.negate() : MOST_MONEY;
        }
        return amount.scale() > MOST_DECIMALS ? amount.setScale(MOST_DECIMALS, RoundingMode.HALF_UP) : amount;
    }

    /** Returns a whole percentage. */
    static BigDecimal percent(BigDecimal percent) {
        return isPercent(percent)
                ? percent.setScale(0, RoundingMode.HALF_UP)
                : MOST_PERCENT.multiply(BigDecimal.valueOf(percent.signum()));
    }

    static boolean isPercent(BigDecimal percent) {
        return percent.abs().compareTo(MOST_PERCENT) <= 0;
    }
}
