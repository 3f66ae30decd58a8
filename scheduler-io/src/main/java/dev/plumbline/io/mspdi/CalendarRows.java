package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.CalendarException;
import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Recurrence;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkWeek;
import dev.plumbline.io.mspdi.CalendarRow.DayRow;
import dev.plumbline.io.mspdi.CalendarRow.PeriodRow;
import dev.plumbline.io.mspdi.CalendarRow.WeekRow;
import dev.plumbline.io.text.LossCounts;
import dev.plumbline.model.Project;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/*
 * Microsoft Project knows two kinds of calendars: base calendars, and one calendar for each resource that is derived from a base
 * calendar. What is deeper is flattened, and a resource that has no derived calendar gets an empty one.
 */
/** The calendars of a plan as they are written. */
final class CalendarRows {

    private static final String NO_BASE = "-1";

    private final Project project;
    private final MspdiLedger ledger;
    private final LossCounts losses;
    private final Numbers numbers;
    private final List<CalendarRow> rows = new ArrayList<>();
    private final Map<String, String> ofResource = new HashMap<>();
    private int flattened;

    CalendarRows(Project project, Numbers resources, MspdiLedger ledger, LossCounts losses) {
        this.project = project;
        this.ledger = ledger;
        this.losses = losses;
        this.numbers =
                new Numbers(project.calendars().stream().map(WorkCalendar::id).toList(), 0);
        for (WorkCalendar calendar : project.calendars()) {
            rows.add(row(oneLevel(calendar)));
        }
        for (Resource resource : project.resources()) {
            if (resource.type() == ResourceType.WORK) {
                derive(resource, resources.of(resource.id()));
            }
        }
    }

    List<CalendarRow> rows() {
        return rows;
    }

    String uid(String id) {
        return Texts.code(numbers.of(id));
    }

    boolean has(String id) {
        return numbers.has(id);
    }

    /** Returns the number of the calendar that is written for a resource. */
    String uidOf(Resource resource) {
        String derived = ofResource.get(resource.id());
        if (derived != null) {
            return derived;
        }
        return resource.calendar() == null ? NO_BASE : uid(resource.calendar());
    }

    int renumbered() {
        return numbers.renumbered();
    }

    /** Returns how many calendars are written without the one they were derived from. */
    int flattened() {
        return flattened;
    }

    private void derive(Resource resource, int uid) {
        String own = resource.calendar();
        WorkCalendar calendar = project.calendarOf(resource);
        if (own != null && calendar.base().isPresent()) {
            return;
        }
        WorkCalendar base = own == null ? project.calendar() : calendar;
        String number = Texts.code(numbers.free());
        ofResource.put(resource.id(), number);
        rows.add(new CalendarRow(
                "",
                number,
                Marks.resource(uid, own != null),
                ResourceRow.allowedName(resource.name()),
                uid(base.id()),
                List.of(),
                List.of(),
                List.of()));
    }

    /**
     * Returns the calendar itself if its base, if any, has none and is one of the plan's; else one with all that its bases say
     * between it and such a base.
     */
    private WorkCalendar oneLevel(WorkCalendar calendar) {
        WorkCalendar base = calendar.base().orElse(null);
        if (base == null || isLast(base)) {
            return calendar;
        }
        flattened++;
        WorkCalendar.Builder flat = calendar.toBuilder();
        Map<DayOfWeek, DayHours> week = new HashMap<>(calendar.week());
        WorkCalendar next = base;
        while (next != null && !isLast(next)) {
            next.week().forEach((day, hours) -> {
                if (week.putIfAbsent(day, hours) == null) {
                    flat.day(day, hours);
                }
            });
            next.exceptions().forEach(flat::exception);
            next.workWeeks().forEach(flat::workWeek);
            next = next.base().orElse(null);
        }
        return flat.base(next).build();
    }

    private boolean isLast(WorkCalendar calendar) {
        return calendar.base().isEmpty()
                && project.findCalendar(calendar.id()).filter(calendar::equals).isPresent();
    }

