package dev.plumbline.level;

import static dev.plumbline.calendar.WorkTime.elapsedHours;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The schedule generation schemes in their plainest form: of what is ready, the first is placed where every hour of its work has room,
 * found by trying hour after hour; after each the critical path method computes all dates anew. For activities of one calendar each
 * whose assignments last as long as they do.
 */
final class HourByHour {

    private static final LocalDateTime ORIGIN = LocalDateTime.of(2025, 2, 3, 0, 0);
    private static final int HOURS = 24 * 7 * 14;

    private final boolean backward;
    private final boolean parallel;
    private final boolean withinFloat;
    private final int extraPercent;
    private final Schedule before;
    private final Map<String, int[]> used = new HashMap<>();
    private final Map<WorkCalendar, boolean[]> worked = new IdentityHashMap<>();
    private final Set<String> placed = new HashSet<>();
    private Project project;
    private Schedule schedule;

    private HourByHour(Project project, boolean backward, boolean parallel, boolean withinFloat, int extraPercent) {
        this.project = project;
        this.backward = backward;
        this.parallel = parallel;
        this.withinFloat = withinFloat;
        this.extraPercent = extraPercent;
        this.before = CriticalPath.schedule(project);
        this.schedule = before;
        project.resources().forEach(resource -> used.put(resource.id(), new int[HOURS]));
    }

    static Schedule forward(Project project, boolean parallel) {
        return new HourByHour(project, false, parallel, false, 0).run();
    }

    static Schedule withinFloat(Project project, int extraPercent) {
        return new HourByHour(project, false, false, true, extraPercent).run();
    }

    static Schedule backward(Project project, boolean parallel) {
        return new HourByHour(project, true, parallel, false, 0).run();
    }

    private Schedule run() {
        for (Activity activity : project.activities()) {
            if (backward
                    && activity.constraint().type() != Constraint.Type.AS_LATE_AS_POSSIBLE
                    && isLimited(activity)) {
                book(activity, hour(schedule.of(activity.id()).start()));
            }
        }
        for (@Nullable Activity next = next(); next != null; next = next()) {
            String id = next.id();
            int logic = logic(id);
            int place = place(next);
            if (place != logic) {
                project = project.with(id, a -> a.levellingDelay(elapsedHours(place - logic)));
                schedule = CriticalPath.schedule(project);
            }
            book(next, hour(schedule.of(id).start()));
        }
        return schedule;
    }

    private int logic(String id) {
        ActivityTimes times = schedule.of(id);
        return hour(backward ? times.finish() : times.start());
    }

    /** The ready activity whose turn it is; in the parallel scheme the first that can begin, or the last that can end. */
    private @Nullable Activity next() {
        @Nullable Activity next = null;
        int best = 0;
        for (Activity activity : project.activities()) {
            if (isLimited(activity) && !placed.contains(activity.id()) && isReady(activity)) {
                int key = !parallel ? 0 : backward ? -place(activity) : place(activity);
                if (next == null || key < best) {
                    next = activity;
                    best = key;
                }
            }
        }
        return next;
    }

    private boolean isLimited(Activity activity) {
        return !project.assignmentsOf(activity.id()).isEmpty();
    }

    /** Whether all that comes before it, or before a summary that holds it, is done; behind it if placed backward. */
    private boolean isReady(Activity activity) {
        for (@Nullable Activity row = activity; row != null; row = parent(row)) {
            for (Relationship link : project.relationships()) {
                String self = backward ? link.predecessor() : link.successor();
                String other = backward ? link.successor() : link.predecessor();
                if (self.equals(row.id()) && !isDone(project.activity(other))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isDone(Activity activity) {
        boolean summary = false;
        for (Activity row : project.activities()) {
            if (activity.equals(parent(row))) {
                summary = true;
                if (!isDone(row)) {
                    return false;
                }
            }
        }
        return summary || (isLimited(activity) ? placed.contains(activity.id()) : isReady(activity));
    }

    /** The summary that holds a row, by the outline; null if none does. */
    private @Nullable Activity parent(Activity activity) {
        for (int i = project.indexOf(activity.id()) - 1; i >= 0; i--) {
            if (project.activities().get(i).outlineLevel() < activity.outlineLevel()) {
                return project.activities().get(i);
            }
        }
        return null;
    }

    /** Where an activity begins, or ends if it is placed backward. */
    private int place(Activity activity) {
        int logic = logic(activity.id());
        int found = search(activity, logic, 0);
        if (found < 0 && extraPercent > 0) {
            found = search(activity, logic, extraPercent);
        }
        return found < 0 ? logic : found;
    }

    private int search(Activity activity, int logic, int extra) {
        WorkCalendar calendar = project.calendarOf(activity);
        int work = (int) (activity.duration().ticks() / 600);
        for (int hour = logic; hour > 0 && hour < HOURS - 200; hour += backward ? -1 : 1) {
            boolean atWork = backward ? isWorked(calendar, hour - 1) : isWorked(calendar, hour);
            int start = hour;
            for (int left = work; backward && left > 0; ) {
                left -= isWorked(calendar, --start) ? 1 : 0;
            }
            if (isLate(activity, start, work)) {
                return -1;
            }
            if (atWork && hasRoom(activity, start, extra)) {
                return hour;
            }
        }
        return -1;
    }

    private boolean isLate(Activity activity, int start, int work) {
        ActivityTimes times = before.of(activity.id());
        int finish = start;
        for (int left = work; left > 0; finish++) {
            left -= isWorked(project.calendarOf(activity), finish) ? 1 : 0;
        }
        return withinFloat
                && start > logic(activity.id())
                && (start > hour(times.lateStart()) || finish > hour(times.lateFinish()));
    }

    private boolean hasRoom(Activity activity, int start, int extra) {
        boolean room = true;
        add(activity, start, 1);
        for (Assignment assignment : project.assignmentsOf(activity.id())) {
            double most =
                    project.findResource(assignment.resource()).orElseThrow().maxUnits() * (100 + extra) / 100;
            int left = (int) (activity.duration().ticks() / 600);
            for (int hour = start; left > 0; hour++) {
                if (isWorked(project.calendarOf(activity), hour)) {
                    left--;
                    room &= used.get(assignment.resource())[hour] <= most;
                }
            }
        }
        add(activity, start, -1);
        return room;
    }

    private void book(Activity activity, int start) {
        add(activity, start, 1);
        placed.add(activity.id());
    }

    private void add(Activity activity, int start, int sign) {
        for (Assignment assignment : project.assignmentsOf(activity.id())) {
            int left = (int) (activity.duration().ticks() / 600);
            for (int hour = start; left > 0; hour++) {
                if (isWorked(project.calendarOf(activity), hour)) {
                    left--;
                    used.get(assignment.resource())[hour] += sign * (int) assignment.units();
                }
            }
        }
    }

    private boolean isWorked(WorkCalendar calendar, int hour) {
        boolean[] known = worked.get(calendar);
        if (known == null) {
            known = new boolean[HOURS];
            for (int i = 0; i < HOURS; i++) {
                long tick = Ticks.of(ORIGIN) + 600L * i;
                known[i] = calendar.compiled().work(tick, tick + 600) > 0;
            }
            worked.put(calendar, known);
        }
        return known[hour];
    }

    private static int hour(LocalDateTime instant) {
        return (int) Duration.between(ORIGIN, instant).toHours();
    }
}
