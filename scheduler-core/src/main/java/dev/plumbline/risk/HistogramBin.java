package dev.plumbline.risk;

/**
 * A bar of a histogram.
 *
 * @param from the lower end
 * @param to the upper end; belongs to the next bar, but for the last
 * @param count how many iterations fall between
 * @param <T> dates or amounts
 */
public record HistogramBin<T>(T from, T to, int count) {}
