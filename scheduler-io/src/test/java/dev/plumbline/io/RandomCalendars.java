package dev.plumbline.io;

import dev.plumbline.calendar.CalendarException;
import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Recurrence;
import dev.plumbline.calendar.Shift;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkWeek;
import dev.plumbline.model.ProjectBuilder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** The calendars of a random plan: one for all, and others with days, weeks and exceptions of their own. */
final class RandomCalendars {

    /** How many calendars there are beside the plan's own. */
    static final int OTHERS = 3;

    private final RandomPlan plan;

    RandomCalendars(RandomPlan plan) {
        this.plan = plan;
    }

    void addTo(ProjectBuilder builder) {
        WorkCalendar.Builder standard = WorkCalendar.builder(plan.id(0), "Standard");
        WorkCalendar.standard().week().forEach(standard::day);
        WorkCalendar base = standard.build();
        builder.calendar(base);
        for (int i = 1; plan.has(Trait.CALENDARS) && i <= OTHERS; i++) {
            WorkCalendar calendar = calendar(i, base);
            builder.addCalendar(calendar);
            base = plan.has(Trait.DEEP_CALENDARS) ? calendar : base;
        }
    }

    private WorkCalendar calendar(int number, WorkCalendar base) {
        WorkCalendar.Builder builder =
                WorkCalendar.builder(plan.id(number), plan.text(Trait.NAMES, -10 - number, "Calendar") + number);
        Random days = plan.choices(Trait.CALENDARS, number);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (days.nextInt(3) > 0) {
                builder.day(day, hours(days));
            }
        }
        builder.day(DayOfWeek.WEDNESDAY, DayHours.of(Shift.of(LocalTime.of(7, 30), LocalTime.of(15, 6))));
        plan.choose(Trait.DERIVED, number, random -> builder.base(base));
        plan.choose(Trait.WORK_WEEKS, number, random -> builder.workWeek(week(random, number)));
        plan.choose(Trait.EXCEPTIONS, number, random -> exceptions(random).forEach(builder::exception));
        return builder.build();
    }

    private WorkWeek week(Random random, int number) {
        LocalDate from = day(random);
        Map<DayOfWeek, DayHours> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (!plan.has(Trait.PARTIAL_WEEKS) || random.nextBoolean() || day == DayOfWeek.MONDAY) {
                days.put(day, hours(random));
            }
        }
        return new WorkWeek(
                plan.text(Trait.NAMES, -20 - number, "week"), from, from.plusDays(random.nextInt(60)), days);
    }

    private List<CalendarException> exceptions(Random random) {
        List<CalendarException> result = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            result.add(new CalendarException(
                    plan.text(Trait.NAMES, random.nextInt(100), "exception " + i), recurrence(random), hours(random)));
        }
        if (!plan.has(Trait.MIXED_ORDER)) {
            result.sort(Comparator.comparing(e -> e.recurrence().from()));
        }
        return result;
    }

    private static LocalDate day(Random random) {
        return RandomPlan.START.toLocalDate().plusDays(random.nextInt(200) - 40);
    }

    private static Recurrence recurrence(Random random) {
        LocalDate from = day(random);
        LocalDate to = from.plusDays(random.nextInt(random.nextBoolean() ? 5 : 400));
        Recurrence.Pattern pattern = pattern(random);
        int occurrences = pattern.equals(new Recurrence.Daily(1)) || random.nextBoolean() ? 0 : 1 + random.nextInt(9);
        return new Recurrence(pattern, from, to, occurrences);
    }

    private static Recurrence.Pattern pattern(Random random) {
        int every = 1 + random.nextInt(3);
        Month month = Month.of(1 + random.nextInt(12));
        Recurrence.Position position = RandomPlan.any(random, List.of(Recurrence.Position.values()));
        Recurrence.DayKind kind = RandomPlan.any(random, List.of(Recurrence.DayKind.values()));
        return switch (random.nextInt(8)) {
            case 0 -> new Recurrence.Daily(1 + every);
            case 1 -> new Recurrence.EveryWeekday(every);
            case 2 -> new Recurrence.Weekly(every, weekdays(random));
            case 3 -> new Recurrence.MonthlyOnDay(every, 1 + random.nextInt(31));
            case 4 -> new Recurrence.MonthlyByPosition(every, position, kind);
            case 5 -> new Recurrence.YearlyOnDay(every, month, 1 + random.nextInt(month.maxLength()));
            case 6 -> new Recurrence.YearlyByPosition(every, month, position, kind);
            default -> new Recurrence.Daily(1);
        };
    }

    private static Set<DayOfWeek> weekdays(Random random) {
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
        while (random.nextBoolean()) {
            days.add(DayOfWeek.of(1 + random.nextInt(7)));
        }
        return days;
    }

    /** Returns a day off, a day around the clock, or up to three shifts, some of them back to back. */
    private static DayHours hours(Random random) {
        if (random.nextInt(4) == 0) {
            return random.nextBoolean() ? DayHours.OFF : DayHours.ALL_DAY;
        }
        List<Integer> minutes = new ArrayList<>(new TreeSet<>(List.of(
                random.nextInt(600),
                600 + random.nextInt(200),
                800 + random.nextInt(200),
                1000 + random.nextInt(441))));
        List<Shift> shifts = new ArrayList<>();
        for (int i = 0; i + 1 < minutes.size(); i += 1 + random.nextInt(2)) {
            shifts.add(Shift.of(time(minutes.get(i)), time(minutes.get(i + 1))));
        }
        return DayHours.of(shifts.toArray(Shift[]::new));
    }

    private static LocalTime time(int minute) {
        return minute == 1440 ? LocalTime.MIDNIGHT : LocalTime.of(minute / 60, minute % 60);
    }
}
