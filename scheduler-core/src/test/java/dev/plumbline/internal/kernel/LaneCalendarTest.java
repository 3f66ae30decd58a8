package dev.plumbline.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Shift;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.internal.calendar.CompiledCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables against a look at every tick, on windows that begin and end where it hurts. */
class LaneCalendarTest {

    private static final int DAY = 14_400;
    private static final int LANES = 400;

    /** The monday from which windows are counted: 5 January 2026. */
    private static final long ORIGIN = LocalDate.of(2026, 1, 5).toEpochDay() * DAY;

    enum Hours {
        OFFICE(WorkCalendar.standard()),
        NIGHTS(WorkCalendar.builder("nights")
                .everyDay(DayHours.of(shift(0, 6), Shift.of(LocalTime.of(22, 0), LocalTime.MIDNIGHT)))
                .build()),
        ONE_TICK(WorkCalendar.builder("one tick")
                .workdays(DayHours.of(
                        Shift.of(LocalTime.of(9, 0), LocalTime.of(9, 0, 6)),
                        Shift.of(LocalTime.of(9, 0, 12), LocalTime.of(9, 1))))
                .build()),
        MANY_BREAKS(WorkCalendar.builder("many breaks")
                .everyDay(DayHours.of(
                        shift(0, 1),
                        shift(2, 5),
                        shift(6, 7),
                        shift(8, 9),
                        shift(10, 11),
                        shift(12, 13),
                        shift(14, 23)))
                .build()),
        THURSDAYS(WorkCalendar.builder("thursdays")
                .everyDay(DayHours.OFF)
                .day(DayOfWeek.THURSDAY, DayHours.of(shift(7, 19)))
                .build()),
        ALWAYS(WorkCalendar.roundTheClock("always")),
        NEVER(WorkCalendar.builder("never").everyDay(DayHours.OFF).build());

        private final CompiledCalendar calendar;

        Hours(WorkCalendar calendar) {
            this.calendar = calendar.compiled();
        }
    }

    private static Shift shift(int from, int to) {
        return Shift.of(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }

    /** Every tick of a window and some around it: the ticks worked before each, and the first and last with as many. */
    private static final class Slow {

        private static final int AROUND = 3 * DAY;

        private final int low;
        private final int high;
        private final boolean[] worked;
        private final int[] sum;
        private final int[] first;
        private final int[] last;

        Slow(CompiledCalendar calendar, int low, int high) {
            this.low = low;
            this.high = high;
            worked = new boolean[high - low + 2 * AROUND];
            Arrays.fill(worked, 0, AROUND, true);
            Arrays.fill(worked, at(high + 1), worked.length, true);
            for (int day = Math.floorDiv(low, DAY); day * DAY < high; day++) {
                int[] hours = calendar.hoursOn(ORIGIN / DAY + day);
                for (int h = 0; h < hours.length; h += 2) {
                    int from = day * DAY + hours[h];
                    int to = day * DAY + hours[h + 1];
                    if (from >= low && to <= high) {
                        Arrays.fill(worked, at(from), at(to), true);
                    }
                }
            }
            sum = new int[worked.length + 1];
            first = new int[worked.length + 1];
            last = new int[worked.length + 1];
            for (int i = 0; i < worked.length; i++) {
                sum[i + 1] = sum[i] + (worked[i] ? 1 : 0);
                last[sum[i]] = i;
                first[sum[i + 1]] = worked[i] ? i + 1 : first[sum[i + 1]];
            }
        }

        private int at(int instant) {
            return instant - low + AROUND;
        }

        private int instant(int index) {
            return index + low - AROUND;
        }

        int work(int from, int to) {
            return sum[at(to)] - sum[at(from)];
        }

        int nextStart(int instant) {
            return instant(last[sum[at(instant)]]);
        }

        int previousFinish(int instant) {
            return instant(first[sum[at(instant)]]);
        }

        int add(int instant, int amount) {
            int work = sum[at(instant)] + amount;
            return amount == 0 ? instant : instant(amount > 0 ? first[work] : last[work]);
        }

        /** Beginnings and ends of work, the ends of the window, a tick before and after them, and others. */
        int any(Random random) {
            int instant = low + random.nextInt(high - low + 1);
            int near = switch (random.nextInt(5)) {
                case 0 -> nextStart(instant);
                case 1 -> previousFinish(instant);
                case 2 -> low;
                case 3 -> high;
                default -> instant;
            };
            return Math.max(low - 5, Math.min(high, near + random.nextInt(3) - 1));
        }

        int[] row(Random random) {
            return random.ints(LANES).map(i -> any(random)).toArray();
        }
    }

    private static int[] durations(Random random) {
        int[] usual = {1, 2, 2 * 600, 4 * 600, 6 * 600, 8 * 600, DAY - 1, DAY};
        return random.ints(LANES, 0, 2 * usual.length)
                .map(i -> i < usual.length ? usual[i] : 1 + random.nextInt(DAY))
                .toArray();
    }

    /** Windows whose ends are those of days and shifts, or lie next to them, or anywhere. */
    private static int[] window(Hours hours, Random random) {
        int low = (random.nextInt(6) - 3) * DAY + random.nextInt(24) * 600;
        int high = low + DAY + random.nextInt(hours == Hours.MANY_BREAKS ? 12 : 4) * DAY + random.nextInt(24) * 600;
        return new int[] {low + random.nextInt(3) - 1, high + random.nextInt(3) - 1};
    }

    private interface Check {

        void run(LaneCalendar calendar, Slow slow, Random random);
    }

    private static void onWindows(Hours hours, Check check) {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            int[] window = window(hours, random);
            check.run(
                    LaneCalendar.of(hours.calendar, ORIGIN, window[0], window[1]),
                    new Slow(hours.calendar, window[0], window[1]),
                    random);
        }
    }

