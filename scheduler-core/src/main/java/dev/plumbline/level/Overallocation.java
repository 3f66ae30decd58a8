package dev.plumbline.level;

import dev.plumbline.calendar.WorkTime;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A span in which more is asked of a resource than there is.
 *
 * @param resource the id of the resource
 * @param from the first instant
 * @param to the end
 * @param demand the units asked for at the worst of it
 * @param capacity the units there are then; none outside the resource's working hours
 * @param excess the work beyond the capacity, in all
 * @param activities the ids of the activities that ask, in order of their beginning
 */
public record Overallocation(
        String resource,
        LocalDateTime from,
        LocalDateTime to,
        double demand,
        double capacity,
        WorkTime excess,
        List<String> activities) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** Copies the activities. */
    public Overallocation {
        activities = List.copyOf(activities);
    }

    /** Returns a sentence, such as {@code crew from 2026-03-02 08:00 to 2026-03-03 16:00: 5 units asked, 4 there (B, C)}. */
    @Override
    public String toString() {
        return "%s from %s to %s: %s units asked, %s there (%s)"
                .formatted(
                        resource,
                        MINUTE.format(from),
                        MINUTE.format(to),
                        Amounts.units(demand),
                        Amounts.units(capacity),
                        Amounts.list(activities));
    }
}
