package dev.plumbline.internal.network;

import dev.plumbline.calendar.CalendarException;
import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.util.Outline;
import dev.plumbline.internal.util.Stopped;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.ScheduleFrom;
import dev.plumbline.model.SchedulingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Turns a checked project into a network. */
public final class NetworkCompiler {

    private final Project project;
    private final Network g;
    private final List<Problem> errors = new ArrayList<>();
    private final Interned interned;

    private NetworkCompiler(Project project, Network network) {
        this.project = project;
        this.interned = network.interned;
        this.g = network;
    }

    private NetworkCompiler(Project project) {
        this.project = project;
        this.interned = new Interned();
        this.g = new Network(
                project.activities().size(),
                interned,
                interned.of(project.calendar()),
                Ticks.of(project.start()),
                project.scheduleFrom() == ScheduleFrom.FINISH
                        ? project.finish().map(Ticks::of).orElse(Network.AFTER)
                        : Network.AFTER);
    }

    /**
     * Returns the network of a project.
     *
     * @throws PlumblineException if calendars that must work together have no common working time
     */
    public static Network compile(Project project) {
        return compile(project, Stopped.NEVER);
    }

    /**
     * Returns the network of a project.
     *
     * @throws PlumblineException if calendars that must work together have no common working time
     * @throws Stopped if it is told to stop
     */
    public static Network compile(Project project, BooleanSupplier stop) {
        NetworkCompiler compiler = new NetworkCompiler(project);
        compiler.compileOutline();
        for (int a = 0; a < compiler.g.size; a++) {
            if (a % Stopped.STEPS == 0) {
                Stopped.check(stop);
            }
            compiler.compileActivity(a, project.activities().get(a));
        }
        if (!compiler.errors.isEmpty()) {
            throw new PlumblineException(compiler.errors);
        }
        Stopped.check(stop);
        EdgeCompiler.compile(project, compiler.g);
        Stopped.check(stop);
        for (int a = 0; a < compiler.g.size; a++) {
            PlainPlan.mark(compiler.g, a);
        }
        Stopped.check(stop);
        TopologicalOrder.sort(compiler.g);
        return compiler.g;
    }

    /**
     * Compiles one edited activity anew into a network of its project, and the lags that depend on its duration.
     *
     * @param relationships what the edges of the network are numbered by: those of the project, and any that were cut
     * @throws PlumblineException if its calendars have no common working time
     */
    public static void recompile(
            Project project, List<Relationship> relationships, Network network, int a, Activity edited) {
        network.state[a] = Network.UNSTARTED;
        network.placement[a] = null;
        network.delay[a] = 0;
        NetworkCompiler compiler = new NetworkCompiler(project, network);
        compiler.compileActivity(a, edited);
        if (!compiler.errors.isEmpty()) {
            throw new PlumblineException(compiler.errors);
        }
        EdgeCompiler.recompileLags(project, relationships, network, a);
        PlainPlan.mark(network, a);
    }

    private void compileOutline() {
        List<Activity> activities = project.activities();
        int[] parent = Outline.parents(g.size, a -> activities.get(a).outlineLevel());
        System.arraycopy(parent, 0, g.parent, 0, g.size);
        Arrays.fill(g.firstChild, -1);
        Arrays.fill(g.nextSibling, -1);
        for (int a = g.size - 1; a >= 0; a--) {
            int up = g.parent[a];
            if (up >= 0) {
                g.summary[up] = true;
                g.nextSibling[a] = g.firstChild[up];
                g.firstChild[up] = a;
            }
        }
    }

    private void compileActivity(int a, Activity activity) {
        WorkCalendar calendar = project.calendarOf(activity);
        g.calendar[a] = interned.of(calendar);
        g.active[a] = activity.active();
        g.started[a] = activity.progress().isStarted();
        g.duration[a] = activity.duration().ticks();
        g.span[a] = g.duration[a];
        g.elapsed[a] = activity.duration().isElapsed();
        g.deadline[a] = activity.deadline() == null ? Network.AFTER : Ticks.of(activity.deadline());
        Constraint constraint = activity.constraint();
        g.constraint[a] = code(constraint.type());
        g.constraintDate[a] = constraint.date() == null ? 0 : Ticks.of(constraint.date());
        g.fixedStart[a] = g.start;
        g.fixedFinish[a] = g.start;
        if (g.summary[a]) {
            compileSummary(a, activity);
            return;
        }
        g.delay[a] = activity.levellingDelay().ticks();
        if (activity.external()) {
            compileTyped(a, activity, Network.EXTERNAL);
        } else if (activity.progress().isComplete()) {
            compileComplete(a, activity.progress());
        } else if (activity.mode() == SchedulingMode.MANUAL) {
            compileTyped(a, activity, Network.MANUAL);
        } else {
            compileAutomatic(a, activity);
        }
    }

    private static byte code(Constraint.Type type) {
        return switch (type) {
            case AS_SOON_AS_POSSIBLE -> 0;
            case AS_LATE_AS_POSSIBLE -> 1;
            case MUST_START_ON -> 2;
            case MUST_FINISH_ON -> 3;
            case START_NO_EARLIER_THAN -> 4;
            case START_NO_LATER_THAN -> 5;
            case FINISH_NO_EARLIER_THAN -> 6;
            case FINISH_NO_LATER_THAN -> 7;
        };
    }

