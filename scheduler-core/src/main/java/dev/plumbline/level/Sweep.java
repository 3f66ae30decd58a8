package dev.plumbline.level;

import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.level.Load.Booking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Goes through a load in order of time and finds its peak and where it asks for too much. */
final class Sweep {

    /*
     * Between two ends of bookings, the units booked by calendar are constant. Where their sum is within the capacity (and the
     * peak so far), nothing is looked at; where all work on the resource's own calendar, the span is worked time, found without
     * walking; otherwise the periods are walked. O(b log b) for b bookings, plus the walked periods.
     */

    private final Load load;
    private final CompiledCalendar[] kinds;
    private final boolean[] confined;
    private final long[] sum;
    private final TreeMap<Integer, Booking> active = new TreeMap<>();
    private long total;
    private long peak;
    private final List<Excess> excesses = new ArrayList<>();

    /**
     * A span in which more is asked than there is, evenly.
     *
     * @param from the first tick
     * @param to the end, not included
     * @param ticks worked ticks in between
     * @param demand units asked for
     * @param capacity units there are
     * @param who the bookings at work
     */
    record Excess(long from, long to, long ticks, long demand, long capacity, List<Booking> who) {}

    private Sweep(Load load) {
        this.load = load;
        this.kinds = load.kinds();
        this.confined = new boolean[kinds.length];
        this.sum = new long[kinds.length];
        for (int k = 0; k < kinds.length; k++) {
            confined[k] = kinds[k].intersect(load.calendar()).equals(kinds[k]);
        }
    }

    static Sweep of(Load load) {
        Sweep sweep = new Sweep(load);
        sweep.run();
        return sweep;
    }

    /** The most units at work at one instant. */
    long peak() {
        return peak;
    }

    List<Excess> excesses() {
        return excesses;
    }

    private void run() {
        List<Booking> starts = load.bookings();
        Integer[] ends = new Integer[starts.size()];
        Arrays.setAll(ends, i -> i);
        Arrays.sort(ends, Comparator.comparingLong(i -> starts.get(i).to()));
        long[] cuts = cuts(starts);
        int begun = 0;
        int ended = 0;
        for (int i = 0; i + 1 < cuts.length; i++) {
            while (ended < ends.length && starts.get(ends[ended]).to() <= cuts[i]) {
                Booking booking = starts.get(ends[ended]);
                active.remove(ends[ended++]);
                sum[booking.kind()] -= booking.units();
                total -= booking.units();
            }
            while (begun < starts.size() && starts.get(begun).from() <= cuts[i]) {
                Booking booking = starts.get(begun);
                active.put(begun++, booking);
                sum[booking.kind()] += booking.units();
                total += booking.units();
            }
            if (total > 0) {
                span(cuts[i], cuts[i + 1]);
            }
        }
    }

    private long[] cuts(List<Booking> bookings) {
        if (bookings.isEmpty()) {
            return new long[0];
        }
        long first = bookings.get(0).from();
        long last = bookings.stream().mapToLong(Booking::to).max().orElse(first);
        LongStream ends = bookings.stream().flatMapToLong(b -> LongStream.of(b.from(), b.to()));
        LongStream capacity = Arrays.stream(load.capacityFrom()).filter(cut -> cut > first && cut < last);
        return LongStream.concat(ends, capacity).sorted().distinct().toArray();
    }

    private void span(long from, long to) {
        long capacity = load.units(from);
        boolean inside = true;
        int used = 0;
        int only = 0;
        for (int k = 0; k < sum.length; k++) {
            if (sum[k] > 0) {
                inside &= confined[k];
                used++;
                only = k;
            }
        }
        if (inside && total <= capacity && total <= peak) {
            return;
        }
        if (used == 1 && inside && (total <= capacity || kinds[only].equals(load.calendar()))) {
            long begin = kinds[only].nextStart(from);
            if (begin < to) {
                peak = Math.max(peak, total);
                add(begin, Math.min(to, kinds[only].previousFinish(to)), kinds[only].work(from, to), total, capacity);
            }
            return;
        }
        walk(from, to, capacity);
    }

    /** Walks the periods of all calendars at work. */
    private void walk(long from, long to, long units) {
        long at = from;
        while (at < to) {
            long demand = 0;
            long next = to;
            for (int k = 0; k < sum.length; k++) {
                if (sum[k] > 0) {
                    boolean works = kinds[k].nextStart(at) == at;
                    demand += works ? sum[k] : 0;
                    next = Math.min(next, works ? kinds[k].periodEnd(at) : kinds[k].nextStart(at));
                }
            }
            if (demand > 0) {
                boolean open = load.calendar().nextStart(at) == at;
                next = Math.min(
                        next,
                        open ? load.calendar().periodEnd(at) : load.calendar().nextStart(at));
                peak = Math.max(peak, demand);
                add(at, next, next - at, demand, open ? units : 0);
            }
            at = next;
        }
    }

    private void add(long from, long to, long ticks, long demand, long capacity) {
        if (demand > capacity) {
            List<Booking> who = active.values().stream()
                    .filter(booking -> load.works(booking, from))
                    .toList();
            excesses.add(new Excess(from, to, ticks, demand, capacity, who));
        }
    }
}
