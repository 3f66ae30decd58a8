package dev.plumbline.internal.util;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/*
 * Open addressing with linear probing in two arrays at most half full: no node, no box, one line of cache a hit. A text made to
 * collide with others would make every look-up a walk, so a table in which one goes too far gives way to a tree-backed map.
 */
/** Whole numbers by text, for as many texts as are announced. */
public final class IdIndex {

    private static final int FARTHEST = 256;
    private static final int GOLDEN = 0x9E3779B9;

    private final @Nullable String[] ids;
    private final int[] numbers;
    private final int shift;
    private @Nullable Map<String, Integer> crowded;

    /** Makes room for so many texts; more than that must not be added. */
    public IdIndex(int most) {
        int bits = 33 - Integer.numberOfLeadingZeros(Math.max(1, Math.min(most, 1 << 28)));
        ids = new String[1 << bits];
        numbers = new int[1 << bits];
        Arrays.fill(numbers, -1);
        shift = 32 - bits;
    }

    /** Returns the number of a text; -1 if there is none. */
    public int get(String id) {
        if (crowded != null) {
            return crowded.getOrDefault(id, -1);
        }
        int slot = (id.hashCode() * GOLDEN) >>> shift;
        String found = ids[slot];
        while (found != null && !isSame(found, id)) {
            slot = (slot + 1) & (ids.length - 1);
            found = ids[slot];
        }
        return numbers[slot];
    }

    /** Gives a text a number, at least 0, unless it has one; returns that it had, else -1. */
    public int putIfAbsent(String id, int number) {
        if (crowded != null) {
            Integer before = crowded.putIfAbsent(id, number);
            return before == null ? -1 : before;
        }
        int slot = (id.hashCode() * GOLDEN) >>> shift;
        int far = 0;
        for (String found = ids[slot]; found != null; found = ids[slot]) {
            if (isSame(found, id)) {
                return numbers[slot];
            }
            slot = (slot + 1) & (ids.length - 1);
            far++;
        }
        ids[slot] = id;
        numbers[slot] = number;
        if (far > FARTHEST) {
            crowded = asMap();
        }
        return -1;
    }

    private Map<String, Integer> asMap() {
        Map<String, Integer> map = new HashMap<>();
        for (int slot = 0; slot < ids.length; slot++) {
            String id = ids[slot];
            if (id != null) {
                map.put(id, numbers[slot]);
            }
        }
        return map;
    }

    /** The texts of a plan are mostly the same objects wherever they come up; of others the hash tells most apart. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(String one, String other) {
        return one == other || (one.hashCode() == other.hashCode() && one.equals(other));
    }
}
