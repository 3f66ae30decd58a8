package dev.plumbline.io.csv;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How dates are written: {@code 2026-03-02 08:00}, seconds and fractions only where there are any. */
final class Dates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

    private Dates() {}

    static String format(@Nullable LocalDateTime instant) {
        return instant == null ? "" : DAY.format(instant) + " " + instant.toLocalTime();
    }
}
