package dev.plumbline.level;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.ScheduleOptions;
import dev.plumbline.internal.kernel.Gaps;
import dev.plumbline.internal.kernel.LevellerPart;
import dev.plumbline.internal.kernel.Standing;
import dev.plumbline.internal.network.Network;
import dev.plumbline.internal.network.Requirements;
import dev.plumbline.model.Activity;
import dev.plumbline.model.ActivityBuilder;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.ProjectSettings;
import dev.plumbline.model.SchedulingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A schedule that is taken up again is the one that generating it again would give, in all that anybody can ask of it. */
class StandingTest {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 8, 0);
    private static final int SIZE = 60;

    private static final Levelling ALL = Levelling.serial(PriorityRule.ID)
            .withSplits()
            .assignmentByAssignment()
            .movingManual();

    /** A plan with all that levelling can move: whole activities, splits, single assignments, remaining work, typed dates. */
    private static Project plan(long seed) {
        Random random = new Random(seed);
        ProjectBuilder builder = Project.builder("plan")
                .start(MONDAY)
                .dataDate(MONDAY.plusDays(1))
                .settings(ProjectSettings.DEFAULT.withSplitsInProgress(true));
        for (int i = 0; i < SIZE; i++) {
            int kind = random.nextInt(8);
            LocalDateTime day = MONDAY.plusDays(random.nextInt(12));
            builder.activity("A" + i, "", WorkTime.hours(4 + random.nextInt(40)), a -> shape(a, kind, day));
            if (i > 20 && random.nextInt(3) > 0) {
                builder.finishToStart("A" + (i - 1 - random.nextInt(20)), "A" + i);
            }
        }
        for (int r = 0; r < 4; r++) {
            builder.resource("R" + r, 2);
        }
        for (int i = 0; i < SIZE; i++) {
            int first = random.nextInt(4);
            builder.assign("A" + i, "R" + first, 1);
            if (random.nextBoolean()) {
                builder.assign("A" + i, "R" + (first + 1) % 4, 1);
            }
        }
        return builder.build();
    }

    private static ActivityBuilder shape(ActivityBuilder a, int kind, LocalDateTime day) {
        return switch (kind) {
            case 0 -> a.constraint(Constraint.startNoEarlierThan(day)).priority(1000);
            case 1 -> a.mode(SchedulingMode.MANUAL).manual(new ManualDates(day, null, null));
            case 2 -> a.progress(new Progress(MONDAY, null, null, null, 30, 0, null, null));
            case 3 -> a.levelAssignments(true);
            default -> a.levellingMaySplit(true);
        };
    }

    private static int[][] ranks(long seed) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        return new int[][] {order.stream().mapToInt(Integer::intValue).toArray()};
    }

    private static LevelRun prepared(Project project) {
        LevelRun run = new LevelRun(List.of(new Levelling.Claim(project, 0)), ALL, ScheduleOptions.DEFAULT);
        run.prepare();
        return run;
    }

    /** All that a schedule consists of, as text. */
    private static List<String> told(LevelRun run) {
        LevelPart part = run.parts().get(0);
        LevellerPart kernel = part.kernel();
        Network g = part.network();
        Requirements q = part.requirements();
        List<String> told = new ArrayList<>();
        for (int a = 0; a < SIZE; a++) {
            Gaps gaps = kernel.gaps[a];
            told.add("%s: %d-%d late %d-%d, delay %d, span %d, %d-%d, resumes %d, %s after %d, %s at %d, %s%s%s"
                    .formatted(
                            part.id(a),
                            kernel.t.earlyStart[a],
                            kernel.t.earlyFinish[a],
                            kernel.t.lateStart[a],
                            kernel.t.lateFinish[a],
                            g.delay[a],
                            g.span[a],
                            g.fixedStart[a],
                            g.fixedFinish[a],
                            g.resume[a],
                            kernel.outcome[a],
                            kernel.sequence[a],
                            kernel.conflictResource[a],
                            kernel.conflictAt[a],
                            kernel.clashes[a],
                            kernel.movable[a],
                            gaps == null ? "" : Arrays.toString(gaps.at()) + Arrays.toString(gaps.length())));
            long origin = q.originOf(a, kernel.t.earlyStart[a]);
            for (int u = q.firstUse[a]; u < q.firstUse[a + 1]; u++) {
                for (int p = q.firstPiece[u]; p < q.endPiece[u]; p++) {
                    told.add("%s: use %d by %d, %d-%d of %d, short at %d"
                            .formatted(
                                    part.id(a),
                                    q.resource[u],
                                    q.shift[u],
                                    q.from(a, u, p, origin),
                                    q.to(a, u, p, origin),
                                    q.units[p],
                                    q.shift[u] == 0 ? 0 : kernel.useConflict[u]));
                }
            }
        }
        return told;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anEarlierScheduleIsTakenUpAsItWas(long seed) {
        Project project = plan(seed);
        int[][] one = ranks(seed);
        int[][] other = ranks(seed + 100);
        LevelRun run = prepared(project);
        run.trial(one, GenerationScheme.SERIAL);
        Standing kept = Standing.of(run.parts().get(0).kernel());
        List<String> first = told(run);
        run.trial(other, GenerationScheme.PARALLEL);
        List<String> second = told(run);

        kept.takeUp(run.parts().get(0).kernel());

        assertThat(told(run)).isEqualTo(first).isNotEqualTo(second);
        run.trial(other, GenerationScheme.PARALLEL);
        assertThat(told(run)).as("nothing of what was taken up is left").isEqualTo(second);
        kept.takeUp(run.parts().get(0).kernel());
        assertThat(told(run)).as("a second time").isEqualTo(first);
        run.trial(one, GenerationScheme.SERIAL);
        assertThat(told(run)).as("generated again").isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void plansLikeTheseAreMovedInEveryWay(long seed) {
        Levelled levelled = ALL.level(plan(seed));

        assertThat(levelled.reasons().values().stream()
                        .flatMap(List::stream)
                        .map(DelayReason::kind)
                        .distinct())
                .contains(DelayReason.Kind.START, DelayReason.Kind.GAP, DelayReason.Kind.REMAINDER);
        assertThat(levelled.project().activities().stream().filter(Activity::active))
                .hasSize(SIZE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theShortestOfManyKeepsItsReasons(long seed) {
        Levelled levelled = ALL.trying(8).level(plan(seed));

        assertThat(LevellingCheck.check(levelled.schedule()).stream()
                        .filter(problem -> !problem.code().equals("LEVEL_CAPACITY")))
                .isEmpty();
        for (List<DelayReason> reasons : levelled.reasons().values()) {
            for (DelayReason reason : reasons) {
                boolean placed = reason.kind() == DelayReason.Kind.START || reason.kind() == DelayReason.Kind.GAP;
                assertThat(!placed || reason.resource() != null)
                        .as(reason.toString())
                        .isTrue();
            }
        }
    }
}
