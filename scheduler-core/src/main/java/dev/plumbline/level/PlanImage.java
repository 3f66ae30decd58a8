package dev.plumbline.level;

import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.Requirements;
import dev.plumbline.internal.network.ResourcePool;
import dev.plumbline.internal.rcpsp.Compiled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Plans as an abstract instance: one calendar, whole units of time, constant demands, relationships finish to start. */
final class PlanImage {

    /*
     * Lags finish to start and dates "start no earlier than" become activities without demand. Where all activities and
     * resources work on the calendar of the project, demands and capacities are constant and nothing but such relationships and
     * dates binds, a schedule of the instance is one of the plan, and the other way round: the image is exact. Otherwise it
     * leaves out or rounds what doesn't fit, and only serves to propose orders. If all it leaves out are relationships and dates,
     * every schedule of the plan is one of the instance, and a lower bound of the instance is one of the plan.
     */

    private static final byte SNET = 4;
    private static final int MOST_UNITS_EXACT = 60_000;
    private static final int UNITS = 4_000;
    private static final int MOST_CELLS = 8_000_000;
    private static final int MOST_DEMANDS = 4_000_000;
    private static final int MOST_DEMAND = 1 << 20;

    private final List<LevelPart> parts;
    private final ResourcePool pool;
    private final Movability movability;
    private final CompiledCalendar calendar;
    private final long start;
    private final int[] base;
    private final int[] number;
    private final List<Long> durations = new ArrayList<>();
    private final List<int[]> links = new ArrayList<>();
    private boolean plain;
    private boolean tied = true;
    private final long unit;

    PlanImage(LevelRun run) {
        this.parts = run.parts();
        this.pool = run.pool();
        this.movability = run.movability();
        Network first = parts.get(0).network();
        this.calendar = pool.intern(first.projectCalendar);
        this.start = first.start;
        this.plain = run.isPlain();
        this.base = LevelRun.bases(parts);
        this.number = new int[base[parts.size()]];
        Arrays.fill(number, -1);
        for (int p = 0; p < parts.size(); p++) {
            collect(p);
        }
        for (int p = 0; p < parts.size(); p++) {
            tie(p);
        }
        this.unit = unit();
    }

    /** Whether the instance has the same schedules as the plan. */
    boolean isExact() {
        return plain && tied;
    }

    /** Whether every schedule of the plan is one of the instance. */
    boolean isRelaxation() {
        return plain;
    }

    /** Whether the instance is too large to be worth its memory. */
    boolean isTooLarge() {
        return (long) durations.size() * pool.size() > MOST_DEMANDS;
    }

    /** The number in the instance of each activity, all parts in a row, or -1. */
    int[] number() {
        return number;
    }

    /** The instant after so many units of time of the instance. */
    long instant(int units) {
        return calendar.add(start, units * unit);
    }

    /** The first end of a unit of time at or after an instant: where schedules of an exact instance can finish. */
    long upToUnit(long instant) {
        long ticks = calendar.work(start, instant);
        return Math.max(instant, calendar.add(start, (ticks + unit - 1) / unit * unit));
    }

    private boolean takesPart(Network g, int a) {
        return g.active[a] && !g.summary[a] && g.state[a] != Network.EXTERNAL;
    }

    private void collect(int p) {
        Network g = parts.get(p).network();
        plain &= g.start == start && g.finish == Network.AFTER && calendar.hasWorkingTime();
        for (int a = 0; a < g.size; a++) {
            if (takesPart(g, a)) {
                number[base[p] + a] = durations.size();
                durations.add(length(parts.get(p), a));
                plain &= isPlain(parts.get(p), a);
            } else {
                tied &= g.firstIn[a] == g.firstIn[a + 1] && g.firstOut[a] == g.firstOut[a + 1];
                tied &= !g.summary[a] || g.state[a] == Network.UNSTARTED && g.constraint[a] == 0;
            }
        }
    }

    private long length(LevelPart part, int a) {
        Network g = part.network();
        Times t = part.unlevelled();
        return Math.max(g.span[a] > 0 ? 1 : 0, calendar.work(t.earlyStart[a], t.earlyFinish[a]));
    }

    @SuppressWarnings("ReferenceEquality") // equal calendars of a pool are one object
    private boolean isPlain(LevelPart part, int a) {
        Network g = part.network();
        byte constraint = g.constraint[a];
        tied &= constraint == 0 || constraint == SNET;
        return g.state[a] == Network.UNSTARTED
                && !g.elapsed[a]
                && g.delay[a] == 0
                && (part.immovable(a) == null || !part.uses(a))
                && (g.placement[a] == null || isPlainPlacement(part, a))
                && pool.intern(g.calendar[a]) == calendar
                && hasPlainDemand(part, a);
    }

