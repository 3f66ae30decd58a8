package dev.plumbline.cpm;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a date is what it is: the chain of steps that leads to it. Immutable; prints as sentences.
 *
 * @param activity the id of the activity
 * @param date the date that is explained
 * @param steps the steps in the order in which they happen, each beginning where the one before ends
 */
public record Explanation(String activity, LocalDateTime date, List<Step> steps) {

    /** Copies the steps. */
    public Explanation {
        steps = List.copyOf(steps);
    }

    /** Returns the sentences, a line each. */
    @Override
    public String toString() {
        return steps.stream().map(Step::sentence).collect(Collectors.joining("\n"));
    }
}
