package dev.plumbline.risk;

import dev.plumbline.calendar.CalendarException;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.internal.risk.Hash;
import dev.plumbline.internal.risk.QuantileTable;
import dev.plumbline.model.Project;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The days of bad weather of one seed. Immutable; a day lost depends on calendar, month and iteration alone. */
final class Weather {

    private final Project project;
    private final long seed;
    private final Map<String, Map<Month, QuantileTable>> lost = new LinkedHashMap<>();

    Weather(Project project, Map<String, Map<Month, Distribution>> days, long seed) {
        this.project = project;
        this.seed = seed;
        Tables tables = new Tables();
        days.forEach((calendar, months) -> {
            Map<Month, QuantileTable> byMonth = new EnumMap<>(Month.class);
            months.forEach((month, count) -> byMonth.put(month, tables.of(count)));
            lost.put(calendar, byMonth);
        });
    }

    boolean isNone() {
        return lost.isEmpty();
    }

    /** The calendars of the project that lose days from one date to another in an iteration. */
    List<WorkCalendar> calendars(int iteration, LocalDate from, LocalDate to) {
        Map<String, WorkCalendar> changed = new HashMap<>();
        List<WorkCalendar> result = new ArrayList<>();
        for (WorkCalendar calendar : project.calendars()) {
            List<WorkCalendar> chain = new ArrayList<>();
            for (Optional<WorkCalendar> c = Optional.of(calendar);
                    c.isPresent();
                    c = c.get().base()) {
                chain.add(0, c.get());
            }
            WorkCalendar base = null;
            for (WorkCalendar link : chain) {
                WorkCalendar known = changed.get(link.id());
                base = known != null ? known : changed(link, base, iteration, from, to);
                changed.put(link.id(), base);
            }
            if (base != null && !base.equals(calendar)) {
                result.add(base);
            }
        }
        return result;
    }

    private WorkCalendar changed(
            WorkCalendar calendar,
            @org.jspecify.annotations.Nullable WorkCalendar base,
            int iteration,
            LocalDate from,
            LocalDate to) {
        Map<Month, QuantileTable> months = lost.get(calendar.id());
        boolean sameBase = base == null || base.equals(calendar.base().orElse(null));
        if (months == null && sameBase) {
            return calendar;
        }
        WorkCalendar.Builder builder =
                WorkCalendar.builder(calendar.id(), calendar.name()).base(base);
        for (Map.Entry<DayOfWeek, dev.plumbline.calendar.DayHours> day :
                calendar.week().entrySet()) {
            builder.day(day.getKey(), day.getValue());
        }
        calendar.workWeeks().forEach(builder::workWeek);
        if (months != null) {
            YearMonth last = YearMonth.from(to);
            for (YearMonth month = YearMonth.from(from); !month.isAfter(last); month = month.plusMonths(1)) {
                QuantileTable count = months.get(month.getMonth());
                if (count != null) {
                    daysLost(calendar, month, count, iteration).forEach(day -> builder.dayOff("weather", day));
                }
            }
        }
        for (CalendarException exception : calendar.exceptions()) {
            builder.exception(exception);
        }
        return builder.build();
    }

    /** So many working days of a month, drawn without replacement. */
    private List<LocalDate> daysLost(WorkCalendar calendar, YearMonth month, QuantileTable count, int iteration) {
        List<LocalDate> working = new ArrayList<>();
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            if (calendar.hoursOn(month.atDay(day)).isWorking()) {
                working.add(month.atDay(day));
            }
        }
        long key = Hash.key(seed, Hash.name("weather:" + calendar.id() + ":" + month));
        long place = Hash.mix(key + iteration * Hash.STEP);
        int lostDays = (int) Math.max(0, Math.min(working.size(), Math.rint(count.value((int) (place >>> 32)))));
        for (int i = 0; i < lostDays; i++) {
            place = Hash.mix(place + Hash.STEP);
            int j = i + (int) ((place >>> 32) * (working.size() - i) >>> 32);
            LocalDate chosen = working.get(j);
            working.set(j, working.get(i));
            working.set(i, chosen);
        }
        return working.subList(0, lostDays);
    }
}
