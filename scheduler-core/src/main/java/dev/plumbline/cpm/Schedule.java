package dev.plumbline.cpm;

import dev.plumbline.model.Activity;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.time.LocalDateTime;
import java.util.List;

/** A scheduled project. Being written; these methods stay. */
public interface Schedule {

    /** Returns the project that was scheduled. */
    Project project();

    /** Returns the options it was scheduled with. */
    ScheduleOptions options();

    /** Returns the earliest start of all activities. */
    LocalDateTime start();

    /** Returns the latest finish of all activities. */
    LocalDateTime finish();

    /** Returns the times of an activity. Throws IllegalArgumentException if there is none. */
    ActivityTimes of(String id);

    /** Returns the times of all rows, in outline order. */
    List<ActivityTimes> activities();

    /** Returns the critical activities and milestones, summaries left out, in order of early start. */
    List<Activity> criticalPath();

    /** Returns what is odd but legal, found while scheduling. */
    List<Problem> findings();
}
