package dev.plumbline.io.mspdi;

import java.util.List;

/**
 * What the ledger holds of one entity.
 *
 * @param store where it lies
 * @param from its first byte
 * @param to the end
 */
record Kept(KeptStore store, long from, long to) {

    /** Nothing. */
    static final Kept NOTHING = new Kept(new KeptStore(), 0, 0);

    /** Returns whether there is nothing. */
    boolean isEmpty() {
        return from == to;
    }

    KeptPieces pieces() {
        return store.pieces(from, to);
    }

    /** Returns the pieces as text. */
    List<String> texts() {
        return pieces().texts();
    }

    /** Returns the name of the element of a piece. */
    static String nameOf(String piece) {
        int end = 1;
        while (end < piece.length() && " />".indexOf(piece.charAt(end)) < 0) {
            end++;
        }
        return piece.substring(1, end);
    }
}
