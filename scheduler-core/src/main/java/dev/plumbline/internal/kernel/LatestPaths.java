package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.Network;
import java.util.Arrays;

/** The paths through a network that finish latest when each is scheduled alone. */
public final class LatestPaths {

    /*
     * A path alone gives each of its activities one date; a later date of one never gives an earlier date of the next, so the k
     * latest dates of an activity come from the k latest of its predecessors. One sweep in topological order keeps k dates an
     * activity, each with the predecessor it comes from: O((n + m) k) placements and O(n k) memory, however many paths there
     * are. Where an activity has a later date of its own than a predecessor demands, the path begins with the activity. Ties go
     * to the predecessor, and at the end to the last activity, of the lower row.
     *
     * Nodes: an activity, or the finish of summary s (s); what a summary hands down as bound of starts (n + s) and of finishes
     * (2n + s), and the finish of its rows where its own dates are typed (3n + s). Relationships of two types between the same activities make one path.
     *
     * [1] S. E. Dreyfus: An appraisal of some shortest-path algorithms. Oper. Res. 17(3), 1969, pp. 395-412 (k-th paths).
     * [2] D. Eppstein: Finding the k shortest paths. SIAM J. Comput. 28(2), 1998, pp. 652-673 (the problem; acyclic networks).
     */

    private static final byte SNET = 4;
    private static final int NONE = -1;

    private final Network g;
    private final Times t;
    private final Placer placer;
    private final int k;
    private final Best[] best;
    private final Best ends;
    private final long[] ownStart;
    private final boolean[] goesOn;
    private long baseStart;
    private long baseFinish;

    /**
     * Finds the paths.
     *
     * @param network the network
     * @param honour whether constraint dates win over relationships
     * @param times the early dates
     * @param count how many paths are wanted
     */
    public LatestPaths(Network network, boolean honour, Times times, int count) {
        g = network;
        t = times;
        k = count;
        placer = new Placer(network, honour);
        best = new Best[4 * network.size];
        ends = new Best(count);
        ownStart = new long[network.size];
        goesOn = new boolean[network.size];
        sweep();
    }

    /** Returns how many paths were found, at most as many as wanted. */
    public int size() {
        return ends.size();
    }

    /** Returns the finish of a path scheduled alone. */
    public long finish(int path) {
        return ends.first(path);
    }

    /** Returns the start of a path's first activity. */
    public long start(int path) {
        int node = ends.node(path);
        int place = ends.place(path);
        while (best[node].node(place) != NONE) {
            int from = best[node].node(place);
            place = best[node].place(place);
            node = from;
        }
        return best[node].first(place);
    }

    /** Returns the activities of a path, first to last. */
    public int[] activities(int path) {
        int[] backward = new int[16];
        int size = 0;
        int node = ends.node(path);
        int place = ends.place(path);
        while (node != NONE) {
            if (node < g.size && !g.summary[node]) {
                if (size == backward.length) {
                    backward = Arrays.copyOf(backward, 2 * size);
                }
                backward[size++] = node;
            }
            int from = best[node].node(place);
            place = best[node].place(place);
            node = from;
        }
        int[] result = new int[size];
        for (int i = 0; i < size; i++) {
            result[i] = backward[size - 1 - i];
        }
        return result;
    }

    private void sweep() {
        for (int event : g.order) {
            if (event >= g.size) {
                handDown(event - g.size);
            } else if (g.summary[event]) {
                rollUp(event);
            } else if (g.active[event]) {
                leaf(event);
            }
        }
        for (int i = g.order.length - 1; i >= 0; i--) {
            if (g.order[i] < g.size) {
                goesOn[g.order[i]] = carriedOn(g.order[i]);
            }
        }
        for (int a = 0; a < g.size; a++) {
            if (LongestPath.counts(g, a) && !goesOn[a]) {
                for (int i = 0; i < best[a].size(); i++) {
                    ends.offer(best[a].second(i), 0, a, i);
                }
            }
        }
    }

    /** Whether some successor, of its own or of a summary above, always finishes as late, so that no path ends here. */
    private boolean carriedOn(int a) {
        for (int i = g.firstOut[a]; i < g.firstOut[a + 1]; i++) {
            int e = g.outEdge[i];
            if (carriesOn(e) && t.earlyFinish[g.head[e]] >= t.earlyFinish[a]) {
                return true;
            }
        }
        int up = g.parent[a];
        return up >= 0 && goesOn[up] && t.earlyFinish[up] >= t.earlyFinish[a];
    }

