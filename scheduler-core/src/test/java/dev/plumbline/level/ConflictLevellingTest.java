package dev.plumbline.level;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.elapsedDays;
import static dev.plumbline.calendar.WorkTime.elapsedHours;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** The worked examples of 7.7, and what they leave open. */
class ConflictLevellingTest {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2025, 3, 3, 8, 0);
    private static final ConflictRules CLASSIC = ConflictRules.DEFAULT.asClassic();

    private static ProjectBuilder plan() {
        return Project.builder("plan").start(MONDAY).resource("crew", 1);
    }

    private static LocalDateTime at(int day, int hour) {
        return LocalDateTime.of(2025, 3, day, hour, 0);
    }

    private static Levelled level(ConflictRules rules, Project project) {
        Levelled levelled = Levelling.byConflict(rules).level(project);
        assertThat(CriticalPath.schedule(levelled.project()).finish())
                .isEqualTo(levelled.schedule().finish());
        assertThat(Levelling.byConflict(rules).level(levelled.project()).project())
                .isEqualTo(levelled.project()); // L15
        return levelled;
    }

    private static Project withSuccessor() {
        return plan().activity("T1", "T1", days(5))
                .activity("T2", "T2", days(2))
                .activity("T3", "T3", days(2))
                .finishToStart("T2", "T3")
                .assign("T1", "crew", 1)
                .assign("T2", "crew", 1)
                .build();
    }

    @Test
    void equalWeightedSlackDelaysTheHigherId() { // L1
        Project project = plan().activity("T1", "T1", days(3))
                .activity("T2", "T2", days(1))
                .assign("T1", "crew", 1)
                .assign("T2", "crew", 1)
                .build();

        Levelled levelled = level(CLASSIC, project);

        assertThat(levelled.delays()).containsOnlyKeys("T2");
        assertThat(levelled.delay("T2")).isEqualTo(elapsedDays(3));
        assertThat(levelled.schedule().of("T2").start()).isEqualTo(at(6, 8));
        assertThat(levelled.why("T2").delayedBy()).containsExactly("T1");
    }

    @Test
    void theMoveThatHurtsTheFinishLeastIsMade() { // L2
        Levelled levelled = level(CLASSIC, withSuccessor());

        assertThat(levelled.schedule().of("T1").start()).isEqualTo(at(5, 8));
        assertThat(levelled.schedule().of("T1").finish()).isEqualTo(at(11, 17));
        assertThat(levelled.delays()).containsOnlyKeys("T1");
        assertThat(levelled.schedule().finish()).isEqualTo(at(11, 17));
    }

    @Test
    void byIdOnlyTheHigherIdIsDelayed() { // L3
        Levelled levelled = level(CLASSIC.withOrder(ConflictOrder.ID_ONLY), withSuccessor());

        assertThat(levelled.delays()).containsOnlyKeys("T2");
        assertThat(levelled.schedule().finish()).isEqualTo(at(13, 17));
    }

    @Test
    void aHigherPriorityIsProtected() { // L4
        Project project = withSuccessor().with("T1", a -> a.priority(900));

        assertThat(level(CLASSIC.withOrder(ConflictOrder.PRIORITY_STANDARD), project)
                        .delays())
                .containsOnlyKeys("T2");
    }

    @Test
    void theSpanDecidesWhatIsTooMuch() { // L5
        Project project = plan().activity("A", "A", hours(4))
                .activity("B", "B", hours(4))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();

        assertThat(level(CLASSIC, project).isUnchanged()).isTrue();
        assertThat(level(CLASSIC, project).findings()).isEmpty();
        for (Granularity fine : new Granularity[] {Granularity.MINUTE, Granularity.HOUR}) {
            Levelled levelled = level(CLASSIC.withGranularity(fine), project);
            assertThat(levelled.schedule().of("B").start()).isEqualTo(at(3, 13));
            assertThat(levelled.delay("B")).isEqualByComparingTo(elapsedHours(5));
        }
        assertThat(level(CLASSIC.withGranularity(Granularity.MONTH), project).isUnchanged())
                .isTrue();
    }

    @Test
    void rootsOfOneDayFollowOneAnother() { // L6
        ProjectBuilder builder = Project.builder("plan")
                .start(LocalDateTime.of(2010, 3, 31, 8, 0))
                .resource("crew", 1);
        for (int i = 1; i <= 6; i++) {
            builder.activity("T" + i, "T" + i, days(1)).assign("T" + i, "crew", 1);
        }
        Project project = builder.build();

        for (ConflictRules rules : new ConflictRules[] {CLASSIC, ConflictRules.DEFAULT}) {
            assertThat(level(rules, project).project().activities().stream()
                            .map(a -> a.levellingDelay().ticks() / 14_400))
                    .containsExactly(0L, 1L, 2L, 5L, 6L, 7L);
        }
    }

    @Test
    void laterVersionsDelayTheGreaterFloat() { // 7.4.4
        Levelled levelled = level(ConflictRules.DEFAULT, withSuccessor());

        assertThat(levelled.delays()).containsOnlyKeys("T2");
        assertThat(level(
                                ConflictRules.DEFAULT.withOrder(ConflictOrder.PRIORITY_STANDARD),
                                withSuccessor().with("T2", a -> a.priority(900)))
                        .delays())
                .containsOnlyKeys("T1");
    }

    @Test
    void withinFloatAnotherIsTriedAndElseTheConflictStays() { // 7.5 step 6
        Project project = plan().activity("A", "A", days(2))
                .activity("B", "B", days(2))
                .activity("end", "end", days(3))
                .finishToStart("B", "end")
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .build();
        Levelling within = Levelling.byConflict(ConflictRules.DEFAULT).withinFloat();

        assertThat(within.level(project).delays()).containsOnlyKeys("A");
        Levelled stuck = within.level(project.with("A", a -> a.duration(days(5))));
        assertThat(stuck.delays()).isEmpty();
        assertThat(stuck.overallocations()).hasSize(1);
        assertThat(stuck.findings()).hasSize(1);
    }

    @Test
    void fixedActivitiesStayAndOthersMove() { // 7.3.1
        Project project = plan().activity("A", "A", days(2), a -> a.constraint(Constraint.mustStartOn(at(4, 8))))
                .activity("B", "B", days(3))
                .activity("C", "C", days(1), a -> a.priority(1000))
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .assign("C", "crew", 1)
                .build();

        Levelled levelled = level(ConflictRules.DEFAULT, project);

        assertThat(levelled.schedule().of("A").start()).isEqualTo(at(4, 8));
        assertThat(levelled.schedule().of("C").start()).isEqualTo(MONDAY);
        assertThat(levelled.schedule().of("B").start()).isEqualTo(at(6, 8));
        assertThat(levelled.overallocations()).isEmpty();
    }
}
