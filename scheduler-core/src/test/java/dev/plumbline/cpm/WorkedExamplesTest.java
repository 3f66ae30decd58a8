package dev.plumbline.cpm;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.elapsedDays;
import static dev.plumbline.cpm.Dates.at;
import static dev.plumbline.cpm.Dates.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of the rules: A takes four days from Monday 3 March 2025, 08:00, on the standard calendar. */
class WorkedExamplesTest {

    private static ProjectBuilder plan() {
        return Project.builder("example").start(Dates.START).activity("A", "A", days(4));
    }

    private static Lag lag(String text) {
        if (text.endsWith("%")) {
            return Lag.percent(Double.parseDouble(text.substring(0, text.length() - 1)));
        }
        return text.endsWith("ed")
                ? Lag.of(elapsedDays(Integer.parseInt(text.substring(0, text.length() - 2))))
                : Lag.of(days(Integer.parseInt(text.substring(0, text.length() - 1))));
    }

    @ParameterizedTest(name = "{0}: {1}{2}, {3} days")
    @CsvSource({
        "E1, FS, 0d, 2, Fri 03-07 08:00, Mon 03-10 17:00",
        "E2, FS, 1d, 2, Mon 03-10 08:00, Tue 03-11 17:00",
        "E3, FS, -1d, 2, Thu 03-06 08:00, Fri 03-07 17:00",
        "E4, FS, 1ed, 2, Mon 03-10 08:00, Tue 03-11 17:00",
        "E5, FS, 3ed, 2, Mon 03-10 08:00, Tue 03-11 17:00",
        "E6, FS, 50%, 2, Tue 03-11 08:00, Wed 03-12 17:00",
        "E7, SS, 2d, 5, Wed 03-05 08:00, Tue 03-11 17:00",
        "E8, FF, 0d, 2, Wed 03-05 08:00, Thu 03-06 17:00",
        "E9, FF, 1d, 2, Thu 03-06 08:00, Fri 03-07 17:00",
        "E10, FF, 0d, 10, Mon 03-03 08:00, Fri 03-14 17:00",
        "E12, FS, 0d, 0, Thu 03-06 17:00, Thu 03-06 17:00",
        "E13, FS, 1d, 0, Fri 03-07 17:00, Fri 03-07 17:00"
    })
    void aRelationshipPlacesItsSuccessor(
            String example, RelationshipType type, String lag, int duration, String start, String finish) {
        Project project = plan().activity("B", "B", days(duration))
                .add(new Relationship("A", "B", type, lag(lag)))
                .build();

        ActivityTimes b = CriticalPath.schedule(project).of("B");

        assertThat(b.earlyStart()).as(example).isEqualTo(at(start));
        assertThat(b.earlyFinish()).as(example).isEqualTo(at(finish));
        assertThat(b.start()).isEqualTo(b.earlyStart());
        assertThat(b.finish()).isEqualTo(b.earlyFinish());
    }

    @Test // E11, 16.6
    void startToFinishEndsTheSuccessorExactlyWhenThePredecessorBegins() {
        Project project = Project.builder("E11")
                .start(Dates.START)
                .activity("A", "A", days(4), a -> a.constraint(Constraint.startNoEarlierThan(at("Thu 03-06 08:00"))))
                .activity("B", "B", days(2))
                .startToFinish("A", "B")
                .build();

        ActivityTimes b = CriticalPath.schedule(project).of("B");

        assertThat(b.earlyStart()).isEqualTo(at("Tue 03-04 08:00"));
        assertThat(b.earlyFinish()).isEqualTo(at("Thu 03-06 08:00"));
    }

    @Test // E14, O-15
    void anElapsedSuccessorBeginsTheInstantItsPredecessorEnds() {
        Project project = plan().activity("B", "B", elapsedDays(2))
                .finishToStart("A", "B")
                .build();

        ActivityTimes b = CriticalPath.schedule(project).of("B");

        assertThat(b.earlyStart()).isEqualTo(at("Thu 03-06 17:00"));
        assertThat(b.earlyFinish()).isEqualTo(at("Sat 03-08 17:00"));
    }

    private static ProjectBuilder merge() {
        return merge(Constraint.NONE);
    }

    private static ProjectBuilder merge(Constraint onC) {
        return plan().activity("B", "B", days(2))
                .activity("C", "C", days(5), c -> c.constraint(onC))
                .finishToStart("A", "C")
                .finishToStart("B", "C");
    }

