package dev.plumbline.internal.kernel;

import static dev.plumbline.internal.kernel.HourAxis.HOURS;
import static dev.plumbline.internal.kernel.HourAxis.TICKS;
import static dev.plumbline.internal.kernel.HourAxis.hour;
import static dev.plumbline.internal.kernel.HourAxis.tick;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.Placement;
import dev.plumbline.internal.network.Requirements;
import dev.plumbline.internal.network.ResourcePool;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Where an activity, one of its uses or the rest of it fits, against a trial of every hour. */
class OpeningsTest {

    private static final int CASES = 150;

    /** The first hour from one on in which a use alone can begin. */
    private static int slowStartOf(CrowdedActivity each, int u, int from) {
        Requirements q = each.q;
        int p = q.firstPiece[u];
        int start = from;
        while (q.calendar[u].nextStart(tick(start)) != tick(start)
                || !each.slow[q.resource[u]].fits(
                        q.calendarNumber[u],
                        q.units[p],
                        hour(q.from(0, u, p, tick(start))),
                        hour(q.to(0, u, p, tick(start))))) {
            start++;
        }
        return start;
    }

    private static int firstUseHour(CrowdedActivity each, int u) {
        return hour(each.q.calendar[u].nextStart(tick(each.someStart())));
    }

    @Test
    void forOneResourceOnlyItCounts() {
        for (int seed = 0; seed < CASES; seed++) {
            CrowdedActivity each = new CrowdedActivity(seed, true);
            if (!each.part.uses(0)) {
                continue; // the assignment would begin when the activity is done
            }
            int r = each.q.resource[0];
            int from = each.someStart();
            int fromOf = firstUseHour(each, 0);

            long all = Openings.freeStart(each.part, each.timelines[r], r, 0, tick(from));
            long alone = Openings.freeStartOf(each.part, each.timelines[r], r, 0, tick(fromOf));

            assertThat(hour(alone)).as("seed %s", seed).isEqualTo(slowStartOf(each, 0, fromOf));
            for (int other = 0; other < each.slow.length; other++) {
                Arrays.fill(each.slow[other].capacity, (other == r ? 3 : 1000) * ResourcePool.UNIT);
            }
            assertThat(all).as("seed %s", seed).isEqualTo(each.slowEarliest(from, HOURS));
        }
    }

    @Test
    void aResourceThatIsNotUsedHasNoOpening() {
        CrowdedActivity each = new CrowdedActivity(1, false);

        assertThat(Openings.freeStartOf(each.part, each.timelines[0], 5, 0, tick(100)))
                .isEqualTo(Network.AFTER);
    }

    @Test
    void anActivityThatPausesGoesOnWhereALeastPieceHasRoom() {
        for (int seed = 0; seed < CASES; seed++) {
            CrowdedActivity each = new CrowdedActivity(seed, false);
            int r = each.q.resource[0];
            each.part.leastPiece = (1 + seed % 3) * TICKS;
            int start = each.someStart();
            int pause = hour(each.g.calendar[0].add(tick(start), each.random.nextInt(6) * TICKS));

            long at = Openings.resume(each.part, each.timelines[r], r, 0, tick(start), tick(pause));

            long done = each.g.calendar[0].work(tick(start), tick(pause));
            long rest = each.g.span[0] - done;
            if (done < each.part.leastPiece || rest < each.part.leastPiece) {
                assertThat(at).as("seed %s", seed).isEqualTo(Network.AFTER);
                continue;
            }
            int expected = pause;
            while (each.g.nextStart(0, tick(expected)) != tick(expected)
                    || each.slowRoom(done, expected, r) < Math.min(rest, each.part.leastPiece)) {
                expected++;
            }
            assertThat(hour(at)).as("seed %s", seed).isEqualTo(expected);
        }
    }

    @Test
    void aPauseNeedsWorkBeforeAndBehindIt() {
        CrowdedActivity each = new CrowdedActivity(2, false);
        int r = each.q.resource[0];
        int start = hour(each.g.nextStart(0, tick(400)));
        each.part.leastPiece = 0;

        assertThat(Openings.resume(each.part, each.timelines[r], r, 0, tick(start), tick(start)))
                .isEqualTo(Network.AFTER);
        assertThat(Openings.resume(each.part, each.timelines[r], r, 0, tick(start), tick(start - 1)))
                .isEqualTo(Network.AFTER);
    }

    @Test
    void usesThatBeginOneByOneEachWaitForTheirOwnResource() {
        int applied = 0;
        for (int seed = 0; seed < CASES; seed++) {
            CrowdedActivity each = new CrowdedActivity(seed, false);
            Requirements q = each.q;
            if (q.repeated[0] || !each.part.uses(0)) {
                continue;
            }
            int from = each.someStart();
            int first = HOURS;
            int last = 0;
            int[] starts = new int[q.firstUse[1]];
            for (int u = 0; u < starts.length; u++) {
                starts[u] = slowStartOf(each, u, from);
                first = Math.min(first, starts[u]);
                last = Math.max(last, hour(q.to(0, u, q.firstPiece[u], tick(starts[u]))));
            }
            int limit = last + seed % 3 - 1;
            each.part.latestFinish[0] = tick(last + (seed / 3) % 3 - 1);
            each.part.latestStart[0] = tick(first + (seed / 9) % 3 - 1);
            boolean late =
                    limit < last || each.part.latestFinish[0] < tick(last) || each.part.latestStart[0] < tick(first);

            long start = Separation.apply(each.part, each.fitting, 0, tick(from), tick(limit));

            assertThat(start).as("seed %s", seed).isEqualTo(late ? Network.AFTER : tick(first));
            for (int u = 0; u < starts.length; u++) {
                assertThat(q.shift[u]).as("seed %s", seed).isEqualTo(late ? 0 : (starts[u] - first) * TICKS);
            }
            Placement placement = each.g.placement[0];
            assertThat(placement != null).isEqualTo(!late);
            if (placement != null) {
                assertThat(placement.finish(start)).isEqualTo(tick(last));
                applied++;
            }
        }
        assertThat(applied).isGreaterThan(10);
    }
}
