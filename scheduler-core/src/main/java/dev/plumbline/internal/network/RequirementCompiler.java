package dev.plumbline.internal.network;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Contour;
import dev.plumbline.model.EffortRule;
import dev.plumbline.model.Project;
import dev.plumbline.model.Resource;
import dev.plumbline.model.TimephasedWork;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the assignments of a project into {@link Requirements}. */
public final class RequirementCompiler {

    private final Project project;
    private final Network g;
    private final ResourcePool pool;
    private final Requirements q = new Requirements();
    private final Map<String, Integer> resources = new HashMap<>();
    private final Map<CompiledCalendar, Map<CompiledCalendar, CompiledCalendar>> common = new HashMap<>();
    private final CompiledCalendar always;
    private final boolean proposed;
    private int uses;

    private RequirementCompiler(Project project, Network g, ResourcePool pool, boolean proposed) {
        this.project = project;
        this.g = g;
        this.pool = pool;
        this.proposed = proposed;
        this.always = pool.intern(WorkCalendar.roundTheClock("always").compiled());
    }

    /**
     * Returns what the activities of a project ask for.
     *
     * @param project the project
     * @param g its network
     * @param pool the resources, to which those of the project are added
     * @param proposed whether assignments and resources that are only proposed count
     */
    public static Requirements compile(Project project, Network g, ResourcePool pool, boolean proposed) {
        return new RequirementCompiler(project, g, pool, proposed).run();
    }

    private Requirements run() {
        for (Resource resource : project.resources()) {
            if (!resource.budget() && (proposed || !resource.proposed())) {
                int number = pool.add(
                        resource, pool.intern(project.calendarOf(resource).compiled()));
                if (number >= 0) {
                    resources.put(resource.id(), number);
                }
            }
        }
        int most = project.assignments().size();
        q.resource = new int[most];
        q.calendar = new CompiledCalendar[most];
        q.calendarNumber = new int[most];
        q.assignment = new int[most];
        q.shift = new long[most];
        q.firstPiece = new int[most];
        q.endPiece = new int[most];
        q.begin = new long[most];
        q.end = new long[most];
        q.units = new long[most];
        q.done = new boolean[most];
        q.floating = new boolean[most];
        q.anchor = new long[g.size];
        q.dated = new boolean[g.size];
        q.repeated = new boolean[g.size];
        q.firstUse = new int[g.size + 1];
        int[][] byActivity = assignmentsByActivity();
        for (int a = 0; a < g.size; a++) {
            q.firstUse[a] = uses;
            q.dated[a] = g.state[a] != Network.UNSTARTED;
            if (g.active[a] && !g.summary[a] && g.state[a] != Network.EXTERNAL) {
                for (int assignment : byActivity[a]) {
                    addUse(a, assignment, byActivity[a]);
                }
            }
        }
        q.firstUse[g.size] = uses;
        return q;
    }

    private int[][] assignmentsByActivity() {
        int[][] result = new int[g.size][];
        int[] count = new int[g.size];
        List<Assignment> all = project.assignments();
        int[] owner = new int[all.size()];
        for (int i = 0; i < owner.length; i++) {
            owner[i] = project.indexOf(all.get(i).activity());
            count[owner[i]]++;
        }
        for (int a = 0; a < g.size; a++) {
            result[a] = new int[count[a]];
        }
        for (int i = owner.length - 1; i >= 0; i--) {
            result[owner[i]][--count[owner[i]]] = i;
        }
        return result;
    }

    private void addUse(int a, int number, int[] siblings) {
        Assignment assignment = project.assignments().get(number);
        Integer resource = assignment.resource() == null ? null : resources.get(assignment.resource());
        if (resource == null || assignment.units() <= 0 || (assignment.proposed() && !proposed)) {
            return;
        }
        int before = q.pieces;
        q.resource[uses] = resource;
        q.calendar[uses] = calendarOf(a, resource);
        q.calendarNumber[uses] = pool.calendarNumber(resource, q.calendar[uses]);
        q.assignment[uses] = number;
        q.shift[uses] = g.state[a] == Network.UNSTARTED && !g.elapsed[a]
                ? assignment.levellingDelay().ticks()
                : 0;
        addPieces(a, assignment, siblings);
        if (q.pieces > before) {
            for (int u = q.firstUse[a]; u < uses; u++) {
                q.repeated[a] |= q.resource[u] == resource;
            }
            q.firstPiece[uses] = before;
            q.endPiece[uses++] = q.pieces;
        }
    }

    /** The calendar on which a resource works here: its own, within the activity's where that has one. */
    @SuppressWarnings("ReferenceEquality") // equal calendars of a pool are one object
    private CompiledCalendar calendarOf(int a, int resource) {
        Activity activity = project.activities().get(a);
        CompiledCalendar own = pool.calendar(resource);
        CompiledCalendar ofActivity = pool.intern(g.calendar[a]);
        if (g.elapsed[a]) {
            return always;
        }
        if (activity.ignoresResourceCalendars()) {
            return ofActivity;
        }
        if (activity.calendar() == null || own == ofActivity) {
            return own;
        }
        return common.computeIfAbsent(own, c -> new HashMap<>())
                .computeIfAbsent(ofActivity, c -> pool.intern(own.intersect(c)));
    }

