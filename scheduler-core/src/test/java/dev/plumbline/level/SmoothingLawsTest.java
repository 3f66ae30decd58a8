package dev.plumbline.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.Choices;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of smoothing on small instances, against a search through all schedules of the same length. */
class SmoothingLawsTest {

    @Provide
    Arbitrary<Instance> instances() {
        return Choices.of(60).map(random -> LevellingLawsTest.random(random, 5));
    }

    private static long moment(Instance instance, int[] starts) {
        long sum = 0;
        for (int hour = 0; hour < instance.makespan(starts); hour++) {
            for (int r = 0; r < instance.capacities().length; r++) {
                long units = 0;
                for (int i = 0; i < starts.length; i++) {
                    boolean runs = starts[i] <= hour
                            && hour < starts[i] + instance.durations().get(i);
                    units += runs ? instance.demands()[i][r] : 0;
                }
                sum += units * units;
            }
        }
        return sum;
    }

    /** The least moment of all schedules of a length that raise no peak. */
    private static long least(Instance instance, int length, int[] peaks) {
        return extend(instance.withCapacities(peaks), new int[instance.size()], 0, length);
    }

    private static long extend(Instance instance, int[] starts, int i, int length) {
        if (i == starts.length) {
            return instance.isFeasible(starts) ? moment(instance, starts) : Long.MAX_VALUE;
        }
        long best = Long.MAX_VALUE;
        for (int start = 0; start + instance.durations().get(i) <= length; start++) {
            starts[i] = start;
            best = Math.min(best, extend(instance, starts, i + 1, length));
        }
        return best;
    }

    private static int[] peaks(Instance instance, Project project) {
        Schedule plan = CriticalPath.schedule(project);
        int[] peaks = new int[instance.capacities().length];
        for (int r = 0; r < peaks.length; r++) {
            peaks[r] = (int) ResourceProfile.of(plan, "r" + r).peak();
        }
        return peaks;
    }

    @Property(tries = 500)
    void theBestOfAllSchedulesIsFound(@ForAll("instances") Instance instance) {
        Project project = instance.withCapacities(100, 100).project();

        Smoothed smoothed = Smoothing.DEFAULT.withEffort(20_000).smooth(project);

        int[] starts = Instance.starts(smoothed.schedule());
        int length = instance.makespan(Instance.starts(smoothed.before()));
        assertThat(smoothed.moment()).isCloseTo(moment(instance, starts), within(1e-6));
        assertThat(moment(instance, starts)).isEqualTo(least(instance, length, peaks(instance, project)));
    }

    @Property(tries = 300)
    void logicFinishAndPeaksStay(@ForAll("instances") Instance instance) {
        Project project = instance.project();

        Smoothed smoothed = Smoothing.DEFAULT.withEffort(200).smooth(project);

        int[] starts = Instance.starts(smoothed.schedule());
        assertThat(instance.withCapacities(100, 100).isFeasible(starts)).isTrue();
        assertThat(smoothed.schedule().finish()).isEqualTo(smoothed.before().finish());
        assertThat(smoothed.moment()).isLessThanOrEqualTo(smoothed.momentBefore());
        for (ResourceProfile profile : smoothed.profiles()) {
            assertThat(profile.peak())
                    .isLessThanOrEqualTo(
                            smoothed.profileBefore(profile.resource().id()).peak());
        }
        assertThat(Smoothing.DEFAULT.withEffort(200).smooth(project).project()).isEqualTo(smoothed.project());
    }

    @Property(tries = 300)
    void aLevelledPlanStaysLevelledAndAsLong(@ForAll("instances") Instance instance) {
        Levelled levelled = Levelling.DEFAULT.level(instance.project());

        Smoothed smoothed = Smoothing.DEFAULT.withEffort(200).smooth(levelled.project());

        assertThat(instance.isFeasible(Instance.starts(smoothed.schedule()))).isTrue();
        assertThat(smoothed.schedule().finish()).isEqualTo(levelled.schedule().finish());
    }

    /** Two calendars that overlap, all four types of relationship, lags and dates. */
    private static Project random(Random random) {
        ProjectBuilder builder = Project.builder("random")
                .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                .calendar(WorkCalendar.weekdays("early", LocalTime.of(8, 0), LocalTime.of(16, 0)))
                .addCalendar(WorkCalendar.weekdays("late", LocalTime.of(9, 0), LocalTime.of(21, 0)))
                .resource("crew", 2)
                .resource("crane", 1);
        int n = 3 + random.nextInt(20);
        for (int i = 0; i < n; i++) {
            String calendar = random.nextInt(3) == 0 ? "late" : null;
            LocalDateTime date = LocalDateTime.of(2026, 3, 2, 8, 0).plusHours(random.nextInt(100));
            boolean dated = random.nextInt(6) == 0;
            builder.activity(
                    "a" + i,
                    "a" + i,
                    WorkTime.hours(random.nextInt(30)),
                    a -> a.calendar(calendar)
                            .ignoresResourceCalendars(calendar != null)
                            .constraint(dated ? Constraint.startNoEarlierThan(date) : Constraint.NONE));
            if (random.nextInt(4) > 0) {
                builder.assign("a" + i, random.nextBoolean() ? "crew" : "crane", 1);
            }
            for (int j = Math.max(0, i - 4); j < i; j++) {
                if (random.nextInt(4) == 0) {
                    builder.add(new Relationship(
                            "a" + j,
                            "a" + i,
                            RelationshipType.values()[random.nextInt(4)],
                            Lag.of(WorkTime.hours(random.nextInt(12) - 3))));
                }
            }
        }
        return builder.build();
    }

    @Property(tries = 300)
    void onSeveralCalendarsLogicFinishAndPeaksStay(@ForAll long seed) {
        Project project = random(new Random(seed));

        Smoothed smoothed = Smoothing.DEFAULT.withEffort(500).smooth(project);

        assertThat(smoothed.schedule().finish()).isEqualTo(smoothed.before().finish());
        assertThat(smoothed.moment()).isLessThanOrEqualTo(smoothed.momentBefore());
        for (ActivityTimes times : smoothed.schedule().activities()) {
            ActivityTimes was = smoothed.before().of(times.activity().id());
            assertThat(times.start()).isAfterOrEqualTo(was.start());
            assertThat(times.finish().isAfter(was.finish()) && times.finish().isAfter(was.lateFinish()))
                    .isFalse();
        }
        for (ResourceProfile profile : smoothed.profiles()) {
            assertThat(profile.peak())
                    .isLessThanOrEqualTo(
                            smoothed.profileBefore(profile.resource().id()).peak());
        }
    }
}
