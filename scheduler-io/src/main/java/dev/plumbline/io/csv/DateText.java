package dev.plumbline.io.csv;

import dev.plumbline.io.ReadOptions.DateOrder;
import dev.plumbline.model.Problem;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as a cell writes it, taken apart but not yet decided where day and month could be swapped. Read are
 * {@code 2026-01-02T08:00}, {@code 2026 January 02 12:00 AM}, {@code Fri 02/01/26}, {@code 02/Jan/26 4:15 PM},
 * {@code January 2, 2026 8:00 AM}, {@code 02.01.2026 08:00}. Names are English. Years of two digits lie in 1950 to 2049.
 *
 * @param first the first number, the year where {@code fixed}
 * @param second the second number, the month where {@code fixed}
 * @param third the third number, the day where {@code fixed}
 * @param orders the orders in which the numbers make a date, never empty; one if the text itself tells
 * @param fixed whether the numbers are year, month and day
 * @param weekday the weekday that stands before the date
 * @param time the time of day, if one is given
 */
record DateText(
        int first,
        int second,
        int third,
        Set<DateOrder> orders,
        boolean fixed,
        @Nullable DayOfWeek weekday,
        @Nullable LocalTime time) {

    private static final int LONGEST = 64;
    private static final Pattern TIME = Pattern.compile(
            "(?:^|[ T,]+)([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(\\.[0-9]{1,9})?)? ?(AM|PM|am|pm|a\\.m\\.|p\\.m\\.)?$");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})([-/.])([0-9]{1,2})\\2([0-9]{1,2})");
    private static final Pattern NUMERIC = Pattern.compile("([0-9]{1,2})([-/.])([0-9]{1,2})\\2([0-9]{2}|[0-9]{4})");
    private static final Pattern WORDS = Pattern.compile("[ ,/.\\-]+");
    private static final Pattern YEAR_OR_DAY = Pattern.compile("'[0-9]{2}|[0-9]{1,4}");
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final List<String> WEEKDAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    /** Returns a date's parts, or null for an empty cell or {@code NA}. */
    static @Nullable DateText parse(String cell) throws CellProblem {
        String text = cell.strip();
        if (text.isEmpty() || text.equalsIgnoreCase("NA")) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw notADate(cell);
        }
        LocalTime time = null;
        Matcher clock = TIME.matcher(text);
        if (clock.find() && clock.start() > 0) {
            time = time(clock, cell);
            text = text.substring(0, clock.start());
        }
        DayOfWeek weekday = null;
        int blank = text.indexOf(' ');
        if (blank > 0) {
            int day = named(WEEKDAYS, text.substring(0, blank));
            if (day > 0) {
                weekday = DayOfWeek.of(day);
                text = text.substring(blank).strip();
            }
        }
        return parseDay(text, weekday, time, cell);
    }

    private static DateText parseDay(String text, @Nullable DayOfWeek weekday, @Nullable LocalTime time, String cell)
            throws CellProblem {
        Matcher year = YEAR_FIRST.matcher(text);
        if (year.matches()) {
            return fixed(number(year, 1), number(year, 3), number(year, 4), weekday, time, cell);
        }
        Matcher numeric = NUMERIC.matcher(text);
        if (!numeric.matches()) {
            return parseWords(text, weekday, time, cell);
        }
        boolean shortYear = numeric.group(4).length() == 2;
        int a = number(numeric, 1);
        int b = number(numeric, 3);
        int c = number(numeric, 4);
        EnumSet<DateOrder> orders = EnumSet.noneOf(DateOrder.class);
        for (DateOrder order : DateOrder.values()) {
            boolean possible = order == DateOrder.YMD ? shortYear : true;
            if (possible && day(a, b, c, order) != null) {
                orders.add(order);
            }
        }
        if (numeric.group(2).equals(".") && orders.contains(DateOrder.DMY)) {
            // No country writes the month first with dots.
            orders.retainAll(EnumSet.of(DateOrder.DMY));
        }
        if (orders.isEmpty()) {
            throw new CellProblem(
                    "CSV_DATE", Problem.quote(cell) + " is no day of any calendar", "check day and month");
        }
        return new DateText(a, b, c, orders, false, weekday, time);
    }

    private static DateText parseWords(String text, @Nullable DayOfWeek weekday, @Nullable LocalTime time, String cell)
            throws CellProblem {
        String[] words = WORDS.split(text, -1);
        if (words.length != 3) {
            throw notADate(cell);
        }
        int month = Math.max(named(MONTHS, words[0]), named(MONTHS, words[1]));
        List<String> numbers = new ArrayList<>(2);
        for (String word : words) {
            if (YEAR_OR_DAY.matcher(word).matches()) {
                numbers.add(word.startsWith("'") ? word.substring(1) : word);
            }
        }
        if (month == 0 || numbers.size() != 2) {
            throw notADate(cell);
        }
        boolean yearFirst = numbers.get(0).length() == 4;
        String year = numbers.get(yearFirst ? 0 : 1);
        int day = Integer.parseInt(numbers.get(yearFirst ? 1 : 0));
        if (year.length() != 4 && year.length() != 2) {
            throw notADate(cell);
        }
        return fixed(fullYear(Integer.parseInt(year), year.length()), month, day, weekday, time, cell);
    }

    private static DateText fixed(
            int year, int month, int day, @Nullable DayOfWeek weekday, @Nullable LocalTime time, String cell)
            throws CellProblem {
        if (valid(year, month, day) == null) {
            throw new CellProblem(
                    "CSV_DATE", Problem.quote(cell) + " is no day of any calendar", "check day and month");
        }
        return new DateText(year, month, day, EnumSet.of(DateOrder.YMD), true, weekday, time);
    }

    /** Returns the day in an order; null if there is none. */
    @Nullable
    LocalDate day(DateOrder order) {
        return fixed ? valid(first, second, third) : day(first, second, third, order);
    }

    /**
     * Returns the orders that make a date of this text, without option: year first only where nothing else fits, and only
     * those that fall on the weekday that is named, if any does.
     */
    Set<DateOrder> likelyOrders() {
        EnumSet<DateOrder> likely = EnumSet.copyOf(orders);
        if (likely.size() > 1) {
            likely.remove(DateOrder.YMD);
        }
        if (weekday != null) {
            EnumSet<DateOrder> matching = EnumSet.copyOf(likely);
            matching.removeIf(o -> !weekdayFits(o));
            return matching.isEmpty() ? likely : matching;
        }
        return likely;
    }

    /** Returns whether no weekday is named or it is that of the date. */
    boolean weekdayFits(DateOrder order) {
        LocalDate day = day(order);
        return weekday == null || day == null || day.getDayOfWeek() == weekday;
    }

    private static @Nullable LocalDate day(int a, int b, int c, DateOrder order) {
        return switch (order) {
            case DMY -> valid(fullYear(c, c > 99 ? 4 : 2), b, a);
            case MDY -> valid(fullYear(c, c > 99 ? 4 : 2), a, b);
            case YMD -> c > 99 ? null : valid(fullYear(a, 2), b, c);
        };
    }

    private static int fullYear(int year, int digits) {
        return digits != 2 ? year : year < 50 ? 2000 + year : 1900 + year;
    }

    private static @Nullable LocalDate valid(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalTime time(Matcher clock, String cell) throws CellProblem {
        int hour = number(clock, 1);
        String half = clock.group(5);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                throw notADate(cell);
            }
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        int second = clock.group(3) == null ? 0 : number(clock, 3);
        String fraction = clock.group(4);
        int nano = fraction == null ? 0 : Integer.parseInt((fraction.substring(1) + "000000000").substring(0, 9));
        try {
            return LocalTime.of(hour, number(clock, 2), second, nano);
        } catch (DateTimeException e) {
            throw new CellProblem("CSV_DATE", Problem.quote(cell) + " has no such time of day", "use 00:00 to 23:59");
        }
    }

    private static int named(List<String> names, String word) {
        String plain = word.toLowerCase(Locale.ROOT);
        if (plain.endsWith(",") || plain.endsWith(".")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (plain.equals(name) || (plain.length() >= 3 && plain.length() <= 4 && name.startsWith(plain))) {
                return i + 1;
            }
        }
        return 0;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static CellProblem notADate(String cell) {
        return new CellProblem(
                "CSV_DATE", Problem.quote(cell) + " is not a date", "write it like 2026-03-31 or 2026-03-31 08:00");
    }
}
