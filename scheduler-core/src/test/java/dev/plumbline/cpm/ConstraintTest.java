package dev.plumbline.cpm;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.cpm.Dates.at;
import static dev.plumbline.cpm.Dates.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Constraint;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Constraints and deadlines on B (two days) behind A (four days), beside Z (ten days), from Monday 3 March 2025. Without any,
 * B runs from Friday the 7th to Monday the 10th and the project ends on Friday the 14th, so that A and B have four days.
 */
class ConstraintTest {

    private static ProjectBuilder plan(Constraint constraint) {
        return Project.builder("constraints")
                .start(Dates.START)
                .activity("A", "A", days(4))
                .activity("B", "B", days(2), b -> b.constraint(constraint))
                .activity("Z", "Z", days(10))
                .finishToStart("A", "B");
    }

    private static Schedule schedule(Constraint constraint, boolean honour) {
        return CriticalPath.schedule(plan(constraint).build(), ScheduleOptions.DEFAULT.withHonourConstraints(honour));
    }

    @ParameterizedTest(name = "{0} {1}, honoured: {2}")
    @CsvSource({
        // type, date, honour, start, finish, late finish, total float of B and of A in hours (3.1.4, 3.1.5, 3.4.4,
        // 16.8)
        "START_NO_EARLIER_THAN, Tue 03-11 08:00, true, Tue 03-11 08:00, Wed 03-12 17:00, Fri 03-14 17:00, 16, 32",
        "START_NO_EARLIER_THAN, Wed 03-05 08:00, true, Fri 03-07 08:00, Mon 03-10 17:00, Fri 03-14 17:00, 32, 32",
        "START_NO_EARLIER_THAN, Sun 03-09 00:00, true, Mon 03-10 08:00, Tue 03-11 17:00, Fri 03-14 17:00, 24, 32",
        "START_NO_EARLIER_THAN, Mon 03-10 13:00, true, Mon 03-10 13:00, Wed 03-12 12:00, Fri 03-14 17:00, 20, 32",
        "START_NO_EARLIER_THAN, Mon 03-10 17:00, true, Tue 03-11 08:00, Wed 03-12 17:00, Fri 03-14 17:00, 16, 32",
        "START_NO_EARLIER_THAN, Tue 03-11 08:00, false, Tue 03-11 08:00, Wed 03-12 17:00, Fri 03-14 17:00, 16, 32",
        "FINISH_NO_EARLIER_THAN, Wed 03-12 17:00, true, Tue 03-11 08:00, Wed 03-12 17:00, Fri 03-14 17:00, 16, 32",
        "FINISH_NO_EARLIER_THAN, Wed 03-05 17:00, true, Fri 03-07 08:00, Mon 03-10 17:00, Fri 03-14 17:00, 32, 32",
        "FINISH_NO_EARLIER_THAN, Wed 03-12 17:00, false, Tue 03-11 08:00, Wed 03-12 17:00, Fri 03-14 17:00, 16, 32",
        "START_NO_LATER_THAN, Mon 03-10 08:00, true, Fri 03-07 08:00, Mon 03-10 17:00, Tue 03-11 17:00, 8, 8",
        "START_NO_LATER_THAN, Mon 03-10 08:00, false, Fri 03-07 08:00, Mon 03-10 17:00, Tue 03-11 17:00, 8, 8",
        "START_NO_LATER_THAN, Tue 03-25 08:00, true, Fri 03-07 08:00, Mon 03-10 17:00, Fri 03-14 17:00, 32, 32",
        "START_NO_LATER_THAN, Wed 03-05 08:00, false, Fri 03-07 08:00, Mon 03-10 17:00, Thu 03-06 17:00, -16, -16",
        "FINISH_NO_LATER_THAN, Tue 03-11 17:00, true, Fri 03-07 08:00, Mon 03-10 17:00, Tue 03-11 17:00, 8, 8",
        "FINISH_NO_LATER_THAN, Sun 03-09 12:00, false, Fri 03-07 08:00, Mon 03-10 17:00, Fri 03-07 17:00, -8, -8",
        "FINISH_NO_LATER_THAN, Thu 03-06 17:00, false, Fri 03-07 08:00, Mon 03-10 17:00, Thu 03-06 17:00, -16, -16",
        "MUST_START_ON, Wed 03-12 08:00, true, Wed 03-12 08:00, Thu 03-13 17:00, Thu 03-13 17:00, 0, 24",
        "MUST_START_ON, Wed 03-12 08:00, false, Wed 03-12 08:00, Thu 03-13 17:00, Thu 03-13 17:00, 0, 24",
        "MUST_START_ON, Wed 03-05 08:00, true, Wed 03-05 08:00, Thu 03-06 17:00, Thu 03-06 17:00, -16, -16",
        "MUST_START_ON, Wed 03-05 08:00, false, Fri 03-07 08:00, Mon 03-10 17:00, Thu 03-06 17:00, -16, -16",
        "MUST_FINISH_ON, Thu 03-13 17:00, true, Wed 03-12 08:00, Thu 03-13 17:00, Thu 03-13 17:00, 0, 24",
        "MUST_FINISH_ON, Thu 03-13 17:00, false, Wed 03-12 08:00, Thu 03-13 17:00, Thu 03-13 17:00, 0, 24",
        "MUST_FINISH_ON, Thu 03-06 17:00, true, Wed 03-05 08:00, Thu 03-06 17:00, Thu 03-06 17:00, -16, -16",
        "MUST_FINISH_ON, Thu 03-06 17:00, false, Fri 03-07 08:00, Mon 03-10 17:00, Thu 03-06 17:00, -16, -16"
    })
    void aDateBindsTheActivityAndItsPredecessor(
            Constraint.Type type,
            String date,
            boolean honour,
            String start,
            String finish,
            String lateFinish,
            int b,
            int a) {
        Schedule plan = schedule(new Constraint(type, at(date)), honour);

        ActivityTimes times = plan.of("B");
        assertThat(times.start()).isEqualTo(at(start));
        assertThat(times.finish()).isEqualTo(at(finish));
        assertThat(times.lateFinish()).isEqualTo(at(lateFinish));
        assertThat(hours(times.totalFloat())).isEqualTo(b);
        assertThat(hours(plan.of("A").totalFloat())).isEqualTo(a);
        assertThat(times.critical()).isEqualTo(b <= 0);
        assertThat(plan.finish()).isEqualTo(at("Fri 03-14 17:00"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "START_NO_LATER_THAN, Wed 03-05 08:00", // 3.1.4: the activity is pulled before its logic
        "FINISH_NO_LATER_THAN, Thu 03-06 17:00"
    })
    void anHonouredUpperBoundPullsTheActivityBeforeItsLogic(Constraint.Type type, String date) {
        Schedule plan = schedule(new Constraint(type, at(date)), true);

        assertThat(plan.of("B").start()).isEqualTo(at("Wed 03-05 08:00"));
        assertThat(plan.of("B").finish()).isEqualTo(at("Thu 03-06 17:00"));
        assertThat(plan.of("B").critical()).isTrue();
        assertThat(hours(plan.of("A").totalFloat())).isEqualTo(-16);
        assertThat(plan.of("A").freeFloat().isZero()).isTrue(); // 16.9
    }

    @Test // 3.5.1, 3.5.2, 3.5.3
    void asLateAsPossibleTakesTheLateDatesAndHasNoFloat() {
        Schedule plan = schedule(Constraint.AS_LATE_AS_POSSIBLE, true);

        ActivityTimes b = plan.of("B");
        assertThat(b.start()).isEqualTo(at("Thu 03-13 08:00"));
        assertThat(b.finish()).isEqualTo(at("Fri 03-14 17:00"));
        assertThat(b.earlyStart()).isEqualTo(b.lateStart());
        assertThat(b.earlyFinish()).isEqualTo(b.lateFinish());
        assertThat(b.startFloat().isZero()).isTrue();
        assertThat(b.totalFloat().isZero()).isTrue();
        assertThat(b.critical()).isTrue();
        assertThat(hours(plan.of("A").totalFloat())).isEqualTo(32);
        assertThat(hours(plan.of("A").freeFloat())).isEqualTo(32);
    }

    @Test // 3.5.1: unlike the rule of other tools, total float is used up and successors are pushed
    void asLateAsPossiblePushesItsSuccessors() {
        Project project = plan(Constraint.AS_LATE_AS_POSSIBLE)
                .activity("C", "C", days(1))
                .finishToStart("B", "C")
                .build();

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.of("B").finish()).isEqualTo(at("Thu 03-13 17:00"));
        assertThat(plan.of("C").start()).isEqualTo(at("Fri 03-14 08:00"));
        assertThat(plan.finish()).isEqualTo(at("Fri 03-14 17:00"));
    }