    private void compileSummary(int a, Activity activity) {
        LocalDateTime start = activity.manual().start();
        if (activity.mode() == SchedulingMode.MANUAL && start != null) {
            g.state[a] = Network.MANUAL;
            g.fixedStart[a] = Ticks.of(start);
            LocalDateTime finish = activity.manual().finish();
            g.calendar[a] = interned.of(workingOn(project.calendarOf(activity), start, finish));
            g.fixedFinish[a] = finish == null ? g.fixedStart[a] : Ticks.of(finish);
        }
    }

    private void compileComplete(int a, Progress progress) {
        g.state[a] = Network.COMPLETE;
        LocalDateTime start = progress.actualStart();
        LocalDateTime finish = progress.actualFinish();
        g.delay[a] = 0;
        g.fixedFinish[a] =
                finish != null ? Ticks.of(finish) : g.finishFrom(a, Ticks.of(orElse(start, project.start())));
        g.fixedStart[a] = start != null ? Ticks.of(start) : g.startFrom(a, g.fixedFinish[a]);
    }

    private static LocalDateTime orElse(@Nullable LocalDateTime date, LocalDateTime other) {
        return date == null ? other : date;
    }

    private void compileTyped(int a, Activity activity, byte state) {
        ManualDates dates = activity.manual();
        g.state[a] = state;
        WorkTime typed = dates.duration();
        if (typed != null) {
            g.duration[a] = typed.ticks();
            g.span[a] = typed.ticks();
            g.elapsed[a] = typed.isElapsed();
        }
        LocalDateTime start = dates.start();
        LocalDateTime finish = dates.finish();
        if (start == null && finish == null) {
            g.state[a] = Network.UNSTARTED;
            return;
        }
        g.calendar[a] = interned.of(workingOn(project.calendarOf(activity), start, finish));
        g.fixedStart[a] = start != null ? Ticks.of(start) : g.startFrom(a, Ticks.of(orElse(finish, project.start())));
        g.fixedFinish[a] = finish != null ? Ticks.of(finish) : g.finishFrom(a, g.fixedStart[a]);
        g.span[a] = Math.max(0, g.between(a, g.fixedStart[a], g.fixedFinish[a]));
    }

    /** The first and the last day of typed dates count as working days even where the calendar has them off. */
    private static WorkCalendar workingOn(
            WorkCalendar calendar, @Nullable LocalDateTime start, @Nullable LocalDateTime finish) {
        WorkCalendar.Builder builder = null;
        for (LocalDateTime instant : new LocalDateTime[] {start, finish}) {
            if (instant != null && !calendar.hoursOn(instant.toLocalDate()).isWorking()) {
                builder = builder == null ? calendar.derive(calendar.name()) : builder;
                builder.exception(CalendarException.working("", instant.toLocalDate(), usualHours(calendar)));
            }
        }
        return builder == null ? calendar : builder.build();
    }

    /** The hours of the first weekday, from Tuesday on, that is worked. */
    private static DayHours usualHours(WorkCalendar calendar) {
        for (int i = 0; i < 7; i++) {
            DayOfWeek day = DayOfWeek.TUESDAY.plus(i);
            for (WorkCalendar each = calendar; each != null; each = each.base().orElse(null)) {
                DayHours hours = each.week().get(day);
                if (hours != null) {
                    if (hours.isWorking()) {
                        return hours;
                    }
                    break;
                }
            }
        }
        return WorkCalendar.standard().hoursOn(LocalDate.of(2000, 1, 4));
    }

    private void compileAutomatic(int a, Activity activity) {
        List<Assignment> assignments = project.assignmentsAt(a);
        if (assignments.isEmpty() && !activity.progress().isStarted()) {
            return;
        }
        PlacementCompiler placements = new PlacementCompiler(project, g, a, activity, assignments);
        Problem problem = placements.compile();
        if (problem != null) {
            errors.add(problem);
        }
        Progress progress = activity.progress();
        LocalDateTime actualStart = progress.actualStart();
        if (actualStart != null) {
            g.state[a] = Network.IN_PROGRESS;
            g.delay[a] = 0;
            g.fixedStart[a] = Ticks.of(actualStart);
            compileRemaining(a, progress, placements);
        }
    }

    /** Remaining work goes on where it was resumed, assignment by assignment where these tell how much is left. */
    private void compileRemaining(int a, Progress progress, PlacementCompiler placements) {
        long done = doneOf(a, progress);
        LocalDateTime stop = progress.stop();
        LocalDateTime resume = progress.resume();
        long stopped = stop != null
                ? Ticks.of(stop)
                : g.elapsed[a] ? g.fixedStart[a] + done : g.calendar[a].add(g.fixedStart[a], done);
        g.resume[a] = resume != null && Ticks.of(resume) > stopped ? Ticks.of(resume) : stopped;
        WorkTime left = progress.remainingDuration();
        long remaining = left != null ? left.ticks() : Math.max(0, g.duration[a] - done);
        g.remaining[a] = remaining + placements.gapsAfter(g.resume[a]);
        long assigned = placements.remainingFinish(g.resume[a], remaining);
        if (assigned != Network.BEFORE) {
            g.fixedFinish[a] = assigned;
            g.remaining[a] = Math.max(0, g.between(a, g.resume[a], assigned));
        } else {
            g.fixedFinish[a] =
                    g.elapsed[a] ? g.resume[a] + g.remaining[a] : g.calendar[a].add(g.resume[a], g.remaining[a]);
        }
    }

    private long doneOf(int a, Progress progress) {
        WorkTime actual = progress.actualDuration();
        WorkTime remaining = progress.remainingDuration();
        if (actual != null) {
            return actual.ticks();
        }
        return remaining != null
                ? Math.max(0, g.duration[a] - remaining.ticks())
                : Math.round(g.duration[a] * (progress.percentComplete() / 100));
    }
}
