package dev.plumbline.io.report;

import static dev.plumbline.calendar.WorkTime.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Location;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lists of a page, cell by cell. */
class PageListsTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 8, 0);

    private interface Part {
        void write(PageTables tables, Markup out) throws IOException;
    }

    /** Returns the rows of a list: the cells of each between bars, a class before a star where there is one. */
    private static List<String> rows(ProjectBuilder plan, List<Problem> findings, int most, Part part) {
        PlanFacts facts = PlanFacts.of(CriticalPath.schedule(plan.build()), findings);
        StringBuilder out = new StringBuilder();
        Markup markup = new Markup(out);
        try {
            part.write(new PageTables(facts, markup, most), markup);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString()
                .replaceAll("</td>|</th>", "|")
                .replaceAll("<t[dhr][^>]* class=\"([a-z0-9 ]+)\"[^>]*>", "$1*")
                .replaceAll("<[^>]+>", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static ProjectBuilder plan() {
        return Project.builder("plan").start(START);
    }

    @Test
    void milestonesTellTheirState() {
        Progress reached = new Progress(START, START, null, null, 100, 0, null, null);
        ProjectBuilder plan = plan().activity("A", "Dig", days(5))
                .add(SamplePlans.gate("R", START, 0, reached, 4))
                .add(SamplePlans.gate("L", START, 2, Progress.NONE, 1))
                .add(SamplePlans.gate("T", START, 3, Progress.NONE, 4));

        assertThat(rows(plan, List.of(), 9, (tables, out) -> tables.milestones()))
                .containsExactly(
                        "ID|Milestone|Date|Latest|q*Total float|Deadline|State|",
                        "v*R|x i1*Gate R|v*2026-03-02 08:00|v*2026-03-02 08:00|q*0d|v*2026-03-06 08:00|v*reached|",
                        "c*v*L|x i1*Gate L|v*2026-03-04 08:00|v*2026-03-03 08:00|q neg*-1d|v*2026-03-03 08:00"
                                + "|v error*misses its deadline|",
                        "v*T|x i1*Gate T|v*2026-03-05 08:00|v*2026-03-06 08:00|q*1d|v*2026-03-06 08:00|v*|");
        assertThat(rows(plan, List.of(), 2, (tables, out) -> tables.milestones()))
                .hasSize(4)
                .last()
                .isEqualTo("2 of 3 rows shown; ask for all rows to see the rest.");
        assertThat(rows(plan, List.of(), 3, (tables, out) -> tables.milestones()))
                .hasSize(4);
        assertThat(rows(plan(), List.of(), 3, (tables, out) -> tables.milestones()))
                .containsExactly("The plan has no milestones.");
    }

    @Test
    void findingsTellTheirPlaceAndTheWayOut() {
        List<Problem> findings = List.of(
                Problem.warning("B", "second", "do").at(Location.of("plan.csv", 3, 7)),
                Problem.error("A", "first", ""));

        assertThat(rows(plan(), findings, 9, (tables, out) -> tables.findings()))
                .containsExactly(
                        "Severity|Code|Place|Message|What to do|",
                        "error*error|v*A|x*|x*first|x*|",
                        "warning*warning|v*B|x*plan.csv:3:7|x*second|x*do|");
        assertThat(rows(plan(), findings, 1, (tables, out) -> tables.findings()))
                .last()
                .isEqualTo("1 of 2 rows shown; ask for all rows to see the rest.");
        assertThat(rows(plan(), List.of(), 9, (tables, out) -> tables.findings()))
                .containsExactly("Nothing to remark.");
    }

    private static ProjectBuilder outline() {
        return plan().summary("S", "Site", s -> s.activity("A", "Dig", days(2)).activity("B", "Pour", days(5)))
                .activity("X", "Dropped", days(1), a -> a.active(false));
    }

    @Test
    void activitiesAreListedWithWhatDrivesThem() {
        assertThat(rows(outline(), List.of(), 9, (tables, out) -> tables.activities()))
                .containsExactly(
                        "q*Row|ID|Activity|q*Duration|Start|Finish|q*Total float|q*Free float|Driven by|Critical|",
                        "s c*q*1|v*S|x i1*Site|q*5d|v*2026-03-02 08:00|v*2026-03-06 17:00|q*|q*|x*|v*yes|",
                        "q*2|v*A|x i2*Dig|q*2d|v*2026-03-02 08:00|v*2026-03-03 17:00|q*3d|q*3d|x*project start|v*|",
                        "c*q*3|v*B|x i2*Pour|q*5d|v*2026-03-02 08:00|v*2026-03-06 17:00|q*0d|q*0d|x*project start|v*yes|",
                        "off*q*4|v*X|x i1*Dropped|q*1d|v*2026-03-02 08:00|v*2026-03-02 17:00|q*|q*|x*|v*|");
        ProjectBuilder coded = plan().activity("1", "Dig", days(2), a -> a.wbs("1.1"));
        assertThat(rows(coded, List.of(), 9, (tables, out) -> tables.activities()))
                .first()
                .isEqualTo("ID|WBS|Activity|q*Duration|Start|Finish|q*Total float|q*Free float|Driven by|Critical|");
        assertThat(rows(outline(), List.of(), 2, (tables, out) -> tables.activities()))
                .hasSize(4)
                .last()
                .isEqualTo("2 of 4 rows shown; ask for all rows to see the rest.");
    }

    @Test
    void theCriticalPathIsListedFromItsBeginning() {
        ProjectBuilder plan = plan().activity("A", "Dig", days(2))
                .activity("B", "Pour", days(5))
                .finishToStart("A", "B", days(1));

        assertThat(rows(plan, List.of(), 9, (tables, out) -> tables.criticalPath()))
                .containsExactly(
                        "ID|Activity|q*Duration|Start|Finish|q*Total float|Driven by|",
                        "v*A|x i1*Dig|q*2d|v*2026-03-02 08:00|v*2026-03-03 17:00|q*0d|x*project start|",
                        "v*B|x i1*Pour|q*5d|v*2026-03-05 08:00|v*2026-03-11 17:00|q*0d|x*Dig (FS+1d)|");
        assertThat(rows(plan, List.of(), 1, (tables, out) -> tables.criticalPath()))
                .hasSize(3)
                .last()
                .isEqualTo("1 of 2 rows shown; ask for all rows to see the rest.");
        assertThat(rows(plan(), List.of(), 1, (tables, out) -> tables.criticalPath()))
                .containsExactly("No activity is critical.");
    }

    private static List<String> loads(ProjectBuilder plan, int most) {
        PlanFacts facts = PlanFacts.of(CriticalPath.schedule(plan.build()), List.of());
        return rows(plan, List.of(), most, (tables, out) -> new PageLoads(facts, out, tables, most).write()).stream()
                .filter(line ->
                        line.endsWith("|") || line.contains("span") || line.contains("list") || line.contains("rows"))
                .toList();
    }

    @Test
    void resourcesAreListedByHowMuchTooMuchIsAskedOfThem() {
        ProjectBuilder plan = plan().resource("calm", 4).resource("busy", 1).resource("idle", 1);
        for (int i = 1; i <= 7; i++) {
            plan.activity("A" + i, "task " + i, days(1)).assign("A" + i, "busy", 1);
        }
        plan.activity("C", "calmly", days(10)).assign("C", "calm", 2.5);

        assertThat(loads(plan, 9))
                .containsExactly(
                        "Resource|q*Units|q*Peak|q*Work|q*Used|q*Overallocations|",
                        "x*busy|q*100%|q neg*700%|q*56h|q*700%|q neg*1|",
                        "x*calm|q*400%|q*250%|q*200h|q*63%|q*0|",
                        "Resource|From|To|q*Demand|q*Capacity|q*Missing work|Activities|",
                        "x*busy|v*2026-03-02 08:00|v*2026-03-02 17:00|q neg*700%|q*100%|q*48h"
                                + "|x*task 1, task 2, task 3, task 4, task 5 and 2 more|");
        assertThat(loads(plan, 1))
                .contains("1 of 2 rows shown; ask for all rows to see the rest.")
                .last()
                .isEqualTo("The list is cut at 1 row; ask for all rows to see the rest.");
    }

    /** Every other day is overloaded: eleven spans, of which ten are shown. */
    @Test
    void manySpansOfAResourceAreCutShort() {
        ProjectBuilder plan = plan().resource("crew", 1);
        for (int i = 0; i < 11; i++) {
            LocalDateTime day = START.plusDays(7L * i);
            for (String id : List.of("A" + i, "B" + i)) {
                plan.activity(id, "a", days(1), a -> a.constraint(Constraint.mustStartOn(day)))
                        .assign(id, "crew", 1);
            }
        }

        assertThat(loads(plan, 50)).hasSize(14).last().asString().contains("and 1 later span of crew");
    }

    @Test
    void pathsAreListedWithDragAndFloat() {
        ProjectBuilder plan = plan().activity("A", "Dig", days(4))
                .activity("B", "Pour", days(2))
                .activity("C", "Close", days(1))
                .finishToStart("A", "C")
                .finishToStart("B", "C");
        PlanFacts facts = PlanFacts.of(CriticalPath.schedule(plan.build()), List.of());

        assertThat(rows(plan, List.of(), 9, (tables, out) -> new PagePaths(facts, out, tables, 9).write()))
                .containsExactly(
                        "Longest path",
                        "What drives the finish, found along driving relationships. Drag is the time that the project would"
                                + " gain if the activity took none.",
                        "ID|Activity|q*Duration|Start|Finish|q*Total float|q*Drag|Driven by|",
                        "v*A|x i1*Dig|q*4d|v*2026-03-02 08:00|v*2026-03-05 17:00|q*0d|q*2d|x*project start|",
                        "v*C|x i1*Close|q*1d|v*2026-03-06 08:00|v*2026-03-06 17:00|q*0d|q*1d|x*Dig (FS)|",
                        "Float paths",
                        "The chains that lead to the last activity, the one with least float first.",
                        "q*Path|q*Float|q*Activities|From|To|Joins|",
                        "q*1|q*0d|q*2|x*A Dig|x*C Close|x*|",
                        "q*2|q*2d|q*1|x*B Pour|x*B Pour|x*C Close|",
                        "Nearly critical",
                        "Not critical, with 5 days of total float at most.",
                        "ID|Activity|Start|Finish|q*Total float|q*Free float|q*Interfering|q*Independent|",
                        "v*B|x i1*Pour|v*2026-03-02 08:00|v*2026-03-03 17:00|q*2d|q*2d|q*0d|q*2d|");
    }

    @Test
    void theLegendExplainsWhatThePlanShowsAndNothingElse() {
        ProjectBuilder plain = plan().activity("A", "Dig", days(4));
        ProjectBuilder rich = outline()
                .milestone("M", "Gate")
                .activity(
                        "D",
                        "Done",
                        days(1),
                        a -> a.deadline(START).progress(new Progress(START, null, null, null, 50, 0, null, null)))
                .finishToStart("B", "M")
                .dataDate(START.plusDays(1));

        assertThat(legend(plain)).containsExactly("Critical", "Activity", "Total float", "Non-working time");
        assertThat(legend(rich))
                .containsExactly(
                        "Critical",
                        "Activity",
                        "Progress",
                        "Total float",
                        "Negative float",
                        "Summary",
                        "Milestone",
                        "Deadline (met, missed)",
                        "Inactive",
                        "Relationship (critical, driving, other)",
                        "Non-working time",
                        "Data date");
    }

    private static List<String> legend(ProjectBuilder plan) {
        PlanFacts facts = PlanFacts.of(CriticalPath.schedule(plan.build()), List.of());
        return rows(plan, List.of(), 9, (tables, out) -> ChartLegend.write(out, facts));
    }
}
