package dev.plumbline.internal.kernel;

import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.internal.network.Network;

/** Where activities fit in, among others that stand where they stand. */
public final class Openings {

    private Openings() {}

    /**
     * Finds the last conflict that keeps each delayed activity from beginning before it does, where everything stands where
     * it stands.
     *
     * @param parts what is placed
     * @param timelines empty timelines by resource
     * @param logicStart the starts without delay, by part and activity
     */
    public static void explain(LevellerPart[] parts, ResourceTimeline[] timelines, long[][] logicStart) {
        Fitting fitting = new Fitting(timelines);
        for (LevellerPart part : parts) {
            for (int a = 0; a < part.g.size; a++) {
                fitting.bookFixed(part, a);
                fitting.book(part, a, part.q.originOf(a, part.t.earlyStart[a]), 1);
            }
        }
        for (int p = 0; p < parts.length; p++) {
            LevellerPart part = parts[p];
            for (int a = 0; a < part.g.size; a++) {
                long start = part.q.originOf(a, part.t.earlyStart[a]);
                if (logicStart[p][a] < start && part.uses(a)) {
                    fitting.book(part, a, start, -1);
                    if (fitting.earliest(part, a, logicStart[p][a], start) == start && fitting.resource >= 0) {
                        part.conflictResource[a] = fitting.resource;
                        part.conflictAt[a] = fitting.conflict;
                    }
                    fitting.book(part, a, start, 1);
                }
            }
        }
    }

    /** Returns the first start of an activity, from an instant on, at which it fits into one timeline; AFTER if none. */
    public static long freeStart(LevellerPart part, ResourceTimeline timeline, int resource, int a, long from) {
        return new Fitting(only(part, timeline, resource, a)).earliest(part, a, from, Network.AFTER);
    }

    /** Returns what {@link #freeStart} does, but for the use of that resource alone, counted from the activity's start. */
    public static long freeStartOf(LevellerPart part, ResourceTimeline timeline, int resource, int a, long from) {
        Fitting fitting = new Fitting(only(part, timeline, resource, a));
        for (int u = part.q.firstUse[a]; u < part.q.firstUse[a + 1]; u++) {
            if (part.q.resource[u] == resource) {
                return fitting.earliestOf(part, a, u, from);
            }
        }
        return Network.AFTER;
    }

    /**
     * Returns when an activity that pauses from an instant on can go on, where enough of it lies before and behind; AFTER if it
     * can't pause there.
     */
    public static long resume(
            LevellerPart part, ResourceTimeline timeline, int resource, int a, long start, long pause) {
        CompiledCalendar calendar = part.g.calendar[a];
        long done = calendar.work(start, pause);
        long rest = part.g.span[a] - done;
        if (pause <= start || done < part.leastPiece || rest < part.leastPiece) {
            return Network.AFTER;
        }
        Fitting fitting = new Fitting(only(part, timeline, resource, a));
        long at = calendar.nextStart(pause);
        while (at < ForwardPass.AXIS_END) {
            if (fitting.room(part, a, done, at) >= Math.min(rest, part.leastPiece)) {
                return at;
            }
            at = calendar.nextStart(Math.max(at + 1, fitting.retry));
        }
        return Network.AFTER;
    }

    /** Timelines of which only one limits. */
    private static ResourceTimeline[] only(LevellerPart part, ResourceTimeline timeline, int resource, int a) {
        int most = resource;
        for (int u = part.q.firstUse[a]; u < part.q.firstUse[a + 1]; u++) {
            most = Math.max(most, part.q.resource[u]);
        }
        ResourceTimeline[] timelines = new ResourceTimeline[most + 1];
        timelines[resource] = timeline;
        return timelines;
    }
}
