package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.Runs.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plumbline level} on abstract instances. */
class LevelInstancesTest {

    private static final String CRANE = "4 1\n1\n0 0 2 2 3\n4 1 1 4\n5 1 1 4\n0 0 0\n";

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void anInstanceIsARowOfCsv() throws IOException {
        Run run = Runs.plumbline("level", write("crane.rcp", CRANE), "--format", "csv");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo("instance,activities,makespan,lower_bound,optimal,schedules\ncrane,4,9,9,true,1\n");
        assertThat(run.exit()).isZero();
    }

    @Test
    void startsAreNumberedAsInTheFile() throws IOException {
        Path starts = folder.resolve("starts");

        Runs.plumbline("level", write("crane.rcp", CRANE), "--starts", starts);

        assertThat(starts.resolve("crane.csv")).hasContent("activity,start\n1,0\n2,5\n3,0\n4,9\n");
    }

    @Test
    void aFolderIsTakenInOrderOfNamesAndABrokenFileStopsNoOther() throws IOException {
        write("b.rcp", CRANE);
        write("a.rcp", "4 1\n");
        write("c.RCP", CRANE.replace("5 1 1 4", "5 7 1 4"));
        write("d.rcp", CRANE);

        Run run = Runs.plumbline("level", folder, "--format", "csv");

        assertThat(run.out().lines().map(line -> line.split(",")[0])).containsExactly("instance", "b", "d");
        assertThat(run.err())
                .contains("error NOT_COMPLETE a.rcp:1:1:")
                .contains("error LEVEL_INFEASIBLE c.RCP: activity 3 needs 7 units of resource R1, which has 1");
        assertThat(run.exit()).isEqualTo(Exit.UNSOLVABLE.code());
    }

    @Test
    void jsonHasTheSameFieldsWithTheReasonOfTheBoundAndTimesOnRequest() throws IOException {
        Path file = write("crane.rcp", CRANE);

        assertThat(Runs.plumbline("level", file, "--format", "json").out())
                .isEqualTo("{\n  \"version\": 1,\n  \"instances\": [\n    {\"instance\": \"crane\", \"activities\": 4, "
                        + "\"makespan\": 9, \"lower_bound\": 9, "
                        + "\"lower_bound_reason\": \"the work of resource R1 at its full capacity takes 9\", "
                        + "\"optimal\": true, \"schedules\": 1}\n  ]\n}\n");
        assertThat(Runs.plumbline("level", file, "--times", "--format", "csv").out())
                .startsWith("instance,activities,makespan,lower_bound,optimal,schedules,cpu_ms\n");
    }

    @Test
    void standardInputNeedsAFormat() {
        assertThat(Runs.withInput(CRANE, "level", "-", "--input-format", "rcp", "--format", "csv")
                        .out())
                .endsWith("\n-,4,9,9,true,1\n");
        assertThat(Runs.withInput(CRANE, "level", "-").exit()).isEqualTo(Exit.USAGE.code());
    }

    @Test
    void wrongNumbersAreWrongUsage() throws IOException {
        Path file = write("crane.rcp", CRANE);

        assertThat(Runs.plumbline("level", file, "--threads", "0").exit()).isEqualTo(Exit.USAGE.code());
        assertThat(Runs.plumbline("level", file, "--seconds", "-1").exit()).isEqualTo(Exit.USAGE.code());
    }
}