    /** Whether an edge hands on a finish, without a lead, to rows that it can move. */
    private boolean carriesOn(int e) {
        int s = g.head[e];
        boolean fromFinish = g.type[e] == Network.FS || g.type[e] == Network.FF;
        boolean moves = g.active[s] && g.state[s] == Network.UNSTARTED && (!g.summary[s] || t.firstLeaf[s] >= 0);
        return fromFinish && moves && g.lag[e] >= 0 && g.lagKind[e] != Network.CUT;
    }

    private void handDown(int s) {
        int up = g.parent[s];
        boolean typed = g.state[s] == Network.MANUAL;
        long own = own(s);
        if (typed) {
            own = Math.max(own, g.fixedStart[s]);
        } else if (g.constraint[s] == SNET) {
            own = Math.max(own, g.constraintDate[s]);
        }
        ownStart[s] = own;
        Best starts = new Best(k);
        Best finishes = new Best(k);
        best[g.size + s] = starts;
        best[2 * g.size + s] = finishes;
        if (!typed) {
            for (long each : edgesByTail(s)) {
                int e = (int) each;
                boolean toFinish = g.type[e] > Network.SS;
                Best from = from(e);
                for (int i = 0; i < from.size(); i++) {
                    (toFinish ? finishes : starts).offer(bound(e, from, i), 0, fromNode(e), i);
                }
                if (g.type[e] == Network.FF) {
                    ownStart[s] = Math.max(ownStart[s], g.start);
                }
            }
        }
        if (up >= 0) {
            inherit(g.size + up, starts);
            inherit(2 * g.size + up, finishes);
        }
    }

    private void inherit(int node, Best into) {
        Best from = best[node];
        for (int i = 0; i < from.size(); i++) {
            into.offer(from.first(i), from.second(i), node, i);
        }
    }

    private void rollUp(int s) {
        Best result = new Best(k);
        best[s] = result;
        if (g.state[s] == Network.MANUAL) {
            best[3 * g.size + s] = result;
            best[s] = new Best(1);
            best[s].offer(g.fixedStart[s], g.fixedFinish[s], NONE, 0);
        }
        for (int a = g.firstChild[s]; a >= 0; a = g.nextSibling[a]) {
            if (ForwardPass.rollsUp(g, t, a)) {
                finishes(a, result);
                if (g.summary[a] && g.state[a] == Network.MANUAL) {
                    finishes(3 * g.size + a, result);
                }
            }
        }
        if (t.firstLeaf[s] < 0) {
            withoutRows(s, result);
        }
    }

    private void finishes(int node, Best result) {
        for (int i = 0; i < best[node].size(); i++) {
            result.offer(best[node].second(i), best[node].second(i), node, i);
        }
    }

    /** A summary without active rows of this project stands where its bounds put it. */
    private void withoutRows(int s, Best result) {
        Best bounds = best[g.size + s];
        for (int i = 0; i < bounds.size(); i++) {
            long at = Math.max(ownStart[s], bounds.first(i));
            result.offer(at, at, g.size + s, i);
        }
        if (bounds.size() == 0) {
            result.offer(t.earlyStart[s], t.earlyStart[s], NONE, 0);
        }
    }

    private void leaf(int a) {
        best[a] = new Best(k);
        baseStart = Network.BEFORE;
        baseFinish = Network.BEFORE;
        long[] edges = edgesByTail(a);
        int next;
        for (int i = 0; i < edges.length; i = next) {
            int e = (int) edges[i];
            next = i + 1;
            while (next < edges.length && !g.summary[g.tail[e]] && g.tail[(int) edges[next]] == g.tail[e]) {
                next++;
            }
            along(a, edges, i, next);
        }
        int up = g.parent[a];
        if (up >= 0 && g.state[a] == Network.UNSTARTED) {
            if (Placer.inheritsStart(g, t, a)) {
                fromSummary(a, g.size + up, false);
            }
            fromSummary(a, 2 * g.size + up, true);
        }
        if (best[a].size() == 0 && baseStart == Network.BEFORE) {
            place(a, Network.BEFORE, Network.BEFORE, false);
            baseStart = placedStart(a);
            baseFinish = placedFinish(a);
        }
        if (baseStart != Network.BEFORE) {
            best[a].offer(baseStart, baseFinish, NONE, 0);
        }
    }

