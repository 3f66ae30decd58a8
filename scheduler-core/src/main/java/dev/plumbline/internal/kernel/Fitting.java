package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.Requirements;

/** Finds when the work of an activity fits into what the timelines have left, and books it. */
final class Fitting {

    /*
     * Pieces that stand at given dates are booked once and never tested; all others move with the start of the activity, or
     * with the instant at which its remaining work goes on. A test that fails names the next instant that is worth trying,
     * so that the search leaps over what is taken. Where an activity uses a resource more than once, and not from the same work
     * on, what its first use takes can make it leap further than needed.
     */

    /** More than a year: whatever repeats itself has done so by then. */
    private static final long QUIET = 400L * 14_400;

    private final ResourceTimeline[] timelines;

    /** The resource of the last conflict of a search, or -1. */
    int resource;

    /** The first instant of that conflict. */
    long conflict;

    Fitting(ResourceTimeline[] timelines) {
        this.timelines = timelines;
    }

    /** Books the pieces that stand at given dates. */
    void bookFixed(LevellerPart part, int a) {
        Requirements q = part.q;
        for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
            ResourceTimeline timeline = timelines[q.resource[u]];
            for (int piece = q.firstPiece[u]; timeline != null && piece < q.endPiece[u]; piece++) {
                if (q.isFixed(a, piece)) {
                    timeline.book(q.calendarNumber[u], q.from(a, u, piece, 0), q.to(a, u, piece, 0), q.units[piece]);
                }
            }
        }
    }

    /** Books the pieces that move, or gives them back. */
    void book(LevellerPart part, int a, long start, int sign) {
        book(part, a, part.q.firstUse[a], part.q.firstUse[a + 1], start, sign);
    }

    private void book(LevellerPart part, int a, int first, int end, long start, int sign) {
        Requirements q = part.q;
        for (int u = first; u < end; u++) {
            ResourceTimeline timeline = timelines[q.resource[u]];
            for (int piece = q.firstPiece[u]; timeline != null && piece < q.endPiece[u]; piece++) {
                if (!q.isFixed(a, piece)) {
                    timeline.book(
                            q.calendarNumber[u],
                            q.from(a, u, piece, start),
                            q.to(a, u, piece, start),
                            sign * q.units[piece]);
                }
            }
        }
    }

    /** Returns the first start, at an instant or after it, at which all pieces fit; AFTER if there is none up to the limit. */
    long earliest(LevellerPart part, int a, long from, long limit) {
        Requirements q = part.q;
        resource = -1;
        long start = from;
        long last = q.repeated[a] ? Math.min(limit, quiet(part, a, from)) : limit;
        int first = q.firstUse[a];
        int u = first;
        while (u < q.firstUse[a + 1]) {
            long next = tryUse(part, a, u, start);
            if (next == start) {
                if (q.repeated[a]) {
                    book(part, a, u, u + 1, start, 1); // what the next use of the same resource must see
                }
                u++;
                continue;
            }
            if (q.repeated[a]) {
                book(part, a, first, u, start, -1);
            }
            start = next == Network.AFTER ? next : part.g.nextStart(a, Math.max(next, start + 1));
            if (start > last || start >= ForwardPass.AXIS_END) {
                return Network.AFTER;
            }
            u = first;
        }
        if (q.repeated[a]) {
            book(part, a, first, u, start, -1);
        }
        return start;
    }

    /** An instant so long after the last change that what asks for too much by itself, with several uses, never fits. */
    private long quiet(LevellerPart part, int a, long from) {
        long last = from;
        for (int u = part.q.firstUse[a]; u < part.q.firstUse[a + 1]; u++) {
            ResourceTimeline timeline = timelines[part.q.resource[u]];
            last = timeline == null ? last : Math.max(last, timeline.lastChange());
        }
        return last + QUIET;
    }

    /** Returns what {@link #earliest} does where the capacity may be exceeded by what the part allows. */
    long earliestBeyond(LevellerPart part, int a, long from) {
        exceed(part, a, part.extraPercent);
        long start = earliest(part, a, from, part.latestStart[a]);
        exceed(part, a, 0);
        return start;
    }

    private void exceed(LevellerPart part, int a, int percent) {
        for (int u = part.q.firstUse[a]; u < part.q.firstUse[a + 1]; u++) {
            ResourceTimeline timeline = timelines[part.q.resource[u]];
            if (timeline != null) {
                timeline.exceed(percent);
            }
        }
    }

    /** Returns the first start of one use alone, at an instant or after it; AFTER if there is none. */
    long earliestOf(LevellerPart part, int a, int u, long from) {
        long start = from;
        while (start < ForwardPass.AXIS_END) {
            long next = tryUse(part, a, u, start);
            if (next == start) {
                return start;
            }
            start = next == Network.AFTER ? next : part.q.calendar[u].nextStart(Math.max(next, start + 1));
        }
        return Network.AFTER;
    }

    /** Returns the start if all pieces of a use fit, else the next start to try; AFTER if none ever will. */
    private long tryUse(LevellerPart part, int a, int u, long start) {
        Requirements q = part.q;
        ResourceTimeline timeline = timelines[q.resource[u]];
        if (timeline == null) {
            return start;
        }
        for (int piece = q.firstPiece[u]; piece < q.endPiece[u]; piece++) {
            if (q.isFixed(a, piece)) {
                continue;
            }
            long retry = timeline.test(
                    q.calendarNumber[u], q.units[piece], q.from(a, u, piece, start), q.to(a, u, piece, start));
            if (retry != ResourceTimeline.FITS) {
                resource = q.resource[u];
                conflict = timeline.conflictAt();
                if (retry == ResourceTimeline.NEVER) {
                    return Network.AFTER;
                }
                return q.startFor(u, piece, retry);
            }
        }
        return start;
    }

    /**
     * Returns the last finish, at an instant or before it, with which all pieces fit; BEFORE if there is none from the limit of
     * its start on.
     */
    long latest(LevellerPart part, int a, long to, long limit) {
        Network g = part.g;
        Requirements q = part.q;
        resource = -1;
        long finish = to;
        long least = q.repeated[a] ? Math.max(limit, stillQuiet(part, a, to)) : limit;
        int first = q.firstUse[a];
        int u = first;
        while (u < q.firstUse[a + 1]) {
            long start = g.startFrom(a, finish);
            if (start < least || start <= -ForwardPass.AXIS_END) {
                return Network.BEFORE;
            }
            long earlier = tryUseBefore(part, a, u, start);
            if (earlier == start) {
                if (q.repeated[a]) {
                    book(part, a, u, u + 1, start, 1);
                }
                u++;
                continue;
            }
            if (q.repeated[a]) {
                book(part, a, first, u, start, -1);
            }
            if (earlier == Network.BEFORE) {
                return Network.BEFORE;
            }
            finish = Math.min(g.previousFinish(a, finish - 1), g.finishFrom(a, earlier));
            u = first;
        }
        if (q.repeated[a]) {
            book(part, a, first, u, g.startFrom(a, finish), -1);
        }
        return finish;
    }

    /** An instant so long before the first change that what asks for too much by itself, with several uses, never fits. */
    private long stillQuiet(LevellerPart part, int a, long to) {
        long first = to;
        for (int u = part.q.firstUse[a]; u < part.q.firstUse[a + 1]; u++) {
            ResourceTimeline timeline = timelines[part.q.resource[u]];
            first = timeline == null ? first : Math.min(first, timeline.firstChange());
        }
        return part.g.startFrom(a, first) - QUIET;
    }

    /** Returns the start if all pieces of a use fit, else an earlier start to try; BEFORE if none fits. */
    private long tryUseBefore(LevellerPart part, int a, int u, long start) {
        Requirements q = part.q;
        ResourceTimeline timeline = timelines[q.resource[u]];
        if (timeline == null) {
            return start;
        }
        for (int piece = q.endPiece[u] - 1; piece >= q.firstPiece[u]; piece--) {
            long retry = timeline.testBackward(
                    q.calendarNumber[u], q.units[piece], q.from(a, u, piece, start), q.to(a, u, piece, start));
            if (retry != ResourceTimeline.FITS) {
                resource = q.resource[u];
                conflict = timeline.conflictAt();
                return retry == ResourceTimeline.NEVER
                        ? Network.BEFORE
                        : Math.min(start - 1, q.calendar[u].add(retry, -q.end[piece]) - q.shift[u]);
            }
        }
        return start;
    }

    /**
     * Returns how many working ticks of an activity, from some of its work on, fit if it goes on at an instant; {@link #resource}
     * and {@link #conflict} tell what ends them, {@link #retry} when to go on.
     */
    long room(LevellerPart part, int a, long done, long at) {
        Requirements q = part.q;
        long room = part.g.span[a] - done;
        retry = at;
        for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
            ResourceTimeline timeline = timelines[q.resource[u]];
            for (int piece = q.firstPiece[u]; timeline != null && piece < q.endPiece[u]; piece++) {
                if (q.end[piece] <= done) {
                    continue;
                }
                long lead = Math.max(0, q.begin[piece] - done);
                long from = q.calendar[u].nextStart(q.calendar[u].add(at, lead));
                long to = q.calendar[u].add(at, q.end[piece] - done);
                long next = timeline.test(q.calendarNumber[u], q.units[piece], from, to);
                if (next != ResourceTimeline.FITS) {
                    long fits = q.calendar[u].work(at, timeline.conflictAt());
                    if (fits < room) {
                        room = fits;
                        resource = q.resource[u];
                        conflict = timeline.conflictAt();
                        retry = next == ResourceTimeline.NEVER ? Network.AFTER : q.calendar[u].add(next, -lead);
                    }
                }
            }
        }
        return room;
    }

    /** Where {@link #room} says work can go on. */
    long retry;
}
