package dev.plumbline.io.mspdi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/*
 * What is kept of a file can be as large as the file. So it lies behind one another in blocks of bytes, and an entity remembers
 * from where to where: no object for each element, no array that doubles.
 */
/** Pieces of XML, one behind the other, each closed by a zero byte. */
final class KeptStore {

    private static final int BLOCK = 1 << 16;
    private static final char END = 0;

    private final List<byte[]> full = new ArrayList<>();
    private byte[] block = new byte[256];
    private int used;

    /** Returns how many bytes there are. */
    long size() {
        return (long) full.size() * BLOCK + used;
    }

    /** Adds text to the piece that is open. */
    void append(CharSequence text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                appendEncoded(text.toString().substring(i));
                return;
            }
            put((byte) c);
        }
    }

    private void appendEncoded(String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            put(b);
        }
    }

    /** Closes a piece. */
    void endPiece() {
        put((byte) END);
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

    /** Returns the pieces from one position to another. */
    List<String> pieces(long from, long to) {
        List<String> pieces = new ArrayList<>();
        byte[] piece = new byte[128];
        int length = 0;
        for (long at = from; at < to; at++) {
            int number = (int) (at / BLOCK);
            byte b = (number < full.size() ? full.get(number) : block)[(int) (at % BLOCK)];
            if (b == END) {
                pieces.add(new String(piece, 0, length, StandardCharsets.UTF_8));
                length = 0;
            } else {
                if (length == piece.length) {
                    piece = Arrays.copyOf(piece, length * 2);
                }
                piece[length++] = b;
            }
        }
        return pieces;
    }
}
