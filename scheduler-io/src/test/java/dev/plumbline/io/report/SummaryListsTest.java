package dev.plumbline.io.report;

import static dev.plumbline.calendar.WorkTime.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lists of a summary and the chart of text show where there is more than fits. */
class SummaryListsTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 8, 0);

    private static ProjectBuilder plan() {
        return Project.builder("plan").start(START);
    }

    private static String summary(ProjectBuilder plan, List<Problem> findings, int most) {
        return TextSummary.of(
                PlanFacts.of(CriticalPath.schedule(plan.build()), findings), new TextStyle(100, true, false), most);
    }

    private static String section(String summary, String title) {
        int from = summary.indexOf("\n" + title) + 1;
        int to = summary.indexOf("\n\n", from);
        return summary.substring(from, to < 0 ? summary.length() : to + 1);
    }

    @Test
    void aPlanWithoutAnythingSaysSo() {
        assertThat(summary(plan(), List.of(), 9)).isEqualTo("""
                        plan

                          Finish      2026-03-02 08:00
                          Start       2026-03-02 08:00, 0d of work
                          Activities  0, 0 relationships

                        Critical path: none

                        Milestones: none

                        Overloaded resources: none

                        Findings: none
                        """);
    }

    @Test
    void milestonesTellTheirState() {
        Progress reached = new Progress(START, START, null, null, 100, 0, null, null);
        ProjectBuilder plan = plan().activity("A", "Dig", days(5))
                .add(SamplePlans.gate("R", START, 0, reached, 4))
                .add(SamplePlans.gate("L", START, 2, Progress.NONE, 1))
                .add(SamplePlans.gate("T", START, 3, Progress.NONE, 3))
                .add(Activity.builder("C", "Gate C", WorkTime.ZERO)
                        .milestone(true)
                        .build())
                .finishToStart("A", "C");

        assertThat(section(summary(plan, List.of(), 9), "Milestones")).isEqualTo("""
                        Milestones (4)
                          ID  Milestone  Date              Float  Deadline          State
                          R   Gate R     2026-03-02 08:00     0d  2026-03-06 08:00  reached
                          L   Gate L     2026-03-04 08:00    -1d  2026-03-03 08:00  late
                          T   Gate T     2026-03-05 08:00     0d  2026-03-05 08:00  critical
                          C   Gate C     2026-03-06 17:00     0d                    critical
                        """);
        assertThat(section(summary(plan, List.of(), 3), "Milestones"))
                .contains("  T   Gate T", "\n  ... 1 more\n")
                .doesNotContain("  C   Gate C");
        assertThat(section(summary(plan, List.of(), 4), "Milestones")).doesNotContain("more");
    }

    /** Half of the rows of a long list are its head, a third its tail. */
    @ParameterizedTest(name = "{0} rows of 7")
    @CsvSource({"7, '1,2,3,4,5,6,7', 0", "6, '1,2,3,4,6,7', 1", "5, '1,2,3,4,7', 2", "3, '1,2,7', 4", "2, '1,2', 5"})
    void aLongPathIsShownByBothEnds(int most, String shown, int left) {
        ProjectBuilder plan = plan();
        for (int i = 1; i <= 7; i++) {
            plan.activity("" + i, "step " + i, days(1));
            if (i > 1) {
                plan.finishToStart("" + (i - 1), "" + i);
            }
        }

        String path = section(summary(plan, List.of(), most), "Critical path");

        assertThat(path.lines()
                        .filter(line -> line.matches("  [0-9] .*"))
                        .map(line -> line.substring(2, 3))
                        .toList())
                .hasToString("[" + shown.replace(",", ", ") + "]");
        assertThat(path.contains("...")).isEqualTo(left > 0);
        assertThat(path).contains(left > 0 ? "..." : "step 7");
        if (left > 0) {
            assertThat(path).containsPattern("\\.\\.\\. +" + left + " more");
        }
    }

    @Test
    void anOverloadedResourceTellsItsWorstSpanAndWhoIsAtWork() {
        ProjectBuilder plan = plan().resource("crew", 1).resource("crane", 2).resource("idle", 1);
        for (int i = 1; i <= 6; i++) {
            plan.activity("A" + i, "a", days(1)).assign("A" + i, "crew", 1);
        }
        for (int i = 1; i <= 2; i++) {
            plan.activity("B" + i, "b", days(2), a -> a.constraint(Constraint.mustStartOn(START.plusDays(2))))
                    .assign("B" + i, "crew", 1)
                    .assign("B" + i, "crane", 1.5);
        }

        assertThat(section(summary(plan, List.of(), 9), "Overloaded")).isEqualTo("""
                        Overloaded resources (2)
                          Resource  Spans  Worst from        To                Demand  Capacity  Missing  Activities
                          crew          2  2026-03-02 08:00  2026-03-02 17:00    600%      100%      56h  A1, A2, A3, A4, A~
                          crane         1  2026-03-04 08:00  2026-03-05 17:00    300%      200%      16h  B1, B2
                        """);
        assertThat(section(summary(plan, List.of(), 1), "Overloaded"))
                .contains("... 1 more")
                .doesNotContain("crane");
    }

    @Test
    void findingsAreCountedByKindAndTheWorstComeFirst() {
        List<Problem> findings = List.of(
                Problem.info("C", "third", "x"),
                Problem.warning("B", "second", "x"),
                Problem.error("A", "first", "x"),
                Problem.warning("B", "another", "x"));

        assertThat(section(summary(plan(), findings, 3), "Findings")).isEqualTo("""
                        Findings: 1 error, 2 warnings, 1 remark
                          error A: first; x
                          warning B: second; x
                          warning B: another; x
                          ... 1 more
                        """);
    }

    /** A word goes to the next line where it would end beyond the width. */
    @Test
    void longFindingsAreBrokenBetweenWords() {
        String words = "w".repeat(40) + " " + "w".repeat(41); // 9 columns before them and a semicolon behind

        assertThat(section(summary(plan(), List.of(Problem.error("A", words, "fixit")), 3), "Findings"))
                .isEqualTo("Findings: 1 error\n  error A: " + words + "; fixit\n");
        assertThat(section(summary(plan(), List.of(Problem.error("A", words, "fixits")), 3), "Findings"))
                .isEqualTo("Findings: 1 error\n  error A: " + words + ";\n    fixits\n");
    }

    private static String gantt(ProjectBuilder plan, Window window, int width, int most) {
        return TextGantt.of(
                PlanFacts.of(CriticalPath.schedule(plan.build()), List.of()),
                window,
                new TextStyle(width, true, false),
                most);
    }

    @Test
    void inactiveRowsSummariesAndFloatsHaveSignsOfTheirOwn() {
        ProjectBuilder plan = plan().summary(
                        "S", "Site", s -> s.activity("A", "Dig", days(2)).activity("B", "Pour", days(5)))
                .activity("X", "Dropped", days(1), a -> a.active(false))
                .milestone("M", "Gate")
                .finishToStart("B", "M");
        Window week = new Window(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 8));

        assertThat(gantt(plan, week, 64, 9)).isEqualTo("""
                        plan  2026-03-02 to 2026-03-06
                                       2 Mar 2026
                                       2      3      4      5      6      7      8
                        Site             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                          Dig            ==========---------------------
                          Pour       !   ###############################
                        Dropped          :::
                        Gate         !                                 *

                        # critical (!)  = activity  - total float  ~ summary
                        * o milestone
                        """);
        assertThat(gantt(plan, week, 64, 4)).contains("... 1 more rows\n");
        assertThat(gantt(plan, week, 64, 5)).doesNotContain("more rows");
    }

    @Test
    void namesGetAThirdOfTheWidthAtMost() {
        ProjectBuilder plan = plan();
        IntStream.of(5, 19, 20, 21, 40).forEach(i -> plan.activity("" + i, "n".repeat(i), days(1)));

        assertThat(gantt(plan, Window.ALL, 60, 9)
                        .lines()
                        .filter(line -> line.startsWith("n"))
                        .map(line -> line.substring(0, line.indexOf(" !")))
                        .map(String::strip)
                        .toList())
                .containsExactly(
                        "n".repeat(5), "n".repeat(19), "n".repeat(20), "n".repeat(19) + "~", "n".repeat(19) + "~");
    }
}
