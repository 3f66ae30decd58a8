package dev.plumbline.graph;

import java.util.Objects;

/**
 * An edge of the work breakdown structure.
 *
 * @param summary the id of the summary
 * @param activity the id of a row directly below it
 */
public record WbsEdge(String summary, String activity) {

    /** Checks that both are given. */
    public WbsEdge {
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(activity, "activity");
    }

    /** Returns the edge as {@code S > A}. */
    @Override
    public String toString() {
        return summary + " > " + activity;
    }
}
