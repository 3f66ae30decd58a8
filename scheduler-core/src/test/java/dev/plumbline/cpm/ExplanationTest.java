package dev.plumbline.cpm;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.elapsedDays;
import static dev.plumbline.cpm.Dates.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import dev.plumbline.model.SchedulingMode;
import org.junit.jupiter.api.Test;

/** The reasons of a date, in the words that a planner reads; A takes four days from Monday 3 March 2025. */
class ExplanationTest {

    private static ProjectBuilder plan() {
        return Project.builder("reasons").start(Dates.START).activity("A", "Dig", days(4));
    }

    private static String start(ProjectBuilder builder, String id) {
        return start(builder.build(), id);
    }

    private static String start(Project project, String id) {
        return CriticalPath.schedule(project).explain(id).toString();
    }

    private static String late(ProjectBuilder builder, String id) {
        return late(builder.build(), id);
    }

    private static String late(Project project, String id) {
        return CriticalPath.schedule(project).explainLate(id).toString();
    }

    private static Project constrainedSummary(Constraint constraint) {
        return plan().summary("S", "Site", below -> below.activity("B", "", days(2)))
                .build()
                .with("S", s -> s.constraint(constraint));
    }

    @Test
    void aChainLeadsFromTheStartOfTheProjectOverDurationsAndRelationships() {
        ProjectBuilder builder = plan().activity("B", "", days(2)).finishToStart("A", "B");

        assertThat(start(builder, "B")).isEqualTo("""
                the project starts Mon 2025-03-03 08:00
                A 'Dig' takes 4d: finishes Thu 2025-03-06 17:00
                A 'Dig' finishes Thu 2025-03-06 17:00; B starts after it (FS): Thu 2025-03-06 17:00
                the next working time of calendar 'Standard' is Fri 2025-03-07 08:00""");
    }

    @Test // 3.1.5, 16.6
    void aRelationshipToAFinishLaysTheDurationBackward() {
        ProjectBuilder builder =
                plan().activity("B", "", days(2)).add(new Relationship("A", "B", RelationshipType.FF, Lag.of(days(1))));

        Explanation explanation = CriticalPath.schedule(builder.build()).explain("B");

        assertThat(explanation.activity()).isEqualTo("B");
        assertThat(explanation.date()).isEqualTo(at("Thu 03-06 08:00"));
        assertThat(explanation.toString())
                .contains("B finishes after it (FF+1d on calendar 'Standard'): Fri 2025-03-07 17:00")
                .endsWith("B takes 2d: starts Thu 2025-03-06 08:00");
    }

    @Test
    void aLeadIsNamedWithItsSignAndAnElapsedLagWithoutACalendar() {
        ProjectBuilder lead = plan().activity("B", "", days(2))
                .add(new Relationship("A", "B", RelationshipType.FS, Lag.of(days(-1))));
        ProjectBuilder elapsed = plan().activity("B", "", days(2))
                .add(new Relationship("A", "B", RelationshipType.SS, Lag.of(elapsedDays(1))));

        assertThat(start(lead, "B")).contains("(FS-1d on calendar 'Standard'): Thu 2025-03-06 08:00");
        assertThat(start(elapsed, "B"))
                .contains("A 'Dig' starts Mon 2025-03-03 08:00; B starts after it (SS+1ed): Tue 2025-03-04 08:00");
    }

    @Test // 3.1.3
    void aConstraintThatDecidesIsTheBeginningOfTheChain() {
        ProjectBuilder from = plan().activity(
                        "B", "", days(2), b -> b.constraint(Constraint.startNoEarlierThan(at("Sat 03-08 08:00"))));
        ProjectBuilder to = plan().activity(
                        "B", "", days(2), b -> b.constraint(Constraint.finishNoEarlierThan(at("Wed 03-12 17:00"))));

        assertThat(start(from, "B")).isEqualTo("""
                B must start no earlier than: Sat 2025-03-08 08:00
                the next working time of calendar 'Standard' is Mon 2025-03-10 08:00""");
        assertThat(start(to, "B")).isEqualTo("""
                B must finish no earlier than: Wed 2025-03-12 17:00
                B takes 2d: starts Tue 2025-03-11 08:00""");
    }

    @Test
    void aRowBelowAConstrainedSummaryNamesTheSummary() {
        Project project = constrainedSummary(Constraint.startNoEarlierThan(at("Wed 03-05 08:00")));

        assertThat(start(project, "B"))
                .isEqualTo("B, below S 'Site', must start no earlier than: Wed 2025-03-05 08:00");
        assertThat(start(project, "S")).endsWith("S 'Site' starts Wed 2025-03-05 08:00 with B");
    }

