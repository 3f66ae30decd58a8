package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.Runs.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frobnicate                                  | frobnicate",
                "schedule                                    | IN",
                "schedule plan.csv --unknown                 | --unknown",
                "schedule plan.csv --format yaml             | yaml",
                "schedule plan.csv --fail-on maybe           | maybe",
                "schedule plan.csv --start yesterday         | 'yesterday' is not a date such as 2026-03-02",
                "schedule plan.csv --status-date 2026-02-30  | '2026-02-30' is not a date",
                "schedule plan.csv --critical-slack few      | 'few' is not a whole number of days",
                "schedule plan.csv --critical-slack -1       | '-1' is not a number of days from 0",
                "schedule plan.csv --separator ab            | 'ab' is not one character or 'tab'",
                "schedule plan.csv --encoding klingon        | 'klingon' is not an encoding",
                "schedule plan.csv --honour-constraints some | some",
                "schedule plan.csv --include *.csv           | --include chooses files of a folder",
                "schedule -                                  | add --input-format",
                "convert plan.csv                            | OUT",
                "convert plan.csv plan.pdf                   | 'plan.pdf' is not known; name a file .xml or .csv",
                "explain plan.csv                            | ACTIVITY",
                "explain plan.csv A1020                      | 'A1020' does not name an activity",
                "explain plan.csv uid:                       | such as uid:17",
                "explain plan.csv 99999999999                | '99999999999' does not name an activity",
                "jshell nowhere.xml                          | there is no file 'nowhere.xml'"
            })
    void wrongUsageIsOneLineThatSaysTheWayOut(String arguments, String said) {
        Run run = Runs.plumbline((Object[]) arguments.split(" +"));

        assertThat(run.exit()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error USAGE: ").contains(said).contains("; ");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void anErrorOfTheMachineIsNoCancellation() {
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new LinkageError("a class is missing");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = Console.of(broken, OutputStream.nullOutputStream(), err, false);

        int exit = Main.run(console, "schedule", "-", "--input-format", "csv");

        assertThat(exit).isEqualTo(70);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("error INTERNAL: java.lang.LinkageError: a class is missing;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"schedule", "report", "check", "convert", "explain", "jshell", "bench", "generate-completion"})
    void everyCommandExplainsItself(String command) {
        assertThat(Runs.plumbline("--help").out()).contains("\n  " + command);
        if (command.equals("bench")) {
            return; // passes --help on
        }

        Run run = Runs.plumbline(command, "--help");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("Usage: plumbline " + command);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void versionIsThatOfTheBuild() {
        Run run = Runs.plumbline("--version");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).matches("plumbline \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
    }

    @Test
    void completionScriptKnowsTheCommandsAndTheirOptions() {
        Run run = Runs.plumbline("generate-completion");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("schedule", "--honour-constraints", "--fail-on");
    }

    @Test
    void missingFileCanNotBeRead() {
        Run run = Runs.plumbline("schedule", folder.resolve("nowhere.xml"));

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("error NOT_FOUND nowhere.xml: there is no such file; check the path\n");
    }

    @Test
    void folderWithoutPlansIsWrongUsage() {
        Run run = Runs.plumbline("schedule", folder);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("there are no plans in folder", "--include");
    }

    @Test
    void csvOfAFolderNeedsAFolderToGoTo() throws IOException {
        Plans.write(folder, "a.csv", Plans.PUMP_STATION);

        Run run = Runs.plumbline("schedule", folder, "--include", "*.csv", "--format", "csv");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("add --output with a folder");
    }

    @Test
    void twoPlansOfOneBaseNameAreWrongUsageAndNothingIsWritten() throws IOException {
        Plans.write(folder, "plan.xml", "<Project/>");
        Plans.write(folder, "plan.csv", Plans.PUMP_STATION);
        Path target = folder.resolve("out");

        Run run = Runs.plumbline("schedule", folder, "--include", "*.csv", "--format", "csv", "--output", target);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("plan.csv and plan.xml would both be written to plan.csv");
        assertThat(target).doesNotExist();
    }

    @Test
    void anInputIsNeverReplacedByAnOutput() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);

        Run file = Runs.plumbline("schedule", plan, "--output", plan);
        Run batch = Runs.plumbline("schedule", folder, "--include", "*.csv", "--format", "csv", "--output", folder);
        Run converted = Runs.plumbline("convert", plan, folder.resolve(".").resolve("plan.csv"));

        assertThat(file.exit()).isEqualTo(2);
        assertThat(batch.exit()).isEqualTo(2);
        assertThat(converted.exit()).isEqualTo(2);
        assertThat(Files.readString(plan)).isEqualTo(Plans.PUMP_STATION);
    }

    @Test
    void benchmarksMustBeBuilt() {
        Run run = Runs.plumbline("bench", "--compare", "base.json");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("the benchmarks are not built here");
    }
}
