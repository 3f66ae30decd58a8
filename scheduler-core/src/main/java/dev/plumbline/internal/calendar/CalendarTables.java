package dev.plumbline.internal.calendar;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the segments of a {@link CompiledCalendar} in order of time and keeps each distinct day and week once. */
public final class CalendarTables {

    private final List<int[]> days = new ArrayList<>();
    private final Map<IntBuffer, Integer> dayNumbers = new HashMap<>();
    private final List<int[]> weeks = new ArrayList<>();
    private final Map<IntBuffer, Integer> weekNumbers = new HashMap<>();
    private long[] start = new long[16];
    private int[] week = new int[16];
    private int segments;

    /** Returns the number of a day with these periods, each two ticks of the day: its first, and the one after its last. */
    public int day(int[] periods) {
        return number(periods, days, dayNumbers);
    }

    /**
     * Begins a segment; segments follow each other in time, and the first begins at {@code Long.MIN_VALUE}.
     *
     * @param epochDay its first day
     * @param weekOfDays the numbers of its days from Monday to Sunday
     */
    public void from(long epochDay, int[] weekOfDays) {
        int number = number(weekOfDays, weeks, weekNumbers);
        if (segments > 0 && week[segments - 1] == number) {
            return;
        }
        if (segments == start.length) {
            start = Arrays.copyOf(start, 2 * segments);
            week = Arrays.copyOf(week, 2 * segments);
        }
        start[segments] = epochDay;
        week[segments++] = number;
    }

    /** Returns the calendar of these segments. */
    public CompiledCalendar build() {
        int[] dayOf = new int[7 * weeks.size()];
        for (int i = 0; i < dayOf.length; i++) {
            dayOf[i] = weeks.get(i / 7)[i % 7];
        }
        return new CompiledCalendar(
                Arrays.copyOf(start, segments),
                Arrays.copyOf(week, segments),
                new WeekTable(dayOf, days.toArray(int[][]::new)));
    }

    private static int number(int[] values, List<int[]> distinct, Map<IntBuffer, Integer> numbers) {
        Integer known = numbers.get(IntBuffer.wrap(values));
        if (known != null) {
            return known;
        }
        int[] own = values.clone();
        numbers.put(IntBuffer.wrap(own), distinct.size());
        distinct.add(own);
        return distinct.size() - 1;
    }
}
