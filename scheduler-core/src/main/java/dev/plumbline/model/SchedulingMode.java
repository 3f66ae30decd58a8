package dev.plumbline.model;

/** How the dates of an activity come about. */
public enum SchedulingMode {
    /** Computed from relationships, calendars and constraints. */
    AUTOMATIC,
    /** Typed by the planner. */
    MANUAL
}
