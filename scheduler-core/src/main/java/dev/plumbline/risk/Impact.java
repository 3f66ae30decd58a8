package dev.plumbline.risk;

import java.util.Objects;

/**
 * What a risk does to an activity when it occurs. Immutable.
 *
 * @param kind what changes
 * @param activity the id of the activity
 * @param size by how much; a time for a delay, a plain number else
 */
public record Impact(Kind kind, String activity, Distribution size) {

    /** What a risk changes. */
    public enum Kind {
        /** Adds time to the duration; of an activity in progress, to what remains. */
        DELAY,
        /** Stretches the duration by a share: 0.2 for 20 % more. */
        STRETCH,
        /** Adds cost. */
        COST
    }

    /** Checks that a delay is a time and nothing else is. */
    public Impact {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(activity, "activity");
        Objects.requireNonNull(size, "size");
        if ((kind == Kind.DELAY) != size.isTime()) {
            throw new IllegalArgumentException(
                    kind == Kind.DELAY
                            ? "the delay of activity '%s' is %s; give times such as days(2)".formatted(activity, size)
                            : "%s of activity '%s' is %s; give plain numbers"
                                    .formatted(kind == Kind.COST ? "the cost" : "the stretch", activity, size));
        }
    }

    /** Returns kind, activity and size. */
    @Override
    public String toString() {
        return switch (kind) {
            case DELAY -> activity + " + " + size;
            case STRETCH -> activity + " x (1 + " + size + ")";
            case COST -> "cost of " + activity + " + " + size;
        };
    }
}
