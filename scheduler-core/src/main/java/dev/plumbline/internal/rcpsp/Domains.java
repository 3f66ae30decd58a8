package dev.plumbline.internal.rcpsp;

import java.util.Arrays;

/**
 * The windows in which activities may start, the order in which they were narrowed and why. Not safe for several threads.
 */
final class Domains {

    /*
     * Every activity a has two keys: 2a for "starts at v or later", 2a + 1 for "starts at -v or earlier". The bound of a key only
     * grows on the way down the search and falls back on the way up; a literal (key, v) says that the bound of the key is at
     * least v, and the negation of (key, v) is (key ^ 1, 1 - v). Each growth is an entry of the trail with its reason: a
     * relationship (kept as its number), a learned nogood (its place), or literals written out beside the trail.
     *
     * [1] T. Feydy, P. J. Stuckey: Lazy Clause Generation Reengineered. CP 2009, LNCS 5732, pp. 352-366.
     */

    /** No reason: a decision, or true from the start. */
    static final int NONE = -1;

    static final int LINK = 0;
    static final int WRITTEN = 1;
    static final int NOGOOD = 2;
    private static final int KINDS = 2;

    final int n;
    final int[] bound;
    /** The last entry of each key, -1 if there is none. */
    final int[] last;

    int size;
    int[] key;
    int[] value;
    int[] old;
    int[] previous;
    int[] reason;
    int[] level;

    int depth;
    private int[] levelStart;
    private int[] levelWritten;
    /** Literals written out as reasons: first their number, then key and value of each. */
    int[] written = new int[1024];

    private int writtenSize;

    Domains(int activities) {
        n = activities;
        bound = new int[2 * n];
        last = new int[2 * n];
        int room = 4 * n + 16;
        key = new int[room];
        value = new int[room];
        old = new int[room];
        previous = new int[room];
        reason = new int[room];
        level = new int[room];
        levelStart = new int[n + 2];
        levelWritten = new int[n + 2];
    }

    /** Starts over with windows that hold from the start: the bounds of all keys. */
    void begin(int[] bounds) {
        System.arraycopy(bounds, 0, bound, 0, bounds.length);
        Arrays.fill(last, -1);
        size = 0;
        depth = 0;
        writtenSize = 0;
    }

    static int reason(int kind, int number) {
        return number << KINDS | kind;
    }

    static int kind(int reason) {
        return reason & (1 << KINDS) - 1;
    }

    static int number(int reason) {
        return reason >> KINDS;
    }

    boolean isTrue(int ofKey, int v) {
        return bound[ofKey] >= v;
    }

    boolean isFixed(int activity) {
        return bound[2 * activity] + bound[2 * activity + 1] == 0;
    }

    int earliest(int activity) {
        return bound[2 * activity];
    }

    int latest(int activity) {
        return -bound[2 * activity + 1];
    }

    void push(int ofKey, int v, int why) {
        if (size == key.length) {
            enlarge();
        }
        int p = size++;
        key[p] = ofKey;
        value[p] = v;
        old[p] = bound[ofKey];
        previous[p] = last[ofKey];
        reason[p] = why;
        level[p] = depth;
        bound[ofKey] = v;
        last[ofKey] = p;
    }

    /** Takes the last entry back. */
    void pop() {
        int p = --size;
        bound[key[p]] = old[p];
        last[key[p]] = previous[p];
    }

    /** Goes one level down: what follows is taken back together. */
    void deepen() {
        depth++;
        if (depth == levelStart.length) {
            levelStart = Arrays.copyOf(levelStart, 2 * depth);
            levelWritten = Arrays.copyOf(levelWritten, 2 * depth);
        }
        levelStart[depth] = size;
        levelWritten[depth] = writtenSize;
    }

    /** Goes back to a level when all later entries are taken back. */
    void rise(int toLevel) {
        writtenSize = levelWritten[toLevel + 1];
        depth = toLevel;
    }

    /** Returns the first entry of a level. */
    int startOf(int ofLevel) {
        return levelStart[ofLevel];
    }

    /** Returns the entry that made a literal true, -1 if no decision was needed for it. */
    int entryOf(int ofKey, int v) {
        int p = last[ofKey];
        while (p >= 0 && old[p] >= v) {
            p = previous[p];
        }
        return p >= 0 && level[p] > 0 ? p : -1;
    }

    /** Returns where literals are written, with room for so many. */
    int write(int literals) {
        int at = writtenSize;
        int end = at + 2 * literals + 1;
        if (end > written.length) {
            written = Arrays.copyOf(written, Math.max(end, 2 * written.length));
        }
        return at;
    }

    /** Keeps what was written up to an end. */
    void keepWritten(int end) {
        writtenSize = end;
    }

    private void enlarge() {
        int room = 2 * key.length;
        key = Arrays.copyOf(key, room);
        value = Arrays.copyOf(value, room);
        old = Arrays.copyOf(old, room);
        previous = Arrays.copyOf(previous, room);
        reason = Arrays.copyOf(reason, room);
        level = Arrays.copyOf(level, room);
    }
}
