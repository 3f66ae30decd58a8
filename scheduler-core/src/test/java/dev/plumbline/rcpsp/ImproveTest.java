package dev.plumbline.rcpsp;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.level.Levelling;
import dev.plumbline.level.LevellingCheck;
import dev.plumbline.level.PriorityRule;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searching for earlier finishes of real plans. */
class ImproveTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 8, 0);
    private static final Budget BUDGET = Budget.schedules(400);

    private static ProjectBuilder plan() {
        return Project.builder("plan")
                .start(START)
                .calendar(WorkCalendar.weekdays("5x8", LocalTime.of(8, 0), LocalTime.of(16, 0)));
    }

    /** A plan of two teams with calendars of their own, lags of all kinds and a date; {@code plain} leaves these out. */
    private static Project random(long seed, int size, boolean plain) {
        Random random = new Random(seed);
        ProjectBuilder builder = plan();
        builder.addCalendar(WorkCalendar.weekdays("late", LocalTime.of(12, 0), LocalTime.of(20, 0)));
        builder.resource("crew", 3).resource("crane", 1);
        if (!plain) {
            builder.replace(builder.build().resources().get(1).with(r -> r.calendar("late")));
        }
        for (int i = 0; i < size; i++) {
            String id = "a" + i;
            builder.activity(id, id, hours(4L * (1 + random.nextInt(8))));
            builder.assign(id, random.nextInt(3) == 0 ? "crane" : "crew", 1);
            for (int j = Math.max(0, i - 4); j < i; j++) {
                if (random.nextInt(5) == 0) {
                    if (plain || random.nextBoolean()) {
                        builder.finishToStart("a" + j, id);
                    } else {
                        builder.startToStart("a" + j, id, hours(4));
                    }
                }
            }
        }
        return builder.build();
    }

    @Test
    void theExampleOfTheReadmeIsSolved() {
        Project project = plan().activity("A", "Long", days(3))
                .activity("B", "Short", days(1))
                .activity("C", "After", days(5))
                .finishToStart("B", "C")
                .resource("crew", 1)
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();
        var usual = Levelling.serial(PriorityRule.LONGEST).level(project);

        ImprovedPlan best = Rcpsp.improve(project, BUDGET, 42);

        assertThat(usual.schedule().finish()).isEqualTo(LocalDateTime.of(2026, 3, 12, 16, 0));
        assertThat(best.finish()).isEqualTo(LocalDateTime.of(2026, 3, 9, 16, 0)).isEqualTo(best.lowerBound());
        assertThat(best.gap()).isZero();
        assertThat(best.isOptimal()).isTrue();
        assertThat(best.stoppedBy()).isEqualTo(StoppedBy.OPTIMUM);
        assertThat(best.why("A").delayedBy()).containsExactly("B");
        assertThat(best).asString().startsWith("finish 2026-03-09 16:00, proved optimal after ");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void aPlanOnOneCalendarEndsAsTheInstanceThatItIs(long seed) {
        Instance instance = RandomInstances.of(seed, 20, 2, 5);
        ProjectBuilder builder = plan();
        for (int r = 0; r < 2; r++) {
            builder.resource("r" + r, instance.capacity(r));
        }
        for (int a = 0; a < 20; a++) {
            builder.activity("a" + a, "a" + a, hours(8L * instance.duration(a)));
            for (int r = 0; r < 2; r++) {
                if (instance.duration(a) > 0 && instance.demand(a, r) > 0) {
                    builder.assign("a" + a, "r" + r, instance.demand(a, r));
                }
            }
            for (int b : instance.successors(a)) {
                builder.finishToStart("a" + a, "a" + b);
            }
        }

        ImprovedPlan best = Rcpsp.improve(builder.build(), BUDGET, 1);
        RcpspResult result = Rcpsp.solve(instance, BUDGET, 1);

        var calendar = builder.build().calendar();
        assertThat(calendar.workBetween(START, best.finish())).isEqualTo(hours(8L * result.makespan()));
        assertThat(calendar.workBetween(START, best.lowerBound())).isEqualTo(hours(8L * result.lowerBound()));
        assertThat(LevellingCheck.check(best.schedule())).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void noRuleFinishesEarlierAndNoBoundLiesAboveTheFinish(long seed) {
        Project project = random(seed, 25, false);

        ImprovedPlan best = Rcpsp.improve(project, BUDGET, seed);

        for (PriorityRule rule : PriorityRule.all()) {
            assertThat(best.finish())
                    .isBeforeOrEqualTo(
                            Levelling.serial(rule).level(project).schedule().finish())
                    .isBeforeOrEqualTo(
                            Levelling.parallel(rule).level(project).schedule().finish());
        }
        assertThat(best.lowerBound()).isBeforeOrEqualTo(best.finish());
        assertThat(LevellingCheck.check(best.schedule())).isEmpty();
        assertThat(best.levelled().overallocations()).isEmpty();
        assertThat(best.levelled().delays().keySet())
                .allSatisfy(id -> assertThat(best.why(id).isByResource()).isTrue());
        assertThat(best.schedules()).isLessThanOrEqualTo(400);
        List<LocalDateTime> finishes =
                best.incumbents().stream().map(step -> step.finish()).toList();
        assertThat(finishes).isSortedAccordingTo((a, b) -> b.compareTo(a)).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "plain {0}")
    @ValueSource(booleans = {true, false})
    void anyNumberOfThreadsGivesTheSamePlan(boolean plain) {
        Project project = random(4, 30, plain);

        Project one = improved(project, 1);

        assertThat(improved(project, 2)).isEqualTo(one);
        assertThat(improved(project, 16)).isEqualTo(one);
    }

    private static Project improved(Project project, int threads) {
        return Rcpsp.improve(project, BUDGET, 7, ImproveOptions.defaults().withThreads(threads))
                .levelled()
                .project();
    }

    @Test
    void projectsThatShareResourcesFinishTogetherAsEarlyAsCanBe() {
        Project one = random(1, 8, true);
        Project other = random(2, 8, true);

        ImprovedPlan best = Rcpsp.improveTogether(
                List.of(new Levelling.Claim(one, 1), new Levelling.Claim(other, 0)),
                BUDGET,
                1,
                ImproveOptions.defaults());

        assertThat(best.plans()).hasSize(2);
        assertThat(best.plans().get(1).project().name()).isEqualTo(other.name());
        assertThat(best.levelled().overallocations()).isEmpty();
        LocalDateTime usual =
                Levelling.DEFAULT
                        .levelTogether(List.of(new Levelling.Claim(one, 1), new Levelling.Claim(other, 0)))
                        .stream()
                        .map(plan -> plan.schedule().finish())
                        .max(LocalDateTime::compareTo)
                        .orElseThrow();
        assertThat(best.finish()).isBeforeOrEqualTo(usual);
        assertThatThrownBy(() -> Rcpsp.improveTogether(List.of(), BUDGET, 1, ImproveOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no project");
    }

    @Test
    void whatMustNotMoveStaysAndWhatIsShortIsFound() {
        Project project = plan().activity("A", "Fixed", days(2))
                .activity("B", "Protected", days(2))
                .activity("C", "Free", days(2))
                .resource("crew", 1)
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .assign("C", "crew", 1)
                .build()
                .with("A", a -> a.constraint(Constraint.mustStartOn(START.plusDays(2))))
                .with("B", a -> a.priority(1000));

        ImprovedPlan best = Rcpsp.improve(project, BUDGET, 1);

        assertThat(best.schedule().of("A").start()).isEqualTo(START.plusDays(2));
        assertThat(best.schedule().of("B").start()).isEqualTo(START);
        assertThat(best.schedule().of("C").start()).isEqualTo(START.plusDays(4));
    }

    @Test
    void aLevelledPlanStaysUnlessAnEarlierFinishIsFound() {
        Project levelled = Levelling.DEFAULT.level(random(3, 12, false)).project();
        Project best = Rcpsp.improve(levelled, BUDGET, 1).levelled().project();

        assertThat(Rcpsp.improve(best, BUDGET, 1).levelled().isUnchanged()).isTrue();
    }

    @Test
    void aCancelledSearchReturnsAPlanAndAListenerHearsOfIt() {
        Project project = random(6, 40, false);
        CancelToken token = new CancelToken();
        List<PlanProgress> heard = new ArrayList<>();
        ImproveOptions options = ImproveOptions.defaults().withCancel(token).withListener(progress -> {
            heard.add(progress);
            token.cancel();
        });

        ImprovedPlan best = Rcpsp.improve(project, Budget.seconds(60), 1, options);

        assertThat(best.isOptimal() || best.stoppedBy() == StoppedBy.CANCEL).isTrue();
        assertThat(LevellingCheck.check(best.schedule())).isEmpty();
        assertThat(heard).allSatisfy(progress -> assertThat(progress.finish()).isAfterOrEqualTo(progress.lowerBound()));
    }

    @Test
    void aLevellingThatKeepsTheFinishCannotBeImproved() {
        assertThatThrownBy(() -> ImproveOptions.defaults().withLevelling(Levelling.DEFAULT.withinFloat()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("within float");
        assertThatThrownBy(() -> ImproveOptions.defaults().withThreads(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
