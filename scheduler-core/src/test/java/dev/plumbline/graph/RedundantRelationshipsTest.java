package dev.plumbline.graph;

import static dev.plumbline.model.Relationship.finishToStart;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Activity;
import dev.plumbline.model.ActivityBuilder;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import dev.plumbline.model.SchedulingMode;
import dev.plumbline.model.Severity;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedundantRelationshipsTest {

    private static final WorkTime DAY = WorkTime.hours(8);
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 8, 0);

    /** A, B, C and nothing else. */
    private static ProjectBuilder three() {
        return Project.builder("three")
                .start(MONDAY)
                .activity("A", "A", DAY)
                .activity("B", "B", DAY)
                .activity("C", "C", DAY);
    }

    private static List<Relationship> find(ProjectBuilder builder) {
        return RedundantRelationships.find(builder.build());
    }

    @Test
    void aShortcutBesideAChainIsRedundant() {
        ProjectBuilder builder =
                three().finishToStart("A", "C").finishToStart("A", "B").finishToStart("B", "C");

        assertThat(find(builder)).containsExactly(finishToStart("A", "C"));
        assertThat(RedundantRelationships.findings(builder.build()))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("MODEL_REDUNDANT_LINK");
                    assertThat(problem.severity()).isEqualTo(Severity.INFO);
                    assertThat(problem.message()).isEqualTo("relationship A -FS-> C is implied by A -> B -> C");
                    assertThat(problem.location().path()).isEqualTo("relationship/A->C");
                });
    }

    @Test
    void aChainWithLagsImpliesAShortcutButALagOrALeadIsNeverImplied() {
        assertThat(find(three().finishToStart("A", "C")
                        .finishToStart("A", "B", DAY)
                        .add(new Relationship("B", "C", RelationshipType.FS, Lag.percent(50)))))
                .containsExactly(finishToStart("A", "C"));
        assertThat(find(three().finishToStart("A", "C", DAY)
                        .finishToStart("A", "B")
                        .finishToStart("B", "C")))
                .isEmpty();
        assertThat(find(three().finishToStart("A", "C")
                        .finishToStart("A", "B", DAY.negated())
                        .finishToStart("B", "C")))
                .isEmpty();
        assertThat(find(three().finishToStart("A", "C").startToStart("A", "B").finishToStart("B", "C")))
                .isEmpty();
    }

    @Test
    void ofEqualRelationshipsTheFirstIsKept() {
        ProjectBuilder builder =
                three().finishToStart("A", "B").finishToStart("A", "B").finishToStart("A", "C", DAY);

        assertThat(Implications.of(builder.build()).redundant()).containsExactly(false, true, false);
        assertThat(find(builder.finishToStart("A", "C"))).contains(finishToStart("A", "C"));
        assertThat(RedundantRelationships.findings(builder.build()))
                .extracting(problem -> problem.message())
                .allMatch(message -> message.endsWith("is implied by others"));
    }

    @Test
    void aRelationshipWithoutLagIsImpliedByOneWithLagInWhicheverOrder() {
        assertThat(find(three().finishToStart("A", "B").finishToStart("A", "B", DAY)))
                .containsExactly(finishToStart("A", "B"));
        assertThat(find(three().finishToStart("A", "B", DAY).finishToStart("A", "B")))
                .containsExactly(finishToStart("A", "B"));
    }

    /** Ways in which an activity doesn't follow its predecessors. */
    enum Unmoved {
        INACTIVE(a -> a.active(false)),
        EXTERNAL(a -> a.external(true)),
        MANUAL(a -> a.mode(SchedulingMode.MANUAL)),
        PULLED(a -> a.constraint(Constraint.startNoLaterThan(MONDAY))),
        FIXED(a -> a.constraint(Constraint.mustFinishOn(MONDAY)));

        private final UnaryOperator<ActivityBuilder> change;

        Unmoved(UnaryOperator<ActivityBuilder> change) {
            this.change = change;
        }
    }

    @ParameterizedTest
    @EnumSource(Unmoved.class)
    void aChainOverAnActivityThatPredecessorsDontMoveImpliesNothing(Unmoved unmoved) {
        ProjectBuilder builder =
                three().finishToStart("A", "C").finishToStart("A", "B").finishToStart("B", "C");

        builder.replace(Activity.of("B", "B", DAY).with(unmoved.change));

        assertThat(find(builder)).isEmpty();
    }

    @Test
    void aChainOverASummaryIsNotFollowed() {
        ProjectBuilder builder = Project.builder("summary")
                .activity("A", "A", DAY)
                .summary("S", "S", below -> below.activity("B", "B", DAY))
                .activity("C", "C", DAY)
                .finishToStart("A", "S")
                .finishToStart("S", "C")
                .finishToStart("A", "C");

        assertThat(find(builder)).isEmpty();
    }

    /** A project with some blocked activities, lags of all signs, several types and duplicates. */
    private static Project random(long seed, int most) {
        Random random = new Random(seed);
        ProjectBuilder builder = Project.builder("random").start(MONDAY).calendar(WorkCalendar.standard());
        int n = 3 + random.nextInt(most);
        for (int i = 0; i < n; i++) {
            int number = i;
            Activity activity = Activity.of("A" + i, "A" + i, WorkTime.hours(random.nextInt(20)));
            builder.add(
                    switch (random.nextInt(8)) {
                        case 0 ->
                            activity.with(a -> a.constraint(Constraint.startNoEarlierThan(MONDAY.plusDays(number))));
                        case 1 ->
                            activity.with(a -> a.constraint(Constraint.startNoLaterThan(MONDAY.plusDays(number))));
                        case 2 -> activity.with(a -> a.constraint(Constraint.mustStartOn(MONDAY.plusDays(number))));
                        default -> activity;
                    });
        }
        for (int r = 0; r < 3 * n; r++) {
            int from = random.nextInt(n - 1);
            int to = from + 1 + random.nextInt(n - 1 - from);
            RelationshipType type =
                    random.nextInt(8) > 0 ? RelationshipType.FS : RelationshipType.values()[random.nextInt(4)];
            Lag lag = random.nextInt(4) > 0 ? Lag.NONE : Lag.of(WorkTime.hours(random.nextInt(12) - 3));
            builder.add(new Relationship("A" + from, "A" + to, type, lag));
        }
        return builder.build();
    }

    @Property(tries = 300)
    void noDateChangesWithoutThemAllTogether(@ForAll long seed) {
        Project project = random(seed, 12);
        boolean[] redundant = Implications.of(project).redundant();
        ProjectBuilder rest = project.toBuilder();
        project.activities().forEach(activity -> rest.removeActivity(activity.id()));
        project.activities().forEach(rest::add);
        for (int r = 0; r < redundant.length; r++) {
            if (!redundant[r]) {
                rest.add(project.relationships().get(r));
            }
        }
        Schedule all = CriticalPath.schedule(project);
        Schedule reduced = CriticalPath.schedule(rest.build());

        for (Activity activity : project.activities()) {
            assertThat(dates(reduced.of(activity.id()))).isEqualTo(dates(all.of(activity.id())));
        }
    }

    private static List<Object> dates(ActivityTimes times) {
        return List.of(
                times.earlyStart(),
                times.earlyFinish(),
                times.lateStart(),
                times.lateFinish(),
                times.totalFloat(),
                times.freeFloat());
    }

    @Property(tries = 300)
    void searchAndReductionFindTheSame(@ForAll long seed) {
        Implications implications = Implications.of(random(seed, 40));

        assertThat(implications.redundantBySearch(Integer.MAX_VALUE)).isEqualTo(implications.redundantByReduction());
    }

    @Property(tries = 200)
    void aSearchThatIsCutShortFindsNothingElse(@ForAll long seed) {
        Implications implications = Implications.of(random(seed, 40));
        boolean[] all = implications.redundantByReduction();
        boolean[] some = implications.redundantBySearch(3);

        for (int r = 0; r < all.length; r++) {
            assertThat(some[r] && !all[r]).isFalse();
        }
    }

    @Test
    void aChainOfManyActivitiesWithShortcutsIsSearchedWithoutRecursion() {
        int n = 20_000;
        ProjectBuilder builder = Project.builder("long");
        List<Relationship> shortcuts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            builder.activity("A" + i, "A" + i, DAY);
            if (i > 0) {
                builder.finishToStart("A" + (i - 1), "A" + i);
            }
            if (i > 9) {
                shortcuts.add(finishToStart("A" + (i - 10), "A" + i));
                builder.add(shortcuts.get(shortcuts.size() - 1));
            }
        }

        assertThat(find(builder)).isEqualTo(shortcuts);
    }
}
