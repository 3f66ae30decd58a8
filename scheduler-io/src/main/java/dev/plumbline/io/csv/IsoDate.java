package dev.plumbline.io.csv;

import dev.plumbline.io.text.Digits;
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
    static boolean isLikely(char[] cell, int from, int to) {
        return (to - from == DAY || to - from == MINUTE)
                && cell[from + 4] == '-'
                && cell[from + 7] == '-'
                && Digits.number(cell, from, from + 4) >= 0
                && Digits.number(cell, from + 5, from + 7) >= 0
                && Digits.number(cell, from + 8, from + DAY) >= 0
                && (to - from == DAY || hasTime(cell, from));
    }

    private static boolean hasTime(char[] cell, int from) {
        return (cell[from + DAY] == ' ' || cell[from + DAY] == 'T')
                && cell[from + 13] == ':'
                && Digits.number(cell, from + 11, from + 13) >= 0
                && Digits.number(cell, from + 14, from + MINUTE) >= 0;
    }

    /** Returns the instant, or nothing if the cell has another form or is no date. */
    @Nullable
    LocalDateTime read(char[] cell, int from, int to, LocalTime defaultTime) {
        if (!isLikely(cell, from, to) || defaultTime.getNano() != 0) {
            return null;
        }
        int second = defaultTime.toSecondOfDay();
        if (to - from == MINUTE) {
            int hour = Digits.number(cell, from + 11, from + 13);
            int minute = Digits.number(cell, from + 14, from + MINUTE);
            if (hour > 23 || minute > 59) {
                return null;
            }
            second = hour * 3600 + minute * 60;
        }
        return instants.of(
                Digits.number(cell, from, from + 4),
                Digits.number(cell, from + 5, from + 7),
                Digits.number(cell, from + 8, from + DAY),
                second);
    }
}
