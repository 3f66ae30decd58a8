package dev.plumbline.risk;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * The moments of one activity's duration. Immutable. Of an activity at work only what remains is uncertain.
 *
 * @param activity the activity as it was planned
 * @param estimate its three-point estimate; absent if its duration is taken as certain
 * @param expected the expected duration, rounded half up to the minute
 * @param standardDeviation the standard deviation of the duration, rounded half up to a tenth of a minute
 * @param variance the variance, in squares of the unit that the expected duration is written in, not rounded
 */
public record PertTimes(
        Activity activity,
        @Nullable Estimate estimate,
        WorkTime expected,
        WorkTime standardDeviation,
        double variance) {

    /** Returns the moments in a line, such as {@code C Excavate: 10d, standard deviation 2d}. */
    @Override
    public String toString() {
        return "%s %s: %s, standard deviation %s"
                .formatted(activity.id(), activity.name(), expected, standardDeviation);
    }
}