    @Test
    void aRelationshipToASummaryIsFollowedByTheRowsBelow() {
        ProjectBuilder builder = plan().summary("S", "Site", below -> below.activity("B", "", days(2)))
                .finishToStart("A", "S");

        assertThat(start(builder, "B")).contains("B, below S 'Site', starts after it (FS)");
    }

    @Test // 8.1.1
    void aSummaryThatDrivesIsExplainedByTheRowThatFinishesIt() {
        ProjectBuilder builder = plan().summary(
                        "S", "Site", below -> below.activity("B", "", days(2)).activity("C", "", days(5)))
                .activity("D", "", days(1))
                .finishToStart("S", "D");

        assertThat(start(builder, "D")).isEqualTo("""
                the project starts Mon 2025-03-03 08:00
                C takes 5d: finishes Fri 2025-03-07 17:00
                S 'Site' finishes Fri 2025-03-07 17:00 with C
                S 'Site' finishes Fri 2025-03-07 17:00; D starts after it (FS): Fri 2025-03-07 17:00
                the next working time of calendar 'Standard' is Mon 2025-03-10 08:00""");
    }

    @Test
    void aSummaryWithoutActiveRowsSaysSo() {
        ProjectBuilder builder =
                plan().summary("S", "Site", below -> below.activity("B", "", days(2), b -> b.active(false)));

        assertThat(start(builder, "S")).startsWith("S 'Site' has no active rows");
        assertThat(late(builder, "S")).isEqualTo("S 'Site' ends with the project");
    }

    @Test // 3.2.1, 3.2.4
    void reportedDatesEndTheChain() {
        Progress done = new Progress(at("Tue 03-04 08:00"), at("Wed 03-12 17:00"), null, null, 100, 0, null, null);
        ProjectBuilder builder = Project.builder("reasons")
                .start(Dates.START)
                .activity("A", "Dig", days(4), a -> a.progress(done))
                .activity("B", "", days(2))
                .finishToStart("A", "B");

        assertThat(start(builder, "A")).isEqualTo("A 'Dig' starts Tue 2025-03-04 08:00 (actual)");
        assertThat(start(builder, "B"))
                .startsWith("A 'Dig' finishes Wed 2025-03-12 17:00 (actual)\nA 'Dig' finishes Wed 2025-03-12 17:00; B");
        assertThat(late(builder, "A")).isEqualTo("A 'Dig' is finished: Wed 2025-03-12 17:00");
    }

    @Test
    void typedDatesEndTheChain() {
        ManualDates typed = new ManualDates(at("Wed 03-05 08:00"), at("Thu 03-06 12:00"), null);
        ProjectBuilder builder = Project.builder("reasons")
                .start(Dates.START)
                .activity("A", "", days(2), a -> a.mode(SchedulingMode.MANUAL).manual(typed))
                .activity("B", "", days(2))
                .finishToStart("A", "B");

        assertThat(start(builder, "A")).isEqualTo("A starts Wed 2025-03-05 08:00 (typed by the planner)");
        assertThat(start(builder, "B")).startsWith("A finishes Thu 2025-03-06 12:00 (typed by the planner)");
    }

    @Test
    void aLevellingDelayIsAStepOfItsOwn() {
        ProjectBuilder builder = plan().activity("B", "", days(1), b -> b.levellingDelay(elapsedDays(4)))
                .finishToStart("A", "B");

        assertThat(start(builder, "B")).endsWith("""
                levelling delays B by 4ed: Tue 2025-03-11 08:00""");
    }

    @Test
    void anActivityAsLateAsPossibleStartsOnItsLateDate() {
        ProjectBuilder builder = plan().activity("B", "", days(1), b -> b.constraint(Constraint.AS_LATE_AS_POSSIBLE));

        assertThat(start(builder, "B")).isEqualTo("B starts Thu 2025-03-06 08:00, as late as possible");
    }

    @Test // 3.4.1, 3.4.2
    void aLateDateComesFromTheFinishOfTheProjectThroughTheSuccessors() {
        ProjectBuilder builder = plan().activity("B", "", days(1)).finishToStart("A", "B");

        assertThat(late(builder, "A")).isEqualTo("""
                B must finish by Fri 2025-03-07 17:00: finish of the project
                B takes 1d: starts by Fri 2025-03-07 08:00
                B must start by Fri 2025-03-07 08:00, so A 'Dig' must finish by Thu 2025-03-06 17:00 (A -FS-> B)""");
    }

