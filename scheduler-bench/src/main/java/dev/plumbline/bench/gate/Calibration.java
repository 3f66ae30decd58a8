package dev.plumbline.bench.gate;

/** A loop that tells how fast the machine is right now: arithmetic, branches and memory like those of the measured work. */
public final class Calibration {

    private static final int CELLS = 1 << 16;
    private static final int STEPS = 400_000;
    private static final long FACTOR = 6_364_136_223_846_793_005L;

    private final int[] cells = new int[CELLS];

    /** Makes a loop. */
    public Calibration() {}

    /**
     * Runs the loop once, some milliseconds.
     *
     * @return what it computed
     */
    public int once() {
        long state = 1;
        int sum = 0;
        for (int i = 0; i < STEPS; i++) {
            state = state * FACTOR + 1;
            int from = (int) (state >>> 48);
            int to = i & CELLS - 1;
            cells[to] = Math.max(cells[to] >> 1, cells[from] + (from & 7));
            if ((cells[to] & 3) == 0) {
                sum += cells[from];
            }
        }
        return sum;
    }
}
