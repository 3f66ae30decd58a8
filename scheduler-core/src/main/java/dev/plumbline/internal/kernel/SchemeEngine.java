package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.util.Stopped;
import java.util.function.BooleanSupplier;

/** What the schedule generation schemes forward and backward in time have in common: what is ready, and whose turn it is. */
abstract class SchemeEngine {

    /*
     * An activity is ready when all that it waits for is placed. The serial scheme takes the ready activity of the lowest rank and
     * places it where all its pieces fit into what the timelines have left. The parallel scheme goes along time: of all ready
     * activities it takes the one whose turn comes first, by rank where several have the same. That instant only ever moves on
     * while others are placed, so it is looked up again when the activity comes to the top of the heap, and only then.
     *
     * [1] R. Kolisch: Serial and parallel resource-constrained project scheduling methods revisited. EJOR 90, 1996, pp.
     * 320-333.
     */

    private static final int TURNS = 512;

    final LevellerPart[] parts;
    final Fitting fitting;
    final boolean parallel;
    final Agenda agenda;
    private final int[][] waiting;
    private int sequence;

    SchemeEngine(LevellerPart[] parts, ResourceTimeline[] timelines, boolean parallel) {
        this.parts = parts;
        this.fitting = new Fitting(timelines);
        this.parallel = parallel;
        this.agenda = new Agenda(parts);
        this.waiting = new int[parts.length][];
        for (int p = 0; p < parts.length; p++) {
            waiting[p] = new int[2 * parts[p].g.size];
        }
    }

    /** Counts what an event waits for. */
    final void await(int p, int event, int arrivals) {
        waiting[p][event] += arrivals;
    }

    final boolean waits(int p, int event) {
        return waiting[p][event] > 0;
    }

    /** Lets an event know that something it waits for is placed. */
    final void arrive(int p, int event) {
        if (--waiting[p][event] == 0) {
            ready(p, event);
        }
    }

    /** Puts an event that waits for nothing any more on the agenda. */
    abstract void ready(int p, int event);

    /** Settles a summary, or an activity that stays where logic puts it. */
    abstract void place(int p, int event);

    /** Places an activity where its resources are free, or puts it back for a later turn. */
    abstract void move(int p, int a, long turn);

    /** Places everything; asks often enough whether to stop. */
    final void placeAll(BooleanSupplier stop) {
        for (int turn = 0; !agenda.isEmpty(); turn++) {
            if (turn % TURNS == 0) {
                Stopped.check(stop);
            }
            boolean settled = agenda.isSettled();
            int node = agenda.next();
            int p = agenda.partOf(node);
            int event = agenda.eventOf(p, node);
            if (settled) {
                place(p, event);
            } else {
                move(p, event, agenda.key(node));
            }
        }
    }

    /** Takes back what was booked for an activity before it had its place. */
    final void forgetExpected(LevellerPart part, int a) {
        if (part.expected[a] != Network.AFTER) {
            fitting.book(part, a, part.expected[a], -1);
        }
    }

    final void settle(LevellerPart part, int a, long start, byte outcome) {
        fitting.book(part, a, start, 1);
        part.outcome[a] = outcome;
        part.sequence[a] = ++sequence;
    }
}