    @Test // E15
    void lateDatesComeFromTheSuccessorsLateStart() {
        Schedule plan = CriticalPath.schedule(merge().build());

        assertThat(plan.of("C").earlyStart()).isEqualTo(at("Fri 03-07 08:00"));
        assertThat(plan.of("C").earlyFinish()).isEqualTo(at("Thu 03-13 17:00"));
        assertThat(plan.finish()).isEqualTo(at("Thu 03-13 17:00"));
        assertThat(plan.of("B").earlyFinish()).isEqualTo(at("Tue 03-04 17:00"));
        assertThat(plan.of("B").lateFinish()).isEqualTo(at("Thu 03-06 17:00"));
        assertThat(plan.of("B").lateStart()).isEqualTo(at("Wed 03-05 08:00"));
        assertThat(hours(plan.of("B").totalFloat())).isEqualTo(16);
        assertThat(hours(plan.of("B").freeFloat())).isEqualTo(16);
        assertThat(plan.of("A").totalFloat().isZero()).isTrue();
        assertThat(plan.criticalPath()).extracting("id").containsExactly("A", "C");
    }

    @Test // E16
    void aMissedDeadlineMakesFloatNegativeAndMovesNothing() {
        Project base = merge().build();
        Project project = base.toBuilder()
                .replace(base.activity("C").with(c -> c.deadline(at("Wed 03-12 17:00"))))
                .build();

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.of("C").start()).isEqualTo(at("Fri 03-07 08:00"));
        assertThat(plan.of("C").finish()).isEqualTo(at("Thu 03-13 17:00"));
        assertThat(plan.of("C").lateFinish()).isEqualTo(at("Wed 03-12 17:00"));
        assertFloats(plan, -8, 8, -8);
        assertThat(plan.criticalPath()).extracting("id").containsExactly("A", "C");
    }

    @Test // E17, honoured
    void anHonouredStartPullsTheActivityBeforeItsLogic() {
        Schedule plan = CriticalPath.schedule(
                merge(Constraint.mustStartOn(at("Wed 03-05 08:00"))).build());

        assertThat(plan.of("C").start()).isEqualTo(at("Wed 03-05 08:00"));
        assertThat(plan.of("C").finish()).isEqualTo(at("Tue 03-11 17:00"));
        assertThat(plan.finish()).isEqualTo(at("Tue 03-11 17:00"));
        assertThat(plan.of("A").lateFinish()).isEqualTo(at("Tue 03-04 17:00"));
        assertFloats(plan, -16, 0, -16); // 16.8
    }

    @Test // E17, not honoured
    void aStartThatIsNotHonouredOnlyBoundsLateDates() {
        Schedule plan = CriticalPath.schedule(
                merge(Constraint.mustStartOn(at("Wed 03-05 08:00"))).build(),
                ScheduleOptions.DEFAULT.withHonourConstraints(false));

        assertThat(plan.of("C").start()).isEqualTo(at("Fri 03-07 08:00"));
        assertThat(plan.of("C").lateFinish()).isEqualTo(at("Tue 03-11 17:00"));
        assertFloats(plan, -16, 0, -16);
    }

    private static void assertFloats(Schedule plan, int a, int b, int c) {
        assertThat(hours(plan.of("A").totalFloat())).as("A").isEqualTo(a);
        assertThat(hours(plan.of("B").totalFloat())).as("B").isEqualTo(b);
        assertThat(hours(plan.of("C").totalFloat())).as("C").isEqualTo(c);
    }

    @Test // E18
    void anElapsedDurationHasElapsedFloat() {
        LocalDateTime start = LocalDateTime.of(2009, 3, 25, 8, 0);
        Project project = Project.builder("E18")
                .start(start)
                .activity("A", "A", elapsedDays(1))
                .activity("Z", "Z", elapsedDays(30))
                .build();

        ActivityTimes a = CriticalPath.schedule(project).of("A");

        assertThat(a.earlyFinish()).isEqualTo(LocalDateTime.of(2009, 3, 26, 8, 0));
        assertThat(a.lateFinish()).isEqualTo(LocalDateTime.of(2009, 4, 24, 8, 0));
        assertThat(a.totalFloat()).isEqualTo(elapsedDays(29));
    }
}
