package dev.plumbline.rcpsp;

/** Stops a search from another thread or from its listener; the search returns its best schedule so far. */
public final class CancelToken {

    /** Makes a token that is not cancelled. */
    public CancelToken() {}

    private volatile boolean cancelled;

    /** Asks the search to stop. */
    public void cancel() {
        cancelled = true;
    }

    /** Returns whether the search was asked to stop. */
    public boolean isCancelled() {
        return cancelled;
    }
}
