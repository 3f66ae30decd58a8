package dev.plumbline.risk;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Activity;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A path through the network whose length is taken as normal. Immutable.
 *
 * @param rank its place among the paths, from 1 for the one that is expected to finish last
 * @param finish when it finishes if every activity takes its expected duration
 * @param mean the working time from its start to its finish by expected durations, on the project's calendar
 * @param standardDeviation the root of the sum of the variances along it, in working time of the project's calendar
 * @param activities the activities, first to last
 */
public record PertPath(
        int rank, LocalDateTime finish, WorkTime mean, WorkTime standardDeviation, List<Activity> activities) {

    /** Copies the activities. */
    public PertPath {
        activities = List.copyOf(activities);
    }

    /** Returns the path in a line, such as {@code 1: mean 44w, standard deviation 3w: A -> B -> C}. */
    @Override
    public String toString() {
        return "%s: mean %s, standard deviation %s: %s"
                .formatted(
                        rank,
                        mean,
                        standardDeviation,
                        activities.stream().map(Activity::id).collect(Collectors.joining(" -> ")));
    }
}
