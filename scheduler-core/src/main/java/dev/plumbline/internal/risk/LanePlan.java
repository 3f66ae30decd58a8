package dev.plumbline.internal.risk;

import dev.plumbline.internal.calendar.CompiledCalendar;
import dev.plumbline.internal.kernel.ForwardPass;
import dev.plumbline.internal.kernel.LaneActivity;
import dev.plumbline.internal.kernel.LaneCalendar;
import dev.plumbline.internal.kernel.Times;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.PercentLags;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan prepared for lanes: what each activity needs, and in which form instants are written. Immutable. */
public final class LanePlan {

    /*
     * Lanes take plans scheduled from their start whose activities are one duration on one calendar: no summary that ties or is
     * tied, no assignments on calendars of their own, nothing as late as possible. Other plans are scheduled one replicate at a time.
     *
     * Where all activities work on the calendar of the project and no time is elapsed, instants are doubled working ticks, else
     * ticks on the wall clock. Doubled ticks know the end of a period and the beginning of the next, but no instant between; so
     * a given date there asks for the wall clock if something takes no time and could come to stand on it.
     */

    /** Dates that are given. */
    static final byte FIXED = 0;

    /** In progress: a given start, an uncertain finish. */
    static final byte BEGUN = 1;

    /** Takes no time: stands where the greatest bound of its start is. */
    static final byte MILESTONE = 2;

    /** Takes time and starts when its relationships allow. */
    static final byte PLAIN = 3;

    /** Takes time; relationships bound its finish too. */
    static final byte BOTH = 4;

    /** Everything else. */
    static final byte RICH = 5;

    /** How far, in ticks, dates must stay inside the window of the calendars. */
    static final int MARGIN = 30 * 14_400;

    private static final long FARTHEST = 1L << 29;
    private static final byte AS_LATE_AS_POSSIBLE = 1;
    private static final byte EARLIEST_START = 4;
    private static final byte EARLIEST_FINISH = 6;

    final Network g;
    final boolean doubled;
    final int[] order;
    final byte[] kind;
    final int[] duration;
    final int[] durationOf;
    final int[] lagOf;
    final int[] percentOf;
    final boolean[] keepsDuration;
    final boolean[] end;
    final @Nullable LaneActivity[] activity;
    final LaneCalendar[] calendar;
    private final LaneCalendar projectCalendar;
    final int low;
    final int high;
    private final CompiledCalendar project;
    private final Map<CompiledCalendar, LaneCalendar> calendars = new IdentityHashMap<>();

    private LanePlan(GeneralReplicator.Plan plan, boolean doubled, long[] window) {
        Model model = plan.model();
        this.g = model.g;
        this.project = g.projectCalendar;
        this.doubled = doubled;
        this.low = (int) window[0];
        this.high = (int) window[1];
        int n = g.size;
        this.kind = new byte[n];
        this.duration = new int[n];
        this.durationOf = filled(n);
        this.lagOf = filled(g.head.length);
        this.percentOf = filled(g.head.length);
        this.keepsDuration = new boolean[n];
        this.end = new boolean[n];
        this.activity = new LaneActivity[n];
        this.calendar = new LaneCalendar[n];
        this.order = Arrays.stream(g.order)
                .filter(a -> a < n && !g.summary[a] && g.active[a])
                .toArray();
        for (int d = 0; d < model.durations(); d++) {
            durationOf[model.activity(d)] = d;
        }
        for (int l = 0; l < model.lags.size(); l++) {
            lagOf[model.lags.get(l).edge()] = l;
        }
        for (int i = 0; i < plan.percents().size(); i++) {
            int e = plan.percents().edge(i);
            if (durationOf[g.tail[e]] >= 0 && g.state[g.tail[e]] == Network.UNSTARTED) {
                percentOf[e] = i;
                keepsDuration[g.tail[e]] = true;
            }
        }
        this.projectCalendar = laneCalendar(project);
        for (int a : order) {
            prepare(a, model, plan.honour());
        }
    }

    private static int[] filled(int n) {
        int[] array = new int[n];
        Arrays.fill(array, -1);
        return array;
    }

    private void prepare(int a, Model model, boolean honour) {
        calendar[a] = laneCalendar(g.calendar[a]);
        boolean begun = g.state[a] == Network.IN_PROGRESS;
        duration[a] = (int) (begun ? g.remaining[a] : g.span[a]);
        kind[a] = kindOf(a, model);
        keepsDuration[a] |= durationOf[a] >= 0 && !(doubled && takesTime(a));
        activity[a] = new LaneActivity(g, a, calendar[a], honour, this::toLane);
        end[a] = g.state[a] != Network.EXTERNAL && !isFollowed(a);
    }

    /** Whether an activity takes time and has no constraint, so that its length is that between its early dates. */
    boolean takesTime(int a) {
        return kind[a] == PLAIN || kind[a] == BOTH;
    }

