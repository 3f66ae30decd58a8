package dev.plumbline.internal.kernel;

import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.internal.network.Network;

/** The activities from which the finish of the project follows, found along driving relationships. */
public final class LongestPath {

    /*
     * From every activity that has the latest early finish, back over each relationship whose date, taken alone, is the date of
     * its successor with no working time between. A summary stands between rows as up to four nodes: its finish (node s), its
     * start (n + s), and what it hands down as bound of starts (2n + s) and of finishes (3n + s); so that a relationship between
     * summaries is walked once, however many rows lie below. Each node is visited once: O(n + m).
     *
     * A second question is answered by the same walk: which activities the finish could depend on if a duration shrank. There a
     * relationship counts also where it demands a later date than its successor has (a constraint holds it back), and every row
     * of a summary whose start or length ties something.
     *
     * [1] J. E. Kelley, M. R. Walker: Critical-Path Planning and Scheduling. Proc. EJCC, 1959, pp. 160-173.
     * [2] Oracle, Primavera P6 help, "Define critical activities": longest path beside total float, for plans of many calendars.
     */

    private final Network g;
    private final Times t;
    private final boolean sensitive;
    private final boolean[] seen;
    private int[] stack = new int[64];
    private int depth;

    private LongestPath(Network network, Times times, boolean sensitive) {
        this.g = network;
        this.t = times;
        this.sensitive = sensitive;
        this.seen = new boolean[4 * network.size];
    }

    /** Marks the activities on the longest path, ties included; a summary is marked where the path runs through its finish. */
    public static boolean[] driving(Network network, Times times) {
        return new LongestPath(network, times, false).walk();
    }

    /** Marks at least the activities whose shorter duration could bring the finish of the project forward. */
    static boolean[] sensitive(Network network, Times times) {
        return new LongestPath(network, times, true).walk();
    }

    private boolean[] walk() {
        long latest = latestFinish(g, t);
        for (int a = 0; a < g.size; a++) {
            if (counts(g, a) && t.earlyFinish[a] == latest) {
                push(a);
            }
        }
        int n = g.size;
        while (depth > 0) {
            int node = stack[--depth];
            int a = node % n;
            switch (node / n) {
                case 0 -> {
                    if (g.summary[a]) {
                        below(a, true);
                    } else {
                        leaf(a);
                    }
                }
                case 1 -> below(a, false);
                case 2 -> handedDown(a, false);
                default -> handedDown(a, true);
            }
        }
        return seen;
    }

    /** Whether a row can hold the finish of the project: a leaf that takes part in this project. */
    public static boolean counts(Network g, int a) {
        return !g.summary[a] && g.active[a] && g.state[a] != Network.EXTERNAL;
    }

    /** Returns the latest early finish; BEFORE if there are no activities. */
    public static long latestFinish(Network g, Times t) {
        long latest = Network.BEFORE;
        for (int a = 0; a < g.size; a++) {
            if (counts(g, a)) {
                latest = Math.max(latest, t.earlyFinish[a]);
            }
        }
        return latest;
    }

    private void push(int node) {
        if (seen[node]) {
            return;
        }
        seen[node] = true;
        if (depth == stack.length) {
            stack = java.util.Arrays.copyOf(stack, 2 * depth);
        }
        stack[depth++] = node;
    }

    private void leaf(int a) {
        for (int e = g.firstIn[a]; e < g.firstIn[a + 1]; e++) {
            long bound = ForwardPass.bound(g, t, e);
            if (bound != Network.BEFORE && drives(a, bound, g.type[e] > Network.SS)) {
                follow(e);
            }
        }
        int up = g.parent[a];
        if (up >= 0 && g.state[a] == Network.UNSTARTED) {
            boolean inherits = Placer.inheritsStart(g, t, a) && t.startBound[up] != Network.BEFORE;
            if (inherits && drives(a, t.startBound[up], false)) {
                push(2 * g.size + up);
            }
            if (t.finishBound[up] != Network.BEFORE && drives(a, t.finishBound[up], true)) {
                push(3 * g.size + up);
            }
        }
    }

    /** Whether a bound of its start or finish alone would give an activity the date it has. */
    private boolean drives(int a, long bound, boolean toFinish) {
        if (g.state[a] != Network.UNSTARTED) {
            return !sensitive && g.between(a, bound, toFinish ? t.earlyFinish[a] : t.earlyStart[a]) == 0;
        }
        long demanded = toFinish ? g.startFrom(a, bound) : bound;
        return starts(g, a, demanded, t.earlyStart[a]) || (sensitive && startFrom(g, a, demanded) > t.earlyStart[a]);
    }

    /** Whether a bound of an unstarted activity's start leads to a given start, with no working time between. */
    static boolean starts(Network g, int a, long demanded, long start) {
        long alone = startFrom(g, a, demanded);
        return alone == start || (g.placement[a] == null && g.between(a, alone, start) == 0);
    }

    private static long startFrom(Network g, int a, long demanded) {
        long start = g.nextStart(a, demanded);
        return g.delay[a] <= 0 ? start : g.nextStart(a, start + g.delay[a]);
    }

    private void follow(int e) {
        int p = g.tail[e];
        if (g.summary[p] && g.state[p] == Network.MANUAL) {
            return; // typed dates begin the path
        }
        boolean fromFinish = g.type[e] == Network.FS || g.type[e] == Network.FF;
        push(fromFinish || !g.summary[p] ? p : g.size + p);
        if (sensitive && (g.lagKind[e] == Network.PERCENT || g.lagKind[e] == Network.ELAPSED_PERCENT)) {
            push(g.size + p);
        }
    }

    /** The rows that give a summary its start or finish. */
    private void below(int s, boolean finish) {
        if (t.firstLeaf[s] < 0) {
            push(2 * g.size + s);
        }
        for (int a = g.firstChild[s]; a >= 0; a = g.nextSibling[a]) {
            if (!ForwardPass.rollsUp(g, t, a)) {
                continue;
            }
            boolean decides = finish ? finish(a) == t.rolledFinish[s] : start(a) == t.logicStart[s];
            if (decides || (sensitive && !finish)) {
                push(finish || !g.summary[a] ? a : g.size + a);
            }
        }
    }

    private long start(int a) {
        return g.summary[a] ? t.logicStart[a] : t.earlyStart[a];
    }

    private long finish(int a) {
        return g.summary[a] ? t.rolledFinish[a] : t.earlyFinish[a];
    }

    /** The relationships that give a summary the bound it hands down. */
    private void handedDown(int s, boolean finish) {
        long[] handed = finish ? t.finishBound : t.startBound;
        if (g.state[s] != Network.MANUAL) {
            for (int e = g.firstIn[s]; e < g.firstIn[s + 1]; e++) {
                long bound = ForwardPass.bound(g, t, e);
                if (g.type[e] > Network.SS == finish && bound != Network.BEFORE && together(s, bound, handed[s])) {
                    follow(e);
                }
            }
        }
        int up = g.parent[s];
        if (up >= 0 && handed[up] != Network.BEFORE && together(s, handed[up], handed[s])) {
            push((finish ? 3 : 2) * g.size + up);
        }
    }

    private boolean together(int s, long one, long other) {
        CompiledCalendar calendar = g.calendar[s];
        return one == other || (calendar.hasWorkingTime() && calendar.work(one, other) == 0);
    }
}
