package dev.plumbline.internal.rcpsp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Does one round of several islands on several threads; the calling thread works along and alone tells of progress. */
final class Crew {

    private static final long PAUSE = 2_000_000L;

    private final int threads;
    private final Control control;

    Crew(int threads, Control control) {
        this.threads = threads;
        this.control = control;
    }

    /** One round: what its threads share. */
    private static final class Round {
        final List<Island> islands;
        final long[] counts;
        final int bound;
        final AtomicInteger next = new AtomicInteger();
        final AtomicLong done = new AtomicLong();
        final AtomicReference<RuntimeException> failure = new AtomicReference<>();

        Round(List<Island> islands, long[] counts, int bound) {
            this.islands = islands;
            this.counts = counts;
            this.bound = bound;
        }

        /** Works on islands that nobody has taken yet. */
        void work(Control watch) {
            for (int i = next.getAndIncrement(); i < islands.size(); i = next.getAndIncrement()) {
                islands.get(i).run(counts[i], bound, watch);
            }
        }
    }

    /** Returns when every island has generated its count of schedules, met the bound or been stopped. */
    void run(List<Island> islands, long[] counts, long schedules, int shortest, int bound) {
        Round round = new Round(islands, counts, bound);
        Control worker = new Control() {
            @Override
            public boolean isStopped() {
                round.done.incrementAndGet();
                return round.failure.get() != null || control.isStopped();
            }

            @Override
            public void progress(long done, int makespan, int lowerBound) {
                // Only the calling thread tells.
            }
        };
        Control caller = new Control() {
            @Override
            public boolean isStopped() {
                progress(schedules + round.done.incrementAndGet(), shortest, bound);
                return round.failure.get() != null || control.isStopped();
            }

            @Override
            public void progress(long done, int makespan, int lowerBound) {
                control.progress(done, makespan, lowerBound);
            }
        };
        List<Thread> helpers = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, islands.size()); i++) {
            Thread helper = new Thread(() -> guarded(round, worker), "plumbline-search-" + i);
            helper.setDaemon(true);
            helper.start();
            helpers.add(helper);
        }
        guarded(round, caller);
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                guarded(round, () -> caller.progress(schedules + round.done.get(), shortest, bound));
                LockSupport.parkNanos(PAUSE);
            }
        }
        RuntimeException failure = round.failure.get();
        if (failure != null) {
            throw failure;
        }
    }

    private static void guarded(Round round, Control watch) {
        guarded(round, () -> round.work(watch));
    }

    /** Keeps the first exception, of a listener for instance; it ends the round, and the caller throws it when all have ended. */
    private static void guarded(Round round, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            round.failure.compareAndSet(null, e);
        }
    }
}
