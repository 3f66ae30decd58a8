package dev.plumbline.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rows of doubled working ticks: an odd number is the beginning of work, the even one below it the end of the work before. */
class LaneRowsTest {

    private static final int LANES = 700;
    private static final int UNTOUCHED = 123_456_789;

    private final Random random = new Random(20);

    /** Values near each other, so that ties are frequent; one more than there are lanes. */
    private int[] row() {
        return random.ints(LANES + 1, -12, 13).toArray();
    }

    private int[] durations() {
        return random.ints(LANES + 1, 1, 6).toArray();
    }

    private static int[] empty() {
        int[] row = new int[LANES + 1];
        row[LANES] = UNTOUCHED;
        return row;
    }

    private static int work(int instant) {
        return Math.floorDiv(instant, 2);
    }

    private static int begin(int work) {
        return 2 * work + 1;
    }

    private static int end(int work) {
        return 2 * work;
    }

    @Test
    void boundsAreRaisedAndLoweredLaneByLane() {
        for (int amount : new int[] {-6, 0, 4}) {
            int[] row = row();
            int[] other = row();
            int[] raised = row.clone();
            int[] lowered = row.clone();
            int[] greatest = row.clone();

            LaneRows.raise(raised, other, amount, LANES);
            LaneRows.lower(lowered, other, amount, LANES);
            LaneRows.greatest(greatest, other, LANES);

            for (int i = 0; i < LANES; i++) {
                assertThat(raised[i]).isEqualTo(Math.max(row[i], other[i] + amount));
                assertThat(lowered[i]).isEqualTo(Math.min(row[i], other[i] + amount));
                assertThat(greatest[i]).isEqualTo(Math.max(row[i], other[i]));
            }
            assertThat(new int[] {raised[LANES], lowered[LANES], greatest[LANES]})
                    .containsOnly(row[LANES]);
        }
    }

    @Test
    void workStartsAfterTheGreaterOfTwoBounds() {
        int[] one = row();
        int[] other = row();
        int[] duration = durations();
        int[] start = empty();
        int[] finish = empty();
        LaneRows.Bounds bounds = new LaneRows.Bounds();
        bounds.set(one, 4, other, -6);

        LaneRows.place(bounds, duration, start, finish, LANES);

        for (int i = 0; i < LANES; i++) {
            int from = Math.max(work(one[i]) + 2, work(other[i]) - 3);
            assertThat(start[i]).isEqualTo(begin(from));
            assertThat(finish[i]).isEqualTo(end(from + duration[i]));
        }
        assertThat(start[LANES]).isEqualTo(UNTOUCHED);
        assertThat(finish[LANES]).isEqualTo(UNTOUCHED);
    }

    @Test
    void aBoundOfTheFinishIsKeptWhereItDecides() {
        for (int floor = -5; floor <= 5; floor++) {
            int[] bound = row();
            int[] demanded = row();
            int[] duration = durations();
            int[] start = empty();
            int[] finish = empty();
            Arrays.fill(bound, 0, 50, LaneCalendar.BEFORE);

            LaneRows.place(bound, demanded, floor, duration, start, finish, LANES);

            for (int i = 0; i < LANES; i++) {
                int own = work(bound[i]);
                int backward = work(demanded[i]) - duration[i];
                boolean decides = backward > own && backward >= work(floor);
                int from = Math.max(own, Math.max(backward, work(floor)));
                boolean kept = decides && demanded[i] == begin(work(demanded[i]));
                assertThat(start[i]).isEqualTo(begin(from));
                assertThat(finish[i])
                        .as("after %s and %s by %s, not before %s", bound[i], demanded[i], duration[i], floor)
                        .isEqualTo(kept ? demanded[i] : end(from + duration[i]));
            }
            assertThat(start[LANES]).isEqualTo(UNTOUCHED);
            assertThat(finish[LANES]).isEqualTo(UNTOUCHED);
        }
    }

    @Test
    void lateDatesKeepTheLengthBetweenTheEarlyOnes() {
        int[] bound = row();
        int[] begins = row();
        int[] duration = durations();
        int[] start = empty();
        int[] finish = empty();
        LaneRows.Bounds bounds = new LaneRows.Bounds();
        bounds.set(row(), 0, row(), 0);
        LaneRows.place(bounds, duration, start, finish, LANES);
        Arrays.setAll(finish, i -> finish[i] + (i % 2)); // some keep the beginning of work that bound them
        int[] lateStart = empty();
        int[] late = bound.clone();

        LaneRows.placeBack(bound, start, finish, lateStart, LANES);
        LaneRows.lowerByStart(late, begins, -4, start, finish, LANES);

        for (int i = 0; i < LANES; i++) {
            assertThat(work(lateStart[i])).isEqualTo(work(bound[i]) - duration[i]);
            assertThat(work(late[i])).isEqualTo(Math.min(work(bound[i]), work(begins[i]) - 2 + duration[i]));
        }
        assertThat(lateStart[LANES]).isEqualTo(UNTOUCHED);
        assertThat(late[LANES]).isEqualTo(bound[LANES]);
    }

    @Test
    void criticalLanesHaveNoWorkingTickLeft() {
        int[] late = row();
        int[] early = row();
        int[] marks = empty();
        int[] notAfter = empty();

        int count = LaneRows.critical(late, early, marks, LANES);
        int counted = LaneRows.notAfter(late, early, notAfter, LANES);

        for (int i = 0; i < LANES; i++) {
            assertThat(marks[i]).isEqualTo(work(late[i]) <= work(early[i]) ? 1 : 0);
            assertThat(notAfter[i]).isEqualTo(late[i] <= early[i] ? 1 : 0);
        }
        assertThat(count).isEqualTo(Arrays.stream(marks, 0, LANES).sum()).isPositive();
        assertThat(counted).isEqualTo(Arrays.stream(notAfter, 0, LANES).sum()).isNotEqualTo(count);
        assertThat(marks[LANES]).isEqualTo(UNTOUCHED);
        assertThat(notAfter[LANES]).isEqualTo(UNTOUCHED);
    }

    @Test
    void anEdgeIsTightWhereBothEndsAreCriticalAndNoWorkLiesBetween() {
        for (int amount : new int[] {-4, 0, 6}) {
            int[] demanded = row();
            int[] date = row();
            int[] tail = random.ints(LANES + 1, 0, 2).toArray();
            int[] head = random.ints(LANES + 1, 0, 2).toArray();
            demanded[LANES] = date[LANES] + 100; // tight, but not a lane
            tail[LANES] = 1;
            head[LANES] = 1;
            int expected = 0;
            for (int i = 0; i < LANES; i++) {
                boolean close = work(date[i]) <= work(demanded[i]) + amount / 2;
                expected += close && tail[i] == 1 && head[i] == 1 ? 1 : 0;
            }

            assertThat(LaneRows.tight(demanded, amount, date, tail, head, LANES))
                    .isEqualTo(expected);
        }
    }
}
