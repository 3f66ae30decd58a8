package dev.plumbline.internal.kernel;

import static dev.plumbline.internal.kernel.HourAxis.HOURS;
import static dev.plumbline.internal.kernel.HourAxis.TICKS;
import static dev.plumbline.internal.kernel.HourAxis.tick;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.internal.calendar.CompiledCalendar;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is booked of a resource, against arrays with a place for each hour. */
class UsageProfileTest {

    private static final int CASES = 60;

    /** The same bookings hour by hour. */
    private static final class Case {

        final Random random;
        final boolean[][] worked;
        final long[][] used;
        final UsageProfile fast;

        Case(long seed, int kinds) {
            this.random = new Random(seed);
            CompiledCalendar[] calendars = HourAxis.calendars(random, kinds);
            this.worked = Arrays.stream(calendars).map(HourAxis::worked).toArray(boolean[][]::new);
            this.used = new long[kinds][HOURS];
            this.fast = new UsageProfile(calendars, new SharedTime(tick(0)));
            for (int i = random.nextInt(12); i > 0; i--) {
                int from = 50 + random.nextInt(300);
                book(random.nextInt(kinds), from, from + random.nextInt(90), 1 + random.nextInt(3));
            }
        }

        void book(int kind, int from, int to, long units) {
            fast.book(kind, tick(from), tick(to), units);
            Arrays.setAll(used[kind], hour -> used[kind][hour] + (from <= hour && hour < to ? units : 0));
        }

        long demand(int hour) {
            long sum = 0;
            for (int k = 0; k < used.length; k++) {
                sum += worked[k][hour] ? used[k][hour] : 0;
            }
            return sum;
        }

        double moment() {
            double sum = 0;
            for (int hour = 0; hour < HOURS; hour++) {
                sum += (double) demand(hour) * demand(hour) * TICKS;
            }
            return sum;
        }

        /** The most that is asked in the hours of a calendar from one to another; 0 if there are none. */
        long peak(int kind, int from, int to) {
            long most = 0;
            for (int hour = from; hour < to; hour++) {
                most = worked[kind][hour] ? Math.max(most, demand(hour)) : most;
            }
            return most;
        }

        boolean works(int kind, int from, int to) {
            for (int hour = from; hour < to; hour++) {
                if (worked[kind][hour]) {
                    return true;
                }
            }
            return false;
        }
    }

    @ParameterizedTest(name = "{0} calendars")
    @ValueSource(ints = {1, 2, 3, 4})
    void theMomentIsTheSumOfTheSquaredDemandOfAllHours(int kinds) {
        for (int seed = 0; seed < CASES; seed++) {
            Case each = new Case(seed, kinds);

            assertThat(each.fast.moment()).as("seed %s", seed).isEqualTo(each.moment());
        }
    }

    @ParameterizedTest(name = "{0} calendars")
    @ValueSource(ints = {1, 2, 3, 4})
    void whatABookingAddsIsWhatTheMomentRises(int kinds) {
        for (int seed = 0; seed < CASES; seed++) {
            Case each = new Case(seed, kinds);
            int kind = each.random.nextInt(kinds);
            int from = each.random.nextInt(300);
            int to = from + each.random.nextInt(150);
            long units = 1 + each.random.nextInt(3);

            double added = each.fast.added(kind, tick(from), tick(to), units);

            double before = each.moment();
            each.book(kind, from, to, units);
            assertThat(added).as("seed %s", seed).isEqualTo(each.moment() - before);
            each.book(kind, from, to, -units);
            assertThat(each.fast.moment()).isEqualTo(before);
        }
    }

