package dev.plumbline.rcpsp;

/** Knows when a search must stop: its time is spent, its token cancelled or its thread interrupted. */
final class Clock {

    private static final long PAUSE = 50_000_000L;

    private final long nanos;
    private final CancelToken cancel;
    private final long began = System.nanoTime();
    private long told = began;
    private volatile boolean late;
    private volatile boolean cancelled;

    Clock(long nanos, CancelToken cancel) {
        this.nanos = nanos;
        this.cancel = cancel;
    }

    boolean isOver() {
        if (cancelled || late) {
            return true;
        }
        if (cancel.isCancelled()) {
            cancelled = true;
        } else if (nanos != Long.MAX_VALUE && System.nanoTime() - began >= nanos) {
            late = true;
        }
        return cancelled || late;
    }

    /** Notices an interrupt of the calling thread; returns whether the listener is to be told again. */
    boolean ticks() {
        if (Thread.currentThread().isInterrupted()) {
            cancelled = true;
        }
        long now = System.nanoTime();
        boolean due = now - told >= PAUSE;
        told = due ? now : told;
        return due;
    }

    /** Why a search ended that didn't reach its bound. */
    StoppedBy reason() {
        if (cancelled) {
            return StoppedBy.CANCEL;
        }
        return late ? StoppedBy.TIME : StoppedBy.SCHEDULES;
    }
}
