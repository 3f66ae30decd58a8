package dev.plumbline.cpm;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.hours;
import static dev.plumbline.cpm.Dates.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Longest path, float paths, the four floats, drag and reasons on networks small enough to check by hand. */
class PathAnalysisTest {

    /**
     * Five critical activities A to E with three others beside them, whose floats are 15, 5 and 20: the usual picture of drag
     * (S. Devaux, Total Project Control, 1999).
     */
    private static ProjectBuilder devaux() {
        return Project.builder("drag")
                .start(Dates.START)
                .activity("A", "A", days(10))
                .activity("B", "B", days(20))
                .activity("C", "C", days(5))
                .activity("D", "D", days(10))
                .activity("E", "E", days(20))
                .activity("F", "F", days(10))
                .activity("G", "G", days(5))
                .activity("H", "H", days(15))
                .finishToStart("A", "B")
                .finishToStart("B", "C")
                .finishToStart("C", "D")
                .finishToStart("D", "E")
                .finishToStart("A", "F")
                .finishToStart("F", "D")
                .finishToStart("C", "G")
                .finishToStart("G", "E")
                .finishToStart("A", "H")
                .finishToStart("H", "E");
    }

    private static PathAnalysis analyse(ProjectBuilder builder) {
        return PathAnalysis.of(CriticalPath.schedule(builder.build()));
    }

