package dev.plumbline.internal.kernel;

import java.util.Arrays;

/** The values of some activities and of the project at one moment. */
public final class Snapshot {

    private static final int LONGS = 9;
    private static final int INTS = 7;

    private int[] activity = new int[64];
    private long[] longs = new long[64 * LONGS];
    private int[] ints = new int[64 * INTS];
    private int count;
    private long projectStart;
    private long projectFinish;

    /** Forgets everything and takes the dates of the project. */
    void begin(Times t) {
        count = 0;
        projectStart = t.projectStart;
        projectFinish = t.projectFinish;
    }

    /** Returns the values of all activities. */
    public static Snapshot ofAll(Times t, int size) {
        Snapshot result = new Snapshot();
        result.begin(t);
        for (int a = 0; a < size; a++) {
            result.add(a, t);
        }
        return result;
    }

    /** Returns a copy that stays when this one goes on. */
    Snapshot copy() {
        Snapshot result = new Snapshot();
        result.activity = Arrays.copyOf(activity, Math.max(1, count));
        result.longs = Arrays.copyOf(longs, Math.max(1, count) * LONGS);
        result.ints = Arrays.copyOf(ints, Math.max(1, count) * INTS);
        result.count = count;
        result.projectStart = projectStart;
        result.projectFinish = projectFinish;
        return result;
    }

    /** Returns the values that the same activities have now. */
    public Snapshot now(Times t) {
        Snapshot result = new Snapshot();
        result.begin(t);
        for (int at = 0; at < count; at++) {
            result.add(activity[at], t);
        }
        return result;
    }

    /** Returns how many activities are held. */
    public int size() {
        return count;
    }

    /** Returns one of the activities. */
    public int activity(int at) {
        return activity[at];
    }

    /** Returns the early start of one of the activities. */
    public long earlyStart(int at) {
        return longs[at * LONGS];
    }

    /** Returns the early finish of one of the activities. */
    public long earlyFinish(int at) {
        return longs[at * LONGS + 1];
    }

    /** Returns the late start of one of the activities. */
    public long lateStart(int at) {
        return longs[at * LONGS + 3];
    }

    /** Returns the late finish of one of the activities. */
    public long lateFinish(int at) {
        return longs[at * LONGS + 4];
    }

    /** Returns the first leaf of one of the summaries. */
    int firstLeaf(int at) {
        return ints[at * INTS + 5];
    }

    void add(int a, Times t) {
        if (count == activity.length) {
            activity = Arrays.copyOf(activity, 2 * count);
            longs = Arrays.copyOf(longs, 2 * count * LONGS);
            ints = Arrays.copyOf(ints, 2 * count * INTS);
        }
        activity[count] = a;
        int l = count * LONGS;
        longs[l] = t.earlyStart[a];
        longs[l + 1] = t.earlyFinish[a];
        longs[l + 2] = t.logicStart[a];
        longs[l + 3] = t.lateStart[a];
        longs[l + 4] = t.lateFinish[a];
        longs[l + 5] = t.startBound[a];
        longs[l + 6] = t.finishBound[a];
        longs[l + 7] = t.lateBound[a];
        longs[l + 8] = t.rolledFinish[a];
        int i = count * INTS;
        ints[i] = t.driver[a];
        ints[i + 1] = t.driverSource[a];
        ints[i + 2] = t.boundDriver[a];
        ints[i + 3] = t.boundSource[a];
        ints[i + 4] = t.finishBoundDriver[a];
        ints[i + 5] = t.firstLeaf[a];
        ints[i + 6] = t.begun[a] ? 1 : 0;
        count++;
    }

    /** Returns whether what the first of the activities, a summary, hands down is the same now. */
    boolean sameBounds(Times t) {
        int a = activity[0];
        return longs[5] == t.startBound[a]
                && longs[6] == t.finishBound[a]
                && ints[2] == t.boundDriver[a]
                && ints[3] == t.boundSource[a]
                && ints[4] == t.finishBoundDriver[a];
    }

    /** Returns whether what successors and summaries read of the first of the activities is the same now. */
    boolean sameEarly(Times t) {
        int a = activity[0];
        return longs[0] == t.earlyStart[a]
                && longs[1] == t.earlyFinish[a]
                && longs[2] == t.logicStart[a]
                && longs[8] == t.rolledFinish[a]
                && ints[5] == t.firstLeaf[a]
                && (ints[6] != 0) == t.begun[a];
    }

    /** Writes all values over those of the times. */
    public void writeTo(Times t) {
        for (int at = 0; at < count; at++) {
            int a = activity[at];
            int l = at * LONGS;
            t.earlyStart[a] = longs[l];
            t.earlyFinish[a] = longs[l + 1];
            t.logicStart[a] = longs[l + 2];
            t.lateStart[a] = longs[l + 3];
            t.lateFinish[a] = longs[l + 4];
            t.startBound[a] = longs[l + 5];
            t.finishBound[a] = longs[l + 6];
            t.lateBound[a] = longs[l + 7];
            t.rolledFinish[a] = longs[l + 8];
            int i = at * INTS;
            t.driver[a] = ints[i];
            t.driverSource[a] = ints[i + 1];
            t.boundDriver[a] = ints[i + 2];
            t.boundSource[a] = ints[i + 3];
            t.finishBoundDriver[a] = ints[i + 4];
            t.firstLeaf[a] = ints[i + 5];
            t.begun[a] = ints[i + 6] != 0;
        }
        t.projectStart = projectStart;
        t.projectFinish = projectFinish;
    }

    /** Returns which of the activities, by their place here, have other dates now, in order of rows. */
    public int[] changed(Times t) {
        long[] keyed = new long[count];
        int size = 0;
        for (int at = 0; at < count; at++) {
            int a = activity[at];
            if (earlyStart(at) != t.earlyStart[a]
                    || earlyFinish(at) != t.earlyFinish[a]
                    || lateStart(at) != t.lateStart[a]
                    || lateFinish(at) != t.lateFinish[a]) {
                keyed[size++] = ((long) a << 32) | at;
            }
        }
        Arrays.sort(keyed, 0, size);
        int[] result = new int[size];
        for (int i = 0; i < size; i++) {
            result[i] = (int) keyed[i];
        }
        return result;
    }
}
