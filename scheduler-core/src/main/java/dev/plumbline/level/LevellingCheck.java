package dev.plumbline.level;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceType;
import dev.plumbline.model.ScheduleFrom;
import dev.plumbline.model.TimephasedWork;
import dev.plumbline.model.Unlevelled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks a schedule on its own: that relationships and calendars are kept, that nothing is interrupted that may not be, and that
 * no resource is asked for more than there is. It shares nothing with the scheduling and levelling that it checks but the arithmetic of
 * calendars.
 *
 * <pre>{@code
 * LevellingCheck.check(levelled.schedule()).isEmpty()
 * }</pre>
 */
public final class LevellingCheck {

    /*
     * Relationships and activities one by one; resources by a sweep over the ends of their assignments. O((n + m) log n), plus
     * the days of those spans in which assignments overlap beyond the capacity without meeting.
     */

    private final Schedule schedule;
    private final Project project;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<CompiledCalendar, Map<CompiledCalendar, CompiledCalendar>> common = new HashMap<>();

    private LevellingCheck(Schedule schedule) {
        this.schedule = schedule;
        this.project = schedule.project();
    }

    /** Returns what is wrong with a schedule: LEVEL_LOGIC, LEVEL_CALENDAR, LEVEL_PREEMPTED, LEVEL_CAPACITY. */
    public static List<Problem> check(Schedule schedule) {
        LevellingCheck check = new LevellingCheck(schedule);
        List<ActivityTimes> all = schedule.activities();
        for (Relationship relationship : project(schedule).relationships()) {
            check.logic(relationship);
        }
        for (ActivityTimes times : all) {
            check.calendar(times);
            check.pauses(times);
        }
        check.capacity(all);
        return List.copyOf(check.problems);
    }

    private static Project project(Schedule schedule) {
        return schedule.project();
    }

    private void logic(Relationship relationship) {
        ActivityTimes from = schedule.of(relationship.predecessor());
        ActivityTimes to = schedule.of(relationship.successor());
        if (!from.activity().active()
                || !(isFree(to) || areLate(from, to))
                || !(relationship.lag() instanceof Lag.Time lag)) {
            return;
        }
        RelationshipType type = relationship.type();
        boolean fromFinish = type == RelationshipType.FS || type == RelationshipType.FF;
        boolean toStart = type == RelationshipType.FS || type == RelationshipType.SS;
        WorkCalendar calendar = project.calendarOf(to.activity());
        long bound = Ticks.of(calendar.add(fromFinish ? from.finish() : from.start(), lag.time()));
        long date = Ticks.of(toStart ? to.start() : to.finish());
        if (date < bound && worksBetween(to.activity(), date, bound)) {
            problems.add(Problem.error(
                    "LEVEL_LOGIC",
                    "relationship %s demands %s of activity %s, which is at %s"
                            .formatted(
                                    Problem.shown(relationship),
                                    Amounts.minute(bound),
                                    Problem.shown(to.activity().id()),
                                    Amounts.minute(date)),
                    "report it: the schedule is wrong"));
        }
    }

    /** Whether an activity could have gone on between two instants: on its calendar and on those of all its assignments. */
    private boolean worksBetween(Activity activity, long from, long to) {
        for (Assignment assignment : project.assignmentsOf(activity.id())) {
            Resource resource = resource(assignment);
            if (resource != null
                    && calendarOf(activity, project.calendarOf(resource).compiled())
                                    .work(from, to)
                            == 0) {
                return false;
            }
        }
        return project.calendarOf(activity).compiled().work(from, to) > 0;
    }

    /** Whether relationships alone decide the dates of a row. */
    private static boolean isFree(ActivityTimes times) {
        Activity activity = times.activity();
        Constraint.Type constraint = activity.constraint().type();
        boolean open = constraint == Constraint.Type.AS_SOON_AS_POSSIBLE
                || constraint == Constraint.Type.START_NO_EARLIER_THAN
                || constraint == Constraint.Type.FINISH_NO_EARLIER_THAN;
        return activity.isAutomatic() && open && !activity.progress().isStarted() && !times.summary();
    }

    /** Whether two rows of a plan that is scheduled from its finish are both as late as possible. */
    private boolean areLate(ActivityTimes from, ActivityTimes to) {
        return project.scheduleFrom() == ScheduleFrom.FINISH && isLate(from) && isLate(to);
    }

    private static boolean isLate(ActivityTimes times) {
        Activity activity = times.activity();
        return activity.isAutomatic()
                && activity.constraint().type() == Constraint.Type.AS_LATE_AS_POSSIBLE
                && !activity.progress().isStarted()
                && !times.summary();
    }

    /** Levelling interrupts only what may be, and an interrupted activity works as long as any. */
    private void pauses(ActivityTimes times) {
        Activity activity = times.activity();
        List<Assignment> assignments = project.assignmentsOf(activity.id());
        CompiledCalendar calendar = project.calendarOf(activity).compiled();
        long gaps = isInterruptible(times, assignments) ? gaps(calendar, assignments) : 0;
        if (gaps == 0) {
            return;
        }
        long length = calendar.work(Ticks.of(times.start()), Ticks.of(times.finish()));
        boolean forbidden = !activity.levellingMaySplit()
                && before(activity) == activity.duration().ticks();
        if (forbidden || length != activity.duration().ticks() + gaps) {
            problems.add(Problem.error(
                    "LEVEL_PREEMPTED",
                    "activity %s takes from %s to %s and pauses in between, which %s"
                            .formatted(
                                    Problem.shown(activity.id()),
                                    Amounts.minute(times.start()),
                                    Amounts.minute(times.finish()),
                                    forbidden ? "it may not" : "does not leave its duration of " + activity.duration()),
                    "report it: the schedule is wrong"));
        }
    }

