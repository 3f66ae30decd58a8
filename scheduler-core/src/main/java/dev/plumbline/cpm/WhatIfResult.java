package dev.plumbline.cpm;

import dev.plumbline.internal.util.Lazy;
import java.util.List;
import java.util.stream.Collectors;

/** The schedule after an edit, and what the edit changed. Immutable. */
public final class WhatIfResult {

    private static final int SHOWN = 20;

    private final Schedule before;
    private final Schedule schedule;
    private final Lazy<List<Change>> changes;

    WhatIfResult(Schedule before, Schedule schedule, Lazy<List<Change>> changes) {
        this.before = before;
        this.schedule = schedule;
        this.changes = changes;
    }

    /** Returns the schedule after the edit. */
    public Schedule schedule() {
        return schedule;
    }

    /** Returns the activities whose early or late dates changed, in order of rows, summaries included. */
    public List<Change> changes() {
        return changes.get();
    }

    /** Returns the finish of the project before and after, and the first changes. */
    @Override
    public String toString() {
        return "finish %s instead of %s, %s changes%n"
                        .formatted(schedule.finish(), before.finish(), changes().size())
                        .replace("\r\n", "\n")
                + changes().stream().limit(SHOWN).map(Change::toString).collect(Collectors.joining("\n"));
    }
}
