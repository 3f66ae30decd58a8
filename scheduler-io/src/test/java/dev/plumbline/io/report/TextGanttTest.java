package dev.plumbline.io.report;

import static dev.plumbline.calendar.WorkTime.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextGanttTest {

    @Test
    void drawsBarsFloatMilestonesSummariesAndTheDataDate() {
        String text = gantt(SamplePlans.waterworks(), Window.ALL, new TextStyle(100, false, false), 60);

        assertThat(text).isEqualTo("""
                        Waterworks Süd, phase 2  2026-03-02 to 2026-06-02
                                                            Mar 2026          Apr 2026          May 2026          Jun 2026
                                                            2   9   16   23  30  6   13  20  27  4    11  18  25  1   8   15
                        Preparation                         ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
                          Design                            ▒▒▒▒▒▒▒▒      │
                          Permits                         !   █████████████
                          Procure pumps                              ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒─
                          Design approved                          ◇────  │
                        Construction                                      │▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
                          Civil works                                     │▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
                            Set up site                   !               │███
                            Excavate pump pit             !               │  ████████
                            Foundation and walls of the … !               │          ██████████
                            Cure concrete                 !               │                   █████
                            Access road                                   │    ▒▒▒▒▒▒───────────────────────────────
                          Mechanical works                                │               ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
                            Pipework                                      │               ▒▒▒▒▒▒▒▒▒▒▒▒▒──
                            Install pumps                 !               │                        █████
                            Optional booster pump           ░░░           │
                            Electrical installation                       │                       ▒▒▒▒▒▒▒───
                          Mechanical completion                           │                             ◇───
                        Commissioning                                     │                             ▀▀▀▀▀▀▀▀▀▀▀▀
                          Dry tests                                       │                             ▒▒▒▒──
                          Wet tests                       !               │                                   ████
                          Training                        !               │                                     ████
                          Handover                        !               │                                        ◆

                        █ critical (!)  ▒ activity  ─ total float  ▀ summary  ◆ ◇ milestone  │ data date 2026-03-24
                        """);
    }

    @Test
    void drawsInAsciiWhereTheTerminalHasNothingElse() {
        String text = gantt(SamplePlans.pumpStation(), Window.ALL, new TextStyle(80, true, false), 60);

        assertThat(text).isEqualTo("""
                        Pump station  2026-03-02 to 2026-03-27
                                       Mar 2026
                                       2               9                16               23
                        Excavate     ! ############
                        Foundation   !                  ########################
                        Pipework     !                       #################################
                        Commission   !                                                         ######
                        Handover     !                                                              *

                        # critical (!)  = activity  - total float  * o milestone
                        """);
        assertThat(text.chars()).allMatch(c -> c < 128);
    }

    @Test
    void aWindowOfDatesDrawsOnlyWhatTouchesIt() {
        Window may = new Window(LocalDate.of(2026, 5, 18), LocalDate.of(2026, 5, 31));

        String text = gantt(SamplePlans.waterworks(), may, new TextStyle(80, false, false), 60);

        assertThat(text)
                .contains("Commissioning", "Dry tests", "Wet tests", "Training")
                .doesNotContain("Excavate", "Handover");
    }

    @Test
    void linesStayWithinTheWidthAndRowsWithinTheCap() {
        ProjectBuilder plan = Project.builder("計画".repeat(100));
        for (int i = 0; i < 100; i++) {
            plan.activity("" + i, "活動 " + "x".repeat(i), days(1 + i * 30));
        }

        for (int width : new int[] {60, 100, 250}) {
            String text = gantt(plan.build(), Window.ALL, new TextStyle(width, false, false), 10);

            assertThat(text.lines()).allMatch(line -> TextWidth.of(line) <= width);
            assertThat(text.lines().filter(line -> line.startsWith("活動"))).hasSize(10);
            assertThat(text).contains("... 90 more rows");
        }
    }

    @Test
    void aPlanWithoutActivitiesIsAnEmptyChart() {
        assertThat(gantt(Project.builder("").build(), Window.ALL, new TextStyle(60, false, false), 60))
                .startsWith("Project  2000-01-03 to 2000-01-03\n");
    }

    private static String gantt(Project project, Window window, TextStyle style, int most) {
        return TextGantt.of(PlanFacts.of(CriticalPath.schedule(project), List.of()), window, style, most);
    }
}
