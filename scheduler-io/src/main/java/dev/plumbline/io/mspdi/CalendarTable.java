package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Shift;
import dev.plumbline.io.mspdi.CalendarDraft.DayDraft;
import dev.plumbline.io.mspdi.CalendarDraft.PeriodDraft;
import dev.plumbline.io.mspdi.CalendarDraft.ShiftDraft;
import dev.plumbline.io.mspdi.CalendarDraft.WeekDraft;
import dev.plumbline.io.mspdi.CalendarRow.DayRow;
import dev.plumbline.io.mspdi.CalendarRow.PeriodRow;
import dev.plumbline.io.mspdi.CalendarRow.WeekRow;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements of a calendar and of its parts. */
final class CalendarTable {

    private static final int MOST_ID = Integer.MAX_VALUE;

    private static final FieldTable<PeriodDraft, PeriodRow> PERIOD = new FieldTable<PeriodDraft, PeriodRow>(
                    "TimePeriod")
            .field(
                    "FromDate",
                    (d, v) -> {
                        d.from = v.bound();
                        d.fromSpot = v.spot();
                    },
                    PeriodRow::from)
            .field("ToDate", (d, v) -> d.to = v.bound(), PeriodRow::to);

    private static final FieldTable<ShiftDraft, Shift> SHIFT = new FieldTable<ShiftDraft, Shift>("WorkingTime")
            .field("FromTime", (d, v) -> d.from = v.time(), s -> DateText.of(s.from()))
            .field("ToTime", (d, v) -> d.to = v.time(), s -> DateText.of(s.to()));

    private static final FieldTable<DayDraft, DayRow> DAY = new FieldTable<DayDraft, DayRow>("WeekDay")
            .field(
                    "DayType",
                    (d, v) -> {
                        d.dayType = v.code(0, 7, -1);
                        d.typeSpot = v.spot();
                    },
                    DayRow::dayType)
            .field("DayWorking", (d, v) -> d.working = v.bool(false), DayRow::working)
            .part("TimePeriod", (d, in) -> d.period = period(in), (r, out) -> write(r.period(), out))
            .part("WorkingTimes", CalendarTable::shifts, (r, out) -> write(r.hours(), out));

    private static final FieldTable<DayDraft, DayRow> EXCEPTION = new FieldTable<DayDraft, DayRow>("Exception")
            .field("EnteredByOccurrences", (d, v) -> d.byOccurrences = v.bool(false), DayRow::byOccurrences)
            .part("TimePeriod", (d, in) -> d.period = period(in), (r, out) -> write(r.period(), out))
            .field("Occurrences", (d, v) -> d.occurrences = v.integer(0, MOST_ID, 0), DayRow::occurrences)
            .text("Name", (d, t) -> d.name = t, DayRow::name)
            .field(
                    "Type",
                    (d, v) -> {
                        d.type = v.code(1, 9, 1);
                        d.typeSpot = v.spot();
                    },
                    DayRow::type)
            .field(
                    "Period",
                    (d, v) -> {
                        d.every = v.integer(-MOST_ID, MOST_ID, 1);
                        d.everySpot = v.spot();
                    },
                    DayRow::every)
            .field(
                    "DaysOfWeek",
                    (d, v) -> {
                        d.daysOfWeek = v.integer(0, 127, 0);
                        d.daysSpot = v.spot();
                    },
                    DayRow::daysOfWeek)
            .field("MonthItem", (d, v) -> d.monthItem = v.code(0, 9, 0), DayRow::monthItem)
            .field("MonthPosition", (d, v) -> d.monthPosition = v.code(0, 4, 0), DayRow::monthPosition)
            .field("Month", (d, v) -> d.month = v.code(0, 11, 0), DayRow::month)
            .field(
                    "MonthDay",
                    (d, v) -> {
                        d.monthDay = v.integer(-MOST_ID, MOST_ID, 0);
                        d.monthDaySpot = v.spot();
                    },
                    DayRow::monthDay)
            .field("DayWorking", (d, v) -> d.working = v.bool(false), DayRow::working)
            .part("WorkingTimes", CalendarTable::shifts, (r, out) -> write(r.hours(), out));

    private static final FieldTable<WeekDraft, WeekRow> WEEK = new FieldTable<WeekDraft, WeekRow>("WorkWeek")
            .part("TimePeriod", (d, in) -> d.period = period(in), (r, out) -> write(r.period(), out))
            .text("Name", (d, t) -> d.name = t, WeekRow::name)
            .part("WeekDays", (d, in) -> days(d.days, in), (r, out) -> writeDays(r.days(), out));

