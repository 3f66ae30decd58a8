package dev.plumbline.level;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.elapsedDays;
import static dev.plumbline.calendar.WorkTime.hours;
import static dev.plumbline.level.LevellingPlans.MONDAY;
import static dev.plumbline.level.LevellingPlans.at;
import static dev.plumbline.level.LevellingPlans.finish;
import static dev.plumbline.level.LevellingPlans.plan;
import static dev.plumbline.level.LevellingPlans.resolve;
import static dev.plumbline.level.LevellingPlans.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Contour;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.SchedulingMode;
import org.junit.jupiter.api.Test;

/** Splits, remaining work, typed dates and single assignments: what levelling may move beside whole activities. */
class SplitLevellingTest {

    private static final Levelling SPLITTING = Levelling.serial(PriorityRule.ID).withSplits();

    /** A is on Tuesday only; B could begin on Monday and takes three days. */
    private static ProjectBuilder interrupted() {
        return plan().activity("A", "A", days(1), a -> a.constraint(Constraint.startNoEarlierThan(at(4, 8))))
                .activity("B", "B", days(3))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1);
    }

    @Test
    void workPausesWhileSomebodyElseHasTheCrew() { // 7.5 step 5
        Levelled levelled = resolve(SPLITTING, interrupted().build());

        assertThat(start(levelled, "B")).isEqualTo(MONDAY);
        assertThat(finish(levelled, "B")).isEqualTo(at(6, 17));
        assertThat(levelled.delays()).isEmpty();
        assertThat(levelled.project().activity("B").duration()).isEqualTo(days(3));
    }

    @Test
    void aPauseNamesItsReason() {
        Levelled levelled = resolve(SPLITTING, interrupted().build());

        DelayReason gap = levelled.reasons("B").get(0);
        assertThat(gap.kind()).isEqualTo(DelayReason.Kind.GAP);
        assertThat(gap.logicStart()).isEqualTo(at(3, 17));
        assertThat(gap.start()).isEqualTo(at(5, 8));
        assertThat(gap.resource()).isEqualTo("crew");
        assertThat(gap.delayedBy()).containsExactly("A");
        assertThat(levelled.reasons()).containsOnlyKeys("B");
        assertThat(levelled.toString()).contains("split").contains("crew: A");
    }

    @Test
    void workIsSplitOnlyWherePlanAndActivityAllowIt() { // 7.3.3
        Project project = interrupted().build();

        assertThat(start(resolve(Levelling.serial(PriorityRule.ID), project), "B"))
                .isEqualTo(at(5, 8));
        Project whole = project.with("B", b -> b.levellingMaySplit(false));
        assertThat(start(resolve(SPLITTING, whole), "B")).isEqualTo(at(5, 8));
        assertThat(start(resolve(SPLITTING.withoutSplits(), project), "B")).isEqualTo(at(5, 8));
    }

    @Test
    void noPieceIsShorterThanTheLeast() {
        Project project = interrupted().build();

        Levelled levelled = resolve(Levelling.serial(PriorityRule.ID).withSplits(days(2)), project);

        assertThat(start(levelled, "B")).isEqualTo(at(5, 8));
        assertThat(resolve(Levelling.serial(PriorityRule.ID).withSplits(days(1)), project)
                        .reasons("B"))
                .hasSize(1);
        assertThatThrownBy(() -> SPLITTING.withSplits(hours(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must take some time");
    }

    @Test
    void clearingTakesSplitsAwayThatLevellingMade() { // 7.6.4
        Project project = interrupted().build();

        Project cleared = Levelling.clear(resolve(SPLITTING, project).project());

        assertThat(CriticalPath.schedule(cleared).of("B"))
                .extracting(times -> times.start(), times -> times.finish())
                .containsExactly(MONDAY, at(5, 17));
    }

    @Test
    void splitsOfEarlierLevellingAreTakenAwayBeforeTheNext() {
        Project split = resolve(SPLITTING, interrupted().build()).project();
        Project later = split.with("A", a -> a.constraint(Constraint.startNoEarlierThan(at(5, 8))));

        Levelled levelled = resolve(SPLITTING, later);

        assertThat(levelled.reasons("B")).singleElement().satisfies(gap -> {
            assertThat(gap.logicStart()).isEqualTo(at(4, 17));
            assertThat(gap.start()).isEqualTo(at(6, 8));
        });
    }

    @Test
    void contoursAreSplitAsTheyAre() {
        Project project = Project.builder("plan")
                .start(MONDAY)
                .resource("crew", 1)
                .activity("A", "A", days(1), a -> a.constraint(Constraint.startNoEarlierThan(at(5, 8))))
                .activity("B", "B", days(5))
                .assign("A", "crew", 1)
                .add(Assignment.builder("b", "B", "crew")
                        .contour(Contour.BACK_LOADED)
                        .work(hours(24))
                        .build())
                .build();

        Levelled levelled = resolve(SPLITTING, project);

        assertThat(start(levelled, "B")).isEqualTo(MONDAY);
        assertThat(finish(levelled, "B")).isEqualTo(at(10, 17));
        assertThat(levelled.profile("crew").peak()).isEqualTo(1);
    }

    @Test
    void whatIsLeftOfAnActivityInProgressGoesOnLater() { // 7.3.2
        Progress half = new Progress(MONDAY, null, days(1), days(2), 33, 0, at(3, 17), at(4, 8));
        Project project = plan().activity("A", "A", days(1), a -> a.constraint(Constraint.mustStartOn(at(4, 8))))
                .activity("B", "B", days(3), b -> b.progress(half))
                .activity("C", "C", days(1))
                .finishToStart("B", "C")
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();

        Levelled levelled = resolve(SPLITTING, project);

        assertThat(start(levelled, "B")).isEqualTo(MONDAY);
        assertThat(finish(levelled, "B")).isEqualTo(at(6, 17));
        assertThat(start(levelled, "C")).isEqualTo(at(7, 8));
        assertThat(levelled.project().activity("B").progress().resume()).isEqualTo(at(5, 8));
        assertThat(levelled.why("B").kind()).isEqualTo(DelayReason.Kind.REMAINDER);
        assertThat(levelled.why("B").delayedBy()).containsExactly("A");
        assertThat(levelled.delay("B")).isEqualTo(elapsedDays(1));
        assertThat(Levelling.clear(levelled.project()).activity("B").progress().resume())
                .isEqualTo(at(4, 8));
    }

    @Test
    void workInProgressIsInterruptedOnlyWhereTheProjectAllowsIt() {
        Progress half = new Progress(MONDAY, null, days(1), days(2), 33, 0, at(3, 17), at(4, 8));
        Project project = plan().activity("A", "A", days(1), a -> a.constraint(Constraint.mustStartOn(at(4, 8))))
                .activity("B", "B", days(3), b -> b.progress(half))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();
        Project strict = project.toBuilder()
                .settings(project.settings().withSplitsInProgress(false))
                .build();

        Levelled levelled = SPLITTING.level(strict);

        assertThat(levelled.isUnchanged()).isTrue();
        assertThat(levelled.findings())
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("B has begun");
    }

    @Test
    void workInProgressGoesBeforeWorkThatIsNotBegun() { // 7.8.4
        Progress half = new Progress(MONDAY, null, days(1), days(2), 33, 0, at(3, 17), at(4, 8));
        Project project = plan().activity("A", "A", days(1), a -> a.priority(900))
                .activity("B", "B", days(3), b -> b.progress(half))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();

        Levelled levelled = resolve(Levelling.DEFAULT.withSplits(), project);

        assertThat(finish(levelled, "B")).isEqualTo(at(5, 17));
        assertThat(start(levelled, "A")).isEqualTo(at(6, 8));
    }

    @Test
    void typedDatesAreMovedOnlyIfThatIsWanted() { // 7.1, 7.3.1
        Project project = plan().activity("A", "A", days(1), a -> a.priority(1000))
                .activity(
                        "M",
                        "M",
                        days(2),
                        m -> m.mode(SchedulingMode.MANUAL).manual(new ManualDates(MONDAY, at(4, 17), days(2))))
                .activity("C", "C", days(1))
                .finishToStart("M", "C")
                .assign("A", "crew", 1)
                .assign("M", "crew", 1)
                .build();

        assertThat(Levelling.serial(PriorityRule.ID).level(project).isUnchanged())
                .isTrue();

        Levelled levelled = resolve(
                Levelling.serial(PriorityRule.ID).movingManual(),
                project.with(
                        "A", a -> a.constraint(Constraint.mustStartOn(at(3, 8))).priority(500)));

        assertThat(start(levelled, "M")).isEqualTo(at(4, 8));
        assertThat(finish(levelled, "M")).isEqualTo(at(5, 17));
        assertThat(start(levelled, "C")).isEqualTo(at(6, 8));
        assertThat(levelled.why("M").delayedBy()).containsExactly("A");
        assertThat(Levelling.clear(levelled.project()).activity("M").manual())
                .isEqualTo(project.activity("M").manual());
    }

    @Test
    void oneOfTwoAssignmentsWaitsForItsResource() { // 7.5 step 7, 7.6.2
        Project project = plan().resource("crane", 1)
                .activity("A", "A", days(2))
                .activity("B", "B", days(3))
                .assign("A", "crane", 1)
                .assign("B", "crew", 1)
                .assign("B", "crane", 1)
                .build();

        Levelled levelled = resolve(Levelling.serial(PriorityRule.ID).assignmentByAssignment(), project);

        assertThat(start(levelled, "B")).isEqualTo(MONDAY);
        assertThat(finish(levelled, "B")).isEqualTo(at(7, 17));
        assertThat(levelled.project().assignmentsOf("B"))
                .extracting(Assignment::levellingDelay)
                .extracting(delay -> delay.ticks())
                .containsExactly(0L, 2L * 14_400);
        DelayReason reason = levelled.reasons("B").get(0);
        assertThat(reason.kind()).isEqualTo(DelayReason.Kind.ASSIGNMENT);
        assertThat(reason.resource()).isEqualTo("crane");
        assertThat(reason.delayedBy()).containsExactly("A");
        assertThat(Levelling.clear(levelled.project())).isEqualTo(project);
    }

    @Test
    void assignmentsBeginTogetherWhereTheActivityDoesNotAllowOtherwise() { // 7.3.3
        Project project = plan().resource("crane", 1)
                .activity("A", "A", days(2))
                .activity("B", "B", days(3), b -> b.levelAssignments(false))
                .assign("A", "crane", 1)
                .assign("B", "crew", 1)
                .assign("B", "crane", 1)
                .build();
        Levelling how = Levelling.serial(PriorityRule.ID).assignmentByAssignment();

        assertThat(start(resolve(how, project), "B")).isEqualTo(at(5, 8));
        assertThat(start(resolve(how.activityByActivity(), project.with("B", b -> b.levelAssignments(true))), "B"))
                .isEqualTo(at(5, 8));
    }

    @Test
    void conflictByConflictWorkPausesToo() { // 7.5 step 5
        Levelling how = Levelling.byConflict(ConflictRules.DEFAULT.withOrder(ConflictOrder.PRIORITY_STANDARD))
                .withSplits();

        Levelled levelled = resolve(how, interrupted().build().with("B", b -> b.priority(400)));

        assertThat(start(levelled, "B")).isEqualTo(MONDAY);
        assertThat(finish(levelled, "B")).isEqualTo(at(6, 17));
        DelayReason gap = levelled.reasons("B").get(0);
        assertThat(gap.kind()).isEqualTo(DelayReason.Kind.GAP);
        assertThat(gap.at()).isEqualTo(at(4, 8));
        assertThat(gap.delayedBy()).containsExactly("A");
    }

    @Test
    void conflictByConflictPausesAddUp() {
        Project project = interrupted()
                .activity("C", "C", days(2), c -> c.constraint(Constraint.startNoEarlierThan(at(6, 8))))
                .assign("C", "crew", 1)
                .build()
                .with("B", b -> b.priority(400));
        Levelling how = Levelling.byConflict(ConflictRules.DEFAULT.withOrder(ConflictOrder.PRIORITY_STANDARD))
                .withSplits();

        Levelled levelled = resolve(how, project);

        assertThat(start(levelled, "B")).isEqualTo(MONDAY);
        assertThat(finish(levelled, "B")).isEqualTo(at(10, 17));
        assertThat(levelled.reasons("B")).hasSize(2);
    }

    @Test
    void conflictByConflictWhatIsLeftGoesOnLaterAndAssignmentsWait() {
        Progress half = new Progress(MONDAY, null, days(1), days(2), 33, 0, at(3, 17), at(4, 8));
        Project project = plan().resource("crane", 1)
                .activity("A", "A", days(1), a -> a.constraint(Constraint.mustStartOn(at(4, 8))))
                .activity("B", "B", days(3), b -> b.progress(half))
                .activity("K", "K", days(2), k -> k.priority(1000))
                .activity("L", "L", days(1))
                .resource("helper", 1)
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .assign("K", "crane", 1)
                .assign("L", "crane", 1)
                .assign("L", "helper", 1)
                .build();
        Levelling how = Levelling.byConflict(ConflictRules.DEFAULT).withSplits().assignmentByAssignment();

        Levelled levelled = resolve(how, project);

        assertThat(finish(levelled, "B")).isEqualTo(at(6, 17));
        assertThat(levelled.why("B").delayedBy()).containsExactly("A");
        assertThat(start(levelled, "L")).isEqualTo(MONDAY);
        assertThat(finish(levelled, "L")).isEqualTo(at(5, 17));
        assertThat(levelled.reasons("L").get(0).delayedBy()).containsExactly("K");
    }
}
