package dev.plumbline.level;

import dev.plumbline.cpm.ScheduleOptions;
import dev.plumbline.internal.kernel.Leveller;
import dev.plumbline.internal.kernel.Passes;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.internal.network.RequirementCompiler;
import dev.plumbline.internal.network.Requirements;
import dev.plumbline.internal.network.ResourcePool;
import dev.plumbline.model.Project;
import org.jspecify.annotations.Nullable;

/** One project while it is levelled: its network, what it asks for, and its dates. */
final class LevelPart {

    private final Project project;
    private final long priority;
    private final boolean honour;
    private final boolean openEnds;
    private final Network g;
    private final Leveller.Part kernel;
    private final @Nullable Immovable[] immovable;
    private Times unlevelled;

    LevelPart(Project project, long priority, ScheduleOptions options, ResourcePool pool, boolean proposed) {
        this.project = project;
        this.priority = priority;
        this.honour = options.honourConstraints();
        this.openEnds = options.multipleCriticalPaths() != null
                ? options.multipleCriticalPaths()
                : project.settings().multipleCriticalPaths();
        this.g = NetworkCompiler.compile(project).copy();
        Requirements q = RequirementCompiler.compile(project, g, pool, proposed);
        this.unlevelled = passes();
        this.kernel = new Leveller.Part(g, q, honour, unlevelled);
        this.immovable = new Immovable[g.size];
    }

    /** Returns dates by the delays that the network has now. */
    Times passes() {
        Times times = new Times(g);
        Passes.run(g, honour, openEnds, times);
        return times;
    }

    /** Computes the dates again after delays were taken away, and takes them for those before levelling. */
    void refresh() {
        unlevelled = passes();
        kernel.t = passes();
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

    Network network() {
        return g;
    }

    Leveller.Part kernel() {
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
    }

    boolean uses(int a) {
        Requirements q = requirements();
        return q.firstUse[a] < q.firstUse[a + 1];
    }

    String id(int a) {
        return project.activities().get(a).id();
    }
}
