package dev.plumbline.internal.util;

/** A set of numbers below a limit that gives out its smallest. */
public final class BitQueue {

    /*
     * One bit a number in words of 64; above each level another one with one bit for each word that isn't empty. A million
     * numbers take four levels, so that adding a number and taking the smallest each touch at most four words, which a heap of
     * any size can't match.
     */

    private final long[][] levels;

    /** Makes an empty queue for numbers from 0 up to a limit. */
    public BitQueue(int limit) {
        int depth = 1;
        for (int words = words(limit); words > 1; words = words(words)) {
            depth++;
        }
        levels = new long[depth][];
        int bits = limit;
        for (int level = 0; level < depth; level++) {
            bits = words(bits);
            levels[level] = new long[bits];
        }
    }

    private static int words(int bits) {
        return Math.max(1, (bits >> 6) + ((bits & 63) == 0 ? 0 : 1));
    }

    /** Adds a number; nothing happens if it is there. */
    public void add(int number) {
        int at = number;
        for (long[] level : levels) {
            long word = level[at >> 6];
            level[at >> 6] = word | 1L << at;
            if (word != 0) {
                return;
            }
            at >>= 6;
        }
    }

    /** Returns whether there is no number. */
    public boolean isEmpty() {
        return levels[levels.length - 1][0] == 0;
    }

    /** Takes out the smallest number; there must be one. */
    public int takeFirst() {
        int number = 0;
        for (int level = levels.length - 1; level >= 0; level--) {
            number = number << 6 | Long.numberOfTrailingZeros(levels[level][number]);
        }
        int at = number;
        for (long[] level : levels) {
            long word = level[at >> 6] & level[at >> 6] - 1;
            level[at >> 6] = word;
            if (word != 0) {
                break;
            }
            at >>= 6;
        }
        return number;
    }
}
