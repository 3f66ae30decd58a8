package dev.plumbline.calendar;

import java.time.LocalDate;
import java.util.BitSet;

/** Which days recurring exceptions fall on, each day given to the first that hits it. */
final class Painting {

    private static final long MOST_DAYS = 300 * 366;
    private static final long USUAL_START = LocalDate.of(1900, 1, 1).toEpochDay();

    private final long from;
    private final long to;
    private final BitSet painted = new BitSet();
    private int count;

    /** Takes the days that recurrences can hit; of more than 300 years those from 1900 on, and 300 years of them. */
    Painting(long first, long last) {
        this.from = last - first > MOST_DAYS ? Math.max(first, USUAL_START) : first;
        this.to = Math.min(last, from + MOST_DAYS);
    }

    /** Adds the days of a recurrence that none before it has hit; neighbours become one range. */
    void paint(Recurrence recurrence, DayHours hours, Ranges ranges) {
        Occurrences occurrences = Occurrences.of(recurrence);
        long number = occurrences.numberFrom(from);
        long runStart = 0;
        long runEnd = -1;
        for (long day = occurrences.day(number); day <= to && count <= to - from; day = occurrences.day(++number)) {
            int bit = (int) (day - from);
            if (painted.get(bit)) {
                continue;
            }
            painted.set(bit);
            count++;
            if (runEnd + 1 != day || runEnd < runStart) {
                add(runStart, runEnd, hours, ranges);
                runStart = day;
            }
            runEnd = day;
        }
        add(runStart, runEnd, hours, ranges);
    }

    private static void add(long runStart, long runEnd, DayHours hours, Ranges ranges) {
        if (runStart <= runEnd) {
            ranges.add(runStart, runEnd, hours);
        }
    }
}
