package dev.plumbline.internal.rcpsp;

import java.util.Arrays;

/** Chooses what to decide next: what took part in recent conflicts. Not safe for several threads. */
final class Guide {

    /*
     * Each question "does a start at v or later?" has a weight that grows when a conflict needs it, and growth grows itself, so
     * that late conflicts count more. The heaviest open question comes next; the answer tried first is that of a known schedule.
     * Choosing the activity by the sum of its weights needed about half as many conflicts again.
     *
     * [1] M. W. Moskewicz et al.: Chaff: Engineering an Efficient SAT Solver. DAC 2001, pp. 530-535.
     * [2] J. C. Beck: Solution-guided multi-point constructive search for job shop scheduling. Journal of Artificial Intelligence
     *     Research 29, 2007, pp. 49-77.
     */

    private static final float GROWTH = 1 / 0.95f;
    private static final float HUGE = 1e30f;

    private final Domains domains;
    private final int width;
    private final float[] weight;
    private final int[] hint;
    private float step = 1;
    private int question;
    int decisionKey;
    int decisionValue;

    Guide(Domains domains, int horizon) {
        this.domains = domains;
        this.width = horizon + 2;
        this.weight = new float[domains.n * width];
        this.hint = new int[domains.n];
    }

    void begin(int[] starts) {
        Arrays.fill(weight, 0);
        step = 1;
        System.arraycopy(starts, 0, hint, 0, hint.length);
    }

    void bump(int key, int value) {
        int a = key >> 1;
        int v = (key & 1) == 0 ? value : 1 - value;
        float grown = weight[a * width + v] + step;
        weight[a * width + v] = grown;
        if (grown > HUGE) {
            shrink();
        }
    }

    void decay() {
        step *= GROWTH;
    }

    private void shrink() {
        for (int i = 0; i < weight.length; i++) {
            weight[i] /= HUGE;
        }
        step /= HUGE;
    }

    /**
     * Chooses the next decision; false if every start is fixed.
     *
     * @param chronological whether to fix the earliest activities first instead
     */
    boolean choose(boolean chronological) {
        int chosen = chronological ? soonest() : heaviest();
        if (chosen < 0) {
            return false;
        }
        if (!chronological && hint[chosen] >= question) {
            decisionKey = 2 * chosen;
            decisionValue = question;
        } else {
            decisionKey = 2 * chosen + 1;
            decisionValue = 1 - question;
        }
        return true;
    }

    /** Returns the activity with the heaviest open question; without any, the soonest. */
    private int heaviest() {
        int chosen = -1;
        float most = 0;
        for (int a = 0; a < hint.length; a++) {
            int row = a * width;
            int last = domains.latest(a);
            for (int v = domains.earliest(a) + 1; v <= last; v++) {
                if (weight[row + v] > most) {
                    most = weight[row + v];
                    chosen = a;
                    question = v;
                }
            }
        }
        return chosen < 0 ? soonest() : chosen;
    }

    private int soonest() {
        int chosen = -1;
        for (int a = 0; a < hint.length; a++) {
            if (!domains.isFixed(a) && (chosen < 0 || isSooner(a, chosen))) {
                chosen = a;
            }
        }
        question = chosen < 0 ? 0 : domains.earliest(chosen) + 1;
        return chosen;
    }

    private boolean isSooner(int a, int than) {
        int sooner = Integer.compare(domains.earliest(a), domains.earliest(than));
        return sooner != 0 ? sooner < 0 : domains.latest(a) < domains.latest(than);
    }
}
