package dev.plumbline.io.report;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates, amounts and counts as reports write them: the same on every machine. */
final class Formats {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private static final double MOST_UNITS = 1e8;

    private Formats() {}

    /** Returns {@code 2026-03-02}. */
    static String date(LocalDateTime instant) {
        return DATE.format(instant);
    }

    /** Returns {@code 2026-03-02 08:00}. */
    static String dateTime(LocalDateTime instant) {
        return DATE_TIME.format(instant);
    }

    /** Returns {@code 12,345}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns {@code 1 activity} or {@code 12,345 activities}. */
    static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** Returns an amount in days with at most two decimals, amounts below a tenth of a day in minutes: {@code -2.5d, 30m}. */
    static String days(WorkTime time, UnitConversion conversion) {
        WorkUnit day = time.isElapsed() ? WorkUnit.ELAPSED_DAYS : WorkUnit.DAYS;
        long perDay = day.ticks(conversion);
        if (!time.isZero() && Math.abs(time.ticks()) < perDay / 10) {
            return decimal(time.ticks(), WorkTime.TICKS_PER_MINUTE, 1) + (time.isElapsed() ? "em" : "m");
        }
        return decimal(time.ticks(), perDay, 2) + day.symbol();
    }

    /** Returns units in percent: {@code 150%}. */
    static String units(double units) {
        return decimal(Math.round(Math.min(units, MOST_UNITS) * 10_000), 100, 2) + "%";
    }

    /** Returns a quotient with at most so many decimals, without trailing zeros. */
    static String decimal(long amount, long divisor, int decimals) {
        BigDecimal value = BigDecimal.valueOf(amount)
                .divide(BigDecimal.valueOf(divisor), decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return value.signum() == 0 ? "0" : value.toPlainString();
    }

    /** Returns a quotient with exactly so many decimals, so that columns of them line up. */
    static String fixed(long amount, long divisor, int decimals) {
        return BigDecimal.valueOf(amount)
                .divide(BigDecimal.valueOf(divisor), decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
