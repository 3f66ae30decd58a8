package dev.plumbline.level;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.cpm.ScheduleOptions;
import dev.plumbline.internal.kernel.Leveller;
import dev.plumbline.internal.kernel.ResourceTimeline;
import dev.plumbline.internal.kernel.SharedTime;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.Requirements;
import dev.plumbline.internal.network.ResourcePool;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Project;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Levels one or several projects once. */
final class LevelRun {

    /*
     * Activities that are not moved by resources but by logic (priority 1000, constraints, as late as possible, or no place
     * found) may come to stand where others were placed before them. Then the schedule is generated again with their places
     * booked in advance, until nothing clashes or a few rounds don't help.
     */

    private static final int MOST_ROUNDS = 8;
    private static final long UNLIMITED = 1L << 50;

    private final Levelling how;
    private final ScheduleOptions options;
    private final ResourcePool pool = new ResourcePool();
    private final List<LevelPart> parts = new ArrayList<>();
    private final List<Schedule> before = new ArrayList<>();
    private final byte[][] failures;
    private final Movability movability;

    LevelRun(List<Levelling.Claim> claims, Levelling how, ScheduleOptions options) {
        this.how = how;
        this.options = Objects.requireNonNull(options, "options");
        for (Levelling.Claim claim : claims) {
            before.add(CriticalPath.schedule(claim.project(), options));
            parts.add(new LevelPart(
                    claim.project(),
                    claim.priority(),
                    options,
                    pool,
                    how.scope().proposed()));
        }
        this.failures = new byte[parts.size()][];
        this.movability = new Movability(how, pool);
    }

    List<Levelled> run() {
        for (int p = 0; p < parts.size(); p++) {
            failures[p] = new byte[parts.get(p).network().size];
            movability.decide(parts.get(p));
        }
        boolean asIs = !movability.isImprovable(Load.of(pool, parts));
        if (!asIs) {
            clear();
            place();
        }
        boolean explain = asIs || how.conflicts().isPresent();
        LevelResult result = new LevelResult(parts, pool, failures, movability, explain, this::timelines);
        List<Levelled> levelled = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            Schedule was = before.get(p);
            Project project = asIs ? was.project() : delayed(parts.get(p));
            Schedule schedule = project.equals(was.project()) ? was : CriticalPath.schedule(project, options);
            levelled.add(new Levelled(was, schedule, result, p));
        }
        return List.copyOf(levelled);
    }

    private void place() {
        ConflictRules rules = how.conflicts().orElse(null);
        if (rules != null) {
            new ConflictRun(parts, pool, how, rules, movability, this::timelines).run();
        } else {
            Ranking.rank(parts, how.rule());
            generate();
        }
    }

    private void clear() {
        for (LevelPart part : parts) {
            Network g = part.network();
            for (int a = 0; a < g.size; a++) {
                if (how.clearsFirst() && part.uses(a) && part.immovable(a) == null) {
                    g.delay[a] = 0;
                }
            }
            part.refresh();
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
        Leveller.Part kernel = part.kernel();
        switch (part.project().activities().get(a).constraint().type()) {
            case START_NO_LATER_THAN -> kernel.latestStart[a] = limit(part, a, t.earlyStart[a], g.constraintDate[a]);
            case FINISH_NO_LATER_THAN -> kernel.latestFinish[a] = limit(part, a, t.earlyFinish[a], g.constraintDate[a]);
            default -> {}
        }
        if (how.isWithinFloat()) {
            kernel.latestStart[a] = Math.min(kernel.latestStart[a], Math.max(t.earlyStart[a], t.lateStart[a]));
            kernel.latestFinish[a] = Math.min(kernel.latestFinish[a], Math.max(t.earlyFinish[a], t.lateFinish[a]));
        }
    }

    private static long limit(LevelPart part, int a, long early, long date) {
        return part.honour() && part.network().active[a] ? Math.max(early, date) : Network.AFTER;
    }

    private void generate() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            expectLate();
            Leveller.Part[] kernels = parts.stream().map(LevelPart::kernel).toArray(Leveller.Part[]::new);
            Leveller.run(kernels, timelines(), how.scheme() == GenerationScheme.PARALLEL);
            boolean again = false;
            for (int p = 0; p < parts.size(); p++) {
                again |= settle(p);
            }
            if (!again) {
                return;
            }
        }
    }

    /** Activities as late as possible are expected at their late dates. */
    private void expectLate() {
        for (LevelPart part : parts) {
            for (int a = 0; a < part.network().size; a++) {
                if (part.times().late[a]) {
                    part.kernel().expected[a] = part.times().lateStart[a];
                }
            }
        }
    }

    /** Takes the dates by the new delays; returns whether places that were not chosen clash and are worth booking ahead. */
    private boolean settle(int p) {
        LevelPart part = parts.get(p);
        Leveller.Part kernel = part.kernel();
        boolean clash = false;
        boolean moved = false;
        Times placed = kernel.t;
        kernel.t = part.passes();
        for (int a = 0; a < part.network().size; a++) {
            if (!part.uses(a) || part.requirements().dated[a]) {
                continue;
            }
            boolean shifted = kernel.t.earlyStart[a] != placed.earlyStart[a];
            if (kernel.outcome[a] == Leveller.NEVER || kernel.outcome[a] == Leveller.BEYOND) {
                failures[p][a] = kernel.outcome[a];
            }
            boolean bound = kernel.outcome[a] == Leveller.BEYOND && isBound(part, a);
            if (kernel.outcome[a] == Leveller.KEPT || bound) {
                kernel.movable[a] = false;
                clash |= kernel.clashes[a];
                moved |= kernel.expected[a] != kernel.t.earlyStart[a];
                kernel.expected[a] = kernel.t.earlyStart[a];
            }
            clash |= shifted;
            moved |= shifted;
        }
        return clash && moved;
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

    private static Project delayed(LevelPart part) {
        Network g = part.network();
        Requirements q = part.requirements();
        int[] next = {0};
        return part.project().toBuilder()
                .replaceEach(activity -> {
                    int a = next[0]++;
                    boolean changed = q.firstUse[a] < q.firstUse[a + 1]
                            && g.state[a] == Network.UNSTARTED
                            && activity.levellingDelay().ticks() != g.delay[a];
                    return changed ? delayed(activity, g.delay[a]) : activity;
                })
                .build();
    }

    private static Activity delayed(Activity activity, long ticks) {
        return activity.with(a -> a.levellingDelay(Levelled.elapsed(ticks)));
    }
}
