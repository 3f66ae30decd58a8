package dev.plumbline.calendar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An exact amount of time, working or elapsed, in ticks of a tenth of a minute, and the unit it is written in. Immutable.
 *
 * <pre>{@code
 * hours(40); days(2); elapsedDays(3)
 * }</pre>
 *
 * @param ticks the amount in tenths of a minute; negative for leads and negative float
 * @param unit the unit it is written in; an elapsed unit makes the amount elapsed time
 */
public record WorkTime(long ticks, WorkUnit unit) implements Comparable<WorkTime> {

    /** Ticks in a minute. */
    public static final long TICKS_PER_MINUTE = 10;

    /** Ticks in a day of 24 hours. */
    public static final long TICKS_PER_DAY = 24 * 60 * TICKS_PER_MINUTE;

    /** No time at all, in days. */
    public static final WorkTime ZERO = new WorkTime(0, WorkUnit.DAYS);

    /** Checks that the unit is given. */
    public WorkTime {
        Objects.requireNonNull(unit, "unit");
    }

    /** Returns working minutes. */
    public static WorkTime minutes(long minutes) {
        return new WorkTime(Math.multiplyExact(minutes, TICKS_PER_MINUTE), WorkUnit.MINUTES);
    }

    /** Returns working hours. */
    public static WorkTime hours(long hours) {
        return of(hours, WorkUnit.HOURS);
    }

    /** Returns working days of eight hours. */
    public static WorkTime days(long days) {
        return of(days, WorkUnit.DAYS);
    }

    /** Returns working weeks of 40 hours. */
    public static WorkTime weeks(long weeks) {
        return of(weeks, WorkUnit.WEEKS);
    }

    /** Returns elapsed hours. */
    public static WorkTime elapsedHours(long hours) {
        return of(hours, WorkUnit.ELAPSED_HOURS);
    }

    /** Returns elapsed days of 24 hours. */
    public static WorkTime elapsedDays(long days) {
        return of(days, WorkUnit.ELAPSED_DAYS);
    }

    /** Returns an amount of whole units, by the standard conversion (8-hour days, 40-hour weeks, 20-day months). */
    public static WorkTime of(long amount, WorkUnit unit) {
        return new WorkTime(Math.multiplyExact(amount, unit.ticks(UnitConversion.STANDARD)), unit);
    }

    /** Returns an amount of units by a conversion, rounded half up to the tick. */
    public static WorkTime of(BigDecimal amount, WorkUnit unit, UnitConversion conversion) {
        BigDecimal ticks = amount.multiply(BigDecimal.valueOf(unit.ticks(conversion)));
        return new WorkTime(ticks.setScale(0, RoundingMode.HALF_UP).longValueExact(), unit);
    }

    /** Returns an amount of ticks written in minutes, whole or not. */
    public static WorkTime ofTicks(long ticks) {
        return new WorkTime(ticks, WorkUnit.MINUTES);
    }

    /** Returns whether this is wall-clock time. */
    public boolean isElapsed() {
        return unit.isElapsed();
    }

    /** Returns whether this is no time at all. */
    public boolean isZero() {
        return ticks == 0;
    }

    /** Returns whether this is less than no time. */
    public boolean isNegative() {
        return ticks < 0;
    }

    /** Returns the amount in minutes, with the tenths as fraction. */
    public double inMinutes() {
        return ticks / (double) TICKS_PER_MINUTE;
    }

    /** Returns the amount in hours. */
    public double inHours() {
        return ticks / (60.0 * TICKS_PER_MINUTE);
    }

    /** Returns the same amount written in another unit. */
    public WorkTime in(WorkUnit other) {
        return new WorkTime(ticks, other);
    }

    /** Returns another amount in the same unit. */
    public WorkTime withTicks(long other) {
        return other == ticks ? this : new WorkTime(other, unit);
    }

    /** Returns the sum, in this amount's unit. */
    public WorkTime plus(WorkTime other) {
        return withTicks(Math.addExact(ticks, other.ticks));
    }

    /** Returns the difference, in this amount's unit. */
    public WorkTime minus(WorkTime other) {
        return withTicks(Math.subtractExact(ticks, other.ticks));
    }

    /** Returns the amount with its sign turned. */
    public WorkTime negated() {
        return withTicks(Math.negateExact(ticks));
    }

    /** Compares by amount only. */
    @Override
    public int compareTo(WorkTime other) {
        return Long.compare(ticks, other.ticks);
    }

    /**
     * Returns the amount in its unit by a conversion, at most four decimals rounded half up, without trailing zeros:
     * {@code 2.5d}.
     */
    public String format(UnitConversion conversion) {
        BigDecimal amount = BigDecimal.valueOf(ticks)
                .divide(BigDecimal.valueOf(unit.ticks(conversion)), 4, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return amount.toPlainString() + unit.symbol();
    }

    /** Returns the amount in its unit by the standard conversion. */
    @Override
    public String toString() {
        return format(UnitConversion.STANDARD);
    }
}
