package dev.plumbline.cpm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.Net.Link;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Networks on random calendars of whole hours, judged by a calendar that is walked hour by hour: C05 and C09 to C11, by the comments. */
@Domain(Nets.class)
@Domain(DomainContext.Global.class)
class CalendarLawsTest {

    private static final int TRIES = 150;

    @Provide
    Arbitrary<HourCalendar> calendars() {
        Arbitrary<BitSet> days = Combinators.combine(
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 127))
                .as((from, length, pause, weekdays) -> {
                    BitSet week = new BitSet();
                    for (int d = 0; d < 7; d++) {
                        if ((weekdays >> d & 1) == 1) {
                            week.set(d * 24 + from, d * 24 + from + length);
                            week.set(d * 24 + from + length + pause, d * 24 + Math.max(from + length + pause, 22));
                        }
                    }
                    return week;
                });
        return days.map(HourCalendar::new);
    }

    private static LocalDateTime instant(int hour) {
        return Net.ORIGIN.plusHours(hour);
    }

    private static int hour(LocalDateTime instant) {
        Duration since = Duration.between(Net.ORIGIN, instant);
        assertThat(since.toSeconds() % 3600).isZero();
        return (int) since.toHours();
    }

    private static Schedule schedule(Net net, int start, List<HourCalendar> calendars) {
        ProjectBuilder builder = Project.builder("calendars").start(instant(start));
        for (int c = 0; c < calendars.size(); c++) {
            builder.addCalendar(calendars.get(c).calendar("c" + c));
        }
        builder.calendar("c0");
        for (int i = 0; i < net.size(); i++) {
            String own = "c" + i % calendars.size();
            Integer bound = net.notBefore().get(i);
            builder.activity(
                    Net.id(i),
                    Net.id(i),
                    WorkTime.hours(net.durations().get(i)),
                    a -> a.calendar(own)
                            .constraint(
                                    bound == null
                                            ? Constraint.NONE
                                            : Constraint.startNoEarlierThan(instant(start + bound))));
        }
        for (Link link : net.links()) {
            builder.add(new Relationship(
                    Net.id(link.from()), Net.id(link.to()), link.type(), Lag.of(WorkTime.hours(link.lag()))));
        }
        return CriticalPath.schedule(builder.build());
    }

    @Property(tries = TRIES) // C09, C11
    void oneCalendarGivesTheImageOfThePlainDates(
            @ForAll Net plain, @ForAll("calendars") HourCalendar calendar, @ForAll @IntRange(max = 200) int start) {
        Net net = plain.fromZero();
        Dated expected = PlainOracle.solve(net);

        Schedule plan = schedule(net, start, List.of(calendar));

        for (int i = 0; i < net.size(); i++) {
            ActivityTimes times = plan.of(Net.id(i));
            assertThat(calendar.work(start, hour(times.earlyStart())))
                    .isEqualTo(expected.earlyStart().get(i));
            assertThat(calendar.work(start, hour(times.earlyFinish())))
                    .isEqualTo(expected.earlyFinish().get(i));
            assertThat(calendar.work(start, hour(times.lateStart())))
                    .isEqualTo(expected.lateStart().get(i));
            assertThat(calendar.work(start, hour(times.lateFinish())))
                    .isEqualTo(expected.lateFinish().get(i));
            assertThat(Dates.hours(times.totalFloat()))
                    .isEqualTo((long) expected.totalFloat().get(i));
            assertThat(Dates.hours(times.freeFloat()))
                    .isEqualTo((long) expected.freeFloat().get(i));
        }
        assertThat(calendar.work(start, hour(plan.finish()))).isEqualTo(expected.finish());
    }

    @Provide
    Arbitrary<Net> plainLogic() {
        return Nets.networks(RelationshipType.FS, RelationshipType.SS)
                .map(net -> net.withLinks(net.links().stream()
                        .map(link -> new Link(link.from(), link.to(), link.type(), 0))
                        .toList()));
    }

    @Property(tries = TRIES) // C05, C10
    void moreWorkingTimeDelaysNoFinish(
            @ForAll("plainLogic") Net net,
            @ForAll("calendars") HourCalendar calendar,
            @ForAll("calendars") HourCalendar overtime,
            @ForAll @IntRange(max = 200) int start) {
        HourCalendar more = calendar.or(overtime);
        assertThat(more.covers(calendar)).isTrue();

        Schedule less = schedule(net, start, List.of(calendar));
        Schedule fuller = schedule(net, start, List.of(more));

        for (int i = 0; i < net.size(); i++) {
            assertThat(fuller.of(Net.id(i)).earlyFinish())
                    .isBeforeOrEqualTo(less.of(Net.id(i)).earlyFinish());
        }
    }

    /** Every early date follows from the dates of the predecessors by the rules of the passes. */
    @Property(tries = 2 * TRIES) // 3.1.1-3.1.7, 1.6.1, 16.5, 16.6
    void earlyDatesFollowFromThePredecessors(
            @ForAll Net net,
            @ForAll @Size(min = 1, max = 3) List<@From("calendars") HourCalendar> calendars,
            @ForAll @IntRange(max = 200) int start) {
        Schedule plan = schedule(net, start, calendars);

        for (int i = 0; i < net.size(); i++) {
            HourCalendar calendar = calendars.get(i % calendars.size());
            int duration = net.durations().get(i);
            int expected = expectedStart(net, i, start, calendar, plan);
            int early = hour(plan.of(Net.id(i)).earlyStart());
            int finish = hour(plan.of(Net.id(i)).earlyFinish());
            assertThat(early).as("start of %d", i).isEqualTo(expected);
            assertThat(calendar.work(early, finish)).as("duration of %d", i).isEqualTo(duration);
            boolean finishDriven =
                    net.links().stream().anyMatch(link -> link.type().toFinish());
            if (!finishDriven) {
                assertThat(finish).as("finish of %d", i).isEqualTo(calendar.add(early, duration));
            }
        }
    }

    private static int expectedStart(Net net, int i, int projectStart, HourCalendar calendar, Schedule plan) {
        int duration = net.durations().get(i);
        int start = Integer.MIN_VALUE;
        for (Link link : net.links()) {
            if (link.to() == i) {
                ActivityTimes p = plan.of(Net.id(link.from()));
                int from = hour(link.type().fromFinish() ? p.earlyFinish() : p.earlyStart());
                int bound = calendar.add(from, link.lag());
                if (link.type().toFinish()) {
                    bound = calendar.add(bound, -duration);
                    bound = link.type() == RelationshipType.FF ? Math.max(bound, projectStart) : bound;
                }
                start = Math.max(start, bound);
            }
        }
        start = start == Integer.MIN_VALUE ? projectStart : start;
        return duration == 0 ? start : calendar.nextStart(start);
    }

    /** Every late date follows from the dates of the successors by the rules of the passes. */
    @Property(tries = 2 * TRIES) // 3.4.1, 3.4.2, 3.4.6, 16.4
    void lateDatesFollowFromTheSuccessors(
            @ForAll Net net,
            @ForAll @Size(min = 1, max = 3) List<@From("calendars") HourCalendar> calendars,
            @ForAll @IntRange(max = 200) int start) {
        Schedule plan = schedule(net, start, calendars);

        for (int i = 0; i < net.size(); i++) {
            int expected = expectedLateFinish(net, i, calendars, plan);
            int duration = net.durations().get(i);
            HourCalendar calendar = calendars.get(i % calendars.size());
            ActivityTimes times = plan.of(Net.id(i));
            assertThat(hour(times.lateFinish())).as("late finish of %d", i).isEqualTo(expected);
            assertThat(hour(times.lateStart())).as("late start of %d", i).isEqualTo(calendar.add(expected, -duration));
            int startFloat = calendar.work(hour(times.earlyStart()), hour(times.lateStart()));
            int finishFloat = calendar.work(hour(times.earlyFinish()), hour(times.lateFinish()));
            assertThat(Dates.hours(times.totalFloat())).isEqualTo(Math.min(startFloat, finishFloat));
            assertThat(Dates.hours(times.freeFloat())).isBetween(0L, Math.max(0, Dates.hours(times.totalFloat())));
        }
    }

    private static int expectedLateFinish(Net net, int i, List<HourCalendar> calendars, Schedule plan) {
        int duration = net.durations().get(i);
        HourCalendar own = calendars.get(i % calendars.size());
        int late = hour(plan.finish());
        for (Link link : net.links()) {
            if (link.from() == i) {
                ActivityTimes s = plan.of(Net.id(link.to()));
                HourCalendar other = calendars.get(link.to() % calendars.size());
                int bound = other.add(hour(link.type().toFinish() ? s.lateFinish() : s.lateStart()), -link.lag());
                if (!link.type().fromFinish()) {
                    bound = own.add(duration == 0 ? bound : own.nextStart(bound), duration);
                }
                late = Math.min(late, bound);
            }
        }
        return duration == 0 ? late : own.previousFinish(late);
    }
}
