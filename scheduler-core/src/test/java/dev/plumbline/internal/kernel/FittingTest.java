package dev.plumbline.internal.kernel;

import static dev.plumbline.internal.kernel.HourAxis.HOURS;
import static dev.plumbline.internal.kernel.HourAxis.hour;
import static dev.plumbline.internal.kernel.HourAxis.tick;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.internal.network.RequirementCompiler;
import dev.plumbline.internal.network.Requirements;
import dev.plumbline.internal.network.ResourcePool;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Resource;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When an activity fits among what is booked, against a trial of every hour. */
class FittingTest {

    private static final int CASES = 120;

    /** An activity with some assignments, and resources of which others have taken their share. */
    private static final class Case {

        final Random random;
        final ResourcePool pool = new ResourcePool();
        final LevellerPart part;
        final Network g;
        final Requirements q;
        final SlowTimeline[] slow;
        final Fitting fitting;

        Case(long seed, boolean ownCalendars) {
            this.random = new Random(seed);
            Project project = project(ownCalendars);
            this.g = NetworkCompiler.compile(project);
            this.q = RequirementCompiler.compile(project, g, pool, false);
            Times times = new Times(g);
            Passes.run(g, true, false, times);
            this.part = new LevellerPart(g, q, true, times);
            this.slow = new SlowTimeline[pool.size()];
            ResourceTimeline[] timelines = new ResourceTimeline[slow.length];
            for (int r = 0; r < slow.length; r++) {
                slow[r] = new SlowTimeline(pool.useCalendars(r));
                Arrays.fill(slow[r].capacity, 3 * ResourcePool.UNIT);
                timelines[r] = new ResourceTimeline(
                        pool.useCalendars(r), new SharedTime(g.start), new long[] {Long.MIN_VALUE}, new long[] {
                            3 * ResourcePool.UNIT
                        });
                for (int i = kinds(r) == 0 ? 0 : random.nextInt(7); i > 0; i--) {
                    int kind = random.nextInt(kinds(r));
                    int from = 100 + random.nextInt(330);
                    int to = from + random.nextInt(50);
                    long units = (1 + random.nextInt(3)) * ResourcePool.UNIT;
                    slow[r].book(kind, from, to, units);
                    timelines[r].book(kind, tick(from), tick(to), units);
                }
            }
            this.fitting = new Fitting(timelines);
        }

        /** How many calendars the resource is used on. */
        private int kinds(int r) {
            return slow[r].calendars.length;
        }

        private Project project(boolean ownCalendars) {
            ProjectBuilder builder = Project.builder("plan")
                    .start(Ticks.toDateTime(tick(8)))
                    .calendar(WorkCalendar.standard())
                    .addCalendar(WorkCalendar.weekdays("late", LocalTime.of(10, 0), LocalTime.of(20, 0)))
                    .activity("A", "A", WorkTime.hours(4 + random.nextInt(20)));
            for (int r = 0; r < 3; r++) {
                boolean late = ownCalendars && random.nextBoolean();
                builder.add(Resource.builder("r" + r, "r" + r)
                        .maxUnits(3)
                        .calendar(late ? "late" : null)
                        .build());
            }
            int later = random.nextInt(3);
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                int r = random.nextInt(3);
                builder.add(Assignment.builder("x" + i, "A", "r" + r)
                        .units(1 + random.nextInt(2))
                        .delay(WorkTime.hours(r * later))
                        .build());
            }
            return builder.build();
        }

        /** Whether all pieces find room beside what is booked and beside each other. */
        boolean fits(long start) {
            boolean fits = true;
            for (int u = q.firstUse[0]; u < q.firstUse[1]; u++) {
                for (int p = q.firstPiece[u]; p < q.endPiece[u]; p++) {
                    int from = hour(q.from(0, u, p, start));
                    int to = hour(q.to(0, u, p, start));
                    fits &= to <= HOURS && slow[q.resource[u]].fits(q.calendarNumber[u], q.units[p], from, to);
                    slow[q.resource[u]].book(q.calendarNumber[u], from, Math.min(to, HOURS), q.units[p]);
                }
            }
            forget(start);
            return fits;
        }

