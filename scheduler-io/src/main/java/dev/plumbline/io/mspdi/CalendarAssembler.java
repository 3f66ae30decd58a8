package dev.plumbline.io.mspdi;

import dev.plumbline.calendar.CalendarException;
import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Recurrence;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkWeek;
import dev.plumbline.io.ReadLimits;
import dev.plumbline.io.mspdi.CalendarDraft.DayDraft;
import dev.plumbline.io.mspdi.CalendarDraft.PeriodDraft;
import dev.plumbline.io.mspdi.CalendarDraft.WeekDraft;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds calendars from what was read, bases first. */
final class CalendarAssembler {

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Map<Integer, CalendarDraft> drafts;
    private final ReadLimits limits;
    private final ProblemLog log;
    private final ShiftAssembler shifts;

    CalendarAssembler(Map<Integer, CalendarDraft> drafts, ReadLimits limits, ProblemLog log) {
        this.drafts = drafts;
        this.limits = limits;
        this.log = log;
        this.shifts = new ShiftAssembler(log);
    }

    /** Builds all calendars. */
    void build() {
        for (CalendarDraft draft : drafts.values()) {
            List<CalendarDraft> chain = chain(draft);
            for (int i = chain.size() - 1; i >= 0; i--) {
                CalendarDraft next = chain.get(i);
                CalendarDraft base = i + 1 < chain.size() ? chain.get(i + 1) : drafts.get(next.base);
                next.depth = base == null ? 1 : base.depth + 1;
                if (next.depth > limits.calendarDepth()) {
                    throw tooDeep(next);
                }
                next.built = build(next, base == null ? null : base.built);
            }
        }
    }

    /** Returns the calendar and its bases that are not built yet, the calendar first. */
    private List<CalendarDraft> chain(CalendarDraft draft) {
        List<CalendarDraft> chain = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        CalendarDraft next = draft;
        while (next != null && next.built == null) {
            if (!seen.add(next.uid)) {
                CalendarDraft last = chain.get(chain.size() - 1);
                log.add(Problem.error(
                                "CAL_CYCLE",
                                "calendar %s %s is based on itself (BaseCalendarUID)"
                                        .formatted(last.uid, Problem.quote(last.name)),
                                "give one of these calendars no base")
                        .at(Spot.location(last.baseSpot).withPath("calendar/" + last.uid)));
                log.partLeftOut();
                last.base = -1;
                break;
            }
            chain.add(next);
            if (chain.size() > limits.calendarDepth()) {
                throw tooDeep(draft);
            }
            CalendarDraft base = next.base < 0 ? null : drafts.get(next.base);
            if (base == null && next.base > 0) {
                log.add(Problem.warning(
                                "MODEL_DANGLING_CALENDAR",
                                "calendar %s %s is based on calendar %s, which does not exist"
                                        .formatted(next.uid, Problem.quote(next.name), next.base),
                                "it stands for itself")
                        .at(Spot.location(next.baseSpot).withPath("calendar/" + next.uid)));
            }
            next = base;
        }
        return chain;
    }

    private PlumblineException tooDeep(CalendarDraft draft) {
        return log.failure(Problem.error(
                        "LIMIT_CALENDAR_DEPTH",
                        "more than %s calendars are based on one another".formatted(limits.calendarDepth()),
                        "read the file with larger limits if you trust it")
                .at(Spot.location(draft.baseSpot)));
    }

    private WorkCalendar build(CalendarDraft draft, @Nullable WorkCalendar base) {
        WorkCalendar.Builder builder =
                WorkCalendar.builder(Integer.toString(draft.uid), draft.name).base(base);
        weekdays(draft.days).forEach(builder::day);
        List<CalendarException> exceptions = new ArrayList<>();
        List<DayDraft> source = draft.hasExceptions ? draft.exceptions : oldForm(draft.days);
        for (DayDraft day : source) {
            CalendarException exception = exception(day);
            if (exception != null) {
                exceptions.add(exception);
            }
        }
        exceptions.sort(Comparator.comparing(e -> e.recurrence().from()));
        exceptions.forEach(builder::exception);
        for (WeekDraft week : draft.weeks) {
            workWeek(week, builder);
        }
        return builder.build();
    }

    private static List<DayDraft> oldForm(List<DayDraft> days) {
        return days.stream().filter(d -> d.dayType == 0).toList();
    }

    private Map<DayOfWeek, DayHours> weekdays(List<DayDraft> days) {
        Map<DayOfWeek, DayHours> result = new EnumMap<>(DayOfWeek.class);
        for (DayDraft day : days) {
            if (day.dayType < 1) {
                continue;
            }
            DayOfWeek weekday = Codes.weekday(day.dayType);
            DayHours hours = shifts.hours(day);
            DayHours before = result.put(weekday, hours);
            if (before != null && !before.equals(hours)) {
                log.add(Problem.warning(
                                "CAL_DUPLICATE_DAY",
                                "%s is given twice (DayType %s): %s and %s"
                                        .formatted(weekday, day.dayType, before, hours),
                                "the last one counts")
                        .at(Spot.location(day.typeSpot)));
            }
        }
        return result;
    }

    private @Nullable CalendarException exception(DayDraft day) {
        PeriodDraft period = day.period;
        if (period == null || period.from == null) {
            log.add(Problem.error("CAL_EXCEPTION", "an exception has no TimePeriod with FromDate", "give it one")
                    .at(Spot.location(day.spot)));
            return null;
        }
        LocalDate from = period.from.toLocalDate();
        Recurrence.Pattern pattern = RecurrenceCodes.pattern(day, log);
        LocalDate to = lastDay(day, from, period.to);
        if (pattern == null) {
            return null;
        }
        if (to.isBefore(from)) {
            reversed(period.fromSpot, "Exception", period);
            return null;
        }
        return new CalendarException(day.name, RecurrenceCodes.between(pattern, from, to, day), shifts.hours(day));
    }

    private static LocalDate lastDay(DayDraft day, LocalDate from, @Nullable LocalDateTime to) {
        if (to != null) {
            return to.toLocalDate();
        }
        boolean counted = day.type == 1 || (day.type == 7 && day.every == 1);
        long days = Math.max(0L, day.occurrences - 1L);
        return counted && LAST_DAY.toEpochDay() - from.toEpochDay() > days ? from.plusDays(days) : LAST_DAY;
    }

    private void workWeek(WeekDraft week, WorkCalendar.Builder builder) {
        PeriodDraft period = week.period;
        if (period == null || period.from == null || period.to == null) {
            log.add(Problem.error(
                            "CAL_EXCEPTION", "a WorkWeek has no TimePeriod with FromDate and ToDate", "give it one")
                    .at(Spot.location(week.spot)));
        } else if (period.to.toLocalDate().isBefore(period.from.toLocalDate())) {
            reversed(period.fromSpot, "WorkWeek", period);
        } else {
            Map<DayOfWeek, DayHours> days = weekdays(week.days);
            for (DayOfWeek day : DayOfWeek.values()) {
                days.putIfAbsent(day, DayHours.OFF);
            }
            builder.workWeek(new WorkWeek(week.name, period.from.toLocalDate(), period.to.toLocalDate(), days));
        }
    }

    private void reversed(long spot, String what, PeriodDraft period) {
        log.add(Problem.error(
                        "CAL_REVERSED",
                        "the FromDate %s of a %s is after its ToDate %s".formatted(period.from, what, period.to),
                        "swap the dates")
                .at(Spot.location(spot)));
    }
}
