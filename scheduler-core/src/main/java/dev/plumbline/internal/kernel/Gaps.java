package dev.plumbline.internal.kernel;

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
        while (before < at.length && at[before] < done) {
            done = Math.max(at[before], done - length[before]);
            before++;
        }
        boolean joins = before > 0 && at[before - 1] == done;
        int i = joins ? before - 1 : before;
        int size = joins ? at.length : at.length + 1;
        Gaps all = new Gaps(new long[size], new long[size], new int[size], new long[size]);
        for (int k = 0; k < size; k++) {
            int from = k < i || joins ? k : k - 1;
            boolean fresh = k == i && !joins;
            all.at[k] = fresh ? done : at[from];
            all.length[k] = fresh ? ticks : length[from] + (k == i ? ticks : 0);
            all.resource[k] = fresh ? cause : resource[from];
            all.conflict[k] = fresh ? since : conflict[from];
        }
        return all;
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
