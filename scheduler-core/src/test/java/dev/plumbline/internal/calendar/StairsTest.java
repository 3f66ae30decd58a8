package dev.plumbline.internal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stairs beside a count of every tick. */
class StairsTest {

    /** What is worked up to each tick of the window. */
    private static int[] counted(int[] from, int[] to, int width) {
        int[] upTo = new int[width + 1];
        for (int tick = 0; tick < width; tick++) {
            boolean works = false;
            for (int i = 0; i < from.length; i++) {
                works |= from[i] <= tick && tick < to[i];
            }
            upTo[tick + 1] = upTo[tick] + (works ? 1 : 0);
        }
        return upTo;
    }

    private static void agrees(int[] from, int[] to, int width) {
        Stairs stairs = new Stairs(from, to, width);
        int[] upTo = counted(from, to, width);
        int total = upTo[width];
        String what = Arrays.toString(from) + Arrays.toString(to);

        assertThat(stairs.total()).as(what).isEqualTo(total);
        for (int tick = 0; tick < width; tick++) {
            assertThat(stairs.upTo(tick)).as("up to %d of %s", tick, what).isEqualTo(upTo[tick]);
        }
        for (int work = 1; work <= total; work++) {
            int earliest = 0;
            while (upTo[earliest] < work) {
                earliest++;
            }
            assertThat(stairs.earliest(work))
                    .as("earliest %d of %s", work, what)
                    .isEqualTo(earliest);
        }
        for (int work = 0; work < total; work++) {
            int latest = width;
            while (upTo[latest] > work) {
                latest--;
            }
            assertThat(stairs.latest(work)).as("latest %d of %s", work, what).isEqualTo(latest);
        }
    }

    private static void agrees(int width, int... cuts) {
        int[] from = new int[cuts.length / 2];
        int[] to = new int[cuts.length / 2];
        for (int i = 0; i < from.length; i++) {
            from[i] = cuts[2 * i];
            to[i] = cuts[2 * i + 1];
        }
        agrees(from, to, width);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64, 100})
    void windowsOfOnePeriodOrNone(int width) {
        agrees(width);
        agrees(width, 0, width);
        agrees(width, 0, 1);
        agrees(width, width - 1, width);
        agrees(width, width / 2, width / 2 + 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void periodsAtRandom(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            int longest = 1 + random.nextInt(20);
            int gap = random.nextInt(30);
            List<Integer> cuts = new ArrayList<>();
            int at = random.nextInt(5);
            for (int i = random.nextInt(12); i > 0; i--) {
                at += gap == 0 ? 0 : random.nextInt(gap);
                cuts.add(at);
                at += 1 + random.nextInt(longest);
                cuts.add(at);
            }
            agrees(
                    at + 1 + random.nextInt(30),
                    cuts.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void crowdsInWideWindows(long seed) {
        Random random = new Random(seed);
        int[] cuts = new int[2 * 30];
        int at = random.nextInt(900);
        for (int i = 0; i < cuts.length; i++) {
            at += 1 + random.nextInt(3);
            cuts[i] = at;
        }
        agrees(2_000, cuts);
        agrees(at, cuts);
        int[] begun = cuts.clone();
        begun[0] = 0;
        agrees(3_000, begun);
        int[] ended = cuts.clone();
        ended[ended.length - 1] = 2_500;
        agrees(2_500, ended);
    }
}
