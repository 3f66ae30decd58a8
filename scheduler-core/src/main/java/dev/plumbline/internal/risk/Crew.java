package dev.plumbline.internal.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Workers that share the parts of a whole, such as the iterations of a simulation: each takes the next few until none are left. */
public final class Crew {

    /*
     * Iterations are handed out in order and each that is handed out is computed, so what is done when a run ends early is the
     * first so many iterations.
     */

    private final List<Worker> workers;
    private final int unit;
    private final BooleanSupplier stopped;
    private final IntConsumer progress;

    /**
     * Makes a crew.
     *
     * @param workers one for each thread, at least one
     * @param unit how many iterations a worker takes at a time, even
     * @param stopped whether to end early; asked by every thread
     * @param progress takes the number of iterations handed out, on the calling thread
     */
    public Crew(List<? extends Worker> workers, int unit, BooleanSupplier stopped, IntConsumer progress) {
        this.workers = List.copyOf(workers);
        this.unit = unit;
        this.stopped = stopped;
        this.progress = progress;
    }

    /** Computes iterations from one to before another; returns where it ended. The first must be even. */
    public int run(int from, int to) {
        AtomicInteger next = new AtomicInteger(from);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        int helpers = Math.min(workers.size(), (to - from + unit - 1) / unit) - 1;
        for (int w = 1; w <= helpers; w++) {
            Worker worker = workers.get(w);
            Thread thread = new Thread(() -> work(worker, next, to, failure, done -> {}), "simulation " + w);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        work(workers.get(0), next, to, failure, progress);
        boolean interrupted = false;
        for (Thread thread : threads) {
            interrupted |= join(thread);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        rethrow(failure.get());
        return Math.min(next.get(), to);
    }

    private static boolean join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    private void work(Worker worker, AtomicInteger next, int to, AtomicReference<Throwable> failure, IntConsumer tell) {
        try {
            while (failure.get() == null && !stopped.getAsBoolean()) {
                int first = next.getAndAdd(unit);
                if (first >= to) {
                    next.addAndGet(-unit);
                    return;
                }
                worker.run(first, Math.min(unit, to - first));
                tell.accept(Math.min(first + unit, to));
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }
}
