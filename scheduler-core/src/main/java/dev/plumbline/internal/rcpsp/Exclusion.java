package dev.plumbline.internal.rcpsp;

import java.util.Arrays;
import java.util.BitSet;

/** The pairs of activities that can't run at the same time: related, or too much for a resource together. */
final class Exclusion {

    private final Compiled project;
    private final BitSet[] excluded;

    Exclusion(Compiled project) {
        this.project = project;
        this.excluded = new BitSet[project.n];
        Compiled.Side side = project.sides[0];
        for (int i = project.n - 1; i >= 0; i--) {
            int a = side.topological[i];
            excluded[a] = new BitSet(project.n);
            for (int e = side.firstSucc[a]; e < side.firstSucc[a + 1]; e++) {
                excluded[a].set(side.succ[e]);
                excluded[a].or(excluded[side.succ[e]]);
            }
        }
        for (int a = 0; a < project.n; a++) {
            for (int b = excluded[a].nextSetBit(0); b >= 0; b = excluded[a].nextSetBit(b + 1)) {
                excluded[b].set(a);
            }
        }
        for (int a = 0; a < project.n; a++) {
            for (int b = a + 1; b < project.n; b++) {
                if (exceed(project, a, b)) {
                    excluded[a].set(b);
                    excluded[b].set(a);
                }
            }
        }
    }

    /** Returns whether two activities together need more of a resource than there is. */
    static boolean exceed(Compiled project, int a, int b) {
        int width = project.resources;
        for (int r = 0; r < width; r++) {
            if ((long) project.demand[a * width + r] + project.demand[b * width + r] > project.capacity[r]) {
                return true;
            }
        }
        return false;
    }

    boolean excludesAll(int activity, int[] set, int size) {
        for (int i = 0; i < size; i++) {
            if (!excluded[activity].get(set[i])) {
                return false;
            }
        }
        return true;
    }

    /** Returns the activities, the longest first. */
    int[] byDuration() {
        long[] keys = new long[project.n];
        Arrays.setAll(keys, a -> (long) -project.duration[a] << 32 | a);
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    /** Returns the least time that passes before the first of a set and after the last. */
    int around(int[] set, int size) {
        int before = Integer.MAX_VALUE;
        int after = Integer.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            before = Math.min(before, project.sides[1].tail[set[i]] - project.duration[set[i]]);
            after = Math.min(after, project.sides[0].tail[set[i]] - project.duration[set[i]]);
        }
        return before + after;
    }
}
