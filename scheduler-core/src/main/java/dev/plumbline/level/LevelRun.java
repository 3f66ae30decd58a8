package dev.plumbline.level;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.cpm.ScheduleOptions;
import dev.plumbline.internal.kernel.LevellerPart;
import dev.plumbline.internal.kernel.ResourceTimeline;
import dev.plumbline.internal.kernel.SharedTime;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.ResourcePool;
import dev.plumbline.internal.util.Stopped;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** Levels one or several projects once. */
final class LevelRun {

    private static final long UNLIMITED = 1L << 50;

    private final Levelling how;
    private final ScheduleOptions options;
    private final List<Levelling.Claim> claims;
    private final ResourcePool pool = new ResourcePool();
    private final List<LevelPart> parts = new ArrayList<>();
    private final List<Schedule> before = new ArrayList<>();
    private final byte[][] failures;
    private final Movability movability;
    private BooleanSupplier stop;
    private boolean complete = true;

    /** Gets ready to level; that can't be stopped. */
    LevelRun(List<Levelling.Claim> claims, Levelling how, ScheduleOptions options) {
        this(claims, how, options, Stopped.NEVER);
    }

    /**
     * Gets ready to level.
     *
     * @throws Stopped if it is told to stop
     */
    LevelRun(List<Levelling.Claim> claims, Levelling how, ScheduleOptions options, BooleanSupplier stop) {
        this.stop = stop;
        this.how = how;
        this.options = Objects.requireNonNull(options, "options");
        this.claims = claims;
        for (Levelling.Claim claim : claims) {
            Stopped.check(stop);
            before.add(CriticalPath.schedule(claim.project(), options));
            Stopped.check(stop);
            parts.add(part(claim.project(), claim.priority(), stop));
        }
        this.failures = new byte[parts.size()][];
        this.movability = new Movability(how, pool, parts);
    }

    private LevelPart part(Project project, int priority, BooleanSupplier until) {
        return new LevelPart(project, priority, options, pool, how.scope().proposed(), until);
    }

    /** Lets the run end before its time. */
    LevelRun stoppedBy(BooleanSupplier value) {
        stop = value;
        return this;
    }

    /**
     * Returns the levelled plans.
     *
     * @throws Stopped if it is stopped before there are any
     */
    List<Levelled> run() {
        decide();
        Stopped.check(stop);
        boolean asIs = !movability.isImprovable(Load.of(pool, parts));
        if (!asIs) {
            Stopped.check(stop);
            unsplit();
            clear();
            complete = place();
        }
        return results(asIs);
    }

    static PlumblineException stopped() {
        return new PlumblineException(Problem.error(
                "CANCELLED",
                "levelling was stopped before there was a schedule",
                "the plan is as it was; level it again"));
    }

    /** Gets ready for {@link #trial} and {@link #ranked}: decides who may move and takes delays and splits away. */
    void prepare() {
        decide();
        unsplit();
        clear();
        for (LevelPart part : parts) {
            Flexibility.decide(part, how.freedom());
        }
    }

    /** Returns the plans levelled in the order of ranks, by part and activity. */
    List<Levelled> ranked(int[][] ranks, GenerationScheme scheme) {
        trial(ranks, scheme);
        return results(false);
    }

    /** Places everything in the order of ranks; the dates are then in the parts. */
    void trial(int[][] ranks, GenerationScheme scheme) {
        for (int p = 0; p < parts.size(); p++) {
            System.arraycopy(ranks[p], 0, parts.get(p).kernel().rank, 0, ranks[p].length);
        }
        new Generation(parts, how, this::timelines, failures, stop).once(scheme == GenerationScheme.PARALLEL);
    }