    @ParameterizedTest
    @EnumSource(Hours.class)
    void singleStepsAreThoseOfTheCalendar(Hours hours) {
        onWindows(hours, (calendar, slow, random) -> {
            int[] row = slow.row(random);
            int[] amount = durations(random);
            for (int i = 0; i < LANES; i++) {
                int t = row[i];
                int other = row[LANES - 1 - i];
                assertThat(calendar.nextStart(t)).as("start after %s", t).isEqualTo(slow.nextStart(t));
                assertThat(calendar.previousFinish(t)).as("finish before %s", t).isEqualTo(slow.previousFinish(t));
                assertThat(calendar.isStart(t)).as("start at %s", t).isEqualTo(slow.nextStart(t) == t);
                assertThat(calendar.work(t, other))
                        .as("work from %s to %s", t, other)
                        .isEqualTo(slow.work(t, other));
                assertThat(calendar.add(t, 0)).isEqualTo(t);
                for (int a : new int[] {amount[i], -amount[i]}) {
                    assertThat(calendar.add(t, a)).as("%s and %s", t, a).isEqualTo(slow.add(t, a));
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Hours.class)
    void rowsAreSteppedLikeSingleInstants(Hours hours) {
        onWindows(hours, (calendar, slow, random) -> {
            int lanes = LANES - 1;
            int[] instant = slow.row(random);
            int[] bound = slow.row(random);
            int[] duration = durations(random);
            int[] start = new int[LANES];
            int[] finish = new int[LANES];

            calendar.place(instant, duration, start, finish, lanes);
            for (int i = 0; i < lanes; i++) {
                assertThat(start[i]).as("after %s", instant[i]).isEqualTo(slow.nextStart(instant[i]));
                assertThat(finish[i]).isEqualTo(slow.add(start[i], duration[i]));
            }
            assertThat(start[lanes] + finish[lanes]).as("past the last lane").isZero();

            int[] late = bound.clone();
            calendar.placeBack(late, start, duration, lanes);
            for (int i = 0; i < lanes; i++) {
                assertThat(late[i]).as("before %s", bound[i]).isEqualTo(slow.previousFinish(bound[i]));
                assertThat(start[i]).isEqualTo(slow.add(late[i], -duration[i]));
            }
            assertThat(late[lanes]).isEqualTo(bound[lanes]);
            assertThat(start[lanes]).isZero();

            for (int amount : new int[] {duration[0], -duration[1], 1, -1}) {
                int[] raised = bound.clone();
                int[] lowered = bound.clone();
                calendar.raise(raised, instant, amount, lanes);
                calendar.lower(lowered, instant, amount, lanes);
                for (int i = 0; i < lanes; i++) {
                    int moved = slow.add(instant[i], amount);
                    assertThat(raised[i]).isEqualTo(Math.max(bound[i], moved));
                    assertThat(lowered[i]).isEqualTo(Math.min(bound[i], moved));
                }
                assertThat(raised[lanes]).isEqualTo(bound[lanes]);
                assertThat(lowered[lanes]).isEqualTo(bound[lanes]);
            }

            int[] byStart = bound.clone();
            calendar.lowerByStart(byStart, instant, duration, lanes);
            for (int i = 0; i < lanes; i++) {
                int end = slow.add(slow.nextStart(instant[i]), duration[i]);
                assertThat(byStart[i]).isEqualTo(Math.min(bound[i], end));
            }
            assertThat(byStart[lanes]).isEqualTo(bound[lanes]);
        });
    }

    @ParameterizedTest
    @EnumSource(Hours.class)
    void aBoundOfTheFinishIsKeptWhereItDecides(Hours hours) {
        onWindows(hours, (calendar, slow, random) -> {
            int floor = slow.any(random);
            int[] bound = slow.row(random);
            int[] duration = durations(random);
            int[] demanded = slow.row(random);
            for (int i = 0; i < LANES; i++) {
                int from = i % 3 == 0 ? floor : bound[i];
                int close = slow.nextStart(slow.add(from, duration[i])); // leaves just the time that it takes
                demanded[i] = i % 4 < 3 && close <= slow.high ? close : demanded[i];
                bound[i] = i % 5 == 0 ? LaneCalendar.BEFORE : bound[i];
            }
            int[] start = new int[LANES];
            int[] finish = new int[LANES];

            calendar.place(bound, demanded, floor, duration, start, finish, LANES);

            for (int i = 0; i < LANES; i++) {
                int own = bound[i];
                int backward = slow.add(demanded[i], -duration[i]);
                boolean late = backward >= floor;
                int least = Math.max(own, late ? backward : floor);
                boolean drives = late && (own == LaneCalendar.BEFORE || slow.nextStart(own) < backward);
                int end = slow.add(slow.nextStart(least), duration[i]);
                boolean kept = drives && slow.nextStart(demanded[i]) == demanded[i];
                assertThat(start[i]).isEqualTo(slow.nextStart(least));
                assertThat(finish[i])
                        .as("after %s and %s by %s, not before %s", own, demanded[i], duration[i], floor)
                        .isEqualTo(kept ? demanded[i] : end);
            }
        });
    }

    @Test
    void whatLeavesTheWindowStaysOutside() {
        int[] off = {-50 * DAY, 50 * DAY}; // only thursdays are worked, so both ends are far from work
        LaneCalendar calendar = LaneCalendar.of(Hours.THURSDAYS.calendar, ORIGIN, -DAY, 5 * DAY);

        assertThat(calendar.previousFinish(2 * DAY)).isEqualTo(-DAY);
        assertThat(calendar.add(4 * DAY, 1)).isGreaterThan(5 * DAY);
        assertThat(calendar.add(2 * DAY, -1)).isLessThan(-DAY);
        assertThat(calendar.nextStart(off[0])).isEqualTo(off[0]);
        assertThat(calendar.previousFinish(off[0])).isEqualTo(off[0]);
        assertThat(calendar.nextStart(off[1])).isGreaterThan(5 * DAY);
        assertThat(calendar.add(off[1], 1)).isGreaterThan(5 * DAY);
        int[] start = new int[2];
        int[] finish = new int[2];
        calendar.place(new int[] {4 * DAY, off[1]}, new int[] {600, 600}, start, finish, 2);
        assertThat(start).containsExactly(5 * DAY + 1, off[1]);
        assertThat(finish).containsExactly(5 * DAY + 601, off[1] + 600);
    }

    /** On doubled working ticks the last bit says whether the instant is the beginning of work. */
    @Test
    void doubledTicksTellTheEndOfWorkFromTheBeginningOfTheNext() {
        LaneCalendar calendar = LaneCalendar.doubled();

        for (int work = -3; work <= 3; work++) {
            int end = 2 * work;
            int begin = end + 1;
            for (int t : new int[] {end, begin}) {
                assertThat(calendar.nextStart(t)).isEqualTo(begin);
                assertThat(calendar.previousFinish(t)).isEqualTo(end);
                assertThat(calendar.isStart(t)).isEqualTo(t == begin);
                assertThat(calendar.add(t, 0)).isEqualTo(t);
                assertThat(calendar.add(t, 5)).isEqualTo(end + 10);
                assertThat(calendar.add(t, -5)).isEqualTo(begin - 10);
                assertThat(calendar.work(1, t)).isEqualTo(work);
                int[] bound = {end, end + 30, end - 30, 7};
                calendar.raise(bound, new int[] {t, t, t, t}, 5, 3);
                assertThat(bound).containsExactly(end + 10, end + 30, end + 10, 7);
            }
        }
    }
}
