package dev.plumbline.cli;

import java.util.concurrent.TimeUnit;

/**
 * Shows on a terminal how far a run of more than a second has come: a bar, the rate and the time left. The line is wiped
 * before anything else is said and at the end. A daemon thread redraws it, so that a single large plan shows signs of life too.
 */
final class Progress implements AutoCloseable {

    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long REDRAW_MILLIS = 200;
    private static final int WIDTH = 30;

    private final Console console;
    private final boolean shown;
    private final int total;
    private final String unit;
    private final long begun = System.nanoTime();
    private final Thread painter = new Thread(this::paint, "plumbline-progress");
    private int done;
    private String current = "";
    private boolean drawn;
    private boolean closed;

    Progress(Console console, MessageOptions messages, int total, String unit) {
        this.console = console;
        this.shown = console.terminal() && !messages.isQuiet();
        this.total = total;
        this.unit = unit;
        painter.setDaemon(true);
        if (shown) {
            painter.start();
        }
    }

    /** Names what is worked on now. */
    synchronized void begin(String name) {
        current = name;
    }

    /** Says how many are done. */
    synchronized void reached(int count) {
        done = count;
    }

    /** Counts one as done and wipes the line, so that its problems can be printed. */
    synchronized void step() {
        done++;
        wipe();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            wipe();
        }
        painter.interrupt();
    }

    private void paint() {
        try {
            while (true) {
                Thread.sleep(REDRAW_MILLIS);
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    draw(System.nanoTime() - begun);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void draw(long nanos) {
        if (nanos < QUIET_NANOS) {
            return;
        }
        console.err().print("\r\u001B[K" + line(done, total, unit, current, nanos));
        console.err().flush();
        drawn = true;
    }

    private void wipe() {
        if (drawn) {
            console.err().print("\r\u001B[K");
            console.err().flush();
            drawn = false;
        }
    }

    /** Returns the line that is shown after some time. */
    static String line(int done, int total, String unit, String current, long nanos) {
        double seconds = nanos / 1e9;
        if (total <= 1) {
            return "%s  %s s".formatted(current, (long) seconds);
        }
        int filled = (int) ((long) WIDTH * done / total);
        String bar = "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "]";
        String rate = done == 0 ? "" : "  %s/s".formatted(Math.round(done / seconds));
        String left = done == 0 ? "" : "  %s s left".formatted(Math.round(seconds / done * (total - done)));
        return "%s %s/%s %s%s%s  %s".formatted(bar, done, total, unit, rate, left, current);
    }
}
