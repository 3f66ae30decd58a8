package dev.plumbline.level;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.elapsedDays;
import static dev.plumbline.level.LevellingPlans.MONDAY;
import static dev.plumbline.level.LevellingPlans.at;
import static dev.plumbline.level.LevellingPlans.resolve;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Choices;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.ScheduleFrom;
import java.time.LocalDateTime;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Plans that are scheduled from their finish, and schedules that are generated backward. */
class BackwardLevellingTest {

    private static final LocalDateTime FRIDAY = LocalDateTime.of(2025, 3, 14, 17, 0);

    private static ProjectBuilder fromFinish() {
        return Project.builder("plan")
                .start(MONDAY)
                .finish(FRIDAY)
                .scheduleFrom(ScheduleFrom.FINISH)
                .resource("crew", 1);
    }

    private static ProjectBuilder late(ProjectBuilder builder, String id, int days) {
        return builder.activity(id, id, days(days), a -> a.constraint(Constraint.AS_LATE_AS_POSSIBLE))
                .assign(id, "crew", 1);
    }

    @Test
    void aPlanScheduledFromItsFinishIsLevelledByEarlierFinishes() {
        Levelled levelled = resolve(late(late(fromFinish(), "A", 3), "B", 1).build());

        assertThat(levelled.schedule().of("A").finish()).isEqualTo(FRIDAY);
        assertThat(levelled.schedule().of("A").start()).isEqualTo(at(12, 8));
        assertThat(levelled.schedule().of("B").finish()).isEqualTo(at(11, 17));
        assertThat(levelled.delay("B")).isEqualTo(elapsedDays(-3));
        assertThat(levelled.delays()).containsOnlyKeys("B");
        assertThat(levelled.overallocations()).isEmpty();
    }

    @Test
    void theReasonIsWhoHoldsTheResourceLater() {
        DelayReason why =
                resolve(late(late(fromFinish(), "A", 3), "B", 1).build()).why("B");

        assertThat(why.kind()).isEqualTo(DelayReason.Kind.EARLIER);
        assertThat(why.logicStart()).isEqualTo(at(14, 8));
        assertThat(why.start()).isEqualTo(at(11, 8));
        assertThat(why.delayedBy()).containsExactly("A");
        assertThat(why.toString())
                .contains("instead of 2025-03-14 08:00 (-3ed)")
                .contains("held by A");
    }

    @Test
    void predecessorsMoveAlong() {
        Project project = late(late(late(fromFinish(), "A", 2), "B", 2), "P", 1)
                .finishToStart("P", "B")
                .build();

        Levelled levelled = resolve(project);

        assertThat(levelled.schedule().of("B").finish()).isEqualTo(at(12, 17));
        assertThat(levelled.schedule().of("P").finish()).isEqualTo(at(10, 17));
        assertThat(levelled.delays()).containsOnlyKeys("B");
    }

    @Test
    void activitiesAsSoonAsPossibleStayInSuchAPlan() {
        Project project = late(fromFinish().activity("A", "A", days(2)).assign("A", "crew", 1), "B", 9)
                .build();

        Levelled levelled = resolve(project);

        assertThat(levelled.schedule().of("A").start()).isEqualTo(MONDAY);
        assertThat(levelled.schedule().of("B").finish()).isEqualTo(LocalDateTime.of(2025, 2, 28, 17, 0));
    }

    @Test
    void withinFloatNothingBeginsBeforeItCould() {
        Project project = late(late(fromFinish(), "A", 8), "B", 4).build();

        assertThat(Levelling.serial(PriorityRule.ID)
                        .withinFloat()
                        .level(project)
                        .isUnchanged())
                .isTrue();
        assertThat(resolve(project).isUnchanged()).isFalse();
    }

    @Test
    void clearingTakesEarlierFinishesAway() { // 7.6.4
        Project project = late(late(fromFinish(), "A", 3), "B", 1).build();

        assertThat(Levelling.clear(resolve(project).project())).isEqualTo(project);
    }

    @Test
    void aPassBackwardFindsAnOrderThatIsPlacedForward() {
        Project project = Project.builder("plan")
                .start(MONDAY)
                .resource("crew", 1)
                .activity("S", "S", days(1))
                .activity("L", "L", days(1))
                .activity("M", "M", days(5))
                .finishToStart("L", "M")
                .assign("S", "crew", 1)
                .assign("L", "crew", 1)
                .build();
        Levelling forward = Levelling.serial(PriorityRule.ID);

        assertThat(resolve(forward, project).schedule().finish()).isEqualTo(at(11, 17));
        assertThat(resolve(forward.inDirection(Direction.FORWARD), project)
                        .schedule()
                        .finish())
                .isEqualTo(at(11, 17));
        Levelled backward = resolve(forward.inDirection(Direction.BACKWARD), project);
        assertThat(backward.schedule().finish()).isEqualTo(at(10, 17));
        assertThat(backward.schedule().of("L").start()).isEqualTo(MONDAY);
    }

    @Provide
    Arbitrary<Instance> instances() {
        return Choices.of(120).map(random -> LevellingLawsTest.random(random, 9));
    }

    @Property(tries = 100)
    void severalTriesAreNeverLongerThanTheFirst(@ForAll("instances") Instance instance) {
        Project project = instance.project();
        Levelling one = Levelling.serial(PriorityRule.LATEST_FINISH);

        Levelled several = one.trying(12).level(project);

        assertThat(several.schedule().finish())
                .isBeforeOrEqualTo(one.level(project).schedule().finish());
        assertThat(LevellingCheck.check(several.schedule())).isEmpty();
    }

    @Property(tries = 100)
    void bothSchemesAreValidInBothDirections(@ForAll("instances") Instance instance) {
        for (GenerationScheme scheme : GenerationScheme.values()) {
            for (Direction direction : Direction.values()) {
                Levelling how = Levelling.of(scheme, PriorityRule.MIN_SLACK).inDirection(direction);
                assertThat(LevellingCheck.check(how.level(instance.project()).schedule()))
                        .isEmpty();
                Levelled fromFinish = how.level(reversed(instance.project()));
                assertThat(LevellingCheck.check(fromFinish.schedule())).isEmpty();
                assertThat(fromFinish.overallocations()).isEmpty();
            }
        }
    }

    /** The same plan from a finish far away, everything as late as possible. */
    private static Project reversed(Project project) {
        return project.toBuilder()
                .scheduleFrom(ScheduleFrom.FINISH)
                .finish(project.start().plusDays(200))
                .replaceEach(activity -> activity.with(a -> a.constraint(Constraint.AS_LATE_AS_POSSIBLE)))
                .build();
    }
}
