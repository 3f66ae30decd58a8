package dev.plumbline.io.mspdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Explanation;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.cpm.Step;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.model.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Every start of every real plan has a chain of reasons whose arithmetic can be replayed. */
class RealPlansExplainedTest {

    @Test
    void everyStartIsExplainedByStepsThatCanBeReplayed() throws IOException {
        for (Path plan : SharedFolder.plans()) {
            Project project = ProjectFiles.read(plan).project();
            Schedule schedule = CriticalPath.schedule(project);
            for (ActivityTimes times : schedule.activities()) {
                String id = times.activity().id();
                Explanation explanation = schedule.explain(id);
                replay(project, explanation, plan.getFileName() + ", activity " + id);
                if (!times.summary()) {
                    assertThat(last(explanation).to())
                            .as("%s, activity %s", plan.getFileName(), id)
                            .isEqualTo(times.earlyStart());
                }
            }
        }
    }

    private static Step last(Explanation explanation) {
        return explanation.steps().get(explanation.steps().size() - 1);
    }

    private static void replay(Project project, Explanation explanation, String what) {
        assertThat(explanation.steps()).as(what).isNotEmpty();
        LocalDateTime at = explanation.steps().get(0).from();
        for (Step step : explanation.steps()) {
            assertThat(step.from()).as("%s: %s", what, step).isEqualTo(at);
            assertThat(apply(project, step)).as("%s: %s", what, step).isEqualTo(step.to());
            at = step.to();
        }
    }

    private static LocalDateTime apply(Project project, Step step) {
        if (step.calendar().isEmpty()) {
            return step.from().plus(Duration.ofSeconds(6 * step.amount().ticks()));
        }
        WorkCalendar calendar = project.findCalendar(step.calendar()).orElseThrow();
        return step.kind() == Step.Kind.CALENDAR
                ? calendar.nextStart(step.from())
                : calendar.add(step.from(), step.amount());
    }
}