    /** The latest date that a summary above an activity has of its own. */
    private long own(int a) {
        boolean inherits = g.summary[a] ? g.parent[a] >= 0 : Placer.inheritsStart(g, t, a);
        return inherits ? ownStart[g.parent[a]] : Network.BEFORE;
    }

    /** Offers the dates that the edges from one predecessor give together. */
    private void along(int a, long[] edges, int begin, int end) {
        int first = (int) edges[begin];
        Best from = from(first);
        boolean more = true;
        for (int i = 0; more && i < from.size(); i++) {
            long start = Network.BEFORE;
            long finish = Network.BEFORE;
            boolean floored = false;
            for (int at = begin; at < end; at++) {
                int e = (int) edges[at];
                long bound = bound(e, from, i);
                if (g.type[e] <= Network.SS) {
                    start = Math.max(start, bound);
                } else {
                    finish = Math.max(finish, bound);
                    floored |= g.type[e] == Network.FF;
                }
            }
            place(a, start, finish, floored);
            more = decides(a, start, finish)
                    ? best[a].offer(placedStart(a), placedFinish(a), fromNode(first), i)
                    : begins(a);
        }
    }

    private void fromSummary(int a, int node, boolean toFinish) {
        Best from = best[node];
        boolean more = true;
        for (int i = 0; more && i < from.size(); i++) {
            long start = toFinish ? Network.BEFORE : from.first(i);
            long finish = toFinish ? from.first(i) : Network.BEFORE;
            place(a, start, finish, false);
            more = decides(a, start, finish) ? best[a].offer(placedStart(a), placedFinish(a), node, i) : begins(a);
        }
    }

    private void place(int a, long start, long finish, boolean floored) {
        if (g.state[a] == Network.UNSTARTED) {
            placer.place(a, Math.max(start, own(a)), finish, floored);
        }
    }

    private long placedStart(int a) {
        return g.state[a] == Network.UNSTARTED ? placer.start(a) : t.earlyStart[a];
    }

    private long placedFinish(int a) {
        return g.state[a] == Network.UNSTARTED ? placer.finish(a) : t.earlyFinish[a];
    }

    /** Whether bounds give an activity the start it was placed at, rather than a date of its own. */
    private boolean decides(int a, long start, long finish) {
        if (g.state[a] != Network.UNSTARTED) {
            return (start != Network.BEFORE && g.between(a, start, t.earlyStart[a]) == 0)
                    || (finish != Network.BEFORE && g.between(a, finish, t.earlyFinish[a]) == 0);
        }
        long demanded = finish == Network.BEFORE ? start : Math.max(start, g.startFrom(a, finish));
        return LongestPath.starts(g, a, demanded, placer.start(a));
    }

    /** A path begins where a date of its own decides; later offers of a predecessor may still be the path's. */
    private boolean begins(int a) {
        baseStart = Math.max(baseStart, placedStart(a));
        baseFinish = Math.max(baseFinish, placedFinish(a));
        return true;
    }

    /** The incoming edges in order of predecessors' rows. */
    private long[] edgesByTail(int a) {
        int first = g.firstIn[a];
        long[] edges = new long[g.firstIn[a + 1] - first];
        int size = 0;
        for (int e = first; e < g.firstIn[a + 1]; e++) {
            if (g.active[g.tail[e]] && g.lagKind[e] != Network.CUT) {
                edges[size++] = ((long) g.tail[e] << 32) | e;
            }
        }
        edges = size == edges.length ? edges : Arrays.copyOf(edges, size);
        Arrays.sort(edges);
        return edges;
    }

    /** The node whose dates an edge goes out from: a summary starts with the row that starts first. */
    private int fromNode(int e) {
        int p = g.tail[e];
        boolean fromFinish = g.type[e] == Network.FS || g.type[e] == Network.FF;
        boolean asWhole = fromFinish || g.state[p] == Network.MANUAL || t.firstLeaf[p] < 0;
        return asWhole || !g.summary[p] ? p : t.firstLeaf[p];
    }

    private Best from(int e) {
        return best[fromNode(e)];
    }

    private long bound(int e, Best from, int i) {
        boolean fromFinish = g.type[e] == Network.FS || g.type[e] == Network.FF;
        return ForwardPass.lagged(g, t, e, fromFinish ? from.second(i) : from.first(i), 1);
    }
}
