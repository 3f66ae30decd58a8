package dev.plumbline.internal.kernel;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Shift;
import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.internal.calendar.CompiledCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;

/** Six weeks of whole hours from Monday, 3 March 2025, and calendars whose periods begin and end on the hour. */
final class HourAxis {

    static final int HOURS = 6 * 7 * 24;
    static final long TICKS = 600;

    private static final long ORIGIN = Ticks.of(LocalDateTime.of(2025, 3, 3, 0, 0));

    private static final WorkCalendar ALWAYS = WorkCalendar.roundTheClock("always");
    private static final WorkCalendar EARLY = WorkCalendar.weekdays("early", time(6), time(14));
    private static final WorkCalendar LATE = WorkCalendar.weekdays("late", time(13), time(22));
    private static final WorkCalendar NIGHT = WorkCalendar.builder("night")
            .everyDay(DayHours.of(Shift.of(time(0), time(6)), Shift.of(time(21), LocalTime.MIDNIGHT)))
            .build();
    private static final WorkCalendar BROKEN = WorkCalendar.builder("broken")
            .everyDay(DayHours.of(Shift.of(time(4), time(9)), Shift.of(time(11), time(15))))
            .dayOff("off", LocalDate.of(2025, 3, 12))
            .dayOff("off too", LocalDate.of(2025, 3, 13))
            .build();
    private static final WorkCalendar NEVER =
            WorkCalendar.builder("never").everyDay(DayHours.OFF).build();
    private static final List<WorkCalendar> ALL = List.of(EARLY, ALWAYS, LATE, BROKEN, NIGHT, NEVER);

    private HourAxis() {}

    private static LocalTime time(int hour) {
        return LocalTime.of(hour, 0);
    }

    static CompiledCalendar always() {
        return ALWAYS.compiled();
    }

    static CompiledCalendar early() {
        return EARLY.compiled();
    }

    static CompiledCalendar broken() {
        return BROKEN.compiled();
    }

    /** Returns some of the calendars, the last of which never works, if there are so many. */
    static CompiledCalendar[] calendars(Random random, int count) {
        CompiledCalendar[] calendars = new CompiledCalendar[count];
        int first = random.nextInt(ALL.size() - 1);
        for (int k = 0; k < count; k++) {
            boolean last = k == 3;
            calendars[k] = ALL.get(last ? ALL.size() - 1 : (first + k) % (ALL.size() - 1))
                    .compiled();
        }
        return calendars;
    }

    static long tick(int hour) {
        return ORIGIN + hour * TICKS;
    }

    /** Returns the hour that begins at an instant; an hour behind the axis for all that lie beyond. */
    static int hour(long tick) {
        long hour = Math.floorDiv(tick - ORIGIN, TICKS);
        return (int) Math.max(-1, Math.min(HOURS + 1, hour));
    }

    /** Returns the hours in which a calendar works. */
    static boolean[] worked(CompiledCalendar calendar) {
        boolean[] worked = new boolean[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            worked[hour] = calendar.work(tick(hour), tick(hour + 1)) > 0;
        }
        return worked;
    }
}
