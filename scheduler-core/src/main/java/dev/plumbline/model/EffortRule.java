package dev.plumbline.model;

/** Which of work, duration and units stays when another is edited. */
public enum EffortRule {
    /** Units stay. */
    FIXED_UNITS,
    /** The duration stays. */
    FIXED_DURATION,
    /** The work stays. */
    FIXED_WORK
}
