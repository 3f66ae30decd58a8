package dev.plumbline.internal.risk;

/** Computes consecutive iterations of a simulation, of which the first must be even, and counts what they have in common. */
public interface Replicator extends Worker {

    /** Returns what this worker counted. */
    Tally tally();
}
