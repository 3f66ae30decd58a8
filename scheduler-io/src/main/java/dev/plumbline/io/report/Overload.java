package dev.plumbline.io.report;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Resource;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A span of time in which a resource is asked for more than there is. No working time of the resource without overload lies
 * inside.
 *
 * @param resource the resource
 * @param from the first overloaded instant
 * @param to the end, not included
 * @param demand the units asked for where most are missing, in ten-thousandths
 * @param capacity the units there are at that time, in ten-thousandths
 * @param missing the work that doesn't fit, summed over the span, in hours of one unit
 * @param activities ids of activities that ask for it at that time, in outline order, at most {@value #MOST_ACTIVITIES}
 * @param activityCount how many they are
 */
record Overload(
        Resource resource,
        LocalDateTime from,
        LocalDateTime to,
        long demand,
        long capacity,
        WorkTime missing,
        List<String> activities,
        int activityCount) {

    /** How many activities are named. */
    static final int MOST_ACTIVITIES = 5;

    Overload {
        activities = List.copyOf(activities);
    }
}
