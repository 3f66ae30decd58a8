package dev.plumbline.io.csv;

import dev.plumbline.calendar.Recurrence;
import dev.plumbline.calendar.Recurrence.DayKind;
import dev.plumbline.calendar.Recurrence.Position;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which days a row of a calendar sets: a weekday {@code Monday}, a date {@code 2026-12-24}, a range
 * {@code 2026-12-24/2027-01-01}, a weekday within a range {@code Monday 2026-06-01/2026-08-31}, or a pattern within a range:
 *
 * <pre>
 * every 2 days ...                          every 2 weekdays ...
 * every 1 weeks on Monday Friday ...        every 1 months on day 15 ...
 * every 1 months on the last Friday ...     every 1 years on December 24 ...
 * every 1 years on the first Monday of May 2026-01-01/2030-12-31, 5 times
 * </pre>
 *
 * @param weekday the weekday, for a row that is no exception
 * @param from the first day of a range; null for every week
 * @param to the last day
 * @param recurrence the days of an exception; null for a weekday
 */
record DayText(
        @Nullable DayOfWeek weekday,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Recurrence recurrence) {

    private static final Pattern RANGE = Pattern.compile(
            "(.*?)\\s*([0-9]{4}-[0-9]{2}-[0-9]{2})/([0-9]{4}-[0-9]{2}-[0-9]{2})" + "(?:,\\s*([0-9]{1,9}) times)?");
    private static final Pattern EVERY =
            Pattern.compile("every ([0-9]{1,6}) (days|weekdays|weeks|months|years)(?: on (?:(the|day) )?(.+))?");
    private static final String CODE = "CSV_CALENDAR";

    /**
     * Reads a cell, single dates in whatever form the file writes dates.
     */
    static DayText parse(Cell cell) throws CellProblem {
        String text = cell.raw();
        DayOfWeek weekday = weekday(text);
        if (weekday != null) {
            return new DayText(weekday, null, null, null);
        }
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            LocalDate day = single(cell);
            return new DayText(null, day, day, Recurrence.range(day, day));
        }
        LocalDate from = single(new Cell(range.group(2), cell.place(), cell.context()));
        LocalDate to = single(new Cell(range.group(3), cell.place(), cell.context()));
        if (to.isBefore(from)) {
            throw new CellProblem("CAL_REVERSED", to + " lies before " + from, "write the earlier date first");
        }
        String lead = range.group(1);
        int times = range.group(4) == null ? 0 : Integer.parseInt(range.group(4));
        DayOfWeek within = weekday(lead);
        if (within != null) {
            return new DayText(within, from, to, null);
        }
        Recurrence.Pattern pattern = lead.isEmpty() ? new Recurrence.Daily(1) : pattern(lead);
        if (pattern == null) {
            throw notADay(text);
        }
        return new DayText(null, from, to, new Recurrence(pattern, from, to, times));
    }

    private static LocalDate single(Cell cell) throws CellProblem {
        java.time.LocalDateTime day = cell.start();
        if (day == null) {
            throw notADay(cell.raw());
        }
        return day.toLocalDate();
    }

    private static Recurrence.@Nullable Pattern pattern(String lead) {
        Matcher every = EVERY.matcher(lead);
        if (!every.matches() || Integer.parseInt(every.group(1)) < 1) {
            return null;
        }
        int n = Integer.parseInt(every.group(1));
        String on = every.group(4) == null ? "" : every.group(4);
        String article = every.group(3) == null ? "" : every.group(3);
        try {
            return switch (every.group(2)) {
                case "days" -> on.isEmpty() ? new Recurrence.Daily(n) : null;
                case "weekdays" -> on.isEmpty() ? new Recurrence.EveryWeekday(n) : null;
                case "weeks" -> new Recurrence.Weekly(n, weekdays(on));
                case "months" -> monthly(n, article, on);
                default -> yearly(n, article, on);
            };
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Recurrence.Pattern monthly(int n, String article, String on) {
        if (article.equals("day")) {
            return new Recurrence.MonthlyOnDay(n, Integer.parseInt(on));
        }
        String[] words = on.split(" ", 2);
        return new Recurrence.MonthlyByPosition(
                n, constant(Position.class, words[0]), constant(DayKind.class, last(words)));
    }

    private static Recurrence.Pattern yearly(int n, String article, String on) {
        if (article.isEmpty()) {
            String[] words = on.split(" ", 2);
            return new Recurrence.YearlyOnDay(n, constant(Month.class, words[0]), Integer.parseInt(last(words)));
        }
        String[] parts = on.split(" of ", 2);
        String[] words = parts[0].split(" ", 2);
        return new Recurrence.YearlyByPosition(
                n,
                constant(Month.class, last(parts)),
                constant(Position.class, words[0]),
                constant(DayKind.class, last(words)));
    }

    private static String last(String[] words) {
        return words[words.length - 1];
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    private static Set<DayOfWeek> weekdays(String words) {
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String word : words.split("[ ,]+", 20)) {
            DayOfWeek day = weekday(word);
            if (day == null) {
                throw new IllegalArgumentException(word);
            }
            days.add(day);
        }
        return days;
    }

    private static @Nullable DayOfWeek weekday(String word) {
        String plain = word.toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (plain.equals(day.name())
                    || (plain.length() >= 3 && plain.length() <= 4 && day.name().startsWith(plain))) {
                return day;
            }
        }
        return null;
    }

    private static CellProblem notADay(String text) {
        return new CellProblem(
                CODE,
                Durations.quote(text) + " names no day",
                "write a weekday such as Monday, a date such as 2026-12-24 or a range such as 2026-12-24/2027-01-01");
    }

    static String format(Recurrence recurrence) {
        String range = recurrence.from() + "/" + recurrence.to();
        if (recurrence.isRange()) {
            return recurrence.from().equals(recurrence.to()) ? recurrence.from().toString() : range;
        }
        return format(recurrence.pattern()) + " " + range
                + (recurrence.occurrences() == 0 ? "" : ", " + recurrence.occurrences() + " times");
    }

    private static String format(Recurrence.Pattern pattern) {
        if (pattern instanceof Recurrence.Daily p) {
            return "every " + p.every() + " days";
        }
        if (pattern instanceof Recurrence.EveryWeekday p) {
            return "every " + p.every() + " weekdays";
        }
        if (pattern instanceof Recurrence.Weekly p) {
            String days = p.days().stream().sorted().map(Cell::title).collect(Collectors.joining(" "));
            return "every " + p.every() + " weeks on " + days;
        }
        if (pattern instanceof Recurrence.MonthlyOnDay p) {
            return "every " + p.every() + " months on day " + p.day();
        }
        if (pattern instanceof Recurrence.MonthlyByPosition p) {
            return "every " + p.every() + " months on the " + word(p.position()) + " " + Cell.title(p.item());
        }
        if (pattern instanceof Recurrence.YearlyOnDay p) {
            return "every " + p.every() + " years on " + Cell.title(p.month()) + " " + p.day();
        }
        Recurrence.YearlyByPosition p = (Recurrence.YearlyByPosition) pattern;
        return "every " + p.every() + " years on the " + word(p.position()) + " " + Cell.title(p.item()) + " of "
                + Cell.title(p.month());
    }

    private static String word(Position position) {
        return position.name().toLowerCase(Locale.ROOT);
    }
}
