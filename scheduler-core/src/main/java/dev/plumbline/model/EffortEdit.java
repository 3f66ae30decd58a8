package dev.plumbline.model;

import dev.plumbline.calendar.WorkTime;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What follows when one of work, duration and units is edited.
 *
 * <p>Which of them follows is a table, by the rule of the activity and what is edited:
 *
 * <pre>
 *                    units      duration   work
 * fixed units        duration   work       duration
 * fixed duration     work       work       units
 * fixed work         duration   units      duration
 * </pre>
 *
 * <p>Source: Microsoft Support, "Change the task type for more accurate scheduling".
 */
final class EffortEdit {

    private enum Quantity {
        UNITS,
        DURATION,
        WORK
    }

    private final Effort effort;
    private final Activity activity;
    private final List<Booking> before;
    private final long left;

    EffortEdit(Effort effort) {
        this.effort = effort;
        this.activity = effort.activity();
        this.before = effort.bookings();
        this.left = activity.remainingDuration().ticks();
    }

    private Quantity follows(Quantity edited) {
        return switch (activity.effortRule()) {
            case FIXED_UNITS -> edited == Quantity.DURATION ? Quantity.WORK : Quantity.DURATION;
            case FIXED_DURATION -> edited == Quantity.WORK ? Quantity.UNITS : Quantity.WORK;
            case FIXED_WORK -> edited == Quantity.DURATION ? Quantity.UNITS : Quantity.DURATION;
        };
    }

    /** The ends of all assignments move in proportion; their delays stay. */
    Effort duration(WorkTime duration) {
        long done = activity.actualDuration().ticks();
        long newLeft = duration.ticks() - done;
        if (newLeft < 0) {
            throw new IllegalArgumentException(
                    "activity '%s' can't take %s: %s of it are done; report it finished or correct what is done"
                            .formatted(activity.id(), duration, activity.actualDuration()));
        }
        if (newLeft == left) {
            return EffortResult.of(effort, duration, before, before, left);
        }
        boolean unitsFollow = follows(Quantity.DURATION) == Quantity.UNITS;
        return EffortResult.of(effort, duration, before, map(b -> over(b, newLeft, unitsFollow)), newLeft);
    }

    private Booking over(Booking booking, long newLeft, boolean unitsFollow) {
        double end = booking.fills(left) || left == 0 ? newLeft : booking.end() * ((double) newLeft / left);
        double length = Math.max(0, end - booking.delay());
        if (!unitsFollow || booking.remaining() == 0) {
            return booking.overLength(length);
        }
        if (length <= 0 && booking.units() > 0) {
            throw new IllegalArgumentException(
                    "the work of assignment '%s' on activity '%s' is fixed and can't be done in no time"
                            .formatted(booking.assignment().id(), activity.id()));
        }
        return booking.unitsOver(length);
    }

    Effort units(Assignment assignment, double units) {
        if (!(units >= 0 && units < 1e12)) {
            throw new IllegalArgumentException(
                    "assignment '%s' can't have %s units; use 0 or more".formatted(assignment.id(), units));
        }
        if (!effort.isWork(assignment)) {
            return effort.replaced(assignment, a -> a.units(units));
        }
        boolean workFollows = follows(Quantity.UNITS) == Quantity.WORK;
        return change(assignment, b -> workFollows ? workAt(b, units) : durationAt(b, units));
    }

    private Booking workAt(Booking booking, double units) {
        double length = booking.units() > 0 ? booking.length() : Math.max(0, left - booking.delay());
        return booking.withUnits(units).overLength(length);
    }

    private Booking durationAt(Booking booking, double units) {
        if (booking.remaining() == 0) {
            return workAt(booking, units); // nothing to keep: the first units make the work
        }
        if (units == 0) {
            throw new IllegalArgumentException(
                    "assignment '%s' has work that no one would do at 0 units; unassign the resource instead"
                            .formatted(booking.assignment().id()));
        }
        return booking.withUnits(units);
    }

    Effort work(Assignment assignment, WorkTime work) {
        requireWork(assignment);
        return change(assignment, b -> worked(b, work.ticks() - b.actual()));
    }