    @ParameterizedTest(name = "{0} calendars")
    @ValueSource(ints = {1, 2})
    void aBookingFitsIfDemandStaysWithinTheLimitInAllItsHours(int kinds) {
        for (int seed = 0; seed < CASES; seed++) {
            Case each = new Case(seed, kinds);
            for (int i = 0; i < 10; i++) {
                int kind = each.random.nextInt(kinds);
                int from = each.random.nextInt(350);
                int to = from + 1 + each.random.nextInt(i < 7 ? 8 : 60);
                long units = each.random.nextInt(4);
                long limit = each.random.nextInt(9);

                boolean fits = each.fast.fits(kind, tick(from), tick(to), units, limit);

                boolean within = !each.works(kind, from, to) || each.peak(kind, from, to) + units <= limit;
                assertThat(fits).as("seed %s, question %s", seed, i).isEqualTo(within);
            }
        }
    }

    @ParameterizedTest(name = "{0} calendars")
    @ValueSource(ints = {3, 4})
    void whereSeveralCalendarsMeetWhatFitsNeverBreaksTheLimit(int kinds) {
        for (int seed = 0; seed < CASES; seed++) {
            Case each = new Case(seed, kinds);
            for (int i = 0; i < 10; i++) {
                int kind = each.random.nextInt(kinds);
                int from = each.random.nextInt(350);
                int to = from + 1 + each.random.nextInt(60);
                long units = each.random.nextInt(4);
                long limit = each.random.nextInt(12);
                long all = units; // even if all of them met
                for (long[] one : each.used) {
                    all += Arrays.stream(one, from, to).max().getAsLong();
                }

                boolean fits = each.fast.fits(kind, tick(from), tick(to), units, limit);

                boolean within = !each.works(kind, from, to) || each.peak(kind, from, to) + units <= limit;
                assertThat(fits && !within).as("seed %s, question %s", seed, i).isFalse();
                assertThat(fits || all > limit)
                        .as("seed %s, question %s", seed, i)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest(name = "{0} calendars")
    @ValueSource(ints = {1, 2})
    void demandIsWithinALimitIfNoHourIsAboveIt(int kinds) {
        for (int seed = 0; seed < CASES; seed++) {
            Case each = new Case(seed, kinds);
            long peak = 0;
            for (int k = 0; k < kinds; k++) {
                peak = Math.max(peak, each.peak(k, 0, HOURS));
            }

            assertThat(each.fast.isWithin(peak)).as("seed %s", seed).isTrue();
            assertThat(each.fast.isWithin(peak - 1)).as("seed %s", seed).isEqualTo(peak == 0);
        }
    }

    @ParameterizedTest(name = "{0} calendars")
    @ValueSource(ints = {1, 2, 3})
    void instantsAtWhichNothingChangesAreForgottenAndNothingElse(int kinds) {
        for (int seed = 0; seed < CASES; seed++) {
            Case each = new Case(seed, kinds);
            each.book(0, 120, 200, 7);
            each.book(0, 150, 180, -7);
            each.book(0, 120, 150, -7);

            each.fast.compact();

            assertThat(each.fast.moment()).isEqualTo(each.moment());
            int[] changes = changes(each);
            assertThat(each.fast.changes()).as("seed %s", seed).isEqualTo(changes.length);
            for (int i = 0; i < changes.length; i++) {
                assertThat(each.fast.change(i)).isEqualTo(tick(changes[i]));
            }
            for (int hour = 0; hour < HOURS; hour += 3) {
                int first = Arrays.binarySearch(changes, hour);
                assertThat(each.fast.firstChange(tick(hour))).isEqualTo(first >= 0 ? first : -first - 1);
            }
        }
    }

    /** The hours with which what is booked of some calendar changes. */
    private static int[] changes(Case each) {
        return IntStream.range(1, HOURS)
                .filter(hour -> Arrays.stream(each.used).anyMatch(one -> one[hour] != one[hour - 1]))
                .toArray();
    }

    @Test
    void nothingIsBookedWhereTheEndIsNotBehindTheBeginning() {
        UsageProfile profile = new UsageProfile(new CompiledCalendar[] {HourAxis.always()}, new SharedTime(tick(0)));

        profile.book(0, tick(5), tick(5), 1);
        profile.book(0, tick(5), tick(4), 1);

        assertThat(profile.changes()).isZero();
        assertThat(profile.moment()).isZero();
        assertThat(profile.isWithin(0)).isTrue();
    }
}
