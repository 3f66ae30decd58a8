package dev.plumbline.internal.network;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.model.Availability;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The work resources that one or several projects share, numbered in the order in which they were first seen. */
public final class ResourcePool {

    /** Units are counted in ten-thousandths. */
    public static final long UNIT = 10_000;

    private static final double MOST_UNITS = 1e8;

    private final List<Resource> resources = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<CompiledCalendar> calendars = new ArrayList<>();
    private final List<List<CompiledCalendar>> uses = new ArrayList<>();
    private final Map<CompiledCalendar, CompiledCalendar> interned = new HashMap<>();

    /** Returns units in ten-thousandths. */
    public static long units(double units) {
        return Math.round(Math.min(Math.max(units, 0), MOST_UNITS) * UNIT);
    }

    /** Returns the number of a work resource by its id, which is added if it is new; -1 for other resources. */
    int add(Resource resource, CompiledCalendar calendar) {
        if (resource.type() != ResourceType.WORK) {
            return -1;
        }
        Integer known = numbers.putIfAbsent(resource.id(), resources.size());
        if (known != null) {
            return known;
        }
        resources.add(resource);
        calendars.add(intern(calendar));
        uses.add(new ArrayList<>());
        return resources.size() - 1;
    }

    /** Returns the one object of this pool that stands for equal calendars. */
    public CompiledCalendar intern(CompiledCalendar calendar) {
        CompiledCalendar first = interned.putIfAbsent(calendar, calendar);
        return first == null ? calendar : first;
    }

    /** Returns the place of a calendar among those on which a resource is used. */
    @SuppressWarnings("ReferenceEquality") // equal calendars of a pool are one object
    int calendarNumber(int resource, CompiledCalendar calendar) {
        List<CompiledCalendar> known = uses.get(resource);
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i) == calendar) {
                return i;
            }
        }
        known.add(calendar);
        return known.size() - 1;
    }

    /** Returns how many resources there are. */
    public int size() {
        return resources.size();
    }

    /** Returns a resource by its number. */
    public Resource resource(int number) {
        return resources.get(number);
    }

    /** Returns the number of a resource, or -1. */
    public int numberOf(String id) {
        return numbers.getOrDefault(id, -1);
    }

    /** Returns the calendar of a resource. */
    public CompiledCalendar calendar(int resource) {
        return calendars.get(resource);
    }

    /** Returns the calendars on which a resource is used, in the order of their numbers. */
    public CompiledCalendar[] useCalendars(int resource) {
        return uses.get(resource).toArray(CompiledCalendar[]::new);
    }

    /** Returns where the capacity of a resource changes; the first instant is the beginning of time. */
    public long[] capacityFrom(int resource) {
        List<Availability> table = resources.get(resource).availability();
        if (table.isEmpty()) {
            return new long[] {Long.MIN_VALUE};
        }
        long[] cuts = new long[1 + 2 * table.size()];
        int size = 1;
        cuts[0] = Long.MIN_VALUE;
        for (long cut : table.stream()
                .flatMapToLong(row -> java.util.stream.LongStream.of(Ticks.of(row.from()), Ticks.of(row.to())))
                .sorted()
                .distinct()
                .toArray()) {
            cuts[size++] = cut;
        }
        return java.util.Arrays.copyOf(cuts, size);
    }

    /** Returns how many units there are from an instant of {@link #capacityFrom} on, whatever the calendar. */
    public long capacityAt(int resource, long instant) {
        Resource owner = resources.get(resource);
        if (owner.availability().isEmpty()) {
            return units(owner.maxUnits());
        }
        for (Availability row : owner.availability()) {
            if (Ticks.of(row.from()) <= instant && instant < Ticks.of(row.to())) {
                return units(row.units());
            }
        }
        return 0;
    }
}