    private void requireWork(Assignment assignment) {
        if (!effort.isWork(assignment)) {
            throw new IllegalArgumentException(
                    "assignment '%s' has no work: it is not one of a work resource; edit its units"
                            .formatted(assignment.id()));
        }
    }

    /** Spreads the remaining work over the assignments as it is spread now, by units where there is none. */
    Effort work(WorkTime work) {
        if (before.isEmpty()) {
            throw new IllegalArgumentException(
                    "activity '%s' has no work resource; assign one before giving work".formatted(activity.id()));
        }
        long remaining =
                work.ticks() - before.stream().mapToLong(Booking::actual).sum();
        boolean byWork = before.stream().anyMatch(b -> b.remaining() > 0);
        double[] weights = before.stream()
                .mapToDouble(b -> byWork ? b.remaining() : b.units())
                .toArray();
        long[] shares = Shares.of(remaining, weights);
        int[] next = {0};
        return finish(map(b -> worked(b, shares[next[0]++])));
    }

    private Booking worked(Booking booking, long remaining) {
        if (remaining < 0 || booking.actual() + remaining < booking.overtime()) {
            throw new IllegalArgumentException(
                    "assignment '%s' has %s of actual work and %s of overtime; its work can't be less"
                            .formatted(
                                    booking.assignment().id(),
                                    hours(booking, booking.actual()),
                                    hours(booking, booking.overtime())));
        }
        boolean unitsFollow = follows(Quantity.WORK) == Quantity.UNITS;
        if (!unitsFollow && remaining > 0 && booking.units() <= 0) {
            throw new IllegalArgumentException("assignment '%s' has 0 units; give it units before work"
                    .formatted(booking.assignment().id()));
        }
        Booking edited = booking.withRemaining(remaining);
        if (!unitsFollow) {
            return edited;
        }
        double length = booking.length() > 0 ? booking.length() : left - booking.delay();
        if (length <= 0 && remaining > 0) {
            throw new IllegalArgumentException(
                    "the duration of activity '%s' is fixed and nothing of it is left for work; lengthen it first"
                            .formatted(activity.id()));
        }
        return edited.unitsOver(length);
    }

    Effort overtime(Assignment assignment, WorkTime overtime) {
        requireWork(assignment);
        return change(assignment, b -> {
            boolean allOfIt = overtime.ticks() >= b.actual() + b.remaining();
            if (overtime.isNegative() || (allOfIt && !overtime.isZero())) {
                throw new IllegalArgumentException(
                        "assignment '%s' has %s of work; less than that can be overtime, not %s"
                                .formatted(assignment.id(), hours(b, b.actual() + b.remaining()), overtime));
            }
            Booking edited = b.withOvertime(overtime.ticks());
            return follows(Quantity.WORK) == Quantity.UNITS ? edited.unitsOver(b.length()) : edited;
        });
    }

    /** A new contour needs no time-phased work; where the duration is fixed it takes work away, else it takes longer. */
    Effort contour(Assignment assignment, Contour contour) {
        requireWork(assignment);
        if (contour == Contour.CONTOURED) {
            throw new IllegalArgumentException(
                    "assignment '%s': a contour of its own is given by time-phased work".formatted(assignment.id()));
        }
        return change(assignment, b -> {
            Assignment shaped = assignment.with(a -> a.contour(contour)
                    .timephased(assignment.timephased().stream()
                            .filter(t -> t.kind() != TimephasedWork.Kind.REMAINING)
                            .toList()));
            Booking edited = b.withShape(contour.average()).with(shaped);
            return activity.effortRule() == EffortRule.FIXED_DURATION ? edited.overLength(b.length()) : edited;
        });
    }

    private Effort change(Assignment assignment, UnaryOperator<Booking> change) {
        return finish(map(b -> b.assignment().id().equals(assignment.id()) ? change.apply(b) : b));
    }

    private List<Booking> map(UnaryOperator<Booking> change) {
        return before.stream().map(change).toList();
    }

    private Effort finish(List<Booking> after) {
        long newLeft = activity.effortRule() == EffortRule.FIXED_DURATION
                ? left
                : EffortResult.remainingDuration(before, after, left);
        return EffortResult.of(effort, activity.duration(), before, after, newLeft);
    }

    private static WorkTime hours(Booking booking, long ticks) {
        return booking.assignment().work().withTicks(ticks);
    }
}
