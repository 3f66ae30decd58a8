package dev.plumbline.model;

import dev.plumbline.calendar.WorkTime;

/**
 * A three-point estimate of a duration.
 *
 * @param optimistic if all goes well
 * @param mostLikely the mode
 * @param pessimistic if much goes wrong
 */
public record Estimate(WorkTime optimistic, WorkTime mostLikely, WorkTime pessimistic) {

    /** Checks the order of the three. */
    public Estimate {
        if (optimistic.compareTo(mostLikely) > 0 || mostLikely.compareTo(pessimistic) > 0) {
            throw new IllegalArgumentException("an estimate must rise from optimistic to pessimistic: %s, %s, %s"
                    .formatted(optimistic, mostLikely, pessimistic));
        }
    }
}
