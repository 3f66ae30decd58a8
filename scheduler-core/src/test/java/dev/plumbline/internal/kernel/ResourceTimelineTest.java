package dev.plumbline.internal.kernel;

import static dev.plumbline.internal.kernel.HourAxis.HOURS;
import static dev.plumbline.internal.kernel.HourAxis.hour;
import static dev.plumbline.internal.kernel.HourAxis.tick;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is free of a resource, against arrays with a place for each hour. */
class ResourceTimelineTest {

    private static final int QUESTIONS = 12;

    private static final class Case {

        final Random random;
        final SlowTimeline slow;
        final ResourceTimeline fast;
        final int kinds;
        final boolean[] cut = new boolean[HOURS];

        Case(long seed, int kinds) {
            this.random = new Random(seed);
            this.kinds = kinds;
            this.slow = new SlowTimeline(HourAxis.calendars(random, kinds));
            int changes = random.nextInt(4);
            long[] from = new long[changes + 1];
            long[] units = new long[changes + 1];
            int at = 0;
            for (int i = 0; i <= changes; i++) {
                from[i] = i == 0 ? Long.MIN_VALUE : tick(at);
                units[i] = random.nextInt(5);
                Arrays.fill(slow.capacity, at, HOURS, units[i]);
                cut[at] = true;
                at += 100 + random.nextInt(100);
            }
            this.fast = new ResourceTimeline(slow.calendars, new SharedTime(tick(0)), from.clone(), units.clone());
            for (int i = random.nextInt(14); i > 0; i--) {
                book(random.nextInt(kinds), 50 + random.nextInt(450), random.nextInt(80), 1 + random.nextInt(2));
            }
        }

        void book(int kind, int from, int length, int units) {
            slow.book(kind, from, from + length, units);
            fast.book(kind, tick(from), tick(from + length), units);
            cut[from] = true;
            cut[from + length] = true;
            if (random.nextInt(4) == 0) { // part of it is given back
                int end = from + random.nextInt(length + 1);
                slow.book(kind, from, end, -units);
                fast.book(kind, tick(from), tick(end), -units);
                cut[end] = true;
            }
        }

        void exceed(int percent) {
            slow.extraPercent = percent;
            fast.exceed(percent);
        }

        void askForward() {
            int kind = random.nextInt(kinds);
            int units = random.nextInt(5);
            int length = 1 + random.nextInt(random.nextBoolean() ? 8 : 40);
            int from = slow.nextWorked(kind, random.nextInt(500));
            int to = slow.end(kind, from, length);
            if (to > HOURS) {
                return;
            }

            long answer = fast.test(kind, units, tick(from), tick(to));

            int conflict = slow.firstConflict(kind, units, from, to);
            assertThat(answer == ResourceTimeline.FITS).isEqualTo(conflict == to);
            if (conflict < to) {
                assertThat(hour(fast.conflictAt())).isEqualTo(conflict);
                int retry = answer == ResourceTimeline.NEVER ? HOURS : hour(answer);
                assertThat(retry).isGreaterThan(conflict);
                assertThat(retry < HOURS && slow.isTakenByItsOwn(kind, units, retry))
                        .isFalse();
                for (int start = from + 1; start < retry; start++) {
                    assertThat(slow.starts(kind, units, start, length))
                            .as("start at %s instead of %s, retry %s", start, from, retry)
                            .isFalse();
                }
                assertThat(kinds > 2 || leapsFarEnough(kind, units, conflict, retry, length))
                        .as("retry %s after %s", retry, conflict)
                        .isTrue();
            }
        }

        /** Whether a pause of the other calendar that is tried is long enough, or lasts until something else changes. */
        private boolean leapsFarEnough(int kind, int units, int conflict, int retry, int length) {
            int worked = 0;
            for (int hour = conflict + 1; hour < HOURS && !cut[hour]; hour++) {
                boolean tooMuch = slow.isTooMuch(kind, units, hour);
                if (hour >= retry && tooMuch) {
                    return worked >= length;
                }
                worked += hour >= retry && slow.worked[kind][hour] ? 1 : 0;
            }
            return true;
        }

        void askBackward() {
            int kind = random.nextInt(kinds);
            int units = random.nextInt(5);
            int length = 1 + random.nextInt(random.nextBoolean() ? 8 : 40);
            int from = slow.nextWorked(kind, random.nextInt(700));
            int to = slow.end(kind, from, length);
            if (to > HOURS) {
                return;
            }

            long answer = fast.testBackward(kind, units, tick(from), tick(to));

            assertThat(answer == ResourceTimeline.FITS).isEqualTo(slow.fits(kind, units, from, to));
            if (answer != ResourceTimeline.FITS) {
                int conflict = hour(fast.conflictAt());
                assertThat(conflict).isBetween(from, to - 1);
                assertThat(slow.isTooMuch(kind, units, conflict)).isTrue();
                int retry = answer == ResourceTimeline.NEVER ? 0 : hour(answer);
                assertThat(retry).isLessThanOrEqualTo(conflict);
                if (slow.isTakenByItsOwn(kind, units, conflict)) {
                    assertThat(retry > 0 && slow.isTakenByItsOwn(kind, units, retry - 1))
                            .isFalse();
                } else {
                    assertThat(retry).isEqualTo(conflict);
                }
                for (int start = 0; start < from; start++) {
                    boolean between = slow.end(kind, start, length) > retry;
                    assertThat(between && slow.starts(kind, units, start, length))
                            .as("start at %s instead of %s, retry %s", start, from, retry)
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} calendars")
    @ValueSource(ints = {1, 2, 3, 4})
    void aSearchForwardFindsEveryConflictAndLeapsOverNoStartThatFits(int kinds) {
        for (int seed = 0; seed < 150; seed++) {
            Case each = new Case(seed, kinds);
            for (int i = 0; i < QUESTIONS; i++) {
                each.askForward();
            }
        }
    }

    @ParameterizedTest(name = "{0} calendars")
    @ValueSource(ints = {1, 2, 3, 4})
    void aSearchBackwardFindsEveryConflictAndLeapsOverNoFinishThatFits(int kinds) {
        for (int seed = 0; seed < 150; seed++) {
            Case each = new Case(seed, kinds);
            for (int i = 0; i < QUESTIONS; i++) {
                each.askBackward();
            }
        }
    }

    @ParameterizedTest(name = "{0} calendars")
    @ValueSource(ints = {1, 2, 4})
    void someMoreThanTheCapacityMayBeAllowedForAWhile(int kinds) {
        for (int seed = 0; seed < 100; seed++) {
            Case each = new Case(seed, kinds);
            each.exceed(50);
            for (int i = 0; i < QUESTIONS / 2; i++) {
                each.askForward();
                each.askBackward();
            }
            each.exceed(0);
            each.askForward();
        }
    }

    @ParameterizedTest(name = "{0} calendars")
    @ValueSource(ints = {256, 300})
    void soManyCalendarsThatNoTableOfPairsIsKeptGiveTheSameAnswers(int kinds) {
        for (int seed = 0; seed < 6; seed++) {
            Case each = new Case(seed, kinds);
            for (int i = 0; i < 6; i++) {
                each.book(random(each), 100, 300, 1);
            }
            for (int i = 0; i < QUESTIONS; i++) {
                each.askForward();
                each.askBackward();
            }
        }
    }

    private static int random(Case each) {
        return each.random.nextInt(each.kinds);
    }
}
