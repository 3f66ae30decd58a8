package dev.plumbline.bench.work;

import java.io.IOException;

/**
 * A piece of work to measure.
 *
 * @param name its name, such as {@code passes-one-calendar}; those of other tools begin with {@code peer-}
 * @param largest the most activities it is meant for
 * @param gateSize the activities that the gate measures it with, 0 where it doesn't watch it
 * @param setup makes the work for so many activities
 */
public record Workload(String name, int largest, int gateSize, Setup setup) {

    /** Makes work. */
    public interface Setup {
        /**
         * Prepares what is not measured.
         *
         * @param activities the size of the plan
         * @return the work
         * @throws IOException if a file that it needs can't be written
         */
        Run prepare(int activities) throws IOException;
    }

    /** Work that can be repeated. */
    public interface Run {
        /**
         * Works.
         *
         * @return something that depends on all that was computed
         * @throws IOException if a file can't be read or written
         */
        Object once() throws IOException;
    }
}
