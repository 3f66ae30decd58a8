package dev.plumbline.internal.network;

import dev.plumbline.internal.calendar.CompiledCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A project as arrays. Activities are numbered as in the project; instants are ticks since 1970, amounts are ticks.
 *
 * <p>A summary takes two places in the order of computation, its begin before the rows below it and its end after them: what
 * ties a summary is computed once and handed to the rows below, however many there are.
 */
public final class Network {

    /** No instant: before every date. */
    public static final long BEFORE = Long.MIN_VALUE / 4;

    /** No instant: after every date. */
    public static final long AFTER = Long.MAX_VALUE / 4;

    /** The end of the time axis: 1 January 10000; dates lie after its mirror image. */
    public static final long AXIS_END = 2_932_897L * 14_400;

    /** States of an activity. */
    public static final byte UNSTARTED = 0;

    /** Begun, not finished. */
    public static final byte IN_PROGRESS = 1;

    /** Finished. */
    public static final byte COMPLETE = 2;

    /** Dates typed by the planner. */
    public static final byte MANUAL = 3;

    /** Dates of another project. */
    public static final byte EXTERNAL = 4;

    /** Types of an edge: finish to start. */
    public static final byte FS = 0;

    /** Start to start. */
    public static final byte SS = 1;

    /** Finish to finish. */
    public static final byte FF = 2;

    /** Start to finish. */
    public static final byte SF = 3;

    /** Kinds of lag: working time on the successor's calendar. */
    public static final byte WORKING = 0;

    /** Wall-clock time. */
    public static final byte ELAPSED = 1;

    /** Hundredths of a percent of a summary's working time, whose length is known only during the pass. */
    public static final byte PERCENT = 2;

    /** Hundredths of a percent of a summary's working time, passing on the wall clock. */
    public static final byte ELAPSED_PERCENT = 3;

    /** The edge was taken out. */
    public static final byte CUT = 4;

    /** The number of activities, summaries included. */
    public final int size;

    /** The order of computation: an activity, or size + a for the begin of summary a. */
    public int[] order = {};

    /** The place of every event in the order. */
    public int[] position = {};

    /** The summary above, or -1. */
    public final int[] parent;

    /** The first row directly below, or -1. */
    public final int[] firstChild;

    /** The next row below the same summary, or -1. */
    public final int[] nextSibling;

    /** Whether the start of some summary ties a successor. */
    public boolean startTied;

    /** One object for equal calendars, so that calendars can be told apart by identity. */
    final Interned interned;

    /** Whether rows lie below. */
    public final boolean[] summary;

    /** Whether it takes part. */
    public final boolean[] active;

    /** Whether an actual start was reported. */
    public final boolean[] started;

    /** One of the states. */
    public final byte[] state;

    /** The effective calendar. */
    public final CompiledCalendar[] calendar;

    /** The calendar of the project. */
    public final CompiledCalendar projectCalendar;

    /** Ticks from start to finish, gaps of splits included. */
    public final long[] span;

    /** Ticks of the duration, gaps left out. */
    public final long[] duration;

    /** Whether the duration passes on the wall clock. */
    public final boolean[] elapsed;

    /** Where assignments have calendars of their own, how they are laid out; else null. */
    public final @Nullable Placement[] placement;

    /** Whether it is not begun, lies in one piece on one calendar, and no date of its own binds its start. */
    public final boolean[] plain;

    /** The actual or typed start. */
    public final long[] fixedStart;

    /** The actual or typed finish. */
    public final long[] fixedFinish;

    /** Where remaining work begins, for activities in progress. */
    public final long[] resume;

    /** Ticks of remaining work, gaps included. */
    public final long[] remaining;

    /** The type of the constraint, numbered as Constraint.Type lists them. */
    public final byte[] constraint;

    /** The date of the constraint. */
    public final long[] constraintDate;

    /** The deadline, or AFTER. */
    public final long[] deadline;

    /** The levelling delay in elapsed ticks. */
    public final long[] delay;

    /** Incoming edges of activity a are firstIn[a] to firstIn[a + 1], in the order of the edge arrays. */
    public int[] firstIn = {};

    /** Outgoing edges of activity a are outEdge[firstOut[a]] to outEdge[firstOut[a + 1]]. */
    public int[] firstOut = {};

    /** Numbers of edges by tail. */
    public int[] outEdge = {};

    /** The predecessor of an edge. */
    public int[] tail = {};

    /** The successor of an edge. */
    public int[] head = {};

