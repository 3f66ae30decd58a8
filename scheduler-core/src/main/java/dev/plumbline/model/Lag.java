package dev.plumbline.model;

import dev.plumbline.calendar.WorkTime;
import java.math.BigDecimal;
import java.util.Objects;

/** The wait between two tied ends: an amount of time or a share of the predecessor's duration; negative for a lead. */
public sealed interface Lag {

    /** No wait. */
    Lag NONE = new Time(WorkTime.ZERO);

    /** Returns working or elapsed time. */
    static Lag of(WorkTime time) {
        return time.equals(WorkTime.ZERO) ? NONE : new Time(time);
    }

    /** Returns a share of the predecessor's duration, in percent. */
    static Lag percent(double percent) {
        return new Percent(BigDecimal.valueOf(percent), false);
    }

    /** Returns whether there is nothing to wait for. */
    boolean isZero();

    /** Returns whether this is a lead: the successor may overlap. */
    boolean isNegative();

    /**
     * An amount of time.
     *
     * @param time working time on the calendar of the successor, or elapsed time
     */
    record Time(WorkTime time) implements Lag {
        /** Checks that the amount is given. */
        public Time {
            Objects.requireNonNull(time, "time");
        }

        @Override
        public boolean isZero() {
            return time.isZero();
        }

        @Override
        public boolean isNegative() {
            return time.isNegative();
        }

        @Override
        public String toString() {
            return time.toString();
        }
    }

    /**
     * A share of the predecessor's duration.
     *
     * @param percent the share, such as 50 or -25
     * @param elapsed whether the share passes on the wall clock
     */
    record Percent(BigDecimal percent, boolean elapsed) implements Lag {
        /** Drops trailing zeros so that equal shares are equal. */
        public Percent {
            percent = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
        }

        @Override
        public boolean isZero() {
            return percent.signum() == 0;
        }

        @Override
        public boolean isNegative() {
            return percent.signum() < 0;
        }

        @Override
        public String toString() {
            return percent.toPlainString() + (elapsed ? "e%" : "%");
        }
    }
}
