package dev.plumbline.rcpsp;

/**
 * How far a search is.
 *
 * @param schedules the schedules generated so far
 * @param makespan the length of the shortest schedule so far
 * @param lowerBound no schedule is shorter than this
 */
public record SearchProgress(long schedules, int makespan, int lowerBound) {}
