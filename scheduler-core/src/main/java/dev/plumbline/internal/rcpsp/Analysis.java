package dev.plumbline.internal.rcpsp;

import java.util.Arrays;

/** Learns a nogood from a conflict. Not safe for several threads. */
final class Analysis {

    /*
     * The literals of the conflict are replaced by the reasons of their entries, the last entry first, until only one of them
     * belongs to the present level (the first unique implication point). Literals of one key merge to the strongest; a literal
     * asks only for what is needed, so a reason may be weaker than the entry it explains. Then literals that follow from the
     * others are left out.
     *
     * [1] J. P. Marques-Silva, K. A. Sakallah: GRASP. IEEE Transactions on Computers 48(5), 1999, pp. 506-521.
     */

    private static final int ABSENT = Integer.MIN_VALUE;

    private final Domains domains;
    private final Links links;
    private final Nogoods nogoods;
    private final Guide guide;
    /** The value needed of each key, and the entry that made it true. */
    private final int[] needed;

    private final int[] entry;
    private final boolean[] listed;
    private final int[] touched;
    private int touchedCount;
    private int atLevel;

    final int[] keys;
    final int[] values;
    int size;
    /** The level to go back to, and how many levels the nogood spans. */
    int backLevel;

    int levels;
    private int[] levelMark;
    private int mark;

    Analysis(Domains domains, Links links, Nogoods nogoods, Guide guide) {
        this.domains = domains;
        this.links = links;
        this.nogoods = nogoods;
        this.guide = guide;
        int room = 2 * domains.n;
        this.needed = new int[room];
        Arrays.fill(needed, ABSENT);
        this.entry = new int[room];
        this.touched = new int[room];
        this.listed = new boolean[room];
        this.keys = new int[room + 2];
        this.values = new int[room + 2];
        this.levelMark = new int[64];
    }

    /** Adds a literal of the conflict, which must be true. */
    void need(int key, int value) {
        if (needed[key] >= value) {
            return;
        }
        int p = domains.entryOf(key, value);
        if (p < 0) {
            return;
        }
        boolean known = needed[key] != ABSENT;
        if (!listed[key]) {
            listed[key] = true;
            touched[touchedCount++] = key;
        }
        if (domains.level[p] == domains.depth && !(known && domains.level[entry[key]] == domains.depth)) {
            atLevel++;
        }
        needed[key] = value;
        entry[key] = p;
        guide.bump(key, value);
    }

    /** Adds why the bound of a key could grow to a value. */
    void needReason(int key, int value, int reason) {
        int number = Domains.number(reason);
        switch (Domains.kind(reason)) {
            case Domains.LINK -> need(links.tail[number], value - links.weight[number]);
            case Domains.WRITTEN -> {
                int[] written = domains.written;
                for (int i = number + 1; i < number + 1 + 2 * written[number]; i += 2) {
                    need(written[i], written[i + 1]);
                }
            }
            default -> {
                int[] all = nogoods.literals;
                for (int i = number + 2; i < number + 2 + 2 * all[number]; i += 2) {
                    if (all[i] != (key ^ 1)) {
                        need(all[i], all[i + 1]);
                    }
                }
            }
        }
    }

    /** Resolves the literals added to a nogood; false if they are true without any decision. */
    boolean learn() {
        if (touchedCount == 0) {
            return false;
        }
        int p = domains.size - 1;
        while (atLevel > 1) {
            int key = domains.key[p];
            if (needed[key] != ABSENT && entry[key] == p) {
                int value = needed[key];
                needed[key] = ABSENT;
                atLevel--;
                needReason(key, value, domains.reason[p]);
            }
            p--;
        }
        collect();
        return true;
    }

    private void collect() {
        size = 0;
        int uip = -1;
        for (int i = 0; i < touchedCount; i++) {
            int key = touched[i];
            if (needed[key] == ABSENT) {
                continue;
            }
            boolean present = domains.level[entry[key]] == domains.depth;
            if (!present && follows(key)) {
                continue;
            }
            keys[size] = key;
            values[size] = needed[key];
            uip = present ? size : uip;
            size++;
        }
        swap(0, uip);
        count();
        for (int i = 0; i < touchedCount; i++) {
            needed[touched[i]] = ABSENT;
            listed[touched[i]] = false;
        }
        touchedCount = 0;
        atLevel = 0;
    }

    /** Whether a literal follows from others of the nogood by the reason of its entry. */
    private boolean follows(int key) {
        int p = entry[key];
        int reason = domains.reason[p];
        if (reason < 0) {
            return false;
        }
        int number = Domains.number(reason);
        switch (Domains.kind(reason)) {
            case Domains.LINK:
                return holds(links.tail[number], needed[key] - links.weight[number], p);
            case Domains.WRITTEN:
                return hold(domains.written, number + 1, domains.written[number], -1, p);
            default:
                return hold(nogoods.literals, number + 2, nogoods.literals[number], key ^ 1, p);
        }
    }

    private boolean hold(int[] literals, int from, int count, int except, int before) {
        for (int i = from; i < from + 2 * count; i += 2) {
            if (literals[i] != except && !holds(literals[i], literals[i + 1], before)) {
                return false;
            }
        }
        return true;
    }

    /** Only earlier entries count, lest two literals follow from each other. */
    private boolean holds(int key, int value, int before) {
        return (needed[key] >= value && entry[key] < before) || domains.entryOf(key, value) < 0;
    }

    /** Counts levels and puts the literal of the highest level but the present one in the second place. */
    private void count() {
        if (levelMark.length <= domains.depth) {
            levelMark = new int[2 * domains.depth];
            mark = 0;
        }
        mark++;
        levels = 1;
        backLevel = 0;
        for (int i = 1; i < size; i++) {
            int level = domains.level[entry[keys[i]]];
            if (levelMark[level] != mark) {
                levelMark[level] = mark;
                levels++;
            }
            if (level > backLevel) {
                backLevel = level;
                swap(1, i);
            }
        }
    }

    private void swap(int i, int j) {
        int k = keys[i];
        int v = values[i];
        keys[i] = keys[j];
        values[i] = values[j];
        keys[j] = k;
        values[j] = v;
    }
}
