package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Recurrence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as it is written.
 *
 * @param id its id in the plan, empty for one made for the file only
 * @param uid its number
 * @param guid its global id where the ledger has none
 * @param name its name
 * @param base the number of its base, -1 for none
 * @param weekDays weekdays, and exceptions in the old form
 * @param exceptions exceptions
 * @param weeks dated weeks
 */
record CalendarRow(
        String id,
        String uid,
        @Nullable String guid,
        String name,
        String base,
        List<DayRow> weekDays,
        List<DayRow> exceptions,
        List<WeekRow> weeks) {

    String isBase() {
        return Texts.bit(base.equals("-1"));
    }

    /**
     * A period of time.
     *
     * @param from its first instant
     * @param to its last minute
     */
    record PeriodRow(String from, String to) {}

    /**
     * A dated week.
     *
     * @param period when it holds
     * @param name its name
     * @param days its weekdays
     * @param kept what the ledger has of it
     */
    record WeekRow(PeriodRow period, String name, List<DayRow> days, Kept kept) {}

    /**
     * A weekday or an exception; what does not apply is absent.
     *
     * @param dayType 1 for Sunday to 7 for Saturday, 0 for an exception in the old form
     * @param hours its hours
     * @param period when an exception holds
     * @param name the name of an exception
     * @param recurrence how an exception recurs
     * @param kept what the ledger has of it
     */
    record DayRow(
            @Nullable String dayType,
            DayHours hours,
            @Nullable PeriodRow period,
            String name,
            @Nullable Recurrence recurrence,
            Kept kept) {

        String working() {
            return Texts.bit(hours.isWorking());
        }

        String byOccurrences() {
            return Texts.bit(recurrence != null && recurrence.occurrences() > 0);
        }

        String occurrences() {
            return Texts.code(recurrence == null ? 0 : recurrence.occurrences());
        }

        @Nullable
        String type() {
            return recurrence == null ? null : Texts.code(RecurrenceCodes.type(recurrence));
        }

        @Nullable
        String every() {
            return part(RecurrenceCodes.Part.EVERY);
        }

        @Nullable
        String daysOfWeek() {
            return part(RecurrenceCodes.Part.DAYS_OF_WEEK);
        }

        @Nullable
        String monthItem() {
            return part(RecurrenceCodes.Part.MONTH_ITEM);
        }

        @Nullable
        String monthPosition() {
            return part(RecurrenceCodes.Part.MONTH_POSITION);
        }

        @Nullable
        String month() {
            return part(RecurrenceCodes.Part.MONTH);
        }

        @Nullable
        String monthDay() {
            return part(RecurrenceCodes.Part.MONTH_DAY);
        }

        private @Nullable String part(RecurrenceCodes.Part part) {
            Integer value = recurrence == null
                    ? null
                    : RecurrenceCodes.parts(recurrence).get(part);
            return value == null ? null : Texts.code(value);
        }
    }
}
