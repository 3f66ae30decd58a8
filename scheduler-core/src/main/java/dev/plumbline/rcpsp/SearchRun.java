package dev.plumbline.rcpsp;

import dev.plumbline.internal.rcpsp.Control;
import dev.plumbline.internal.rcpsp.Search;

/** Watches the clock and the token of one search, and tells its listener. */
final class SearchRun implements Control {

    private final SearchOptions options;
    private final Clock clock;

    SearchRun(Budget budget, SearchOptions options) {
        this.options = options;
        this.clock = new Clock(budget.nanos(), options.cancel());
    }

    @Override
    public boolean isStopped() {
        return clock.isOver();
    }

    @Override
    public void progress(long schedules, int makespan, int lowerBound) {
        if (clock.ticks()) {
            options.listener().accept(new SearchProgress(schedules, makespan, lowerBound));
        }
    }

    StoppedBy reason(Search.Outcome outcome) {
        return outcome.isOptimal() ? StoppedBy.OPTIMUM : clock.reason();
    }
}
