package dev.plumbline.risk;

/**
 * A point of an S-curve.
 *
 * @param value a date or an amount
 * @param probability the share of the iterations that don't exceed it
 * @param low the lower end of the 95 % confidence interval of the probability (Wilson)
 * @param high the upper end
 * @param <T> dates or amounts
 */
public record CurvePoint<T>(T value, double probability, double low, double high) {}
