package dev.plumbline.internal.network;

import dev.plumbline.internal.calendar.CompiledCalendar;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A plain plan in pure working time: activities in topological order, relationships from start to start with one weight each.
 * Instants are working ticks since the start of the project.
 *
 * <p>A plan is plain if one calendar serves it, if nothing in it has begun or was dated by hand, and if no date binds more than
 * a start from below or a finish from above. Milestones, all types of relationship, working lags, leads, deadlines, "start no
 * earlier than" and summaries that tie nothing are plain.
 */
public final class FlatNetwork {

    /*
     * In working time the four types of relationship are one: es(s) >= es(p) + w with
     *
     *     FS  w = d(p) + lag         FF  w = d(p) + lag - d(s)
     *     SS  w = lag                SF  w = lag - d(s)
     *
     * and the latest starts obey the same inequalities. What working time can't tell, Friday evening from Monday morning, is
     * settled by the reader of the results.
     *
     * Offsets are ints. The longest path by absolute weights bounds every date that the passes can meet; a plan that could leave
     * a quarter of the range of int is not flattened.
     */

    /** No bound from below. */
    public static final int NONE = Integer.MIN_VALUE / 2;

    /** The farthest that a given date or a path may lie from the start of the project. */
    private static final long LIMIT = 1 << 28;

    /** The number of activities, summaries left out. */
    public final int size;

    /** The working ticks up to the start of the project, as the calendar counts them. */
    public final long origin;

    /** The calendar of all activities. */
    public final CompiledCalendar calendar;

    /** The row of the activity at a place. */
    public final int[] row;

    /** The place of the activity in a row; -1 for summaries. */
    public final int[] place;

    /** Durations by place. */
    public final int[] span;

    /** The earliest starts that hold without predecessors, by place, or NONE. */
    public final int[] floor;

    /** The latest starts that deadlines allow, by place; null if there is none. */
    public final int @Nullable [] cap;

    /** The activities without successors, by place. */
    public final int[] openEnds;

    /** The predecessors of relationships, by place; relationships come in order of their successors. */
    public final int[] tail;

    /** The successors of relationships, by place, rising. */
    public final int[] head;

    /** The ticks from the start of the predecessor to the earliest start of the successor. */
    public final int[] weight;

    private FlatNetwork(Network g, CompiledCalendar calendar, int[] row, int[] place, int edges, boolean capped) {
        this.calendar = calendar;
        this.origin = calendar.workUpTo(g.start);
        this.size = row.length;
        this.row = row;
        this.place = place;
        this.span = new int[size];
        this.floor = new int[size];
        this.cap = capped ? new int[size] : null;
        this.openEnds = IntStream.range(0, size)
                .filter(i -> g.firstOut[row[i]] == g.firstOut[row[i] + 1])
                .toArray();
        this.tail = new int[edges];
        this.head = new int[edges];
        this.weight = new int[edges];
    }

    /** Returns the flat form of a network; null if the plan is not plain. */
    public static @Nullable FlatNetwork of(Network g) {
        CompiledCalendar calendar = PlainPlan.calendar(g);
        if (calendar == null) {
            return null;
        }
        int[] place = new int[g.size];
        int[] row = new int[g.size];
        int size = 0;
        boolean capped = false;
        Arrays.fill(place, -1);
        for (int event : g.order) {
            if (event < g.size && !g.summary[event]) {
                place[event] = size;
                row[size++] = event;
                capped |= g.deadline[event] != Network.AFTER;
            }
        }
        int[] rows = size == g.size ? row : Arrays.copyOf(row, size);
        FlatNetwork flat = new FlatNetwork(g, calendar, rows, place, g.head.length, capped);
        return flat.fill(g) ? flat : null;
    }

    /** Fills in spans, bounds and relationships; returns whether int offsets are safe. */
    private boolean fill(Network g) {
        for (int i = 0; i < size; i++) {
            span[i] = (int) Math.min(g.span[row[i]], LIMIT); // a longer one makes a path too long
        }
        boolean safe = true;
        long longest = 0;
        long[] reach = new long[size];
        int edge = 0;
        for (int i = 0; i < size; i++) {
            int a = row[i];
            boolean toFinish = false;
            for (int e = g.firstIn[a]; e < g.firstIn[a + 1]; e++, edge++) {
                int p = place[g.tail[e]];
                byte type = g.type[e];
                long ticks = g.lag[e]
                        + (type == Network.FS || type == Network.FF ? span[p] : 0)
                        - (type == Network.FF || type == Network.SF ? span[i] : 0);
                toFinish |= type == Network.FF;
                reach[i] = Math.max(reach[i], reach[p] + Math.abs(ticks));
                tail[edge] = p;
                head[edge] = i;
                weight[edge] = (int) Math.max(-LIMIT, Math.min(LIMIT, ticks));
            }
            longest = Math.max(longest, reach[i] + span[i]);
            safe &= bound(g, a, i, toFinish || g.firstIn[a] == g.firstIn[a + 1]);
        }
        return safe && longest < LIMIT;
    }

    /** Fills in the bounds of an activity; returns whether they are near enough. */
    private boolean bound(Network g, int a, int i, boolean fromStart) {
        boolean dated = g.constraint[a] == PlainPlan.SNET;
        boolean rooted = fromStart && !(dated && g.firstIn[a] == g.firstIn[a + 1]);
        long least = dated ? calendar.workUpTo(g.constraintDate[a]) - origin : NONE;
        floor[i] = (int) Math.max(rooted ? 0 : NONE, Math.min(LIMIT, least));
        boolean near = !dated || Math.abs(least) < LIMIT;
        if (cap != null) {
            boolean due = g.deadline[a] != Network.AFTER;
            long most = due ? calendar.workUpTo(g.deadline[a]) - origin - span[i] : Integer.MAX_VALUE;
            cap[i] = (int) Math.max(NONE, Math.min(Integer.MAX_VALUE, most));
            near &= !due || Math.abs(most) < LIMIT;
        }
        return near;
    }
}
