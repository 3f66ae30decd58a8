package dev.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.model.Project;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlanGeneratorTest {

    private static final PlanShape SHAPE = PlanShape.DEFAULT
            .withActivities(500)
            .withCalendars(3)
            .withResources(7)
            .withSummaryLevels(2);

    @Test
    void theSameSeedGivesTheSamePlan() {
        assertThat(PlanGenerator.generate(SHAPE, 7)).isEqualTo(PlanGenerator.generate(SHAPE, 7));
        assertThat(PlanGenerator.generate(SHAPE, 7)).isNotEqualTo(PlanGenerator.generate(SHAPE, 8));
    }

    @Test
    void thePlanHasTheShapeAskedFor() {
        Project project = PlanGenerator.generate(SHAPE, 7);

        long summaries = project.activities().stream()
                .filter(a -> project.wbs().isSummary(a.id()))
                .count();
        assertThat(project.activities().size() - summaries).isEqualTo(500);
        assertThat(project.activities()).anyMatch(a -> a.outlineLevel() == 3);
        assertThat(project.relationships()).hasSize(1150);
        assertThat(project.calendars()).hasSize(3);
        assertThat(project.resources()).hasSize(7);
        assertThat(project.assignments()).hasSizeBetween(500, 1000);
        assertThat(CriticalPath.schedule(project).criticalPath()).isNotEmpty();
    }

    @Test
    void aChainIsOnePathWithoutFloat() {
        Project project =
                PlanGenerator.generate(PlanShape.DEFAULT.withActivities(100).asChain(60), 7);

        assertThat(project.relationships()).hasSize(99);
        assertThat(CriticalPath.schedule(project).criticalPath()).hasSize(100);
    }

    @Test
    void theLargePlansAreScheduledAndTheOneTooLongIsRefusedOnce() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        LargePlans.run(new PrintStream(printed, true, StandardCharsets.UTF_8), 2_000);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("network: 2,000 rows, 4,600 relationships")
                .contains("chain of minutes: 2,000 rows, 1,999 relationships")
                .contains("2,000 critical")
                .contains("refused with 1 problem(s): error SCHEDULE_OUT_OF_RANGE");
    }
}
