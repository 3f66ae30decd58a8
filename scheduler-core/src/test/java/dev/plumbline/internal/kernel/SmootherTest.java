package dev.plumbline.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.NetworkCompiler;
import dev.plumbline.internal.network.RequirementCompiler;
import dev.plumbline.internal.network.Requirements;
import dev.plumbline.internal.network.ResourcePool;
import dev.plumbline.internal.util.Stopped;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single sweeps of smoothing, against dates by the critical path method and demand hour by hour. */
class SmootherTest {

    private static final int CASES = 30;
    private static final LocalDateTime MONDAY = LocalDateTime.of(2025, 3, 3, 8, 0);
    private static final long HOUR = 600;
    private static final int HOURS = 24 * 7 * 9;

    /** A plan as it is given to the smoother, and what is known of it before. */
    private static final class Case {

        final Project project;
        final ResourcePool pool = new ResourcePool();
        final Network g;
        final Requirements q;
        final Network untouched;
        final Times before;
        final LevellerPart part;
        final long[] limit;
        final double[] weight;
        final UsageProfile[] profiles;

        Case(Project project) {
            this.project = project;
            this.g = NetworkCompiler.compile(project).copy();
            this.untouched = g.copy();
            this.q = RequirementCompiler.compile(project, g, pool, false);
            this.before = new Times(g);
            Passes.run(g, true, false, before);
            this.part = new LevellerPart(g, q, true, before.copy());
            for (int a = 0; a < g.size; a++) {
                part.movable[a] = project.activities().get(a).priority() < 1000 && !before.late[a];
            }
            this.limit = new long[pool.size()];
            this.weight = new double[pool.size()];
            this.profiles = new UsageProfile[pool.size()];
            for (int r = 0; r < limit.length; r++) {
                limit[r] = Arrays.stream(demand(r, before.earlyStart)).max().orElse(0);
                weight[r] = r + 1;
                profiles[r] = new UsageProfile(pool.useCalendars(r), new SharedTime(g.start));
            }
        }

        Smoother smoother(int mostCandidates) {
            return new Smoother(part, false, profiles, limit, weight, mostCandidates);
        }

        /** What is asked of a resource in each hour. */
        long[] demand(int resource, long[] starts) {
            long[] demand = new long[HOURS];
            for (int a = 0; a < g.size; a++) {
                for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
                    for (int p = q.firstPiece[u]; p < q.endPiece[u] && q.resource[u] == resource; p++) {
                        long end = q.to(a, u, p, starts[a]);
                        for (long t = q.from(a, u, p, starts[a]); t < end; t += HOUR) {
                            demand[(int) ((t - g.start) / HOUR) + HOURS / 3] +=
                                    q.calendar[u].work(t, t + HOUR) > 0 ? q.units[p] : 0;
                        }
                    }
                }
            }
            return demand;
        }

        double moment(long[] starts) {
            double sum = 0;
            for (int r = 0; r < limit.length; r++) {
                for (long units : demand(r, starts)) {
                    sum += weight[r] * units * units * HOUR;
                }
            }
            return sum;
        }

        boolean isWithinLimits(long[] starts) {
            boolean within = true;
            for (int r = 0; r < limit.length; r++) {
                within &= Arrays.stream(demand(r, starts)).max().orElse(0) <= limit[r];
            }
            return within;
        }

