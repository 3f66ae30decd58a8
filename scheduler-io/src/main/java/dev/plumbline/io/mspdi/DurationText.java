package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.io.text.Digits;

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
    private static final long MILLIS_PER_HOUR = 3_600_000;
    private static final String DATE_UNITS = "YMWD";
    private static final long[] DATE_MILLIS = {
        365 * 24 * MILLIS_PER_HOUR, 30 * 24 * MILLIS_PER_HOUR, 7 * 24 * MILLIS_PER_HOUR, 24 * MILLIS_PER_HOUR
    };
    private static final String TIME_UNITS = "HMS";
    private static final long[] TIME_MILLIS = {MILLIS_PER_HOUR, 60_000, 1_000};
    private static final int MOST_DIGITS = 15;
    /** Six digits of hours are less than the longest duration there is. */
    private static final int MOST_PLAIN_HOURS = 6;

    private static final long MOST_MILLIS = 1L << 59;

    private final String text;
    private int at;
    private boolean time;
    private int lastUnit = -1;
    private int parts;
    private long millis;

    private DurationText(String text) {
        this.text = text;
    }

    /** Returns the ticks, rounded half up, or one of the constants. */
    static long ticks(String text) {
        boolean negative = text.startsWith("-");
        if (!text.startsWith("P", negative ? 1 : 0)) {
            return MALFORMED;
        }
        DurationText duration = new DurationText(text);
        duration.at = negative ? 2 : 1;
        while (duration.at < text.length()) {
            if (!(text.charAt(duration.at) == 'T' ? duration.beginTime() : duration.part())) {
                return MALFORMED;
            }
        }
        if (duration.parts == 0) {
            return MALFORMED;
        }
        if (duration.millis == TOO_LONG) {
            return TOO_LONG;
        }
        long ticks = (duration.millis + MILLIS_PER_TICK / 2) / MILLIS_PER_TICK;
        return negative ? -ticks : ticks;
    }

    /** Returns the ticks of a duration in the form that Microsoft Project writes, such as {@code PT8H0M0S}, else -1. */
    static long plain(char[] text, int from, int to) {
        if (to - from < 8 || text[from] != 'P' || text[from + 1] != 'T') {
            return -1;
        }
        int hours = Digits.end(text, from + 2, to);
        int minutes = next(text, hours, to, 'H');
        int seconds = next(text, minutes, to, 'M');
        if (seconds != to - 1
                || text[seconds] != 'S'
                || !isCount(hours - from - 2, MOST_PLAIN_HOURS)
                || !isCount(minutes - hours - 1, 2)
                || !isCount(seconds - minutes - 1, 2)) {
            return -1;
        }
        long inSeconds = Digits.number(text, from + 2, hours) * 3600L
                + Digits.number(text, hours + 1, minutes) * 60L
                + Digits.number(text, minutes + 1, seconds);
        return (inSeconds * 1000 + MILLIS_PER_TICK / 2) / MILLIS_PER_TICK;
    }

    /** Returns the position behind the digits that follow a unit, the end if it isn't there. */
    private static int next(char[] text, int at, int to, char unit) {
        return at < to && text[at] == unit ? Digits.end(text, at + 1, to) : to;
    }

    private static boolean isCount(int digits, int most) {
        return digits > 0 && digits <= most;
    }

    private boolean beginTime() {
        boolean first = !time;
        time = true;
        lastUnit = -1;
        parts = 0;
        at++;
        return first;
    }

    /** Reads a number and its unit; units come in order, and only seconds have decimals. */
    private boolean part() {
        int start = at;
        skipDigits();
        int point = at;
        boolean decimals = at > start && text.startsWith(".", at);
        if (decimals) {
            at++;
            skipDigits();
        }
        if (point == start || at >= text.length()) {
            return false;
        }
        int unit = (time ? TIME_UNITS : DATE_UNITS).indexOf(text.charAt(at));
        if (unit <= lastUnit || (decimals && !isSeconds(unit, at - point))) {
            return false;
        }
        add(start, point, time ? TIME_MILLIS[unit] : DATE_MILLIS[unit]);
        if (decimals && millis != TOO_LONG) {
            millis += thousandths(point + 1, at);
        }
        lastUnit = unit;
        parts++;
        at++;
        return true;
    }

    /** A fraction is a point and at least one digit. */
    private boolean isSeconds(int unit, int fraction) {
        return time && unit == TIME_UNITS.length() - 1 && fraction > 1;
    }

    private void skipDigits() {
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
    }

    private void add(int from, int to, long factor) {
        int first = from;
        while (first < to && text.charAt(first) == '0') {
            first++;
        }
        long number = first == to || to - first > MOST_DIGITS ? 0 : Long.parseLong(text, first, to, 10);
        boolean tooLong = to - first > MOST_DIGITS || number > MOST_MILLIS / factor || millis > MOST_MILLIS;
        millis = tooLong ? TOO_LONG : millis + number * factor;
    }

    private long thousandths(int from, int to) {
        long result = 0;
        for (int i = from; i < from + 3; i++) {
            result = result * 10 + (i < to ? text.charAt(i) - '0' : 0);
        }
        return result;
    }

    /** Returns whether the text uses days or longer, whose length in working time is a convention. */
    static boolean hasDays(String text) {
        int timePart = text.indexOf('T');
        return timePart < 0 || timePart > text.indexOf('P') + 1;
    }

    /** Returns {@code PT8H0M0S}, within what a file can hold. */
    static String of(long ticks) {
        long amount = Held.amount(ticks);
        long perHour = 60 * WorkTime.TICKS_PER_MINUTE;
        long minutes = amount % perHour / WorkTime.TICKS_PER_MINUTE;
        long seconds = amount % WorkTime.TICKS_PER_MINUTE * 6;
        return "PT" + amount / perHour + 'H' + minutes + 'M' + seconds + 'S';
    }
}
