package dev.plumbline.risk;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Activity;

/**
 * What a simulation tells about one activity. Immutable.
 *
 * <p>M. Vanhoucke: Measuring Time, Springer 2010, chapter 3; T. M. Williams: Criticality in Stochastic Networks, Journal of the
 * Operational Research Society 43, 1992, pp. 353-357 (cruciality and significance).
 *
 * @param activity the activity
 * @param criticality the share of the iterations in which it was critical: its total float zero or less
 * @param pearson the linear correlation of its duration with the finish of the project (cruciality)
 * @param spearman the rank correlation, over the first 100,000 iterations
 * @param significance the mean of d / (d + total float) x T / mean T, with d its duration and T the length of the project
 * @param ssi the schedule sensitivity index: criticality x standard deviation of its duration / that of the project's length
 * @param mean its mean duration, or what remains of it
 * @param standardDeviation the standard deviation of it
 */
public record ActivityRisk(
        Activity activity,
        double criticality,
        double pearson,
        double spearman,
        double significance,
        double ssi,
        WorkTime mean,
        WorkTime standardDeviation) {

    /** Returns the id of the activity. */
    public String id() {
        return activity.id();
    }
}
