package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.cli.Runs.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainCommandTest {

    @TempDir
    Path folder;

    @Test
    void aCriticalActivityIsExplainedFromTheStartOfTheProjectOn() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);

        Run run = Runs.plumbline("explain", plan, "4", "--quiet");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                Why row 4 'Commission' starts 2026-03-19 08:00:
                  the project starts Mon 2026-03-02 08:00
                  1 'Excavate' takes 5d: finishes Fri 2026-03-06 17:00
                  1 'Excavate' finishes Fri 2026-03-06 17:00; 2 'Foundation' starts after it (FS): Fri 2026-03-06 17:00
                  the next working time of calendar 'Standard' is Mon 2026-03-09 08:00
                  2 'Foundation' takes 8d: finishes Wed 2026-03-18 17:00
                  2 'Foundation' finishes Wed 2026-03-18 17:00; 4 'Commission' starts after it (FS): Wed 2026-03-18 17:00
                  the next working time of calendar 'Standard' is Thu 2026-03-19 08:00

                Why it is critical:
                  4 'Commission' is critical: its total float of 0d is not more than 0d
                """);
    }

    @Test
    void theOthersAreToldHowFarTheyCanSlip() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);

        String said = Runs.plumbline("explain", plan, "3").out();

        assertThat(said)
                .contains(
                        "Why it is not critical:\n  3 'Pipework' is not critical: its total float of 2d is more than 0d\n")
                .contains("3 'Pipework' can slip 2d before it moves 4 'Commission'");
    }

    @Test
    void whatHoldsBackTheLateFinishIsToldOnDemand() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);

        Run run = Runs.plumbline("explain", plan, "3", "--late");

        assertThat(run.out())
                .startsWith("Why row 3 'Pipework' must finish by 2026-03-18 17:00:\n")
                .contains("must start by", "so 3 'Pipework' must finish by Wed 2026-03-18 17:00");
    }

    @Test
    void rowAndUidNameTheSameActivity() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);

        Run byUid = Runs.plumbline("explain", plan, "uid:2");

        assertThat(byUid.exit()).as(byUid.err()).isZero();
        assertThat(byUid.out())
                .startsWith("Why row 2 'Foundation' starts")
                .isEqualTo(Runs.plumbline("explain", plan, "2").out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17     | error USAGE: plan.csv has no activity in row 17; its rows are 1 to 4",
                "uid:17 | error USAGE: plan.csv has no activity with the uid '17'; see the uids with"
            })
    void anUnknownActivityIsWrongUsage(String name, String said) throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);

        Run run = Runs.plumbline("explain", plan, name);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(said).hasLineCount(1);
    }

    @Test
    void jsonHasTheStepsEachBeginningWhereTheOneBeforeEnds() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.CONSTRAINED);

        String out = Runs.plumbline("explain", plan, "4", "--format", "json").out();

        JsonNode json = new ObjectMapper().readTree(out);
        assertThat(json.get("version").asInt()).isEqualTo(1);
        assertThat(json.get("activity").get("name").asText()).isEqualTo("Permit filed");
        JsonNode steps = json.get("steps");
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i).get("from")).isEqualTo(steps.get(i - 1).get("to"));
        }
        assertThat(steps.get(steps.size() - 1).get("to")).isEqualTo(json.get("date"));
        JsonNode follows = steps.get(2);
        assertThat(follows.get("kind").asText()).isEqualTo("relationship");
        assertThat(follows.get("relationship").get("predecessor").asText()).isEqualTo("1");
        assertThat(follows.get("relationship").get("type").asText()).isEqualTo("FS");
        assertThat(follows.get("relationship").get("lag").asText()).isEqualTo("1ed");
        assertThat(follows.get("amount_min").asInt()).isEqualTo(24 * 60);
    }

    @Test
    void jsonNamesTheConstraintThatDecides() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.CONSTRAINED);

        JsonNode json = new ObjectMapper()
                .readTree(
                        Runs.plumbline("explain", plan, "3", "--format", "json").out());

        JsonNode step = json.get("steps").get(0);
        assertThat(step.get("constraint").get("type").asText()).isEqualTo("must_start_on");
        assertThat(step.get("constraint").get("date").asText()).isEqualTo("2026-03-16T08:00:00");
        assertThat(step.has("relationship")).isFalse();
    }

    @Test
    void calendarsAreCalledByTheirNamesNotByTheIdsOfTheirFile() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);
        Path xml = folder.resolve("plan.xml");
        Runs.plumbline("convert", plan, xml);

        assertThat(Runs.plumbline("explain", xml, "2").out())
                .contains("the next working time of calendar 'Standard' is Mon 2026-03-09 08:00");
    }

    @Test
    void csvHasARowForEachStep() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);

        Run run = Runs.plumbline("explain", plan, "2", "--format", "csv");

        assertThat(run.out()).isEqualTo("""
                kind,activity,relationship,constraint,calendar,amount_min,from,to,sentence
                project_start,1,,,,0,2026-03-02T08:00:00,2026-03-02T08:00:00,the project starts Mon 2026-03-02 08:00
                duration,1,,,Standard,2400,2026-03-02T08:00:00,2026-03-06T17:00:00,1 'Excavate' takes 5d: finishes Fri 2026-03-06 17:00
                relationship,2,1 -FS-> 2,,,0,2026-03-06T17:00:00,2026-03-06T17:00:00,"1 'Excavate' finishes Fri 2026-03-06 17:00; 2 \
                'Foundation' starts after it (FS): Fri 2026-03-06 17:00"
                calendar,2,,,Standard,0,2026-03-06T17:00:00,2026-03-09T08:00:00,the next working time of calendar 'Standard' is \
                Mon 2026-03-09 08:00
                """);
    }

    @Test
    void aNameCanNotMoveTheCursorOfATerminal() throws IOException {
        String text = Plans.PUMP_STATION.replace("Excavate", "Exca\u001b[2Jvate");
        Path plan = Plans.write(folder, "plan.csv", text);

        assertThat(Runs.plumbline("explain", plan, "1").out())
                .contains("'Exca [2Jvate'")
                .doesNotContain("\u001b");
    }
}
