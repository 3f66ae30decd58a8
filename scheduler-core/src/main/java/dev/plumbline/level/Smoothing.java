package dev.plumbline.level;

import dev.plumbline.cpm.ScheduleOptions;
import dev.plumbline.internal.util.Stopped;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Project;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * How a plan is smoothed: activities move within their float, and the finish stays, until what is asked of resources is as even as
 * can be found. Immutable; vary it with the {@code with} methods.
 *
 * <pre>{@code
 * var smoothed = Smoothing.DEFAULT.smooth(project);
 * smoothed.moment();                // and momentBefore()
 * smoothed.profile("crew").peak();  // and profileBefore("crew")
 * }</pre>
 *
 * <p>What is made small is the moment: the sum over time of the square of the units asked for, summed over the resources by their
 * weights. No peak rises, and no resource is asked for more than there is that was not before. Activities are tried one by
 * one, from the last to the first and back, at every position at which the demand can change; then some of them are shaken and it is
 * tried again, and the best is kept. Units, work and calendars never change; activities with priority 1000, with typed or
 * reported dates, with a date they must start or finish on, and those as late as possible stay.
 *
 * <p>A. R. Burgess, J. B. Killebrew: Variation in activity level on a cyclical arrow diagram. Journal of Industrial Engineering 13,
 * 1962, pp. 76-83. R. B. Harris: Precedence and Arrow Networking Techniques for Construction. Wiley, 1978.
 */
public final class Smoothing {

    /** All resources alike, with the usual effort. */
    public static final Smoothing DEFAULT = new Smoothing(Map.of(), 1, 300_000, 1);

    private final Map<String, Double> weights;
    private final double otherWeight;
    private final long effort;
    private final long seed;

    private Smoothing(Map<String, Double> weights, double otherWeight, long effort, long seed) {
        this.weights = weights;
        this.otherWeight = otherWeight;
        this.effort = effort;
        this.seed = seed;
    }

    /**
     * Returns the same smoothing, in which a resource counts so much; 1 is usual, with 0 it doesn't count at all.
     *
     * @throws IllegalArgumentException if the weight is negative or not a number
     */
    public Smoothing withWeight(String resource, double weight) {
        Objects.requireNonNull(resource, "resource");
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("weight %s of resource '%s'; use 0 or more".formatted(weight, resource));
        }
        Map<String, Double> more = new TreeMap<>(weights);
        more.put(resource, weight);
        return new Smoothing(Collections.unmodifiableMap(more), otherWeight, effort, seed);
    }

    /** Returns the same smoothing, in which only resources count that have a weight, these among them. */
    public Smoothing onlyResources(String... ids) {
        Smoothing result = new Smoothing(weights, 0, effort, seed);
        for (String id : ids) {
            result = weights.containsKey(id) ? result : result.withWeight(id, 1);
        }
        return result;
    }

    /**
     * Returns the same smoothing with another effort: about so many positions are tried after the sweeps of Burgess and Killebrew
     * have found nothing better; with 0 none.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Smoothing withEffort(long positions) {
        if (positions < 0) {
            throw new IllegalArgumentException("an effort of %s positions; use 0 or more".formatted(positions));
        }
        return new Smoothing(weights, otherWeight, positions, seed);
    }

    /** Returns the same smoothing with other random choices. */
    public Smoothing withSeed(long value) {
        return new Smoothing(weights, otherWeight, effort, value);
    }

    double weight(String resource) {
        return weights.getOrDefault(resource, otherWeight);
    }

    long effort() {
        return effort;
    }

    long seed() {
        return seed;
    }

    /**
     * Returns the smoothed plan.
     *
     * @throws PlumblineException if the plan can't be scheduled
     * @throws IllegalArgumentException if a weight names a resource that the project doesn't have
     */
    public Smoothed smooth(Project project) {
        return smooth(project, ScheduleOptions.DEFAULT);
    }

    /**
     * Returns the smoothed plan, scheduled with options. An interrupted thread ends the search with the best so far and stays
     * interrupted.
     *
     * @throws PlumblineException if the plan can't be scheduled
     * @throws IllegalArgumentException if a weight names a resource that the project doesn't have
     */
    public Smoothed smooth(Project project, ScheduleOptions options) {
        return smooth(project, options, Stopped.NEVER);
    }

    /**
     * Returns the plan as smooth as it is when the supplier says that it is time; it is asked often. An interrupted thread ends the
     * search likewise and stays interrupted.
     *
     * @throws PlumblineException if the plan can't be scheduled
     * @throws IllegalArgumentException if a weight names a resource that the project doesn't have
     */
    public Smoothed smooth(Project project, ScheduleOptions options, BooleanSupplier cancelled) {
        Objects.requireNonNull(cancelled, "cancelled");
        for (String id : weights.keySet()) {
            if (project.resources().stream().noneMatch(resource -> resource.id().equals(id))) {
                throw ResourceProfile.unknown(project.name(), id);
            }
        }
        return SmoothRun.run(project, this, options, Stopped.orInterrupted(cancelled));
    }

    /** Returns the weights and the effort in words. */
    @Override
    public String toString() {
        return "smoothing by moment%s, effort %s"
                .formatted(weights.isEmpty() ? "" : ", weights " + weights + (otherWeight == 0 ? " only" : ""), effort);
    }
}
