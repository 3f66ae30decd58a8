package dev.plumbline.internal.risk;

import dev.plumbline.internal.kernel.ForwardPass;
import dev.plumbline.internal.kernel.Passes;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.PercentLags;
import dev.plumbline.internal.network.Placement;
import org.jspecify.annotations.Nullable;

/** Schedules one replicate after the other by the passes of the critical path method; takes every plan. */
public final class GeneralReplicator extends SingleReplicator {

    /*
     * The simple twin of the lanes: a copy of the network gets the drawn durations and lags, then the passes run as they do for a
     * plan. Gaps between parts of an activity stay, assignments on calendars of their own stretch in proportion, lags that are a
     * share of a duration follow it.
     */

    private final Plan plan;
    private final Model model;
    private final Network g;
    private final Times t;
    private final boolean counts;
    private final long[] gaps;
    private final @Nullable Placement[] placement;
    private final int[][] percentLags;

    /**
     * What all workers share.
     *
     * @param model the inputs
     * @param percents lags that follow a duration
     * @param uniforms the random numbers
     * @param honour whether constraint dates win over relationships
     * @param openEndsCritical whether every open end is critical
     * @param plannedLength working ticks of the project from start to finish as planned
     */
    public record Plan(
            Model model,
            PercentLags percents,
            Uniforms uniforms,
            boolean honour,
            boolean openEndsCritical,
            long plannedLength) {}

    /**
     * Makes a worker.
     *
     * @param plan what all workers share
     * @param capacity the most iterations at a time
     * @param outcome where finishes go
     * @param counts whether criticality is counted
     * @param significant whether significance is summed
     */
    public GeneralReplicator(Plan plan, int capacity, Outcome outcome, boolean counts, boolean significant) {
        super(
                new Draws(plan.model, plan.uniforms, capacity),
                capacity,
                outcome,
                new Scribe(plan.model.g, outcome, counts, significant, plan.plannedLength));
        this.plan = plan;
        this.model = plan.model;
        this.g = model.g.copy();
        this.t = new Times(g);
        this.counts = counts;
        int durations = model.durations.size();
        this.gaps = new long[durations];
        this.placement = new Placement[durations];
        this.percentLags = new int[durations][];
        int[] none = {};
        int[] durationOf = new int[g.size];
        java.util.Arrays.fill(durationOf, -1);
        for (int d = 0; d < durations; d++) {
            Model.Duration each = model.durations.get(d);
            int a = each.activity();
            durationOf[a] = d;
            boolean begun = g.state[a] == Network.IN_PROGRESS;
            gaps[d] = (begun ? g.remaining[a] : g.span[a]) - each.planned();
            placement[d] = begun ? null : g.placement[a];
            percentLags[d] = none;
        }
        for (int i = 0; i < plan.percents.size(); i++) {
            int d = durationOf[g.tail[plan.percents.edge(i)]];
            if (d >= 0) {
                int[] more = java.util.Arrays.copyOf(percentLags[d], percentLags[d].length + 1);
                more[more.length - 1] = i;
                percentLags[d] = more;
            }
        }
    }

    @Override
    protected void replicate(int iteration, int lane) {
        for (int d = 0; d < gaps.length; d++) {
            set(d, duration(d, lane));
        }
        for (int l = 0; l < model.lags.size(); l++) {
            g.lag[model.edge(l)] = lag(l, lane);
        }
        boolean forwardOnly = !counts && g.finish == Network.AFTER && !plan.model.hasLate();
        if (forwardOnly) {
            ForwardPass.run(g, plan.honour, t);
        } else {
            java.util.Arrays.fill(t.late, false);
            Passes.run(g, plan.honour, plan.openEndsCritical, t);
        }
        scribe().write(iteration, g, t);
    }

    private void set(int d, long ticks) {
        int a = model.activity(d);
        if (g.state[a] == Network.IN_PROGRESS) {
            g.remaining[a] = Math.max(0, gaps[d] + ticks);
            g.fixedFinish[a] =
                    g.elapsed[a] ? g.resume[a] + g.remaining[a] : g.calendar[a].add(g.resume[a], g.remaining[a]);
            return;
        }
        g.duration[a] = ticks;
        g.span[a] = gaps[d] + ticks;
        Placement planned = placement[d];
        if (planned != null) {
            g.placement[a] = ticks == 0 ? null : planned.scaled(model.planned(d), ticks);
        }
        for (int i : percentLags[d]) {
            g.lag[plan.percents.edge(i)] = plan.percents.ticks(i, ticks);
        }
    }
}
