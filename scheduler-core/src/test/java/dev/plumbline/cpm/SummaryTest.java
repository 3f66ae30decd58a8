package dev.plumbline.cpm;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.cpm.Dates.at;
import static dev.plumbline.cpm.Dates.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Activity;
import dev.plumbline.model.ActivityBuilder;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Summaries: S holds A (two days) before B (three days) and, on its own, C (one day). */
class SummaryTest {

    private static ProjectBuilder plan() {
        return Project.builder("summaries")
                .start(Dates.START)
                .summary(
                        "S",
                        "S",
                        below -> below.activity("A", "A", days(2))
                                .activity("B", "B", days(3))
                                .activity("C", "C", days(1)))
                .finishToStart("A", "B");
    }

    private static Project change(Project project, String id, UnaryOperator<ActivityBuilder> how) {
        return project.toBuilder().replace(project.activity(id).with(how)).build();
    }

    @Test // 8.1.1, 16.10
    void datesRollUp() {
        ActivityTimes s = CriticalPath.schedule(plan().build()).of("S");

        assertThat(s.summary()).isTrue();
        assertThat(s.isMilestone()).isFalse();
        assertThat(s.start()).isEqualTo(at("Mon 03-03 08:00"));
        assertThat(s.finish()).isEqualTo(at("Fri 03-07 17:00"));
        assertThat(s.lateStart()).isEqualTo(at("Mon 03-03 08:00"));
        assertThat(s.lateFinish()).isEqualTo(at("Fri 03-07 17:00"));
        assertThat(s.totalFloat().isZero()).isTrue();
        assertThat(s.critical()).isTrue();
        assertThat(s.driver().kind()).isEqualTo(Driver.Kind.ROLL_UP);
    }

    @ParameterizedTest(name = "S {0} X, lag {1}")
    @CsvSource({
        // 2.3.2: from the finish every leaf drives, from the start the earliest leaf
        "FS, 0, Mon 03-10 08:00, Mon 03-10 17:00",
        "FS, 1, Tue 03-11 08:00, Tue 03-11 17:00",
        "FS, -2, Thu 03-06 08:00, Thu 03-06 17:00",
        "SS, 0, Mon 03-03 08:00, Mon 03-03 17:00",
        "SS, 1, Tue 03-04 08:00, Tue 03-04 17:00",
        "FF, 0, Fri 03-07 08:00, Fri 03-07 17:00",
        "FF, 1, Mon 03-10 08:00, Mon 03-10 17:00"
    })
    void aSummaryDrivesByItsOwnDates(RelationshipType type, int lag, String start, String finish) {
        Project project = plan().activity("X", "X", days(1))
                .add(new Relationship("S", "X", type, Lag.of(days(lag))))
                .build();

        ActivityTimes x = CriticalPath.schedule(project).of("X");

        assertThat(x.start()).isEqualTo(at(start));
        assertThat(x.finish()).isEqualTo(at(finish));
    }

