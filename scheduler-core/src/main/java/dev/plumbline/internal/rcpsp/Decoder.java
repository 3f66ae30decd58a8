package dev.plumbline.internal.rcpsp;

/**
 * The schedule generation schemes: they turn an order of the activities into a schedule without idle waiting. Not safe for
 * several threads: it keeps the profile of one decoding.
 *
 * <p>R. Kolisch: Serial and parallel resource-constrained project scheduling methods revisited. European Journal of
 * Operational Research 90(2), 1996, pp. 320-333.
 */
abstract class Decoder {

    final Compiled project;

    Decoder(Compiled project) {
        this.project = project;
    }

    /** Returns the fastest decoder for a project. */
    static Decoder of(Compiled project) {
        PackedDecoder packed = PackedDecoder.of(project);
        return packed == null ? new ProfileDecoder(project) : packed;
    }

    /**
     * The serial scheme: each activity of a list as early as predecessors and resources let it.
     *
     * @param direction 0 forward, 1 backward in time
     * @param list every activity, after its predecessors in that direction
     * @param start receives the starts in that direction
     * @return the length of the schedule
     */
    abstract int serial(int direction, int[] list, int[] start);

    /**
     * The parallel scheme: at each instant, the free activities in order of their ranks as far as they fit.
     *
     * @param direction 0 forward, 1 backward in time
     * @param list every activity, the most urgent first
     * @param start receives the starts in that direction
     * @return the length of the schedule
     */
    abstract int parallel(int direction, int[] list, int[] start);
}
