package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.WorkTime;

/**
 * Durations such as {@code PT8H0M0S}: hours, minutes and seconds of working or elapsed time. Years (365 days), months (30
 * days), weeks and days (24 hours) are understood but never meant by Microsoft Project.
 */
final class DurationText {

    /** The text is no duration. */
    static final long MALFORMED = Long.MIN_VALUE;
    /** The text is a duration beyond the range of a number. */
    static final long TOO_LONG = Long.MAX_VALUE;

    private static final long MILLIS_PER_TICK = 6_000;
    private static final String DATE_UNITS = "YMWD";
    private static final long[] DATE_HOURS = {365 * 24, 30 * 24, 7 * 24, 24};
    private static final String TIME_UNITS = "HMS";
    private static final long[] TIME_MILLIS = {3_600_000, 60_000, 1_000};

    private DurationText() {}

    /** Returns the ticks, rounded half up, or one of the constants. */
    static long ticks(String text) {
        int length = text.length();
        boolean negative = length > 0 && text.charAt(0) == '-';
        int at = negative ? 1 : 0;
        if (at >= length || text.charAt(at) != 'P') {
            return MALFORMED;
        }
        at++;
        boolean time = false;
        int lastUnit = -1;
        int parts = 0;
        long millis = 0;
        while (at < length) {
            if (text.charAt(at) == 'T') {
                if (time) {
                    return MALFORMED;
                }
                time = true;
                lastUnit = -1;
                parts = 0;
                at++;
                continue;
            }
            int start = at;
            long number = 0;
            while (at < length && isDigit(text.charAt(at))) {
                number = number > 1L << 50
                        ? TOO_LONG
                        : number == TOO_LONG ? number : number * 10 + text.charAt(at) - '0';
                at++;
            }
            int fraction = at;
            if (at > start && at < length && text.charAt(at) == '.') {
                at++;
                while (at < length && isDigit(text.charAt(at))) {
                    at++;
                }
            }
            if (at == start || at >= length) {
                return MALFORMED;
            }
            String units = time ? TIME_UNITS : DATE_UNITS;
            int unit = units.indexOf(text.charAt(at));
            boolean broken = at > fraction;
            if (unit <= lastUnit || broken && (!time || unit != 2 || at == fraction + 1)) {
                return MALFORMED;
            }
            long factor = time ? TIME_MILLIS[unit] : DATE_HOURS[unit] * 3_600_000L;
            if (number > (1L << 60) / factor || millis > 1L << 60) {
                millis = TOO_LONG;
            } else if (millis != TOO_LONG) {
                millis += number * factor + (broken ? thousandths(text, fraction + 1, at) : 0);
            }
            lastUnit = unit;
            parts++;
            at++;
        }
        if (parts == 0) {
            return MALFORMED;
        }
        if (millis == TOO_LONG) {
            return TOO_LONG;
        }
        long ticks = (millis + MILLIS_PER_TICK / 2) / MILLIS_PER_TICK;
        return negative ? -ticks : ticks;
    }

    /** Returns whether the text uses days or longer, whose length in working time is a convention. */
    static boolean hasDays(String text) {
        int time = text.indexOf('T');
        return time < 0 || time > text.indexOf('P') + 1;
    }

    /** Returns {@code PT8H0M0S}. */
    static String of(long ticks) {
        long amount = Math.abs(ticks);
        long perHour = 60 * WorkTime.TICKS_PER_MINUTE;
        long minutes = amount % perHour / WorkTime.TICKS_PER_MINUTE;
        long seconds = amount % WorkTime.TICKS_PER_MINUTE * 6;
        return (ticks < 0 ? "-PT" : "PT") + amount / perHour + 'H' + minutes + 'M' + seconds + 'S';
    }

    private static long thousandths(String text, int from, int to) {
        long result = 0;
        for (int i = 0; i < 3; i++) {
            result = result * 10 + (from + i < to ? text.charAt(from + i) - '0' : 0);
        }
        return result;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
