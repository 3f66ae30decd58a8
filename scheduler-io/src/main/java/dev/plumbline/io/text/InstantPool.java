package dev.plumbline.io.text;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/*
 * A plan has far more dates than days, and most of its times of day are the ends of shifts. So instants, dates and times that
 * came up not long ago are handed out again; the tables are bounded, and what falls out of them is made anew.
 */
/** Instants in the form that Microsoft Project writes, such as {@code 2026-03-02T08:00:00}. */
public final class InstantPool {

    private static final int LENGTH = 19;
    private static final int INSTANTS = 1 << 13;
    private static final int DATES = 1 << 12;
    private static final int TIMES = 1 << 8;
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int SECONDS_PER_DAY = 86_400;

    private final @Nullable LocalDateTime[] instants = new LocalDateTime[INSTANTS];
    private final long[] instantKeys = new long[INSTANTS];
    private final @Nullable LocalDate[] dates = new LocalDate[DATES];
    private final @Nullable LocalTime[] times = new LocalTime[TIMES];

    /** Makes an empty pool, for one document. */
    public InstantPool() {}

    /** Returns the instant, or nothing if the text has another form or is none. */
    public @Nullable LocalDateTime get(char[] text, int from, int to) {
        if (to - from != LENGTH || !isPunctuated(text, from)) {
            return null;
        }
        int year = Digits.number(text, from, from + 4);
        int month = two(text, from + 5);
        int day = two(text, from + 8);
        int hour = two(text, from + 11);
        int minute = two(text, from + 14);
        int second = two(text, from + 17);
        return isFrom(hour, 0, 23) && isFrom(minute, 0, 59) && isFrom(second, 0, 59)
                ? of(year, month, day, hour * 3600 + minute * 60 + second)
                : null;
    }

    /**
     * Returns an instant, or nothing if the year is not positive or has no such day.
     *
     * @param second the second of the day
     */
    public @Nullable LocalDateTime of(int year, int month, int day, int second) {
        boolean isDate = year >= 1 && isFrom(month, 1, 12) && isFrom(day, 1, length(year, month));
        return isDate ? instant(year, month, day, second) : null;
    }

    private static boolean isPunctuated(char[] text, int from) {
        return text[from + 4] == '-'
                && text[from + 7] == '-'
                && text[from + 10] == 'T'
                && text[from + 13] == ':'
                && text[from + 16] == ':';
    }

    private static int two(char[] text, int at) {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 10 * tens + ones;
    }

    private static boolean isFrom(int number, int least, int most) {
        return number >= least && number <= most;
    }

    private static int length(int year, int month) {
        boolean leap = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : DAYS[month - 1];
    }

    private LocalDateTime instant(int year, int month, int day, int second) {
        int ordinal = (year * 16 + month) * 32 + day;
        long key = (long) ordinal * SECONDS_PER_DAY + second;
        int slot = (ordinal * 31 + second / 60 * 7) & (INSTANTS - 1);
        LocalDateTime known = instants[slot];
        if (known == null || instantKeys[slot] != key) {
            known = LocalDateTime.of(date(year, month, day, ordinal), time(second));
            instants[slot] = known;
            instantKeys[slot] = key;
        }
        return known;
    }

    private LocalDate date(int year, int month, int day, int ordinal) {
        int slot = ordinal & (DATES - 1);
        LocalDate known = dates[slot];
        if (known == null
                || known.getYear() != year
                || known.getMonthValue() != month
                || known.getDayOfMonth() != day) {
            known = LocalDate.of(year, month, day);
            dates[slot] = known;
        }
        return known;
    }

    private LocalTime time(int second) {
        int slot = second / 300 & (TIMES - 1);
        LocalTime known = times[slot];
        if (known == null || known.toSecondOfDay() != second) {
            known = LocalTime.ofSecondOfDay(second);
            times[slot] = known;
        }
        return known;
    }
}
