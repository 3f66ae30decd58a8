package dev.plumbline.cpm;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.Constraint;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
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

    @Property(tries = 150)
    void equalsAFullRecomputation(@ForAll long seed, @ForAll @IntRange(min = 4, max = 40) int size) {
        Project plan = RandomPlans.of(seed, size);
        Random random = new Random(seed ^ 99);
        Schedule base = CriticalPath.schedule(plan);
        List<ActivityTimes> untouched = new ArrayList<>(base.activities());

        for (int edits = 0; edits < 6; edits++) {
            WhatIf edit = base.whatIf();
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
