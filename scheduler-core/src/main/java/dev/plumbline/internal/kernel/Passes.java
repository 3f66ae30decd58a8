package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.FlatNetwork;
import dev.plumbline.internal.network.Network;

/** The passes in their order, for projects scheduled from their start and from their finish. */
public final class Passes {

    private static final byte ALAP = 1;

    private Passes() {}

    /** Computes all dates, in pure working time where the plan is plain. */
    public static void run(Network g, boolean honour, boolean openEndsCritical, Times t) {
        FlatNetwork flat = FlatNetwork.of(g);
        if (flat == null) {
            byRules(g, honour, openEndsCritical, t);
            return;
        }
        int[] early = new int[flat.size];
        int[] late = new int[flat.size];
        int finish = FlatPasses.forward(flat, early);
        FlatPasses.backward(flat, finish, openEndsCritical ? early : null, late);
        FlatDates.write(flat, g, openEndsCritical, early, late, t);
    }

    /** Computes all dates of any plan by the general rules, event by event on the clock. */
    public static void byRules(Network g, boolean honour, boolean openEndsCritical, Times t) {
        forward(g, honour, t);
        boolean late = markLate(g, t); // from here on, so that delays of their finish count in the first pass back
        BackwardPass.run(g, honour, openEndsCritical, t);
        if (late) {
            forward(g, honour, t);
            BackwardPass.run(g, honour, openEndsCritical, t);
        }
    }

    private static void forward(Network g, boolean honour, Times t) {
        ForwardPass.run(g, honour, t);
        if (g.finish != Network.AFTER) {
            t.projectFinish = g.finish;
        }
    }

    /** Marks the activities that are placed as late as possible. */
    private static boolean markLate(Network g, Times t) {
        boolean any = false;
        for (int a = 0; a < g.size; a++) {
            t.late[a] = g.constraint[a] == ALAP && g.state[a] == Network.UNSTARTED && !g.summary[a] && g.active[a];
            any |= t.late[a];
        }
        return any;
    }
}
