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
}