    private CalendarRow row(WorkCalendar calendar) {
        List<CalendarException> exceptions = new ArrayList<>(calendar.exceptions());
        exceptions.sort(Comparator.comparing(e -> e.recurrence().from()));
        losses.count(
                ExceptionOrder.matters(calendar.exceptions()),
                "orders of exceptions that overlap, which are sorted by date");
        List<DayRow> weekDays = days(calendar.id(), calendar.week());
        List<DayRow> exceptionRows = new ArrayList<>();
        for (CalendarException exception : exceptions) {
            losses.remark(
                    !daily(exception.recurrence()).equals(exception.recurrence()),
                    "numbers of occurrences of daily exceptions, which end on a day instead");
            DayRow row = exception(calendar.id(), exception);
            exceptionRows.add(row);
            if (daily(exception.recurrence()).isRange()) {
                Kept kept = ledger.part(CalendarParts.rangeKey(
                        calendar.id(), exception.recurrence().from()));
                weekDays.add(new DayRow("0", row.hours(), row.period(), "", null, kept));
            }
        }
        return new CalendarRow(
                calendar.id(),
                uid(calendar.id()),
                null,
                calendar.name(),
                base(calendar.base().orElse(null)),
                weekDays,
                exceptionRows,
                calendar.workWeeks().stream().map(w -> week(calendar, w)).toList());
    }

    private String base(@Nullable WorkCalendar base) {
        return base == null || !numbers.has(base.id()) ? NO_BASE : uid(base.id());
    }

    private List<DayRow> days(String owner, Map<DayOfWeek, DayHours> week) {
        List<DayRow> rowsOfWeek = new ArrayList<>();
        for (int dayType = 1; dayType <= 7; dayType++) {
            DayHours hours = week.get(Codes.weekday(dayType));
            if (hours != null) {
                Kept kept = ledger.part(CalendarParts.dayKey(owner, dayType));
                rowsOfWeek.add(new DayRow(Texts.code(dayType), hours, null, "", null, kept));
            }
        }
        return rowsOfWeek;
    }

    private DayRow exception(String calendar, CalendarException exception) {
        Recurrence recurrence = daily(exception.recurrence());
        return new DayRow(
                null,
                exception.hours(),
                period(recurrence.from(), recurrence.to()),
                exception.name(),
                recurrence,
                ledger.part(CalendarParts.exceptionKey(calendar, exception)));
    }

    private WeekRow week(WorkCalendar calendar, WorkWeek week) {
        String key = CalendarParts.weekKey(calendar.id(), week.name(), week.from());
        return new WeekRow(
                period(week.from(), week.to()), week.name(), days(key, complete(calendar, week)), ledger.part(key));
    }

    /** A weekday that a week leaves open would be read as a day off. */
    private Map<DayOfWeek, DayHours> complete(WorkCalendar calendar, WorkWeek week) {
        if (week.days().size() == DayOfWeek.values().length) {
            return week.days();
        }
        losses.count(true, "weekdays left open by dated weeks, which get the hours of the calendar's week");
        Map<DayOfWeek, DayHours> days = new HashMap<>(WorkCalendar.standard().week());
        for (DayOfWeek day : DayOfWeek.values()) {
            days.putIfAbsent(day, DayHours.OFF);
        }
        List<WorkCalendar> chain = new ArrayList<>();
        for (WorkCalendar next = calendar; next != null; next = next.base().orElse(null)) {
            chain.add(0, next);
        }
        chain.forEach(each -> days.putAll(each.week()));
        days.putAll(week.days());
        return days;
    }

    /** Every day so many times is read as every day, so the last day has to say how often. */
    private static Recurrence daily(Recurrence recurrence) {
        boolean everyDay = recurrence.pattern().equals(new Recurrence.Daily(1));
        if (!everyDay || recurrence.occurrences() == 0) {
            return recurrence;
        }
        LocalDate last = recurrence.from().plusDays(recurrence.occurrences() - 1L);
        return Recurrence.range(recurrence.from(), last.isBefore(recurrence.to()) ? last : recurrence.to());
    }

    private static PeriodRow period(LocalDate from, LocalDate to) {
        return new PeriodRow(DateText.of(from.atStartOfDay()), DateText.of(to.atTime(23, 59)));
    }
}
