package dev.plumbline.risk;

import dev.plumbline.calendar.WorkTime;

/**
 * Two plans compared, iteration by iteration on the same random numbers. Times are working time of the first plan's calendar,
 * positive where the second finishes later. Immutable.
 *
 * @param iterations the number of iterations compared
 * @param meanDifference the mean of the differences
 * @param standardError the standard error of that mean
 * @param p10 the difference not exceeded in 10 % of the iterations
 * @param p50 the median difference
 * @param p90 the difference not exceeded in 90 % of the iterations
 * @param probabilityEarlier the share of the iterations in which the second plan finishes earlier
 * @param probabilityLater the share in which it finishes later
 */
public record PlanComparison(
        int iterations,
        WorkTime meanDifference,
        WorkTime standardError,
        WorkTime p10,
        WorkTime p50,
        WorkTime p90,
        double probabilityEarlier,
        double probabilityLater) {}
