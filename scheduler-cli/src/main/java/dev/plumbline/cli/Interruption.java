package dev.plumbline.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: interrupts the running command, waits a moment for it to clean up and ends the process as cancelled. Without it the
 * exit code would be that of the signal.
 */
final class Interruption {

    private static final long PATIENCE_MILLIS = 500;

    private final Console console;
    private final Thread worker = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::cancel, "plumbline-cancel");

    private Interruption(Console console) {
        this.console = console;
    }

    /** Begins to listen on behalf of the calling thread. */
    static Interruption listen(Console console) {
        Interruption interruption = new Interruption(console);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Stops listening: the command has ended by itself. */
    void end() {
        ended.countDown();
    }

    private void cancel() {
        if (ended.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            if (!ended.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                console.err().println("error CANCELLED: stopped by a signal; run it again to finish");
                console.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(Exit.CANCELLED.code());
    }
}
