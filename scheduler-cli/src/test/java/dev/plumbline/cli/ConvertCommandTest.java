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
}
