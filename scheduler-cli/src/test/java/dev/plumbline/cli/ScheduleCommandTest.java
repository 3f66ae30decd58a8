package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.Runs.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleCommandTest {

    private static final String HEADER =
            "uid,id,wbs,name,summary,milestone,start,finish,early_start,early_finish,late_start,late_finish,"
                    + "total_slack_min,free_slack_min,critical\n";

    @TempDir
    Path folder;

    @Test
    void csvHasARowForEachActivityInTheOrderOfThePlan() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);

        Run run = Runs.plumbline("schedule", plan, "--format", "csv");

        assertThat(run.err()).startsWith("info CSV_DIALECT plan.csv:1:").hasLineCount(1);
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .isEqualTo(HEADER
                        + "1,1,,Excavate,0,0,2026-03-02T08:00:00,2026-03-06T17:00:00,2026-03-02T08:00:00,"
                        + "2026-03-06T17:00:00,2026-03-02T08:00:00,2026-03-06T17:00:00,0,0,1\n"
                        + "2,2,,Foundation,0,0,2026-03-09T08:00:00,2026-03-18T17:00:00,2026-03-09T08:00:00,"
                        + "2026-03-18T17:00:00,2026-03-09T08:00:00,2026-03-18T17:00:00,0,0,1\n"
                        + "3,3,,Pipework,0,0,2026-03-09T08:00:00,2026-03-16T17:00:00,2026-03-09T08:00:00,"
                        + "2026-03-16T17:00:00,2026-03-11T08:00:00,2026-03-18T17:00:00,960,960,0\n"
                        + "4,4,,Commission,0,0,2026-03-19T08:00:00,2026-03-23T17:00:00,2026-03-19T08:00:00,"
                        + "2026-03-23T17:00:00,2026-03-19T08:00:00,2026-03-23T17:00:00,0,0,1\n");
    }

    @Test
    void jsonHasTheSameFieldsAndTheCriticalPath() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);

        Run run = Runs.plumbline("schedule", plan, "--format", "json");

        assertThat(run.out())
                .startsWith("{\n  \"version\": 1,\n  \"project\": "
                        + "{\"start\": \"2026-03-02T08:00:00\", \"finish\": \"2026-03-23T17:00:00\"},\n")
                .contains(
                        "\"uid\": \"3\", \"id\": 3, ",
                        "\"total_slack_min\": 960, \"free_slack_min\": 960, \"critical\": 0}")
                .contains("\"critical_path\": [\n    \"1\",\n    \"2\",\n    \"4\"\n  ]");
    }

    @Test
    void pathsAddFloatsDragAndTheLongestPaths() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);

        Run json = Runs.plumbline("schedule", plan, "--format", "json", "--paths", "1");
        Run csv = Runs.plumbline("schedule", plan, "--format", "csv", "--paths", "1");
        Run table = Runs.plumbline("schedule", plan, "--paths", "2");

        assertThat(json.out())
                .contains("\"critical\": 1, \"longest_path\": 1, \"drag_min\": 960, \"interfering_float_min\": 0, "
                        + "\"independent_float_min\": 0, \"float_path\": 1}")
                .contains("\"longest_path\": [\n    \"1\",\n    \"2\",\n    \"4\"\n  ]");
        assertThat(csv.out())
                .startsWith(HEADER.strip()
                        + ",longest_path,drag_min,interfering_float_min,independent_float_min,float_path\n")
                .contains(",960,960,0,0,0,0,960,2\n");
        assertThat(table.out())
                .contains("Longest paths\nPath  Length  Behind  Finish            Activities  Ids\n")
                .contains("1 -> 2 -> 4", "1 -> 3 -> 4", "Float paths\n");
    }

    @Test
    void noPathsIsAMistake() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);

        Run run = Runs.plumbline("schedule", plan, "--paths", "0");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--paths asks for 0 paths");
    }

    @Test
    void tableShowsTwentyRowsOrAll() throws IOException {
        StringBuilder text = new StringBuilder("ID,Name,Duration,Predecessors,Resources,Start\n");
        for (int i = 1; i <= 5000; i++) {
            text.append(i).append(",Step,1d,,,2026-03-02\n");
        }
        Path plan = Plans.write(folder, "plan.csv", text.toString());

        Run some = Runs.plumbline("schedule", plan);
        Run all = Runs.plumbline("schedule", plan, "--all");

        assertThat(some.out()).endsWith("... 4,980 more\n");
        assertThat(all.out()).doesNotContain(" more\n");
        assertThat(all.out().lines().count() - some.out().lines().count()).isEqualTo(4979);
    }

    @Test
    void standardInputIsAPlanToo() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);

        Run piped = Runs.withInput(Plans.PUMP_STATION, "schedule", "-", "--input-format", "csv", "--format", "csv");

        assertThat(piped.exit()).isZero();
        assertThat(piped.out())
                .isEqualTo(Runs.plumbline("schedule", plan, "--format", "csv").out());
    }

    @Test
    void outputFileHoldsWhatWouldBePrintedInTheFormOfItsExtension() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);
        Path target = folder.resolve("result.json");

        Run run = Runs.plumbline("schedule", plan, "--output", target);

        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(target))
                .isEqualTo(Runs.plumbline("schedule", plan, "--format", "json").out());
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder("plan.csv", "result.json");
        }
    }

    @Test
    void outputInAMissingFolderIsToldInOneLine() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);

        Run run = Runs.plumbline(
                "schedule", plan, "--output", folder.resolve("no").resolve("result.csv"));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("error NOT_WRITTEN: can't write 'result.csv': its folder does not exist; "
                        + "name another place for it\n");
    }

    @Test
    void aFailingPlanOfAFolderDoesNotStopTheOthers() throws IOException {
        Path plans = Files.createDirectory(folder.resolve("plans"));
        Plans.write(plans, "a.csv", Plans.LOOP);
        Plans.write(plans, "b.csv", Plans.PUMP_STATION);
        Plans.write(plans, "broken.xml", "<Project><Tasks>");
        Plans.write(plans, "notes.txt", "no plan");
        Path results = folder.resolve("results");

        Run run = Runs.plumbline("schedule", plans, "--include", "*.csv", "--format", "csv", "--output", results);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("error MODEL_CYCLE a.csv:").containsPattern("error [A-Z_]+ broken\\.xml");
        assertThat(Files.readString(results.resolve("b.csv"))).startsWith(HEADER);
        try (var files = Files.list(results)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aFolderWithoutOutputIsShownAsOneRowForEachPlan() throws IOException {
        Plans.write(folder, "a.csv", Plans.PUMP_STATION);
        Plans.write(folder, "a.resources.csv", "Name,Max Units\nCrew,200%\n");
        Plans.write(folder, "b.csv", Plans.WITHOUT_START);

        Run run = Runs.plumbline("schedule", folder, "--include", "*.csv");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("""
                        Plan   Rows  Critical  Start             Finish            Findings
                        a.csv     4         3  2026-03-02 08:00  2026-03-23 17:00         1
                        b.csv     1         1  2000-01-03 08:00  2000-01-07 17:00         2
                        """);
    }

    @ParameterizedTest
    @CsvSource({"never,0", "ERROR,0", "warning,1", "info,1"})
    void findingsFailTheRunOnlyOnDemand(String failOn, int exit) throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.WITHOUT_START);

        Run run = Runs.plumbline("schedule", plan, "--format", "csv", "--fail-on", failOn);

        assertThat(run.err()).contains("\nwarning CSV_START plan.csv: ");
        assertThat(run.exit()).isEqualTo(exit);
        assertThat(run.out()).startsWith(HEADER);
    }

    @Test
    void quietLeavesFindingsOutAndKeepsErrors() throws IOException {
        Path odd = Plans.write(folder, "odd.csv", Plans.WITHOUT_START);
        Path loop = Plans.write(folder, "loop.csv", Plans.LOOP);

        assertThat(Runs.plumbline("schedule", odd, "--quiet").err()).isEmpty();
        assertThat(Runs.plumbline("schedule", loop, "--quiet").err()).startsWith("error MODEL_CYCLE loop.csv");
    }

    @Test
    void stackTracesAreOnlyForDebugging() throws IOException {
        Path loop = Plans.write(folder, "loop.csv", Plans.LOOP);

        assertThat(Runs.plumbline("schedule", loop).err()).doesNotContain("\tat ");
        assertThat(Runs.plumbline("schedule", loop, "--debug").err()).contains("\tat ");
    }

    @Test
    void startAndCriticalSlackAreOptions() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);

        Run run = Runs.plumbline("schedule", plan, "--format", "csv", "--start", "2026-04-06", "--critical-slack", "2");

        assertThat(run.out().lines().skip(1)).allSatisfy(row -> assertThat(row).endsWith(",1"));
        assertThat(run.out()).contains("Excavate,0,0,2026-04-06T08:00:00");
    }

    @Test
    void theSamePlanGivesTheSameBytesInEveryLocaleAndZone() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);
        List<Object[]> commands = List.of(
                new Object[] {"schedule", plan},
                new Object[] {"schedule", plan, "--format", "csv"},
                new Object[] {"schedule", plan, "--format", "json"},
                new Object[] {"check", plan},
                new Object[] {"schedule", "--help"});
        List<Run> expected = commands.stream().map(Runs::plumbline).toList();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();

        for (String tag : List.of("tr-TR", "ar-SA-u-nu-arab", "ja-JP-u-ca-japanese", "th-TH-u-nu-thai", "de-DE")) {
            for (String id : List.of("Europe/Warsaw", "Pacific/Apia", "Asia/Kathmandu")) {
                try {
                    Locale.setDefault(Locale.forLanguageTag(tag));
                    TimeZone.setDefault(TimeZone.getTimeZone(id));
                    assertThat(commands.stream().map(Runs::plumbline).toList())
                            .as("%s %s", tag, id)
                            .isEqualTo(expected);
                } finally {
                    Locale.setDefault(locale);
                    TimeZone.setDefault(zone);
                }
            }
        }
    }
}
