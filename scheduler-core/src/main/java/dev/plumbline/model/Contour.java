package dev.plumbline.model;

/** How the work of an assignment is spread over its duration, in ten equal parts. */
public enum Contour {
    /** Evenly. */
    FLAT,
    /** Rising. */
    BACK_LOADED,
    /** Falling. */
    FRONT_LOADED,
    /** Two peaks. */
    DOUBLE_PEAK,
    /** A peak in the first half. */
    EARLY_PEAK,
    /** A peak in the second half. */
    LATE_PEAK,
    /** A peak in the middle. */
    BELL,
    /** A broad peak. */
    TURTLE,
    /** As given by time-phased work. */
    CONTOURED
}
