package dev.plumbline.internal.rcpsp;

/**
 * A length that no schedule goes below, and what shows it.
 *
 * @param length the least length
 * @param kind the argument
 * @param activities the activities of the path or of the set that exclude each other; none for other arguments
 * @param resource the resource that the argument is about, as numbered in the instance; -1 for none
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Bound(int length, Kind kind, int[] activities, int resource) {

    /** The arguments. */
    public enum Kind {
        /** The longest path of relationships. */
        PATH,
        /** The work of one resource at full capacity. */
        ENERGY,
        /** Activities of which no two can run at the same time. */
        EXCLUSION,
        /** Every shorter length leaves some activity no window. */
        WINDOWS,
        /** Every shorter length asks for more work in some interval than it can hold. */
        INTERVALS,
        /** The exact search found no shorter schedule. */
        SEARCH
    }

    static Bound of(int length, Kind kind) {
        return new Bound(length, kind, new int[0], -1);
    }

    Bound or(Bound other) {
        return other.length > length ? other : this;
    }
}
