package dev.plumbline.risk;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.ProjectSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;

/** Numbers as people read them, the same in every locale. */
final class Figures {

    private static final int MINUTE_CHARACTERS = 16;

    private Figures() {}

    /** Returns a number without needless zeros: 4, not 4.0. */
    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** Returns a number with so many decimals. */
    static String decimals(double number, int count) {
        return BigDecimal.valueOf(number).setScale(count, RoundingMode.HALF_UP).toPlainString();
    }

    /** Returns a share as 84.1 %. */
    static String percent(double share) {
        return decimals(100 * share, 1) + " %";
    }

    /** Returns an amount of ticks in working days of the project, with one decimal. */
    static String days(double ticks, ProjectSettings settings) {
        double perDay = settings.conversion().minutesPerDay() * (double) WorkTime.TICKS_PER_MINUTE;
        return decimals(ticks / perDay, 1) + "d";
    }

    /** Returns an instant to the minute: {@code 2026-03-27 16:00}. */
    static String minute(LocalDateTime instant) {
        return instant.toString().substring(0, MINUTE_CHARACTERS).replace('T', ' ');
    }
}