    @Test // 3.4.7
    void aSuccessorThatHasBegunHoldsItsPredecessorByItsRemainingWork() {
        Progress begun = new Progress(at("Tue 03-04 08:00"), null, null, null, 50, 0, null, null);
        ProjectBuilder builder =
                plan().activity("B", "", days(2), b -> b.progress(begun)).finishToStart("A", "B");

        assertThat(late(builder, "A")).isEqualTo("""
                B must finish by Thu 2025-03-06 17:00: finish of the project
                what is left of B goes on by Thu 2025-03-06 08:00
                B must go on by Thu 2025-03-06 08:00, so A 'Dig' must finish by Wed 2025-03-05 17:00 (A -FS-> B)""");
    }

    @Test
    void aSuccessorThatLevellingDelaysMustBeReadyEarlier() {
        ProjectBuilder builder = plan().activity("B", "", days(1), b -> b.levellingDelay(elapsedDays(1)))
                .finishToStart("A", "B");

        assertThat(late(builder, "A"))
                .contains("levelling delays B by 1ed: ready by")
                .contains("B must start by");
    }

    @Test // 8.1.1
    void aSummaryThatHoldsBackIsExplainedByTheRowThatStartsIt() {
        ProjectBuilder builder = plan().summary(
                        "S", "Site", below -> below.activity("B", "", days(2)).activity("C", "", days(5)))
                .finishToStart("A", "S");

        assertThat(late(builder, "A")).isEqualTo("""
                C must finish by Thu 2025-03-13 17:00: finish of the project
                C takes 5d: starts by Fri 2025-03-07 08:00
                S 'Site' starts with C
                S 'Site' must start by Fri 2025-03-07 08:00, so A 'Dig' must finish by Thu 2025-03-06 17:00 (A -FS-> S)""");
    }

    @Test // 3.4.1
    void aLateDateThroughAFinishToFinishRelationshipNamesTheFinish() {
        ProjectBuilder builder =
                plan().activity("B", "", days(1)).add(new Relationship("A", "B", RelationshipType.FF, Lag.NONE));

        assertThat(late(builder, "A"))
                .contains("B must finish by Thu 2025-03-06 17:00, so A 'Dig' must finish by Thu 2025-03-06 17:00");
    }

    @Test // 3.1.5
    void deadlinesConstraintsAndSummariesAreNamedAsWhatHoldsBack() {
        ProjectBuilder deadline = plan().activity("B", "", days(1), b -> b.deadline(at("Tue 03-04 17:00")));
        ProjectBuilder constraint = plan().activity(
                        "B", "", days(1), b -> b.constraint(Constraint.finishNoLaterThan(at("Wed 03-05 17:00"))));
        Project summary = constrainedSummary(Constraint.finishNoLaterThan(at("Wed 03-05 17:00")));

        assertThat(late(deadline, "B")).isEqualTo("B must finish by Tue 2025-03-04 17:00: deadline");
        assertThat(late(constraint, "B")).isEqualTo("B must finish by Wed 2025-03-05 17:00: finish no later than");
        assertThat(late(summary, "B"))
                .isEqualTo("B must finish by Wed 2025-03-05 17:00: constraint of the summary above");
        assertThat(late(summary, "S")).endsWith("S 'Site' finishes with B");
    }

    @Test
    void theTableShowsRowsIndentedAndTellsHowManyAreLeftOut() {
        Schedule schedule = CriticalPath.schedule(plan().summary(
                        "S",
                        "Site",
                        below -> below.activity("B", "Pour", days(2))
                                .activity("C", "Cure", days(1), c -> c.estimated(true)))
                .build());

        assertThat(schedule.table(3)).isEqualTo("""
                reasons: 2025-03-03 08:00 to 2025-03-06 17:00, 4 rows
                ID  Name    Duration  Start             Finish            Total float  Free float  Critical  Driver
                A   Dig           4d  2025-03-03 08:00  2025-03-06 17:00           0d          0d  yes       project start
                S   Site              2025-03-03 08:00  2025-03-04 17:00           2d          2d            rows below
                B     Pour        2d  2025-03-03 08:00  2025-03-04 17:00           2d          2d            project start
                ... 1 more
                """);
        assertThat(schedule.table(99)).contains("\nC     Cure       1d?  ").doesNotContain("more");
    }
}
