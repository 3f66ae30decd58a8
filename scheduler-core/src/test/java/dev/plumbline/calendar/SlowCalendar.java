package dev.plumbline.calendar;

import dev.plumbline.calendar.Recurrence.DayKind;
import dev.plumbline.calendar.Recurrence.Pattern;
import dev.plumbline.calendar.Recurrence.Position;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An oracle for calendars: one boolean for every tick of a few days, and walks over them. Reads a calendar's parts only and shares
 * nothing with what it checks.
 */
final class SlowCalendar {

    static final int TICKS_OF_DAY = 14_400;

    private final boolean[] worked;
    private final long firstTick;

    private SlowCalendar(boolean[] worked, long firstTick) {
        this.worked = worked;
        this.firstTick = firstTick;
    }

    static SlowCalendar of(WorkCalendar calendar, LocalDate first, int days) {
        boolean[] worked = new boolean[days * TICKS_OF_DAY];
        Map<CalendarException, Set<LocalDate>> hits = new HashMap<>();
        for (int i = 0; i < days; i++) {
            for (Shift shift : hoursOn(calendar, first.plusDays(i), first.plusDays(days), hits)
                    .shifts()) {
                int from = shift.from().toSecondOfDay() / 6;
                int to = shift.to().toSecondOfDay() == 0
                        ? TICKS_OF_DAY
                        : shift.to().toSecondOfDay() / 6;
                for (int tick = from; tick < to; tick++) {
                    worked[i * TICKS_OF_DAY + tick] = true;
                }
            }
        }
        return new SlowCalendar(worked, first.toEpochDay() * TICKS_OF_DAY);
    }

    SlowCalendar and(SlowCalendar other) {
        boolean[] both = new boolean[worked.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = worked[i] && other.worked[i];
        }
        return new SlowCalendar(both, firstTick);
    }

    long firstTick() {
        return firstTick;
    }

    long endTick() {
        return firstTick + worked.length;
    }

    long work(long from, long to) {
        if (to < from) {
            return -work(to, from);
        }
        long sum = 0;
        for (long tick = from; tick < to; tick++) {
            sum += isWorked(tick) ? 1 : 0;
        }
        return sum;
    }

    /** Returns the instant, or the end of the days of this oracle and beyond if it lies there. */
    long add(long from, long amount) {
        long tick = from;
        long rest = Math.abs(amount);
        while (rest > 0) {
            if (tick >= endTick() || tick < firstTick || (amount < 0 && tick == firstTick)) {
                return amount > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
            }
            rest -= isWorked(amount > 0 ? tick : tick - 1) ? 1 : 0;
            tick += amount > 0 ? 1 : -1;
        }
        return tick;
    }

    long nextStart(long from) {
        long tick = from;
        while (tick < endTick()) {
            if (isWorked(tick)) {
                return tick;
            }
            tick++;
        }
        return Long.MAX_VALUE;
    }

    long previousFinish(long from) {
        long tick = from;
        while (tick > firstTick) {
            if (isWorked(tick - 1)) {
                return tick;
            }
            tick--;
        }
        return Long.MIN_VALUE;
    }

    private boolean isWorked(long tick) {
        return worked[(int) (tick - firstTick)];
    }

    /** 1.2.5, word by word. */
    private static DayHours hoursOn(
            WorkCalendar calendar, LocalDate date, LocalDate end, Map<CalendarException, Set<LocalDate>> hits) {
        List<WorkCalendar> chain = new ArrayList<>();
        for (WorkCalendar c = calendar; c != null; c = c.base().orElse(null)) {
            chain.add(c);
        }
        for (WorkCalendar c : chain) {
            CalendarException best = null;
            for (CalendarException exception : c.exceptions()) {
                boolean hit = hits.computeIfAbsent(exception, e -> days(e.recurrence(), end))
                        .contains(date);
                if (hit && (best == null || rank(exception) < rank(best))) {
                    best = exception;
                }
            }
            if (best != null) {
                return best.hours();
            }
        }
        for (WorkCalendar c : chain) {
            for (WorkWeek week : c.workWeeks()) {
                if (week.covers(date) && week.days().containsKey(date.getDayOfWeek())) {
                    return week.days().get(date.getDayOfWeek());
                }
            }
        }
        for (WorkCalendar c : chain) {
            if (c.week().containsKey(date.getDayOfWeek())) {
                return c.week().get(date.getDayOfWeek());
            }
        }
        return isWeekend(date) ? DayHours.OFF : WorkCalendar.standard().week().get(DayOfWeek.MONDAY);
    }

