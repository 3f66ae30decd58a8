package dev.plumbline.calendar;

import java.time.LocalTime;
import java.util.Objects;

/**
 * A working period of one day, from its first instant up to, not including, its last. Midnight as end means the end of the
 * day; a night shift is two periods on two days.
 *
 * @param from the first working instant
 * @param to the end; {@code 00:00} is the end of the day
 */
public record Shift(LocalTime from, LocalTime to) {

    /** The whole day. */
    public static final Shift ALL_DAY = new Shift(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** Checks that the period is not empty and lies on whole tenths of a minute. */
    public Shift {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw new IllegalArgumentException("a shift must end after it begins: %s-%s".formatted(from, to));
        }
        if (from.toNanoOfDay() % NANOS_PER_TICK != 0 || to.toNanoOfDay() % NANOS_PER_TICK != 0) {
            throw new IllegalArgumentException("a shift must lie on tenths of a minute: %s-%s".formatted(from, to));
        }
    }

    private static final long NANOS_PER_TICK = 6_000_000_000L;

    /** Returns a shift between two times of a day. */
    public static Shift of(LocalTime from, LocalTime to) {
        return new Shift(from, to);
    }

    /** Returns the shift of a first tick, 0 to 14,399, and the tick after the last, up to 14,400. */
    static Shift ofTicks(int from, int to) {
        return new Shift(
                LocalTime.ofNanoOfDay(from * NANOS_PER_TICK),
                to == WorkTime.TICKS_PER_DAY ? LocalTime.MIDNIGHT : LocalTime.ofNanoOfDay(to * NANOS_PER_TICK));
    }

    /** Returns the first tick of the day that is worked, 0 to 14,399. */
    public int fromTick() {
        return (int) (from.toNanoOfDay() / NANOS_PER_TICK);
    }

    /** Returns the tick of the day at which work ends, 1 to 14,400. */
    public int toTick() {
        return to.equals(LocalTime.MIDNIGHT) ? (int) WorkTime.TICKS_PER_DAY : (int) (to.toNanoOfDay() / NANOS_PER_TICK);
    }

    /** Returns the period as {@code 08:00-12:00}, a midnight end as {@code 24:00}. */
    @Override
    public String toString() {
        return from + "-" + (to.equals(LocalTime.MIDNIGHT) ? "24:00" : to);
    }
}
