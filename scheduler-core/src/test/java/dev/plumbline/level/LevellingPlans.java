package dev.plumbline.level;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.time.LocalDateTime;

/** Small plans that begin on Monday, 3 March 2025, and what every levelled plan promises. */
final class LevellingPlans {

    static final LocalDateTime MONDAY = at(3, 8);

    private LevellingPlans() {}

    /** A plan with a crew of one. */
    static ProjectBuilder plan() {
        return Project.builder("plan").start(MONDAY).resource("crew", 1);
    }

    static LocalDateTime at(int day, int hour) {
        return LocalDateTime.of(2025, 3, day, hour, 0);
    }

    static LocalDateTime start(Levelled levelled, String id) {
        return levelled.schedule().of(id).start();
    }

    static LocalDateTime finish(Levelled levelled, String id) {
        return levelled.schedule().of(id).finish();
    }

    /** Levels; the levelled plan gives the same schedule, is not levelled further, and breaks no rule but capacities. */
    static Levelled level(Levelling how, Project project) {
        Levelled levelled = how.level(project);
        Schedule again = CriticalPath.schedule(levelled.project());
        for (int i = 0; i < again.activities().size(); i++) {
            assertThat(levelled.schedule().activities().get(i))
                    .isEqualTo(again.activities().get(i));
        }
        assertThat(how.level(levelled.project()).project()).isEqualTo(levelled.project()); // L15
        assertThat(LevellingCheck.check(levelled.schedule()).stream()
                        .filter(problem -> !problem.code().equals("LEVEL_CAPACITY")))
                .isEmpty();
        return levelled;
    }

    /** Levels in the order of the rows. */
    static Levelled level(Project project) {
        return level(Levelling.serial(PriorityRule.ID), project);
    }

    /** Levels, and nothing may be left that asks for more than there is. */
    static Levelled resolve(Levelling how, Project project) {
        Levelled levelled = level(how, project);
        assertThat(LevellingCheck.check(levelled.schedule())).isEmpty();
        assertThat(levelled.overallocations()).isEmpty();
        return levelled;
    }

    /** Resolves all conflicts in the order of the rows. */
    static Levelled resolve(Project project) {
        return resolve(Levelling.serial(PriorityRule.ID), project);
    }
}
