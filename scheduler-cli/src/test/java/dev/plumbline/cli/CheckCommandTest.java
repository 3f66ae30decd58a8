package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.Runs.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    @TempDir
    Path folder;

    @Test
    void aSoundPlanHasRemarksOnly() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);

        Run run = Runs.plumbline("check", plan);

        assertThat(run.exit()).isZero();
        assertThat(run.err()).startsWith("info CSV_DIALECT plan.csv:1:").hasLineCount(1);
        assertThat(run.out()).isEqualTo("Plan      Errors  Warnings  Remarks\nplan.csv       0         0        1\n");
    }

    @Test
    void warningsFailTheCheckOnDemand() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.WITHOUT_START);

        assertThat(Runs.plumbline("check", plan).exit()).isZero();
        assertThat(Runs.plumbline("check", plan, "--fail-on", "warning").exit()).isEqualTo(1);
    }

    @Test
    void jsonListsTheProblemsOfPlansThatCanNotBeReadToo() throws IOException {
        Plans.write(folder, "a.csv", Plans.LOOP);
        Plans.write(folder, "b.csv", Plans.WITHOUT_START);

        Run run = Runs.plumbline("check", folder, "--include", "*.csv", "--format", "json");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out())
                .startsWith("{\n  \"version\": 1,\n  \"findings\": [\n"
                        + "    {\"severity\": \"error\", \"code\": \"MODEL_CYCLE\", \"file\": \"a.csv\"")
                .contains("{\"severity\": \"warning\"", "\"file\": \"b.csv\"");
        assertThat(run.err()).contains("error MODEL_CYCLE a.csv", "warning ", " b.csv");
    }

    @Test
    void csvListsOneFindingARow() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.WITHOUT_START);

        Run run = Runs.plumbline("check", plan, "--format", "csv");

        assertThat(run.out())
                .startsWith("severity,code,file,line,column,path,message,hint\ninfo,CSV_DIALECT,plan.csv,1,")
                .contains("\nwarning,CSV_START,plan.csv,,,,")
                .hasLineCount(3);
    }
}
