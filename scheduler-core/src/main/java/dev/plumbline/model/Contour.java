package dev.plumbline.model;

/**
 * How the work of an assignment is spread over its duration: in ten equal parts of time, each with a percentage of the units.
 *
 * <p>The percentages are those measured on plans that MS Project wrote.
 */
public enum Contour {
    /** Evenly. */
    FLAT(100, 100, 100, 100, 100, 100, 100, 100, 100, 100),
    /** Rising. */
    BACK_LOADED(10, 15, 25, 50, 50, 75, 75, 100, 100, 100),
    /** Falling. */
    FRONT_LOADED(100, 100, 100, 75, 75, 50, 50, 25, 15, 10),
    /** Two peaks. */
    DOUBLE_PEAK(25, 50, 100, 50, 25, 25, 50, 100, 50, 25),
    /** A peak in the first half. */
    EARLY_PEAK(25, 50, 100, 100, 75, 50, 50, 25, 15, 10),
    /** A peak in the second half. */
    LATE_PEAK(10, 15, 25, 50, 50, 75, 100, 100, 50, 25),
    /** A peak in the middle. */
    BELL(10, 20, 40, 80, 100, 100, 80, 40, 20, 10),
    /** A broad peak. */
    TURTLE(25, 50, 75, 100, 100, 100, 100, 75, 50, 25),
    /** As given by time-phased work; has no percentages of its own and counts as even. */
    CONTOURED(100, 100, 100, 100, 100, 100, 100, 100, 100, 100);

    /** The number of equal parts of time. */
    public static final int PARTS = 10;

    @SuppressWarnings("ImmutableEnumChecker") // never changed and never handed out
    private final int[] percent;

    Contour(int... percent) {
        this.percent = percent;
    }

    /** Returns the percentage of the units that is used in a part of the duration, 0 to 9. */
    public int percent(int part) {
        return percent[part];
    }

    /** Returns the share of the units that is used on average: work = duration x units x average. */
    public double average() {
        int sum = 0;
        for (int part : percent) {
            sum += part;
        }
        return sum / (100.0 * PARTS);
    }
}
