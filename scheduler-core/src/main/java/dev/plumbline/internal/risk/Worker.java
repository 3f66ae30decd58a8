package dev.plumbline.internal.risk;

/** Computes consecutive parts of a whole. One object serves one thread. */
@FunctionalInterface
public interface Worker {

    /**
     * Computes some parts.
     *
     * @param first the number of the first
     * @param count how many
     */
    void run(int first, int count);
}
