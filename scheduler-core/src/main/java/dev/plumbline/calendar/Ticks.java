package dev.plumbline.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Instants as ticks (tenths of a minute) since 1970-01-01T00:00 on the wall clock, without zone. */
public final class Ticks {

    private static final long NANOS_PER_TICK = 6_000_000_000L;

    private Ticks() {}

    /** Returns the tick at or before an instant. */
    public static long of(LocalDateTime instant) {
        return of(instant.toLocalDate()) + instant.toLocalTime().toNanoOfDay() / NANOS_PER_TICK;
    }

    /** Returns the tick of a day's midnight. */
    public static long of(LocalDate day) {
        return day.toEpochDay() * WorkTime.TICKS_PER_DAY;
    }

    /** Returns the instant of a tick. */
    public static LocalDateTime toDateTime(long tick) {
        long day = Math.floorDiv(tick, WorkTime.TICKS_PER_DAY);
        long ofDay = tick - day * WorkTime.TICKS_PER_DAY;
        return LocalDateTime.of(LocalDate.ofEpochDay(day), LocalTime.ofNanoOfDay(ofDay * NANOS_PER_TICK));
    }
}
