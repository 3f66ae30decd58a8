package dev.plumbline.cpm;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.internal.kernel.Passes;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.internal.util.Stopped;
import dev.plumbline.model.Activity;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.util.Objects;
import java.util.function.BooleanSupplier;

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
        return run(project, options, Stopped.NEVER);
    }

    /**
     * Returns the schedule, unless the supplier says that it is time to stop; it is asked every few milliseconds. An interrupted
     * thread stops likewise and stays interrupted.
     *
     * @throws PlumblineException with the code {@code CANCELLED} if it was stopped, or if dates leave the years 1 to 9999 or
     *     calendars have no common time
     */
    public static Schedule schedule(Project project, ScheduleOptions options, BooleanSupplier cancelled) {
        BooleanSupplier stop = Stopped.orInterrupted(Objects.requireNonNull(cancelled, "cancelled"));
        try {
            Stopped.check(stop);
            return run(project, options, stop);
        } catch (Stopped e) {
            throw new PlumblineException(Problem.error(
                    "CANCELLED", "scheduling was stopped before its end", "the plan is as it was; schedule it again"));
        }
    }

    private static Schedule run(Project project, ScheduleOptions options, BooleanSupplier stop) {
        Objects.requireNonNull(options, "options");
        Network network = NetworkCompiler.compile(Objects.requireNonNull(project, "project"), stop);
        Times times = new Times(network);
        Passes.run(network, options.honourConstraints(), openEndsCritical(project, options), times, stop);
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