    @Test // 3.1.4
    void aRootFinishesNoEarlierThanItsDate() {
        Project project = Project.builder("root")
                .start(Dates.START)
                .activity("A", "A", days(2), a -> a.constraint(Constraint.finishNoEarlierThan(at("Thu 03-06 17:00"))))
                .build();

        ActivityTimes a = CriticalPath.schedule(project).of("A");

        assertThat(a.start()).isEqualTo(at("Wed 03-05 08:00"));
        assertThat(a.finish()).isEqualTo(at("Thu 03-06 17:00"));
    }

    @ParameterizedTest(name = "deadline {0}")
    @CsvSource({
        "Tue 03-25 17:00, Fri 03-14 17:00, 32",
        "Tue 03-11 17:00, Tue 03-11 17:00, 8",
        "Mon 03-10 17:00, Mon 03-10 17:00, 0",
        "Mon 03-10 12:00, Mon 03-10 12:00, -4",
        "Sun 03-09 12:00, Fri 03-07 17:00, -8", // 3.4.6: rolled back to the end of work
        "Mon 03-03 17:00, Mon 03-03 17:00, -40"
    })
    void aDeadlineBoundsLateDatesOnly(String deadline, String lateFinish, int totalFloat) { // 3.4.5
        Project base = plan(Constraint.NONE).build();
        Project project = base.toBuilder()
                .replace(base.activity("B").with(b -> b.deadline(at(deadline))))
                .build();

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.of("B").start()).isEqualTo(at("Fri 03-07 08:00"));
        assertThat(plan.of("B").finish()).isEqualTo(at("Mon 03-10 17:00"));
        assertThat(plan.of("B").lateFinish()).isEqualTo(at(lateFinish));
        assertThat(hours(plan.of("B").totalFloat())).isEqualTo(totalFloat);
        assertThat(hours(plan.of("A").totalFloat())).isEqualTo(totalFloat);
        assertThat(hours(plan.of("B").freeFloat())).isEqualTo(Math.max(totalFloat, 0)); // 16.9
        assertThat(plan.of("B").critical()).isEqualTo(totalFloat <= 0);
        assertThat(hours(plan.of("Z").totalFloat())).isZero();
    }

    @Test // 3.4.5, 3.1.4
    void theEarlierOfDeadlineAndConstraintCounts() {
        Project base = plan(Constraint.finishNoLaterThan(at("Wed 03-12 17:00"))).build();
        Project project = base.toBuilder()
                .replace(base.activity("B").with(b -> b.deadline(at("Tue 03-11 17:00"))))
                .build();

        assertThat(CriticalPath.schedule(project).of("B").lateFinish()).isEqualTo(at("Tue 03-11 17:00"));
    }
}
