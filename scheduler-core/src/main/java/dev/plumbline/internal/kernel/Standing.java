package dev.plumbline.internal.kernel;

import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.Placement;
import dev.plumbline.internal.network.Requirements;
import org.jspecify.annotations.Nullable;

/** How all activities of a part stand at a time, kept while others are tried, to be taken up again. */
public final class Standing {

    /*
     * Copies of all that placing writes. The pieces of interrupted work are not among them: their gaps are, from which they are cut
     * again. O(n) in time and memory.
     */

    private final Times times;
    private final int[] rank;
    private final long[] delay;
    private final long[] span;
    private final long[] fixedStart;
    private final long[] fixedFinish;
    private final long[] resume;
    private final @Nullable Placement[] placement;
    private final boolean[] plain;
    private final long[] shift;
    private final long[] anchor;
    private final boolean[] movable;
    private final long[] expected;
    private final byte[] outcome;
    private final int[] sequence;
    private final int[] conflictResource;
    private final long[] conflictAt;
    private final long[] useConflict;
    private final boolean[] clashes;
    private final @Nullable Gaps[] gaps;

    private Standing(LevellerPart part) {
        Network g = part.g;
        times = part.t.copy();
        rank = part.rank.clone();
        delay = g.delay.clone();
        span = g.span.clone();
        fixedStart = g.fixedStart.clone();
        fixedFinish = g.fixedFinish.clone();
        resume = g.resume.clone();
        placement = g.placement.clone();
        plain = g.plain.clone();
        shift = part.q.shift.clone();
        anchor = part.q.anchor.clone();
        movable = part.movable.clone();
        expected = part.expected.clone();
        outcome = part.outcome.clone();
        sequence = part.sequence.clone();
        conflictResource = part.conflictResource.clone();
        conflictAt = part.conflictAt.clone();
        useConflict = part.useConflict.clone();
        clashes = part.clashes.clone();
        gaps = part.gaps.clone();
    }

    /** Returns how a part stands now. */
    public static Standing of(LevellerPart part) {
        return new Standing(part);
    }

    /** Lets the part that it was taken from stand like that again, ranks and dates included. */
    public void takeUp(LevellerPart part) {
        Network g = part.g;
        Requirements q = part.q;
        int n = g.size;
        part.t = times.copy();
        System.arraycopy(rank, 0, part.rank, 0, n);
        System.arraycopy(delay, 0, g.delay, 0, n);
        System.arraycopy(span, 0, g.span, 0, n);
        System.arraycopy(fixedStart, 0, g.fixedStart, 0, n);
        System.arraycopy(fixedFinish, 0, g.fixedFinish, 0, n);
        System.arraycopy(resume, 0, g.resume, 0, n);
        System.arraycopy(placement, 0, g.placement, 0, n);
        System.arraycopy(plain, 0, g.plain, 0, n);
        System.arraycopy(anchor, 0, q.anchor, 0, n);
        System.arraycopy(movable, 0, part.movable, 0, n);
        System.arraycopy(expected, 0, part.expected, 0, n);
        System.arraycopy(outcome, 0, part.outcome, 0, n);
        System.arraycopy(sequence, 0, part.sequence, 0, n);
        System.arraycopy(conflictResource, 0, part.conflictResource, 0, n);
        System.arraycopy(conflictAt, 0, part.conflictAt, 0, n);
        System.arraycopy(clashes, 0, part.clashes, 0, n);
        System.arraycopy(gaps, 0, part.gaps, 0, n);
        System.arraycopy(shift, 0, q.shift, 0, shift.length);
        System.arraycopy(useConflict, 0, part.useConflict, 0, useConflict.length);
        part.touch();
        q.reset();
        for (int a = 0; a < g.size; a++) {
            Gaps cut = gaps[a];
            if (cut != null) {
                q.split(a, cut.at(), cut.length());
            }
        }
    }
}
