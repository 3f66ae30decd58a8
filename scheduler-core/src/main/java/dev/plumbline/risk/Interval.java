package dev.plumbline.risk;

/**
 * A confidence interval.
 *
 * @param low the lower end
 * @param high the upper end
 * @param <T> dates or amounts
 */
public record Interval<T>(T low, T high) {}
