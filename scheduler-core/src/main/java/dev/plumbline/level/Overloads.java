package dev.plumbline.level;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.network.ResourcePool;
import dev.plumbline.level.Sweep.Excess;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Joins the pieces in which a load asks for too much to overallocations: those without working time between them are one. */
final class Overloads {

    private final Load load;
    private final List<List<Excess>> groups = new ArrayList<>();

    private Overloads(Load load, List<Excess> excesses) {
        this.load = load;
        for (Excess excess : excesses) {
            List<Excess> last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last != null && joins(last.get(last.size() - 1).to(), excess.from())) {
                last.add(excess);
            } else {
                List<Excess> next = new ArrayList<>();
                next.add(excess);
                groups.add(next);
            }
        }
    }

    /** Returns the groups of pieces; those with nothing left to do are left out. */
    static List<List<Excess>> groups(Load load, Sweep sweep) {
        List<Excess> open = sweep.excesses().stream()
                .filter(excess -> !excess.who().stream().allMatch(Load.Booking::done))
                .toList();
        return new Overloads(load, open).groups;
    }

    static List<Overallocation> of(Load load, Sweep sweep) {
        return groups(load, sweep).stream().map(group -> join(load, group)).toList();
    }

    private boolean joins(long end, long begin) {
        return end == begin || load.calendar().work(end, begin) == 0;
    }

    static Overallocation join(Load load, List<Excess> group) {
        Excess worst = group.get(0);
        double missing = 0;
        Set<String> who = new LinkedHashSet<>();
        for (Excess piece : group) {
            worst = piece.demand() - piece.capacity() > worst.demand() - worst.capacity() ? piece : worst;
            missing += (double) (piece.demand() - piece.capacity()) * piece.ticks() / ResourcePool.UNIT;
            piece.who().forEach(booking -> who.add(booking.id()));
        }
        return new Overallocation(
                load.resource().id(),
                Ticks.toDateTime(group.get(0).from()),
                Ticks.toDateTime(group.get(group.size() - 1).to()),
                worst.demand() / (double) ResourcePool.UNIT,
                worst.capacity() / (double) ResourcePool.UNIT,
                WorkTime.ofTicks(Math.round(missing)),
                List.copyOf(who));
    }
}
