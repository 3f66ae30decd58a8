package dev.plumbline.io.csv;

import dev.plumbline.io.text.InstantPool;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Dates in the form that our own writer gives them: {@code 2026-03-31} or {@code 2026-03-31 08:00}. */
final class IsoDate {

    private static final int DAY = 10;
    private static final int MINUTE = 16;

    private final InstantPool instants = new InstantPool();

    /** Returns whether the year stands first, in four digits, and dashes follow, so that no part can be mistaken. */
    static boolean isLikely(String cell) {
        return (cell.length() == DAY || cell.length() == MINUTE)
                && cell.charAt(4) == '-'
                && cell.charAt(7) == '-'
                && number(cell, 0, 4) >= 0
                && number(cell, 5, 7) >= 0
                && number(cell, 8, DAY) >= 0
                && (cell.length() == DAY || hasTime(cell));
    }

    private static boolean hasTime(String cell) {
        return (cell.charAt(DAY) == ' ' || cell.charAt(DAY) == 'T')
                && cell.charAt(13) == ':'
                && number(cell, 11, 13) >= 0
                && number(cell, 14, MINUTE) >= 0;
    }

    /** Returns the instant, or nothing if the cell has another form or is no date. */
    @Nullable
    LocalDateTime read(String cell, LocalTime defaultTime) {
        if (!isLikely(cell) || defaultTime.getNano() != 0) {
            return null;
        }
        int second = defaultTime.toSecondOfDay();
        if (cell.length() == MINUTE) {
            int hour = number(cell, 11, 13);
            int minute = number(cell, 14, MINUTE);
            if (hour > 23 || minute > 59) {
                return null;
            }
            second = hour * 3600 + minute * 60;
        }
        return instants.of(number(cell, 0, 4), number(cell, 5, 7), number(cell, 8, DAY), second);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