    /** 1.2.7. */
    private static int rank(CalendarException exception) {
        Pattern pattern = exception.recurrence().pattern();
        if (pattern.equals(new Recurrence.Daily(1))) {
            return 0;
        }
        String name = pattern.getClass().getSimpleName();
        return name.startsWith("Yearly") ? 2 : name.startsWith("Monthly") ? 3 : name.equals("Weekly") ? 4 : 1;
    }

    /** Walks from day to day and counts. */
    static Set<LocalDate> days(Recurrence recurrence, LocalDate end) {
        Set<LocalDate> days = new HashSet<>();
        LocalDate firstHit = null;
        int weekdays = 0;
        LocalDate date = recurrence.from();
        while (!date.isAfter(recurrence.to()) && date.isBefore(end)) {
            if (isCandidate(recurrence.pattern(), date)) {
                firstHit = firstHit == null ? date : firstHit;
                if (isInPeriod(recurrence, date, firstHit, weekdays)) {
                    days.add(date);
                }
            }
            weekdays += isWeekend(date) ? 0 : 1;
            if (recurrence.occurrences() > 0 && days.size() == recurrence.occurrences()) {
                return days;
            }
            date = date.plusDays(1);
        }
        return days;
    }

    private static boolean isCandidate(Pattern pattern, LocalDate date) {
        if (pattern instanceof Recurrence.EveryWeekday) {
            return !isWeekend(date);
        }
        if (pattern instanceof Recurrence.Weekly weekly) {
            return weekly.days().contains(date.getDayOfWeek());
        }
        if (pattern instanceof Recurrence.MonthlyOnDay monthly) {
            return date.getDayOfMonth() == Math.min(monthly.day(), date.lengthOfMonth()); // 1.3.4
        }
        if (pattern instanceof Recurrence.YearlyOnDay yearly) {
            return date.getMonth() == yearly.month()
                    && date.getDayOfMonth() == Math.min(yearly.day(), date.lengthOfMonth());
        }
        if (pattern instanceof Recurrence.MonthlyByPosition monthly) {
            return date.equals(byPosition(YearMonth.from(date), monthly.position(), monthly.item()));
        }
        if (pattern instanceof Recurrence.YearlyByPosition yearly) {
            return date.getMonth() == yearly.month()
                    && date.equals(byPosition(YearMonth.from(date), yearly.position(), yearly.item()));
        }
        return true;
    }

    private static boolean isInPeriod(Recurrence recurrence, LocalDate date, LocalDate firstHit, int weekdays) {
        Pattern pattern = recurrence.pattern();
        if (pattern instanceof Recurrence.Daily daily) {
            return ChronoUnit.DAYS.between(recurrence.from(), date) % daily.every() == 0;
        }
        if (pattern instanceof Recurrence.EveryWeekday every) {
            return weekdays % every.every() == 0;
        }
        if (pattern instanceof Recurrence.Weekly weekly) {
            LocalDate sunday = recurrence.from(); // 1.3.3
            while (sunday.getDayOfWeek() != DayOfWeek.SUNDAY) {
                sunday = sunday.minusDays(1);
            }
            return ChronoUnit.DAYS.between(sunday, date) / 7 % weekly.every() == 0;
        }
        long months = ChronoUnit.MONTHS.between(YearMonth.from(firstHit), YearMonth.from(date));
        if (pattern instanceof Recurrence.MonthlyOnDay monthly) {
            return months % monthly.every() == 0;
        }
        if (pattern instanceof Recurrence.MonthlyByPosition monthly) {
            return months % monthly.every() == 0;
        }
        if (pattern instanceof Recurrence.YearlyOnDay yearly) {
            return months / 12 % yearly.every() == 0;
        }
        return months / 12 % ((Recurrence.YearlyByPosition) pattern).every() == 0;
    }

    private static LocalDate byPosition(YearMonth month, Position position, DayKind kind) {
        List<LocalDate> days = new ArrayList<>();
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            LocalDate date = month.atDay(day);
            boolean matches = switch (kind) {
                case DAY -> true;
                case WEEKDAY -> !isWeekend(date);
                case WEEKEND_DAY -> isWeekend(date);
                default -> kind.name().equals(date.getDayOfWeek().name());
            };
            if (matches) {
                days.add(date);
            }
        }
        return switch (position) {
            case FIRST -> days.get(0);
            case SECOND -> days.get(1);
            case THIRD -> days.get(2);
            case FOURTH -> days.get(3);
            case LAST -> days.get(days.size() - 1);
        };
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
