package dev.plumbline.rcpsp;

import dev.plumbline.cpm.ScheduleOptions;
import dev.plumbline.level.Levelling;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How to search for an earlier levelled plan. Immutable; by default the usual levelling, one thread, nobody listening.
 *
 * @param levelling which resources and dates are levelled and what stays; its rule and scheme are tried first
 * @param scheduling how schedules are computed
 * @param threads how many threads may work; the result doesn't depend on it
 * @param listener is told of progress, on the thread that called the search and at most every 50 ms; what it throws reaches the
 *     caller
 * @param cancel stops the search
 */
public record ImproveOptions(
        Levelling levelling,
        ScheduleOptions scheduling,
        int threads,
        Consumer<PlanProgress> listener,
        CancelToken cancel) {

    private static final int MOST_THREADS = 1024;

    /** Checks the number of threads, and that activities may be placed anew. */
    public ImproveOptions {
        Objects.requireNonNull(levelling, "levelling");
        Objects.requireNonNull(scheduling, "scheduling");
        Objects.requireNonNull(listener, "listener");
        Objects.requireNonNull(cancel, "cancel");
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("%s threads; use 1 to %s".formatted(threads, MOST_THREADS));
        }
        if (levelling.conflicts().isPresent() || levelling.isWithinFloat()) {
            throw new IllegalArgumentException(
                    "%s can't be improved; use a serial or parallel scheme that may move the finish"
                            .formatted(levelling));
        }
    }

    /** Returns the usual levelling, one thread, no listener, and a token of its own that nobody else cancels. */
    public static ImproveOptions defaults() {
        return new ImproveOptions(Levelling.DEFAULT, ScheduleOptions.DEFAULT, 1, progress -> {}, new CancelToken());
    }

    /** Returns the same with another levelling. */
    public ImproveOptions withLevelling(Levelling value) {
        return new ImproveOptions(value, scheduling, threads, listener, cancel);
    }

    /** Returns the same with other options of scheduling. */
    public ImproveOptions withScheduling(ScheduleOptions value) {
        return new ImproveOptions(levelling, value, threads, listener, cancel);
    }

    /** Returns the same with another number of threads. */
    public ImproveOptions withThreads(int count) {
        return new ImproveOptions(levelling, scheduling, count, listener, cancel);
    }

    /** Returns the same with a listener. */
    public ImproveOptions withListener(Consumer<PlanProgress> consumer) {
        return new ImproveOptions(levelling, scheduling, threads, consumer, cancel);
    }

    /** Returns the same with a token that stops the search. */
    public ImproveOptions withCancel(CancelToken token) {
        return new ImproveOptions(levelling, scheduling, threads, listener, token);
    }
}
