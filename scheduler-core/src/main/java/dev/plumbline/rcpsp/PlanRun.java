package dev.plumbline.rcpsp;

import dev.plumbline.level.LevellingSearch;
import java.time.LocalDateTime;

/** Watches the clock and the token of one search for an earlier plan, and tells its listener. */
final class PlanRun implements LevellingSearch.Watch {

    private final ImproveOptions options;
    private final Clock clock;

    PlanRun(Budget budget, ImproveOptions options) {
        this.options = options;
        this.clock = new Clock(budget.nanos(), options.cancel());
    }

    @Override
    public boolean isStopped() {
        return clock.isOver();
    }

    @Override
    public void progress(long schedules, LocalDateTime finish, LocalDateTime lowerBound) {
        if (clock.ticks()) {
            options.listener().accept(new PlanProgress(schedules, finish, lowerBound));
        }
    }

    StoppedBy reason() {
        return clock.reason();
    }
}
