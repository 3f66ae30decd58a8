package dev.plumbline.cpm;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.internal.kernel.Floats;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.util.Lazy;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
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

    private final ScheduleOptions options;
    private final Lazy<Project> project;
    private final Lazy<Solved> solved;
    private final Lazy<boolean[]> critical = Lazy.of(this::criticality);
    private final Lazy<WhatIfSession> session = Lazy.of(() -> new WhatIfSession(this));
    private final long start;
    private final long finish;

    Schedule(Project project, ScheduleOptions options, Network network, Times times) {
        this(
                Lazy.ready(project),
                options,
                Lazy.ready(new Solved(network, times, project.relationships())),
                times.projectStart,
                times.projectFinish);
    }

    /** Dates that are known to the project as a whole before those of each activity are asked for. */
    Schedule(Lazy<Project> project, ScheduleOptions options, Lazy<Solved> solved, long start, long finish) {
        this.project = project;
        this.options = options;
        this.solved = solved;
        this.start = start;
        this.finish = finish;
    }

    /** Up to how many ticks of total float an activity is critical. */
    long criticalLimit() {
        long days = options.criticalLimit().orElse(project().settings().criticalSlackDays());
        return days * project().settings().conversion().minutesPerDay() * WorkTime.TICKS_PER_MINUTE;
    }

    private boolean[] criticality() {
        Network network = network();
        Times times = times();
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

    /** The compiled network; read only. */
    Network network() {
        return solved.get().network;
    }

    /** The computed instants; read only. */
    Times times() {
        return solved.get().times;
    }

    boolean isCritical(int a) {
        return critical.get()[a];
    }

    /** The relationship that an edge stands for. */
    Relationship relationship(int edge) {
        Solved all = solved.get();
        return all.relationships.get(all.network.relationship[edge]);
    }

    /** Returns what the edges of the network are numbered by: the relationships of the project, and those taken out of it. */
    List<Relationship> relationships() {
        return solved.get().relationships;
    }

    /** Returns the project that was scheduled. */
    public Project project() {
        return project.get();
    }

    /** Returns the options it was scheduled with. */
    public ScheduleOptions options() {
        return options;
    }

    /** Returns the earliest start of all activities. */
    public LocalDateTime start() {
        return Ticks.toDateTime(start);
    }

    /** Returns the latest finish of all activities; the project's start if there are none. */
    public LocalDateTime finish() {
        return Ticks.toDateTime(finish);
    }

    /**
     * Returns the times of an activity.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public ActivityTimes of(String id) {
        return times(project().indexOf(id));
    }

    /** Returns the times of all rows, summaries included, in outline order. */
    public List<ActivityTimes> activities() {
        return new AbstractList<>() {
            @Override
            public ActivityTimes get(int index) {
                return times(java.util.Objects.checkIndex(index, network().size));
            }

            @Override
            public int size() {
                return network().size;
            }
        };
    }

    /** Returns the critical activities and milestones, summaries left out, in order of early start, then of rows. */
    public List<Activity> criticalPath() {
        boolean[] marked = critical.get();
        Times times = times();
        return IntStream.range(0, marked.length)
                .filter(a -> marked[a] && !network().summary[a])
                .boxed()
                .sorted(Comparator.comparingLong((Integer a) -> times.earlyStart[a])
                        .thenComparingLong(a -> times.earlyFinish[a])
                        .thenComparing(Comparator.naturalOrder()))
                .map(a -> project().activities().get(a))
                .toList();
    }

    /** Returns what is odd but legal: the project's findings and those of scheduling. */
    public List<Problem> findings() {
        return project().findings();
    }

    /**
     * Returns why an activity starts when it does: the chain of reasons from the start of the project or a given date.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public Explanation explain(String id) {
        return new Explainer(this).explainStart(project().indexOf(id));
    }

    /**
     * Returns what holds back the late finish of an activity: the chain from the finish of the project or a late date.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public Explanation explainLate(String id) {
        return new LateExplainer(this).explainFinish(project().indexOf(id));
    }

    /** Returns an edit of this schedule that has not changed anything yet; see {@link WhatIf}. */
    public WhatIf whatIf() {
        return new WhatIf(this);
    }

    WhatIfSession session() {
        return session.get();
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

    private ActivityTimes times(int a) {
        Network network = network();
        Times times = times();
        long total = Floats.total(network, times, a);
        return new ActivityTimes(
                project().activities().get(a),
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
                isCritical(a),
                driver(a));
    }

    /** An amount in the unit of an activity's duration. */
    WorkTime amount(int a, long ticks) {
        WorkUnit unit = project().activities().get(a).duration().unit();
        return new WorkTime(ticks, network().summary[a] && unit.isElapsed() ? WorkUnit.DAYS : unit);
    }

    Driver driver(int a) {
        Times times = times();
        LocalDateTime date = Ticks.toDateTime(times.earlyStart[a]);
        int code = times.driver[a];
        if (code >= 0) {
            return new Driver(Driver.Kind.RELATIONSHIP, relationship(code), null, date);
        }
        if (code == Times.CONSTRAINT) {
            Activity owner = project().activities().get(times.driverSource[a]);
            return new Driver(Driver.Kind.CONSTRAINT, null, owner.constraint(), date);
        }
        return new Driver(network().active[a] ? kind(code) : Driver.Kind.INACTIVE, null, null, date);
    }

    private static Driver.Kind kind(int code) {
        return switch (code) {
            case Times.PROJECT_START -> Driver.Kind.PROJECT_START;
            case Times.MANUAL -> Driver.Kind.MANUAL;
            case Times.ACTUAL -> Driver.Kind.ACTUAL;
            case Times.LATE -> Driver.Kind.LATE_DATES;
            case Times.EXTERNAL -> Driver.Kind.EXTERNAL;
            default -> Driver.Kind.ROLL_UP;
        };
    }

    /** What the passes left: a network, its dates, and the relationships that its edges stand for. */
    static final class Solved {
        final Network network;
        final Times times;
        final List<Relationship> relationships;

        Solved(Network network, Times times, List<Relationship> relationships) {
            this.network = network;
            this.times = times;
            this.relationships = relationships;
        }
    }
}
