package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.Runs.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    @TempDir
    Path folder;

    @Test
    void thePageStandsBesideThePlanAndTheSummaryIsPrinted() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);

        Run run = Runs.plumbline("report", plan);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("2026-03-23", "Commission");
        assertThat(Files.readString(folder.resolve("plan.html")))
                .startsWith("<!DOCTYPE html>")
                .contains("Commission");
    }

    @Test
    void thePageGoesWhereItIsWanted() throws IOException {
        Path page = folder.resolve("out.html");

        Run run = Runs.withInput(Plans.PUMP_STATION, "report", "-", "--input-format", "csv", "--output", page);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(page).isNotEmptyFile();
    }

    @Test
    void aPageOfStandardInputNeedsAName() {
        Run run = Runs.withInput(Plans.PUMP_STATION, "report", "-", "--input-format", "csv");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("add --output FILE.html");
    }
}
