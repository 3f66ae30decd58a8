package dev.plumbline.level;

import dev.plumbline.calendar.Ticks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Amounts and dates in sentences. */
final class Amounts {

    private static final int MOST_NAMES = 8;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private Amounts() {}

    /** Returns units with at most two decimals and no zeros behind. */
    static String units(double units) {
        BigDecimal rounded = BigDecimal.valueOf(units).setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    static String minute(LocalDateTime instant) {
        return MINUTE.format(instant);
    }

    static String minute(long tick) {
        return minute(Ticks.toDateTime(tick));
    }

    /** Returns the first names, and how many more there are. */
    static String list(List<String> names) {
        if (names.size() <= MOST_NAMES) {
            return String.join(", ", names);
        }
        return String.join(", ", names.subList(0, MOST_NAMES)) + " and %s more".formatted(names.size() - MOST_NAMES);
    }
}
