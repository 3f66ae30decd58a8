package dev.plumbline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Choices;
import dev.plumbline.internal.calendar.CompiledCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/**
 * The laws of calendar arithmetic, C01 to C09 by the comments, and its agreement with a walk over every single tick. C10 and C11 are
 * laws of whole networks (CalendarLawsTest).
 */
class CalendarArithmeticTest {

    private static final int DAYS = 40;
    private static final LocalDate FIRST = RandomCalendars.MIDDLE.minusDays(DAYS / 2);
    private static final long MIDNIGHT = Ticks.of(RandomCalendars.MIDDLE);
    private static final long WEEK = 7 * WorkTime.TICKS_PER_DAY;

    /** Enough choices for a calendar on two others, with exceptions. */
    private static final int CHOICES = 400;

    @Provide
    Arbitrary<Random> choices() {
        return Choices.of(CHOICES);
    }

    @Provide
    Arbitrary<WorkCalendar> weekly() {
        return Choices.of(CHOICES).map(choices -> new RandomCalendars(choices).weekly());
    }

    @Provide
    Arbitrary<CompiledCalendar> working() {
        return Choices.of(CHOICES).map(CalendarArithmeticTest::working);
    }

    @Provide
    Arbitrary<Long> instants() {
        long days = 100 * WorkTime.TICKS_PER_DAY;
        return Arbitraries.longs()
                .between(MIDNIGHT - days, MIDNIGHT + days)
                .withDistribution(RandomDistribution.uniform())
                .shrinkTowards(MIDNIGHT);
    }

    private static CompiledCalendar working(Random choices) {
        RandomCalendars random = new RandomCalendars(choices);
        for (int i = 0; i < 1_000; i++) {
            CompiledCalendar calendar = random.any().compiled();
            if (calendar.hasWorkingTime()
                    && calendar.add(MIDNIGHT, 60_000_000) != Long.MAX_VALUE
                    && calendar.add(MIDNIGHT, -60_000_000) != Long.MIN_VALUE) {
                return calendar;
            }
        }
        throw new AssertionError("no calendar works");
    }

    @Property(tries = 300)
    void agreesWithAWalkFromTickToTick(@ForAll("choices") Random choices, @ForAll @IntRange(max = 200_000) int amount) {
        RandomCalendars random = new RandomCalendars(choices);
        WorkCalendar calendar = random.any();
        SlowCalendar slow = SlowCalendar.of(calendar, FIRST, DAYS);

        assertAgrees(calendar.compiled(), slow, random, amount);
    }

    @Property(tries = 150)
    void anIntersectionWorksWhenBothDo(@ForAll("choices") Random choices, @ForAll @IntRange(max = 100_000) int amount) {
        RandomCalendars random = new RandomCalendars(choices);
        WorkCalendar one = random.any();
        WorkCalendar other = random.any();
        SlowCalendar slow = SlowCalendar.of(one, FIRST, DAYS).and(SlowCalendar.of(other, FIRST, DAYS));

        assertAgrees(one.compiled().intersect(other.compiled()), slow, random, amount);
        assertThat(other.compiled().intersect(one.compiled()).work(slow.firstTick(), slow.endTick()))
                .isEqualTo(slow.work(slow.firstTick(), slow.endTick()));
    }

    private static void assertAgrees(CompiledCalendar fast, SlowCalendar slow, RandomCalendars random, int amount) {
        for (int i = 0; i < 5; i++) {
            long from = random.tickNear(15);
            long to = random.tickNear(15);
            assertThat(fast.work(from, to)).as("work").isEqualTo(slow.work(from, to));
            assertSame("add", fast.add(from, amount), slow.add(from, amount), slow);
            assertSame("subtract", fast.add(from, -amount), slow.add(from, -amount), slow);
            assertSame("next start", fast.nextStart(from), slow.nextStart(from), slow);
            assertSame("previous finish", fast.previousFinish(from), slow.previousFinish(from), slow);
        }
    }

    /** What the walk did not find lies outside of its days, or nowhere. */
    private static void assertSame(String what, long fast, long slow, SlowCalendar days) {
        if (slow == Long.MAX_VALUE) {
            assertThat(fast).as(what).isGreaterThanOrEqualTo(days.endTick());
        } else if (slow == Long.MIN_VALUE) {
            assertThat(fast).as(what).isLessThanOrEqualTo(days.firstTick());
        } else {
            assertThat(fast).as(what).isEqualTo(slow);
        }
    }

    @Property(tries = 500)
    void theWorkUpToASumIsTheAmountAdded(
            @ForAll("working") CompiledCalendar calendar,
            @ForAll("instants") long from,
            @ForAll @LongRange(min = 1, max = 50_000_000) long amount) { // C01
        assertThat(calendar.work(from, calendar.add(from, amount))).isEqualTo(amount);
        assertThat(calendar.work(calendar.add(from, -amount), from)).isEqualTo(amount);
    }

    @Property(tries = 500)
    void addingTwiceIsAddingTheSum(
            @ForAll("working") CompiledCalendar calendar,
            @ForAll("instants") long from,
            @ForAll @LongRange(min = 1, max = 20_000_000) long one,
            @ForAll @LongRange(min = 1, max = 20_000_000) long other) { // C02
        assertThat(calendar.add(calendar.add(from, one), other)).isEqualTo(calendar.add(from, one + other));
        assertThat(calendar.add(calendar.add(from, -one), -other)).isEqualTo(calendar.add(from, -one - other));
    }

    @Property(tries = 500)
    void subtractingWhatWasAddedLeadsToTheNextStart(
            @ForAll("working") CompiledCalendar calendar,
            @ForAll("instants") long from,
            @ForAll @LongRange(min = 1, max = 20_000_000) long amount) { // C03
        assertThat(calendar.add(calendar.add(from, amount), -amount)).isEqualTo(calendar.nextStart(from));
        assertThat(calendar.add(calendar.add(from, -amount), amount)).isEqualTo(calendar.previousFinish(from));
    }

