package dev.plumbline.internal.risk;

import dev.plumbline.internal.kernel.Floats;
import dev.plumbline.internal.kernel.ForwardPass;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;

/** Writes down what one scheduled replicate came to. One object serves one worker. */
public final class Scribe {

    private final Outcome outcome;
    private final Tally tally;
    private final boolean counts;
    private final long plannedLength;
    private final boolean[] critical;

    /**
     * Makes a scribe.
     *
     * @param network the network whose activities and edges are counted
     * @param outcome where finishes go
     * @param counts whether criticality is counted
     * @param significant whether significance is summed
     * @param plannedLength working ticks of the project from start to finish as planned
     */
    public Scribe(Network network, Outcome outcome, boolean counts, boolean significant, long plannedLength) {
        this.outcome = outcome;
        this.counts = counts;
        this.plannedLength = plannedLength;
        this.tally = new Tally(network.size, network.head.length, significant);
        this.critical = new boolean[network.size];
    }

    /** Returns what was counted. */
    public Tally tally() {
        return tally;
    }

    /** Writes down the dates of an iteration. */
    public void write(int iteration, long finish, long[] tracked) {
        outcome.finish[iteration] = offset(finish);
        for (int k = 0; k < tracked.length; k++) {
            outcome.trackedFinish[k][iteration] = offset(tracked[k]);
        }
    }

    /** Writes down an iteration. */
    public void write(int iteration, Network g, Times t) {
        if (t.outOfRange >= 0) {
            throw new OutOfRange(t.outOfRange);
        }
        outcome.finish[iteration] = offset(t.projectFinish);
        for (int k = 0; k < outcome.tracked.length; k++) {
            outcome.trackedFinish[k][iteration] = offset(t.earlyFinish[outcome.tracked[k]]);
        }
        if (counts) {
            count(g, t);
        }
    }

    private int offset(long instant) {
        long ticks = instant - outcome.origin;
        if (ticks != (int) ticks) {
            throw new OutOfRange(-1);
        }
        return (int) ticks;
    }

    private void count(Network g, Times t) {
        double stretch = Tally.stretch(g.projectCalendar.work(outcome.origin, t.projectFinish), plannedLength);
        for (int a = 0; a < g.size; a++) {
            critical[a] = false;
            if (!counts(g, a)) {
                continue;
            }
            long total = Floats.total(g, t, a);
            critical[a] = total <= 0;
            tally.critical[a] += total <= 0 ? 1 : 0;
            if (tally.significant) {
                long duration = g.state[a] == Network.IN_PROGRESS ? g.remaining[a] : g.span[a];
                tally.significance[a] += Tally.significance(duration, total, stretch);
            }
        }
        countEdges(g, t);
    }

    private static boolean counts(Network g, int a) {
        return !g.summary[a] && g.active[a] && g.state[a] != Network.COMPLETE;
    }

    private void countEdges(Network g, Times t) {
        for (int e = 0; e < g.head.length; e++) {
            boolean ends = critical[g.tail[e]] && critical[g.head[e]] && g.lagKind[e] != Network.CUT;
            if (ends && Floats.gap(g, t, e, g.head[e], ForwardPass.bound(g, t, e)) <= 0) {
                tally.criticalEdge[e]++;
            }
        }
    }
}
