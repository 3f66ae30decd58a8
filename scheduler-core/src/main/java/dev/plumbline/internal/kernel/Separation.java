package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.Placement;
import dev.plumbline.internal.network.Requirements;

/** Lets the uses of an activity begin one by one, each when its resource is free. */
final class Separation {

    private Separation() {}

    /**
     * Finds the start of each use from an instant on, and applies them if the last of them is done by a limit. The activity
     * starts with the first of them; the others are shifted from there. Returns its start, or AFTER if nothing was applied.
     */
    static long apply(LevellerPart part, Fitting fitting, int a, long from, long limit) {
        Requirements q = part.q;
        long first = Network.AFTER;
        boolean found = true;
        for (int u = q.firstUse[a]; found && u < q.firstUse[a + 1]; u++) {
            long start = fitting.earliestOf(part, a, u, from);
            found = start != Network.AFTER;
            part.useConflict[u] = fitting.conflict;
            q.shift[u] = found ? start - from : 0; // from the same instant for now: it is the first of them that counts
            first = Math.min(first, start);
        }
        Placement placement = null;
        if (found) {
            for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
                q.shift[u] -= first - from;
            }
            placement = Placement.of(q, a);
            long finish = placement.finish(first);
            found = finish <= limit && finish <= part.latestFinish[a] && first <= part.latestStart[a];
        }
        if (!found || placement == null) {
            clear(q, a);
            return Network.AFTER;
        }
        part.separate(a, placement);
        return first;
    }

    private static void clear(Requirements q, int a) {
        for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
            q.shift[u] = 0;
        }
    }
}
