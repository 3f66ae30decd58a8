package dev.plumbline.cpm;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.internal.kernel.Drag;
import dev.plumbline.internal.kernel.Floats;
import dev.plumbline.internal.kernel.ForwardPass;
import dev.plumbline.internal.kernel.IndependentFloat;
import dev.plumbline.internal.kernel.LatestPaths;
import dev.plumbline.internal.kernel.LongestPath;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule's paths say beside total float: which activities make the project as long as it is, by how much each of them,
 * and how far the others are from that. Immutable, safe for several threads; prints as a table.
 *
 * <pre>{@code
 * var paths = PathAnalysis.of(CriticalPath.schedule(project));
 * paths.longestPath();
 * paths.drag("C");
 * System.out.println(paths.whyNotCritical("B"));
 * }</pre>
 *
 * <p>Floats are working time on the activity's calendar, elapsed time for an elapsed duration; drag and the lengths of paths are
 * working time on the project's calendar. The longest path, drag and the longest paths take activities that are as late as
 * possible at their early dates, because using up float makes no project longer.
 */
public final class PathAnalysis {

    private final Schedule schedule;
    private final Project project;
    private final Network g;
    private final Times t;
    private final Times early;
    private final boolean honour;
    private final boolean[] longest;
    private final Object lock = new Object();
    private @Nullable Drag drag;
    private long @Nullable [] independent;

    private PathAnalysis(Schedule schedule) {
        this.schedule = schedule;
        this.project = schedule.project();
        this.g = schedule.network();
        this.t = schedule.times();
        this.honour = schedule.options().honourConstraints();
        this.early = asSoonAsPossible();
        this.longest = LongestPath.driving(g, early);
    }

    /** Returns the analysis of a schedule. */
    public static PathAnalysis of(Schedule schedule) {
        return new PathAnalysis(Objects.requireNonNull(schedule, "schedule"));
    }

    private Times asSoonAsPossible() {
        for (boolean late : t.late) {
            if (late) {
                Times fresh = new Times(g);
                ForwardPass.run(g, honour, fresh);
                return fresh;
            }
        }
        return t;
    }

    /** Returns the schedule that is analysed. */
    public Schedule schedule() {
        return schedule;
    }

    /**
     * Returns the activities on the longest (driving) path in order of early start, then of early finish, then of rows; ties
     * make it several paths. It begins with every activity that has the latest early finish and goes back along each relationship
     * whose date alone is the date of its successor, with no working time between, through finished activities too. Unlike
     * criticality by total float it is not misled by several calendars, late constraints and deadlines (Oracle, P6 help: "longest
     * path" as definition of critical activities).
     */
    public List<Activity> longestPath() {
        return IntStream.range(0, g.size)
                .filter(a -> longest[a] && !g.summary[a])
                .boxed()
                .sorted(Comparator.comparingLong((Integer a) -> early.earlyStart[a])
                        .thenComparingLong(a -> early.earlyFinish[a])
                        .thenComparing(Comparator.naturalOrder()))
                .map(a -> project.activities().get(a))
                .toList();
    }

    /**
     * Returns whether an activity is on the longest path; false for summaries.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public boolean isOnLongestPath(String id) {
        int a = project.indexOf(id);
        return longest[a] && !g.summary[a];
    }

    /**
     * Returns the paths through the project that are longest: that would finish latest if each were scheduled alone, with the
     * dates, constraints and calendars of its activities. A path runs from an activity without predecessors, or with a date of its
     * own (constraint, actual, typed) that its predecessor doesn't give it, to one whose finish no successor carries on. Ties go to the lower row. However many paths there are, the cost
     * grows with their length and with {@code count} only (dynamic programming after S. E. Dreyfus, Oper. Res. 17(3), 1969, pp.
     * 395-412).
     *
     * @throws IllegalArgumentException if the count is less than 1
     */
    public List<RankedPath> longestPaths(int count) {
        checkCount(count);
        LatestPaths found = new LatestPaths(g, honour, early, count);
        List<RankedPath> result = new ArrayList<>();
        Set<List<Activity>> seen = new HashSet<>();
        long latest = LongestPath.latestFinish(g, early);
        for (int i = 0; i < found.size(); i++) {
            List<Activity> activities = IntStream.of(found.activities(i))
                    .mapToObj(project.activities()::get)
                    .toList();
            if (seen.add(activities)) {
                result.add(new RankedPath(
                        result.size() + 1,
                        Ticks.toDateTime(found.start(i)),
                        Ticks.toDateTime(found.finish(i)),
                        projectTime(g.projectCalendar.work(found.start(i), found.finish(i))),
                        projectTime(g.projectCalendar.work(found.finish(i), latest)),
                        activities));
            }
        }
        return List.copyOf(result);
    }

    /**
     * Returns the float paths to the activity that finishes last, by total float.
     *
     * @throws IllegalArgumentException if the count is less than 1
     * @see #floatPaths(String, int, FloatPath.By)
     */
    public List<FloatPath> floatPaths(int count) {
        checkCount(count);
        int end = lastActivity();
        return end < 0 ? List.of() : search(end, count, FloatPath.By.TOTAL_FLOAT);
    }

    /**
     * Returns the float paths to an activity, by total float.
     *
     * @throws IllegalArgumentException if there is no such activity, it is a summary, or the count is less than 1
     * @see #floatPaths(String, int, FloatPath.By)
     */
    public List<FloatPath> floatPaths(String end, int count) {
        return floatPaths(end, count, FloatPath.By.TOTAL_FLOAT);
    }

