package dev.plumbline.risk;

import java.util.List;

/**
 * One way a plan may go: activities that are done only with a probability. Those of a branch that isn't taken last no time and
 * cost nothing; their relationships go on tying their neighbours. Immutable.
 *
 * @param probability that it is taken, 0 to 1
 * @param activities the ids of the activities, at least one
 */
public record Branch(double probability, List<String> activities) {

    /** Checks the probability and that there are activities. */
    public Branch {
        Amount.probability(probability);
        activities = List.copyOf(activities);
        if (activities.isEmpty()) {
            throw new IllegalArgumentException("a branch needs at least one activity");
        }
    }

    /** Returns a branch. */
    public static Branch of(double probability, String... activities) {
        return new Branch(probability, List.of(activities));
    }
}