    private static List<String> ids(List<Activity> activities) {
        return activities.stream().map(Activity::id).toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"A, 10", "B, 15", "C, 5", "D, 5", "E, 20", "F, 0", "G, 0", "H, 0"})
    void dragIsTheLesserOfDurationAndLeastFloatBeside(String id, int drag) {
        assertThat(analyse(devaux()).drag(id)).isEqualTo(days(drag));
    }

    @Test
    void longestPathLeadsToTheLatestFinish() { // 17.10
        assertThat(ids(analyse(devaux()).longestPath())).containsExactly("A", "B", "C", "D", "E");
    }

    @Test
    void floatPathsBranchOffWhereFloatIsLeast() { // 4.2.5
        List<FloatPath> paths = analyse(devaux()).floatPaths("E", 10);

        assertThat(paths)
                .extracting(FloatPath::toString)
                .containsExactly(
                        "1 (0d): A -> B -> C -> D -> E",
                        "2 (5d): G, joins E",
                        "3 (15d): F, joins D",
                        "4 (20d): H, joins E");
        assertThat(analyse(devaux()).floatPaths(2)).isEqualTo(paths.subList(0, 2));
    }

    @Test
    void longestPathsAreRankedByLength() {
        List<RankedPath> paths = analyse(devaux()).longestPaths(4);

        assertThat(paths)
                .extracting(RankedPath::toString)
                .containsExactly(
                        "1 (65d): A -> B -> C -> D -> E",
                        "2 (60d): A -> B -> C -> G -> E",
                        "3 (50d): A -> F -> D -> E",
                        "4 (45d): A -> H -> E");
        assertThat(paths).extracting(RankedPath::behind).containsExactly(days(0), days(5), days(15), days(20));
        assertThat(paths.get(0).start()).isEqualTo(Dates.START);
    }

    /** A lies before two activities of which one waits; every float of X differs. */
    private static ProjectBuilder floats() {
        return Project.builder("floats")
                .start(Dates.START)
                .activity("A", "A", days(2))
                .activity("X", "X", days(3))
                .activity("Y", "Y", days(4))
                .activity("P", "P", days(10))
                .activity("Z", "Z", days(1))
                .activity("Q", "Q", days(16))
                .finishToStart("A", "X")
                .finishToStart("X", "Y")
                .finishToStart("P", "Y")
                .finishToStart("Y", "Z")
                .activity("B", "B", days(1))
                .finishToStart("A", "B")
                .finishToStart("B", "Y", days(7));
    }

    @Test // total = free + interfering; independent counts from A's late finish on
    void theFourFloatsOfAnActivity() {
        Schedule plan = CriticalPath.schedule(floats().build());
        PathAnalysis paths = PathAnalysis.of(plan);

        // A finishes on day 2, at the latest on day 3; X takes 3; Y starts on day 10, at the latest on day 11; 16 days
        // in all
        assertThat(plan.of("X").totalFloat()).isEqualTo(days(6));
        assertThat(plan.of("X").freeFloat()).isEqualTo(days(5));
        assertThat(paths.interferingFloat("X")).isEqualTo(days(1));
        assertThat(plan.of("A").totalFloat()).isEqualTo(days(1));
        assertThat(paths.independentFloat("X")).isEqualTo(days(4));
        assertThat(paths.independentFloat("Q").isZero()).isTrue();
    }

    @Test
    void nearCriticalActivitiesComeInOrderOfFloat() {
        PathAnalysis paths = analyse(devaux());

        assertThat(paths.nearCritical(days(15)))
                .extracting(times -> times.activity().id())
                .containsExactly("G", "F");
        assertThat(paths.nearCritical(days(4))).isEmpty();
    }

    @Test
    void saysWhereTheFloatOfAnActivityLies() {
        WhyNotCritical why = analyse(floats()).whyNotCritical("X");

        assertThat(why.critical()).isFalse();
        assertThat(why.gaps()).extracting(WhyNotCritical.Gap::gap).containsExactly(days(5), days(0), days(1));
        assertThat(why).hasToString("""
                        X is not critical: its total float of 6d is more than 0d
                        X can slip 5d before it moves Y (X -FS-> Y), whose start is decided by: P -FS-> Y
                        Y is not critical either: its total float is 1d
                        Y moves Z as soon as it slips (Y -FS-> Z)
                        Z is not critical either: its total float is 1d
                        Z can slip 1d before it passes the finish of the project: it may finish until Mon 2025-03-24 17:00""");
        assertThat(analyse(floats()).whyNotCritical("Q"))
                .hasToString("Q is critical: its total float of 0d is not more than 0d");
    }

    @Test
    void aDeadlineEndsTheReasons() {
        ProjectBuilder project = Project.builder("deadline")
                .start(Dates.START)
                .activity("A", "A", days(1), a -> a.deadline(at("Wed 03-05 17:00")))
                .activity("B", "B", days(10));

        assertThat(analyse(project).whyNotCritical("A").toString())
                .endsWith("A can slip 2d before it passes its deadline: it may finish until Wed 2025-03-05 17:00");
    }

    @Test // 4.1.14: float depends on the calendar, the longest path doesn't
    void longestPathIsNotMisledBySeveralCalendars() {
        PathAnalysis paths = analyse(Project.builder("calendars")
                .start(Dates.START)
                .calendar(WorkCalendar.standard())
                .addCalendar(WorkCalendar.roundTheClock("24h"))
                .activity("A", "A", days(5))
                .activity("B", "B", hours(12), b -> b.calendar("24h"))
                .activity("C", "C", days(1))
                .finishToStart("A", "B")
                .finishToStart("B", "C"));

        // A ends on Friday at 17:00, B on Saturday at 05:00, C begins on Monday: B has float of a weekend, yet is on
        // the path
        assertThat(ids(paths.schedule().criticalPath())).containsExactly("A", "C");
        assertThat(ids(paths.longestPath())).containsExactly("A", "B", "C");
        assertThat(paths.drag("B")).isEqualTo(days(0));
        assertThat(paths.drag("A"))
                .isEqualTo(days(4)); // without A the 12 hours of B would end on Monday at 20:00, C on Tuesday
    }

    @Test // 3.7.4: a date constraint that wins clears the driving relationships
    void aDateThatWinsEndsTheLongestPath() {
        ProjectBuilder project = Project.builder("late start")
                .start(Dates.START)
                .activity("A", "A", days(1))
                .activity("B", "B", days(1), b -> b.constraint(Constraint.startNoEarlierThan(at("Mon 03-10 08:00"))))
                .finishToStart("A", "B");

        assertThat(ids(analyse(project).longestPath())).containsExactly("B");
    }

    @Test // Wiest 1981
    void anActivityTiedByItsFinishCanHaveNegativeDrag() {
        ProjectBuilder project = Project.builder("reverse")
                .start(Dates.START)
                .activity("A", "A", days(10))
                .activity("B", "B", days(6))
                .activity("C", "C", days(8))
                .finishToFinish("A", "B")
                .startToStart("B", "C");

        PathAnalysis paths = analyse(project);

        // B starts on day 4 and C ends on day 12; without duration B would start on day 10 and C end on day 18
        assertThat(paths.drag("B")).isEqualTo(days(-6));
        assertThat(paths.drag("A")).isEqualTo(days(4));
    }

    @Test
    void twoToTheHundredPathsAreNoObstacle() {
        ProjectBuilder builder = Project.builder("ladder").start(Dates.START);
        for (int i = 0; i <= 100; i++) {
            builder.activity("a" + i, "a" + i, days(2)).activity("b" + i, "b" + i, days(1));
            if (i > 0) {
                for (String from : List.of("a", "b")) {
                    builder.finishToStart(from + (i - 1), "a" + i).finishToStart(from + (i - 1), "b" + i);
                }
            }
        }

        List<RankedPath> paths = analyse(builder).longestPaths(10);

        assertThat(paths)
                .extracting(RankedPath::behind)
                .startsWith(days(0))
                .endsWith(days(1))
                .hasSize(10);
        assertThat(paths.get(0).length()).isEqualTo(days(202));
        assertThat(paths.stream().map(RankedPath::activities).distinct()).hasSize(10);
        assertThat(paths).allSatisfy(path -> assertThat(path.activities()).hasSize(101));
    }

    @Test // 2.3: relationships of summaries
    void pathsRunThroughSummaries() {
        PathAnalysis paths = analyse(Project.builder("summaries")
                .start(Dates.START)
                .summary("S", "S", s -> s.activity("A", "A", days(3)).activity("B", "B", days(5)))
                .summary("T", "T", t -> t.activity("C", "C", days(4)).activity("D", "D", days(2)))
                .finishToStart("S", "T"));

        assertThat(ids(paths.longestPath())).containsExactly("B", "C");
        assertThat(paths.isOnLongestPath("S")).isFalse();
        assertThat(paths.drag("B")).isEqualTo(days(2));
        assertThat(paths.longestPaths(5))
                .extracting(RankedPath::toString)
                .containsExactly("1 (9d): B -> C", "2 (7d): A -> C", "3 (7d): B -> D", "4 (5d): A -> D");
        assertThat(paths.floatPaths("C", 5))
                .extracting(path -> ids(path.activities()))
                .containsExactly(List.of("B", "C"));
    }

    @Test
    void asLateAsPossibleAddsNothingToTheLongestPath() {
        PathAnalysis paths = analyse(Project.builder("late")
                .start(Dates.START)
                .activity("A", "A", days(3))
                .activity("B", "B", days(1), b -> b.constraint(Constraint.AS_LATE_AS_POSSIBLE))
                .activity("C", "C", days(1))
                .finishToStart("A", "C")
                .finishToStart("B", "C"));

        assertThat(ids(paths.longestPath())).containsExactly("A", "C");
        assertThat(paths.drag("A")).isEqualTo(days(2));
        assertThat(paths.drag("B").isZero()).isTrue();
    }

    @Test
    void followsNoRelationshipThatAWhatIfTookOut() {
        Schedule plan = CriticalPath.schedule(devaux().build());

        PathAnalysis paths =
                PathAnalysis.of(plan.whatIf().remove("B", "C").schedule().schedule());

        assertThat(ids(paths.longestPath())).containsExactly("A", "F", "D", "E");
        assertThat(paths.floatPaths("E", 9))
                .flatExtracting(path -> ids(path.activities()))
                .doesNotContain("B");
        assertThat(paths.drag("F")).isEqualTo(days(5));
        assertThat(paths.longestPaths(9))
                .noneMatch(path -> ids(path.activities()).contains("B")
                        && ids(path.activities()).contains("C"));
    }

    @Test
    void printsATable() {
        assertThat(analyse(devaux()).table(3)).isEqualTo("""
                        drag: 5 activities on the longest path of 8 rows
                        ID  Name  Total float  Free float  Interfering  Independent  Drag  Longest path  Float path
                        A   A              0d          0d           0d           0d   10d  yes                    1
                        B   B              0d          0d           0d           0d   15d  yes                    1
                        C   C              0d          0d           0d           0d    5d  yes                    1
                        ... 5 more
                        """);
    }

    @Test
    void refusesWhatHasNoAnswer() {
        PathAnalysis paths = analyse(
                Project.builder("refused").start(Dates.START).summary("S", "S", s -> s.activity("A", "A", days(3))));

        assertThatThrownBy(() -> paths.longestPaths(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> paths.floatPaths("S", 1)).hasMessageContaining("'S' is a summary");
        assertThatThrownBy(() -> paths.drag("nobody")).hasMessageContaining("there is no activity 'nobody'");
    }

    @Test
    void anEmptyProjectHasNoPaths() {
        PathAnalysis paths = analyse(Project.builder("empty").start(Dates.START));

        assertThat(paths.longestPath()).isEmpty();
        assertThat(paths.longestPaths(3)).isEmpty();
        assertThat(paths.floatPaths(3)).isEmpty();
        assertThat(paths.nearCritical(new WorkTime(0, WorkUnit.DAYS))).isEmpty();
    }
}
