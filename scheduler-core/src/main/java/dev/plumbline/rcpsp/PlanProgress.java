package dev.plumbline.rcpsp;

import java.time.LocalDateTime;

/**
 * How far the search for an earlier levelled plan is.
 *
 * @param schedules the schedules generated so far
 * @param finish the earliest finish so far
 * @param lowerBound no levelled plan finishes earlier than this
 */
public record PlanProgress(long schedules, LocalDateTime finish, LocalDateTime lowerBound) {}
