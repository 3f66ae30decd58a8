package dev.plumbline.io.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/*
 * Open addressing in one array of longs, at most half full: the hash of a text above, its number plus one below. The hash is
 * that of String, so that characters and strings meet. The characters lie behind one another in an array of their own, where those
 * of neighbours are near. Texts made to collide would make every look-up a walk, so an index in
 * which one goes too far gives way to a tree-backed map.
 */
/** Texts with the numbers 0, 1, 2 in the order in which they came, found by their characters without making a string. */
public final class TextIndex {

    private static final int FARTHEST = 256;
    private static final int GOLDEN = 0x9E3779B9;
    private static final long LOW = 0xFFFF_FFFFL;

    private String[] texts = new String[256];
    private int[] ends = new int[256];
    private char[] chars = new char[2048];
    private long[] slots = new long[512];
    private int shift = 23;
    private int size;
    private @Nullable Map<String, Integer> crowded;

    /** Makes an empty index. */
    public TextIndex() {}

    /** Returns how many texts there are. */
    public int size() {
        return size;
    }

    /** Returns the text of a number. */
    public String text(int number) {
        return texts[number];
    }

    /** Adds a text unless it is there; returns the number that it had, else -1. */
    public int add(String text) {
        int known = get(text);
        if (known >= 0) {
            return known;
        }
        if (size == texts.length) {
            texts = Arrays.copyOf(texts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            grow();
        }
        int begin = begin(size);
        if (begin + text.length() > chars.length) {
            chars = Arrays.copyOf(chars, 2 * (begin + text.length()));
        }
        text.getChars(0, text.length(), chars, begin);
        texts[size] = text;
        ends[size] = begin + text.length();
        if (crowded == null) {
            insert(text.hashCode(), size);
        } else {
            crowded.put(text, size);
        }
        size++;
        return -1;
    }

    private int begin(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    /** Returns the number of a text; -1 if it isn't there. */
    public int get(String text) {
        if (crowded != null) {
            return crowded.getOrDefault(text, -1);
        }
        int hash = text.hashCode();
        int slot = (hash * GOLDEN) >>> shift;
        for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
            if ((int) (entry >>> 32) == hash && texts[number(entry)].equals(text)) {
                return number(entry);
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }

    /** Returns the number of the text that characters make; -1 if it isn't there. */
    public int get(char[] text, int from, int to) {
        if (crowded != null) {
            return crowded.getOrDefault(new String(text, from, to - from), -1);
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        int slot = (hash * GOLDEN) >>> shift;
        for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
            if ((int) (entry >>> 32) == hash && isSame(number(entry), text, from, to)) {
                return number(entry);
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }

    private boolean isSame(int number, char[] text, int from, int to) {
        int begin = begin(number);
        if (ends[number] - begin != to - from) {
            return false;
        }
        for (int i = from, j = begin; i < to; i++, j++) {
            if (chars[j] != text[i]) {
                return false;
            }
        }
        return true;
    }

    private static int number(long entry) {
        return (int) entry - 1;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[2 * before.length];
        shift--;
        for (long entry : before) {
            if (entry != 0 && crowded == null) {
                insert((int) (entry >>> 32), number(entry));
            }
        }
    }

    private void insert(int hash, int number) {
        int slot = (hash * GOLDEN) >>> shift;
        int far = 0;
        while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
            far++;
        }
        slots[slot] = ((long) hash << 32) | (number + 1 & LOW);
        if (far > FARTHEST) {
            crowded = new HashMap<>();
            for (int i = 0; i < size; i++) {
                crowded.put(texts[i], i);
            }
            crowded.put(texts[number], number);
        }
    }
}
