package dev.plumbline.internal.rcpsp;

/** Places activities on their real calendars: what {@link OrderSearch} tries its orders with. Not safe for several threads. */
public interface Placing {

    /**
     * Places every activity.
     *
     * @param keys the order, by activity: the smallest goes first, as far as relationships let it
     * @param parallel whether the parallel scheme is used
     * @param start receives the starts, in ticks
     * @return what is to be made small: the finish of all, in ticks
     */
    long place(int[] keys, boolean parallel, long[] start);
}
