package dev.plumbline.cpm;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.internal.kernel.Passes;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.model.Activity;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.util.Objects;

/** The critical path method: from a project to its schedule. */
public final class CriticalPath {

    private CriticalPath() {}

    /**
     * Returns the schedule by the project's own options.
     *
     * @throws PlumblineException if dates leave the years 1 to 9999 or calendars have no common time
     */
    public static Schedule schedule(Project project) {
        return schedule(project, ScheduleOptions.DEFAULT);
    }

    /**
     * Returns the schedule.
     *
     * @throws PlumblineException if dates leave the years 1 to 9999 or calendars have no common time
     */
    public static Schedule schedule(Project project, ScheduleOptions options) {
        Objects.requireNonNull(options, "options");
        Network network = NetworkCompiler.compile(Objects.requireNonNull(project, "project"));
        Times times = new Times(network);
        Passes.run(network, options.honourConstraints(), openEndsCritical(project, options), times);
        if (times.outOfRange >= 0) {
            Activity activity = project.activities().get(times.outOfRange);
            throw new PlumblineException(Problem.error(
                    "SCHEDULE_OUT_OF_RANGE",
                    "activity %s lies outside the years 1 to 9999 (logic leads to %s)"
                            .formatted(
                                    Problem.shown(activity.id()),
                                    Ticks.toDateTime(times.earlyFinish[times.outOfRange])
                                            .getYear()),
                    "shorten durations or lags, or break the plan into parts"));
        }
        return new Schedule(project, options, network, times);
    }

    static boolean openEndsCritical(Project project, ScheduleOptions options) {
        Boolean own = options.multipleCriticalPaths();
        return own != null ? own : project.settings().multipleCriticalPaths();
    }
}
