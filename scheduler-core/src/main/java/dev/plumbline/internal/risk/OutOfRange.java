package dev.plumbline.internal.risk;

/** A replicate leads out of the years that can be counted. */
public final class OutOfRange extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int activity;

    OutOfRange(int activity) {
        super("activity " + activity + " leads out of range");
        this.activity = activity;
    }

    /** Returns the number of the activity, or -1. */
    public int activity() {
        return activity;
    }
}