    /**
     * Returns the float paths to an activity: its predecessors, divided into chains. The first chain goes back from the end
     * activity, each time to the predecessor with least float; each later one branches off a chain before it, where the float is
     * least. Every unfinished predecessor is on one chain at most, on exactly one if the count is large enough. Ties go to the
     * lower row (Oracle, P6 help: "Calculate multiple float paths").
     *
     * @param end the id of the activity the paths lead to
     * @param count how many paths are wanted
     * @param by whether chains follow total float or the gaps of relationships
     * @throws IllegalArgumentException if there is no such activity, it is a summary, or the count is less than 1
     */
    public List<FloatPath> floatPaths(String end, int count, FloatPath.By by) {
        checkCount(count);
        int a = project.indexOf(end);
        if (g.summary[a]) {
            throw new IllegalArgumentException(
                    "activity '%s' is a summary; float paths lead to a row below".formatted(end));
        }
        return search(a, count, Objects.requireNonNull(by, "by"));
    }

    private List<FloatPath> search(int end, int count, FloatPath.By by) {
        return List.copyOf(new FloatPathSearch(schedule, by).search(end, count));
    }

    /** The activity with the latest finish; of several, the one that comes last in logic. */
    private int lastActivity() {
        int last = -1;
        for (int event : g.order) {
            boolean later = event < g.size
                    && LongestPath.counts(g, event)
                    && (last < 0 || t.earlyFinish[event] >= t.earlyFinish[last]);
            last = later ? event : last;
        }
        return last;
    }

    /**
     * Returns the interfering float: the part of total float whose use takes float from successors, total less free float;
     * negative where total float is (S. E. Elmaghraby, Eur. J. Oper. Res. 82(3), 1995, pp. 383-408).
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public WorkTime interferingFloat(String id) {
        int a = project.indexOf(id);
        ActivityTimes times = schedule.of(id);
        return schedule.amount(a, times.totalFloat().ticks() - times.freeFloat().ticks());
    }

    /**
     * Returns the independent float: what is left between predecessors at their late and successors at their early dates, so that
     * using it moves nobody and nobody can take it away; at least zero, at most free float, zero for a summary (A. Battersby,
     * Network Analysis for Planning and Scheduling, 3rd ed., 1970). Where work has begun predecessors no longer matter: free float.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public WorkTime independentFloat(String id) {
        int a = project.indexOf(id);
        return schedule.amount(a, independent()[a]);
    }

    private long[] independent() {
        synchronized (lock) {
            long[] known = independent;
            if (known == null) {
                known = IndependentFloat.all(g, honour, t);
                independent = known;
            }
            return known;
        }
    }

    /**
     * Returns the drag of an activity: by how much the project would finish earlier if the activity took no time, its remaining
     * duration if it has begun (S. A. Devaux, Total Project Control, Wiley, 1999). Computed exactly, by scheduling again, for
     * all types of relationship, calendars and constraints; so it is limited by the activity's duration and by whatever runs
     * beside it. Zero off the longest path, for milestones, finished activities and summaries. Negative where a shorter activity
     * would start, not finish, at another time and so make the project longer (reverse critical: J. D. Wiest, J. Operations
     * Management 1(3), 1981, pp. 121-130).
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public WorkTime drag(String id) {
        int a = project.indexOf(id);
        synchronized (lock) {
            Drag known = drag;
            if (known == null) {
                known = new Drag(g, honour, percentLags());
                drag = known;
            }
            return projectTime(known.of(a));
        }
    }

    private boolean[] percentLags() {
        boolean[] result = new boolean[g.relationship.length];
        for (int e = 0; e < result.length; e++) {
            result[e] = schedule.relationship(e).lag() instanceof Lag.Percent;
        }
        return result;
    }

    /**
     * Returns the activities that are not critical but have at most a given total float, least float first, then in order of
     * rows; summaries, finished and inactive activities are left out.
     */
    public List<ActivityTimes> nearCritical(WorkTime limit) {
        return IntStream.range(0, g.size)
                .filter(a -> !g.summary[a]
                        && g.active[a]
                        && g.state[a] != Network.COMPLETE
                        && !schedule.isCritical(a)
                        && Floats.total(g, t, a) <= limit.ticks())
                .boxed()
                .sorted(Comparator.comparingLong((Integer a) -> Floats.total(g, t, a))
                        .thenComparing(Comparator.naturalOrder()))
                .map(a -> schedule.activities().get(a))
                .toList();
    }

    /**
     * Returns why an activity is not critical: the successors that limit its float, with the gap before each, up to a critical one
     * or an end.
     *
     * @throws IllegalArgumentException if there is no such activity
     */
    public WhyNotCritical whyNotCritical(String id) {
        return new FloatExplainer(schedule).explain(project.indexOf(id));
    }

    /** Returns a table of the first rows: floats, drag, longest path and float path. */
    public String table(int rows) {
        return PathTable.render(this, rows);
    }

    /** Returns a table of the first 20 rows. */
    @Override
    public String toString() {
        return table(20);
    }

    private static WorkTime projectTime(long ticks) {
        return new WorkTime(ticks, WorkUnit.DAYS);
    }

    private static void checkCount(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("%s paths are wanted; ask for 1 or more".formatted(count));
        }
    }
}
