package dev.plumbline.internal.util;

import java.util.function.BooleanSupplier;

/** Ends a kernel that was told to stop; what it wrote so far is no result. It never leaves the library. */
public final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Kernels that can't be stopped. */
    public static final BooleanSupplier NEVER = () -> false;

    /** After so many activities a pass asks again: a millisecond or two. */
    public static final int STEPS = 1 << 12;

    private Stopped() {
        super("stopped", null, false, false);
    }

    /** Returns what stops the calling thread: what is asked, or an interrupt, which stays. */
    public static BooleanSupplier orInterrupted(BooleanSupplier cancelled) {
        return () -> cancelled.getAsBoolean() || Thread.currentThread().isInterrupted();
    }

    /** Throws if it is time to stop. */
    public static void check(BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            throw new Stopped();
        }
    }
}
