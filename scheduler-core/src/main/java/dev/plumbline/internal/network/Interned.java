package dev.plumbline.internal.network;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.internal.calendar.CompiledCalendar;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** One compiled calendar for all calendars that work at the same times, so that equal ones are the same. */
final class Interned {

    private final Map<CompiledCalendar, CompiledCalendar> byContent = new HashMap<>();
    private final IdentityHashMap<WorkCalendar, CompiledCalendar> byIdentity = new IdentityHashMap<>();

    private final IdentityHashMap<CompiledCalendar, IdentityHashMap<CompiledCalendar, CompiledCalendar>> common =
            new IdentityHashMap<>();

    /** The calendar that works whenever both of these do, which must be interned. */
    synchronized CompiledCalendar common(CompiledCalendar one, CompiledCalendar other) {
        return common.computeIfAbsent(one, c -> new IdentityHashMap<>())
                .computeIfAbsent(other, c -> of(one.intersect(other)));
    }

    synchronized CompiledCalendar of(WorkCalendar calendar) {
        return byIdentity.computeIfAbsent(calendar, c -> of(c.compiled()));
    }

    synchronized CompiledCalendar of(CompiledCalendar calendar) {
        CompiledCalendar first = byContent.putIfAbsent(calendar, calendar);
        return first == null ? calendar : first;
    }
}
