package dev.plumbline.io.report;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Shift;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The non-working time of a calendar within a chart: days off, and the hours between the shifts of working days. */
final class NonWorking {

    private static final int MOST_SPANS = 600;
    private static final int LONGEST_WALK = 20_000;

    private NonWorking() {}

    /**
     * A span of time.
     *
     * @param from its start, in ticks since the first midnight of the chart
     * @param to its end
     */
    record Span(long from, long to) {}

    /** Returns the runs of days off, in order; none where they would be too many to tell apart. */
    static List<Span> daysOff(WorkCalendar calendar, TimeScale scale) {
        List<Span> spans = new ArrayList<>();
        if (scale.days() > LONGEST_WALK || !calendar.hasWorkingTime()) {
            return spans;
        }
        long free = 0;
        for (int day = 0; day < scale.days(); day++) {
            if (calendar.hoursOn(scale.from().plusDays(day)).isWorking()) {
                long midnight = day * WorkTime.TICKS_PER_DAY;
                add(spans, free, midnight);
                free = midnight + WorkTime.TICKS_PER_DAY;
            }
        }
        add(spans, free, scale.days() * WorkTime.TICKS_PER_DAY);
        return spans.size() > MOST_SPANS ? List.of() : spans;
    }

    /** Returns the free hours of working days, in order. */
    static List<Span> betweenShifts(WorkCalendar calendar, TimeScale scale) {
        List<Span> spans = new ArrayList<>();
        for (int day = 0; day < scale.days(); day++) {
            DayHours worked = calendar.hoursOn(scale.from().plusDays(day));
            long midnight = day * WorkTime.TICKS_PER_DAY;
            long free = midnight;
            for (Shift shift : worked.shifts()) {
                add(spans, free, midnight + shift.fromTick());
                free = midnight + shift.toTick();
            }
            add(
                    spans,
                    worked.isWorking() ? free : midnight + WorkTime.TICKS_PER_DAY,
                    midnight + WorkTime.TICKS_PER_DAY);
        }
        return spans;
    }

    private static void add(List<Span> spans, long from, long to) {
        if (to > from) {
            spans.add(new Span(from, to));
        }
    }

    /** Writes a rectangle for each span, over the whole height. */
    static void write(Markup out, List<Span> spans, TimeScale scale) throws IOException {
        long width = scale.days() * WorkTime.TICKS_PER_DAY;
        for (Span span : spans) {
            long from = span.from * 1_000_000 / width;
            long to = span.to * 1_000_000 / width;
            out.raw("<rect class=\"nw\" x=\"").raw(TimeScale.percent(from));
            out.raw("\" width=\"").raw(TimeScale.percent(to - from)).raw("\" height=\"100%\"/>");
        }
    }
}
