package dev.plumbline.calendar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ranges of days with their hours, those that win first. */
final class Ranges {

    private long[] first = new long[8];
    private long[] last = new long[8];
    private final List<DayHours> hours = new ArrayList<>();

    /** Adds the days from one to another, both included. */
    void add(long from, long to, DayHours hoursOfDays) {
        int size = hours.size();
        if (size == first.length) {
            first = Arrays.copyOf(first, 2 * size);
            last = Arrays.copyOf(last, 2 * size);
        }
        first[size] = from;
        last[size] = to;
        hours.add(hoursOfDays);
    }

    List<DayHours> hours() {
        return hours;
    }

    Layers layers() {
        return Layers.of(Arrays.copyOf(first, hours.size()), Arrays.copyOf(last, hours.size()));
    }
}
