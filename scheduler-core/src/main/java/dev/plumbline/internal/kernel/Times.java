package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.Network;
import java.util.Arrays;

/** What the passes write: instants and reasons by activity, in ticks. */
public final class Times {

    /** Reason codes below zero; zero and above is the number of the driving edge. */
    public static final int PROJECT_START = -1;

    /** The constraint of the activity named by the source. */
    public static final int CONSTRAINT = -2;

    /** Typed dates of the activity or summary named by the source. */
    public static final int MANUAL = -3;

    /** Reported dates. */
    public static final int ACTUAL = -4;

    /** Placed as late as possible. */
    public static final int LATE = -5;

    /** Rolled up from below. */
    public static final int ROLL_UP = -6;

    /** Dates of another project. */
    public static final int EXTERNAL = -7;

    /** Early starts, levelling delay included. */
    public final long[] earlyStart;

    /** Early finishes. */
    public final long[] earlyFinish;

    /** For summaries, the latest early finish of the rows below. */
    public final long[] rolledFinish;

    /** The early starts that relationships and lower bounds alone would give; for summaries, that of the rows below. */
    public final long[] logicStart;

    /** Late starts. */
    public final long[] lateStart;

    /** Late finishes. */
    public final long[] lateFinish;

    /** What decides the early start: an edge or a reason. */
    public final int[] driver;

    /** Whose constraint or typed date it is. */
    public final int[] driverSource;

    /** Lower bounds of starts that a summary hands down. */
    public final long[] startBound;

    /** Lower bounds of finishes that a summary hands down. */
    public final long[] finishBound;

    /** What decides the start bound. */
    public final int[] boundDriver;

    /** Whose constraint or typed date decides the start bound. */
    public final int[] boundSource;

    /** What decides the finish bound. */
    public final int[] finishBoundDriver;

    /** Upper bounds of finishes that a summary hands down. */
    public final long[] lateBound;

    /** The leaf that starts first below a summary, or -1. */
    public final int[] firstLeaf;

    /** Whether work below a summary has begun. */
    public final boolean[] begun;

    /** Whether late dates replace early ones: as late as possible. */
    public final boolean[] late;

    /** Room for the bounds of the event at hand. */
    final Bounds bounds = new Bounds();

    /** The latest early finish. */
    public long projectFinish;

    /** The earliest early start. */
    public long projectStart;

    /** An activity whose dates leave the time axis, or -1. */
    public int outOfRange = -1;

    /** Makes room for a network. */
    public Times(Network network) {
        int n = network.size;
        earlyStart = new long[n];
        earlyFinish = new long[n];
        rolledFinish = new long[n];
        logicStart = new long[n];
        lateStart = new long[n];
        lateFinish = new long[n];
        driver = new int[n];
        driverSource = new int[n];
        startBound = filled(n, Network.BEFORE);
        finishBound = filled(n, Network.BEFORE);
        boundDriver = new int[n];
        boundSource = new int[n];
        finishBoundDriver = new int[n];
        lateBound = filled(n, Network.AFTER);
        firstLeaf = new int[n];
        begun = new boolean[n];
        late = new boolean[n];
    }

    private static long[] filled(int n, long value) {
        long[] array = new long[n];
        Arrays.fill(array, value);
        return array;
    }

    private Times(Times other) {
        earlyStart = other.earlyStart.clone();
        earlyFinish = other.earlyFinish.clone();
        rolledFinish = other.rolledFinish.clone();
        logicStart = other.logicStart.clone();
        lateStart = other.lateStart.clone();
        lateFinish = other.lateFinish.clone();
        driver = other.driver.clone();
        driverSource = other.driverSource.clone();
        startBound = other.startBound.clone();
        finishBound = other.finishBound.clone();
        boundDriver = other.boundDriver.clone();
        boundSource = other.boundSource.clone();
        finishBoundDriver = other.finishBoundDriver.clone();
        lateBound = other.lateBound.clone();
        firstLeaf = other.firstLeaf.clone();
        begun = other.begun.clone();
        late = other.late.clone();
        projectFinish = other.projectFinish;
        projectStart = other.projectStart;
        outOfRange = other.outOfRange;
    }

    /** Returns times that can be changed without touching these. */
    public Times copy() {
        return new Times(this);
    }
}
