package dev.plumbline.model;

import static dev.plumbline.calendar.WorkTime.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.calendar.CalendarException;
import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A project is built whole or refused with all its problems together. */
class ProjectCheckTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 8, 0);

    private static ProjectBuilder plan() {
        return Project.builder("plan")
                .start(START)
                .activity("A", "Dig", days(4))
                .activity("B", "", days(2))
                .resource("crew", 2);
    }

    private static List<Problem> problems(ProjectBuilder builder) {
        PlumblineException refused = catchThrowableOfType(PlumblineException.class, builder::build);
        assertThat(refused).isNotNull();
        return refused.problems();
    }

    private static Problem only(ProjectBuilder builder, String code) {
        List<Problem> problems = problems(builder);
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).code()).isEqualTo(code);
        return problems.get(0);
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    @Test
    void allProblemsOfAProjectAreToldTogetherEachWithItsPlace() {
        ProjectBuilder builder = plan().activity("A", "again", days(1), a -> a.calendar("night"))
                .calendar("day")
                .add(Resource.work("ghost", "Ghost", 1).with(r -> r.calendar("dusk")))
                .finishToStart("A", "Z")
                .finishToStart("B", "B")
                .assign("B", "nobody", 1)
                .assign("Z", "crew", 1);

        assertThat(problems(builder))
                .extracting(problem -> problem.code() + " " + problem.location().path())
                .containsExactlyInAnyOrder(
                        "MODEL_DUPLICATE_UID activity/A",
                        "MODEL_DANGLING_CALENDAR activity/A",
                        "MODEL_DANGLING_CALENDAR project",
                        "MODEL_DANGLING_CALENDAR resource/ghost",
                        "MODEL_DANGLING_LINK relationship/A->Z",
                        "MODEL_CYCLE relationship/B->B",
                        "MODEL_DANGLING_ASSIGNMENT assignment/B/nobody",
                        "MODEL_DANGLING_ASSIGNMENT assignment/Z/crew");
    }

    @Test
    void twoResourcesOrAssignmentsOfOneIdAreRefused() {
        Assignment one = Assignment.builder("x", "A", "crew").build();

        assertThat(only(plan().resource("crew", 1), "MODEL_DUPLICATE_UID").message())
                .isEqualTo("two resources have the id 'crew'");
        assertThat(only(plan().add(one).add(one), "MODEL_DUPLICATE_UID").message())
                .isEqualTo("two assignments have the id 'x'");
        assertThat(problems(plan().replace(Activity.of("Z", "Z", days(1)))))
                .extracting(Problem::message)
                .containsExactly("there is no activity 'Z' to replace");
    }

    @Test
    void aRelationshipThatNamesNoActivityNamesTheOneThatIsMissing() {
        assertThat(only(plan().finishToStart("Y", "A"), "MODEL_DANGLING_LINK").message())
                .contains("there is no activity 'Y'");
        assertThat(only(plan().finishToStart("A", "Z"), "MODEL_DANGLING_LINK").message())
                .contains("there is no activity 'Z'");
    }

    @Test
    void aSummaryCannotBeTiedToARowBelowItInEitherDirection() {
        UnaryOperator<ProjectBuilder> site = builder ->
                builder.summary("S", "Site", s -> s.summary("T", "Trench", t -> t.activity("C", "", days(1))));

        assertThat(only(site.apply(plan()).finishToStart("S", "C"), "MODEL_SUMMARY_CYCLE")
                        .message())
                .contains("ties summary S 'Site' to an activity below it, C");
        assertThat(only(site.apply(plan()).finishToStart("C", "S"), "MODEL_SUMMARY_CYCLE")
                        .message())
                .contains("ties summary S 'Site' to an activity below it, C");
        assertThat(site.apply(plan()).finishToStart("S", "A").build().relationships())
                .hasSize(1);
    }

    @Test
    void aLoopThroughASummaryIsNamedStepByStep() {
        ProjectBuilder builder = plan().summary("S", "", s -> s.activity("C", "", days(1)))
                .finishToStart("A", "S")
                .finishToStart("C", "A");

        assertThat(only(builder, "MODEL_CYCLE").message())
                .startsWith("activities form a loop: ")
                .contains(" -> A 'Dig'");
    }

    @Test
    void aLongLoopIsCutInTheMiddle() {
        ProjectBuilder builder = Project.builder("loop").start(START);
        for (int i = 0; i < 100; i++) {
            builder.activity("a" + i, "", days(1));
            builder.finishToStart("a" + i, "a" + (i + 1) % 100);
        }

        String message = only(builder, "MODEL_CYCLE").message();

        assertThat(message).hasSizeLessThan(300).contains(" more ... -> ").endsWith("-> a0");
        assertThat(message.replaceAll(".* -> \\.\\.\\. ([0-9]+) more.*", "$1"))
                .isEqualTo(Integer.toString(101 - (message.split(" -> ", -1).length - 1)));
    }

    @Test
    void aSecondRelationshipOfTwoActivitiesIsAFindingNotAProblem() {
        Project project = plan().finishToStart("A", "B").startToStart("A", "B").build();

        assertThat(project.findings()).extracting(Problem::code).containsExactly("MODEL_DUPLICATE_LINK");
        assertThat(project.findings().get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(project.findings().get(0).location().path()).isEqualTo("relationship/A->B");
    }

    @Test
    void veryManySecondRelationshipsAreCountedWhereTheyAreNotListed() {
        ProjectBuilder builder = plan();
        for (int i = 0; i < 10_004; i++) {
            builder.startToStart("A", "B");
        }

        List<Problem> findings = builder.build().findings();

        assertThat(findings).hasSize(10_001).allMatch(p -> p.code().equals("MODEL_DUPLICATE_LINK"));
        assertThat(findings.get(10_000).message())
                .isEqualTo("3 more relationships tie activities that are tied before; they are not listed");
        assertThat(findings.get(9_999).location().path()).isEqualTo("relationship/A->B");
    }

    @Test
    void aCalendarThatIsUsedMustWorkWithinDecadesOfTheStart() {
        WorkCalendar.Builder idle = WorkCalendar.builder("idle");
        for (DayOfWeek day : DayOfWeek.values()) {
            idle.day(day, DayHours.OFF);
        }
        LocalDate today = START.toLocalDate();
        WorkCalendar asleep = WorkCalendar.standard().toBuilder()
                .exception(CalendarException.daysOff("closed", today.minusDays(1), today.plusYears(60)))
                .build();

        assertThat(only(plan().calendar(idle.build()), "CAL_NO_WORKING_TIME").message())
                .isEqualTo("calendar 'idle' has no working time");
        assertThat(only(plan().calendar(asleep), "CAL_NO_WORKING_TIME").message())
                .contains("has no working time in the")
                .contains("years after the start of the project, 2026-03-02T08:00");
        assertThat(plan().calendar(WorkCalendar.standard())
                        .addCalendar(idle.build())
                        .build()
                        .calendars())
                .as("one of them is not used")
                .hasSize(2);
    }

    @Test
    void valuesOutOfRangeAreRefusedByTheirOwnConstructors() {
        refuses(() -> Activity.builder("A", "", days(-1)).build(), "activity 'A' has a negative duration: -1d");
        refuses(() -> Activity.builder("A", "", days(1)).outlineLevel(0).build(), "outline level 0; the top is 1");
        refuses(() -> Activity.builder("A", "", days(1)).priority(1001).build(), "priority 1001; use 0 to 1000");
        refuses(() -> Activity.builder("A", "", days(1)).priority(-1).build(), "priority -1");
        refuses(() -> Resource.work("r", "r", -0.5), "has -0.5 units");
        refuses(() -> Resource.work("r", "r", Double.NaN), "has NaN units");
        refuses(() -> Assignment.builder("x", "A", "r").units(Double.NaN).build(), "assignment 'x' has NaN units");
        refuses(() -> Assignment.builder("x", "A", "r").costRateTable(5).build(), "numbered 0 to 4: 5");
        refuses(() -> new Progress(null, null, null, null, 101, 0, null, null), "must be 0 to 100: 101.0, 0.0");
        refuses(() -> new Progress(null, null, null, null, 0, -1, null, null), "must be 0 to 100: 0.0, -1.0");
        refuses(
                () -> new Progress(START, START.minusDays(1), null, null, 100, 0, null, null),
                "lies before the actual start");
        refuses(() -> new ManualDates(START, START.minusMinutes(1), null), "lies before the typed start");
        assertThat(new ManualDates(START, START, null).finish()).isEqualTo(START);
        refuses(() -> new Availability(START, START.minusDays(1), 1), "before it begins");
        refuses(() -> new Availability(START, START, -1), "must be 0 or more: -1.0");
        refuses(() -> new Unlevelled(START, START.minusDays(1)), "is before the start");
        refuses(() -> new Constraint(Constraint.Type.MUST_START_ON, null), "needs a date");
        refuses(() -> new PlumblineException(List.of()), "at least one problem");
        assertThat(Activity.builder("A", "", days(1)).priority(1000).build().priority())
                .isEqualTo(1000);
    }

    @Test
    void aProjectPrintsWhatItHolds() {
        assertThat(plan().finishToStart("A", "B").assign("A", "crew", 1).build())
                .hasToString(
                        "project 'plan': 2 activities, 1 relationships, 1 resources, 1 assignments, start 2026-03-02T08:00")
                .isEqualTo(plan().finishToStart("A", "B").assign("A", "crew", 1).build())
                .hasSameHashCodeAs(plan().finishToStart("A", "B").build());
    }
}
