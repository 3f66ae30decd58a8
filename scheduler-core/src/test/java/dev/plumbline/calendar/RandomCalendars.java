package dev.plumbline.calendar;

import dev.plumbline.calendar.Recurrence.DayKind;
import dev.plumbline.calendar.Recurrence.Pattern;
import dev.plumbline.calendar.Recurrence.Position;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Makes calendars from random choices: chains of bases, dated weeks, exceptions of every pattern, ragged shifts. */
final class RandomCalendars {

    static final LocalDate MIDDLE = LocalDate.of(2025, 3, 3);

    private final Random random;

    RandomCalendars(Random random) {
        this.random = random;
    }

    WorkCalendar any() {
        WorkCalendar calendar = null;
        for (int level = 1 + random.nextInt(3); level > 0; level--) {
            WorkCalendar.Builder builder =
                    WorkCalendar.builder("level " + level).base(calendar);
            for (DayOfWeek day : DayOfWeek.values()) {
                if (random.nextInt(3) > 0) {
                    builder.day(day, hours());
                }
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                builder.workWeek(workWeek());
            }
            for (int i = random.nextInt(5); i > 0; i--) {
                builder.exception(exception());
            }
            calendar = builder.build();
        }
        return calendar;
    }

    /** Returns a calendar that repeats every week and works on some day. */
    WorkCalendar weekly() {
        WorkCalendar.Builder builder = WorkCalendar.builder("weekly");
        for (DayOfWeek day : DayOfWeek.values()) {
            builder.day(day, hours());
        }
        return builder.day(DayOfWeek.TUESDAY, DayHours.of(Shift.of(LocalTime.of(9, 0), LocalTime.of(9, 6))))
                .build();
    }

    long tickNear(int days) {
        return Ticks.of(MIDDLE) + random.nextInt(2 * days * 14_400) - days * 14_400L;
    }

    CalendarException exception() {
        return new CalendarException("e" + random.nextInt(), recurrence(), hours());
    }

    Recurrence recurrence() {
        LocalDate from = MIDDLE.plusDays(random.nextInt(70) - 40);
        LocalDate to = from.plusDays(random.nextInt(random.nextBoolean() ? 5 : 60));
        if (random.nextInt(4) == 0) {
            from = from.minusDays(random.nextInt(1500));
        }
        return new Recurrence(pattern(), from, to, random.nextBoolean() ? 0 : 1 + random.nextInt(40));
    }

    private Pattern pattern() {
        int every = 1 + random.nextInt(3);
        Month month = Month.of(1 + random.nextInt(5));
        Position position = Position.values()[random.nextInt(5)];
        DayKind kind = DayKind.values()[random.nextInt(10)];
        return switch (random.nextInt(8)) {
            case 0 -> new Recurrence.Daily(every);
            case 1 -> new Recurrence.EveryWeekday(every);
            case 2 -> new Recurrence.Weekly(every, weekdays());
            case 3 -> new Recurrence.MonthlyOnDay(every, 1 + random.nextInt(31));
            case 4 -> new Recurrence.MonthlyByPosition(every, position, kind);
            case 5 -> new Recurrence.YearlyOnDay(every, month, 1 + random.nextInt(month.maxLength()));
            case 6 -> new Recurrence.YearlyByPosition(every, month, position, kind);
            default -> new Recurrence.Daily(1);
        };
    }

    private Set<DayOfWeek> weekdays() {
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
        while (random.nextBoolean()) {
            days.add(DayOfWeek.of(1 + random.nextInt(7)));
        }
        return days;
    }

    private WorkWeek workWeek() {
        LocalDate from = MIDDLE.plusDays(random.nextInt(60) - 40);
        Map<DayOfWeek, DayHours> days = new EnumMap<>(DayOfWeek.class);
        weekdays().forEach(day -> days.put(day, hours()));
        return new WorkWeek("w", from, from.plusDays(random.nextInt(30)), days);
    }

    private DayHours hours() {
        if (random.nextInt(4) == 0) {
            return random.nextBoolean() ? DayHours.OFF : DayHours.ALL_DAY;
        }
        Set<Integer> cuts = new TreeSet<>();
        while (cuts.size() < 2 || (cuts.size() % 2 == 1) || random.nextInt(3) == 0) {
            cuts.add(random.nextInt(4) == 0 ? 1440 * random.nextInt(11) : random.nextInt(14_401));
        }
        List<Integer> ticks = new ArrayList<>(cuts);
        List<Shift> shifts = new ArrayList<>();
        for (int i = 0; i + 1 < ticks.size(); i += random.nextInt(3) == 0 ? 1 : 2) {
            shifts.add(Shift.of(time(ticks.get(i)), time(ticks.get(i + 1))));
        }
        return DayHours.of(shifts.toArray(Shift[]::new));
    }

    private static LocalTime time(int tick) {
        return tick == 14_400 ? LocalTime.MIDNIGHT : LocalTime.ofSecondOfDay(6L * tick);
    }
}