    @ParameterizedTest(name = "P {0} S, lag {1}")
    @CsvSource({
        // 2.3.3: every leaf follows; A, B and C
        "FS, 0, Wed 03-05 08:00, Fri 03-07 08:00, Wed 03-05 08:00",
        "FS, 1, Thu 03-06 08:00, Mon 03-10 08:00, Thu 03-06 08:00",
        "SS, 1, Tue 03-04 08:00, Thu 03-06 08:00, Tue 03-04 08:00"
    })
    void everyActivityOfASummaryWaits(RelationshipType type, int lag, String a, String b, String c) {
        Project project = plan().activity("P", "P", days(2))
                .add(new Relationship("P", "S", type, Lag.of(days(lag))))
                .build();

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.of("A").start()).isEqualTo(at(a));
        assertThat(plan.of("B").start()).isEqualTo(at(b));
        assertThat(plan.of("C").start()).isEqualTo(at(c));
        assertThat(plan.of("S").start()).isEqualTo(at(a));
        assertThat(plan.of("P").totalFloat().isZero()).isTrue();
    }

    @Test // 16.10: late finishes of the rows below don't pass the successor's late start
    void theSuccessorOfASummaryBoundsEveryActivityBelow() {
        Project project = plan().activity("X", "X", days(1))
                .activity("Z", "Z", days(8))
                .finishToStart("S", "X")
                .build();

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.of("X").lateStart()).isEqualTo(at("Wed 03-12 08:00"));
        for (String id : new String[] {"B", "C", "S"}) {
            assertThat(plan.of(id).lateFinish()).as(id).isEqualTo(at("Tue 03-11 17:00"));
        }
        assertThat(plan.of("A").lateFinish()).isEqualTo(at("Thu 03-06 17:00"));
        assertThat(hours(plan.of("C").totalFloat())).isEqualTo(6 * 8);
        assertThat(hours(plan.of("B").totalFloat())).isEqualTo(2 * 8);
    }

    @Test // 2.3.2
    void aSummaryThatDrivesByItsStartBoundsItsEarliestActivityOnly() {
        Project project = plan().activity("X", "X", days(5))
                .startToStart("S", "X", days(1))
                .build();

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.finish()).isEqualTo(at("Mon 03-10 17:00"));
        assertThat(plan.of("A").lateStart()).isEqualTo(at("Mon 03-03 08:00"));
        assertThat(hours(plan.of("C").totalFloat())).isEqualTo(5 * 8);
        assertThat(hours(plan.of("B").totalFloat())).isEqualTo(8);
    }

    @Test // 2.3.5
    void anEarliestStartOfASummaryHoldsForAllBelow() {
        Project project =
                change(plan().build(), "S", s -> s.constraint(Constraint.startNoEarlierThan(at("Tue 03-04 08:00"))));

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.of("A").start()).isEqualTo(at("Tue 03-04 08:00"));
        assertThat(plan.of("C").start()).isEqualTo(at("Tue 03-04 08:00"));
        assertThat(plan.of("B").start()).isEqualTo(at("Thu 03-06 08:00"));
        assertThat(plan.of("A").driver().kind()).isEqualTo(Driver.Kind.CONSTRAINT);
    }

    @Test // 2.3.5: the later of the summary's and the activity's own date
    void theLaterOfOwnAndInheritedStartCounts() {
        Project base =
                change(plan().build(), "S", s -> s.constraint(Constraint.startNoEarlierThan(at("Tue 03-04 08:00"))));
        Project project = change(base, "C", c -> c.constraint(Constraint.startNoEarlierThan(at("Thu 03-06 08:00"))));

        assertThat(CriticalPath.schedule(project).of("C").start()).isEqualTo(at("Thu 03-06 08:00"));
    }

    @Test // 2.3.5
    void aLatestFinishOfASummaryBoundsAllBelow() {
        Project project = change(
                plan().activity("Z", "Z", days(10)).build(),
                "S",
                s -> s.constraint(Constraint.finishNoLaterThan(at("Mon 03-10 17:00"))));

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.of("B").lateFinish()).isEqualTo(at("Mon 03-10 17:00"));
        assertThat(plan.of("C").lateFinish()).isEqualTo(at("Mon 03-10 17:00"));
        assertThat(hours(plan.of("A").totalFloat())).isEqualTo(8);
        assertThat(plan.of("B").start()).isEqualTo(at("Wed 03-05 08:00"));
    }

    @Test // 16.10: a summary's total float comes from its own dates, not from the least of its rows
    void totalFloatOfASummaryIsItsOwn() {
        Project project = Project.builder("own")
                .start(Dates.START)
                .summary(
                        "S",
                        "S",
                        below -> below.activity("A", "A", days(1))
                                .activity(
                                        "B",
                                        "B",
                                        days(2),
                                        b -> b.constraint(Constraint.startNoEarlierThan(at("Wed 03-05 08:00")))
                                                .deadline(at("Thu 03-06 17:00"))))
                .activity("Z", "Z", days(10))
                .build();

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.of("B").totalFloat().isZero()).isTrue();
        assertThat(hours(plan.of("A").totalFloat())).isEqualTo(9 * 8);
        assertThat(plan.of("S").lateStart()).isEqualTo(at("Wed 03-05 08:00"));
        assertThat(plan.of("S").lateFinish()).isEqualTo(at("Fri 03-14 17:00"));
        assertThat(hours(plan.of("S").totalFloat())).isEqualTo(2 * 8);
        assertThat(plan.of("S").critical()).isTrue();
        assertThat(plan.of("S").freeFloat()).isLessThanOrEqualTo(plan.of("S").totalFloat());
    }

    @Test // 8.1.1
    void summariesInSummariesRollUpAndHandDown() {
        Project project = Project.builder("deep")
                .start(Dates.START)
                .activity("P", "P", days(1))
                .summary(
                        "S",
                        "S",
                        s -> s.summary("T", "T", t -> t.activity("A", "A", days(2)))
                                .summary(
                                        "U",
                                        "U",
                                        u -> u.activity("B", "B", days(1)).activity("C", "C", days(1))))
                .finishToStart("P", "S")
                .finishToStart("T", "U")
                .build();

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.of("A").start()).isEqualTo(at("Tue 03-04 08:00"));
        assertThat(plan.of("B").start()).isEqualTo(at("Thu 03-06 08:00"));
        assertThat(plan.of("C").start()).isEqualTo(at("Thu 03-06 08:00"));
        assertThat(plan.of("U").finish()).isEqualTo(at("Thu 03-06 17:00"));
        assertThat(plan.of("S").start()).isEqualTo(at("Tue 03-04 08:00"));
        assertThat(plan.of("S").finish()).isEqualTo(at("Thu 03-06 17:00"));
        assertThat(plan.criticalPath()).extracting(Activity::id).containsExactly("P", "A", "B", "C");
    }

    @Test // 2.3.2, 2.3.3
    void aSummaryAfterASummaryWaitsForItsLastActivity() {
        Project project = plan().summary(
                        "T", "T", t -> t.activity("D", "D", days(1)).activity("E", "E", days(2)))
                .finishToStart("S", "T")
                .build();

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.of("D").start()).isEqualTo(at("Mon 03-10 08:00"));
        assertThat(plan.of("E").start()).isEqualTo(at("Mon 03-10 08:00"));
        assertThat(plan.of("B").lateFinish()).isEqualTo(at("Fri 03-07 17:00"));
    }

    @Test // 8.1
    void inactiveRowsTakeNoPart() {
        Project project = plan().build().toBuilder()
                .add(Activity.builder("I", "I", days(20))
                        .outlineLevel(2)
                        .active(false)
                        .build())
                .build();

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.of("S").finish()).isEqualTo(at("Fri 03-07 17:00"));
        assertThat(plan.finish()).isEqualTo(at("Fri 03-07 17:00"));
        assertThat(plan.of("I").critical()).isFalse();
    }

    @Test // 2.4.1
    void anInactiveActivityHoldsNobodyBackThoughNothingPrecedesIt() {
        Project project = Project.builder("inactive")
                .start(Dates.START)
                .add(Activity.builder("I", "I", days(20)).active(false).build())
                .activity("A", "A", days(2))
                .summary("T", "T", t -> t.activity("B", "B", days(2)))
                .finishToStart("I", "A")
                .finishToStart("I", "T")
                .build();

        Schedule plan = CriticalPath.schedule(project);

        assertThat(plan.of("A").start()).isEqualTo(Dates.START);
        assertThat(plan.of("B").start()).isEqualTo(Dates.START);
    }

    @Test // the duration of a summary comes from below
    void theDurationOfASummaryRowDoesNotCount() {
        Project project = change(plan().build(), "S", s -> s.duration(WorkTime.weeks(9)));

        assertThat(CriticalPath.schedule(project).finish()).isEqualTo(at("Fri 03-07 17:00"));
    }

    @Test // 2.3.4
    void aRelationshipBetweenASummaryAndARowBelowIsRefused() {
        ProjectBuilder builder = plan().finishToStart("S", "C");

        PlumblineException refused = catchThrowableOfType(PlumblineException.class, builder::build);

        assertThat(refused.problems()).extracting("code").containsExactly("MODEL_SUMMARY_CYCLE");
    }

    @Test // 2.3.4, 2.4.10
    void aLoopThroughASummaryIsRefused() {
        ProjectBuilder builder =
                plan().activity("X", "X", days(1)).finishToStart("S", "X").finishToStart("X", "C");

        PlumblineException refused = catchThrowableOfType(PlumblineException.class, builder::build);

        assertThat(refused.problems()).extracting("code").containsExactly("MODEL_CYCLE");
    }
}