    private LaneCalendar laneCalendar(CompiledCalendar from) {
        return calendars.computeIfAbsent(
                from, c -> doubled ? LaneCalendar.doubled() : LaneCalendar.of(c, g.start, low, high));
    }

    private byte kindOf(int a, Model model) {
        if (g.state[a] == Network.IN_PROGRESS) {
            return durationOf[a] >= 0 ? BEGUN : FIXED;
        }
        if (g.state[a] != Network.UNSTARTED) {
            return FIXED;
        }
        boolean starts = boundsStartsOnly(a);
        if (g.constraint[a] > AS_LATE_AS_POSSIBLE || g.delay[a] != 0 || g.elapsed[a]) {
            return RICH;
        }
        return durationOf[a] < 0 && duration[a] == 0 ? kindOfMilestone(starts) : kindOfWork(a, model, starts);
    }

    private static byte kindOfMilestone(boolean starts) {
        return starts ? MILESTONE : RICH;
    }

    private byte kindOfWork(int a, Model model, boolean starts) {
        if (canBeZero(a, model)) {
            return RICH;
        }
        return starts ? PLAIN : BOTH;
    }

    private boolean boundsStartsOnly(int a) {
        boolean starts = true;
        for (int e = g.firstIn[a]; e < g.firstIn[a + 1]; e++) {
            starts &= g.type[e] <= Network.SS;
        }
        return starts;
    }

    private boolean canBeZero(int a, Model model) {
        return durationOf[a] < 0 ? g.span[a] == 0 : g.span[a] != g.duration[a] || model.canBeZero(durationOf[a]);
    }

    /** Whether another activity, in whatever replicate, finishes no earlier. */
    private boolean isFollowed(int a) {
        for (int i = g.firstOut[a]; i < g.firstOut[a + 1]; i++) {
            int e = g.outEdge[i];
            int s = g.head[e];
            byte constraint = g.constraint[s];
            boolean free =
                    constraint <= AS_LATE_AS_POSSIBLE || constraint == EARLIEST_START || constraint == EARLIEST_FINISH;
            boolean later = g.type[e] == Network.FS && g.lagKind[e] == Network.WORKING && g.lag[e] >= 0;
            if (later && free && lagOf[e] < 0 && percentOf[e] < 0 && g.active[s] && g.state[s] == Network.UNSTARTED) {
                return true;
            }
        }
        return false;
    }

    /** Returns a plan for lanes; null for one that they don't take. */
    public static @Nullable LanePlan of(GeneralReplicator.Plan plan) {
        Network g = plan.model().g;
        Model model = plan.model();
        if (g.finish != Network.AFTER || model.hasLate() || !areRowsPlain(g) || !areEdgesPlain(g)) {
            return null;
        }
        boolean doubled = isOneCalendar(g) && (areFormsKnown(g) || !takesNoTime(g, model));
        long[] widest = reach(plan, 0);
        return doubled ? doubled(plan, widest) : onTheWallClock(plan, widest);
    }

    private static @Nullable LanePlan doubled(GeneralReplicator.Plan plan, long[] widest) {
        Network g = plan.model().g;
        boolean near = -g.projectCalendar.work(g.start, g.start + widest[0]) < FARTHEST / 2
                && g.projectCalendar.work(g.start, g.start + widest[1]) < FARTHEST / 2;
        return near ? new LanePlan(plan, true, new long[] {0, 0}) : null;
    }

    /** The calendars reach as far as dates usually go, and some way on. */
    private static @Nullable LanePlan onTheWallClock(GeneralReplicator.Plan plan, long[] widest) {
        if (widest[0] < -FARTHEST || widest[1] > FARTHEST) {
            return null;
        }
        long[] usual = reach(plan, 0x1p-10);
        long length = usual[1] - Math.min(0, usual[0]);
        long low = Math.min(0, usual[0]) - length - 12 * MARGIN;
        long high = usual[1] + length / 4 + 12 * MARGIN;
        return low < -2 * FARTHEST || high > 2 * FARTHEST ? null : new LanePlan(plan, false, new long[] {low, high});
    }

    private static boolean areRowsPlain(Network g) {
        for (int a = 0; a < g.size; a++) {
            boolean tied = g.firstIn[a] < g.firstIn[a + 1] || g.firstOut[a] < g.firstOut[a + 1];
            boolean bound = tied || g.state[a] == Network.MANUAL || g.constraint[a] > AS_LATE_AS_POSSIBLE;
            boolean several = g.placement[a] != null || !g.calendar[a].hasWorkingTime();
            if (g.summary[a] ? bound : g.active[a] && several) {
                return false;
            }
        }
        return true;
    }

