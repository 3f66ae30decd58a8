package dev.plumbline.internal.rcpsp;

import java.util.Arrays;

/** What was learned from conflicts: sets of literals that can't all be true. Not safe for several threads. */
final class Nogoods {

    /*
     * Each nogood watches two of its literals that aren't true. When a watched literal becomes true, another one that isn't is
     * watched instead; if there is none, the last one must stay false. A watch is three numbers in the list of its key: the
     * value, the nogood, and another of its literals' place, which is looked at first.
     *
     * [1] M. W. Moskewicz et al.: Chaff: Engineering an Efficient SAT Solver. DAC 2001, pp. 530-535.
     */

    private static final int HEADER = 2;
    private static final int WATCH = 2;

    private final Domains domains;
    /** One nogood after the other: number of literals, how many levels it spans, then key and value of each. */
    int[] literals = new int[4096];

    private int end;
    private int count;
    private final int[][] watches;
    private final int[] watched;

    Nogoods(Domains domains) {
        this.domains = domains;
        this.watches = new int[2 * domains.n][8];
        this.watched = new int[2 * domains.n];
    }

    void clear() {
        end = 0;
        count = 0;
        Arrays.fill(watched, 0);
    }

    int count() {
        return count;
    }

    /**
     * Adds a nogood of at least two literals: the first may be false, the second is the last of the others to become true.
     *
     * @return its place
     */
    int add(int[] keys, int[] values, int size, int levels) {
        int at = end;
        end += HEADER + 2 * size;
        if (end > literals.length) {
            literals = Arrays.copyOf(literals, Math.max(end, 2 * literals.length));
        }
        literals[at] = size;
        literals[at + 1] = levels;
        for (int i = 0; i < size; i++) {
            literals[at + HEADER + 2 * i] = keys[i];
            literals[at + HEADER + 2 * i + 1] = values[i];
        }
        count++;
        watch(keys[0], values[0], at);
        watch(keys[1], values[1], at);
        return at;
    }

    private void watch(int key, int value, int nogood) {
        int at = watched[key];
        int[] list = watches[key];
        if (at == list.length) {
            list = Arrays.copyOf(list, 2 * at);
            watches[key] = list;
        }
        list[at] = value;
        list[at + 1] = nogood;
        watched[key] = at + WATCH;
    }

    /** Looks after the nogoods that watch a key, whose bound has grown; false at a conflict, which the kernel holds. */
    boolean wake(int key, Kernel kernel) {
        int[] list = watches[key];
        int now = domains.bound[key];
        int end_ = watched[key];
        int kept = 0;
        boolean consistent = true;
        for (int i = 0; i < end_; i += WATCH) {
            int value = list[i];
            int nogood = list[i + 1];
            if (consistent && value <= now && move(key, value, nogood)) {
                continue;
            }
            list[kept] = value;
            list[kept + 1] = nogood;
            kept += WATCH;
            if (consistent && value <= now) {
                consistent = enforce(nogood, kernel);
            }
        }
        watched[key] = kept;
        return consistent;
    }

    /** Finds another literal to watch; the one that stays true is put in the second place. */
    private boolean move(int key, int value, int nogood) {
        int[] all = literals;
        int[] bound = domains.bound;
        int first = nogood + HEADER;
        if (all[first] == key && all[first + 1] == value) {
            swap(first, first + 2);
        }
        int other = all[first];
        if (bound[other ^ 1] > -all[first + 1]) {
            return false;
        }
        int stop = first + 2 * all[nogood];
        for (int i = first + 4; i < stop; i += 2) {
            if (bound[all[i]] < all[i + 1]) {
                swap(first + 2, i);
                watch(all[first + 2], all[first + 3], nogood);
                return true;
            }
        }
        return false;
    }

    /** Keeps the first literal false, all others being true. */
    private boolean enforce(int nogood, Kernel kernel) {
        int other = literals[nogood + HEADER];
        int value = literals[nogood + HEADER + 1];
        if (domains.bound[other ^ 1] > -value) {
            return true;
        }
        return kernel.raise(other ^ 1, 1 - value, Domains.reason(Domains.NOGOOD, nogood));
    }

    private void swap(int i, int j) {
        int k = literals[i];
        int v = literals[i + 1];
        literals[i] = literals[j];
        literals[i + 1] = literals[j + 1];
        literals[j] = k;
        literals[j + 1] = v;
    }

    /** At the root: forgets the half that spans the most levels, and what can't matter any more. */
    void halve() {
        int[] histogram = new int[domains.n + 2];
        for (int at = 0; at < end; at += HEADER + 2 * literals[at]) {
            histogram[Math.min(literals[at + 1], histogram.length - 1)]++;
        }
        int most = 0;
        for (int sum = 0; most < histogram.length - 1 && sum + histogram[most] <= count / 2; most++) {
            sum += histogram[most];
        }
        Arrays.fill(watched, 0);
        int write = 0;
        count = 0;
        for (int at = 0; at < end; ) {
            int size = literals[at];
            int levels = literals[at + 1];
            boolean keep = levels <= 2 || levels < most;
            if (keep && simplify(at)) {
                int left = literals[at];
                System.arraycopy(literals, at, literals, write, HEADER + 2 * left);
                watch(literals[write + HEADER], literals[write + HEADER + 1], write);
                watch(literals[write + HEADER + 2], literals[write + HEADER + 3], write);
                write += HEADER + 2 * left;
                count++;
            }
            at += HEADER + 2 * size;
        }
        end = write;
    }

    /** Leaves out literals that are true for good; false if the nogood can never hold again. */
    private boolean simplify(int nogood) {
        int left = 0;
        int first = nogood + HEADER;
        for (int i = first; i < first + 2 * literals[nogood]; i += 2) {
            int key = literals[i];
            int value = literals[i + 1];
            if (domains.bound[key ^ 1] > -value) {
                return false;
            }
            if (domains.bound[key] < value) {
                literals[first + 2 * left] = key;
                literals[first + 2 * left + 1] = value;
                left++;
            }
        }
        literals[nogood] = left;
        return left >= 2;
    }
}
