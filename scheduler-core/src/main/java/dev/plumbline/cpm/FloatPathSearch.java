package dev.plumbline.cpm;

import dev.plumbline.internal.kernel.Floats;
import dev.plumbline.internal.kernel.ForwardPass;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.model.Activity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Divides the predecessors of an activity into chains, the one with least float first. */
final class FloatPathSearch {

    /*
     * From the end activity back, each step to the predecessor with least float that has no path yet, until there is none: path 1.
     * Every predecessor passed over waits in a queue; the one with least float begins the next path. By total float the key is the
     * predecessor's own; by free float it is the sum of the gaps from it to the end activity along the paths. Ties go to the lower
     * row. A relationship of a summary ties each row below it; a summary as predecessor is the row that gives it its date.
     * Finished and inactive activities have no float and no path.
     */

    private final Schedule schedule;
    private final Network g;
    private final Times t;
    private final FloatPath.By by;
    private final boolean[] taken;
    private final PriorityQueue<Branch> waiting = new PriorityQueue<>(
            Comparator.comparingLong(Branch::key).thenComparingInt(Branch::row).thenComparingInt(Branch::joins));

    /** A predecessor, with its key and the successor through which it was found. */
    private record Branch(long key, int row, int joins) {}

    FloatPathSearch(Schedule schedule, FloatPath.By by) {
        this.schedule = schedule;
        this.g = schedule.network();
        this.t = schedule.times();
        this.by = by;
        this.taken = new boolean[g.size];
    }

    List<FloatPath> search(int end, int count) {
        List<FloatPath> paths = new ArrayList<>();
        long own = by == FloatPath.By.TOTAL_FLOAT ? Floats.total(g, t, end) : 0;
        waiting.add(new Branch(own, end, -1));
        while (paths.size() < count && !waiting.isEmpty()) {
            Branch branch = waiting.remove();
            if (!taken[branch.row]) {
                paths.add(path(paths.size() + 1, branch));
            }
        }
        return paths;
    }

    private FloatPath path(int number, Branch branch) {
        List<Activity> chain = new ArrayList<>();
        List<Activity> rows = schedule.project().activities();
        Branch at = branch;
        while (at != null) {
            taken[at.row] = true;
            chain.add(rows.get(at.row));
            at = back(at);
        }
        Collections.reverse(chain);
        Optional<Activity> joins = branch.joins < 0 ? Optional.empty() : Optional.of(rows.get(branch.joins));
        return new FloatPath(number, by, schedule.amount(branch.row, branch.key), chain, joins);
    }

    /** Queues the predecessors of an activity and returns the one with least float. */
    private @Nullable Branch back(Branch at) {
        Branch least = null;
        for (int row = at.row; row >= 0; row = g.parent[row]) {
            boolean typed = g.summary[row] && g.state[row] == Network.MANUAL;
            for (int e = g.firstIn[row]; !typed && e < g.firstIn[row + 1]; e++) {
                Branch branch = branch(e, at);
                if (branch == null) {
                    continue;
                }
                waiting.add(branch);
                if (least == null || waiting.comparator().compare(branch, least) < 0) {
                    least = branch;
                }
            }
        }
        return least;
    }

    private @Nullable Branch branch(int e, Branch at) {
        int p = g.lagKind[e] == Network.CUT ? -1 : decidingRow(e);
        if (p < 0 || taken[p] || !g.active[p] || g.state[p] == Network.COMPLETE) {
            return null;
        }
        if (by == FloatPath.By.TOTAL_FLOAT) {
            return new Branch(Floats.total(g, t, p), p, at.row);
        }
        long gap = Floats.gap(g, t, e, at.row, ForwardPass.bound(g, t, e));
        return new Branch(at.key + Math.max(0, gap), p, at.row);
    }

    /** The predecessor of an edge; of a summary, the row that gives it the date. */
    private int decidingRow(int e) {
        int p = g.tail[e];
        boolean fromFinish = g.type[e] == Network.FS || g.type[e] == Network.FF;
        while (p >= 0 && g.summary[p]) {
            p = fromFinish ? lastBelow(p) : t.firstLeaf[p];
        }
        return p;
    }

    private int lastBelow(int s) {
        for (int a = g.firstChild[s]; a >= 0; a = g.nextSibling[a]) {
            boolean counts = g.active[a] && g.state[a] != Network.EXTERNAL && !(g.summary[a] && t.firstLeaf[a] < 0);
            if (counts && t.earlyFinish[a] == t.earlyFinish[s]) {
                return a;
            }
        }
        return -1;
    }
}
