package dev.plumbline.internal.network;

import dev.plumbline.internal.calendar.CompiledCalendar;
import java.util.Arrays;

/**
 * What the activities of a network ask of resources, as arrays. A use is an assignment of a work resource; it works on one
 * calendar and consists of pieces of even demand.
 */
public final class Requirements {

    /** The uses of activity a are firstUse[a] to firstUse[a + 1]. */
    public int[] firstUse = {};

    /** The resource of a use, as numbered by the pool. */
    public int[] resource = {};

    /** The calendar of a use. */
    public CompiledCalendar[] calendar = {};

    /** The number of that calendar among those of the resource. */
    public int[] calendarNumber = {};

    /** The assignment of a use, as numbered in the project. */
    public int[] assignment = {};

    /** The elapsed ticks by which levelling delays a use beyond the start of its activity. */
    public long[] shift = {};

    /** The pieces of use u are firstPiece[u] to endPiece[u]. */
    public int[] firstPiece = {};

    /** Where the pieces of a use end. */
    public int[] endPiece = {};

    /**
     * Where a piece begins: working ticks after the start of an activity that is not started, or after the instant at which
     * remaining work that can be moved goes on; an instant for others, whose dates are given.
     */
    public long[] begin = {};

    /** Where it ends, counted likewise. */
    public long[] end = {};

    /** How much of the resource it takes, in ten-thousandths of a unit. */
    public long[] units = {};

    /** Whether the piece is done already. */
    public boolean[] done = {};

    /** Whether a piece of an activity with given dates can be moved. */
    public boolean[] floating = {};

    /** Whether the dates of an activity are given. */
    public boolean[] dated = {};

    /** Where the pieces of such an activity that can be moved go on. */
    public long[] anchor = {};

    /** Whether an activity uses a resource more than once. */
    public boolean[] repeated = {};

    /** How many pieces there are. */
    int pieces;

    private int ownPieces;
    private int[] ownFirst = {};
    private int[] ownEnd = {};

    /** Returns whether a piece stands at given dates. */
    public boolean isFixed(int a, int piece) {
        return dated[a] && !floating[piece];
    }

    /** Returns when a piece of a use begins, for an activity that starts, or goes on, at an instant. */
    public long from(int a, int use, int piece, long start) {
        CompiledCalendar own = calendar[use];
        if (dated[a] && !floating[piece]) {
            return own.nextStart(begin[piece]);
        }
        long base = start + shift[use];
        return own.nextStart(begin[piece] == 0 ? base : own.add(base, begin[piece]));
    }

    /** Returns when a piece of a use ends. */
    public long to(int a, int use, int piece, long start) {
        return dated[a] && !floating[piece] ? end[piece] : calendar[use].add(start + shift[use], end[piece]);
    }

    /** Returns the first start of an activity with which a piece begins at an instant or after it. */
    public long startFor(int use, int piece, long instant) {
        long first = begin[piece] == 0 ? instant : calendar[use].add(instant, -begin[piece]);
        first = first == Long.MIN_VALUE ? first : calendar[use].previousFinish(first); // others may work in its breaks
        return Math.max(first, Network.BEFORE) - shift[use];
    }

    /** Returns the instant from which the pieces of an activity count that don't stand at given dates. */
    public long originOf(int a, long start) {
        return dated[a] ? anchor[a] : start;
    }

    /** Lets the pieces of an activity with given dates that are not done count from an instant. */
    public void release(int a, long from) {
        anchor[a] = from;
        for (int u = firstUse[a]; u < firstUse[a + 1]; u++) {
            for (int p = firstPiece[u]; p < endPiece[u]; p++) {
                if (!done[p]) {
                    long length = calendar[u].work(begin[p], end[p]);
                    begin[p] = calendar[u].work(from, begin[p]);
                    end[p] = begin[p] + length;
                    floating[p] = true;
                }
            }
        }
    }

    /** Remembers the pieces that there are. */
    public void mark() {
        ownPieces = pieces;
        ownFirst = firstPiece.clone();
        ownEnd = endPiece.clone();
    }

    /** Goes back to the pieces that there were. */
    public void reset() {
        pieces = ownPieces;
        System.arraycopy(ownFirst, 0, firstPiece, 0, ownFirst.length);
        System.arraycopy(ownEnd, 0, endPiece, 0, ownEnd.length);
    }

    /**
     * Interrupts an activity: all work after some of its working ticks begins later.
     *
     * @param a the activity
     * @param at ticks of work after which there is a gap, without those of gaps, in order
     * @param length the length of each gap
     */
    public void split(int a, long[] at, long[] length) {
        for (int u = firstUse[a]; u < firstUse[a + 1]; u++) {
            int first = pieces;
            for (int p = firstPiece[u]; p < endPiece[u]; p++) {
                splitPiece(p, at, length);
            }
            firstPiece[u] = first;
            endPiece[u] = pieces;
        }
    }

    private void splitPiece(int piece, long[] at, long[] length) {
        long from = begin[piece];
        long to = end[piece];
        long later = 0;
        for (int i = 0; i < at.length; i++) {
            if (at[i] > from && at[i] < to) {
                add(from + later, at[i] + later, units[piece], done[piece]);
                from = at[i];
            }
            if (at[i] <= from) {
                later += length[i];
            }
        }
        add(from + later, to + later, units[piece], done[piece]);
    }

    /** Adds a piece behind all others. */
    void add(long from, long to, long amount, boolean isDone) {
        if (pieces == begin.length) {
            int more = Math.max(16, 2 * pieces);
            begin = Arrays.copyOf(begin, more);
            end = Arrays.copyOf(end, more);
            units = Arrays.copyOf(units, more);
            done = Arrays.copyOf(done, more);
            floating = Arrays.copyOf(floating, more);
        }
        begin[pieces] = from;
        end[pieces] = to;
        units[pieces] = amount;
        floating[pieces] = false;
        done[pieces++] = isDone;
    }
}
