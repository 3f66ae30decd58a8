package dev.plumbline.io.mspdi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pieces of XML as they are written, each the bytes of one element. */
final class KeptPieces {

    private byte[] bytes = new byte[1024];
    private int length;
    private int[] starts = new int[32];
    private @Nullable String[] names = new String[32];
    private int count;
    private XmlName[] open = new XmlName[4];
    private int depth;

    /** Returns how many pieces there are. */
    int count() {
        return count;
    }

    byte[] bytes() {
        return bytes;
    }

    int from(int piece) {
        return starts[piece];
    }

    int to(int piece) {
        return starts[piece + 1];
    }

    /** Returns the name of the element of a piece. */
    String name(int piece) {
        String known = names[piece];
        if (known != null) {
            return known;
        }
        return Kept.nameOf(text(piece));
    }

    private String text(int piece) {
        return new String(bytes, from(piece), to(piece) - from(piece), StandardCharsets.UTF_8);
    }

    /** Returns the pieces as text. */
    List<String> texts() {
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text(i));
        }
        return texts;
    }

    /** Returns whether a piece begins so. */
    boolean anyStartsWith(String beginning) {
        byte[] wanted = beginning.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < count; i++) {
            int end = Math.min(to(i), from(i) + wanted.length);
            if (Arrays.equals(bytes, from(i), end, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    void put(byte b) {
        reserve(1);
        bytes[length++] = b;
    }

    private void put(byte[] more, int from) {
        int size = more.length - from;
        reserve(size);
        System.arraycopy(more, from, bytes, length, size);
        length += size;
    }

    private void reserve(int size) {
        if (length + size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * length, length + size));
        }
    }

    void open(XmlName name) {
        begin(name);
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
        }
        open[depth++] = name;
        put(name.tag, 0);
    }

    /** The first tag of a piece names it. */
    private void begin(XmlName name) {
        if (length == starts[count]) {
            names[count] = name.local;
        }
    }

    void empty(XmlName name) {
        begin(name);
        put(name.tag, 0);
        bytes[length - 1] = '/';
        put((byte) '>');
    }

    void close() {
        put((byte) '<');
        put((byte) '/');
        put(open[--depth].tag, 1);
    }

    void endPiece() {
        count++;
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            names = Arrays.copyOf(names, 2 * count);
        }
        starts[count] = length;
    }
}
