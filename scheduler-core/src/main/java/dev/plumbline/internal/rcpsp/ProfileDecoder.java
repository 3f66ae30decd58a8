package dev.plumbline.internal.rcpsp;

import java.util.Arrays;

/** Decodes for any number of resources, any capacities and any durations. */
final class ProfileDecoder extends Decoder {

    /*
     * The free units are a step function: sorted instants at which they change, and one row of units from each on. Placing an
     * activity splits at most two steps. O(n) steps, so O(n^2 r) at worst; memory O(n r).
     */

    private final int[] times;
    private final int[] units;
    private final int[] now;
    private final int[] finish;
    private final Eligible eligible;
    private int steps;

    ProfileDecoder(Compiled project) {
        super(project);
        this.times = new int[2 * project.n + 2];
        this.units = new int[times.length * project.resources];
        this.now = new int[project.resources];
        this.finish = new int[project.n];
        this.eligible = new Eligible(project);
    }

    @Override
    int serial(int direction, int[] list, int[] start) {
        Compiled.Side side = project.sides[direction];
        steps = 1;
        times[0] = 0;
        System.arraycopy(project.capacity, 0, units, 0, project.resources);
        int makespan = 0;
        for (int a : list) {
            int t = 0;
            for (int e = side.firstPred[a]; e < side.firstPred[a + 1]; e++) {
                t = Math.max(t, finish[side.pred[e]]);
            }
            if (project.duration[a] > 0) {
                t = place(a, t);
            }
            start[a] = t;
            finish[a] = t + project.duration[a];
            makespan = Math.max(makespan, finish[a]);
        }
        return makespan;
    }

    private int place(int activity, int earliest) {
        int length = project.duration[activity];
        int t = earliest;
        int step = stepAt(t);
        int first = step;
        while (step < steps && times[step] < t + length) {
            if (!fits(activity, step)) {
                first = step + 1;
                t = times[first];
            }
            step++;
        }
        int from = split(first, t);
        int to = split(stepAt(t + length), t + length);
        for (int s = from; s < to; s++) {
            for (int r = 0; r < project.resources; r++) {
                units[s * project.resources + r] -= project.demand[activity * project.resources + r];
            }
        }
        return t;
    }

    private boolean fits(int activity, int step) {
        for (int r = 0; r < project.resources; r++) {
            if (units[step * project.resources + r] < project.demand[activity * project.resources + r]) {
                return false;
            }
        }
        return true;
    }

    private int stepAt(int t) {
        int found = Arrays.binarySearch(times, 0, steps, t);
        return found >= 0 ? found : -found - 2;
    }

    /** Makes an instant the begin of a step; returns that step. */
    private int split(int step, int t) {
        if (times[step] == t) {
            return step;
        }
        int width = project.resources;
        System.arraycopy(times, step + 1, times, step + 2, steps - step - 1);
        System.arraycopy(units, step * width, units, (step + 1) * width, (steps - step) * width);
        times[step + 1] = t;
        steps++;
        return step + 1;
    }

    @Override
    int parallel(int direction, int[] list, int[] start) {
        Eligible open = eligible;
        open.begin(direction, list);
        System.arraycopy(project.capacity, 0, now, 0, now.length);
        int t = 0;
        int makespan = 0;
        while (true) {
            int rest = 0;
            for (int i = 0; i < open.count; i++) {
                int a = open.waiting[i];
                if (take(a)) {
                    start[a] = t;
                    finish[a] = t + project.duration[a];
                    makespan = Math.max(makespan, finish[a]);
                    open.run(a);
                } else {
                    open.waiting[rest++] = a;
                }
            }
            open.count = rest;
            if (open.runningCount == 0) {
                return makespan;
            }
            t = open.nextFinish(finish);
            for (int i = open.finishing(finish, t); i > 0; i--) {
                give(open.finished[i - 1]);
            }
        }
    }

    private boolean take(int activity) {
        int row = activity * now.length;
        for (int r = 0; r < now.length; r++) {
            if (now[r] < project.demand[row + r]) {
                return false;
            }
        }
        for (int r = 0; r < now.length; r++) {
            now[r] -= project.demand[row + r];
        }
        return true;
    }

    private void give(int activity) {
        int row = activity * now.length;
        for (int r = 0; r < now.length; r++) {
            now[r] += project.demand[row + r];
        }
    }
}
