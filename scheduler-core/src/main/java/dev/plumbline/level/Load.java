package dev.plumbline.level;

import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.internal.kernel.SharedTime;
import dev.plumbline.internal.kernel.UsageProfile;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.Requirements;
import dev.plumbline.internal.network.ResourcePool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The bookings of one resource in a schedule, in order of time. */
final class Load {

    private final ResourcePool pool;
    private final int resource;
    private final CompiledCalendar[] kinds;
    private final List<Booking> bookings;

    /**
     * A piece of work of an activity.
     *
     * @param part the project
     * @param a the activity
     * @param kind the number of the calendar
     * @param from the first tick
     * @param to the end, not included
     * @param units ten-thousandths of a unit
     * @param done whether it is reported as done
     */
    record Booking(LevelPart part, int a, int kind, long from, long to, long units, boolean done) {

        String id() {
            return part.id(a);
        }
    }

    private Load(ResourcePool pool, int resource, List<Booking> bookings) {
        this.pool = pool;
        this.resource = resource;
        this.kinds = pool.useCalendars(resource);
        bookings.sort(
                Comparator.comparingLong(Booking::from)); // stable: those that begin together stay in outline order
        this.bookings = bookings;
    }

    /** Returns the loads of all resources of a pool, by number. */
    static List<Load> of(ResourcePool pool, List<LevelPart> parts) {
        List<List<Booking>> all = new ArrayList<>();
        for (int r = 0; r < pool.size(); r++) {
            all.add(new ArrayList<>());
        }
        for (LevelPart part : parts) {
            collect(part, all);
        }
        List<Load> loads = new ArrayList<>();
        for (int r = 0; r < pool.size(); r++) {
            loads.add(new Load(pool, r, all.get(r)));
        }
        return loads;
    }

    private static void collect(LevelPart part, List<List<Booking>> into) {
        Requirements q = part.requirements();
        Network g = part.network();
        for (int a = 0; a < g.size; a++) {
            long start = q.originOf(a, part.times().earlyStart[a]);
            for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
                for (int p = q.firstPiece[u]; p < q.endPiece[u]; p++) {
                    long from = q.from(a, u, p, start);
                    long to = q.to(a, u, p, start);
                    if (from < to) {
                        into.get(q.resource[u])
                                .add(new Booking(part, a, q.calendarNumber[u], from, to, q.units[p], q.done[p]));
                    }
                }
            }
        }
    }

    List<Booking> bookings() {
        return bookings;
    }

    CompiledCalendar calendar() {
        return pool.calendar(resource);
    }

    CompiledCalendar[] kinds() {
        return kinds;
    }

    dev.plumbline.model.Resource resource() {
        return pool.resource(resource);
    }

    /** Returns the units that there are at an instant, whatever the calendar. */
    long units(long instant) {
        return pool.capacityAt(resource, instant);
    }

    long[] capacityFrom() {
        return pool.capacityFrom(resource);
    }

    /** Returns the units that there are at an instant: none outside the calendar. */
    long capacity(long instant) {
        return calendar().nextStart(instant) == instant ? units(instant) : 0;
    }

    boolean works(Booking booking, long instant) {
        return booking.from() <= instant
                && instant < booking.to()
                && kinds[booking.kind()].nextStart(instant) == instant;
    }

    /** Returns the units that all bookings ask for at an instant. */
    long demand(long instant) {
        long sum = 0;
        for (Booking booking : bookings) {
            if (booking.from() > instant) {
                break;
            }
            if (works(booking, instant)) {
                sum += booking.units();
            }
        }
        return sum;
    }

    /** Returns the sum over time of the square of the units asked for, in squared units times ticks. */
    double moment() {
        if (bookings.isEmpty()) {
            return 0;
        }
        UsageProfile profile =
                new UsageProfile(kinds, new SharedTime(bookings.get(0).from()));
        for (Booking booking : bookings) {
            profile.book(booking.kind(), booking.from(), booking.to(), booking.units());
        }
        return profile.moment() / ResourcePool.UNIT / ResourcePool.UNIT;
    }

    /** Returns the most units there ever are from an instant on. */
    long mostUnits() {
        long most = 0;
        for (long from : capacityFrom()) {
            most = Math.max(most, units(from));
        }
        return most;
    }

    /** Returns the work of a booking between two instants, in ticks of one unit. */
    double work(Booking booking, long from, long to) {
        long begin = Math.max(from, booking.from());
        long end = Math.min(to, booking.to());
        return begin >= end ? 0 : (double) kinds[booking.kind()].work(begin, end) * booking.units() / ResourcePool.UNIT;
    }

    /** Returns the work that there is between two instants, in ticks of one unit. */
    double work(long from, long to) {
        long[] cuts = capacityFrom();
        double sum = 0;
        for (int i = 0; i < cuts.length; i++) {
            long begin = Math.max(cuts[i], from);
            long end = Math.min(i + 1 < cuts.length ? cuts[i + 1] : Long.MAX_VALUE, to);
            if (begin < end) {
                sum += (double) calendar().work(begin, end) * units(begin) / ResourcePool.UNIT;
            }
        }
        return sum;
    }
}
