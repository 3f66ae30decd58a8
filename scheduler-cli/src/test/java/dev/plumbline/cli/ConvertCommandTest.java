package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.Runs.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {

    @TempDir
    Path folder;

    @Test
    void aConvertedPlanHasTheSameSchedule() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);
        Path xml = folder.resolve("plan.xml");
        Path back = folder.resolve("back.csv");

        Run there = Runs.plumbline("convert", plan, xml);
        Run again = Runs.plumbline("convert", xml, back);

        assertThat(there.exit()).as(there.err()).isZero();
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(Files.readString(xml)).contains("<Project");
        String expected = Runs.plumbline("schedule", plan, "--format", "csv").out();
        assertThat(Runs.plumbline("schedule", xml, "--format", "csv").out()).isEqualTo(expected);
        assertThat(Runs.plumbline("schedule", back, "--format", "csv").out()).isEqualTo(expected);
    }

    @Test
    void aPlanThatCanNotBeReadLeavesTheOldOutput() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.LOOP);
        Path xml = Plans.write(folder, "plan.xml", "old");

        Run run = Runs.plumbline("convert", plan, xml);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(xml).hasContent("old");
    }

    @Test
    void aConvertedPlanTakesItsTablesOfRiskAlong() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);
        Files.writeString(folder.resolve("plan.ranges.csv"), "What,Of,Range\nduration,3,triangular 4d 5d 12d\n");
        Files.writeString(
                folder.resolve("plan.risks.csv"),
                "ID,Name,Probability,Activities,Delay\nR1,Rain,30%,2;4,uniform 1d 3d\n");
        Path xml = folder.resolve("other.xml");

        Run run = Runs.plumbline("convert", plan, xml);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(folder.resolve("other.ranges.csv")).content().contains("duration,3,triangular 4d 5d 12d");
        Object[] options = {"--iterations", 500, "--seed", 4, "--format", "csv"};
        assertThat(Runs.plumbline("risk", xml, options[0], options[1], options[2], options[3], options[4], options[5])
                        .out())
                .isEqualTo(Runs.plumbline(
                                "risk", plan, options[0], options[1], options[2], options[3], options[4], options[5])
                        .out());
    }

    @Test
    void tablesOfRiskThatCanNotBeReadLeaveTheOldOutput() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);
        Files.writeString(folder.resolve("plan.ranges.csv"), "What,Of,Range\nduration,99,5d\n");
        Path xml = Plans.write(folder, "other.xml", "old");

        Run run = Runs.plumbline("convert", plan, xml);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("plan.ranges.csv:2:2").contains("there is no activity '99'");
        assertThat(xml).hasContent("old");
    }
}
