package dev.plumbline.risk;

import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.risk.Outcome;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Project;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Runs an analysis to its end: all iterations, precise enough, or cancelled. */
final class Simulation {

    /** After so many iterations each the precision is looked at. */
    private static final int ROUND = 1000;

    private static final int MOST_MILESTONES = 32;

    private Simulation() {}

    static RiskResult run(RiskAnalysis analysis, int iterations, long seed) {
        Draft draft = analysis.draft();
        Engine engine = new Engine(analysis, seed);
        int[] tracked = tracked(analysis.project(), draft, engine.compiled().model().g);
        Engine.Detail detail = draft.criticality ? Engine.Detail.CRITICALITY : Engine.Detail.DATES;
        Engine.Run run = engine.prepare(iterations, tracked, detail);
        BooleanSupplier stop = stop(draft);
        int done = 0;
        boolean precise = false;
        while (done < iterations && !precise && !stop.getAsBoolean()) {
            int to = draft.precision == null ? iterations : Math.min(iterations, done + ROUND);
            done = engine.go(run, done, to, stop, now -> draft.listener.accept(new RiskProgress(now, iterations)));
            precise = draft.precision != null && done == to && isPrecise(engine, run.outcome(), done, draft.precision);
        }
        StoppedBy early = precise ? StoppedBy.PRECISION : StoppedBy.CANCELLED;
        StoppedBy reason = precise || done < iterations ? early : StoppedBy.ITERATIONS;
        return new RiskResult(analysis, engine, run, done, seed, reason);
    }

    /** Once asked to stop, every thread stops. */
    private static BooleanSupplier stop(Draft draft) {
        AtomicBoolean stopped = new AtomicBoolean();
        Thread caller = Thread.currentThread();
        return () -> {
            if (!stopped.get() && (draft.cancelled.getAsBoolean() || caller.isInterrupted())) {
                stopped.set(true);
            }
            return stopped.get();
        };
    }

    private static boolean isPrecise(Engine engine, Outcome outcome, int done, Precision precision) {
        FinishDistribution finish = new FinishDistribution(
                "",
                engine.origin(),
                java.util.Arrays.copyOf(outcome.finish, done),
                engine.compiled().model().g.projectCalendar,
                engine.compiled().schedule().finish());
        return finish.halfWidth(precision.percentile()).compareTo(precision.halfWidth()) <= 0;
    }

    private static int[] tracked(Project project, Draft draft, Network g) {
        Set<Integer> tracked = new LinkedHashSet<>();
        draft.tracked.forEach(id -> tracked.add(project.indexOf(id)));
        int milestones = 0;
        for (int a = 0; a < g.size && milestones < MOST_MILESTONES; a++) {
            Activity activity = project.activities().get(a);
            boolean milestone = !g.summary[a]
                    && g.active[a]
                    && (activity.milestone() || activity.duration().isZero());
            if (milestone) {
                tracked.add(a);
                milestones++;
            }
        }
        return tracked.stream().mapToInt(Integer::intValue).toArray();
    }
}