    private void addPieces(int a, Assignment assignment, int[] siblings) {
        boolean shaped = assignment.timephased().stream()
                .anyMatch(block -> block.kind() == TimephasedWork.Kind.REMAINING
                        && !block.work().isZero());
        switch (g.state[a]) {
            case Network.UNSTARTED -> {
                if (shaped && !g.elapsed[a]) {
                    addPlanned(assignment, firstPlanned(siblings));
                } else {
                    addSpread(a, assignment);
                }
            }
            case Network.IN_PROGRESS -> addStarted(a, assignment, shaped);
            default ->
                add(
                        g.fixedStart[a],
                        g.fixedFinish[a],
                        ResourcePool.units(assignment.units()),
                        g.state[a] == Network.COMPLETE);
        }
    }

    /** Work spread by the contour from the assignment's start, over what its work takes or the duration leaves. */
    private void addSpread(int a, Assignment assignment) {
        Activity activity = project.activities().get(a);
        long delay = g.elapsed[a] ? 0 : assignment.delay().ticks();
        long left = g.duration[a] - delay;
        long regular = assignment.work().ticks() - assignment.overtimeWork().ticks();
        boolean byWork = regular > 0
                && assignment.contour() == Contour.FLAT
                && !g.elapsed[a]
                && activity.effortRule() != EffortRule.FIXED_DURATION;
        long span = byWork ? Math.round(regular / assignment.units()) : left;
        if (g.placement[a] == null) {
            span = Math.min(span, left);
        }
        addContour(delay, delay + span, assignment);
    }

    private void addContour(long from, long to, Assignment assignment) {
        long units = ResourcePool.units(assignment.units());
        if (assignment.contour() == Contour.FLAT || assignment.contour() == Contour.CONTOURED) {
            add(from, to, units, false);
            return;
        }
        long begin = from;
        for (int part = 0; part < Contour.PARTS; part++) {
            long end = from + (to - from) * (part + 1) / Contour.PARTS;
            add(begin, end, units * assignment.contour().percent(part) / 100, false);
            begin = end;
        }
    }

    /** The first instant of planned work of an activity. */
    private long firstPlanned(int[] siblings) {
        long first = Network.AFTER;
        for (int number : siblings) {
            for (TimephasedWork block : project.assignments().get(number).timephased()) {
                if (!block.work().isZero() && block.kind() != TimephasedWork.Kind.ACTUAL_OVERTIME) {
                    first = Math.min(first, Ticks.of(block.from()));
                }
            }
        }
        return first;
    }

    /** Work as given by time, which moves with the start. */
    private void addPlanned(Assignment assignment, long origin) {
        CompiledCalendar calendar = q.calendar[uses];
        int first = q.pieces;
        for (TimephasedWork block : inOrder(assignment.timephased(), TimephasedWork.Kind.REMAINING)) {
            long from = Ticks.of(block.from());
            long begin = calendar.work(origin, from);
            long length = calendar.work(from, Ticks.of(block.to()));
            addBlock(first, begin, begin + length, length, block.work());
        }
    }

    /** A block of work by time, joined with the last where it goes on evenly. */
    private void addBlock(int first, long begin, long end, long length, WorkTime work) {
        if (length <= 0) {
            return;
        }
        long units = Math.round((double) work.ticks() / length * ResourcePool.UNIT);
        boolean goesOn = q.pieces > first
                && q.end[q.pieces - 1] == begin
                && Math.abs(q.units[q.pieces - 1] - units) <= ResourcePool.UNIT / 1000;
        if (goesOn) {
            q.end[q.pieces - 1] = end;
        } else {
            add(begin, end, units, false);
        }
    }

    private static List<TimephasedWork> inOrder(List<TimephasedWork> blocks, TimephasedWork.Kind kind) {
        return blocks.stream()
                .filter(block -> block.kind() == kind && !block.work().isZero())
                .sorted(Comparator.comparing(TimephasedWork::from))
                .toList();
    }

    /** What is done, from the actual start to where work stopped, and what is left, from where it goes on. */
    private void addStarted(int a, Assignment assignment, boolean shaped) {
        long stop = stopOf(a);
        long units = ResourcePool.units(assignment.units());
        add(g.fixedStart[a], stop, units, true);
        if (shaped && assignment.contour() != Contour.FLAT) {
            for (TimephasedWork block : inOrder(assignment.timephased(), TimephasedWork.Kind.REMAINING)) {
                long from = Ticks.of(block.from());
                long to = Ticks.of(block.to());
                long length = q.calendar[uses].work(from, to);
                if (length > 0) {
                    add(from, to, Math.round((double) block.work().ticks() / length * ResourcePool.UNIT), false);
                }
            }
            return;
        }
        WorkTime left = assignment.remainingWork();
        if (left != null && left.isZero()) {
            return;
        }
        long from = assignment.resume() == null ? g.resume[a] : Math.max(Ticks.of(assignment.resume()), g.resume[a]);
        long to = left == null
                ? g.fixedFinish[a]
                : Math.min(g.fixedFinish[a], q.calendar[uses].add(from, Math.round(left.ticks() / assignment.units())));
        add(from, to, units, false);
    }

    private long stopOf(int a) {
        Activity activity = project.activities().get(a);
        if (activity.progress().stop() != null) {
            return Ticks.of(activity.progress().stop());
        }
        long done = activity.actualDuration().ticks();
        long stop = g.elapsed[a] ? g.fixedStart[a] + done : g.calendar[a].add(g.fixedStart[a], done);
        return Math.min(stop, g.resume[a]);
    }

    private void add(long begin, long end, long units, boolean done) {
        if (begin < end && units > 0) {
            q.add(begin, end, units, done);
        }
    }
}
