package dev.plumbline.internal.kernel;

import static dev.plumbline.internal.kernel.HourAxis.HOURS;
import static dev.plumbline.internal.kernel.HourAxis.hour;
import static dev.plumbline.internal.kernel.HourAxis.tick;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.Requirements;
import dev.plumbline.internal.network.ResourcePool;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** When an activity fits among what is booked, against a trial of every hour. */
class FittingTest {

    private static final int CASES = 120;

    @Test
    void theEarliestStartIsTheFirstWithRoomForAllPieces() {
        for (int seed = 0; seed < CASES; seed++) {
            CrowdedActivity each = new CrowdedActivity(seed, seed % 2 == 0);
            for (int i = 0; i < 4; i++) {
                int from = each.someStart();
                int limit = i < 2 ? HOURS : from + each.random.nextInt(60);

                long start = each.fitting.earliest(each.part, 0, tick(from), tick(limit));

                assertThat(start).as("seed %s, from %s", seed, from).isEqualTo(each.slowEarliest(from, limit));
                assertThat(each.fitting.resource >= 0).isEqualTo(start != tick(from));
            }
        }
    }

    @Test
    void theLatestFinishIsTheLastWithRoomForAllPieces() {
        for (int seed = 0; seed < CASES; seed++) {
            CrowdedActivity each = new CrowdedActivity(seed, false);
            for (int i = 0; i < 4; i++) {
                int to = hour(each.g.previousFinish(0, tick(300 + each.random.nextInt(300))));
                int limit = i < 2 ? 0 : hour(each.g.startFrom(0, tick(to))) - each.random.nextInt(60);

                long finish = each.fitting.latest(each.part, 0, tick(to), tick(limit));

                assertThat(finish).as("seed %s, to %s", seed, to).isEqualTo(each.slowLatest(to, limit));
                assertThat(each.fitting.resource >= 0).isEqualTo(finish != tick(to));
            }
        }
    }

    @Test
    void beyondTheCapacityOnlyWhatIsAllowedIsTakenAndOnlyThen() {
        for (int seed = 0; seed < CASES; seed++) {
            CrowdedActivity each = new CrowdedActivity(seed, false);
            int from = each.someStart();
            each.part.extraPercent = 34; // of three one more
            Arrays.fill(each.part.latestStart, tick(from + 40));

            long start = each.fitting.earliestBeyond(each.part, 0, tick(from));

            for (SlowTimeline timeline : each.slow) {
                timeline.extraPercent = 34;
            }
            assertThat(start).as("seed %s, from %s", seed, from).isEqualTo(each.slowEarliest(from, from + 40));
            for (SlowTimeline timeline : each.slow) {
                timeline.extraPercent = 0;
            }
            assertThat(each.fitting.earliest(each.part, 0, tick(from), tick(HOURS)))
                    .isEqualTo(each.slowEarliest(from, HOURS));
        }
    }

    @Test
    void oneUseAloneBeginsWhereItsOwnResourceIsFree() {
        for (int seed = 0; seed < CASES; seed++) {
            CrowdedActivity each = new CrowdedActivity(seed, true);
            Requirements q = each.q;
            int u = q.firstUse[0];
            int p = q.firstPiece[u];
            int from = hour(q.calendar[u].nextStart(tick(each.someStart())));

            long start = each.fitting.earliestOf(each.part, 0, u, tick(from));

            int expected = from;
            while (q.calendar[u].nextStart(tick(expected)) != tick(expected)
                    || !each.slow[q.resource[u]].fits(
                            q.calendarNumber[u],
                            q.units[p],
                            hour(q.from(0, u, p, tick(expected))),
                            hour(q.to(0, u, p, tick(expected))))) {
                expected++;
            }
            assertThat(start).as("seed %s, from %s", seed, from).isEqualTo(tick(expected));
        }
    }

    @Test
    void theRoomIsTheWorkThatFitsWithoutAPause() {
        for (int seed = 0; seed < CASES; seed++) {
            CrowdedActivity each = new CrowdedActivity(seed, false);
            long span = each.g.span[0];
            for (int i = 0; i < 4; i++) {
                long done = HourAxis.TICKS * each.random.nextInt((int) (span / HourAxis.TICKS));
                int at = each.someStart();

                long room = each.fitting.room(each.part, 0, done, tick(at));

                assertThat(room)
                        .as("seed %s, %s done, at %s", seed, done, at)
                        .isEqualTo(each.q.repeated[0] ? room : each.slowRoom(done, at, -1));
                if (room < span - done) {
                    assertThat(each.fitting.retry).isGreaterThan(tick(at));
                }
            }
        }
    }

    @Test
    void whatFitsNowhereIsNeverFound() {
        CrowdedActivity each = new CrowdedActivity(1, false);
        each.q.units[each.q.firstPiece[0]] = 4 * ResourcePool.UNIT;

        assertThat(each.fitting.earliest(each.part, 0, tick(10), Network.AFTER)).isEqualTo(Network.AFTER);
        assertThat(each.fitting.earliestOf(each.part, 0, 0, tick(10))).isEqualTo(Network.AFTER);
        assertThat(each.fitting.latest(each.part, 0, tick(300), Network.BEFORE)).isEqualTo(Network.BEFORE);
    }

    @Test
    void whatAsksForTooMuchWithSeveralUsesIsFoundNowhereAndSoon() {
        for (int seed = 0; seed < CASES; seed++) {
            CrowdedActivity each = new CrowdedActivity(seed, false);
            if (each.q.repeated[0]) {
                Arrays.fill(each.q.units, 2 * ResourcePool.UNIT); // twice two of three

                assertThat(each.fitting.earliest(each.part, 0, tick(each.someStart()), Network.AFTER))
                        .isEqualTo(Network.AFTER);
                assertThat(each.fitting.latest(each.part, 0, tick(300), Network.BEFORE))
                        .isEqualTo(Network.BEFORE);
            }
        }
    }
}
