package dev.plumbline.io.report;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Shift;
import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.io.report.ResourceLoad.Calendars;
import dev.plumbline.io.report.ResourceLoad.Use;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The assignments of one resource that overlap at the current point of the sweep, summed by what calendars they work by. */
final class Demand {

    private final WorkCalendar calendar;
    private final Map<Calendars, Long> units = new LinkedHashMap<>();
    private final TreeMap<Long, Use> active = new TreeMap<>();
    private long total;

    Demand(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    void add(Use use) {
        active.put(use.rank(), use);
        units.merge(use.calendars(), use.units(), Long::sum);
        total += use.units();
    }

    void remove(Use use) {
        active.remove(use.rank());
        units.computeIfPresent(use.calendars(), (key, sum) -> sum == use.units() ? null : sum - use.units());
        total -= use.units();
    }

    /** Returns the ids of the first activities that ask at this point, whether or not they work this minute. */
    List<String> activities(int most) {
        return active.values().stream()
                .map(Use::activity)
                .distinct()
                .limit(most)
                .toList();
    }

    /** Returns how many assignments ask at this point. */
    int size() {
        return active.size();
    }

    /** Adds the overloads between two instants, between which no assignment begins or ends. */
    void overloads(long from, long to, long capacity, LoadSpans spans) {
        boolean confined = units.keySet().stream().allMatch(c -> c.first().equals(calendar));
        if (total == 0 || (confined && total <= capacity)) {
            return;
        }
        boolean plain =
                confined && units.keySet().stream().allMatch(c -> c.second().equals(calendar));
        if (plain) {
            whileCalendarWorks(from, to, capacity, spans);
        } else {
            walk(from, to, capacity, spans);
        }
    }

    private void whileCalendarWorks(long from, long to, long capacity, LoadSpans spans) {
        LocalDateTime first = Ticks.toDateTime(from);
        LocalDateTime last = Ticks.toDateTime(to);
        if (!calendar.hasWorkingTime()) {
            return;
        }
        long ticks = calendar.workBetween(first, last).ticks();
        if (ticks > 0) {
            long begin = Ticks.of(calendar.nextStart(first));
            spans.add(begin, Ticks.of(calendar.previousFinish(last)), ticks, total, capacity, this);
        }
    }

    /** Walks the days, as calendars differ. */
    private void walk(long from, long to, long capacity, LoadSpans spans) {
        for (long day = Math.floorDiv(from, WorkTime.TICKS_PER_DAY); day * WorkTime.TICKS_PER_DAY < to; day++) {
            LocalDate date = LocalDate.ofEpochDay(day);
            long midnight = day * WorkTime.TICKS_PER_DAY;
            List<Integer> cuts = new ArrayList<>(cutsOn(date));
            for (int i = 0; i + 1 < cuts.size(); i++) {
                long begin = Math.max(from, midnight + cuts.get(i));
                long end = Math.min(to, midnight + cuts.get(i + 1));
                long demand = begin < end ? demandAt(date, cuts.get(i)) : 0;
                long there = works(calendar, date, cuts.get(i)) ? capacity : 0;
                if (demand > there) {
                    spans.add(begin, end, end - begin, demand, there, this);
                }
            }
        }
    }

    private Set<Integer> cutsOn(LocalDate date) {
        Set<Integer> cuts = new TreeSet<>(List.of(0, (int) WorkTime.TICKS_PER_DAY));
        addCuts(cuts, calendar.hoursOn(date));
        for (Calendars both : units.keySet()) {
            addCuts(cuts, both.first().hoursOn(date));
            addCuts(cuts, both.second().hoursOn(date));
        }
        return cuts;
    }

    private static void addCuts(Set<Integer> cuts, DayHours hours) {
        for (Shift shift : hours.shifts()) {
            cuts.add(shift.fromTick());
            cuts.add(shift.toTick());
        }
    }

    private long demandAt(LocalDate date, int tick) {
        long sum = 0;
        for (Map.Entry<Calendars, Long> entry : units.entrySet()) {
            Calendars both = entry.getKey();
            if (works(both.first(), date, tick) && works(both.second(), date, tick)) {
                sum += entry.getValue();
            }
        }
        return sum;
    }

    private static boolean works(WorkCalendar calendar, LocalDate date, int tick) {
        for (Shift shift : calendar.hoursOn(date).shifts()) {
            if (shift.fromTick() <= tick && tick < shift.toTick()) {
                return true;
            }
        }
        return false;
    }
}
