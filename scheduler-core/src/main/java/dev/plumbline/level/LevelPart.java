package dev.plumbline.level;

import dev.plumbline.cpm.ScheduleOptions;
import dev.plumbline.internal.kernel.ForwardPass;
import dev.plumbline.internal.kernel.LevellerPart;
import dev.plumbline.internal.kernel.Passes;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.internal.network.RequirementCompiler;
import dev.plumbline.internal.network.Requirements;
import dev.plumbline.internal.network.ResourcePool;
import dev.plumbline.internal.util.Stopped;
import dev.plumbline.model.Project;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One project while it is levelled: its network, what it asks for, and its dates. */
final class LevelPart {

    private final Project project;
    private final long priority;
    private final boolean honour;
    private final boolean openEnds;
    private final Network g;
    private final LevellerPart kernel;
    private final @Nullable Immovable[] immovable;
    private Times unlevelled;
    private @Nullable Times soonest;
    private LevellerPart engine;

    LevelPart(
            Project project,
            long priority,
            ScheduleOptions options,
            ResourcePool pool,
            boolean proposed,
            BooleanSupplier stop) {
        this.project = project;
        this.priority = priority;
        this.honour = options.honourConstraints();
        this.openEnds = options.multipleCriticalPaths() != null
                ? options.multipleCriticalPaths()
                : project.settings().multipleCriticalPaths();
        this.g = NetworkCompiler.compile(project, stop).copy();
        Requirements q = RequirementCompiler.compile(project, g, pool, proposed);
        Stopped.check(stop);
        this.unlevelled = passes(stop);
        this.kernel = new LevellerPart(g, q, honour, unlevelled);
        this.kernel.backward = g.finish != Network.AFTER;
        this.kernel.openEndsCritical = openEnds;
        this.engine = kernel;
        this.immovable = new Immovable[g.size];
    }

    /**
     * Returns dates by the delays that the network has now.
     *
     * @throws Stopped if it is told to stop
     */
    Times passes(BooleanSupplier stop) {
        Times times = new Times(g);
        Passes.run(g, honour, openEnds, times, stop);
        return times;
    }

    /**
     * Computes the dates again after delays were taken away, and takes them for those before levelling.
     *
     * @throws Stopped if it is told to stop
     */
    void refresh(BooleanSupplier stop) {
        unlevelled = passes(stop);
        kernel.t = unlevelled.copy();
    }

    /** The dates as soon as possible, whatever is as late as possible, without delays that count from the finish. */
    Times soonest() {
        Times times = soonest;
        if (times == null) {
            times = new Times(g);
            ForwardPass.run(g, honour, times);
            soonest = times;
        }
        return times;
    }

    /** Whether the project is scheduled from its finish. */
    boolean isBackward() {
        return kernel.backward;
    }

    /** Takes over how activities were placed when this project was still another: before it was split or moved by hand. */
    void placedBy(LevelPart other) {
        engine = other.kernel;
        unlevelled = other.unlevelled;
        System.arraycopy(other.immovable, 0, immovable, 0, immovable.length);
    }

    /** How activities were placed. */
    LevellerPart engine() {
        return engine;
    }

    /** Takes the finish of the project from the dates as they are now. */
    void settleFinish() {
        ForwardPass.finishProject(g, kernel.t);
        if (g.finish != Network.AFTER) {
            kernel.t.projectFinish = g.finish;
        }
    }

    Project project() {
        return project;
    }

    long priority() {
        return priority;
    }

    boolean honour() {
        return honour;
    }

    boolean openEnds() {
        return openEnds;
    }

    Network network() {
        return g;
    }

    LevellerPart kernel() {
        return kernel;
    }

    Requirements requirements() {
        return kernel.requirements();
    }

    /** The dates before levelling. */
    Times unlevelled() {
        return unlevelled;
    }

    /** The dates as they are now. */
    Times times() {
        return kernel.t;
    }

    /** Why an activity is not moved; null where it may be. */
    @Nullable
    Immovable immovable(int a) {
        return immovable[a];
    }

    void keep(int a, @Nullable Immovable why) {
        immovable[a] = why;
        kernel.movable[a] = why == null;
        if (why == null && requirements().dated[a]) {
            kernel.release(a);
        }
    }

    /** Which activities may be moved. */
    boolean[] mayMove() {
        boolean[] may = new boolean[g.size];
        for (int a = 0; a < g.size; a++) {
            may[a] = immovable[a] == null;
        }
        return may;
    }

    boolean uses(int a) {
        Requirements q = requirements();
        return q.firstUse[a] < q.firstUse[a + 1];
    }

    String id(int a) {
        return project.activities().get(a).id();
    }
}
