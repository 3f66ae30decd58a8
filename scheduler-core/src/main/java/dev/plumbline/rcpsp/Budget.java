package dev.plumbline.rcpsp;

/**
 * How much a search may spend; it stops at whichever limit comes first. Immutable.
 *
 * <p>A schedule is counted when a generation scheme places activities, every activity at most once; a double justification
 * counts two more. Schedules that are given up half-way count in full.
 *
 * @param schedules the most schedules to generate, at least 0
 * @param nanos the most wall-clock time, in nanoseconds, at least 0; with 0 the search returns its first schedule
 */
public record Budget(long schedules, long nanos) {

    private static final double NANOS = 1e9;

    /** Checks that nothing is negative. */
    public Budget {
        if (schedules < 0 || nanos < 0) {
            throw new IllegalArgumentException(
                    "a budget of %s schedules and %s ns; use 0 or more".formatted(schedules, nanos));
        }
    }

    /** Returns a budget of schedules: the same result on every machine and for any number of threads. */
    public static Budget schedules(long schedules) {
        return new Budget(schedules, Long.MAX_VALUE);
    }

    /** Returns a budget of wall-clock time. */
    public static Budget seconds(double seconds) {
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException("a budget of %s seconds; use 0 or more".formatted(seconds));
        }
        return new Budget(Long.MAX_VALUE, (long) (seconds * NANOS));
    }

    /** Returns a budget that ends where this one or the other ends. */
    public Budget and(Budget other) {
        return new Budget(Math.min(schedules, other.schedules), Math.min(nanos, other.nanos));
    }
}
