package dev.plumbline.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What follows when a resource joins or leaves an activity.
 *
 * <p>The first work resource makes the work: duration x units. After that, effort-driven activities keep their remaining work,
 * divided anew by units, so that either the duration or, where it is fixed, the units change; others gain and lose work.
 */
final class Team {

    private final Effort effort;
    private final Activity activity;
    private final List<Booking> before;
    private final long left;

    Team(Effort effort) {
        this.effort = effort;
        this.activity = effort.activity();
        this.before = effort.bookings();
        this.left = activity.remainingDuration().ticks();
    }

    private boolean keepsWork() {
        return activity.effortDriven() || activity.effortRule() == EffortRule.FIXED_WORK;
    }

    Effort join(Assignment assignment) {
        if (!effort.isWork(assignment)) {
            List<Assignment> all = new ArrayList<>(effort.assignments());
            all.add(assignment);
            return effort.with(activity, all);
        }
        if (before.isEmpty()) {
            return result(List.of(Booking.of(activity, assignment)), left);
        }
        Booking added = Booking.of(activity.with(a -> a.progress(Progress.NONE)), assignment);
        List<Booking> after = new ArrayList<>(before);
        if (!keepsWork()) {
            after.add(added.overLength((double) left));
            return result(after, left);
        }
        after.add(added.withRemaining(0));
        return divide(after, after);
    }

    Effort leave(Assignment assignment) {
        if (!effort.isWork(assignment)) {
            return effort.with(
                    activity,
                    effort.assignments().stream()
                            .filter(a -> !a.id().equals(assignment.id()))
                            .toList());
        }
        List<Booking> stay = new ArrayList<>();
        List<Booking> after = new ArrayList<>();
        for (Booking booking : before) {
            if (!booking.assignment().id().equals(assignment.id())) {
                stay.add(booking);
                after.add(booking);
            } else if (booking.actual() > 0) {
                after.add(booking.withRemaining(0)); // what was done stays done
            }
        }
        if (stay.isEmpty()) {
            return result(after, left);
        }
        if (!keepsWork()) {
            return result(after, newLeft(after));
        }
        return divide(after, stay);
    }

    /** Divides the remaining work of before among those who stay or join, by units. */
    private Effort divide(List<Booking> after, List<Booking> sharers) {
        long remaining = before.stream().mapToLong(Booking::remaining).sum();
        double[] units = sharers.stream().mapToDouble(Booking::units).toArray();
        if (DoubleStream.of(units).sum() <= 0) {
            return result(after, left); // no one to do it
        }
        long[] shares = Shares.of(remaining, units);
        List<Booking> result = new ArrayList<>();
        for (Booking booking : after) {
            int at = sharers.indexOf(booking);
            Booking given = at < 0 ? booking : booking.withRemaining(shares[at]);
            boolean fixed = activity.effortRule() == EffortRule.FIXED_DURATION;
            result.add(fixed && at >= 0 ? given.unitsOver((double) (left - given.delay())) : given);
        }
        return result(result, newLeft(result));
    }

    private long newLeft(List<Booking> after) {
        return activity.effortRule() == EffortRule.FIXED_DURATION
                ? left
                : EffortResult.remainingDuration(before, after, left);
    }

    private Effort result(List<Booking> after, long newLeft) {
        return EffortResult.of(effort, activity.duration(), before, after, newLeft);
    }
}
