package dev.plumbline.cpm;

import dev.plumbline.model.Project;

/** The critical path method: from a project to its schedule. */
public final class CriticalPath {

    private CriticalPath() {}

    /** Returns the schedule by the project's own options. */
    public static Schedule schedule(Project project) {
        return schedule(project, ScheduleOptions.DEFAULT);
    }

    /** Returns the schedule. */
    public static Schedule schedule(Project project, ScheduleOptions options) {
        throw new IllegalStateException("being written: " + project + options);
    }
}
