package dev.plumbline.io.mspdi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/*
 * What is kept of a file can be as large as the file. So it lies behind one another in blocks of bytes, and an entity remembers
 * from where to where: no object for each element, no array that doubles. A tag without attributes takes three bytes, whatever
 * its name: the marks below and the index of the name, which can't be mistaken for text, since XML has no such characters.
 */
/** Pieces of XML, one behind the other. */
final class KeptStore {

    private static final int BLOCK = 1 << 16;

    /** Ends a piece. */
    private static final byte END = 0;
    /** A tag that opens an element; the index of its name follows in two bytes. */
    private static final byte OPEN = 1;
    /** A tag that closes the element that was opened last. */
    private static final byte CLOSE = 2;
    /** A tag of an element without content; the index of its name follows in two bytes. */
    private static final byte EMPTY = 3;

    private final XmlNames names;
    private final List<byte[]> full = new ArrayList<>();
    private byte[] block = new byte[256];
    private int used;

    /** A store for pieces that are made of text. */
    KeptStore() {
        this(new XmlNames());
    }

    KeptStore(XmlNames names) {
        this.names = names;
    }

    /** Returns how many bytes there are. */
    long size() {
        return (long) full.size() * BLOCK + used;
    }

    /** Adds the opening tag of an element without attributes. */
    void open(XmlName name) {
        put(OPEN);
        index(name);
    }

    /** Adds an element without attributes and content. */
    void empty(XmlName name) {
        put(EMPTY);
        index(name);
    }

    private void index(XmlName name) {
        put((byte) (name.index >> 8));
        put((byte) name.index);
    }

    /** Closes the element that was opened last with {@link #open}. */
    void close() {
        put(CLOSE);
    }

    /** Adds the opening tag of an element without attributes, whether its name is in the table or not. */
    void begin(XmlName name) {
        if (name.index == XmlName.NOWHERE) {
            markup("<" + name.local + ">");
        } else {
            open(name);
        }
    }

    /** Adds the closing tag of an element opened with {@link #begin}. */
    void finish(XmlName name) {
        if (name.index == XmlName.NOWHERE) {
            markup("</" + name.local + ">");
        } else {
            close();
        }
    }

    /** Adds markup as it is. */
    void markup(String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            put(b);
        }
    }

    /** Adds text, what would be markup in it escaped. */
    void text(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c < 0x80 && c != '<' && c != '>' && c != '&' && c != '\r') {
                put((byte) c);
            } else {
                markup(XmlOut.escaped(new String(text, i, to - i), false));
                return;
            }
        }
    }

    /** Closes a piece. */
    void endPiece() {
        put(END);
    }

    private void put(byte b) {
        if (used == block.length) {
            if (used < BLOCK) {
                block = Arrays.copyOf(block, Math.min(BLOCK, used * 4));
            } else {
                full.add(block);
                block = new byte[BLOCK];
                used = 0;
            }
        }
        block[used++] = b;
    }

    private byte at(long position) {
        int number = (int) (position / BLOCK);
        return (number < full.size() ? full.get(number) : block)[(int) (position % BLOCK)];
    }

    /** Returns the pieces from one position to another as they are written. */
    KeptPieces pieces(long from, long to) {
        KeptPieces pieces = new KeptPieces();
        long next = from;
        while (next < to) {
            byte b = at(next++);
            switch (b) {
                case END -> pieces.endPiece();
                case OPEN, EMPTY -> {
                    XmlName name = names.at((at(next) & 255) << 8 | (at(next + 1) & 255));
                    next += 2;
                    if (b == OPEN) {
                        pieces.open(name);
                    } else {
                        pieces.empty(name);
                    }
                }
                case CLOSE -> pieces.close();
                default -> pieces.put(b);
            }
        }
        return pieces;
    }
}
