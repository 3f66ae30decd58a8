package dev.plumbline.rcpsp;

import dev.plumbline.internal.rcpsp.Bound;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A length that no schedule of an instance can go below, and the argument that shows it. Immutable.
 *
 * <pre>{@code
 * LowerBound bound = Rcpsp.lowerBound(instance);
 * bound.length();      // 43
 * bound.sentence();    // the longest path 1 -> 3 -> 9 takes 43
 * bound.gap(45);       // 0.044
 * }</pre>
 *
 * @param length the least length of a schedule
 * @param argument what shows it
 * @param activities the activities of the longest path in their order, or of the set of which no two can run together,
 *     numbered from 0; empty for the other arguments
 * @param resource the resource, numbered from 0, whose work fills the length; empty for the other arguments
 */
public record LowerBound(int length, Argument argument, List<Integer> activities, OptionalInt resource) {

    /** The ways to show that no schedule is shorter; each needs more time than the one before. */
    public enum Argument {
        /** The longest path of relationships. */
        CRITICAL_PATH,
        /** All work of one resource at its full capacity. */
        RESOURCE_ENERGY,
        /** A set of activities of which no two can run together, and what must come before and after it. */
        DISJUNCTIVE,
        /**
         * Any shorter length leaves some activity no window, by relationships, pairs that exclude each other and the time-table
         * of what must run at certain times (R. Klein, A. Scholl, European Journal of Operational Research 112, 1999, 322-346).
         */
        TIME_TABLE,
        /**
         * In any shorter length some interval must hold more work than it can, after edge-finding and energetic reasoning
         * (P. Baptiste, C. Le Pape, W. Nuijten: Constraint-Based Scheduling, 2001).
         */
        ENERGETIC_REASONING,
        /**
         * An exact search refuted every shorter length (A. Schutt, T. Feydy, P. J. Stuckey, M. G. Wallace: Explaining the
         * cumulative propagator, Constraints 16, 2011, 250-282).
         */
        EXACT_SEARCH
    }

    /** Checks the length and copies the activities. */
    public LowerBound {
        Objects.requireNonNull(argument, "argument");
        Objects.requireNonNull(resource, "resource");
        activities = List.copyOf(activities);
        if (length < 0) {
            throw new IllegalArgumentException("a lower bound of %s; use 0 or more".formatted(length));
        }
        if (argument == Argument.RESOURCE_ENERGY && resource.isEmpty()) {
            throw new IllegalArgumentException("a bound by the work of a resource names no resource");
        }
    }

    static LowerBound of(Bound bound) {
        Argument argument = switch (bound.kind()) {
            case PATH -> Argument.CRITICAL_PATH;
            case ENERGY -> Argument.RESOURCE_ENERGY;
            case EXCLUSION -> Argument.DISJUNCTIVE;
            case WINDOWS -> Argument.TIME_TABLE;
            case INTERVALS -> Argument.ENERGETIC_REASONING;
            case SEARCH -> Argument.EXACT_SEARCH;
        };
        OptionalInt resource = bound.resource() < 0 ? OptionalInt.empty() : OptionalInt.of(bound.resource());
        return new LowerBound(
                bound.length(),
                argument,
                Arrays.stream(bound.activities()).boxed().toList(),
                resource);
    }

    /** Returns how much shorter than a schedule of a length another might be, as a fraction of that length; 0 if none can be. */
    public double gap(int makespan) {
        return makespan <= length ? 0 : (makespan - length) / (double) makespan;
    }

    /** Returns whether this proves a schedule of a length to be as short as possible. */
    public boolean proves(int makespan) {
        return makespan <= length;
    }

    /** Returns the argument in words, with activities and resources numbered from 1, as in the files. */
    public String sentence() {
        return switch (argument) {
            case CRITICAL_PATH -> "the longest path%s takes %s".formatted(numbers(" ", " -> "), length);
            case RESOURCE_ENERGY ->
                "the work of resource R%s at its full capacity takes %s".formatted(resource.orElse(0) + 1, length);
            case DISJUNCTIVE ->
                "of the activities%s no two can run together; with what must come before and after they take %s"
                        .formatted(numbers(" ", ", "), length);
            case TIME_TABLE -> "a schedule shorter than %s leaves some activity no time to run".formatted(length);
            case ENERGETIC_REASONING ->
                "a schedule shorter than %s asks for more work in some interval than it can hold".formatted(length);
            case EXACT_SEARCH -> "an exact search found that no schedule is shorter than %s".formatted(length);
        };
    }

    private String numbers(String before, String between) {
        return activities.isEmpty()
                ? ""
                : activities.stream()
                        .map(a -> Integer.toString(a + 1))
                        .collect(Collectors.joining(between, before, ""));
    }

    @Override
    public String toString() {
        return "%s: %s".formatted(length, sentence());
    }
}
