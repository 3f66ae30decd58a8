package dev.plumbline.level;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.level.LevellingPlans.MONDAY;
import static dev.plumbline.level.LevellingPlans.at;
import static dev.plumbline.level.LevellingPlans.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.Choices;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Baseline;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.ScheduleFrom;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** How far levelling may go, whom it asks first, and projects that share a pool. */
class LevellingLimitsTest {

    private static final Levelling BY_ROW = Levelling.serial(PriorityRule.ID);

    /** B has three days of float. */
    private static ProjectBuilder slack() {
        return Project.builder("plan")
                .start(MONDAY)
                .resource("crew", 1)
                .activity("L", "L", days(5))
                .activity("A", "A", days(2))
                .activity("B", "B", days(2))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1);
    }

    @Test
    void someOfTheFloatCanBeKept() { // 7.8.3
        Project project = slack().build();

        assertThat(start(BY_ROW.withinFloat(days(1)).level(project), "B")).isEqualTo(at(5, 8));
        assertThat(BY_ROW.withinFloat(days(2)).level(project).isUnchanged()).isTrue();
        assertThatThrownBy(() -> BY_ROW.withinFloat(days(1).negated()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("negative float");
    }

    @Test
    void capacityIsExceededOnlyWhereFloatLeavesNoPlace() { // 7.8.3
        Project project = Project.builder("plan")
                .start(MONDAY)
                .resource("crew", 10)
                .activity("L", "L", days(4))
                .activity("A", "A", days(2))
                .activity("B", "B", days(2))
                .activity("C", "C", days(2))
                .assign("A", "crew", 6)
                .assign("B", "crew", 6)
                .assign("C", "crew", 6)
                .build();

        Levelled within = BY_ROW.withinFloat().level(project);
        Levelled exceeding = BY_ROW.withinFloat().exceedingCapacityBy(20).level(project);

        assertThat(start(within, "B")).isEqualTo(at(5, 8));
        assertThat(start(exceeding, "B")).isEqualTo(at(5, 8));
        assertThat(start(exceeding, "C")).isEqualTo(MONDAY);
        assertThat(exceeding.profile("crew").peak()).isEqualTo(12);
        assertThatThrownBy(() -> BY_ROW.exceedingCapacityBy(-1)).hasMessageContaining("0 to 1000 percent");
    }

    @Test
    void proposedAssignmentsCountOnlyIfThatIsWanted() { // 6.2.4
        Project project = Project.builder("plan")
                .start(MONDAY)
                .resource("crew", 1)
                .activity("A", "A", days(1))
                .activity("B", "B", days(1))
                .assign("A", "crew", 1)
                .add(Assignment.builder("b", "B", "crew").proposed(true).build())
                .build();

        assertThat(BY_ROW.level(project).isUnchanged()).isTrue();
        assertThat(start(BY_ROW.withProposed().level(project), "B")).isEqualTo(at(4, 8));
    }

    @Test
    void orderFollowsTheFieldsOfThePriorityList() { // 7.8.2
        Project project = Project.builder("plan")
                .start(MONDAY)
                .resource("crew", 1)
                .activity("B-1", "", days(1), b -> b.wbs("2"))
                .activity(
                        "b10",
                        "",
                        days(1),
                        b -> b.wbs("1").baselines(List.of(new Baseline(0, at(1, 8), at(2, 8), null, null, null))))
                .activity("1z", "", days(1))
                .assign("B-1", "crew", 1)
                .assign("b10", "crew", 1)
                .assign("1z", "crew", 1)
                .build();

        assertThat(order(project, PriorityRule.ACTIVITY_ID)).containsExactly("1z", "b10", "B-1");
        assertThat(order(project, PriorityRule.named("activity-id:desc").orElseThrow()))
                .containsExactly("B-1", "b10", "1z");
        assertThat(order(project, PriorityRule.WBS)).containsExactly("b10", "B-1", "1z");
        assertThat(order(project, PriorityRule.PLANNED_START)).startsWith("b10");
        assertThat(order(project, PriorityRule.PLANNED_FINISH.reversed())).endsWith("b10");
        assertThat(PriorityRule.named("total-float:desc")).contains(PriorityRule.MIN_SLACK.reversed());
        assertThat(PriorityRule.named("late-finish:asc")).contains(PriorityRule.LATEST_FINISH);
        assertThat(PriorityRule.named("late-finish:up")).isEmpty();
        assertThat(PriorityRule.named("late-finish:")).isEmpty();
    }

    private static List<String> order(Project project, PriorityRule rule) {
        Levelled levelled = Levelling.serial(rule).level(project);
        return project.activities().stream()
                .map(activity -> activity.id())
                .sorted((one, other) -> start(levelled, one).compareTo(start(levelled, other)))
                .toList();
    }

    @Test
    void projectsFromTheirStartAndFromTheirFinishShareAPool() {
        Project early = Project.builder("early")
                .start(MONDAY)
                .resource("crew", 1)
                .activity("A", "A", days(3))
                .assign("A", "crew", 1)
                .build();
        Project late = Project.builder("late")
                .start(MONDAY)
                .finish(at(7, 17))
                .scheduleFrom(ScheduleFrom.FINISH)
                .resource("crew", 1)
                .activity("X", "X", days(2), x -> x.constraint(Constraint.AS_LATE_AS_POSSIBLE))
                .activity("Y", "Y", days(2), y -> y.constraint(Constraint.AS_LATE_AS_POSSIBLE))
                .assign("X", "crew", 1)
                .assign("Y", "crew", 1)
                .build();

        List<Levelled> levelled =
                BY_ROW.levelTogether(List.of(new Levelling.Claim(early, 2), new Levelling.Claim(late, 1)));

        assertThat(levelled.get(0).isUnchanged()).isTrue();
        assertThat(start(levelled.get(1), "X")).isEqualTo(at(6, 8));
        assertThat(levelled.get(1).schedule().of("Y").finish()).isBefore(MONDAY);
        assertThat(levelled.get(1).profile("crew").isOverallocated()).isFalse();
    }

    @Test
    void sharedProjectsAreSplitAroundEachOther() {
        Project one = Project.builder("one")
                .start(MONDAY)
                .resource("crew", 1)
                .activity("A", "A", days(1), a -> a.constraint(Constraint.startNoEarlierThan(at(4, 8))))
                .assign("A", "crew", 1)
                .build();
        Project two = Project.builder("two")
                .start(MONDAY)
                .resource("crew", 1)
                .activity("B", "B", days(3))
                .assign("B", "crew", 1)
                .build();

        List<Levelled> levelled =
                BY_ROW.withSplits().levelTogether(List.of(new Levelling.Claim(one, 2), new Levelling.Claim(two, 1)));

        assertThat(levelled.get(1).schedule().of("B").finish()).isEqualTo(at(6, 17));
        assertThat(levelled.get(1).reasons("B").get(0).holders().get(0).project())
                .isEqualTo("one");
    }

    @Provide
    Arbitrary<Instance> instances() {
        return Choices.of(120).map(random -> LevellingLawsTest.random(random, 9));
    }

    @Property(tries = 60)
    void conflictByConflictComesToAnEndAndLeavesNothing(@ForAll("instances") Instance instance) {
        for (ConflictOrder order : ConflictOrder.values()) {
            Levelling how =
                    Levelling.byConflict(ConflictRules.DEFAULT.withOrder(order).withGranularity(Granularity.MINUTE));

            Levelled levelled = how.level(instance.project());

            assertThat(LevellingCheck.check(levelled.schedule()))
                    .as(order.name())
                    .isEmpty();
            assertThat(levelled.overallocations()).isEmpty();
        }
    }

    @Property(tries = 60)
    void splitsNeverMakeAPlanInvalid(@ForAll("instances") Instance instance) {
        for (GenerationScheme scheme : GenerationScheme.values()) {
            Levelling how = Levelling.of(scheme, PriorityRule.LATEST_FINISH).withSplits();

            Levelled levelled = how.level(instance.project());

            assertThat(LevellingCheck.check(levelled.schedule())).isEmpty();
            assertThat(levelled.overallocations()).isEmpty();
            assertThat(how.level(levelled.project()).project()).isEqualTo(levelled.project());
        }
    }
}
