package dev.plumbline.internal.kernel;

import static dev.plumbline.internal.kernel.HourAxis.HOURS;
import static dev.plumbline.internal.kernel.HourAxis.TICKS;
import static dev.plumbline.internal.kernel.HourAxis.hour;
import static dev.plumbline.internal.kernel.HourAxis.tick;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.Requirements;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Activities in pieces, against a trial of every hour. */
class SplitterTest {

    private static final int CASES = 150;

    /** An activity that is laid out hour by hour. */
    private static final class Slow {

        final List<Long> at = new ArrayList<>();
        final List<Long> length = new ArrayList<>();
        long start = Network.AFTER;
        long finish;

        boolean split(CrowdedActivity each, int from, int limit) {
            long span = each.g.span[0];
            long least = each.part.leastPiece;
            long done = 0;
            for (int hour = from; hour < limit && done < span; hour++) {
                if (each.g.nextStart(0, tick(hour)) != tick(hour) || done > 0 && tick(hour) < finish) {
                    continue;
                }
                long left = span - done;
                long room = each.slowRoom(done, hour, -1);
                long piece = room >= left ? left : Math.min(room, left - least);
                if (piece < left && piece < least || done == 0 && piece <= firstWork(each)) {
                    continue;
                }
                if (done == 0) {
                    start = tick(hour);
                } else if (each.g.calendar[0].work(finish, tick(hour)) > 0) {
                    at.add(done);
                    length.add(each.g.calendar[0].work(finish, tick(hour)));
                }
                done += piece;
                finish = each.g.calendar[0].add(tick(hour), piece);
            }
            return done == span && finish < tick(limit);
        }

        /** The work before the first assignment begins: a piece without anybody is none. */
        private static long firstWork(CrowdedActivity each) {
            Requirements q = each.q;
            long first = Long.MAX_VALUE;
            for (int u = q.firstUse[0]; u < q.firstUse[1]; u++) {
                first = Math.min(first, q.begin[q.firstPiece[u]]);
            }
            return first;
        }
    }

    @ParameterizedTest(name = "pieces of {0} hours at least")
    @ValueSource(ints = {1, 2, 5})
    void workIsDoneWheneverThereIsRoomForALeastPieceAndLeavesNoShorterOne(int least) {
        for (int seed = 0; seed < CASES; seed++) {
            CrowdedActivity each = new CrowdedActivity(seed, false);
            each.part.leastPiece = least * TICKS;
            int from = each.someStart();
            int limit = seed % 3 == 0 ? from + 20 + each.random.nextInt(100) : HOURS - 200;
            if (each.q.repeated[0] || each.g.span[0] < 2 * each.part.leastPiece) {
                continue;
            }
            Slow slow = new Slow();
            Splitter splitter = new Splitter(each.fitting);

            boolean done = splitter.split(each.part, 0, tick(from), tick(limit));

            assertThat(done).as("seed %s", seed).isEqualTo(slow.split(each, from, limit));
            if (done) {
                Gaps gaps = splitter.gaps();
                assertThat(hour(splitter.start)).as("seed %s", seed).isEqualTo(hour(slow.start));
                assertThat(splitter.finish).as("seed %s", seed).isEqualTo(slow.finish);
                assertThat(gaps.at()).as("seed %s", seed).containsExactly(slow.at.toArray(Long[]::new));
                assertThat(gaps.length()).as("seed %s", seed).containsExactly(slow.length.toArray(Long[]::new));
                for (int i = 0; i < gaps.at().length; i++) {
                    SlowTimeline timeline = each.slow[gaps.resource()[i]];
                    assertThat(timeline.isTooMuch(0, each.q.units[0], hour(gaps.conflict()[i])))
                            .as("what made gap %s", i)
                            .isTrue();
                }
            }
        }
    }
}
