package dev.plumbline.risk;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Parameters of distributions: their unit, their checks, their text. */
final class Amount {

    private Amount() {}

    /** The unit of the first; all must be working time or all elapsed. */
    static WorkUnit unit(WorkTime... times) {
        if (times.length == 0) {
            throw new IllegalArgumentException("a distribution needs at least one value");
        }
        for (WorkTime time : times) {
            if (time.isElapsed() != times[0].isElapsed() && !time.isZero()) {
                throw new IllegalArgumentException(
                        "%s and %s are working and elapsed time; use one kind".formatted(times[0], time));
            }
        }
        return times[0].unit();
    }

    static void checkFinite(String what, double value) {
        if (!(Math.abs(value) < 1e15)) {
            throw new IllegalArgumentException("%s must be a number: %s".formatted(what, value));
        }
    }

    static void checkPositive(String what, double value, @Nullable WorkUnit unit) {
        checkFinite(what, value);
        if (!(value > 0)) {
            throw new IllegalArgumentException("%s must be above 0: %s".formatted(what, text(value, unit)));
        }
    }

    static void checkRising(String what, double low, double middle, double high, @Nullable WorkUnit unit) {
        checkFinite(what, low);
        checkFinite(what, middle);
        checkFinite(what, high);
        if (!(low <= middle && middle <= high)) {
            throw new IllegalArgumentException(
                    "%s must rise: %s, %s, %s".formatted(what, text(low, unit), text(middle, unit), text(high, unit)));
        }
    }

    static double probability(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability is 0 to 1: " + probability);
        }
        return probability;
    }

    static String text(double amount, @Nullable WorkUnit unit) {
        boolean finite = Math.abs(amount) < 1e15;
        if (unit != null && finite) {
            return new WorkTime(Math.round(amount), unit).toString();
        }
        return finite
                ? new BigDecimal(amount, new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString()
                : Double.toString(amount);
    }
}
