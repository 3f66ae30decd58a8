package dev.plumbline.io.mspdi;

import dev.plumbline.model.Location;

/** A line and a column in one number, since every element has them. */
final class Spot {

    /** Nowhere. */
    static final long NONE = 0;

    private Spot() {}

    static long of(int line, int column) {
        return ((long) line << 32) | (column & 0xFFFF_FFFFL);
    }

    static Location location(long spot) {
        return spot == NONE ? Location.NONE : Location.of("", (int) (spot >> 32), (int) spot);
    }
}
