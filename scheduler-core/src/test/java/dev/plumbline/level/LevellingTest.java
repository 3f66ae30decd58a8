package dev.plumbline.level;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.elapsedDays;
import static dev.plumbline.calendar.WorkTime.hours;
import static dev.plumbline.level.LevellingPlans.MONDAY;
import static dev.plumbline.level.LevellingPlans.at;
import static dev.plumbline.level.LevellingPlans.level;
import static dev.plumbline.level.LevellingPlans.plan;
import static dev.plumbline.level.LevellingPlans.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevellingTest {

    private static Project twoOnOneCrew() {
        return plan().activity("A", "A", days(3))
                .activity("B", "B", days(1))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();
    }

    @Test
    void ofTwoActivitiesThatAskForTheSameCrewTheSecondWaits() {
        Levelled levelled = level(twoOnOneCrew());

        assertThat(start(levelled, "A")).isEqualTo(MONDAY);
        assertThat(start(levelled, "B")).isEqualTo(at(6, 8));
        assertThat(levelled.delay("B")).isEqualTo(elapsedDays(3));
        assertThat(levelled.delays()).containsOnlyKeys("B");
        assertThat(levelled.overallocations()).isEmpty();
        assertThat(levelled.findings()).isEmpty();
        assertThat(levelled.before().finish()).isEqualTo(at(5, 17));
        assertThat(levelled.schedule().finish()).isEqualTo(at(6, 17));
    }

    @Test
    void aDelayNamesTheResourceAndTheActivitiesThatHoldIt() {
        DelayReason why = level(twoOnOneCrew()).why("B");

        assertThat(why.resource()).isEqualTo("crew");
        assertThat(why.capacity()).isEqualTo(1);
        assertThat(why.wanted()).isEqualTo(1);
        assertThat(why.logicStart()).isEqualTo(MONDAY);
        assertThat(why.delayedBy()).containsExactly("A");
        assertThat(why.holders().get(0).since()).isEqualTo(MONDAY);
        assertThat(why.holders().get(0).until()).isEqualTo(at(5, 17));
        assertThat(why)
                .hasToString(
                        "B starts 2025-03-06 08:00 instead of 2025-03-03 08:00 (3ed): it asks for 1 of crew, of which"
                                + " there are 1; from 2025-03-03 08:00 on too few are left: held by A (1 from 2025-03-03 08:00 to"
                                + " 2025-03-05 17:00)");
    }

    @Test
    void anActivityThatIsNotDelayedSaysSo() {
        Levelled levelled = level(twoOnOneCrew());

        assertThat(levelled.why("A").isByResource()).isFalse();
        assertThat(levelled.why("A").toString()).startsWith("A is not delayed by levelling");
        assertThatThrownBy(() -> levelled.why("X")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLevelledPlanStillTellsWhoHeldWhat() {
        Levelled again = Levelling.DEFAULT.level(level(twoOnOneCrew()).project());

        assertThat(again.isUnchanged()).isTrue();
        assertThat(again.why("B").delayedBy()).containsExactly("A");
    }

    @Test
    void aTypedDelayThatNoResourceNeedsIsLeftAndSaysSo() {
        Project typed = plan().activity("A", "A", days(1), a -> a.levellingDelay(elapsedDays(2)))
                .assign("A", "crew", 1)
                .build();

        Levelled levelled = level(typed);

        assertThat(levelled.delay("A")).isEqualTo(elapsedDays(2));
        assertThat(levelled.why("A").toString()).contains("no resource needs it");
    }

    @Test
    void delaysAreTakenAwayFirstUnlessTheyAreKept() {
        Project plain = twoOnOneCrew().with("B", b -> b.duration(days(2)));
        Project typed = plain.with("A", a -> a.levellingDelay(elapsedDays(1)));

        assertThat(start(level(typed), "A")).isEqualTo(MONDAY);
        assertThat(start(level(Levelling.serial(PriorityRule.ID).keepingDelays(), typed), "A"))
                .isEqualTo(at(4, 8));
        assertThat(Levelling.clear(typed)).isEqualTo(plain);
    }

    @Test
    void rulesDecideWhoGoesFirst() {
        assertThat(start(level(Levelling.serial(PriorityRule.SHORTEST), twoOnOneCrew()), "A"))
                .isEqualTo(at(4, 8));
        assertThat(start(level(Levelling.serial(PriorityRule.LONGEST), twoOnOneCrew()), "A"))
                .isEqualTo(MONDAY);
        Project urgent = twoOnOneCrew().with("B", b -> b.priority(900));
        assertThat(start(level(Levelling.DEFAULT, urgent), "B")).isEqualTo(MONDAY);
        assertThat(start(level(Levelling.serial(PriorityRule.ID.reversed()), twoOnOneCrew()), "B"))
                .isEqualTo(MONDAY);
    }

    @Test
    void rulesAreFoundByNameAndCombine() {
        for (PriorityRule rule : PriorityRule.all()) {
            assertThat(PriorityRule.named(rule.toString())).contains(rule);
        }
        assertThat(PriorityRule.named("LATEST_FINISH")).contains(PriorityRule.LATEST_FINISH);
        assertThat(PriorityRule.named("no such rule")).isEmpty();
        assertThat(PriorityRule.PRIORITY.then(PriorityRule.MIN_SLACK)).hasToString("priority, min slack");
        assertThat(PriorityRule.PRIORITY.reversed()).hasToString("reversed priority");
    }

    @Test
    void theParallelSchemeLetsWhateverCanBeginDoSo() {
        // the serial scheme keeps its place for B although A, which comes first, must wait for P
        Project project = plan().activity("P", "P", days(2))
                .activity("A", "A", days(1))
                .activity("B", "B", days(4))
                .finishToStart("P", "A")
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();
        PriorityRule shortest = PriorityRule.SHORTEST;

        assertThat(start(level(Levelling.parallel(shortest), project), "B")).isEqualTo(MONDAY);
        assertThat(start(level(Levelling.parallel(shortest), project), "A")).isEqualTo(at(7, 8));
        assertThat(start(level(Levelling.serial(shortest), project), "A")).isEqualTo(at(5, 8));
        assertThat(start(level(Levelling.serial(shortest), project), "B")).isEqualTo(at(6, 8));
    }

    @Test
    void onlyTheChosenResourcesAndDatesAreLevelled() {
        Project project = twoOnOneCrew().toBuilder()
                .resource("crane", 1)
                .activity("X", "X", days(1))
                .activity("Y", "Y", days(1))
                .assign("X", "crane", 1)
                .assign("Y", "crane", 1)
                .build();

        Levelled crane = level(Levelling.serial(PriorityRule.ID).onlyResources("crane"), project);
        assertThat(crane.delays()).containsOnlyKeys("Y");
        assertThat(crane.findings()).extracting(Problem::code).containsExactly("LEVEL_SKIPPED");

        Levelled later = level(Levelling.serial(PriorityRule.ID).between(at(10, 0), at(20, 0)), project);
        assertThat(later.delays()).isEmpty();
        assertThatThrownBy(() -> Levelling.DEFAULT.between(at(4, 0), at(4, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aResourceThatMustNotLevelDelaysNothing() {
        Project project = Project.builder("plan")
                .start(MONDAY)
                .add(Resource.builder("crew", "crew").canLevel(false).build())
                .resource("crane", 1)
                .activity("A", "A", days(1))
                .activity("B", "B", days(1))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .assign("B", "crane", 1)
                .build();

        Levelled levelled = level(project);

        assertThat(levelled.delays()).isEmpty();
        assertThat(levelled.findings()).extracting(Problem::code).containsExactly("LEVEL_SKIPPED");
    }

    @Test
    void aMarkThatAllResourcesBearTellsNothing() {
        Project project = Project.builder("plan")
                .start(MONDAY)
                .add(Resource.builder("crew", "crew").canLevel(false).build())
                .activity("A", "A", days(1))
                .activity("B", "B", days(1))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();

        Levelled levelled = level(project);

        assertThat(levelled.delays()).containsOnlyKeys("B");
        assertThat(levelled.findings()).extracting(Problem::code).containsExactly("LEVEL_MARKS_IGNORED");
    }

    @Test
    void projectsShareTheirResourcesByPriority() {
        Project one = twoOnOneCrew();
        Project other = Project.builder("other")
                .start(MONDAY)
                .resource("crew", 1)
                .activity("A", "A", days(2))
                .assign("A", "crew", 1)
                .build();

        List<Levelled> levelled = Levelling.serial(PriorityRule.ID)
                .levelTogether(List.of(new Levelling.Claim(one, 1), new Levelling.Claim(other, 2)));

        assertThat(start(levelled.get(1), "A")).isEqualTo(MONDAY);
        assertThat(start(levelled.get(0), "A")).isEqualTo(at(5, 8));
        assertThat(start(levelled.get(0), "B")).isEqualTo(at(10, 8));
        assertThat(levelled.get(0).why("A").holders().get(0).project()).isEqualTo("other");
        assertThat(levelled.get(0).profile("crew").isOverallocated()).isFalse();
    }

    @Test
    void activitiesAsLateAsPossibleStayWhereTheFinishPutsThem() {
        Project project = plan().activity("late", "late", days(2), a -> a.constraint(Constraint.AS_LATE_AS_POSSIBLE))
                .activity("A", "A", days(4))
                .activity("B", "B", days(4))
                .assign("late", "crew", 1)
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();

        Levelled levelled = level(project);

        assertThat(levelled.delay("late").isZero()).isTrue();
        assertThat(start(levelled, "A")).isEqualTo(MONDAY);
    }

    @Test
    void summariesFollowTheRowsBelow() {
        Project project = plan().summary(
                        "S", "S", s -> s.activity("A", "A", days(2)).activity("B", "B", days(2)))
                .activity("C", "C", days(1))
                .finishToStart("S", "C")
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();

        Levelled levelled = level(project);

        assertThat(levelled.schedule().of("S").finish()).isEqualTo(at(6, 17));
        assertThat(start(levelled, "C")).isEqualTo(at(7, 8));
        assertThat(levelled.delays()).containsOnlyKeys("B");
    }

    @Test
    void theTableShowsDelaysAndHolders() {
        assertThat(level(twoOnOneCrew()).toString())
                .startsWith("plan: finish 2025-03-06 17:00, before levelling 2025-03-05 17:00, 1 activities delayed, 0"
                        + " overallocations left\n")
                .contains("crew: A");
    }

    @Test
    void theHistogramShowsWhatIsAskedAndTooMuch() {
        Schedule before = CriticalPath.schedule(twoOnOneCrew());
        ResourceProfile profile = ResourceProfile.of(before, "crew");

        assertThat(profile.peak()).isEqualTo(2);
        assertThat(profile.isOverallocated()).isTrue();
        assertThat(profile.work()).isEqualByComparingTo(hours(32));
        assertThat(profile.utilisation()).isEqualTo(32.0 / 24);
        assertThat(profile.overallocations()).hasSize(1);
        assertThat(profile.overallocations().get(0))
                .hasToString("crew from 2025-03-03 08:00 to 2025-03-03 17:00: 2 units asked, 1 there (A, B)");
        assertThat(profile.toString())
                .contains("crew: 1 units, peak 2, 32h of work, 133% used, overallocated 1 times")
                .contains("2025-03-03    16h     8h  ####################!!!!!!!!!!!!!!!!!!!!\n")
                .contains("2025-03-04     8h     8h  ####################\n");
        assertThatThrownBy(() -> ResourceProfile.of(before, "nobody")).isInstanceOf(IllegalArgumentException.class);
    }
}
