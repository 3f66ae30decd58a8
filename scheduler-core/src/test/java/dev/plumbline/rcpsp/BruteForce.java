package dev.plumbline.rcpsp;

import java.util.Arrays;

/** The shortest schedule of a very small instance: every start of every activity is tried, one time unit at a time. */
final class BruteForce {

    private BruteForce() {}

    static int optimum(Instance instance) {
        int horizon = 0;
        for (int a = 0; a < instance.activities(); a++) {
            horizon += instance.duration(a);
        }
        for (int length = 0; length < horizon; length++) {
            if (fits(instance, new int[instance.activities()], 0, length)) {
                return length;
            }
        }
        return horizon;
    }

    private static boolean fits(Instance instance, int[] starts, int activity, int length) {
        if (activity == starts.length) {
            return isSchedule(instance, starts, length);
        }
        for (int t = 0; t + instance.duration(activity) <= length; t++) {
            starts[activity] = t;
            if (fits(instance, starts, activity + 1, length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSchedule(Instance instance, int[] starts, int length) {
        for (int a = 0; a < starts.length; a++) {
            int finish = starts[a] + instance.duration(a);
            if (Arrays.stream(instance.successors(a)).anyMatch(b -> starts[b] < finish)) {
                return false;
            }
        }
        for (int t = 0; t < length; t++) {
            for (int r = 0; r < instance.resources(); r++) {
                long use = 0;
                for (int a = 0; a < starts.length; a++) {
                    boolean runs = starts[a] <= t && t < starts[a] + instance.duration(a);
                    use += runs ? instance.demand(a, r) : 0;
                }
                if (use > instance.capacity(r)) {
                    return false;
                }
            }
        }
        return true;
    }
}
