package dev.plumbline.cpm;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Shift;
import dev.plumbline.calendar.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A calendar as one bit for every hour of the week, walked hour by hour: the oracle's arithmetic. Hours count
 * from Wednesday, 1 January 2025, 00:00, and may be negative.
 */
final class HourCalendar {

    private static final int WEEK = 7 * 24;

    private final BitSet week;

    /** Takes the worked hours of a week from Wednesday 00:00 on. */
    HourCalendar(BitSet week) {
        this.week = week;
        if (week.isEmpty()) {
            throw new IllegalArgumentException("no hour is worked");
        }
    }

    boolean works(int hour) {
        return week.get(Math.floorMod(hour, WEEK));
    }

    /** 1.4: working hours in [from, to). */
    int work(int from, int to) {
        int sum = 0;
        for (int h = Math.min(from, to); h < Math.max(from, to); h++) {
            sum += works(h) ? 1 : 0;
        }
        return from <= to ? sum : -sum;
    }

    /** 1.4.1-1.4.3. */
    int add(int from, int amount) {
        int at = from;
        int left = Math.abs(amount);
        while (left > 0) {
            if (amount > 0) {
                left -= works(at++) ? 1 : 0;
            } else {
                left -= works(--at) ? 1 : 0;
            }
        }
        return at;
    }

    /** 1.4.4. */
    int nextStart(int hour) {
        int at = hour;
        while (!works(at)) {
            at++;
        }
        return at;
    }

    /** 1.4.6. */
    int previousFinish(int hour) {
        int at = hour;
        while (!works(at - 1)) {
            at--;
        }
        return at;
    }

    /** Returns the same calendar for the engine. */
    WorkCalendar calendar(String name) {
        WorkCalendar.Builder builder = WorkCalendar.builder(name);
        for (DayOfWeek day : DayOfWeek.values()) {
            int midnight = Math.floorMod(day.getValue() - DayOfWeek.WEDNESDAY.getValue(), 7) * 24;
            List<Shift> shifts = new ArrayList<>();
            for (int from = 0; from < 24; from++) {
                if (works(midnight + from)) {
                    int to = from;
                    while (to < 24 && works(midnight + to)) {
                        to++;
                    }
                    shifts.add(Shift.of(LocalTime.of(from, 0), LocalTime.of(to % 24, 0)));
                    from = to;
                }
            }
            builder.day(day, new DayHours(shifts));
        }
        return builder.build();
    }

    /** Returns whether this calendar works whenever the other does. */
    boolean covers(HourCalendar other) {
        BitSet missing = (BitSet) other.week.clone();
        missing.andNot(week);
        return missing.isEmpty();
    }

    /** Returns the calendar that works when either does. */
    HourCalendar or(HourCalendar other) {
        BitSet both = (BitSet) week.clone();
        both.or(other.week);
        return new HourCalendar(both);
    }

    @Override
    public String toString() {
        return week.toString();
    }
}
