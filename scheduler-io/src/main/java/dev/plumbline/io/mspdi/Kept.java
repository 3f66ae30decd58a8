package dev.plumbline.io.mspdi;

/**
 * What the ledger holds of one entity.
 *
 * @param store where it lies
 * @param from its first byte
 * @param to the end
 */
record Kept(KeptStore store, long from, long to) {

    /** Nothing. */
    static final Kept NOTHING = new Kept(new KeptStore(new XmlNames()), 0, 0);

    /** Returns whether there is nothing. */
    boolean isEmpty() {
        return from == to;
    }

    KeptPieces pieces() {
        return store.pieces(from, to);
    }
}
