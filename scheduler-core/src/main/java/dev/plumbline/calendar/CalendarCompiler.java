package dev.plumbline.calendar;

import dev.plumbline.calendar.Recurrence.Daily;
import dev.plumbline.calendar.Recurrence.EveryWeekday;
import dev.plumbline.calendar.Recurrence.MonthlyByPosition;
import dev.plumbline.calendar.Recurrence.MonthlyOnDay;
import dev.plumbline.calendar.Recurrence.Weekly;
import dev.plumbline.internal.calendar.CalendarTables;
import dev.plumbline.internal.calendar.CompiledCalendar;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Turns a calendar's weeks and exceptions into tables. */
final class CalendarCompiler {

    /*
     * Everything dated is a range of days with a rank: the calendar's own exceptions, plain ranges before recurring ones, then
     * those of its base and so on. One sweep finds the range on top of each day. For the work weeks there is such a sweep for
     * each weekday, since one that doesn't set a weekday lets the next shine through. Cutting time wherever one of these eight
     * changes gives the segments. O(n log n) for n ranges, however long they are.
     *
     * Recurring exceptions are days in a window of at most 300 years, each given to the first that hits it.
     */

    private final List<WorkCalendar> chain = new ArrayList<>();

    private CalendarCompiler(WorkCalendar calendar) {
        for (WorkCalendar c = calendar; c != null; c = c.base().orElse(null)) {
            chain.add(c);
        }
    }

    static CompiledCalendar compile(WorkCalendar calendar) {
        return new CalendarCompiler(calendar).compile();
    }

    private CompiledCalendar compile() {
        CalendarTables tables = new CalendarTables();
        List<CalendarException> ranked = rankedExceptions();
        Ranges exceptions = exceptionRanges(ranked);
        Layers[] layers = new Layers[8];
        int[][] dayOf = new int[8][];
        int[] usual = new int[7];
        for (DayOfWeek weekday : DayOfWeek.values()) {
            int i = weekday.getValue() - 1;
            Ranges weeks = new Ranges();
            for (WorkCalendar calendar : chain) {
                addWorkWeeks(calendar, weekday, weeks);
            }
            layers[i] = weeks.layers();
            dayOf[i] = numbers(weeks.hours(), tables);
            usual[i] = tables.day(ticks(usualHours(weekday)));
        }
        layers[7] = exceptions.layers();
        dayOf[7] = numbers(exceptions.hours(), tables);
        cut(layers, dayOf, usual, tables);
        return tables.build();
    }

    private static void cut(Layers[] layers, int[][] dayOf, int[] usual, CalendarTables tables) {
        int[] at = new int[8];
        int[] week = new int[7];
        Arrays.fill(at, -1);
        long from = Long.MIN_VALUE;
        while (from != Long.MAX_VALUE) {
            long next = Long.MAX_VALUE;
            for (int i = 0; i < 8; i++) {
                if (at[i] + 1 < layers[i].size() && layers[i].from(at[i] + 1) <= from) {
                    at[i]++;
                }
                if (at[i] + 1 < layers[i].size()) {
                    next = Math.min(next, layers[i].from(at[i] + 1));
                }
            }
            int exception = layers[7].top(at[7]);
            for (int weekday = 0; weekday < 7; weekday++) {
                int dated = layers[weekday].top(at[weekday]);
                int ordinary = dated == Layers.NONE ? usual[weekday] : dayOf[weekday][dated];
                week[weekday] = exception == Layers.NONE ? ordinary : dayOf[7][exception];
            }
            tables.from(from, week);
            from = next;
        }
    }

    private DayHours usualHours(DayOfWeek weekday) {
        for (WorkCalendar calendar : chain) {
            DayHours hours = calendar.week().get(weekday);
            if (hours != null) {
                return hours;
            }
        }
        return weekday.compareTo(DayOfWeek.FRIDAY) <= 0 ? WorkCalendar.OFFICE : DayHours.OFF;
    }

    private static void addWorkWeeks(WorkCalendar calendar, DayOfWeek weekday, Ranges ranges) {
        for (WorkWeek week : calendar.workWeeks()) {
            DayHours hours = week.days().get(weekday);
            if (hours != null) {
                ranges.add(week.from().toEpochDay(), week.to().toEpochDay(), hours);
            }
        }
    }

    private List<CalendarException> rankedExceptions() {
        List<CalendarException> ranked = new ArrayList<>();
        for (WorkCalendar calendar : chain) {
            calendar.exceptions().stream()
                    .sorted(Comparator.comparingInt(exception -> rank(exception.recurrence())))
                    .forEach(ranked::add);
        }
        return ranked;
    }

    private static int rank(Recurrence recurrence) {
        if (isRange(recurrence)) {
            return 0;
        }
        Recurrence.Pattern pattern = recurrence.pattern();
        if (pattern instanceof Daily || pattern instanceof EveryWeekday) {
            return 1;
        }
        if (pattern instanceof MonthlyOnDay || pattern instanceof MonthlyByPosition) {
            return 3;
        }
        return pattern instanceof Weekly ? 4 : 2;
    }

    /** Every day of a number of days is a range, too. */
    private static boolean isRange(Recurrence recurrence) {
        return recurrence.pattern() instanceof Daily daily && daily.every() == 1;
    }

    /** Returns the ranges of all exceptions, those that win first. */
    private static Ranges exceptionRanges(List<CalendarException> ranked) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (CalendarException exception : ranked) {
            if (!isRange(exception.recurrence())) {
                first = Math.min(first, exception.recurrence().from().toEpochDay());
                last = Math.max(last, exception.recurrence().to().toEpochDay());
            }
        }
        Painting painting = new Painting(Math.min(first, last), last);
        Ranges ranges = new Ranges();
        for (CalendarException exception : ranked) {
            Recurrence recurrence = exception.recurrence();
            if (!isRange(recurrence)) {
                painting.paint(recurrence, exception.hours(), ranges);
                continue;
            }
            long from = recurrence.from().toEpochDay();
            long to = recurrence.to().toEpochDay();
            int occurrences = recurrence.occurrences();
            ranges.add(from, occurrences == 0 ? to : Math.min(to, from + occurrences - 1), exception.hours());
        }
        return ranges;
    }

    private static int[] numbers(List<DayHours> hours, CalendarTables tables) {
        int[] numbers = new int[hours.size()];
        for (int i = 0; i < numbers.length; i++) {
            boolean asBefore = i > 0 && hours.get(i).equals(hours.get(i - 1));
            numbers[i] = asBefore ? numbers[i - 1] : tables.day(ticks(hours.get(i)));
        }
        return numbers;
    }

    private static int[] ticks(DayHours hours) {
        int[] ticks = new int[2 * hours.shifts().size()];
        for (int i = 0; i < hours.shifts().size(); i++) {
            ticks[2 * i] = hours.shifts().get(i).fromTick();
            ticks[2 * i + 1] = hours.shifts().get(i).toTick();
        }
        return ticks;
    }
}
