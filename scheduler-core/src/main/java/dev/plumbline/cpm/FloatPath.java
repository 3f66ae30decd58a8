package dev.plumbline.cpm;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Activity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A chain of activities that leads to an end activity, or joins a chain of lower number on the way to it. Immutable.
 *
 * @param number its place among the float paths, from 1
 * @param by what the paths are ranked by
 * @param pathFloat the float where it joins: the last activity's total float, or, by free float, the sum of the gaps along the
 *     relationships from it to the end activity
 * @param activities the activities, first to last
 * @param joins the activity, on a path of lower number, that the last activity precedes; empty for the first path
 */
public record FloatPath(int number, By by, WorkTime pathFloat, List<Activity> activities, Optional<Activity> joins) {

    /** What float paths are ranked by. */
    public enum By {
        /** The total floats of activities. */
        TOTAL_FLOAT,
        /** The gaps of relationships. */
        FREE_FLOAT
    }

    /** Copies the activities. */
    public FloatPath {
        activities = List.copyOf(activities);
    }

    /** Returns the path in a line, such as {@code 2 (3d): B -> D, joins E}. */
    @Override
    public String toString() {
        return "%s (%s): %s%s"
                .formatted(
                        number,
                        pathFloat,
                        activities.stream().map(Activity::id).collect(Collectors.joining(" -> ")),
                        joins.map(a -> ", joins " + a.id()).orElse(""));
    }
}
