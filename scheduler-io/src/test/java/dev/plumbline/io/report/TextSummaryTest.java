package dev.plumbline.io.report;

import static dev.plumbline.calendar.WorkTime.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.model.Location;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextSummaryTest {

    private static final TextStyle PLAIN = new TextStyle(100, false, false);

    @Test
    void tellsFinishPathMilestonesOverloadsAndFindings() {
        List<Problem> findings = List.of(Problem.warning(
                        "CSV_BAD_DATE",
                        "the date '31.2.2026' of the deadline does not exist, so the activity has no deadline",
                        "write 28.2.2026")
                .at(Location.of("plan.csv", 12, 3)));

        String text =
                TextSummary.of(PlanFacts.of(CriticalPath.schedule(SamplePlans.waterworks()), findings), PLAIN, 20);

        assertThat(text).isEqualTo("""
                        Waterworks Süd, phase 2

                          Finish      2026-06-02 17:00
                          Start       2026-03-02 08:00, 65d of work
                          Data date   2026-03-24 17:00
                          Activities  14 (1 done, 1 under way) below 5 summaries, 24 relationships

                        Critical path (9)
                          ID  Activity                                 Duration  Start             Finish              Float
                          3   Permits                                       15d  2026-03-05 08:00  2026-03-25 17:00      -2d
                          8   Set up site                                    3d  2026-03-26 08:00  2026-03-30 17:00      -2d
                          9   Excavate pump pit                              8d  2026-03-31 08:00  2026-04-10 17:00      -2d
                          10  Foundation and walls of the pump house…       12d  2026-04-13 08:00  2026-04-28 17:00      -2d
                          11  Cure concrete                                 7ed  2026-04-28 17:00  2026-05-05 17:00  -1.38ed
                          15  Install pumps                                  5d  2026-05-06 08:00  2026-05-12 17:00      -2d
                          21  Wet tests                                      5d  2026-05-25 08:00  2026-05-29 17:00       0d
                          22  Training                                       4d  2026-05-28 08:00  2026-06-02 17:00       0d
                          23  Handover                                       0d  2026-06-02 17:00  2026-06-02 17:00       0d

                        Milestones (3)
                          ID  Milestone              Date              Float  Deadline          State
                          5   Design approved        2026-03-13 17:00     5d  2026-03-20 17:00
                          18  Mechanical completion  2026-05-14 17:00     3d
                          23  Handover               2026-06-02 17:00     0d  2026-06-12 17:00  critical

                        Overloaded resources (3)
                          Resource    Spans  Worst from        To                Demand  Capacity  Missing  Activities
                          Engineers       1  2026-05-28 08:00  2026-05-29 17:00    250%      200%       8h  21, 22
                          Civil crew      1  2026-04-02 08:00  2026-04-10 17:00    500%      400%      48h  9, 12
                          Welders         1  2026-05-06 08:00  2026-05-11 17:00    200%      100%      32h  14, 15

                        Findings: 1 warning
                          warning CSV_BAD_DATE plan.csv:12:3: the date '31.2.2026' of the deadline does not exist, so the
                            activity has no deadline; write 28.2.2026
                        """);
    }

    @Test
    void aLongPathShowsItsHeadAndItsTail() {
        ProjectBuilder plan = Project.builder("chain");
        for (int i = 1; i <= 30; i++) {
            plan.activity("" + i, "step " + i, days(1));
            if (i > 1) {
                plan.finishToStart("" + (i - 1), "" + i);
            }
        }

        String text = TextSummary.of(PlanFacts.of(CriticalPath.schedule(plan.build()), List.of()), PLAIN, 6);

        assertThat(text)
                .contains("step 4 ", "...  24 more", "step 29 ", "step 30 ")
                .doesNotContain("step 5 ", "step 28 ");
    }

    @Test
    void everyLineFitsTheWidthWhateverTheNames() {
        String wide = "設計と建設の全体計画 und ".repeat(20);
        Project project = Project.builder(wide)
                .activity("1", wide, days(1))
                .milestone("a".repeat(70), wide)
                .resource(wide, 0.5)
                .assign("1", wide, 1)
                .build();

        for (int width : new int[] {60, 80, 100, 200}) {
            String text = TextSummary.of(
                    PlanFacts.of(
                            CriticalPath.schedule(project),
                            List.of(Problem.error("CODE", "word".repeat(60), "a b c d".repeat(20)))),
                    new TextStyle(width, false, false),
                    20);

            assertThat(text.lines()).allMatch(line -> TextWidth.of(line) <= width);
        }
    }

    @Test
    void controlAndBidirectionalCharactersDontReachTheTerminal() {
        Project project = Project.builder("\u001B]0;title\u0007")
                .activity("1", "red \u001B[31m, \u202Etxt.exe, \u009B2J", days(1))
                .build();

        String text = TextSummary.of(PlanFacts.of(CriticalPath.schedule(project), List.of()), PLAIN, 20);

        assertThat(text).contains("\\u001B[31m", "\\u202E", "\\u009B");
        assertThat(text.chars().filter(c -> c != '\n' && (Character.isISOControl(c) || c == 0x202E)))
                .isEmpty();
    }

    @Test
    void colourAddsNothingButEscapeSequences() {
        PlanFacts facts = PlanFacts.of(
                CriticalPath.schedule(SamplePlans.waterworks()), List.of(Problem.error("CODE", "message", "hint")));

        String coloured = TextSummary.of(facts, new TextStyle(100, false, true), 20);

        assertThat(coloured).contains("\u001B[1mMilestones\u001B[0m", "\u001B[31merror CODE: message; hint\u001B[0m");
        assertThat(coloured.replaceAll("\u001B\\[[0-9]+m", "")).isEqualTo(TextSummary.of(facts, PLAIN, 20));
    }
}
