package dev.plumbline.internal.kernel;

/** Steps of the passes on rows of many replicates, on a plan of one calendar. */
public final class LaneRows {

    /*
     * One row of lanes an event: the work of an edge is one loop over two rows without a branch, which compilers turn into vector
     * instructions. Instants are doubled working ticks, see LaneCalendar: "| 1" is the next start, "& ~1" the previous finish, and
     * the greater of two instants is the greater number. Where an activity takes time, only the working ticks of its bounds count,
     * so lags are added without looking at the last bit. 0.1 to 0.3 ns an edge and lane with rows in the first cache.
     */

    private LaneRows() {}

    /** Takes the greater of a row and another one moved by an amount. */
    public static void raise(int[] row, int[] other, int amount, int lanes) {
        for (int i = 0; i < lanes; i++) {
            row[i] = Math.max(row[i], other[i] + amount);
        }
    }

    /** Takes the lesser of a row and another one moved by an amount. */
    public static void lower(int[] row, int[] other, int amount, int lanes) {
        for (int i = 0; i < lanes; i++) {
            row[i] = Math.min(row[i], other[i] + amount);
        }
    }

    /** Starts and finishes after the greater of two bounds, each moved by an amount; the second may be the first. */
    public static void place(Bounds bounds, int[] duration, int[] start, int[] finish, int lanes) {
        int[] one = bounds.one;
        int[] other = bounds.other;
        int first = bounds.first;
        int second = bounds.second;
        for (int i = 0; i < lanes; i++) {
            int s = Math.max(one[i] + first, other[i] + second) | 1;
            start[i] = s;
            finish[i] = s - 1 + 2 * duration[i];
        }
    }

    /** The last two rows that bound a start, and by how much each is moved. */
    public static final class Bounds {
        int[] one = {};
        int[] other = {};
        int first;
        int second;

        /** Sets the rows and amounts. */
        public void set(int[] row, int amount, int[] row2, int amount2) {
            one = row;
            first = amount;
            other = row2;
            second = amount2;
        }
    }

    /*
     * Where relationships bound the finish, the start that goes with that bound counts like any other, but not before the floor.
     * If it decides, and the bound is the beginning of a period, the finish stays there (the last term).
     */

    /** Starts and finishes after bounds of both, no earlier than a floor where the bound of the finish decides. */
    public static void place(
            int[] bound, int[] finishBound, int floor, int[] duration, int[] start, int[] finish, int lanes) {
        for (int i = 0; i < lanes; i++) {
            int length = 2 * duration[i];
            int own = bound[i] | 1;
            int backward = (finishBound[i] | 1) - length;
            int drives = (own - backward) >>> 31 & ~((backward - floor) >>> 31);
            int s = Math.max(own, Math.max(backward, floor) | 1);
            start[i] = s;
            finish[i] = s - 1 + length + (drives & finishBound[i] & 1);
        }
    }

    /** Late starts from late finishes, by the length between early start and finish. */
    public static void placeBack(int[] late, int[] start, int[] finish, int[] lateStart, int lanes) {
        for (int i = 0; i < lanes; i++) {
            lateStart[i] = late[i] + start[i] - (finish[i] | 1);
        }
    }

    /** Takes the lesser of late finishes and what goes with a bound of the late start, moved by an amount. */
    public static void lowerByStart(int[] late, int[] lateBegin, int amount, int[] start, int[] finish, int lanes) {
        for (int i = 0; i < lanes; i++) {
            late[i] = Math.min(late[i], lateBegin[i] + amount + (finish[i] | 1) - start[i]);
        }
    }

    /** Marks lanes in which the late finish has no more working ticks than the early one; returns how many. */
    public static int critical(int[] late, int[] early, int[] marks, int lanes) {
        int count = 0;
        for (int i = 0; i < lanes; i++) {
            int mark = (late[i] - (early[i] | 1) - 1) >>> 31;
            marks[i] = mark;
            count += mark;
        }
        return count;
    }

    /** Marks lanes in which one instant is not after another; returns how many. */
    public static int notAfter(int[] one, int[] other, int[] marks, int lanes) {
        int count = 0;
        for (int i = 0; i < lanes; i++) {
            int mark = (one[i] - other[i] - 1) >>> 31;
            marks[i] = mark;
            count += mark;
        }
        return count;
    }

    /** Counts lanes in which both ends are critical and no working tick lies between what an edge demands and the date. */
    public static int tight(int[] demanded, int amount, int[] date, int[] tail, int[] head, int lanes) {
        int count = 0;
        for (int i = 0; i < lanes; i++) {
            int tight = ((date[i] | 1) - (demanded[i] + amount | 1) - 1) >>> 31;
            count += tight & tail[i] & head[i];
        }
        return count;
    }

    /** Takes the greater of two rows into the first. */
    public static void greatest(int[] row, int[] other, int lanes) {
        for (int i = 0; i < lanes; i++) {
            row[i] = Math.max(row[i], other[i]);
        }
    }
}
