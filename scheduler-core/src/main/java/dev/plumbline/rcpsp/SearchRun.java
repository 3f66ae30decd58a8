package dev.plumbline.rcpsp;

import dev.plumbline.internal.rcpsp.Control;
import dev.plumbline.internal.rcpsp.Search;

/** Watches the clock and the token of one search, and tells its listener. */
final class SearchRun implements Control {

    private static final long PAUSE = 50_000_000L;

    private final SearchOptions options;
    private final long budget;
    private final long began = System.nanoTime();
    private long told = began;
    private volatile boolean late;
    private volatile boolean cancelled;

    SearchRun(Budget budget, SearchOptions options) {
        this.options = options;
        this.budget = budget.nanos();
    }

    @Override
    public boolean isStopped() {
        if (cancelled || late) {
            return true;
        }
        if (options.cancel().isCancelled()) {
            cancelled = true;
        } else if (budget != Long.MAX_VALUE && System.nanoTime() - began >= budget) {
            late = true;
        }
        return cancelled || late;
    }

    @Override
    public void progress(long schedules, int makespan, int lowerBound) {
        if (Thread.currentThread().isInterrupted()) {
            cancelled = true;
        }
        long now = System.nanoTime();
        if (now - told >= PAUSE) {
            told = now;
            options.listener().accept(new SearchProgress(schedules, makespan, lowerBound));
        }
    }

    StoppedBy reason(Search.Outcome outcome) {
        if (outcome.isOptimal()) {
            return StoppedBy.OPTIMUM;
        }
        if (cancelled) {
            return StoppedBy.CANCEL;
        }
        return late ? StoppedBy.TIME : StoppedBy.SCHEDULES;
    }
}
