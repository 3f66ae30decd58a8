package dev.plumbline.io.report;

import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.model.Activity;
import dev.plumbline.model.ActivityBuilder;
import dev.plumbline.model.Baseline;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of a Gantt chart of ten days, a tenth of the width each, worked round the clock. */
class GanttRowsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final TimeScale SCALE = new TimeScale(MONDAY, MONDAY.plusDays(10));

    private static LocalDateTime day(int day) {
        return MONDAY.plusDays(day).atStartOfDay();
    }

    private static ProjectBuilder plan() {
        return Project.builder("plan").start(day(0)).calendar(WorkCalendar.roundTheClock("always"));
    }

    /** Returns what is drawn of a row, without its title. */
    private static String drawn(ProjectBuilder plan, String id) {
        PlanFacts facts = PlanFacts.of(CriticalPath.schedule(plan.build()), List.of());
        StringBuilder out = new StringBuilder();
        try {
            new GanttBars(facts, SCALE).write(new Markup(out), facts.row(id), 48);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString().replaceAll("(?s)<title>.*</title>", "");
    }

    private static String label(ProjectBuilder plan, String id) {
        PlanFacts facts = PlanFacts.of(CriticalPath.schedule(plan.build()), List.of());
        StringBuilder out = new StringBuilder();
        try {
            new GanttBars(facts, SCALE).label(new Markup(out), facts.row(id), 48);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    /** Two days beside another of four. */
    private static ProjectBuilder two(UnaryOperator<ActivityBuilder> change) {
        return plan().activity("A", "a", hours(48), change).activity("B", "b", hours(96));
    }

    @Test
    void aBarRunsFromStartToFinishAndItsFloatBehindIt() {
        assertThat(drawn(two(a -> a), "A"))
                .isEqualTo("<g><line class=\"f\" x1=\"20%\" x2=\"40%\" y1=\"60\" y2=\"60\"/>"
                        + "<use href=\"#fe\" x=\"40%\" y=\"48\"/>"
                        + "<rect class=\"b\" x=\"0%\" width=\"20%\" y=\"54\" height=\"12\"/></g>");
        assertThat(drawn(two(a -> a), "B"))
                .isEqualTo("<g class=\"c\"><rect class=\"b\" x=\"0%\" width=\"40%\" y=\"54\" height=\"12\"/></g>");
    }

    @Test
    void progressBaselineAndDeadlineAreDrawnOnTheBar() {
        UnaryOperator<ActivityBuilder> begun =
                a -> a.progress(new Progress(day(0), null, null, null, 25, 0, null, null))
                        .baselines(List.of(new Baseline(0, day(1), day(4), null, null, null)))
                        .deadline(day(3));

        assertThat(drawn(two(begun), "A"))
                .contains("<rect class=\"bl\" x=\"10%\" width=\"30%\" y=\"67\" height=\"3\"/>")
                .contains("<rect class=\"d\" x=\"0%\" width=\"5%\" y=\"58\" height=\"4\"/>")
                .contains("<use href=\"#dl\" x=\"30%\" y=\"48\"/>");
        assertThat(drawn(two(a -> a.deadline(day(1))), "A")).contains("<use href=\"#dm\" x=\"10%\" y=\"48\"/>");
        assertThat(drawn(two(a -> a.deadline(day(2))), "A")).contains("<use href=\"#dl\" x=\"20%\" y=\"48\"/>");
        assertThat(drawn(two(a -> a.deadline(day(10))), "A")).contains("<use href=\"#dl\" x=\"100%\" y=\"48\"/>");
        assertThat(drawn(two(a -> a.deadline(day(11))), "A")).doesNotContain("#dl");
        assertThat(drawn(two(a -> a.progress(new Progress(day(0), day(2), null, null, 100, 0, null, null))), "A"))
                .contains("<rect class=\"d\" x=\"0%\" width=\"20%\" y=\"58\" height=\"4\"/>")
                .doesNotContain("class=\"f\"");
        assertThat(drawn(two(a -> a.baselines(List.of(new Baseline(0, day(1), null, null, null, null)))), "A"))
                .doesNotContain("class=\"bl\"");
    }

    @Test
    void negativeFloatRunsBackBelowTheBar() {
        assertThat(drawn(two(a -> a.deadline(day(1))), "A"))
                .contains("<line class=\"fn\" x1=\"20%\" x2=\"10%\" y1=\"68\" y2=\"68\"/>"
                        + "<use href=\"#fm\" x=\"10%\" y=\"48\"/>");
    }

    @Test
    void milestonesSummariesAndInactiveRowsHaveMarksOfTheirOwn() {
        ProjectBuilder plan = plan().summary(
                        "S",
                        "s",
                        s -> s.activity("A", "a", hours(48))
                                .add(Activity.builder("M", "m", WorkTime.ZERO)
                                        .milestone(true)
                                        .constraint(Constraint.startNoEarlierThan(day(3)))
                                        .outlineLevel(2)
                                        .build()))
                .activity("B", "b", hours(96))
                .activity("X", "x", hours(24), a -> a.active(false).deadline(day(3)));

        assertThat(drawn(plan, "S"))
                .isEqualTo("<g><rect class=\"s\" x=\"0%\" width=\"30%\" y=\"55\" height=\"5\"/>"
                        + "<use href=\"#sl\" class=\"s\" x=\"0%\" y=\"48\"/>"
                        + "<use href=\"#sr\" class=\"s\" x=\"30%\" y=\"48\"/></g>");
        assertThat(drawn(plan, "M"))
                .isEqualTo("<g><line class=\"f\" x1=\"30%\" x2=\"40%\" y1=\"60\" y2=\"60\"/>"
                        + "<use href=\"#fe\" x=\"40%\" y=\"48\"/><use href=\"#m\" x=\"30%\" y=\"48\"/></g>");
        assertThat(drawn(plan, "X"))
                .isEqualTo("<g><rect class=\"off\" x=\"0%\" width=\"10%\" y=\"54\" height=\"12\"/></g>");
        assertThat(drawn(plan().milestone("E", "e"), "E")).contains("<use href=\"#mc\" x=\"0%\" y=\"48\"/>");
    }

    /** A sign takes 7 pixels of 640, and 12 are left free: 100 pixels for a name of 4, 6.25 percent. */
    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "0, 224, right 93.3333%",
        "0, 225, right 93.75%",
        "16, 226, left 6.6666%",
        "15, 226, left 6.25%",
        "14, 226, none"
    })
    void aLabelStandsWhereItHasRoom(int from, int to, String place) {
        ProjectBuilder plan = plan().resource("crew", 1)
                .activity("A", "a", hours(to - from), a -> a.constraint(Constraint.mustStartOn(day(0).plusHours(from))))
                .assign("A", "crew", 1);

        String label = label(plan, "A");

        if ("none".equals(place)) {
            assertThat(label).isEmpty();
        } else {
            boolean right = place.startsWith("right");
            assertThat(label)
                    .isEqualTo("<text class=\"%s\" x=\"%s\" dx=\"%s\" y=\"64\">crew</text>"
                            .formatted(right ? "l" : "l e", place.split(" ", 2)[1], right ? "9" : "-9"));
        }
    }

    @Test
    void aLabelStandsBehindTheFloatAndTheDeadline() {
        ProjectBuilder plan = two(a -> a).resource("crew", 1).assign("A", "crew", 0.5);
        ProjectBuilder due = two(a -> a.deadline(day(5))).resource("crew", 1).assign("A", "crew", 1);

        assertThat(label(plan, "A")).isEqualTo("<text class=\"l\" x=\"40%\" dx=\"9\" y=\"64\">crew [50%]</text>");
        assertThat(label(due, "A")).contains("x=\"50%\"");
        assertThat(label(two(a -> a), "A")).isEmpty();
        assertThat(label(plan().milestone("M", "m"), "M")).contains(">2026-03-02</text>");
    }

    @Test
    void aRowTellsAllThatIsKnownOfIt() throws IOException {
        Project project = two(a -> a.wbs("1.2")
                        .progress(new Progress(day(0), null, null, null, 24.6, 0, null, null))
                        .deadline(day(3)))
                .build();
        PlanFacts facts = PlanFacts.of(CriticalPath.schedule(project), List.of());
        StringBuilder out = new StringBuilder();

        new GanttBars(facts, SCALE).write(new Markup(out), facts.row("A"), 0);

        assertThat(out.substring(0, out.indexOf("</title>")))
                .isEqualTo(
                        "<g><title>a\nWBS 1.2, id A\n2026-03-02 00:00 to 2026-03-04 00:00, 48h\n"
                                + "total float 3d, free float 3d\ndriven by actual start\n25% complete\ndeadline 2026-03-05 00:00");
    }

    private static ProjectBuilder tied(RelationshipType type) {
        return two(a -> a).activity("C", "c", hours(24)).add(new Relationship("B", "C", type, Lag.NONE));
    }

    private static List<Arrows.Piece> arrows(ProjectBuilder plan, int most) {
        PlanFacts facts = PlanFacts.of(CriticalPath.schedule(plan.build()), List.of());
        return Arrows.route(facts, SCALE, ChartRows.ofPlan(facts.rows(), 100), 100, most)
                .block(0);
    }

    /** B from 0 to 40 percent in the second row, C below it a day long. */
    @Test
    void arrowsLeaveAndEnterTheEndsThatAreTied() {
        assertThat(arrows(tied(RelationshipType.FS), 9))
                .containsExactly(
                        new Arrows.Piece(400_000, 48, Arrows.Tip.LEFT_DOWN, Arrows.Style.CRITICAL),
                        new Arrows.Piece(400_000, 400_000, 42, 48, Arrows.Style.CRITICAL));
        assertThat(arrows(tied(RelationshipType.SS), 9))
                .containsExactly(
                        new Arrows.Piece(0, 48, Arrows.Tip.LEFT_DOWN, Arrows.Style.DRIVING),
                        new Arrows.Piece(0, 0, 42, 48, Arrows.Style.DRIVING));
        assertThat(arrows(tied(RelationshipType.FF), 9))
                .containsExactly(
                        new Arrows.Piece(400_000, 48, Arrows.Tip.RIGHT_DOWN, Arrows.Style.CRITICAL),
                        new Arrows.Piece(400_000, 400_000, 42, 48, Arrows.Style.CRITICAL));
        assertThat(arrows(tied(RelationshipType.FS), 0)).isEmpty();
    }

    @Test
    void arrowsUpwardEnterFromBelow() {
        ProjectBuilder plan = plan().activity("C", "c", hours(24))
                .activity("B", "b", hours(96))
                .finishToStart("B", "C");

        assertThat(arrows(plan, 9))
                .containsExactly(
                        new Arrows.Piece(400_000, 23, Arrows.Tip.LEFT_UP, Arrows.Style.CRITICAL),
                        new Arrows.Piece(400_000, 400_000, 23, 30, Arrows.Style.CRITICAL));
    }

    /** Summaries first, then critical activities, milestones and the rest. */
    @ParameterizedTest(name = "{0} rows")
    @CsvSource({"1, '[0]'", "2, '[0, 3]'", "3, '[0, 2, 3]'", "4, '[0, 1, 2, 3]'", "5, '[0, 1, 2, 3]'"})
    void whereRowsAreLeftOutTheMoreImportantOnesStay(int most, String shown) {
        ProjectBuilder plan = plan().summary(
                        "S", "s", s -> s.activity("A", "a", hours(24)).milestone("M", "m"))
                .activity("B", "b", hours(96));
        PlanFacts facts = PlanFacts.of(CriticalPath.schedule(plan.build()), List.of());

        ChartRows rows = ChartRows.ofPlan(facts.rows(), most);

        List<Integer> positions =
                IntStream.range(0, rows.size()).mapToObj(rows::position).toList();
        assertThat(positions).hasToString(shown);
        assertThat(rows.candidates()).isEqualTo(4);
        assertThat(rows.isCut()).isEqualTo(most < 4);
    }

    @Test
    void onlyRowsOnTheScaleAreShown() {
        ProjectBuilder plan = plan().activity("A", "a", hours(24))
                .activity("B", "b", hours(96))
                .activity("C", "c", hours(24), a -> a.constraint(Constraint.startNoEarlierThan(day(6))));
        PlanFacts facts = PlanFacts.of(CriticalPath.schedule(plan.build()), List.of());

        ChartRows rows = ChartRows.within(facts.rows(), new TimeScale(MONDAY.plusDays(2), MONDAY.plusDays(6)), 9);

        assertThat(rows.size()).isEqualTo(1);
        assertThat(rows.position(0)).isEqualTo(1);
    }
}
