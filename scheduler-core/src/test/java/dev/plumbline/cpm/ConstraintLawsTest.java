package dev.plumbline.cpm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkCalendar;
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
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Date constraints in random networks: every date follows from its neighbours by the rules of the passes. */
@Domain(Nets.class)
@Domain(DomainContext.Global.class)
class ConstraintLawsTest {

    record Bound(Constraint.Type type, int hour) {

        Constraint constraint() {
            return new Constraint(type, Net.instant(hour));
        }
    }

    @Provide
    Arbitrary<Bound> bounds() {
        return Combinators.combine(
                        Arbitraries.of(Constraint.Type.values())
                                .filter(type -> type != Constraint.Type.AS_LATE_AS_POSSIBLE),
                        Arbitraries.integers().between(0, 25))
                .as(Bound::new);
    }

    private static Schedule schedule(Net net, List<Bound> bounds, boolean honour) {
        ProjectBuilder builder =
                Project.builder("constraints").start(Net.ORIGIN).calendar(WorkCalendar.roundTheClock("24h"));
        for (int i = 0; i < net.size(); i++) {
            Constraint constraint = bounds.get(i).constraint();
            builder.activity(
                    Net.id(i), Net.id(i), WorkTime.hours(net.durations().get(i)), a -> a.constraint(constraint));
        }
        for (Link link : net.links()) {
            builder.add(new Relationship(
                    Net.id(link.from()), Net.id(link.to()), link.type(), Lag.of(WorkTime.hours(link.lag()))));
        }
        return CriticalPath.schedule(builder.build(), ScheduleOptions.DEFAULT.withHonourConstraints(honour));
    }

    private static int hour(LocalDateTime instant) {
        return (int) Duration.between(Net.ORIGIN, instant).toHours();
    }

    @Property(tries = 400) // 3.1.4, 3.1.5
    void earlyDatesObeyTheConstraint(
            @ForAll Net net, @ForAll @Size(8) List<@From("bounds") Bound> bounds, @ForAll boolean honour) {
        Schedule plan = schedule(net, bounds, honour);

        for (int i = 0; i < net.size(); i++) {
            ActivityTimes times = plan.of(Net.id(i));
            int duration = net.durations().get(i);
            int activity = i;
            boolean root = net.links().stream().noneMatch(link -> link.to() == activity);
            int expected = root && bounds.get(i).type() == Constraint.Type.FINISH_NO_EARLIER_THAN
                    ? bounds.get(i).hour() - duration // without predecessors it finishes on the date, exactly
                    : bent(bounds.get(i), logicStart(net, i, plan), duration, honour);
            assertThat(hour(times.earlyStart())).as("start of %d", i).isEqualTo(expected);
            assertThat(hour(times.earlyFinish())).as("finish of %d", i).isEqualTo(expected + duration);
        }
    }

    private static int logicStart(Net net, int i, Schedule plan) {
        int duration = net.durations().get(i);
        int start = Integer.MIN_VALUE;
        for (Link link : net.links()) {
            if (link.to() == i) {
                ActivityTimes p = plan.of(Net.id(link.from()));
                int bound = hour(link.type().fromFinish() ? p.earlyFinish() : p.earlyStart()) + link.lag();
                bound -= link.type().toFinish() ? duration : 0;
                start = Math.max(start, link.type() == RelationshipType.FF ? Math.max(bound, 0) : bound);
            }
        }
        return start == Integer.MIN_VALUE ? 0 : start;
    }

    private static int bent(Bound bound, int start, int duration, boolean honour) {
        int date = bound.hour();
        return switch (bound.type()) {
            case AS_SOON_AS_POSSIBLE, AS_LATE_AS_POSSIBLE -> start;
            case START_NO_EARLIER_THAN -> Math.max(start, date);
            case FINISH_NO_EARLIER_THAN -> Math.max(start, date - duration);
            case START_NO_LATER_THAN -> honour ? Math.min(start, date) : start;
            case FINISH_NO_LATER_THAN -> honour ? Math.min(start, date - duration) : start;
            case MUST_START_ON -> honour ? date : Math.max(start, date);
            case MUST_FINISH_ON -> honour ? date - duration : Math.max(start, date - duration);
        };
    }

