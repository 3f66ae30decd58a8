package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.Recurrence;
import dev.plumbline.calendar.Recurrence.DayKind;
import dev.plumbline.calendar.Recurrence.Position;
import dev.plumbline.io.mspdi.CalendarDraft.DayDraft;
import dev.plumbline.model.Problem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How recurrences are coded: types 1 to 9 and the elements that each uses. */
final class RecurrenceCodes {

    /** The elements beside the type. */
    enum Part {
        EVERY,
        DAYS_OF_WEEK,
        MONTH_ITEM,
        MONTH_POSITION,
        MONTH,
        MONTH_DAY
    }

    private static final List<DayKind> ITEMS = List.of(
            DayKind.DAY,
            DayKind.WEEKDAY,
            DayKind.WEEKEND_DAY,
            DayKind.SUNDAY,
            DayKind.MONDAY,
            DayKind.TUESDAY,
            DayKind.WEDNESDAY,
            DayKind.THURSDAY,
            DayKind.FRIDAY,
            DayKind.SATURDAY);

    private static final List<Position> POSITIONS =
            List.of(Position.FIRST, Position.SECOND, Position.THIRD, Position.FOURTH, Position.LAST);

    private RecurrenceCodes() {}

    static int type(Recurrence recurrence) {
        if (recurrence.isRange()) {
            return 1;
        }
        Recurrence.Pattern pattern = recurrence.pattern();
        if (pattern instanceof Recurrence.YearlyOnDay) {
            return 2;
        } else if (pattern instanceof Recurrence.YearlyByPosition) {
            return 3;
        } else if (pattern instanceof Recurrence.MonthlyOnDay) {
            return 4;
        } else if (pattern instanceof Recurrence.MonthlyByPosition) {
            return 5;
        } else if (pattern instanceof Recurrence.Weekly) {
            return 6;
        }
        return pattern instanceof Recurrence.Daily ? 7 : 8;
    }

    static Map<Part, Integer> parts(Recurrence recurrence) {
        Map<Part, Integer> parts = new EnumMap<>(Part.class);
        Recurrence.Pattern pattern = recurrence.pattern();
        if (recurrence.isRange()) {
            return parts;
        }
        if (pattern instanceof Recurrence.Daily daily) {
            parts.put(Part.EVERY, daily.every());
        } else if (pattern instanceof Recurrence.EveryWeekday weekday) {
            parts.put(Part.EVERY, weekday.every());
        } else if (pattern instanceof Recurrence.Weekly weekly) {
            parts.put(Part.EVERY, weekly.every());
            parts.put(Part.DAYS_OF_WEEK, mask(weekly.days()));
        } else if (pattern instanceof Recurrence.MonthlyOnDay monthly) {
            parts.put(Part.EVERY, monthly.every());
            parts.put(Part.MONTH_DAY, monthly.day());
        } else if (pattern instanceof Recurrence.MonthlyByPosition monthly) {
            parts.put(Part.EVERY, monthly.every());
            parts.put(Part.MONTH_ITEM, ITEMS.indexOf(monthly.item()));
            parts.put(Part.MONTH_POSITION, POSITIONS.indexOf(monthly.position()));
        } else if (pattern instanceof Recurrence.YearlyOnDay yearly) {
            parts.put(Part.EVERY, yearly.every());
            parts.put(Part.MONTH, yearly.month().getValue() - 1);
            parts.put(Part.MONTH_DAY, yearly.day());
        } else if (pattern instanceof Recurrence.YearlyByPosition yearly) {
            parts.put(Part.EVERY, yearly.every());
            parts.put(Part.MONTH, yearly.month().getValue() - 1);
            parts.put(Part.MONTH_ITEM, ITEMS.indexOf(yearly.item()));
            parts.put(Part.MONTH_POSITION, POSITIONS.indexOf(yearly.position()));
        }
        return parts;
    }

    private static int mask(Set<DayOfWeek> days) {
        int mask = 0;
        for (DayOfWeek day : days) {
            mask |= 1 << (Codes.dayType(day) - 1);
        }
        return mask;
    }

    /** Returns the pattern of a type, or nothing after reporting why there is none. */
    static Recurrence.@Nullable Pattern pattern(DayDraft draft, ProblemLog log) {
        if (draft.every < 1) {
            return refuse(
                    draft.everySpot,
                    "Period %s of a recurring exception is not at least 1".formatted(draft.every),
                    log);
        }
        return switch (draft.type) {
            case 2, 4 -> onDay(draft, log);
            case 3 ->
                new Recurrence.YearlyByPosition(
                        draft.every, Month.of(draft.month + 1), position(draft), ITEMS.get(draft.monthItem));
            case 5 -> new Recurrence.MonthlyByPosition(draft.every, position(draft), ITEMS.get(draft.monthItem));
            case 6 -> weekly(draft, log);
            case 7 -> new Recurrence.Daily(draft.every);
            case 8 -> new Recurrence.EveryWeekday(draft.every);
            default -> new Recurrence.Daily(1);
        };
    }

    private static Position position(DayDraft draft) {
        return POSITIONS.get(draft.monthPosition);
    }

    private static Recurrence.@Nullable Pattern onDay(DayDraft draft, ProblemLog log) {
        int day = draft.monthDay;
        if (draft.type == 4) {
            return day < 1 || day > 31
                    ? refuse(
                            draft.monthDaySpot,
                            "MonthDay %s of a recurring exception is no day of a month".formatted(day),
                            log)
                    : new Recurrence.MonthlyOnDay(draft.every, day);
        }
        Month month = Month.of(draft.month + 1);
        return day < 1 || day > month.maxLength()
                ? refuse(
                        draft.monthDaySpot,
                        "MonthDay %s of a yearly exception does not exist in %s".formatted(day, month),
                        log)
                : new Recurrence.YearlyOnDay(draft.every, month, day);
    }

    private static Recurrence.@Nullable Pattern weekly(DayDraft draft, ProblemLog log) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (int dayType = 1; dayType <= 7; dayType++) {
            if ((draft.daysOfWeek & (1 << (dayType - 1))) != 0) {
                days.add(Codes.weekday(dayType));
            }
        }
        return days.isEmpty()
                ? refuse(
                        draft.daysSpot == 0 ? draft.spot : draft.daysSpot,
                        "a weekly exception names no weekday in DaysOfWeek",
                        log)
                : new Recurrence.Weekly(draft.every, days);
    }

    private static Recurrence.@Nullable Pattern refuse(long spot, String message, ProblemLog log) {
        log.add(Problem.error("CAL_RECURRENCE", message, "correct the exception in the calendar")
                .at(Spot.location(spot)));
        return null;
    }

    /** Returns the recurrence between two days. */
    static Recurrence between(Recurrence.Pattern pattern, LocalDate from, LocalDate to, DayDraft draft) {
        boolean range = pattern instanceof Recurrence.Daily daily && daily.every() == 1;
        return new Recurrence(pattern, from, to, !range && draft.byOccurrences ? Math.max(1, draft.occurrences) : 0);
    }
}