    private List<Levelled> results(boolean asIs) {
        List<Project> projects = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            projects.add(asIs ? before.get(p).project() : amended(p));
        }
        boolean explain = asIs || how.conflicts().isPresent();
        LevelResult result = new LevelResult(parts, pool, failures, movability, explain, this::timelines, complete);
        List<Levelled> levelled = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            Schedule was = before.get(p);
            Project project = projects.get(p);
            Schedule schedule = project.equals(was.project()) ? was : CriticalPath.schedule(project, options);
            levelled.add(new Levelled(was, mayLeave() && isSame(was, schedule) ? was : schedule, result, p));
        }
        return List.copyOf(levelled);
    }

    /** Whether overallocations may be left although there are activities that could be moved. */
    private boolean mayLeave() {
        return how.conflicts().isPresent() || how.isWithinFloat();
    }

    /** Whether nothing came to stand elsewhere. */
    private static boolean isSame(Schedule was, Schedule schedule) {
        List<ActivityTimes> before = was.activities();
        List<ActivityTimes> after = schedule.activities();
        for (int a = 0; a < before.size(); a++) {
            ActivityTimes one = before.get(a);
            ActivityTimes other = after.get(a);
            if (!one.start().equals(other.start()) || !one.finish().equals(other.finish())) {
                return false;
            }
        }
        return true;
    }

    private void decide() {
        for (int p = 0; p < parts.size(); p++) {
            failures[p] = new byte[parts.get(p).network().size];
            movability.decide(parts.get(p));
        }
    }

    /** Takes away splits, and moves of typed dates, that earlier levelling made. */
    private void unsplit() {
        boolean any = false;
        for (int p = 0; how.clearsFirst() && p < parts.size(); p++) {
            LevelPart part = parts.get(p);
            Project whole = Clearing.withoutSplits(
                    part.project(),
                    activity -> movability.isOpen(part, part.project().indexOf(activity.id())));
            if (!whole.equals(part.project())) {
                parts.set(p, part(whole, claims.get(p).priority(), stop));
                any = true;
            }
        }
        if (any) {
            decide();
        }
    }

    /** The project as it was levelled; where that is more than delays, it is compiled anew, to tell what came of it. */
    private Project amended(int p) {
        LevelPart part = parts.get(p);
        Project project = Amendment.of(part);
        if (Amendment.isDeep(part)) {
            LevelPart after = part(project, claims.get(p).priority(), Stopped.NEVER);
            after.placedBy(part);
            parts.set(p, after);
        }
        return project;
    }

    /** Where each part begins if the activities of all parts stand in a row; one more for the end. */
    static int[] bases(List<LevelPart> parts) {
        int[] base = new int[parts.size() + 1];
        for (int p = 0; p < parts.size(); p++) {
            base[p + 1] = base[p] + parts.get(p).network().size;
        }
        return base;
    }

    /** Whether all dates are levelled, activities are delayed as a whole and no capacity is exceeded: then bounds hold. */
    boolean isPlain() {
        Freedom freedom = how.freedom();
        return !how.scope().isLimited()
                && !freedom.splits()
                && !freedom.assignments()
                && !freedom.manual()
                && freedom.extraPercent() == 0;
    }

    boolean isBackward() {
        return parts.stream().anyMatch(LevelPart::isBackward);
    }

    List<LevelPart> parts() {
        return parts;
    }

    ResourcePool pool() {
        return pool;
    }

    Movability movability() {
        return movability;
    }

    private boolean place() {
        for (LevelPart part : parts) {
            Flexibility.decide(part, how.freedom());
        }
        ConflictRules rules = how.conflicts().orElse(null);
        if (rules != null && parts.stream().noneMatch(LevelPart::isBackward)) {
            SharedTime shared = new SharedTime(parts.get(0).network().start);
            return new ConflictRun(parts, pool, how, rules, movability, r -> timeline(r, shared), stop).run();
        }
        return new Generation(parts, how, this::timelines, failures, stop).run();
    }

    private void clear() {
        for (LevelPart part : parts) {
            Network g = part.network();
            for (int a = 0; a < g.size; a++) {
                if (how.clearsFirst() && part.uses(a) && part.immovable(a) == null) {
                    g.delay[a] = 0;
                }
            }
            part.refresh(stop);
            for (int a = 0; a < g.size; a++) {
                part.kernel().keptDelay[a] = g.delay[a];
                limit(part, a);
            }
        }
    }

    /** Constraints limit how late an activity may begin and end, and so does float where it must not be exceeded. */
    private void limit(LevelPart part, int a) {
        Network g = part.network();
        Times t = part.unlevelled();
        LevellerPart kernel = part.kernel();
        switch (part.project().activities().get(a).constraint().type()) {
            case START_NO_LATER_THAN -> kernel.latestStart[a] = limit(part, a, t.earlyStart[a], g.constraintDate[a]);
            case FINISH_NO_LATER_THAN -> kernel.latestFinish[a] = limit(part, a, t.earlyFinish[a], g.constraintDate[a]);
            default -> {}
        }
        if (!how.isWithinFloat()) {
            return;
        }
        long least = how.freedom().leastFloat().ticks();
        if (part.isBackward()) {
            long soonest = later(g, a, part.soonest().earlyStart[a], least);
            kernel.leastStart[a] = Math.min(t.earlyStart[a], soonest);
            return;
        }
        long lateStart = later(g, a, t.lateStart[a], -least);
        long lateFinish = later(g, a, t.lateFinish[a], -least);
        if (g.state[a] != Network.IN_PROGRESS) {
            kernel.latestStart[a] = Math.min(kernel.latestStart[a], Math.max(t.earlyStart[a], lateStart));
        }
        kernel.latestFinish[a] = Math.min(kernel.latestFinish[a], Math.max(t.earlyFinish[a], lateFinish));
    }

    private static long later(Network g, int a, long instant, long ticks) {
        if (ticks == 0) {
            return instant;
        }
        return g.elapsed[a] ? instant + ticks : g.calendar[a].add(instant, ticks);
    }

    private static long limit(LevelPart part, int a, long early, long date) {
        return part.honour() && part.network().active[a] ? Math.max(early, date) : Network.AFTER;
    }

    /** Whether a constraint says how late an activity may begin or end. */
    static boolean isBound(LevelPart part, int a) {
        Constraint.Type type = part.project().activities().get(a).constraint().type();
        return type == Constraint.Type.START_NO_LATER_THAN || type == Constraint.Type.FINISH_NO_LATER_THAN;
    }

    /** Empty timelines of the resources that are levelled; null for the others. */
    private ResourceTimeline[] timelines() {
        ResourceTimeline[] timelines = new ResourceTimeline[pool.size()];
        SharedTime shared = new SharedTime(parts.get(0).network().start);
        for (int r = 0; r < timelines.length; r++) {
            if (movability.isLevelled(r)) {
                timelines[r] = timeline(r, shared);
            }
        }
        return timelines;
    }

    private ResourceTimeline timeline(int r, SharedTime shared) {
        long[] from = pool.capacityFrom(r);
        long begin = tick(how.scope().from(), Long.MIN_VALUE);
        long end = tick(how.scope().to(), Long.MAX_VALUE);
        if (how.scope().isLimited()) {
            long[] more = Arrays.copyOf(from, from.length + 2);
            more[from.length] = begin;
            more[from.length + 1] = end;
            from = Arrays.stream(more).sorted().distinct().toArray();
        }
        long[] units = new long[from.length];
        for (int i = 0; i < units.length; i++) {
            units[i] = from[i] < begin || from[i] >= end ? UNLIMITED : pool.capacityAt(r, from[i]);
        }
        return new ResourceTimeline(pool.useCalendars(r), shared, from, units);
    }

    static long tick(LocalDateTime instant, long otherwise) {
        return instant.equals(LocalDateTime.MIN) || instant.equals(LocalDateTime.MAX) ? otherwise : Ticks.of(instant);
    }
}
