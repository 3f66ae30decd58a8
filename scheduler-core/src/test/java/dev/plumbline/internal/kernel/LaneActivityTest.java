package dev.plumbline.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.Shift;
import dev.plumbline.calendar.Ticks;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.model.ActivityBuilder;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One activity between bounds, against the passes over the whole network. */
class LaneActivityTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final int REACH = 60 * 14_400;

    private static final WorkCalendar SHORT_DAYS = WorkCalendar.builder("short days")
            .workdays(DayHours.of(
                    Shift.of(LocalTime.of(8, 0), LocalTime.of(10, 0)),
                    Shift.of(LocalTime.of(12, 0), LocalTime.of(14, 0))))
            .build();

    /** A plan whose last activity follows the start bound S and the finish bound F, each of which may be missing. */
    private static Project plan(Random random, boolean doubled) {
        LocalDateTime start = date(random, 1, doubled);
        ProjectBuilder builder = Project.builder("bounded").start(start).calendar(SHORT_DAYS);
        int hours = random.nextInt(4) == 0 ? 0 : random.nextInt(7);
        boolean elapsed = !doubled && random.nextInt(4) == 0;
        WorkTime duration = elapsed ? WorkTime.elapsedHours(hours) : WorkTime.hours(hours);
        boolean starts = random.nextInt(3) > 0;
        boolean finishes = random.nextInt(3) > 0;
        if (starts) {
            LocalDateTime at = date(random, 3, doubled);
            builder.activity("S", "S", WorkTime.ZERO, b -> b.constraint(Constraint.startNoEarlierThan(at)));
        }
        if (finishes) {
            boolean tight = !elapsed && random.nextInt(4) == 0; // leaves just the time that it takes
            LocalDateTime at = tight ? SHORT_DAYS.nextStart(SHORT_DAYS.add(start, duration)) : date(random, 3, doubled);
            builder.activity("F", "F", WorkTime.ZERO, b -> b.constraint(Constraint.startNoEarlierThan(at)));
        }
        builder.activity("X", "X", duration, b -> vary(random, b, doubled));
        if (starts) {
            builder.finishToStart("S", "X");
        }
        if (finishes && random.nextBoolean()) {
            builder.finishToFinish("F", "X");
        } else if (finishes) {
            builder.startToFinish("F", "X");
        }
        return builder.build();
    }

    /** Beginnings and ends of shifts of a few days, so that ties are frequent; on the wall clock any hour and weekends too. */
    private static LocalDateTime date(Random random, int days, boolean doubled) {
        int[] hours = doubled || random.nextBoolean() ? new int[] {8, 10, 12, 14} : new int[] {9, 11, 13, 20};
        int day = 3 + random.nextInt(2 * days);
        return MONDAY.plusDays(doubled && day > 4 ? day + 2 : day).atTime(hours[random.nextInt(hours.length)], 0);
    }

    private static ActivityBuilder vary(Random random, ActivityBuilder x, boolean doubled) {
        LocalDateTime date = date(random, 3, doubled);
        x.constraint(
                switch (random.nextInt(9)) {
                    case 0, 1 -> Constraint.startNoEarlierThan(date);
                    case 2 -> Constraint.finishNoEarlierThan(date);
                    case 3 -> Constraint.startNoLaterThan(date);
                    case 4 -> Constraint.finishNoLaterThan(date);
                    case 5 -> Constraint.mustStartOn(date);
                    case 6 -> Constraint.mustFinishOn(date);
                    default -> Constraint.NONE;
                });
        if (random.nextInt(3) == 0) {
            x.deadline(date(random, 3, doubled));
        }
        if (!doubled && random.nextInt(3) == 0) {
            x.levellingDelay(WorkTime.elapsedHours(random.nextInt(40) - 10)); // below zero it doesn't count
        }
        return x;
    }

    /** An activity with its network. */
    private static final class Bounded {

        private final boolean doubled;
        private final Random random;
        private final Project project;
        private final Network g;
        private final int a;
        private final LaneActivity activity;
        private final boolean honour;

        Bounded(long seed, boolean doubled) {
            this.doubled = doubled;
            this.random = new Random(seed);
            this.project = plan(random, doubled);
            this.g = NetworkCompiler.compile(project);
            this.a = g.size - 1;
            this.honour = random.nextBoolean();
            LaneCalendar calendar =
                    doubled ? LaneCalendar.doubled() : LaneCalendar.of(g.calendar[a], g.start, -REACH, REACH);
            this.activity = new LaneActivity(g, a, calendar, honour, this::lane).copy();
        }

        private int lane(long instant) {
            if (!doubled) {
                return (int) (instant - g.start);
            }
            int begins = g.projectCalendar.nextStart(instant) == instant ? 1 : 0;
            return 2 * (int) g.projectCalendar.work(g.start, instant) + begins;
        }

        private long instant(int lane) {
            if (!doubled) {
                return g.start + lane;
            }
            long instant = g.projectCalendar.add(g.start, lane >> 1);
            return lane % 2 == 0 ? g.projectCalendar.previousFinish(instant) : g.projectCalendar.nextStart(instant);
        }

        private int boundOf(Times t, boolean start) {
            int bound = LaneCalendar.BEFORE;
            for (int e = g.firstIn[a]; e < g.firstIn[a + 1]; e++) {
                if (g.type[e] <= Network.SS == start) {
                    bound = lane(t.earlyFinish[g.tail[e]]);
                }
            }
            return bound;
        }

        @Override
        public String toString() {
            return "from %s: %s with %s"
                    .formatted(
                            project.start(),
                            project.activities().stream()
                                    .map(b -> b + " " + b.constraint() + " by " + b.deadline() + " after "
                                            + b.levellingDelay())
                                    .toList(),
                            project.relationships());
        }

        void check() {
            Times t = new Times(g);
            ForwardPass.run(g, honour, t);
            int duration = (int) g.span[a];

            activity.forward(boundOf(t, true), boundOf(t, false), duration);

            assertThat(instant(activity.start())).as("start").isEqualTo(t.earlyStart[a]);
            assertThat(instant(activity.finish())).as("finish").isEqualTo(t.earlyFinish[a]);
            assertThat(instant(activity.logicStart())).as("start by logic").isEqualTo(t.logicStart[a]);

            t.projectFinish = Ticks.of(date(random, 3, doubled));
            BackwardPass.run(g, honour, false, t);
            int late = activity.lateFinish(lane(t.projectFinish), duration);
            assertThat(instant(late)).as("late finish").isEqualTo(t.lateFinish[a]);
            assertThat(instant(activity.lateStart(late, duration)))
                    .as("late start")
                    .isEqualTo(t.lateStart[a]);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isPlacedAsInThePassesOverTheNetwork(boolean doubledTicks) {
        for (long seed = 0; seed < 1500; seed++) {
            Bounded plan = new Bounded(seed, doubledTicks);
            try {
                plan.check();
            } catch (AssertionError e) {
                throw new AssertionError("seed %s: %s".formatted(seed, plan), e);
            }
        }
    }
}
