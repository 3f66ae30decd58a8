package dev.plumbline.cpm;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Activity;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A path through the network with the dates that it alone would give. Immutable.
 *
 * @param rank its place among the paths, from 1 for the longest
 * @param start the start of its first activity
 * @param finish the finish of its last activity if no other path held it back
 * @param length working time from start to finish on the project's calendar
 * @param behind working time from its finish to that of the project, on the project's calendar
 * @param activities the activities, first to last
 */
public record RankedPath(
        int rank,
        LocalDateTime start,
        LocalDateTime finish,
        WorkTime length,
        WorkTime behind,
        List<Activity> activities) {

    /** Copies the activities. */
    public RankedPath {
        activities = List.copyOf(activities);
    }

    /** Returns the path in a line, such as {@code 1 (12d): A -> B -> D}. */
    @Override
    public String toString() {
        return "%s (%s): %s"
                .formatted(rank, length, activities.stream().map(Activity::id).collect(Collectors.joining(" -> ")));
    }
}
