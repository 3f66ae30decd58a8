package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.cli.Runs.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LevelCommandTest {

    private static final String TWO = """
            ID,Name,Duration,Predecessors,Resources,Start
            1,Long,3d,,Crew,2025-03-03
            2,Short,1d,,Crew,2025-03-03
            """;

    @TempDir
    Path folder;

    @Test
    void theCsvTellsTheDelayAndWhoCausesIt() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", TWO);

        Run run = Runs.plumbline("level", plan, "--format", "csv", "--rule", "id");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out().lines().toList().get(0)).endsWith(",critical,delay_min,delayed_by");
        assertThat(run.out().lines().toList().get(1)).endsWith(",0,");
        assertThat(run.out().lines().toList().get(2))
                .contains("2025-03-06T08:00:00")
                .endsWith(",4320,Crew: 1");
    }

    @Test
    void theJsonHoldsTheSame() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", TWO);

        Run run = Runs.plumbline("level", plan, "--format", "json", "--rule", "shortest", "--scheme", "parallel");

        JsonNode activity =
                new ObjectMapper().readTree(run.out()).get("activities").get(0);
        assertThat(activity.get("delay_min").asInt()).isEqualTo(1440);
        assertThat(activity.get("delayed_by").asText()).isEqualTo("Crew: 2");
    }

    @Test
    void theTableShowsTheDelays() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", TWO);

        assertThat(Runs.plumbline("level", plan, "--profile", "msproject").out())
                .contains("1 activities delayed, 0 overallocations left");
        assertThat(Runs.plumbline("level", plan, "--profile", "p6").out()).contains("1 activities delayed");
    }

    @Test
    void whatCannotBeRemovedIsAFinding() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", TWO.replace("1,Long,3d,,Crew,", "1,Long,3d,,Crew[200%],"));

        Run run = Runs.plumbline("level", plan, "--fail-on", "warning");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("warning LEVEL_INFEASIBLE plan.csv: resource 'Crew' stays overallocated");
    }

    @Test
    void withinFloatNothingGetsLonger() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", TWO);

        Run run = Runs.plumbline("level", plan, "--within-float", "--rule", "longest");

        assertThat(run.out()).contains("0 activities delayed, 1 overallocations left");
        assertThat(run.err()).contains("would have to move by more than its float");
    }

    @Test
    void aFolderIsLevelledPlanByPlan() throws IOException {
        Plans.write(folder, "a.csv", TWO);
        Plans.write(folder, "b.csv", TWO);

        Run run = Runs.plumbline("level", folder, "--include", "*.csv");

        assertThat(run.out()).contains("a.csv").contains("b.csv").contains("Overallocations left");
    }

    @Test
    void unknownRulesAndRulesThatDoNotGoTogetherAreWrongUsage() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", TWO);

        Run unknown = Runs.plumbline("level", plan, "--rule", "luck");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("there is no rule 'luck'").contains("latest-finish");
        assertThat(Runs.plumbline("level", plan, "--profile", "msproject", "--rule", "id")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void theLevelledPlanIsSavedWithItsDelays() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", TWO);
        Path saved = folder.resolve("levelled.xml");

        Run run = Runs.plumbline("level", plan, "--rule", "id", "--save", saved);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Runs.plumbline("schedule", saved, "--format", "csv").out()).contains("2025-03-06T08:00:00");
        assertThat(Runs.plumbline("level", saved).out()).contains("1 activities delayed");
        assertThat(Runs.plumbline("level", saved, "--clear", "--format", "csv").out())
                .doesNotContain("2025-03-06T08:00:00");
        assertThat(Runs.plumbline("level", plan, "--save", folder.resolve("x.pdf"))
                        .err())
                .contains("name a file .xml or .csv");
    }

    @Test
    void aSplitIsSavedAndReadBack() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", """
                ID,Name,Duration,Predecessors,Resources,Start,Constraint Type,Constraint Date
                1,Short,1d,,Crew,2025-03-03,Start No Earlier Than,2025-03-04
                2,Long,3d,,Crew,2025-03-03,,
                """);
        Path saved = folder.resolve("levelled.xml");

        Run run = Runs.plumbline(
                "level",
                plan,
                "--rule",
                "id",
                "--splits",
                "--save",
                saved,
                "--format",
                "json",
                "--start",
                "2025-03-03");

        JsonNode gap = new ObjectMapper().readTree(run.out()).get("reasons").get(0);
        assertThat(gap.get("kind").asText()).isEqualTo("gap");
        assertThat(gap.get("held_by").get(0).get("activity").asText()).isEqualTo("1");
        String again = Runs.plumbline("schedule", saved, "--format", "csv").out();
        assertThat(again.lines().toList().get(2)).contains("2025-03-03T08:00:00,2025-03-06T17:00:00");
        assertThat(Runs.plumbline("level", saved, "--splits").out()).contains("0 overallocations left");
    }

    @Test
    void limitsChooseWhatIsLevelled() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", TWO);

        assertThat(Runs.plumbline("level", plan, "--to", "2025-03-02").out()).contains("0 activities delayed");
        assertThat(Runs.plumbline("level", plan, "--from", "2025-03-01").out()).contains("1 activities delayed");
        assertThat(Runs.plumbline("level", plan, "--resource", "Crew").out()).contains("1 activities delayed");
        assertThat(Runs.plumbline("level", plan, "--resource", "Crane").err())
                .contains("the plan has no resource 'Crane'");
        assertThat(Runs.plumbline("level", plan, "--within-float", "--overallocate", "100")
                        .out())
                .contains("0 activities delayed");
        assertThat(Runs.plumbline("level", plan, "--profile", "msproject", "--order", "id", "--granularity", "month")
                        .out())
                .contains("0 activities delayed");
        assertThat(Runs.plumbline("level", plan, "--profile", "p6", "--rule", "activity-id:desc")
                        .out())
                .contains("1 activities delayed");
    }

    @Test
    void aFolderOfLevelledPlansIsSaved() throws IOException {
        Plans.write(folder, "a.csv", TWO);
        Path saved = folder.resolve("saved");

        Run run = Runs.plumbline("level", folder, "--include", "*.csv", "--save", saved);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(saved.resolve("a.csv")).exists();
    }

    @Test
    void optionsThatDoNotGoTogetherAreWrongUsage() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", TWO);

        assertThat(Runs.plumbline("level", plan, "--granularity", "hour").err()).contains("need --profile msproject");
        assertThat(Runs.plumbline("level", plan, "--keep-float", "4").err()).contains("need --within-float");
        assertThat(Runs.plumbline("level", plan, "--no-splits", "--shortest-piece", "2")
                        .err())
                .contains("doesn't go with --no-splits");
        assertThat(Runs.plumbline("level", plan, "--from", "2025-03-05", "--to", "2025-03-01")
                        .err())
                .contains("swap them");
    }

    @Test
    void aSearchFindsAnEarlierFinishAndTellsItsQuality() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", """
                ID,Name,Duration,Predecessors,Resources,Start
                1,Long,3d,,Crew,2025-03-03
                2,Short,1d,,Crew,2025-03-03
                3,After,5d,2,,2025-03-03
                """);

        Run rule = Runs.plumbline("level", plan, "--rule", "id");
        Run search = Runs.plumbline("level", plan, "--rule", "id", "--search", "50");
        Run threads = Runs.plumbline("level", plan, "--rule", "id", "--search", "50", "--threads", "3");

        assertThat(rule.out()).contains("finish 2025-03-13 17:00");
        assertThat(search.exit()).as(search.err()).isZero();
        assertThat(search.out()).startsWith("finish 2025-03-10 17:00, proved optimal after ");
        assertThat(threads.out()).isEqualTo(search.out());
        JsonNode json = new ObjectMapper()
                .readTree(Runs.plumbline("level", plan, "--search", "50", "--format", "json")
                        .out());
        assertThat(json.get("search").get("lower_bound").asText()).isEqualTo("2025-03-10T17:00:00");
        assertThat(json.get("search").get("optimal").asBoolean()).isTrue();
    }

    @Test
    void aSearchThatMustNotMoveTheFinishIsWrongUsage() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", TWO);

        assertThat(Runs.plumbline("level", plan, "--search", "50", "--within-float")
                        .exit())
                .isEqualTo(2);
        assertThat(Runs.plumbline("level", plan, "--seconds", "1", "--threads", "0")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void smoothingKeepsTheFinishAndTellsPeaksAndMoments() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", """
                ID,Name,Duration,Predecessors,Resources,Start
                1,Long,4d,,Crew,2025-03-03
                2,Short,2d,,Crew[200%],2025-03-03
                3,Other,2d,,Crew[200%],2025-03-03
                """);

        Run table = Runs.plumbline("level", plan, "--smooth");
        JsonNode json = new ObjectMapper()
                .readTree(Runs.plumbline("level", plan, "--smooth", "--format", "json")
                        .out());

        assertThat(table.out())
                .contains(
                        "finish 2025-03-06 17:00 as before, 1 activities delayed, moment 288 instead of 416 (-30.8%)");
        assertThat(json.get("smoothing").get(0).get("peak_before").asInt()).isEqualTo(5);
        assertThat(json.get("smoothing").get(0).get("peak").asInt()).isEqualTo(3);
        assertThat(Runs.plumbline("level", plan, "--smooth", "--format", "csv").out())
                .contains(",critical,delay_min\n");
        assertThat(Runs.plumbline("level", plan, "--smooth", "--rule", "id").exit())
                .isEqualTo(2);
        assertThat(Runs.plumbline("level", folder, "--include", "*.csv", "--smooth")
                        .out())
                .contains("plan.csv");
    }
}
