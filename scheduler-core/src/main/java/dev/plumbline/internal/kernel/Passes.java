package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.Network;

/** The passes in their order, for projects scheduled from their start and from their finish. */
public final class Passes {

    private static final byte ALAP = 1;

    private Passes() {}

    /** Computes all dates. */
    public static void run(Network g, boolean honour, boolean openEndsCritical, Times t) {
        ForwardPass.run(g, honour, t);
        if (g.finish != Network.AFTER) {
            t.projectFinish = g.finish;
        }
        BackwardPass.run(g, honour, openEndsCritical, t);
        if (markLate(g, t)) {
            ForwardPass.run(g, honour, t);
            if (g.finish != Network.AFTER) {
                t.projectFinish = g.finish;
            }
            BackwardPass.run(g, honour, openEndsCritical, t);
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
