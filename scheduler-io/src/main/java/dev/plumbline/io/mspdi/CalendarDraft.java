package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.WorkCalendar;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A calendar while it is read. */
final class CalendarDraft {

    int uid = -1;
    String name = "";
    int base = -1;
    /** How many calendars stand on one another up to this one, once it is built. */
    int depth;

    final List<DayDraft> days = new ArrayList<>(7);
    final List<DayDraft> exceptions = new ArrayList<>(0);
    final List<WeekDraft> weeks = new ArrayList<>(0);
    boolean hasExceptions;
    long spot;
    long uidSpot;
    long baseSpot;
    Kept kept = Kept.NOTHING;

    /** The calendar, once it is built. */
    @Nullable
    WorkCalendar built;

    /** A weekday, or days that differ: an exception. */
    static final class DayDraft {
        int dayType = -1;
        boolean working;
        final List<ShiftDraft> shifts = new ArrayList<>(3);

        @Nullable
        PeriodDraft period;

        boolean byOccurrences;
        int occurrences;
        String name = "";
        int type = 1;
        int every = 1;
        int daysOfWeek;
        int monthItem;
        int monthPosition;
        int month;
        int monthDay;
        long spot;
        long typeSpot;
        long everySpot;
        long monthDaySpot;
        long daysSpot;
        Kept kept = Kept.NOTHING;
    }

    /** A dated work week. */
    static final class WeekDraft {
        String name = "";

        @Nullable
        PeriodDraft period;

        final List<DayDraft> days = new ArrayList<>(7);
        long spot;
        Kept kept = Kept.NOTHING;
    }

    /** From one date to another. */
    static final class PeriodDraft {
        @Nullable
        LocalDateTime from;

        @Nullable
        LocalDateTime to;

        long fromSpot;
    }

    /** A working period of a day. */
    static final class ShiftDraft {
        @Nullable
        LocalTime from;

        @Nullable
        LocalTime to;

        long spot;
    }
}