    /** Whether assignments all work on the calendar of the project for the whole duration. */
    private boolean isPlainPlacement(LevelPart part, int a) {
        Network g = part.network();
        long from = part.unlevelled().earlyStart[a];
        return part.uses(a) && g.finishFrom(a, from) == g.calendar[a].add(from, g.duration[a]);
    }

    @SuppressWarnings("ReferenceEquality") // equal calendars of a pool are one object
    private boolean hasPlainDemand(LevelPart part, int a) {
        Requirements q = part.requirements();
        Network g = part.network();
        for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
            int piece = q.firstPiece[u];
            boolean whole = q.endPiece[u] == piece + 1
                    && q.shift[u] == 0
                    && q.begin[piece] == 0
                    && q.end[piece] == g.duration[a];
            boolean constant = pool.capacityFrom(q.resource[u]).length == 1;
            if (movability.isLevelled(q.resource[u]) && !(whole && constant && q.calendar[u] == calendar)) {
                return false;
            }
        }
        return true;
    }

    private void tie(int p) {
        LevelPart part = parts.get(p);
        Network g = part.network();
        for (int a = 0; a < g.size; a++) {
            int head = number[base[p] + a];
            if (head >= 0 && g.constraint[a] == SNET) {
                link(-1, Math.max(0, calendar.work(start, g.constraintDate[a])), head);
            }
            for (int e = g.firstIn[a]; head >= 0 && e < g.firstIn[a + 1]; e++) {
                int tail = number[base[p] + g.tail[e]];
                boolean whole = g.type[e] == Network.FS && g.lagKind[e] == Network.WORKING && g.lag[e] >= 0;
                tied &= (whole && tail >= 0) || g.lagKind[e] == Network.CUT;
                if (tail >= 0 && whole) {
                    link(tail, g.lag[e], head);
                }
            }
        }
    }

    /** Ties two activities, with one in between that lasts for the lag. */
    private void link(int tail, long lag, int head) {
        int from = tail;
        if (lag > 0) {
            if (tail >= 0) {
                links.add(new int[] {tail, durations.size()});
            }
            from = durations.size();
            durations.add(lag);
        }
        if (from >= 0) {
            links.add(new int[] {from, head});
        }
    }

    private long unit() {
        long common = 0;
        double total = 0;
        for (long duration : durations) {
            common = gcd(common, duration);
            total += duration;
        }
        common = Math.max(1, common);
        int cells = MOST_CELLS / Math.max(1, pool.size());
        plain &= total / common <= Math.min(cells, MOST_UNITS_EXACT);
        double slots = Math.min(cells, (double) UNITS * Math.max(1, durations.size() / 64));
        return plain ? common : Math.max(common, (long) Math.ceil(total / slots));
    }

    private static long gcd(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }

    /** Returns the instance. */
    Compiled compile() {
        int n = durations.size();
        int[] length = new int[n];
        Arrays.setAll(length, i -> (int) Math.min(Compiled.LONGEST / n, (durations.get(i) + unit - 1) / unit));
        int[] count = new int[n];
        links.forEach(link -> count[link[0]]++);
        int[][] successors = new int[n][];
        Arrays.setAll(successors, i -> new int[count[i]]);
        links.forEach(link -> successors[link[0]][--count[link[0]]] = link[1]);
        for (int i = 0; i < n; i++) {
            successors[i] = Arrays.stream(successors[i]).sorted().distinct().toArray();
        }
        long[][] demands = demands(n);
        int[][] asked = new int[n][pool.size()];
        int[] capacities = new int[pool.size()];
        for (int r = 0; r < pool.size(); r++) {
            long capacity = movability.isLevelled(r) ? movability.mostUnits(r) : 0;
            long common = capacity;
            for (long[] row : demands) {
                common = gcd(common, Math.min(row[r], capacity));
            }
            common = Math.max(Math.max(1, common), plain ? 1 : capacity / MOST_DEMAND);
            plain &= capacity / common < Integer.MAX_VALUE;
            capacities[r] = (int) Math.min(Integer.MAX_VALUE, capacity / common);
            for (int i = 0; i < n; i++) {
                asked[i][r] = (int) Math.min(Math.min(demands[i][r], capacity) / common, capacities[r]);
            }
        }
        return Compiled.of(length, successors, asked, capacities);
    }

    private long[][] demands(int n) {
        long[][] demands = new long[n][pool.size()];
        for (int p = 0; p < parts.size(); p++) {
            Requirements q = parts.get(p).requirements();
            for (int a = 0; a + 1 < q.firstUse.length; a++) {
                int i = number[base[p] + a];
                for (int u = q.firstUse[a]; i >= 0 && u < q.firstUse[a + 1]; u++) {
                    long most = 0;
                    for (int piece = q.firstPiece[u]; piece < q.endPiece[u]; piece++) {
                        most = Math.max(most, q.units[piece]);
                    }
                    demands[i][q.resource[u]] += most;
                }
            }
        }
        return demands;
    }
}
