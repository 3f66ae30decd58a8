package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.FlatNetwork;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.util.Stopped;
import java.util.function.BooleanSupplier;

/** The passes in their order, for projects scheduled from their start and from their finish. */
public final class Passes {

    private static final byte ALAP = 1;

    private Passes() {}

    /** Computes all dates, in pure working time where the plan is plain. */
    public static void run(Network g, boolean honour, boolean openEndsCritical, Times t) {
        run(g, honour, openEndsCritical, t, Stopped.NEVER);
    }

    /**
     * Computes all dates, in pure working time where the plan is plain.
     *
     * @throws Stopped if it is told to stop
     */
    public static void run(Network g, boolean honour, boolean openEndsCritical, Times t, BooleanSupplier stop) {
        FlatNetwork flat = FlatNetwork.of(g);
        if (flat == null) {
            byRules(g, honour, openEndsCritical, t, stop);
            return;
        }
        Stopped.check(stop);
        int[] early = new int[flat.size];
        int[] late = new int[flat.size];
        int finish = FlatPasses.forward(flat, early);
        FlatPasses.backward(flat, finish, openEndsCritical ? early : null, late);
        FlatDates.write(flat, g, openEndsCritical, early, late, t);
    }

    /** Computes all dates of any plan by the general rules, event by event on the clock. */
    public static void byRules(Network g, boolean honour, boolean openEndsCritical, Times t) {
        byRules(g, honour, openEndsCritical, t, Stopped.NEVER);
    }

    private static void byRules(Network g, boolean honour, boolean openEndsCritical, Times t, BooleanSupplier stop) {
        forward(g, honour, t, stop);
        boolean late = markLate(g, t); // from here on, so that delays of their finish count in the first pass back
        BackwardPass.run(g, honour, openEndsCritical, t, stop);
        if (late) {
            forward(g, honour, t, stop);
            BackwardPass.run(g, honour, openEndsCritical, t, stop);
        }
    }

    private static void forward(Network g, boolean honour, Times t, BooleanSupplier stop) {
        ForwardPass.run(g, honour, t, stop);
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
