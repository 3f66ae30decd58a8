package dev.plumbline.cpm;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.internal.kernel.Floats;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.time.LocalDateTime;
import java.util.AbstractList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A scheduled project: dates, floats and reasons by activity. Immutable; prints as a table.
 *
 * <pre>{@code
 * var plan = CriticalPath.schedule(project);
 * plan.of("B").totalFloat();
 * System.out.println(plan);
 * }</pre>
 */
public final class Schedule {

    private final Project project;
    private final ScheduleOptions options;
    private final Network network;
    private final Times times;
    private final boolean[] critical;

    Schedule(Project project, ScheduleOptions options, Network network, Times times) {
        this.project = project;
        this.options = options;
        this.network = network;
        this.times = times;
        this.critical = criticality();
    }

    /** Up to how many ticks of total float an activity is critical. */
    long criticalLimit() {
        long days = options.criticalLimit().orElse(project.settings().criticalSlackDays());
        return days * project.settings().conversion().minutesPerDay() * WorkTime.TICKS_PER_MINUTE;
    }

    private boolean[] criticality() {
        long limit = criticalLimit();
        boolean[] result = new boolean[network.size];
        for (int a = network.size - 1; a >= 0; a--) {
            if (!network.summary[a]) {
                result[a] = network.active[a]
                        && network.state[a] != Network.COMPLETE
                        && Floats.total(network, times, a) <= limit;
            }
            if (result[a] && network.parent[a] >= 0) {
                result[network.parent[a]] = true;
            }
        }
        return result;
    }

    /** Returns the project that was scheduled. */
    public Project project() {
        return project;
    }

    /** Returns the options it was scheduled with. */
    public ScheduleOptions options() {
        return options;
    }

    /** Returns the earliest start of all activities. */
    public LocalDateTime start() {
        return Ticks.toDateTime(times.projectStart);
    }

    /** Returns the latest finish of all activities; the project's start if there are none. */
    public LocalDateTime finish() {
        return Ticks.toDateTime(times.projectFinish);
    }

    /**
     * Returns the times of an activity.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public ActivityTimes of(String id) {
        return times(project.indexOf(id));
    }

    /** Returns the times of all rows, summaries included, in outline order. */
    public List<ActivityTimes> activities() {
        return new AbstractList<>() {
            @Override
            public ActivityTimes get(int index) {
                return times(java.util.Objects.checkIndex(index, network.size));
            }

            @Override
            public int size() {
                return network.size;
            }
        };
    }

    /** Returns the critical activities and milestones, summaries left out, in order of early start, then of rows. */
    public List<Activity> criticalPath() {
        return IntStream.range(0, network.size)
                .filter(a -> critical[a] && !network.summary[a])
                .boxed()
                .sorted(Comparator.comparingLong((Integer a) -> times.earlyStart[a])
                        .thenComparingLong(a -> times.earlyFinish[a])
                        .thenComparing(Comparator.naturalOrder()))
                .map(a -> project.activities().get(a))
                .toList();
    }

    /** Returns what is odd but legal: the project's findings and those of scheduling. */
    public List<Problem> findings() {
        return project.findings();
    }

    /**
     * Returns why an activity starts when it does: the chain of reasons from the start of the project or a given date.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public Explanation explain(String id) {
        return new Explainer(this, network, times).explainStart(project.indexOf(id));
    }

    /**
     * Returns what holds back the late finish of an activity: the chain from the finish of the project or a late date.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public Explanation explainLate(String id) {
        return new LateExplainer(this, network, times).explainFinish(project.indexOf(id));
    }

    /** Returns a table of the first rows. */
    public String table(int rows) {
        return ScheduleTable.render(this, rows);
    }

    /** Returns a table of the first 20 rows. */
    @Override
    public String toString() {
        return table(20);
    }

    Network network() {
        return network;
    }

    /** The computed instants; read only. */
    Times times() {
        return times;
    }

    boolean isCritical(int a) {
        return critical[a];
    }

    private ActivityTimes times(int a) {
        long total = Floats.total(network, times, a);
        return new ActivityTimes(
                project.activities().get(a),
                network.summary[a],
                Ticks.toDateTime(times.earlyStart[a]),
                Ticks.toDateTime(times.earlyFinish[a]),
                Ticks.toDateTime(times.earlyStart[a]),
                Ticks.toDateTime(times.earlyFinish[a]),
                Ticks.toDateTime(times.lateStart[a]),
                Ticks.toDateTime(times.lateFinish[a]),
                amount(a, Floats.start(network, times, a)),
                amount(a, Floats.finish(network, times, a)),
                amount(a, total),
                amount(a, Floats.free(network, times, a, total)),
                critical[a],
                driver(a));
    }

    /** An amount in the unit of an activity's duration. */
    WorkTime amount(int a, long ticks) {
        WorkUnit unit = project.activities().get(a).duration().unit();
        return new WorkTime(ticks, network.summary[a] && unit.isElapsed() ? WorkUnit.DAYS : unit);
    }

    private Driver driver(int a) {
        int code = times.driver[a];
        LocalDateTime date = Ticks.toDateTime(times.earlyStart[a]);
        if (code >= 0) {
            return new Driver(
                    Driver.Kind.RELATIONSHIP, project.relationships().get(network.relationship[code]), null, date);
        }
        if (code == Times.CONSTRAINT) {
            return new Driver(
                    Driver.Kind.CONSTRAINT,
                    null,
                    project.activities().get(times.driverSource[a]).constraint(),
                    date);
        }
        Driver.Kind kind = switch (code) {
            case Times.PROJECT_START -> Driver.Kind.PROJECT_START;
            case Times.MANUAL -> Driver.Kind.MANUAL;
            case Times.ACTUAL -> Driver.Kind.ACTUAL;
            case Times.LATE -> Driver.Kind.LATE_DATES;
            case Times.EXTERNAL -> Driver.Kind.EXTERNAL;
            default -> Driver.Kind.ROLL_UP;
        };
        return new Driver(kind, null, null, date);
    }
}
