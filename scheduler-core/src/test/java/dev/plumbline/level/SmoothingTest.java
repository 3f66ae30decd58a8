package dev.plumbline.level;

import static dev.plumbline.calendar.WorkTime.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmoothingTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 8, 0);
    private static final WorkCalendar WEEK = WorkCalendar.weekdays("5x8", LocalTime.of(8, 0), LocalTime.of(16, 0));

    private static ProjectBuilder plan() {
        return Project.builder("plan").start(START).calendar(WEEK);
    }

    /** A critical activity of ten days with two units, and two short ones with three beside it, each with much float. */
    private static Project three() {
        return plan().activity("A", "Long", days(10))
                .activity("B", "Short", days(4))
                .activity("C", "Other", days(4))
                .resource("crew", 10)
                .assign("A", "crew", 2)
                .assign("B", "crew", 3)
                .assign("C", "crew", 3)
                .build();
    }

    @Test
    void activitiesWithFloatMoveApartAndTheFinishStays() {
        Smoothed smoothed = Smoothing.DEFAULT.smooth(three());

        // before: 4 days of 8 units and 6 of 2; after: 8 days of 5 and 2 of 2, at 8 hours a day
        assertThat(smoothed.momentBefore()).isCloseTo(8 * (4 * 64 + 6 * 4), within(1e-6));
        assertThat(smoothed.moment()).isCloseTo(8 * (8 * 25 + 2 * 4), within(1e-6));
        assertThat(smoothed.profileBefore("crew").peak()).isEqualTo(8);
        assertThat(smoothed.profile("crew").peak()).isEqualTo(5);
        assertThat(smoothed.schedule().finish()).isEqualTo(smoothed.before().finish());
        assertThat(smoothed.delays()).hasSize(1);
        assertThat(smoothed.isUnchanged()).isFalse();
        assertThat(smoothed)
                .asString()
                .startsWith(
                        "plan: finish 2026-03-13 16:00 as before, 1 activities delayed, moment 1,664 instead of 2,240 (-25.7%)\n")
                .contains("Peak before");
    }

    @Test
    void theDelaysAreThoseOfThePlanThatIsWritten() {
        Smoothed smoothed = Smoothing.DEFAULT.smooth(three());

        assertThat(CriticalPath.schedule(smoothed.project()).activities())
                .extracting(times -> times.start())
                .isEqualTo(smoothed.schedule().activities().stream()
                        .map(times -> times.start())
                        .toList());
        assertThat(Smoothing.DEFAULT.smooth(smoothed.project()).isUnchanged()).isTrue();
    }

    @Test
    void activitiesPassThroughMilestonesAndOthersWithoutResources() {
        Project project = plan().activity("A", "Long", days(10))
                .activity("B", "First", days(2))
                .milestone("M", "Gate")
                .activity("W", "Wait", days(1))
                .activity("C", "Last", days(2))
                .finishToStart("B", "M")
                .finishToStart("M", "W")
                .finishToStart("W", "C")
                .resource("crew", 9)
                .assign("A", "crew", 1)
                .assign("B", "crew", 2)
                .assign("C", "crew", 2)
                .activity("D", "Fixed", days(5))
                .assign("D", "crew", 2)
                .build()
                .with("D", a -> a.priority(1000));

        Smoothed smoothed = Smoothing.DEFAULT.smooth(project);

        assertThat(smoothed.profile("crew").peak()).isEqualTo(3);
        assertThat(smoothed.schedule().of("B").start()).isEqualTo(START.plusDays(7)); // Monday after the five days of D
        assertThat(smoothed.schedule().of("C").finish()).isEqualTo(LocalDateTime.of(2026, 3, 13, 16, 0));
        assertThat(smoothed.delay("D").isZero()).isTrue();
    }

    @Test
    void whatMayNotMoveStays() {
        Project project =
                three().with("B", a -> a.priority(1000)).with("C", a -> a.constraint(Constraint.mustStartOn(START)));

        assertThat(Smoothing.DEFAULT.smooth(project).isUnchanged()).isTrue();
    }

    @Test
    void constraintsAndDeadlinesLimitTheMove() {
        Project project = three().with(
                        "B",
                        a -> a.constraint(
                                Constraint.finishNoLaterThan(START.plusDays(4).withHour(16))))
                .with("C", a -> a.deadline(START.plusDays(7).withHour(16)));

        Smoothed smoothed = Smoothing.DEFAULT.smooth(project);

        assertThat(smoothed.schedule().of("B").finish())
                .isBeforeOrEqualTo(START.plusDays(4).withHour(16));
        assertThat(smoothed.schedule().of("C").finish())
                .isBeforeOrEqualTo(START.plusDays(7).withHour(16));
        assertThat(smoothed.moment()).isLessThan(smoothed.momentBefore());
    }

    @Test
    void aLevelledPlanIsNotOverloadedAgain() {
        Project project = plan().activity("A", "Long", days(6))
                .activity("B", "Short", days(2))
                .activity("C", "Other", days(2))
                .resource("crew", 2)
                .assign("A", "crew", 1)
                .assign("B", "crew", 1)
                .assign("C", "crew", 1)
                .build();
        Project levelled = Levelling.DEFAULT.level(project).project();

        Smoothed smoothed = Smoothing.DEFAULT.smooth(levelled);

        assertThat(smoothed.profile("crew").isOverallocated()).isFalse();
        assertThat(smoothed.moment()).isLessThanOrEqualTo(smoothed.momentBefore());
    }

    @Test
    void severalCalendarsAreCountedAsTheyMeet() {
        Project project = plan().addCalendar(WorkCalendar.weekdays("late", LocalTime.of(12, 0), LocalTime.of(20, 0)))
                .activity("A", "Early shift", days(2))
                .activity("B", "Late shift", days(2))
                .resource("crew", 9)
                .assign("A", "crew", 2)
                .assign("B", "crew", 3)
                .build()
                .with("B", a -> a.calendar("late").ignoresResourceCalendars(true));

        ResourceProfile profile = ResourceProfile.of(CriticalPath.schedule(project), "crew");

        // two days: 4 hours of 2, 4 of 5, 4 of 3
        assertThat(profile.moment()).isCloseTo(2 * 4 * (4 + 25 + 9), within(1e-6));
    }

    @Test
    void weightsDecideBetweenResources() {
        Project project = plan().activity("A", "Long", days(10))
                .activity("B", "Both", days(5))
                .activity("F", "First half", days(5))
                .activity("S", "Second half", days(5))
                .finishToStart("F", "S")
                .resource("crew", 9)
                .resource("crane", 9)
                .assign("A", "crew", 1)
                .assign("B", "crew", 2)
                .assign("B", "crane", 2)
                .assign("F", "crew", 2)
                .assign("S", "crane", 3)
                .build();

        Smoothed crew = Smoothing.DEFAULT.onlyResources("crew").smooth(project);
        Smoothed crane = Smoothing.DEFAULT.withWeight("crane", 5).smooth(project);

        assertThat(crew.schedule().of("B").start()).isEqualTo(START.plusDays(7));
        assertThat(crew.profile("crane").peak()).isLessThanOrEqualTo(5);
        assertThat(crane.schedule().of("B").start()).isEqualTo(START);
    }

    @Test
    void anUnknownResourceOrAnOddWeightIsAnError() {
        assertThatThrownBy(() -> Smoothing.DEFAULT.withWeight("crane", 2).smooth(three()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("project 'plan' has no work resource 'crane'");
        assertThatThrownBy(() -> Smoothing.DEFAULT.withWeight("crew", -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use 0 or more");
        assertThatThrownBy(() -> Smoothing.DEFAULT.withEffort(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Smoothing.DEFAULT.withWeight("crew", 2).onlyResources("crew"))
                .hasToString("smoothing by moment, weights {crew=2.0} only, effort 300000");
    }

    @Test
    void aPlanWithoutResourcesStays() {
        Smoothed smoothed =
                Smoothing.DEFAULT.smooth(plan().activity("A", "Alone", days(1)).build());

        assertThat(smoothed.isUnchanged()).isTrue();
        assertThat(smoothed.moment()).isZero();
        assertThat(smoothed.profiles()).isEqualTo(List.of());
    }

    /**
     * An example of teaching: eleven activities of one resource in eighteen days. As early as can be it asks for 5 5 5 9 9 9 9 9 6 5 5
     * 5 5 6 4 5 5 5 units a day, whose squares add up to 743 (Topic 5: Allocate and Level Project Resources, King Saud
     * University, fac.ksu.edu.sa). No schedule of eighteen days has less than 701: tried one by one.
     */
    @Test
    void theExampleOfTheBurgessProcedureIsSolved() {
        ProjectBuilder builder =
                Project.builder("topic 5").start(START).calendar(WEEK).resource("R", 20);
        String[] names = {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"};
        int[] durations = {3, 5, 6, 2, 3, 3, 4, 5, 4, 2, 3};
        int[] units = {3, 2, 3, 4, 2, 1, 3, 2, 3, 4, 5};
        for (int i = 0; i < names.length; i++) {
            builder.activity(names[i], names[i], days(durations[i])).assign(names[i], "R", units[i]);
        }
        for (String link : List.of("AC", "AD", "BG", "DE", "DF", "GH", "CI", "EJ", "FJ", "IJ", "JK")) {
            builder.finishToStart(link.substring(0, 1), link.substring(1));
        }

        Smoothed smoothed = Smoothing.DEFAULT.smooth(builder.build());

        assertThat(smoothed.momentBefore() / 8).isCloseTo(743, within(1e-6));
        assertThat(smoothed.moment() / 8).isCloseTo(least(), within(1e-6)).isCloseTo(701, within(1e-6));
        assertThat(smoothed.profileBefore("R").peak()).isEqualTo(9);
        assertThat(smoothed.profile("R").peak()).isLessThanOrEqualTo(9);
    }

    /** All starts of the six activities that have float, by day: A, C, I, J and K are critical. */
    private static long least() {
        long best = Long.MAX_VALUE;
        for (int b = 0; b <= 4; b++) {
            for (int g = b + 5; g <= 9; g++) {
                for (int h = g + 4; h <= 13; h++) {
                    for (int d = 3; d <= 8; d++) {
                        best = Math.min(best, least(b, g, h, d));
                    }
                }
            }
        }
        return best;
    }

    private static long least(int b, int g, int h, int d) {
        long best = Long.MAX_VALUE;
        for (int e = d + 2; e <= 10; e++) {
            for (int f = d + 2; f <= 10; f++) {
                int[] days = {3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 5, 5, 5};
                add(days, b, 5, 2);
                add(days, g, 4, 3);
                add(days, h, 5, 2);
                add(days, d, 2, 4);
                add(days, e, 3, 2);
                add(days, f, 3, 1);
                best = Math.min(
                        best, java.util.Arrays.stream(days).map(x -> x * x).sum());
            }
        }
        return best;
    }

    private static void add(int[] days, int from, int length, int units) {
        for (int day = from; day < from + length; day++) {
            days[day] += units;
        }
    }
}