    private static boolean areEdgesPlain(Network g) {
        for (int e = 0; e < g.head.length; e++) {
            boolean known = g.lagKind[e] == Network.WORKING || g.lagKind[e] == Network.ELAPSED;
            if (!known || g.active[g.head[e]] != g.active[g.tail[e]]) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // equal calendars of a network are one object
    private static boolean isOneCalendar(Network g) {
        for (int a = 0; a < g.size; a++) {
            boolean other = g.calendar[a] != g.projectCalendar || g.elapsed[a] || g.delay[a] != 0;
            if (!g.summary[a] && g.active[a] && other) {
                return false;
            }
        }
        for (int e = 0; e < g.head.length; e++) {
            if (g.lagKind[e] == Network.ELAPSED && g.lag[e] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether every given date is the end or the beginning of work, or in the midst of it. */
    private static boolean areFormsKnown(Network g) {
        boolean known = isKnown(g, g.start);
        for (int a = 0; a < g.size && known; a++) {
            if (g.summary[a] || !g.active[a]) {
                continue;
            }
            known = g.constraint[a] <= AS_LATE_AS_POSSIBLE || isKnown(g, g.constraintDate[a]);
            if (g.state[a] != Network.UNSTARTED) {
                known &= isKnown(g, g.fixedStart[a]) && isKnown(g, g.fixedFinish[a]);
                known &= g.state[a] != Network.IN_PROGRESS || isKnown(g, g.resume[a]);
            }
        }
        return known;
    }

    private static boolean isKnown(Network g, long instant) {
        return g.projectCalendar.nextStart(instant) == instant || g.projectCalendar.previousFinish(instant) == instant;
    }

    private static boolean takesNoTime(Network g, Model model) {
        for (int a = 0; a < g.size; a++) {
            if (!g.summary[a] && g.active[a] && (g.span[a] == 0 || g.state[a] != Network.UNSTARTED)) {
                return true;
            }
        }
        for (int d = 0; d < model.durations(); d++) {
            if (model.canBeZero(d)) {
                return true;
            }
        }
        return false;
    }

    /** The earliest and the latest date if every duration and lag were long; from the start of the project. */
    private static long[] reach(GeneralReplicator.Plan plan, double tail) {
        Model model = plan.model();
        Network g = model.g.copy();
        for (int d = 0; d < model.durations(); d++) {
            int a = model.activity(d);
            long most = model.longest(d, tail);
            if (g.state[a] == Network.IN_PROGRESS) {
                g.remaining[a] += most - model.planned(d);
                g.fixedFinish[a] =
                        g.elapsed[a] ? g.resume[a] + g.remaining[a] : g.calendar[a].add(g.resume[a], g.remaining[a]);
            } else {
                g.span[a] += most - model.planned(d);
            }
        }
        PercentLags percents = plan.percents();
        for (int i = 0; i < percents.size(); i++) {
            int e = percents.edge(i);
            g.lag[e] = percents.ticks(i, g.span[g.tail[e]]);
        }
        for (int l = 0; l < model.lags.size(); l++) {
            g.lag[model.edge(l)] = model.longestLag(l, tail);
        }
        Times t = new Times(g);
        ForwardPass.run(g, plan.honour(), t);
        long first = g.start;
        long last = g.start;
        for (int a = 0; a < g.size; a++) {
            if (!g.summary[a] && g.active[a]) {
                first = Math.min(first, t.earlyStart[a]);
                last = Math.max(last, t.earlyFinish[a]);
                last = g.constraint[a] > AS_LATE_AS_POSSIBLE ? Math.max(last, g.constraintDate[a]) : last;
                last = g.deadline[a] == Network.AFTER ? last : Math.max(last, g.deadline[a]);
            }
        }
        return new long[] {first - g.start, last - g.start};
    }

    /** Returns the rules of an activity. */
    LaneActivity activity(int a) {
        LaneActivity rules = activity[a];
        if (rules == null) {
            throw new IllegalStateException("activity " + a + " was not prepared");
        }
        return rules;
    }

    /** Returns the calendar on which the gap between two activities is counted. */
    @SuppressWarnings("ReferenceEquality") // equal calendars of a network are one object
    LaneCalendar gapCalendar(int predecessor, int successor) {
        return calendar[predecessor] == calendar[successor] ? calendar[predecessor] : projectCalendar;
    }

    /** Returns an instant of the network as lanes write it. */
    int toLane(long instant) {
        if (!doubled) {
            return (int) (instant - g.start);
        }
        int start = project.nextStart(instant) == instant ? 1 : 0;
        return 2 * (int) project.work(g.start, instant) + start;
    }

    /** Returns the instant of a lane. */
    long toInstant(int lane) {
        if (!doubled) {
            return g.start + lane;
        }
        long instant = project.add(g.start, lane >> 1);
        return (lane & 1) == 1 ? project.nextStart(instant) : project.previousFinish(instant);
    }
}