    /** The type of an edge. */
    public byte[] type = {};

    /** The lag of an edge. */
    public long[] lag = {};

    /** The kind of the lag. */
    public byte[] lagKind = {};

    /** The relationship an edge comes from, as numbered in the project. */
    public int[] relationship = {};

    /** The start of the project. */
    public final long start;

    /** The given finish of the project, or AFTER. */
    public final long finish;

    Network(int size, Interned interned, CompiledCalendar projectCalendar, long start, long finish) {
        this.interned = interned;
        this.size = size;
        this.projectCalendar = projectCalendar;
        this.start = start;
        this.finish = finish;
        parent = new int[size];
        firstChild = new int[size];
        nextSibling = new int[size];
        summary = new boolean[size];
        active = new boolean[size];
        started = new boolean[size];
        state = new byte[size];
        calendar = new CompiledCalendar[size];
        span = new long[size];
        duration = new long[size];
        elapsed = new boolean[size];
        placement = new Placement[size];
        plain = new boolean[size];
        fixedStart = new long[size];
        fixedFinish = new long[size];
        resume = new long[size];
        remaining = new long[size];
        constraint = new byte[size];
        constraintDate = new long[size];
        deadline = new long[size];
        delay = new long[size];
    }

    private Network(Network other) {
        size = other.size;
        interned = other.interned;
        projectCalendar = other.projectCalendar;
        start = other.start;
        finish = other.finish;
        startTied = other.startTied;
        parent = other.parent.clone(); // the placer of paths edits it
        firstChild = other.firstChild;
        nextSibling = other.nextSibling;
        summary = other.summary;
        active = other.active.clone();
        started = other.started.clone();
        state = other.state.clone();
        calendar = other.calendar.clone();
        span = other.span.clone();
        duration = other.duration.clone();
        elapsed = other.elapsed.clone();
        placement = other.placement.clone();
        plain = other.plain.clone();
        fixedStart = other.fixedStart.clone();
        fixedFinish = other.fixedFinish.clone();
        resume = other.resume.clone();
        remaining = other.remaining.clone();
        constraint = other.constraint.clone();
        constraintDate = other.constraintDate.clone();
        deadline = other.deadline.clone();
        delay = other.delay.clone();
        order = other.order;
        position = other.position;
        firstIn = other.firstIn;
        firstOut = other.firstOut;
        outEdge = other.outEdge;
        tail = other.tail;
        head = other.head;
        type = other.type;
        lag = other.lag.clone();
        lagKind = other.lagKind.clone();
        relationship = other.relationship;
    }

    /** Returns a network whose activities and lags can be edited without touching this one. */
    public Network copy() {
        return new Network(this);
    }

    /** Returns whether the short way through the passes serves: plain, it takes time and isn't delayed. */
    public boolean isPlain(int a) {
        return plain[a] && span[a] > 0 && delay[a] == 0;
    }

    /** Returns the finish of an activity that starts at an instant. */
    public long finishFrom(int a, long from) {
        Placement own = placement[a];
        if (own != null) {
            return own.finish(from);
        }
        return elapsed[a] ? from + span[a] : calendar[a].add(from, span[a]);
    }

    /** Returns when remaining work must go on to be finished at an instant. */
    public long remainingStart(int a, long to) {
        return elapsed[a] ? to - remaining[a] : calendar[a].add(to, -remaining[a]);
    }

    /** Returns the start of an activity that finishes at an instant. */
    public long startFrom(int a, long to) {
        Placement own = placement[a];
        if (own != null) {
            return own.start(to);
        }
        return elapsed[a] ? to - span[a] : calendar[a].add(to, -span[a]);
    }

    /** Returns the first instant at or after which the activity can work; a milestone stays where it is. */
    public long nextStart(int a, long instant) {
        Placement own = placement[a];
        if (own != null) {
            return own.nextStart(instant);
        }
        return span[a] == 0 || elapsed[a] ? instant : calendar[a].nextStart(instant);
    }

    /** Returns the last instant at or before which the activity can end; a milestone stays where it is. */
    public long previousFinish(int a, long instant) {
        Placement own = placement[a];
        if (own != null) {
            return own.previousFinish(instant);
        }
        return span[a] == 0 || elapsed[a] ? instant : calendar[a].previousFinish(instant);
    }

    /** Returns the time between two instants as the activity counts it. */
    public long between(int a, long from, long to) {
        return elapsed[a] ? to - from : calendar[a].work(from, to);
    }
}