    /** Whether levelling touched an activity of which all assignments tell when they work. */
    private boolean isInterruptible(ActivityTimes times, List<Assignment> assignments) {
        return times.activity().unlevelled() != null
                && isFree(times)
                && !assignments.isEmpty()
                && assignments.stream().allMatch(a -> resource(a) != null && WorkSpans.hasPlannedWork(a));
    }

    private static long gaps(CompiledCalendar calendar, List<Assignment> assignments) {
        long gaps = 0;
        long last = Long.MAX_VALUE;
        for (long[] block : blocks(assignments)) {
            gaps += last < block[0] ? calendar.work(last, block[0]) : 0;
            last = last == Long.MAX_VALUE ? block[1] : Math.max(last, block[1]);
        }
        return gaps;
    }

    /** Working ticks between the dates before levelling. */
    private long before(Activity activity) {
        Unlevelled before = activity.unlevelled();
        return before == null
                ? 0
                : project.calendarOf(activity).compiled().work(Ticks.of(before.start()), Ticks.of(before.finish()));
    }

    private static List<long[]> blocks(List<Assignment> assignments) {
        List<long[]> blocks = new ArrayList<>();
        for (Assignment assignment : assignments) {
            assignment.timephased().stream()
                    .filter(WorkSpans::isPlanned)
                    .forEach(block -> blocks.add(new long[] {Ticks.of(block.from()), Ticks.of(block.to())}));
        }
        blocks.sort(Comparator.comparingLong(block -> block[0]));
        return blocks;
    }

    private void calendar(ActivityTimes times) {
        Activity activity = times.activity();
        boolean plain = isFree(times)
                && !activity.duration().isElapsed()
                && !activity.duration().isZero()
                && project.assignmentsOf(activity.id()).stream().allMatch(a -> isPlain(activity, a));
        if (!plain) {
            return;
        }
        CompiledCalendar calendar = project.calendarOf(activity).compiled();
        long start = Ticks.of(times.start());
        long finish = Ticks.of(times.finish());
        if (calendar.nextStart(start) != start) {
            problems.add(Problem.error(
                    "LEVEL_CALENDAR",
                    "activity %s starts outside working time, at %s"
                            .formatted(Problem.shown(activity.id()), Amounts.minute(start)),
                    "report it: the schedule is wrong"));
        }
        if (calendar.work(start, finish) != activity.duration().ticks()) {
            problems.add(Problem.error(
                    "LEVEL_PREEMPTED",
                    "activity %s takes from %s to %s, which is not its duration of %s"
                            .formatted(
                                    Problem.shown(activity.id()),
                                    Amounts.minute(start),
                                    Amounts.minute(finish),
                                    activity.duration()),
                    "report it: the schedule is wrong"));
        }
    }

    private boolean isPlain(Activity activity, Assignment assignment) {
        Resource resource = resource(assignment);
        return assignment.timephased().isEmpty()
                && assignment.levellingDelay().isZero()
                && (resource == null
                        || activity.ignoresResourceCalendars()
                        || project.calendarOf(resource)
                                .compiled()
                                .equals(project.calendarOf(activity).compiled()));
    }

    private @Nullable Resource resource(Assignment assignment) {
        String id = assignment.resource();
        Resource resource = id == null ? null : project.findResource(id).orElse(null);
        return resource == null || resource.type() != ResourceType.WORK ? null : resource;
    }

    private void capacity(List<ActivityTimes> all) {
        Map<String, CapacityCheck> checks = new HashMap<>();
        for (Resource resource : project.resources()) {
            if (resource.type() == ResourceType.WORK && !resource.budget()) {
                checks.put(
                        resource.id(),
                        new CapacityCheck(resource, project.calendarOf(resource).compiled()));
            }
        }
        for (Assignment assignment : project.assignments()) {
            Resource resource = resource(assignment);
            CapacityCheck check = resource == null ? null : checks.get(resource.id());
            if (check != null) {
                ActivityTimes times = all.get(project.indexOf(assignment.activity()));
                check.add(times, assignment, calendarOf(times.activity(), check.calendar()), planned(times.activity()));
            }
        }
        for (Resource resource : project.resources()) {
            CapacityCheck check = checks.get(resource.id());
            if (check != null) {
                check.problem().ifPresent(problems::add);
            }
        }
    }

    /** The first instant of planned work of an activity; of no meaning where none is planned by time. */
    private long planned(Activity activity) {
        return project.assignmentsOf(activity.id()).stream()
                .flatMap(assignment -> assignment.timephased().stream())
                .filter(block -> !block.work().isZero() && block.kind() != TimephasedWork.Kind.ACTUAL_OVERTIME)
                .mapToLong(block -> Ticks.of(block.from()))
                .min()
                .orElse(0);
    }

    private CompiledCalendar calendarOf(Activity activity, CompiledCalendar ofResource) {
        CompiledCalendar own = project.calendarOf(activity).compiled();
        if (activity.duration().isElapsed()) {
            return WorkCalendar.roundTheClock("always").compiled();
        }
        if (activity.ignoresResourceCalendars()) {
            return own;
        }
        return activity.calendar() == null
                ? ofResource
                : common.computeIfAbsent(ofResource, c -> new HashMap<>()).computeIfAbsent(own, ofResource::intersect);
    }
}
