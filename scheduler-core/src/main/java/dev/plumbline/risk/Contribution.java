package dev.plumbline.risk;

import dev.plumbline.calendar.WorkTime;

/**
 * A share of the contingency. Immutable.
 *
 * @param kind of what
 * @param name the id of an activity or risk, the name of a driver or fork, {@code A > B} for a lag
 * @param time the share, working time of the project's calendar
 */
public record Contribution(Kind kind, String name, WorkTime time) {

    /** What makes a plan uncertain. */
    public enum Kind {
        /** The duration of an activity, before drivers and risks act on it. */
        ACTIVITY,
        /** A common driver. */
        DRIVER,
        /** An entry of the risk register. */
        RISK,
        /** A fork. */
        BRANCH,
        /** A lag. */
        LAG,
        /** What no single input explains, such as weather or the meeting of paths. */
        OTHER
    }
}
