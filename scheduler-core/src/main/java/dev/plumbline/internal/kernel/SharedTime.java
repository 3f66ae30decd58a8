package dev.plumbline.internal.kernel;

import dev.plumbline.internal.calendar.CompiledCalendar;
import java.util.IdentityHashMap;

/** The time that two calendars share, each pair computed once for all resources. */
public final class SharedTime {

    private static final long WINDOW = 20L * 366 * 14_400;

    private final IdentityHashMap<CompiledCalendar, IdentityHashMap<CompiledCalendar, CompiledCalendar>> shared =
            new IdentityHashMap<>();
    private final IdentityHashMap<CompiledCalendar, IdentityHashMap<CompiledCalendar, Long>> holes =
            new IdentityHashMap<>();
    private final long from;

    /** Looks at holes in shared time over the twenty years after an instant. */
    public SharedTime(long from) {
        this.from = from;
    }

    /** Returns the calendar that works whenever both do. */
    CompiledCalendar of(CompiledCalendar one, CompiledCalendar other) {
        return shared.computeIfAbsent(one, c -> new IdentityHashMap<>())
                .computeIfAbsent(other, c -> one.intersect(other));
    }

    /** Returns the most that a calendar works without sharing time with the other. */
    long longestHole(CompiledCalendar own, CompiledCalendar other) {
        return holes.computeIfAbsent(own, c -> new IdentityHashMap<>())
                .computeIfAbsent(other, c -> longestHole(own, of(own, other), from + WINDOW));
    }

    private long longestHole(CompiledCalendar own, CompiledCalendar both, long limit) {
        long longest = 0;
        long at = both.nextStart(from);
        while (at < limit) {
            long begin = both.periodEnd(at);
            long next = both.nextStart(begin);
            if (next == Long.MAX_VALUE) {
                return Long.MAX_VALUE;
            }
            longest = Math.max(longest, own.work(begin, next));
            at = next;
        }
        return longest;
    }
}
