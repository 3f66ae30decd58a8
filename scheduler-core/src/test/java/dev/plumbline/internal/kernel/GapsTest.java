package dev.plumbline.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Gaps of an activity, against a row of its ticks of work with the gaps between them. */
class GapsTest {

    private static final int WORK = 12;

    @Test
    void aGapIsAddedWhereItBeginsAndJoinedWithOneAtTheSamePlace() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Gaps gaps = new Gaps(new long[0], new long[0], new int[0], new long[0]);
            long[] after = new long[WORK]; // ticks of gap after so much work
            List<Integer> causes = new ArrayList<>();
            for (int cause = 0; cause < 6; cause++) {
                int ticks = 1 + random.nextInt(4);
                int offset = 1 + random.nextInt(WORK - 2 + (int) gaps.total());
                int done = workUpTo(after, offset);
                if (after[done] == 0) {
                    causes.add(cause);
                }
                after[done] += ticks;

                gaps = gaps.with(offset, ticks, cause, 100 + cause);

                List<Long> at = new ArrayList<>();
                List<Long> length = new ArrayList<>();
                for (int work = 0; work < WORK; work++) {
                    if (after[work] > 0) {
                        at.add((long) work);
                        length.add(after[work]);
                    }
                }
                assertThat(gaps.at()).as("seed %s", seed).containsExactly(at.toArray(Long[]::new));
                assertThat(gaps.length()).containsExactly(length.toArray(Long[]::new));
                assertThat(gaps.resource()).containsExactlyInAnyOrder(causes.toArray(Integer[]::new));
                for (int i = 0; i < gaps.resource().length; i++) {
                    assertThat(gaps.conflict()[i]).isEqualTo(100 + gaps.resource()[i]);
                }
            }
        }
    }

    /** The work done after so many ticks of work and gaps. */
    private static int workUpTo(long[] after, int offset) {
        int done = 0;
        for (long tick = 0; tick < offset && done + 1 < WORK; tick += 1 + after[done]) {
            done++;
        }
        return done;
    }
}