    static final FieldTable<CalendarDraft, CalendarRow> TABLE = new FieldTable<CalendarDraft, CalendarRow>("Calendar")
            .field(
                    "UID",
                    (d, v) -> {
                        d.uid = v.integer(0, MOST_ID, -1);
                        d.uidSpot = v.spot();
                    },
                    CalendarRow::uid)
            .keptOr("GUID", CalendarRow::guid)
            .text("Name", (d, t) -> d.name = t, CalendarRow::name)
            .computed("IsBaseCalendar", CalendarRow::isBase)
            .keptOr("IsBaselineCalendar", c -> "0")
            .field(
                    "BaseCalendarUID",
                    (d, v) -> {
                        d.base = v.integer(Integer.MIN_VALUE, MOST_ID, -1);
                        d.baseSpot = v.spot();
                    },
                    CalendarRow::base)
            .part("WeekDays", (d, in) -> days(d.days, in), (r, out) -> writeDays(r.weekDays(), out))
            .part("Exceptions", CalendarTable::exceptions, (r, out) -> writeExceptions(r.exceptions(), out))
            .part("WorkWeeks", CalendarTable::weeks, (r, out) -> writeWeeks(r.weeks(), out));

    private CalendarTable() {}

    static CalendarDraft read(DocumentReader document, int number) throws IOException {
        CalendarDraft draft = new CalendarDraft();
        draft.spot = document.xml().spot();
        draft.kept = document.entity(TABLE, draft, number);
        return draft;
    }

    private static void days(List<DayDraft> days, DocumentReader document) throws IOException {
        document.each("WeekDay", () -> {
            checkCount(days, document);
            days.add(day(DAY, document, days.size() + 1));
        });
    }

    private static void exceptions(CalendarDraft calendar, DocumentReader document) throws IOException {
        calendar.hasExceptions = true;
        document.each("Exception", () -> {
            checkCount(calendar.exceptions, document);
            calendar.exceptions.add(day(EXCEPTION, document, calendar.exceptions.size() + 1));
        });
    }

    private static void checkCount(List<?> list, DocumentReader document) {
        document.checkCount(
                list.size(),
                document.limits().exceptionsPerCalendar(),
                "LIMIT_EXCEPTIONS",
                "exceptions of one calendar");
    }

    private static DayDraft day(FieldTable<DayDraft, DayRow> table, DocumentReader document, int number)
            throws IOException {
        DayDraft day = new DayDraft();
        day.spot = document.xml().spot();
        day.kept = document.part(table, day, number);
        return day;
    }

    private static void weeks(CalendarDraft calendar, DocumentReader document) throws IOException {
        document.each("WorkWeek", () -> {
            checkCount(calendar.weeks, document);
            WeekDraft week = new WeekDraft();
            week.spot = document.xml().spot();
            week.kept = document.group(WEEK, week, calendar.weeks.size() + 1);
            calendar.weeks.add(week);
        });
    }

    private static PeriodDraft period(DocumentReader document) throws IOException {
        PeriodDraft period = new PeriodDraft();
        document.plain(PERIOD, period);
        return period;
    }

    private static void shifts(DayDraft day, DocumentReader document) throws IOException {
        document.each("WorkingTime", () -> {
            document.checkCount(day.shifts.size(), 1440, "LIMIT_SHIFTS", "shifts of one day");
            ShiftDraft shift = new ShiftDraft();
            shift.spot = document.xml().spot();
            document.plain(SHIFT, shift);
            day.shifts.add(shift);
        });
    }

    private static void write(@Nullable PeriodRow period, XmlOut out) throws IOException {
        if (period != null) {
            out.start("TimePeriod");
            EntityWriter.write(PERIOD, period, Kept.NOTHING, out);
            out.end("TimePeriod");
        }
    }

    private static void write(DayHours hours, XmlOut out) throws IOException {
        if (!hours.isWorking()) {
            return;
        }
        out.start("WorkingTimes");
        for (Shift shift : hours.shifts()) {
            out.start("WorkingTime");
            EntityWriter.write(SHIFT, shift, Kept.NOTHING, out);
            out.end("WorkingTime");
        }
        out.end("WorkingTimes");
    }

    private static void writeDays(List<DayRow> days, XmlOut out) throws IOException {
        writeAll("WeekDays", "WeekDay", DAY, days, out);
    }

    private static void writeExceptions(List<DayRow> exceptions, XmlOut out) throws IOException {
        writeAll("Exceptions", "Exception", EXCEPTION, exceptions, out);
    }

    private static void writeAll(
            String section, String name, FieldTable<DayDraft, DayRow> table, List<DayRow> rows, XmlOut out)
            throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        out.start(section);
        for (DayRow row : rows) {
            out.start(name);
            EntityWriter.write(table, row, row.kept(), out);
            out.end(name);
        }
        out.end(section);
    }

    private static void writeWeeks(List<WeekRow> weeks, XmlOut out) throws IOException {
        if (weeks.isEmpty()) {
            return;
        }
        out.start("WorkWeeks");
        for (WeekRow week : weeks) {
            out.start("WorkWeek");
            EntityWriter.write(WEEK, week, week.kept(), out);
            out.end("WorkWeek");
        }
        out.end("WorkWeeks");
    }
}
