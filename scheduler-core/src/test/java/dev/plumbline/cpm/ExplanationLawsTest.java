package dev.plumbline.cpm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.model.Project;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Every date of every plan has a chain of reasons, and the arithmetic of each step can be replayed. */
class ExplanationLawsTest {

    @Property(tries = 150)
    void theStepsLeadToTheEarlyStart(@ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int size) {
        Project project = RandomPlans.of(seed, size);
        Schedule schedule = CriticalPath.schedule(project);

        for (ActivityTimes times : schedule.activities()) {
            List<Step> steps = schedule.explain(times.activity().id()).steps();
            replay(project, steps);
            if (!times.summary()) {
                assertThat(last(steps).to()).isEqualTo(times.earlyStart());
                assertThat(last(steps).activity()).isEqualTo(times.activity().id());
            }
        }
    }

    @Property(tries = 150)
    void theStepsLeadToTheLateFinish(@ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int size) {
        Project project = RandomPlans.of(seed, size);
        Schedule schedule = CriticalPath.schedule(project);

        for (ActivityTimes times : schedule.activities()) {
            List<Step> steps = schedule.explainLate(times.activity().id()).steps();
            replay(project, steps);
            assertThat(last(steps).to()).isEqualTo(times.lateFinish());
            assertThat(last(steps).activity()).isEqualTo(times.activity().id());
        }
    }

    private static Step last(List<Step> steps) {
        return steps.get(steps.size() - 1);
    }

    private static void replay(Project project, List<Step> steps) {
        LocalDateTime at = steps.get(0).from();
        for (Step step : steps) {
            assertThat(step.from()).as("%s", step).isEqualTo(at);
            assertThat(apply(project, step)).as("%s", step).isEqualTo(step.to());
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
