package dev.plumbline.level;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.level.Load.Booking;
import dev.plumbline.level.Sweep.Excess;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;

/** Sums of demand and capacity over a day, week or other span. */
final class BucketTest {

    private final Load load;
    private final Granularity granularity;
    private final DayOfWeek weekStart;

    BucketTest(Load load, ConflictRules rules) {
        this.load = load;
        this.granularity = rules.granularity();
        this.weekStart = rules.weekStart();
    }

    /**
     * A span in which more work is asked than there is.
     *
     * @param load whose
     * @param from the first tick
     * @param to the end
     * @param at the first instant in it at which too much is asked
     * @param who the bookings in it
     */
    record Bucket(Load load, long from, long to, long at, List<Booking> who) {}

    /** Returns the spans over which the sums are too great, in order of time, of those that a piece touches. */
    List<Bucket> over(Excess excess) {
        if (granularity == Granularity.MINUTE) {
            return List.of(new Bucket(load, excess.from(), excess.to(), excess.from(), excess.who()));
        }
        List<Bucket> found = new ArrayList<>();
        long from = Ticks.of(granularity.floor(Ticks.toDateTime(excess.from()), weekStart));
        while (from < excess.to()) {
            long to = Ticks.of(granularity.next(Ticks.toDateTime(from)));
            List<Booking> who = within(from, to);
            if (demand(who, from, to) > load.work(from, to) + 0.5) {
                found.add(new Bucket(load, from, to, Math.max(from, excess.from()), who));
            }
            from = to;
        }
        return found;
    }

    /** Returns whether bookings ask for too much in a span. */
    boolean isOver(List<Booking> who, long from, long to) {
        if (granularity == Granularity.MINUTE) {
            long sum = 0;
            for (Booking booking : who) {
                sum += booking.units();
            }
            return sum > load.capacity(from);
        }
        return demand(who, from, to) > load.work(from, to) + 0.5;
    }

    private List<Booking> within(long from, long to) {
        List<Booking> who = new ArrayList<>();
        for (Booking booking : load.bookings()) {
            if (booking.from() >= to) {
                break;
            }
            if (booking.to() > from && load.work(booking, from, to) > 0) {
                who.add(booking);
            }
        }
        return who;
    }

    private double demand(List<Booking> who, long from, long to) {
        double sum = 0;
        for (Booking booking : who) {
            sum += load.work(booking, from, to);
        }
        return sum;
    }
}
