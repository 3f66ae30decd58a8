package dev.plumbline.risk;

/** Why a simulation ended. */
public enum StoppedBy {
    /** All iterations are done. */
    ITERATIONS,
    /** The percentile is as precise as asked. */
    PRECISION,
    /** It was cancelled or its thread interrupted; the result is that of the iterations done. */
    CANCELLED
}