    @Property(tries = 400) // 3.4.4, 3.1.5, 16.8
    void lateDatesObeyTheConstraint(
            @ForAll Net net, @ForAll @Size(8) List<@From("bounds") Bound> bounds, @ForAll boolean honour) {
        Schedule plan = schedule(net, bounds, honour);

        for (int i = 0; i < net.size(); i++) {
            ActivityTimes times = plan.of(Net.id(i));
            int duration = net.durations().get(i);
            int expected = lateBound(bounds.get(i), logicFinish(net, i, plan), duration, honour);
            assertThat(hour(times.lateFinish())).as("late finish of %d", i).isEqualTo(expected);
            assertThat(hour(times.lateStart())).as("late start of %d", i).isEqualTo(expected - duration);
            long total = Dates.hours(times.totalFloat());
            assertThat(total).isLessThanOrEqualTo(expected - hour(times.earlyFinish()));
            assertThat(times.critical()).isEqualTo(total <= 0);
            assertThat(Dates.hours(times.freeFloat())).isBetween(0L, Math.max(0, total));
        }
    }

    private static int logicFinish(Net net, int i, Schedule plan) {
        int late = hour(plan.finish());
        for (Link link : net.links()) {
            if (link.from() == i) {
                ActivityTimes s = plan.of(Net.id(link.to()));
                int bound = hour(link.type().toFinish() ? s.lateFinish() : s.lateStart()) - link.lag();
                late = Math.min(
                        late,
                        bound + (link.type().fromFinish() ? 0 : net.durations().get(i)));
            }
        }
        return late;
    }

    private static int lateBound(Bound bound, int late, int duration, boolean honour) {
        int date = bound.hour();
        return switch (bound.type()) {
            case AS_SOON_AS_POSSIBLE, AS_LATE_AS_POSSIBLE, START_NO_EARLIER_THAN, FINISH_NO_EARLIER_THAN -> late;
            case START_NO_LATER_THAN -> Math.min(late, date + duration);
            case FINISH_NO_LATER_THAN -> Math.min(late, date);
            case MUST_START_ON -> honour ? date + duration : Math.min(late, date + duration);
            case MUST_FINISH_ON -> honour ? date : Math.min(late, date);
        };
    }

    @Property(tries = 150) // 3.5.1, 3.5.2
    void anActivityAsLateAsPossibleTakesItsLateDatesAndKeepsTheProjectFinish(
            @ForAll Net net, @ForAll @Size(8) List<Boolean> late) {
        Dated asap = net.schedule();
        Project base = net.project();
        ProjectBuilder builder = base.toBuilder();
        for (int i = 0; i < net.size(); i++) {
            if (late.get(i)) {
                builder.replace(base.activity(Net.id(i)).with(a -> a.constraint(Constraint.AS_LATE_AS_POSSIBLE)));
            }
        }

        Schedule plan = CriticalPath.schedule(builder.build());

        for (int i = 0; i < net.size(); i++) {
            ActivityTimes times = plan.of(Net.id(i));
            if (late.get(i)) {
                assertThat(times.start()).isEqualTo(times.lateStart());
                assertThat(times.finish()).isEqualTo(times.lateFinish());
                assertThat(times.totalFloat().isZero()).isTrue();
                assertThat(times.critical()).isTrue();
            }
            assertThat(hour(times.lateFinish())).isEqualTo(asap.lateFinish().get(i));
            assertThat(hour(times.earlyStart()))
                    .isBetween(asap.earlyStart().get(i), asap.lateStart().get(i));
        }
    }
}
