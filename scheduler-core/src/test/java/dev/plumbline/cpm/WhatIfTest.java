package dev.plumbline.cpm;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    private final Project project = Project.builder("small")
            .start(RandomPlans.START)
            .activity("A", "Dig", days(2))
            .activity("B", "Pour", days(3))
            .activity("C", "Order", days(1))
            .activity("D", "Build", days(2))
            .finishToStart("A", "B")
            .finishToStart("A", "C")
            .finishToStart("B", "D")
            .finishToStart("C", "D")
            .build();

    @Test
    void reportsWhatMovedByHowMuchAndWhy() {
        Schedule plan = CriticalPath.schedule(project);

        WhatIfResult result = plan.whatIf().duration("C", days(5)).schedule();

        assertThat(result.schedule().finish())
                .isEqualTo(RandomPlans.START.plusDays(10).withHour(17));
        assertThat(result.changes()).extracting(Change::activity).containsExactly("B", "C", "D");
        Change moved = result.changes().get(2);
        assertThat(moved.moved()).isEqualTo(days(2));
        assertThat(moved.driver()).hasToString("C -FS-> D");
        assertThat(result.changes().get(0).isMove()).isFalse();
        assertThat(plan.finish()).isEqualTo(RandomPlans.START.plusDays(8).withHour(17));
    }

    @Test
    void takesOutAndPutsInRelationships() {
        Schedule plan = CriticalPath.schedule(project);

        WhatIfResult result = plan.whatIf()
                .remove("A", "B")
                .add(Relationship.finishToStart("C", "B"))
                .schedule();

        assertThat(result.schedule().of("B").driver()).hasToString("C -FS-> B");
        assertThat(result.schedule().project().predecessorsOf("B"))
                .containsExactly(Relationship.finishToStart("C", "B"));
    }

    @Test
    void namesWhatDoesNotExist() {
        WhatIf edit = CriticalPath.schedule(project).whatIf();

        assertThatThrownBy(() -> edit.duration("X", days(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'X'");
        assertThatThrownBy(() -> edit.remove("B", "C"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'B' to 'C'");
    }

    @Test
    void refusesALoop() {
        WhatIf edit = CriticalPath.schedule(project).whatIf().finishToStart("D", "A");

        assertThatThrownBy(edit::schedule)
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("MODEL_CYCLE");
    }

    @Test
    void aPercentLagFollowsTheDurationAfterAnotherRelationshipWasTakenOut() {
        Schedule plan = CriticalPath.schedule(project.toBuilder()
                .removeRelationship("C", "D")
                .add(new Relationship("C", "D", RelationshipType.SS, Lag.percent(100)))
                .build());

        Schedule without = plan.whatIf().remove("A", "B").schedule().schedule();
        Schedule longer = without.whatIf().duration("C", days(7)).schedule().schedule();

        assertThat(longer.of("D").start())
                .isEqualTo(RandomPlans.START.plusDays(11)); // on Friday, after two days and seven
        assertThat(longer.of("D").driver()).hasToString("C -SS+100%-> D");
    }

    @Test
    void theLagOfARelationshipToAnInactiveActivityStaysWithIt() {
        Project plan = Project.builder("bridge")
                .start(RandomPlans.START)
                .activity("A", "Dig", days(2))
                .activity("B", "Wait", days(1), b -> b.active(false))
                .activity("C", "Build", days(1))
                .add(new Relationship("A", "B", RelationshipType.FS, Lag.percent(100)))
                .finishToStart("B", "C")
                .build();

        Schedule longer = CriticalPath.schedule(plan)
                .whatIf()
                .duration("A", days(3))
                .schedule()
                .schedule();

        assertThat(longer.of("C").start()).isEqualTo(RandomPlans.START.plusDays(3));
    }

    @Test
    void aSummaryBeginsWithTheWorkBelowItEvenWhereNoDateMoves() {
        Project plan = Project.builder("begun")
                .start(RandomPlans.START)
                .activity("S", "Phase", days(0))
                .activity("A", "Dig", days(2), a -> a.outlineLevel(2))
                .activity("B", "Build", days(5))
                .build();
        WhatIf edit = CriticalPath.schedule(plan)
                .whatIf()
                .activity("A", a -> a.progress(new Progress(RandomPlans.START, null, null, null, 0, 0, null, null)));

        assertThat(edit.schedule().schedule().activities())
                .isEqualTo(CriticalPath.schedule(edit.editedProject()).activities());
    }

    @Property(tries = 150)
    void equalsAFullRecomputation(@ForAll long seed, @ForAll @IntRange(min = 4, max = 40) int size) {
        Project plan = RandomPlans.of(seed, size);
        Random random = new Random(seed ^ 99);
        Schedule base = CriticalPath.schedule(plan);
        List<ActivityTimes> untouched = new ArrayList<>(base.activities());

        Schedule last = base;
        for (int edits = 0; edits < 6; edits++) {
            WhatIf edit = last.whatIf();
            for (int i = 0; i <= random.nextInt(3); i++) {
                randomStep(plan, edit, random);
            }
            WhatIfResult result = edit.schedule();
            Schedule full = CriticalPath.schedule(edit.editedProject());

            assertThat(result.schedule().activities())
                    .as("seed %d, size %d", seed, size)
                    .isEqualTo(full.activities());
            assertThat(result.schedule().finish()).isEqualTo(full.finish());
            assertThat(result.schedule().start()).isEqualTo(full.start());
            assertThat(result.schedule().criticalPath()).isEqualTo(full.criticalPath());
            if (random.nextInt(3) == 0) {
                last = result.schedule();
                plan = edit.editedProject();
            }
        }
        assertThat(base.activities()).isEqualTo(untouched);
    }

    private static void randomStep(Project plan, WhatIf edit, Random random) {
        String id = "A" + random.nextInt(plan.activities().size());
        switch (random.nextInt(5)) {
            case 0, 1 -> edit.duration(id, hours(random.nextInt(90)));
            case 2 ->
                edit.constraint(id, Constraint.startNoEarlierThan(RandomPlans.START.plusHours(random.nextInt(500))));
            case 3 -> edit.deadline(id, RandomPlans.START.plusHours(random.nextInt(500)));
            default -> {
                if (!plan.relationships().isEmpty()) {
                    Relationship victim = plan.relationships()
                            .get(random.nextInt(plan.relationships().size()));
                    if (!edit.removed().contains(victim)) {
                        edit.remove(victim.predecessor(), victim.successor());
                    }
                }
            }
        }
    }
}
