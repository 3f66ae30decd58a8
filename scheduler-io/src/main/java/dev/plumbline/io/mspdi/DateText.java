package dev.plumbline.io.mspdi;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Dates and times of day as XML Schema writes them, without zone. */
final class DateText {

    /** The first year that Microsoft Project knows. */
    static final int FIRST_YEAR = 1984;

    /** The last one. */
    static final int LAST_YEAR = 2149;

    private DateText() {}

    /** Returns whether Microsoft Project doesn't know the date. */
    static boolean isFar(LocalDateTime date) {
        return date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR;
    }

    /** Returns the instant, to the second, or nothing if the text is none; a zone behind it is left out. */
    static @Nullable LocalDateTime dateTime(String text) {
        int end = zoneStart(text);
        if (end < 0) {
            return null;
        }
        int t = text.indexOf('T');
        LocalDate date = date(text, t < 0 ? end : t);
        if (date == null) {
            return null;
        }
        if (t < 0) {
            return date.atStartOfDay();
        }
        if (isEndOfDay(text, t + 1, end)) {
            return date.equals(LocalDate.MAX) ? null : date.plusDays(1).atStartOfDay();
        }
        LocalTime time = time(text, t + 1, end);
        return time == null ? null : date.atTime(time);
    }

    /** Returns whether a zone stands behind the instant. */
    static boolean hasZone(String text) {
        int end = zoneStart(text);
        return end >= 0 && end < text.length();
    }

    /** Returns the time of day, {@code 24:00:00} as midnight, or nothing if the text is none. */
    static @Nullable LocalTime time(String text) {
        return isEndOfDay(text, 0, text.length()) ? LocalTime.MIDNIGHT : time(text, 0, text.length());
    }

    /** Returns {@code 2026-03-02T08:00:00}. */
    static String of(LocalDateTime instant) {
        StringBuilder text = new StringBuilder(19);
        pad(text, instant.getYear(), 4);
        pad(text.append('-'), instant.getMonthValue(), 2);
        pad(text.append('-'), instant.getDayOfMonth(), 2);
        return text.append('T').append(of(instant.toLocalTime())).toString();
    }

    /** Returns {@code 08:00:00}. */
    static String of(LocalTime time) {
        StringBuilder text = new StringBuilder(8);
        pad(text, time.getHour(), 2);
        pad(text.append(':'), time.getMinute(), 2);
        pad(text.append(':'), time.getSecond(), 2);
        return text.toString();
    }

    private static void pad(StringBuilder text, int number, int digits) {
        String shown = Integer.toString(number);
        for (int i = shown.length(); i < digits; i++) {
            text.append('0');
        }
        text.append(shown);
    }

    private static int zoneStart(String text) {
        int t = text.indexOf('T');
        int length = text.length();
        if (t < 0 || length < 2) {
            return length;
        }
        if (text.charAt(length - 1) == 'Z') {
            return length - 1;
        }
        int sign = Math.max(text.indexOf('+', t), text.indexOf('-', t));
        if (sign < 0) {
            return length;
        }
        return length == sign + 6
                        && text.charAt(sign + 3) == ':'
                        && isBelow(number(text, sign + 1, sign + 3), 15)
                        && isBelow(number(text, sign + 4, sign + 6), 60)
                ? sign
                : -1;
    }

    private static @Nullable LocalDate date(String text, int end) {
        if (end != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        if (year < 1
                || month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        return LocalDate.of(year, month, day);
    }

    private static boolean isEndOfDay(String text, int from, int to) {
        return text.startsWith("24:00", from)
                && (to == from + 5 || (to == from + 8 && text.startsWith(":00", from + 5)));
    }

    private static @Nullable LocalTime time(String text, int from, int to) {
        if (to < from + 5 || text.charAt(from + 2) != ':') {
            return null;
        }
        int hour = number(text, from, from + 2);
        int minute = number(text, from + 3, from + 5);
        int second = to == from + 5 ? 0 : second(text, from + 5, to);
        boolean valid = isBelow(hour, 24) && isBelow(minute, 60) && isBelow(second, 60);
        return valid ? LocalTime.of(hour, minute, second) : null;
    }

    private static boolean isBelow(int number, int end) {
        return number >= 0 && number < end;
    }

    /** Returns the seconds behind a colon, fractions left out, or -1. */
    private static int second(String text, int from, int to) {
        boolean valid =
                to >= from + 3 && text.charAt(from) == ':' && (to == from + 3 || isFraction(text, from + 3, to));
        return valid ? number(text, from + 1, from + 3) : -1;
    }

    private static boolean isFraction(String text, int from, int to) {
        return text.charAt(from) == '.' && to > from + 1 && to - from <= 10 && number(text, from + 1, to) >= 0;
    }

    /** Returns the number written with ASCII digits only, else -1. */
    private static int number(String text, int from, int to) {
        int result = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            result = result * 10 + c - '0';
        }
        return result;
    }
}
