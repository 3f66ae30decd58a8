package dev.plumbline.internal.risk;

import dev.plumbline.internal.network.Network;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Hands out rows of lanes; where only dates are wanted, a row is used again as soon as nothing asks for it any more. */
final class LaneRoom {

    /*
     * A forward pass needs the dates of an activity until its last successor is placed. In most plans that is soon, so the rows in
     * use at a time fit into a near cache however many activities there are.
     */

    private final LanePlan plan;
    private final int capacity;
    private final boolean keepsAll;
    private final int[] lastUse;
    private final Deque<int[]> free = new ArrayDeque<>();
    private final List<List<int[]>> releasedAfter = new ArrayList<>();

    /**
     * Makes room.
     *
     * @param plan the plan
     * @param capacity lanes of a row
     * @param keepsAll whether all rows are kept, for a backward pass
     * @param tracked activities whose rows are kept
     */
    LaneRoom(LanePlan plan, int capacity, boolean keepsAll, int[] tracked) {
        this.plan = plan;
        this.capacity = capacity;
        this.keepsAll = keepsAll;
        Network g = plan.g;
        int[] place = new int[g.size];
        for (int k = 0; k < plan.order.length; k++) {
            place[plan.order[k]] = k;
            releasedAfter.add(List.of());
        }
        this.lastUse = new int[g.size];
        for (int a : plan.order) {
            lastUse[a] = place[a];
            for (int i = g.firstOut[a]; i < g.firstOut[a + 1]; i++) {
                lastUse[a] = Math.max(lastUse[a], place[g.head[g.outEdge[i]]]);
            }
        }
        for (int a : tracked) {
            lastUse[a] = Integer.MAX_VALUE;
        }
    }

    /**
     * Returns a row for an activity.
     *
     * @param a the activity
     * @param place its place in the order
     * @param dates whether the row may be asked for by successors, or else only while the activity is placed
     */
    int[] row(int a, int place, boolean dates) {
        int until = dates || asksForStart(a) ? lastUse[a] : place;
        int[] row = free.isEmpty() ? new int[capacity] : free.pop();
        if (!keepsAll && until < plan.order.length) {
            List<int[]> released = new ArrayList<>(releasedAfter.get(until));
            released.add(row);
            releasedAfter.set(until, released);
        }
        return row;
    }

    private boolean asksForStart(int a) {
        Network g = plan.g;
        return Arrays.stream(g.outEdge, g.firstOut[a], g.firstOut[a + 1])
                .anyMatch(e -> g.type[e] == Network.SS || g.type[e] == Network.SF);
    }

    /** Takes back what nothing asks for after a place. */
    void release(int place) {
        releasedAfter.get(place).forEach(free::push);
        releasedAfter.set(place, List.of());
    }
}
