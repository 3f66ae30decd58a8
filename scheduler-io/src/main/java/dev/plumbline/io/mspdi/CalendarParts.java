package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.CalendarException;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.io.mspdi.CalendarDraft.DayDraft;
import dev.plumbline.io.mspdi.CalendarDraft.WeekDraft;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the ledger keeps of the weekdays, exceptions and work weeks of a calendar, and under which key. */
final class CalendarParts {

    private CalendarParts() {}

    static void keep(CalendarDraft draft, WorkCalendar calendar, Map<String, Kept> parts) {
        keepDays(calendar.id(), draft.days, parts);
        for (DayDraft range : draft.days) {
            if (range.dayType == 0 && range.period != null && range.period.from != null) {
                put(parts, rangeKey(calendar.id(), range.period.from.toLocalDate()), range.kept);
            }
        }
        for (DayDraft exception : draft.exceptions) {
            if (exception.period != null && exception.period.from != null) {
                put(
                        parts,
                        exceptionKey(calendar.id(), exception.name, exception.period.from.toLocalDate()),
                        exception.kept);
            }
        }
        for (WeekDraft week : draft.weeks) {
            if (week.period != null && week.period.from != null) {
                String key = weekKey(calendar.id(), week.name, week.period.from.toLocalDate());
                put(parts, key, week.kept);
                keepDays(key, week.days, parts);
            }
        }
    }

    private static void keepDays(String owner, List<DayDraft> days, Map<String, Kept> parts) {
        for (DayDraft day : days) {
            if (day.dayType > 0) {
                put(parts, dayKey(owner, day.dayType), day.kept);
            }
        }
    }

    private static void put(Map<String, Kept> parts, String key, Kept kept) {
        if (!kept.isEmpty()) {
            parts.put(key, kept);
        }
    }

    /** Returns the key of a weekday of a calendar or work week. */
    static String dayKey(String owner, int dayType) {
        return "day/" + owner + "/" + dayType;
    }

    static String exceptionKey(String calendar, CalendarException exception) {
        return exceptionKey(calendar, exception.name(), exception.recurrence().from());
    }

    private static String exceptionKey(String calendar, String name, LocalDate from) {
        return "exception/" + calendar + "/" + from + "/" + name;
    }

    /** Returns the key of an exception in the old form, which has no name. */
    static String rangeKey(String calendar, LocalDate from) {
        return "range/" + calendar + "/" + from;
    }

    static String weekKey(String calendar, String name, LocalDate from) {
        return "week/" + calendar + "/" + from + "/" + name;
    }
}