    @Property(tries = 500)
    void laterAndLongerNeverEndEarlier(
            @ForAll("working") CompiledCalendar calendar,
            @ForAll("instants") long from,
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long amount,
            @ForAll @LongRange(max = 100_000) long more) { // C04
        // add(t, 0) = t may lie before or after what a tick of work gives (1.4.3), so zero is left out
        if (amount != 0) {
            assertThat(calendar.add(from + more, amount)).isGreaterThanOrEqualTo(calendar.add(from, amount));
        }
        if (amount != 0 && amount + more != 0) {
            assertThat(calendar.add(from, amount + more)).isGreaterThanOrEqualTo(calendar.add(from, amount));
        }
    }

    @Property(tries = 300)
    void aCalendarThatWorksMoreNeverFinishesLater(
            @ForAll("working") CompiledCalendar more,
            @ForAll("working") CompiledCalendar other,
            @ForAll("instants") long from,
            @ForAll @LongRange(min = 1, max = 1_000_000) long amount) { // C05
        CompiledCalendar less = more.intersect(other);

        assertThat(more.add(from, amount)).isLessThanOrEqualTo(less.add(from, amount));
        assertThat(more.nextStart(from)).isLessThanOrEqualTo(less.nextStart(from));
        assertThat(more.work(from, from + amount)).isGreaterThanOrEqualTo(less.work(from, from + amount));
    }

    @Property(tries = 300)
    void aStartAWeekLaterFinishesAWeekLater(
            @ForAll("weekly") WorkCalendar weekly,
            @ForAll("instants") long from,
            @ForAll @IntRange(min = -5000, max = 5000) int weeks,
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long amount) { // C06
        CompiledCalendar calendar = weekly.compiled();

        assertThat(calendar.add(from + weeks * WEEK, amount)).isEqualTo(calendar.add(from, amount) + weeks * WEEK);
        assertThat(calendar.nextStart(from + weeks * WEEK)).isEqualTo(calendar.nextStart(from) + weeks * WEEK);
    }

    @Property(tries = 300)
    void exceptionsOutsideOfTheSpanChangeNothing(
            @ForAll("weekly") WorkCalendar plain,
            @ForAll("instants") long from,
            @ForAll @IntRange(max = 31) int days,
            @ForAll @LongRange(min = 1, max = 1_000_000) long amount) { // C07
        long finish = plain.compiled().add(from, amount);
        LocalDate before = Ticks.toDateTime(from).toLocalDate().minusDays(1);
        LocalDate after = Ticks.toDateTime(finish).toLocalDate().plusDays(1);

        WorkCalendar closed = plain.toBuilder()
                .exception(CalendarException.daysOff("before", before.minusDays(days), before))
                .exception(CalendarException.daysOff("after", after, after.plusDays(days)))
                .build();

        assertThat(closed.compiled().add(from, amount)).isEqualTo(finish);
        assertThat(closed.compiled().add(finish, -amount))
                .isEqualTo(plain.compiled().add(finish, -amount));
    }

    @Property(tries = 500)
    void workGoesOnBeforeAFinishAndAfterAStart(
            @ForAll("working") CompiledCalendar calendar,
            @ForAll("instants") long from,
            @ForAll @LongRange(min = 1, max = 20_000_000) long amount) { // C08
        long finish = calendar.add(from, amount);
        long start = calendar.add(from, -amount);
        long next = calendar.nextStart(from);
        long previous = calendar.previousFinish(from);

        assertThat(calendar.work(finish - 1, finish)).isEqualTo(1);
        assertThat(calendar.work(start, start + 1)).isEqualTo(1);
        assertThat(calendar.work(next, next + 1)).isEqualTo(1);
        assertThat(calendar.work(from, next)).isZero();
        assertThat(calendar.work(previous - 1, previous)).isEqualTo(1);
        assertThat(calendar.work(previous, from)).isZero();
    }

    @Property(tries = 300)
    void aPeriodEndsWhereWorkStopsOrAtMidnight(
            @ForAll("working") CompiledCalendar calendar, @ForAll("instants") long instant) {
        long worked = calendar.nextStart(instant);
        long midnight = (Math.floorDiv(worked, WorkTime.TICKS_PER_DAY) + 1) * WorkTime.TICKS_PER_DAY;

        long end = calendar.periodEnd(worked);

        if (calendar.isRoundTheClock()) {
            assertThat(end).isEqualTo(Long.MAX_VALUE);
        } else {
            assertThat(end).isGreaterThan(worked).isLessThanOrEqualTo(midnight);
            assertThat(calendar.work(worked, end)).isEqualTo(end - worked);
            int[] periods = calendar.hoursOn(Math.floorDiv(worked, WorkTime.TICKS_PER_DAY));
            assertThat((int) (end - midnight + WorkTime.TICKS_PER_DAY)).isIn(ends(periods));
        }
    }

    private static List<Integer> ends(int[] periods) {
        return IntStream.range(0, periods.length / 2)
                .mapToObj(i -> periods[2 * i + 1])
                .toList();
    }

    @Property(tries = 200)
    void roundTheClockIsNoCalendar(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long from,
            @ForAll int amount) { // C09
        CompiledCalendar always = WorkCalendar.roundTheClock("24").compiled();

        assertThat(always.add(from, amount)).isEqualTo(from + amount);
        assertThat(always.work(from, from + amount)).isEqualTo(amount);
        assertThat(always.nextStart(from)).isEqualTo(from);
        assertThat(always.previousFinish(from)).isEqualTo(from);
    }
}