        /** Whether the critical path method puts everything there with delays, and nothing is later than it could be before. */
        boolean isSound(Smoother smoother, long[] positions) {
            Network copy = untouched.copy();
            Times dates = before.copy();
            for (int a : copy.order) {
                ForwardPass.evaluate(copy, true, dates, a);
                if (a < copy.size && smoother.isMovable(a)) {
                    copy.delay[a] += positions[a] - dates.earlyStart[a];
                    ForwardPass.evaluate(copy, true, dates, a);
                    if (copy.delay[a] < 0) {
                        return false;
                    }
                }
            }
            Times after = new Times(copy);
            Passes.run(copy, true, false, after);
            for (int a = 0; a < copy.size; a++) {
                long latest = Math.max(before.earlyFinish[a], before.lateFinish[a]);
                boolean uses = q.firstUse[a] < q.firstUse[a + 1];
                if (uses && after.earlyStart[a] != positions[a] || after.earlyFinish[a] > latest) {
                    return false;
                }
            }
            return true;
        }
    }

    private static ProjectBuilder plan() {
        return Project.builder("plan").start(MONDAY).calendar(WorkCalendar.standard());
    }

    private static Project random(long seed, boolean twoCalendars) {
        Random random = new Random(seed);
        ProjectBuilder builder = plan().addCalendar(
                        WorkCalendar.weekdays("late", LocalTime.of(11, 0), LocalTime.of(19, 0)))
                .resource("crew", 9)
                .resource("crane", 9);
        int n = 5 + random.nextInt(5);
        for (int i = 0; i < n; i++) {
            String calendar = twoCalendars && random.nextInt(3) == 0 ? "late" : null;
            int kind = random.nextInt(12);
            builder.activity(
                    "a" + i,
                    "",
                    WorkTime.hours(2 + 2L * random.nextInt(10)),
                    a -> a.calendar(calendar)
                            .ignoresResourceCalendars(true)
                            .priority(kind == 0 ? 1000 : 500)
                            .progress(
                                    kind == 1
                                            ? new Progress(MONDAY, null, null, null, 50, 0, null, null)
                                            : Progress.NONE)
                            .constraint(kind == 2 ? Constraint.AS_LATE_AS_POSSIBLE : Constraint.NONE));
            int uses =
                    twoCalendars ? 1 + random.nextInt(4) : random.nextInt(5); // who only follows keeps to one calendar
            if (uses > 0) {
                builder.assign("a" + i, "crew", 1 + random.nextInt(3));
            }
            if (uses > 2) {
                builder.assign("a" + i, "crane", 1);
            }
            if (uses > 3) {
                builder.add(Assignment.builder("again" + i, "a" + i, "crew").build());
            }
            if (i > 1 && kind != 1 && random.nextInt(3) > 0) {
                RelationshipType type = RelationshipType.values()[random.nextInt(8) < 5 ? 0 : random.nextInt(4)];
                builder.add(new Relationship(
                        "a" + random.nextInt(i), "a" + i, type, Lag.of(WorkTime.hours(random.nextInt(3)))));
            }
        }
        if (random.nextBoolean()) {
            builder.summary(
                            "S",
                            "",
                            below -> below.activity("s0", "", WorkTime.hours(6)).activity("s1", "", WorkTime.hours(10)))
                    .finishToStart("a0", "S")
                    .finishToStart("s0", "s1")
                    .assign("s0", "crew", 2)
                    .assign("s1", "crane", 1);
        }
        return builder.activity("long", "", WorkTime.hours(50))
                .assign("long", "crew", 1)
                .build();
    }

    @ParameterizedTest(name = "two calendars: {0}")
    @ValueSource(booleans = {false, true})
    void everySweepLeavesASoundPlanThatIsNoLessEven(boolean twoCalendars) {
        for (int seed = 0; seed < CASES; seed++) {
            Case each = new Case(random(seed, twoCalendars));
            Smoother smoother = each.smoother(200);
            double moment = smoother.moment();
            assertThat(moment).as("seed %s", seed).isCloseTo(each.moment(each.before.earlyStart), within(1e-3));
            assertThat(smoother.isWithinLimits()).isTrue();
            for (boolean better = true; better; ) {
                better = smoother.improve();

                long[] positions = smoother.positions();
                double after = each.moment(positions);
                assertThat(smoother.moment()).as("seed %s", seed).isCloseTo(after, within(1e-3));
                assertThat(after < moment * (1 - 1e-12)).as("seed %s", seed).isEqualTo(better);
                assertThat(after).isLessThanOrEqualTo(moment * (1 + 1e-9));
                assertThat(each.isSound(smoother, positions))
                        .as("seed %s", seed)
                        .isTrue();
                assertThat(each.isWithinLimits(positions)).isTrue();
                assertThat(smoother.isWithinLimits()).isTrue();
                moment = after;
            }
        }
    }

    @Test
    void aSingleActivityThatMayMoveComesToTheFirstOfTheBestHours() {
        for (int seed = 0; seed < CASES; seed++) {
            Project project = random(seed, false);
            String one = "a" + seed % 5;
            Case each = new Case(project.toBuilder()
                    .replaceEach(activity ->
                            activity.with(a -> a.priority(activity.id().equals(one) ? 500 : 1000)))
                    .build());
            Smoother smoother = each.smoother(200);
            int a = project.indexOf(one);
            long[] positions = smoother.positions();
            double least = each.moment(positions);
            long best = positions[a];
            for (long start = best; smoother.isMovable(a) && start < each.before.projectFinish; start += HOUR) {
                positions[a] = start;
                boolean lower = each.g.nextStart(a, start) == start && each.moment(positions) < least * (1 - 1e-9);
                if (lower && each.isWithinLimits(positions) && each.isSound(smoother, positions)) {
                    least = each.moment(positions);
                    best = start;
                }
            }

            smoother.improve();

            assertThat(smoother.positions()[a]).as("seed %s", seed).isEqualTo(best);
        }
    }

    @Test
    void onlyActivitiesThatAskForWhatCountsAndMayBeMovedAre() {
        Project project = plan().resource("crew", 9)
                .resource("crane", 9)
                .activity("free", "", WorkTime.hours(4))
                .activity("other", "", WorkTime.hours(4))
                .activity("idle", "", WorkTime.hours(4))
                .activity(
                        "begun",
                        "",
                        WorkTime.hours(8),
                        a -> a.progress(new Progress(MONDAY, null, null, null, 50, 0, null, null)))
                .activity("late", "", WorkTime.hours(4), a -> a.constraint(Constraint.AS_LATE_AS_POSSIBLE))
                .activity("urgent", "", WorkTime.hours(4), a -> a.priority(1000))
                .activity("long", "", WorkTime.hours(60))
                .assign("free", "crew", 1)
                .assign("other", "crane", 1)
                .assign("begun", "crew", 1)
                .assign("late", "crew", 1)
                .assign("urgent", "crew", 1)
                .assign("long", "crew", 1)
                .build();
        Case each = new Case(project);
        each.profiles[each.pool.numberOf("crane")] = null;

        Smoother smoother = each.smoother(50);

        boolean[] movable = new boolean[each.g.size];
        for (int a = 0; a < movable.length; a++) {
            movable[a] = smoother.isMovable(a);
        }
        assertThat(movable).containsExactly(true, false, false, false, false, false, true);
        smoother.improve();
        long[] positions = smoother.positions();
        for (int a = 1; a < 6; a++) {
            assertThat(positions[a]).isEqualTo(each.before.earlyStart[a]);
        }
        assertThat(positions[0]).isGreaterThan(each.before.earlyStart[0]);
    }

    @Test
    void limitsThatAreBrokenAreNoticed() {
        Case each = new Case(random(3, false));
        int crew = each.pool.numberOf("crew");
        each.limit[crew]--;
        assertThat(each.smoother(50).isWithinLimits()).isFalse();
    }

    /** A of four hours beside B of forty. */
    private static Case beside() {
        return new Case(plan().resource("crew", 9)
                .activity("A", "", WorkTime.hours(4))
                .activity("B", "", WorkTime.hours(40))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build());
    }

    @Test
    void ofEquallyGoodPositionsASweepBackTakesTheLatestAndASweepForwardTheEarliest() {
        Case each = beside();
        Smoother smoother = each.smoother(50);

        assertThat(smoother.backward(null)).isFalse();

        assertThat(smoother.positions()[0]).isEqualTo(each.before.lateStart[0]);
        assertThat(smoother.improve()).isFalse();
        assertThat(smoother.positions()[0]).isEqualTo(each.before.earlyStart[0]);
    }

    @Test
    void whoIsShakenTakesAShareOfItsRoom() {
        Case each = beside();
        Smoother smoother = each.smoother(50);

        assertThat(smoother.backward(new int[] {Smoother.SHARES - 1, -1})).isFalse();
        assertThat(smoother.positions()[0]).isEqualTo(each.before.lateStart[0]);
        assertThat(smoother.tried()).as("picked, not tried").isZero();
        smoother.backward(new int[] {0, -1});
        assertThat(smoother.positions()[0]).isEqualTo(each.before.earlyStart[0]);
        assertThat(smoother.moment()).isCloseTo(each.moment(smoother.positions()), within(1e-3));
    }

    @ParameterizedTest(name = "two calendars: {0}")
    @ValueSource(booleans = {false, true})
    void shakenPlansAreSoundAndCanBeTakenBack(boolean twoCalendars) {
        for (int seed = 0; seed < CASES; seed++) {
            Case each = new Case(random(seed, twoCalendars));
            Smoother smoother = each.smoother(200);
            long[] first = smoother.positions();
            double moment = smoother.moment();
            Random random = new Random(seed);
            int[] shaken = random.ints(each.g.size, -1, Smoother.SHARES).toArray();

            smoother.backward(shaken);

            assertThat(each.isSound(smoother, smoother.positions()))
                    .as("seed %s", seed)
                    .isTrue();
            smoother.restore(first);
            assertThat(smoother.positions()).isEqualTo(first);
            assertThat(smoother.moment()).isCloseTo(moment, within(1e-3));
            Case fresh = new Case(random(seed, twoCalendars));
            Smoother untouched = fresh.smoother(200);
            smoother.improve();
            untouched.improve();
            assertThat(smoother.positions()).as("as if nothing had been tried").isEqualTo(untouched.positions());
        }
    }

    @Test
    void noMorePositionsAreTriedThanAllowed() {
        for (int seed = 0; seed < CASES; seed++) {
            Case each = new Case(random(seed, false));
            Smoother few = each.smoother(4);
            int movable = 0;
            for (int a = 0; a < each.g.size; a++) {
                movable += few.isMovable(a) ? 1 : 0;
            }

            few.improve();

            assertThat(few.tried()).isLessThanOrEqualTo(2L * movable * 7);
            assertThat(each.isSound(few, few.positions())).isTrue();
            assertThat(few.moment()).isCloseTo(each.moment(few.positions()), within(1e-3));
        }
    }

    @Test
    void theDelaysThatAreWrittenGiveThePositions() {
        for (int seed = 0; seed < CASES; seed++) {
            Case each = new Case(random(seed, false));
            Smoother smoother = each.smoother(200);
            smoother.improve();

            smoother.writeDelays();

            Times after = new Times(each.g);
            Passes.run(each.g, true, false, after);
            for (int a = 0; a < each.g.size; a++) {
                if (smoother.isMovable(a)) {
                    assertThat(after.earlyStart[a]).as("seed %s", seed).isEqualTo(smoother.positions()[a]);
                    assertThat(each.g.delay[a]).isNotNegative();
                }
            }
            assertThat(after.projectFinish).isEqualTo(each.before.projectFinish);
        }
    }

    @Test
    void aSweepAsksAgainAndAgainWhetherToStop() {
        ProjectBuilder builder = plan();
        for (int i = 0; i < 200; i++) {
            builder.activity("a" + i, "", WorkTime.hours(1));
        }
        int[] asked = new int[1];
        Smoother smoother = new Case(builder.build()).smoother(10);
        smoother.stopsWhen(() -> asked[0]++ < 0);

        smoother.improve();

        assertThat(asked[0]).as("four times each way").isEqualTo(8);
        for (int questions = 1; questions <= asked[0]; questions++) {
            int last = questions;
            int[] now = new int[1];
            BooleanSupplier stop = () -> ++now[0] == last;
            smoother.stopsWhen(stop);
            assertThatThrownBy(smoother::improve).isInstanceOf(Stopped.class);
        }
    }
}
