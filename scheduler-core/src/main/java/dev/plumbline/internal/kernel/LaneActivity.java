package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.Network;

/**
 * An activity whose dates follow from more than the starts that relationships allow: bounds of its finish, a constraint, a
 * delay, elapsed time, a duration that may be zero. One replicate at a time, by the rules of {@link ForwardPass} and
 * {@link BackwardPass}, which are the oracle of this class.
 */
public final class LaneActivity {

    private static final byte MSO = 2;
    private static final byte MFO = 3;
    private static final byte SNET = 4;
    private static final byte SNLT = 5;
    private static final byte FNET = 6;
    private static final byte FNLT = 7;

    private final LaneCalendar calendar;
    private final boolean elapsed;
    private final byte constraint;
    private final int date;
    private final int deadline;
    private final int delay;
    private final int floor;
    private final int projectStart;
    private final boolean honour;
    private final byte state;

    private int early;
    private int logic;
    private int finish;
    private boolean finishDrives;

    /** Instants of a network as lanes write them. */
    public interface Instants {

        /** Returns an instant of the network in the lanes' form. */
        int of(long instant);
    }

    /** Prepares an activity of a network. */
    public LaneActivity(Network g, int a, LaneCalendar calendar, boolean honour, Instants instants) {
        this.calendar = calendar;
        this.elapsed = g.elapsed[a];
        this.constraint = g.constraint[a];
        this.date = constraint <= 1 ? 0 : instants.of(g.constraintDate[a]);
        this.deadline = g.deadline[a] == Network.AFTER ? LaneCalendar.AFTER : instants.of(g.deadline[a]);
        this.delay = (int) Math.max(0, g.delay[a]); // below zero where it is as late as possible, which it isn't here
        this.projectStart = instants.of(g.start);
        this.honour = honour;
        this.state = g.state[a];
        int bound = LaneCalendar.BEFORE;
        for (int e = g.firstIn[a]; e < g.firstIn[a + 1]; e++) {
            bound = g.type[e] == Network.FF && g.lagKind[e] != Network.CUT ? projectStart : bound;
        }
        this.floor = bound;
    }

    private LaneActivity(LaneActivity other) {
        calendar = other.calendar;
        elapsed = other.elapsed;
        constraint = other.constraint;
        date = other.date;
        deadline = other.deadline;
        delay = other.delay;
        floor = other.floor;
        projectStart = other.projectStart;
        honour = other.honour;
        state = other.state;
    }

    /** Returns the same activity for another worker: what {@link #forward} computes is kept here. */
    public LaneActivity copy() {
        return new LaneActivity(this);
    }

    /** Returns what a start that follows from a bound of the finish can't go below. */
    public int floor() {
        return floor;
    }

    /** Returns the calendar. */
    public LaneCalendar calendar() {
        return calendar;
    }

    private int nextStart(int instant, int duration) {
        return duration == 0 || elapsed ? instant : calendar.nextStart(instant);
    }

    private int previousFinish(int instant, int duration) {
        return duration == 0 || elapsed ? instant : calendar.previousFinish(instant);
    }

    private int add(int instant, int amount) {
        return elapsed ? instant + amount : calendar.add(instant, amount);
    }

    private int between(int from, int to) {
        return elapsed ? to - from : calendar.work(from, to);
    }

    /** Computes start and finish from the greatest bounds of each, BEFORE where there is none. */
    public void forward(int startBound, int finishBound, int duration) {
        boolean dated = constraint == SNET || constraint == FNET;
        boolean free = startBound == LaneCalendar.BEFORE && finishBound == LaneCalendar.BEFORE && !dated;
        finishDrives = false;
        int start = laidBackward(free ? projectStart : startBound, finishBound, duration);
        if (constraint == SNET && date > start) {
            start = date;
            finishDrives = false;
        } else if (constraint == FNET && start == LaneCalendar.BEFORE) {
            start = add(date, -duration);
        }
        logic = nextStart(start, duration);
        early = bent(logic, duration);
        finishDrives &= early == logic;
        if (delay != 0) {
            early = nextStart(early + delay, duration);
            logic = nextStart(logic + delay, duration);
            finishDrives = false;
        }
        finish = finish(finishBound, duration);
    }

    /** Turns a bound of the finish into one of the start. */
    private int laidBackward(int startBound, int finishBound, int duration) {
        if (finishBound == LaneCalendar.BEFORE) {
            return startBound;
        }
        int backward = add(finishBound, -duration);
        if (backward < floor) {
            return Math.max(startBound, floor);
        }
        finishDrives = startBound == LaneCalendar.BEFORE || nextStart(startBound, duration) < backward;
        return Math.max(startBound, backward);
    }

    private int finish(int bound, int duration) {
        int end = add(early, duration);
        boolean exact = finishDrives && between(end, bound) == 0 && calendar.isStart(bound);
        return exact ? bound : end;
    }

    private int bent(int start, int duration) {
        return switch (constraint) {
            case MSO -> honour ? nextStart(date, duration) : Math.max(start, nextStart(date, duration));
            case MFO -> honour ? add(date, -duration) : Math.max(start, add(date, -duration));
            case SNLT -> honour ? Math.min(start, nextStart(date, duration)) : start;
            case FNET -> Math.max(start, add(date, -duration));
            case FNLT -> honour ? Math.min(start, add(date, -duration)) : start;
            default -> start;
        };
    }

    /** Returns the early start that was computed. */
    public int start() {
        return early;
    }

    /** Returns the early start that logic alone gives. */
    public int logicStart() {
        return logic;
    }

    /** Returns the early finish that was computed. */
    public int finish() {
        return finish;
    }

    /** Returns the late finish allowed by a bound. */
    public int lateFinish(int bound, int duration) {
        int late = state == Network.UNSTARTED ? constrained(bound, duration) : bound;
        late = Math.min(late, deadline);
        return state == Network.MANUAL ? late : previousFinish(late, duration);
    }

    private int constrained(int bound, int duration) {
        return switch (constraint) {
            case MSO -> {
                int end = add(nextStart(date, duration), duration);
                yield honour ? end : Math.min(bound, end);
            }
            case MFO -> honour ? date : Math.min(bound, date);
            case SNLT -> Math.min(bound, add(nextStart(date, duration), duration));
            case FNLT -> Math.min(bound, date);
            default -> bound;
        };
    }

    /** Returns the finish of work that goes on at an instant. */
    public int after(int instant, int amount) {
        return add(instant, amount);
    }

    /** Returns the late start that goes with a late finish. */
    public int lateStart(int lateFinish, int duration) {
        return add(lateFinish, -duration);
    }

    /** Returns when a successor must begin: with its remaining work where it has begun, else before its delay. */
    public int lateBegin(int lateStart, int lateFinish, int remaining) {
        return state == Network.IN_PROGRESS ? add(lateFinish, -remaining) : lateStart - delay;
    }

    /** Returns the latest finish that a bound of the start allows. */
    public int finishFromStart(int startBound, int duration) {
        return add(nextStart(startBound, duration), duration);
    }

    /** Returns total float in ticks. */
    public int totalFloat(int logicStart, int earlyFinish, int lateStart, int lateFinish) {
        int finishFloat = between(earlyFinish, lateFinish);
        return state == Network.IN_PROGRESS ? finishFloat : Math.min(between(logicStart, lateStart), finishFloat);
    }
}
