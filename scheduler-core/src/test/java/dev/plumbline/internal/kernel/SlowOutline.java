package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.Network;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Early dates of plans that work round the clock, row by row from the definitions: every row waits for what its own relationships
 * demand and for what those of the summaries above demand; a summary reaches from its first row to its last.
 */
final class SlowOutline {

    private static final long NONE = Long.MIN_VALUE;

    private final Network g;
    final long[] start;
    final long[] finish;

    /** The dates between which the length of a summary is measured. */
    private final SlowOutline measured;

    private SlowOutline(Network g, long[] start, long[] finish) {
        this.g = g;
        this.measured = this;
        this.start = start;
        this.finish = finish;
    }

    /** Other dates of the same plan, from which rows can be placed; lengths are those of its early dates. */
    SlowOutline(SlowOutline early, long[] start, long[] finish) {
        this.g = early.g;
        this.measured = early;
        this.start = start;
        this.finish = finish;
    }

    /** Relationships all lead down the plan or all lead up, so that whatever a row waits for comes before it or after it. */
    static SlowOutline forward(Network g) {
        SlowOutline outline = new SlowOutline(g, new long[g.size], new long[g.size]);
        boolean down = g.head.length == 0 || g.tail[0] < g.head[0];
        for (int i = 0; i < g.size; i++) {
            int row = down ? i : g.size - 1 - i;
            if (!g.summary[row]) {
                outline.start[row] = outline.place(row);
                outline.finish[row] = outline.start[row] + g.span[row];
            }
            for (int s = row; s >= 0; s = g.parent[s]) {
                if (g.summary[s]) {
                    outline.span(s);
                }
            }
        }
        return outline;
    }

    private void span(int s) {
        int[] below = leaves(s);
        start[s] = below.length == 0
                ? place(s)
                : Arrays.stream(below).mapToLong(a -> start[a]).min().orElseThrow();
        finish[s] = below.length == 0
                ? start[s]
                : Arrays.stream(below).mapToLong(a -> finish[a]).max().orElseThrow();
    }

    /** Where a row starts: no relationship finish to finish lets it begin before the project (3.1.1). */
    long place(int row) {
        long at = NONE;
        for (int each = row; each >= 0; each = g.parent[each]) {
            if (g.constraint[each] == 4) {
                at = Math.max(at, g.constraintDate[each]);
            }
        }
        for (int e = 0; e < g.head.length; e++) {
            if (isBelow(row, g.head[e])) {
                if (toStart(e)) {
                    at = Math.max(at, bound(e));
                } else if (!g.summary[row]) {
                    at = Math.max(at, bound(e) - g.span[row]);
                }
                if (g.type[e] == Network.FF) {
                    at = Math.max(at, g.start);
                }
            }
        }
        return at == NONE ? g.start : at;
    }

    /** The date that an edge demands; a share of a summary's length is part of it. */
    long bound(int e) {
        int p = g.tail[e];
        return lagged(e, fromFinish(e) ? finish[p] : start[p], measured.finish[p] - measured.start[p]);
    }

    /** An instant later by the lag of an edge whose predecessor has a length. */
    long lagged(int e, long instant, long length) {
        return instant + (g.lagKind[e] >= Network.PERCENT ? length * g.lag[e] / 10_000 : g.lag[e]);
    }

    boolean toStart(int e) {
        return g.type[e] == Network.FS || g.type[e] == Network.SS;
    }

    boolean fromFinish(int e) {
        return g.type[e] == Network.FS || g.type[e] == Network.FF;
    }

    /** Whether a row is another or lies below it, at whatever depth. */
    boolean isBelow(int a, int row) {
        int up = a;
        while (up >= 0 && up != row) {
            up = g.parent[up];
        }
        return up == row;
    }

    /** The activities below a row that take part with all that is between; the row itself if nothing is below it. */
    int[] leaves(int row) {
        return IntStream.range(0, g.size)
                .filter(a -> !g.summary[a] && isBelow(a, row))
                .filter(a -> {
                    boolean active = true;
                    for (int up = a; up != row; up = g.parent[up]) {
                        active &= g.active[up];
                    }
                    return active && (a != row || g.active[a]);
                })
                .toArray();
    }
}
