package dev.plumbline.internal.kernel;

import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.internal.network.FlatNetwork;
import dev.plumbline.internal.network.Network;

/** Turns working ticks into the dates, drivers and bounds of a plain plan: what the general passes would have written. */
public final class FlatDates {

    /*
     * An activity that takes time starts at the latest instant of its early start and finishes at the earliest one of its
     * early finish, and the same for the late dates: working time tells these all by itself. Where a date may lie at either
     * end of a break, at milestones and at finishes that a relationship binds, the general rules decide by the dates of the
     * neighbours, which are there when they are needed, for activities come in topological order.
     */

    private final FlatNetwork flat;
    private final Network g;
    private final Times t;
    private final int[] early;
    private final int[] late;

    private FlatDates(FlatNetwork flat, Network network, Times times, int[] early, int[] late) {
        this.flat = flat;
        this.g = network;
        this.t = times;
        this.early = early;
        this.late = late;
    }

    /**
     * Writes all dates.
     *
     * @param early early starts by place, from {@link FlatPasses}
     * @param late late starts by place
     * @param times where the dates go, new
     */
    public static void write(
            FlatNetwork flat, Network network, boolean openEndsCritical, int[] early, int[] late, Times times) {
        FlatDates dates = new FlatDates(flat, network, times, early, late);
        dates.forward();
        ForwardPass.finishProject(network, times);
        dates.backward(openEndsCritical);
    }

    private void forward() {
        CompiledCalendar calendar = flat.calendar;
        for (int event : g.order) {
            int place = event < g.size ? flat.place[event] : -1;
            if (place < 0 || flat.span[place] == 0 || !driven(event, place)) {
                ForwardPass.evaluate(g, true, t, event);
                continue;
            }
            long work = flat.origin + early[place];
            long start = calendar.latest(work);
            t.driverSource[event] = event;
            t.logicStart[event] = start;
            t.earlyStart[event] = start;
            t.earlyFinish[event] = calendar.earliest(work + flat.span[place]);
        }
    }

    /** Writes what drives the start; returns false where a relationship binds the finish. */
    private boolean driven(int a, int place) {
        int driver = Times.PROJECT_START;
        long latest = Network.BEFORE;
        for (int e = g.firstIn[a]; e < g.firstIn[a + 1]; e++) {
            if (g.type[e] > Network.SS) {
                return false;
            }
            int p = flat.place[g.tail[e]];
            int from = early[p] + (g.type[e] == Network.FS ? flat.span[p] : 0);
            if (from + g.lag[e] == early[place]) { // of those that tie in working time, the one latest on the clock
                long bound = ForwardPass.bound(g, t, e);
                driver = bound > latest ? e : driver;
                latest = Math.max(latest, bound);
            }
        }
        boolean dated = flat.floor[place] == early[place] && g.constraint[a] != 0;
        t.driver[a] = dated && g.constraintDate[a] > latest ? Times.CONSTRAINT : driver;
        return true;
    }

    private void backward(boolean openEndsCritical) {
        CompiledCalendar calendar = flat.calendar;
        for (int i = g.order.length - 1; i >= 0; i--) {
            int event = g.order[i];
            int place = event < g.size ? flat.place[event] : -1;
            if (place < 0 || flat.span[place] == 0) {
                BackwardPass.evaluate(g, true, openEndsCritical, t, event);
                continue;
            }
            long work = flat.origin + late[place];
            t.lateStart[event] = calendar.latest(work);
            t.lateFinish[event] = calendar.earliest(work + flat.span[place]);
        }
    }
}
