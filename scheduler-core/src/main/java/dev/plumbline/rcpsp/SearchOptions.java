package dev.plumbline.rcpsp;

import java.util.Objects;
import java.util.function.Consumer;

/**
 * How to search. Immutable; the defaults are one thread, nobody listening.
 *
 * @param threads how many threads may work; the result doesn't depend on it
 * @param listener is told of progress, on the thread that called the search, outside any lock and at most every 50 ms; what it
 *     throws reaches the caller
 * @param cancel stops the search
 */
public record SearchOptions(int threads, Consumer<SearchProgress> listener, CancelToken cancel) {

    private static final int MOST_THREADS = 1024;

    /** Checks the number of threads. */
    public SearchOptions {
        Objects.requireNonNull(listener, "listener");
        Objects.requireNonNull(cancel, "cancel");
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("%s threads; use 1 to %s".formatted(threads, MOST_THREADS));
        }
    }

    /** Returns one thread, no listener, and a token of its own that nobody else cancels. */
    public static SearchOptions defaults() {
        return new SearchOptions(1, progress -> {}, new CancelToken());
    }

    /** Returns the same with another number of threads. */
    public SearchOptions withThreads(int count) {
        return new SearchOptions(count, listener, cancel);
    }

    /** Returns the same with a listener. */
    public SearchOptions withListener(Consumer<SearchProgress> consumer) {
        return new SearchOptions(threads, consumer, cancel);
    }

    /** Returns the same with a token that stops the search. */
    public SearchOptions withCancel(CancelToken token) {
        return new SearchOptions(threads, listener, token);
    }
}
