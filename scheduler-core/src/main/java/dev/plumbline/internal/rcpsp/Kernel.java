package dev.plumbline.internal.rcpsp;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether there is a schedule no longer than a length: finds one, proves that there is none, or gives up when its
 * allowance is spent. Not safe for several threads.
 */
final class Kernel {

    /*
     * A constraint solver that learns: it narrows the windows of the activities by relationships and the time-table, decides on a
     * bound where nothing follows any more, and at a conflict learns the reason as a nogood, goes back to where it would have
     * helped and starts over from time to time. What it costs is counted in placements: each look for the earliest or latest place
     * of an activity.
     *
     * [1] A. Schutt, T. Feydy, P. J. Stuckey, M. G. Wallace: Explaining the cumulative propagator. Constraints 16(3), 2011,
     *     pp. 250-282.
     */

    /** What a call of the kernel ended with. */
    enum Verdict {
        SOLVED,
        REFUTED,
        OPEN
    }

    /** The most questions (activity, instant) that are kept a weight for. */
    private static final long LARGEST = 1 << 22;

    private static final int RESTART = 64;
    private static final int KEPT = 2000;
    private static final int MORE = 500;

    final Domains domains;
    private final Compiled project;
    private final Links links;
    private final TimeTable table;
    private final Nogoods nogoods;
    private final Guide guide;
    private final Analysis analysis;
    private int read;
    private int restarts;
    private int left;
    private int kept;

    private Kernel(Compiled project, Packing packing, int horizon) {
        this.project = project;
        this.domains = new Domains(project.n);
        this.links = new Links(project);
        this.table = new TimeTable(project, packing, domains, horizon);
        this.nogoods = new Nogoods(domains);
        this.guide = new Guide(domains, horizon);
        this.analysis = new Analysis(domains, links, nogoods, guide);
    }

    /** Returns a kernel for lengths up to a horizon, or null where the project is too large for it. */
    static @Nullable Kernel of(Compiled project, int horizon) {
        Packing packing = Packing.of(project);
        if (packing == null || (long) project.n * (horizon + 2L) > LARGEST) {
            return null;
        }
        return new Kernel(project, packing, horizon);
    }

    /**
     * Starts over with a length.
     *
     * @param length the most a schedule may take, at most the horizon
     * @param hint starts to try first
     * @return false if it is refuted already
     */
    boolean begin(int length, int[] hint) {
        int[] bounds = new int[2 * project.n];
        for (int a = 0; a < project.n; a++) {
            bounds[2 * a] = project.sides[1].tail[a] - project.duration[a];
            bounds[2 * a + 1] = project.sides[0].tail[a] - length;
            if (bounds[2 * a] + bounds[2 * a + 1] > 0) {
                return false;
            }
        }
        domains.begin(bounds);
        nogoods.clear();
        guide.begin(hint);
        read = 0;
        restarts = 0;
        left = RESTART;
        kept = KEPT;
        if (!table.begin()) {
            return false;
        }
        for (int k = 0; k < bounds.length; k++) {
            if (!links.wake(k, domains.bound[k], this)) {
                return false;
            }
        }
        return propagate();
    }

    /** Returns how often an activity was given its earliest or latest place since the kernel was made. */
    long placements() {
        return table.placements();
    }

    /** Goes on until the question is settled or so many placements are made. */
    Verdict solve(long allowance, Control control) {
        long begun = placements();
        long asked = 0;
        while (true) {
            if (!propagate()) {
                if (domains.depth == 0 || !learn()) {
                    return Verdict.REFUTED;
                }
                left--;
                continue;
            }
            long spent = placements() - begun;
            boolean stop = spent >= allowance;
            for (; asked < spent && !stop; asked += project.n) {
                stop = control.isStopped();
            }
            if (stop) {
                back(0);
                return Verdict.OPEN;
            }
            if (left <= 0) {
                restart();
            }
            if (!guide.choose(restarts < 1)) {
                return Verdict.SOLVED;
            }
            domains.deepen();
            raise(guide.decisionKey, guide.decisionValue, Domains.NONE);
        }
    }

    /**
     * Asks for a shorter length than before; what was learned stays true.
     *
     * @return false if it is refuted already
     */
    boolean tighten(int length) {
        back(0);
        for (int a = 0; a < project.n; a++) {
            if (!raise(2 * a + 1, project.sides[0].tail[a] - length, Domains.NONE)) {
                return false;
            }
        }
        return propagate();
    }

    /** Writes the starts of the schedule that was found and goes back to the begin of the search. */
    void solution(int[] starts) {
        for (int a = 0; a < project.n; a++) {
            starts[a] = domains.earliest(a);
        }
        back(0);
    }

    private void restart() {
        restarts++;
        left = RESTART * luby(restarts);
        back(0);
        if (nogoods.count() > kept) {
            nogoods.halve();
            kept += MORE;
        }
    }

    /** Learns from the conflict at hand; false if there can be no schedule. */
    private boolean learn() {
        if (!analysis.learn()) {
            return false;
        }
        guide.decay();
        int key = analysis.keys[0];
        int value = analysis.values[0];
        if (analysis.size == 1) {
            back(0);
            return raise(key ^ 1, 1 - value, Domains.NONE);
        }
        back(analysis.backLevel);
        int nogood = nogoods.add(analysis.keys, analysis.values, analysis.size, analysis.levels);
        raise(key ^ 1, 1 - value, Domains.reason(Domains.NOGOOD, nogood));
        return true;
    }

    private void back(int level) {
        if (domains.depth <= level) {
            return;
        }
        int start = domains.startOf(level + 1);
        while (domains.size > start) {
            int p = domains.size - 1;
            int key = domains.key[p];
            int now = domains.value[p];
            domains.pop();
            table.shrink(key, domains.bound[key], now);
        }
        domains.rise(level);
        table.settle();
        read = domains.size;
    }

    private boolean propagate() {
        while (true) {
            while (read < domains.size) {
                int key = domains.key[read];
                int value = domains.value[read];
                read++;
                if (domains.bound[key] == value && !(links.wake(key, value, this) && nogoods.wake(key, this))) {
                    return false;
                }
            }
            if (!table.sweep(this)) {
                return false;
            }
            if (read == domains.size) {
                return true;
            }
        }
    }

    /** Raises the bound of a key; false at a conflict, which is handed to the analysis. */
    boolean raise(int key, int value, int why) {
        int now = domains.bound[key];
        if (value <= now) {
            return true;
        }
        int slack = -value - domains.bound[key ^ 1];
        if (slack < 0) {
            if (why != Domains.NONE) {
                analysis.needReason(key, value, why);
                analysis.need(key ^ 1, 1 - value);
            }
            return false;
        }
        domains.push(key, value, why);
        table.grow(key, now, value);
        if (table.overloaded() >= 0) {
            analysis.needReason(-1, 0, table.explain(table.overloaded(), -1, 0, 0));
            return false;
        }
        return true;
    }

    /** The Luby sequence 1 1 2 1 1 2 4 ... */
    private static int luby(int index) {
        int size = 1;
        int power = 0;
        while (size < index + 1) {
            size = 2 * size + 1;
            power++;
        }
        int at = index;
        while (size - 1 != at) {
            size = (size - 1) >> 1;
            power--;
            at %= size;
        }
        return 1 << power;
    }
}