        private void forget(long start) {
            for (int u = q.firstUse[0]; u < q.firstUse[1]; u++) {
                for (int p = q.firstPiece[u]; p < q.endPiece[u]; p++) {
                    int to = Math.min(hour(q.to(0, u, p, start)), HOURS);
                    slow[q.resource[u]].book(q.calendarNumber[u], hour(q.from(0, u, p, start)), to, -q.units[p]);
                }
            }
        }

        long slowEarliest(int from, int limit) {
            for (int start = from; start <= Math.min(limit, HOURS - 200); start++) {
                if (g.nextStart(0, tick(start)) == tick(start) && fits(tick(start))) {
                    return tick(start);
                }
            }
            return Network.AFTER;
        }

        long slowLatest(int to, int limit) {
            for (int finish = to; finish > 0; finish--) {
                boolean end = g.previousFinish(0, tick(finish)) == tick(finish);
                long start = g.startFrom(0, tick(finish));
                if (start < tick(limit)) {
                    return Network.BEFORE;
                }
                if (end && fits(start)) {
                    return tick(finish);
                }
            }
            return Network.BEFORE;
        }

        int someStart() {
            return hour(g.nextStart(0, tick(50 + random.nextInt(350))));
        }
    }

    @Test
    void theEarliestStartIsTheFirstWithRoomForAllPieces() {
        for (int seed = 0; seed < CASES; seed++) {
            Case each = new Case(seed, seed % 2 == 0);
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
            Case each = new Case(seed, false);
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
            Case each = new Case(seed, false);
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
            Case each = new Case(seed, true);
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
            Case each = new Case(seed, false);
            long span = each.g.span[0];
            for (int i = 0; i < 4; i++) {
                long done = HourAxis.TICKS * each.random.nextInt((int) (span / HourAxis.TICKS));
                int at = each.someStart();

                long room = each.fitting.room(each.part, 0, done, tick(at));

                assertThat(room)
                        .as("seed %s, %s done, at %s", seed, done, at)
                        .isEqualTo(each.q.repeated[0] ? room : slowRoom(each, done, at));
                if (room < span - done) {
                    assertThat(each.fitting.retry).isGreaterThan(tick(at));
                }
            }
        }
    }

    /** Hour by hour: the work that is done in each goes on until one of the uses finds too little. */
    private static long slowRoom(Case each, long done, int at) {
        Requirements q = each.q;
        long work = done;
        for (int hour = at; work < each.g.span[0]; hour++) {
            if (each.g.calendar[0].work(tick(hour), tick(hour + 1)) == 0) {
                continue;
            }
            for (int u = q.firstUse[0]; u < q.firstUse[1]; u++) {
                int p = q.firstPiece[u];
                boolean busy = q.begin[p] <= work && work < q.end[p];
                if (busy && each.slow[q.resource[u]].isTooMuch(q.calendarNumber[u], q.units[p], hour)) {
                    return work - done;
                }
            }
            work += HourAxis.TICKS;
        }
        return each.g.span[0] - done;
    }

    @Test
    void whatFitsNowhereIsNeverFound() {
        Case each = new Case(1, false);
        each.q.units[each.q.firstPiece[0]] = 4 * ResourcePool.UNIT;

        assertThat(each.fitting.earliest(each.part, 0, tick(10), Network.AFTER)).isEqualTo(Network.AFTER);
        assertThat(each.fitting.earliestOf(each.part, 0, 0, tick(10))).isEqualTo(Network.AFTER);
        assertThat(each.fitting.latest(each.part, 0, tick(300), Network.BEFORE)).isEqualTo(Network.BEFORE);
    }
}
