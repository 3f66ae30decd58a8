package dev.plumbline.model;

/** How much a problem matters, from the worst down. */
public enum Severity {
    /** The input can't be used. */
    ERROR,
    /** The input is used, and something in it deserves a look. */
    WARNING,
    /** Worth knowing. */
    INFO
}
