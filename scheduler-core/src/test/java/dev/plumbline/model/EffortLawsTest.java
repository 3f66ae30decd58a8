package dev.plumbline.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws of work = duration x units, on activities with one to three resources, started or not. */
class EffortLawsTest {

    /** Half a tick of work at the least units, a tenth, and the flattest contour, a half, before and after, and a tick. */
    private static final double ROUNDING = 2 * 0.5 / (0.1 * 0.5) + 1;

    private static final List<String> PEOPLE = List.of("Ann", "Bob", "Cid");

    private static Project plan(EffortRule rule, int hours, int percent, int team, long seed) {
        Random random = new Random(seed);
        ProjectBuilder builder = Project.builder("plan");
        builder.activity("A", "A", WorkTime.hours(hours), a -> {
            a.effortRule(rule).effortDriven(random.nextBoolean());
            if (percent == 0) {
                return a;
            }
            return a.progress(
                    new Progress(Project.builder("p").build().start(), null, null, null, percent, 0, null, null));
        });
        PEOPLE.forEach(p -> builder.resource(p, 1));
        for (int i = 0; i < team; i++) {
            builder.assign("A", PEOPLE.get(i), 0.1 * (1 + random.nextInt(30)));
        }
        return builder.build();
    }

    private static List<Project> edits(Project plan, long seed) {
        Random random = new Random(seed);
        double units = 0.1 * (1 + random.nextInt(30));
        Contour contour = Contour.values()[random.nextInt(Contour.CONTOURED.ordinal())];
        Activity activity = plan.activity("A");
        WorkTime longer = activity.actualDuration().plus(WorkTime.minutes(1 + random.nextInt(6000)));
        long floor = plan.assignmentsOf("A").stream()
                .mapToLong(a -> plan.effort("A").actualWork(a).ticks())
                .sum();
        List<Project> result = new ArrayList<>();
        result.add(plan.withDuration("A", longer));
        result.add(plan.withUnits("A", "Ann", units));
        result.add(plan.withWork("A", WorkTime.ofTicks(floor + 10 + random.nextInt(60_000))));
        result.add(plan.withContour("A", "Ann", contour));
        result.add(plan.unassign("A", "Ann"));
        if (plan.assignmentsOf("A").size() < 3) {
            result.add(plan.assign("A", "Cid", units));
        }
        return result;
    }

    @Property(tries = 300) // 5.1.1
    void durationAndWorkAreWhatIsDoneAndWhatIsLeft(
            @ForAll EffortRule rule,
            @ForAll @IntRange(min = 1, max = 400) int hours,
            @ForAll @IntRange(max = 99) int percent,
            @ForAll @IntRange(min = 1, max = 3) int team,
            @ForAll long seed) {
        Project plan = plan(rule, hours, percent, team, seed);
        WorkTime done = plan.activity("A").actualDuration();

        for (Project edited : edits(plan, seed)) {
            Activity a = edited.activity("A");
            assertThat(a.duration()).isEqualTo(a.actualDuration().plus(a.remainingDuration()));
            assertThat(a.actualDuration()).isEqualByComparingTo(done);
            for (Assignment assignment : edited.assignmentsOf("A")) {
                WorkTime left = assignment.remainingWork();
                if (left != null) {
                    assertThat(assignment.work())
                            .isEqualTo(assignment.actualWork().plus(left));
                }
            }
        }
    }

    @Property(tries = 300) // 6.1.1
    void theLongestAssignmentFillsWhatIsLeft(
            @ForAll EffortRule rule,
            @ForAll @IntRange(min = 1, max = 400) int hours,
            @ForAll @IntRange(max = 99) int percent,
            @ForAll @IntRange(min = 1, max = 3) int team,
            @ForAll long seed) {
        Project plan = plan(rule, hours, percent, team, seed);

        for (Project edited : edits(plan, seed)) {
            if (edited.assignmentsOf("A").isEmpty()
                    || edited.assignmentsOf("A").stream()
                            .allMatch(a -> WorkTime.ofTicks(0).equals(a.remainingWork()))) {
                continue; // the last one left: nothing to agree with
            }
            double longest = edited.effort("A").bookings().stream()
                    .mapToDouble(Booking::length)
                    .max()
                    .orElseThrow();
            double left = edited.activity("A").remainingDuration().ticks();
            if (edited.activity("A").effortRule() == EffortRule.FIXED_DURATION) {
                assertThat(longest).isLessThanOrEqualTo(left + ROUNDING);
            } else if (longest > 0) {
                assertThat(left).isCloseTo(longest, org.assertj.core.data.Offset.offset(ROUNDING));
            }
        }
    }

    @Property(tries = 200)
    void anEditNeverChangesTheProjectItIsMadeOn(
            @ForAll EffortRule rule,
            @ForAll @IntRange(min = 1, max = 400) int hours,
            @ForAll @IntRange(max = 99) int percent,
            @ForAll @IntRange(min = 1, max = 3) int team,
            @ForAll long seed) {
        Project plan = plan(rule, hours, percent, team, seed);
        Project same = plan(rule, hours, percent, team, seed);

        List<Project> edited = edits(plan, seed);

        assertThat(plan).isEqualTo(same);
        assertThat(edited.get(0)).isNotEqualTo(plan);
    }

    @Property(tries = 300)
    void unitsThereAndBackLeaveEverythingAsItWas(
            @ForAll EffortRule rule,
            @ForAll @IntRange(min = 1, max = 400) int hours,
            @ForAll @IntRange(min = 1, max = 30) int first,
            @ForAll @IntRange(min = 1, max = 30) int second) {
        Project plan = Project.builder("plan")
                .activity("A", "A", WorkTime.hours(hours), a -> a.effortRule(rule))
                .resource("Ann", 1)
                .assign("A", "Ann", first / 10.0)
                .build();
        Project once = plan.withUnits("A", "Ann", first / 10.0);

        Project back = once.withUnits("A", "Ann", second / 10.0).withUnits("A", "Ann", first / 10.0);

        assertThat(back).isEqualTo(once);
    }

    @Property(tries = 300)
    void aResourceThatComesAndGoesLeavesEffortDrivenWorkAsItWas(
            @ForAll EffortRule rule,
            @ForAll @IntRange(min = 1, max = 400) int hours,
            @ForAll @IntRange(min = 1, max = 30) int first,
            @ForAll @IntRange(min = 1, max = 30) int second) {
        Project plan = Project.builder("plan")
                .activity(
                        "A", "A", WorkTime.hours(hours), a -> a.effortRule(rule).effortDriven(true))
                .resource("Ann", 1)
                .resource("Bob", 1)
                .assign("A", "Ann", first / 10.0)
                .build();

        Project back = plan.assign("A", "Bob", second / 10.0).unassign("A", "Bob");

        assertThat(back.work("A")).isEqualTo(plan.work("A"));
        assertThat(back.activity("A").duration()).isEqualTo(plan.activity("A").duration());
        assertThat(back.assignments().get(0).units())
                .isCloseTo(first / 10.0, org.assertj.core.data.Offset.offset(1e-9));
    }
}
