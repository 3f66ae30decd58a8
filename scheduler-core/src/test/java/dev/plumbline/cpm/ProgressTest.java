package dev.plumbline.cpm;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.cpm.Dates.at;
import static dev.plumbline.cpm.Dates.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Activity;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import org.junit.jupiter.api.Test;

/** Reported progress: A (four days) before B (two days), beside Z (ten days), from Monday 3 March 2025. */
class ProgressTest {

    private static Project plan() {
        return Project.builder("progress")
                .start(Dates.START)
                .activity("A", "A", days(4))
                .activity("B", "B", days(2))
                .activity("Z", "Z", days(10))
                .finishToStart("A", "B")
                .build();
    }

    private static Project report(Project project, String id, Progress progress) {
        return project.toBuilder()
                .replace(project.activity(id).with(a -> a.progress(progress)))
                .build();
    }

    private static Progress complete(String start, String finish) {
        return new Progress(at(start), at(finish), null, null, 100, 0, null, null);
    }

    private static Progress begun(String start, double percent) {
        return new Progress(at(start), null, null, null, percent, 0, null, null);
    }

    @Test // 3.2.1, 3.2.2, 16.7
    void aCompleteActivityHasItsActualDatesNoFloatAndIsNeverCritical() {
        Project project = report(plan(), "A", complete("Tue 03-04 08:00", "Wed 03-12 17:00"));

        Schedule plan = CriticalPath.schedule(project);

        ActivityTimes a = plan.of("A");
        assertThat(a.earlyStart()).isEqualTo(at("Tue 03-04 08:00"));
        assertThat(a.lateStart()).isEqualTo(at("Tue 03-04 08:00"));
        assertThat(a.earlyFinish()).isEqualTo(at("Wed 03-12 17:00"));
        assertThat(a.lateFinish()).isEqualTo(at("Wed 03-12 17:00"));
        assertThat(a.totalFloat().isZero()).isTrue();
        assertThat(a.freeFloat().isZero()).isTrue();
        assertThat(a.critical()).isFalse();
        assertThat(a.driver().kind()).isEqualTo(Driver.Kind.ACTUAL);
        assertThat(plan.of("B").start()).isEqualTo(at("Thu 03-13 08:00")); // 3.2.4
        assertThat(plan.of("B").critical()).isTrue();
    }

    @Test // 3.2.4
    void workThatWasFinishedEarlyLetsItsSuccessorsBeginEarly() {
        Project project = report(plan(), "A", complete("Mon 03-03 08:00", "Tue 03-04 17:00"));

        assertThat(CriticalPath.schedule(project).of("B").start()).isEqualTo(at("Wed 03-05 08:00"));
    }

    @Test // 3.4, 5.3.3
    void aFinishedSuccessorNeitherMovesNorHoldsBackItsPredecessor() {
        Project project = report(plan(), "B", complete("Mon 03-03 08:00", "Tue 03-04 17:00"));

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.of("B").start()).isEqualTo(at("Mon 03-03 08:00"));
        assertThat(plan.of("A").lateFinish()).isEqualTo(at("Fri 03-14 17:00"));
        assertThat(hours(plan.of("A").freeFloat())).isEqualTo(6 * 8);
    }

    @Test // 3.2.1, 3.2.2, 3.4.7, 4.1.2, 16.7
    void workInProgressGoesOnFromItsActualStartAndHasFinishFloat() {
        Project project = report(plan(), "A", begun("Tue 03-04 08:00", 50));

        Schedule plan = CriticalPath.schedule(project);

        ActivityTimes a = plan.of("A");
        assertThat(a.earlyStart()).isEqualTo(at("Tue 03-04 08:00"));
        assertThat(a.earlyFinish()).isEqualTo(at("Fri 03-07 17:00"));
        assertThat(a.lateStart()).isEqualTo(at("Tue 03-04 08:00"));
        assertThat(a.lateFinish()).isEqualTo(at("Wed 03-12 17:00"));
        assertThat(a.startFloat().isZero()).isTrue();
        assertThat(hours(a.totalFloat())).isEqualTo(3 * 8);
        assertThat(plan.of("B").start()).isEqualTo(at("Mon 03-10 08:00"));
    }

    @Test // 3.2.1
    void aConstraintDoesNotMoveWhatHasBegun() {
        Project base = plan();
        Project constrained = base.toBuilder()
                .replace(base.activity("A")
                        .with(a -> a.constraint(Constraint.startNoEarlierThan(at("Fri 03-14 08:00")))))
                .build();

        Schedule plan = CriticalPath.schedule(report(constrained, "A", begun("Tue 03-04 08:00", 25)));

        assertThat(plan.of("A").start()).isEqualTo(at("Tue 03-04 08:00"));
        assertThat(plan.of("A").finish()).isEqualTo(at("Fri 03-07 17:00"));
    }

    @Test // 5.3.1, 5.4.1
    void remainingWorkGoesOnWhereItIsResumed() {
        Progress split = new Progress(
                at("Mon 03-03 08:00"), null, days(1), days(3), 25, 0, at("Mon 03-03 17:00"), at("Thu 03-06 08:00"));

        Schedule plan = CriticalPath.schedule(report(plan(), "A", split));

        assertThat(plan.of("A").start()).isEqualTo(at("Mon 03-03 08:00"));
        assertThat(plan.of("A").finish()).isEqualTo(at("Mon 03-10 17:00"));
        assertThat(plan.of("B").start()).isEqualTo(at("Tue 03-11 08:00"));
    }

    @Test // 3.4.8
    void aMilestoneReportedReachedStaysThere() {
        ProjectBuilder builder = plan().toBuilder();
        Project project = builder.add(Activity.of("M", "M", days(0))
                        .with(m -> m.progress(complete("Thu 03-06 12:00", "Thu 03-06 12:00"))))
                .finishToStart("A", "M")
                .build();

        ActivityTimes m = CriticalPath.schedule(project).of("M");

        assertThat(m.start()).isEqualTo(at("Thu 03-06 12:00"));
        assertThat(m.lateFinish()).isEqualTo(at("Thu 03-06 12:00"));
        assertThat(m.critical()).isFalse();
    }
}
