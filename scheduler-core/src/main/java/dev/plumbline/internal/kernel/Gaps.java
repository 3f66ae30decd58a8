package dev.plumbline.internal.kernel;

import java.util.Arrays;

/**
 * Where levelling interrupts an activity.
 *
 * @param at working ticks of the activity after which there is a gap, in order
 * @param length working ticks of each gap
 * @param resource the resource that makes it
 * @param conflict the first instant at which too little of it is left
 */
@SuppressWarnings("ArrayRecordComponent") // arrays of the kernel, handed over and never changed
public record Gaps(long[] at, long[] length, int[] resource, long[] conflict) {

    /**
     * Returns these gaps and another, joined with one at the same place.
     *
     * @param offset working ticks of activity and gaps after which it begins
     */
    Gaps with(long offset, long ticks, int cause, long since) {
        int before = 0;
        long done = offset;
        while (before < at.length && at[before] <= done) {
            done = Math.max(at[before], done - length[before]);
            before++;
        }
        if (before > 0 && at[before - 1] == done) {
            long[] longer = length.clone();
            longer[before - 1] += ticks;
            return new Gaps(at, longer, resource, conflict);
        }
        return new Gaps(
                inserted(at, before, done),
                inserted(length, before, ticks),
                inserted(resource, before, cause),
                inserted(conflict, before, since));
    }

    private static long[] inserted(long[] array, int place, long value) {
        long[] more = Arrays.copyOf(array, array.length + 1);
        System.arraycopy(array, place, more, place + 1, array.length - place);
        more[place] = value;
        return more;
    }

    private static int[] inserted(int[] array, int place, int value) {
        int[] more = Arrays.copyOf(array, array.length + 1);
        System.arraycopy(array, place, more, place + 1, array.length - place);
        more[place] = value;
        return more;
    }

    /** Returns the working ticks of all gaps. */
    public long total() {
        long sum = 0;
        for (long each : length) {
            sum += each;
        }
        return sum;
    }
}
