package dev.plumbline.model;

import java.util.Objects;

/**
 * A precedence relationship between two activities.
 *
 * @param predecessor the id of the activity that drives
 * @param successor the id of the activity that is driven
 * @param type which ends of the two activities are tied together
 * @param lag the wait between the two ends
 */
public record Relationship(String predecessor, String successor, RelationshipType type, Lag lag) {

    /** Checks that everything is given. */
    public Relationship {
        Objects.requireNonNull(predecessor, "predecessor");
        Objects.requireNonNull(successor, "successor");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(lag, "lag");
    }

    /** Returns a finish-to-start relationship without lag. */
    public static Relationship finishToStart(String predecessor, String successor) {
        return new Relationship(predecessor, successor, RelationshipType.FS, Lag.NONE);
    }

    /** Returns the relationship as {@code A -FS+2d-> B}. */
    @Override
    public String toString() {
        String wait = lag.isZero() ? "" : (lag.isNegative() ? "" : "+") + lag;
        return predecessor + " -" + type + wait + "-> " + successor;
    }
}
