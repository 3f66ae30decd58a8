package dev.plumbline.model;

import dev.plumbline.calendar.WorkTime;

/**
 * A three-point estimate of a duration, in working or in elapsed time. Immutable.
 *
 * @param optimistic if all goes well
 * @param mostLikely the mode
 * @param pessimistic if much goes wrong
 */
public record Estimate(WorkTime optimistic, WorkTime mostLikely, WorkTime pessimistic) {

    /** Checks the order of the three, that none is negative and that they are all working or all elapsed time. */
    public Estimate {
        if (optimistic.isElapsed() != mostLikely.isElapsed() || mostLikely.isElapsed() != pessimistic.isElapsed()) {
            throw new IllegalArgumentException("an estimate is in working or in elapsed time, not in both: %s, %s, %s"
                    .formatted(optimistic, mostLikely, pessimistic));
        }
        if (optimistic.isNegative()) {
            throw new IllegalArgumentException("an estimate begins at 0 or more: %s".formatted(optimistic));
        }
        if (optimistic.compareTo(mostLikely) > 0 || mostLikely.compareTo(pessimistic) > 0) {
            throw new IllegalArgumentException("an estimate must rise from optimistic to pessimistic: %s, %s, %s"
                    .formatted(optimistic, mostLikely, pessimistic));
        }
    }
}
