package dev.plumbline.internal.network;

import dev.plumbline.internal.calendar.CompiledCalendar;

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

    /** The pieces of use u are firstPiece[u] to firstPiece[u + 1]. */
    public int[] firstPiece = {};

    /**
     * Where a piece begins: working ticks after the start of an activity that is not started; an instant for others, whose
     * dates are given.
     */
    public long[] begin = {};

    /** Where it ends, counted likewise. */
    public long[] end = {};

    /** How much of the resource it takes, in ten-thousandths of a unit. */
    public long[] units = {};

    /** Whether the piece is done already. */
    public boolean[] done = {};

    /** Whether the pieces of an activity are instants. */
    public boolean[] dated = {};

    /** Whether an activity uses a resource more than once. */
    public boolean[] repeated = {};

    /** Returns when a piece of a use begins, for an activity that starts at an instant. */
    public long from(int use, int piece, boolean isDated, long start) {
        CompiledCalendar own = calendar[use];
        if (isDated) {
            return own.nextStart(begin[piece]);
        }
        return own.nextStart(begin[piece] == 0 ? start : own.add(start, begin[piece]));
    }

    /** Returns when a piece of a use ends. */
    public long to(int use, int piece, boolean isDated, long start) {
        return isDated ? end[piece] : calendar[use].add(start, end[piece]);
    }
}
