package dev.plumbline.level;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.internal.network.ResourcePool;
import dev.plumbline.internal.util.Stopped;
import dev.plumbline.model.Resource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a schedule asks of a resource over time, and what there is of it. Immutable; prints as a histogram.
 *
 * <pre>{@code
 * var profile = ResourceProfile.of(plan, "crew");
 * profile.peak();
 * profile.overallocations();
 * System.out.println(profile);
 * }</pre>
 *
 * <p>An assignment asks for its units, spread by its contour or its time-phased work, whenever its calendars work: the
 * resource's, and the activity's own where it has one; the activity's alone where it ignores resource calendars. A resource
 * has its units while its calendar works and none otherwise.
 */
public final class ResourceProfile {

    private static final int MOST_BUCKETS = 5_000;

    private final Load load;
    private final double peak;
    private final List<Overallocation> overallocations;

    ResourceProfile(Load load) {
        this.load = load;
        Sweep sweep = Sweep.of(load);
        this.peak = sweep.peak() / (double) ResourcePool.UNIT;
        this.overallocations = List.copyOf(Overloads.of(load, sweep));
    }

    /**
     * Returns the profile of a resource in a schedule.
     *
     * @throws IllegalArgumentException if the project has no such work resource
     */
    public static ResourceProfile of(Schedule plan, String resource) {
        return of(plan).stream()
                .filter(profile -> profile.resource().id().equals(resource))
                .findFirst()
                .orElseThrow(() -> unknown(plan.project().name(), resource));
    }

    static IllegalArgumentException unknown(String project, String resource) {
        return new IllegalArgumentException("project '%s' has no work resource '%s'".formatted(project, resource));
    }

    /** Returns the profiles of all work resources in a schedule, in the order of the project. */
    public static List<ResourceProfile> of(Schedule plan) {
        return of(plan, true);
    }

    /** Returns the profiles, with or without what is only proposed. */
    static List<ResourceProfile> of(Schedule plan, boolean proposed) {
        ResourcePool pool = new ResourcePool();
        LevelPart part = new LevelPart(plan.project(), 0, plan.options(), pool, proposed, Stopped.NEVER);
        return Load.of(pool, List.of(part)).stream().map(ResourceProfile::new).toList();
    }

    /** Returns the resource. */
    public Resource resource() {
        return load.resource();
    }

    /** Returns the most units that are asked for at one time. */
    public double peak() {
        return peak;
    }

    /** Returns the units that are asked for at an instant. */
    public double demandAt(LocalDateTime instant) {
        return load.demand(Ticks.of(instant)) / (double) ResourcePool.UNIT;
    }

    /** Returns the units that there are at an instant: none outside working hours. */
    public double capacityAt(LocalDateTime instant) {
        return load.capacity(Ticks.of(instant)) / (double) ResourcePool.UNIT;
    }

    /** Returns where more is asked than there is, in order of time; what is done already counts only beside what is not. */
    public List<Overallocation> overallocations() {
        return overallocations;
    }

    /** Returns whether more is asked than there is, some time. */
    public boolean isOverallocated() {
        return !overallocations.isEmpty();
    }

    /**
     * A span of time.
     *
     * @param from the first instant
     * @param to the end
     */
    public record Span(LocalDateTime from, LocalDateTime to) {}

    /** Returns the span from the first work to the end of the last, if there is any. */
    public Optional<Span> span() {
        List<Load.Booking> all = load.bookings();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        long last = all.stream().mapToLong(Load.Booking::to).max().orElse(0);
        return Optional.of(new Span(Ticks.toDateTime(all.get(0).from()), Ticks.toDateTime(last)));
    }

    /** Returns the work that is asked for in all. */
    public WorkTime work() {
        return demandWork(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /**
     * Returns the moment of the profile, in squared units times hours: the sum over time of the square of the units asked for. Of
     * two profiles of the same work, that with the smaller moment is more even.
     */
    public double moment() {
        return load.moment() / WorkTime.hours(1).ticks();
    }

    /** Returns the share of the capacity that is asked for, from the first work to the last; 0 where there is none. */
    public double utilisation() {
        if (load.bookings().isEmpty()) {
            return 0;
        }
        long last = load.bookings().stream().mapToLong(Load.Booking::to).max().orElse(0);
        double there = load.work(load.bookings().get(0).from(), last);
        return there == 0 ? 0 : work().ticks() / there;
    }

    private WorkTime demandWork(long from, long to) {
        double sum = 0;
        for (Load.Booking booking : load.bookings()) {
            sum += load.work(booking, from, to);
        }
        return WorkTime.ofTicks(Math.round(sum));
    }

    /**
     * Demand and capacity in a span of time.
     *
     * @param from the first instant
     * @param to the end
     * @param demand the work asked for
     * @param capacity the work there is
     */
    public record Bucket(LocalDateTime from, LocalDateTime to, WorkTime demand, WorkTime capacity) {

        /** Returns whether more work is asked than there is. */
        public boolean isOverallocated() {
            return demand.ticks() > capacity.ticks();
        }
    }

    /**
     * Returns demand and capacity by spans of time, from the first work to the last.
     *
     * @throws IllegalArgumentException if that makes more than 5,000 spans
     */
    public List<Bucket> buckets(Granularity granularity) {
        if (load.bookings().isEmpty()) {
            return List.of();
        }
        long last = load.bookings().stream().mapToLong(Load.Booking::to).max().orElse(0);
        List<LocalDateTime> begins = new ArrayList<>();
        LocalDateTime at =
                granularity.floor(Ticks.toDateTime(load.bookings().get(0).from()));
        while (Ticks.of(at) < last) {
            begins.add(at);
            at = granularity.next(at);
            if (begins.size() > MOST_BUCKETS) {
                throw new IllegalArgumentException(
                        "a profile by %s has more than %s spans; use longer ones".formatted(granularity, MOST_BUCKETS));
            }
        }
        begins.add(at);
        return fill(begins);
    }

    private List<Bucket> fill(List<LocalDateTime> begins) {
        long[] ticks = begins.stream().mapToLong(Ticks::of).toArray();
        double[] demand = new double[ticks.length - 1];
        for (Load.Booking booking : load.bookings()) {
            int i = Arrays.binarySearch(ticks, booking.from());
            for (i = i >= 0 ? i : -i - 2; i < demand.length && ticks[i] < booking.to(); i++) {
                demand[i] += load.work(booking, ticks[i], ticks[i + 1]);
            }
        }
        List<Bucket> result = new ArrayList<>();
        for (int i = 0; i < demand.length; i++) {
            result.add(new Bucket(
                    begins.get(i),
                    begins.get(i + 1),
                    WorkTime.ofTicks(Math.round(demand[i])),
                    WorkTime.ofTicks(Math.round(load.work(ticks[i], ticks[i + 1])))));
        }
        return List.copyOf(result);
    }

    /** Returns a histogram of at most so many rows, by day, week or month. */
    public String histogram(int rows) {
        return Histogram.render(this, rows);
    }

    /** Returns a histogram of at most 40 rows. */
    @Override
    public String toString() {
        return histogram(40);
    }
}
