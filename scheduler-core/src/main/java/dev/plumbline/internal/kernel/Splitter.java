package dev.plumbline.internal.kernel;

import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.internal.network.Network;
import java.util.Arrays;

/** Lays out an activity in pieces: it works while its resources are free and pauses while they aren't. */
final class Splitter {

    /*
     * Greedy: at each instant as much as fits, in pieces of a least length; then on from where the timeline says that it is
     * worth trying. No piece is shorter than the least, so a rest that would be is left to a longer last piece. Each piece
     * costs the tests that placing the activity would.
     */

    private static final int ROOM = 8;

    private final Fitting fitting;
    private long[] at = new long[ROOM];
    private long[] length = new long[ROOM];
    private int[] resource = new int[ROOM];
    private long[] conflict = new long[ROOM];
    private int count;

    /** The start that the last call found. */
    long start;

    /** The finish that the last call found. */
    long finish;

    Splitter(Fitting fitting) {
        this.fitting = fitting;
    }

    /** Finds gaps with which an activity can be done from an instant on before a limit; returns whether it can. */
    boolean split(LevellerPart part, int a, long from, long limit) {
        CompiledCalendar calendar = part.g.calendar[a];
        long total = part.g.span[a];
        long first = firstWork(part, a);
        long done = 0;
        long next = from;
        int cause = -1;
        long since = 0;
        start = Network.AFTER;
        count = 0;
        while (done < total) {
            long room = usable(fitting.room(part, a, done, next), total - done, part.leastPiece);
            if (room > 0 && (done > 0 || room > first)) {
                if (done == 0) {
                    start = next;
                } else {
                    addGap(done, calendar.work(finish, next), cause, since);
                }
                finish = calendar.add(next, room);
                done += room;
            }
            if (done < total) {
                cause = fitting.resource;
                since = fitting.conflict;
                next = calendar.nextStart(Math.max(done == 0 ? next + 1 : Math.max(next + 1, finish), fitting.retry));
                if (next >= Math.min(limit, ForwardPass.AXIS_END)) {
                    return false;
                }
            }
        }
        return finish < limit;
    }

    /** The part of what fits that leaves no piece shorter than the least. */
    private static long usable(long room, long left, long least) {
        if (room >= left) {
            return left;
        }
        long most = Math.min(room, left - least);
        return most >= least ? most : 0;
    }

    private static long firstWork(LevellerPart part, int a) {
        long first = Network.AFTER;
        for (int u = part.q.firstUse[a]; u < part.q.firstUse[a + 1]; u++) {
            first = Math.min(first, part.q.begin[part.q.firstPiece[u]]);
        }
        return first;
    }

    private void addGap(long done, long ticks, int cause, long since) {
        if (ticks == 0) {
            return;
        }
        if (count == at.length) {
            at = Arrays.copyOf(at, 2 * count);
            length = Arrays.copyOf(length, 2 * count);
            resource = Arrays.copyOf(resource, 2 * count);
            conflict = Arrays.copyOf(conflict, 2 * count);
        }
        at[count] = done;
        length[count] = ticks;
        resource[count] = cause;
        conflict[count++] = since;
    }

    /** Returns the gaps that the last call found. */
    Gaps gaps() {
        return new Gaps(
                Arrays.copyOf(at, count),
                Arrays.copyOf(length, count),
                Arrays.copyOf(resource, count),
                Arrays.copyOf(conflict, count));
    }
}
