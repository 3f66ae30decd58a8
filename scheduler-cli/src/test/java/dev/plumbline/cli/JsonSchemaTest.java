package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void schedulesAreAsTheirSchemaSays() throws IOException {
        for (String text : new String[] {Plans.PUMP_STATION, Plans.WITHOUT_START}) {
            Path plan = Plans.write(folder, "plan.csv", text);

            String json = Runs.plumbline("schedule", plan, "--format", "json").out();
            String paths = Runs.plumbline("schedule", plan, "--format", "json", "--paths", "2")
                    .out();

            assertThat(JsonSchemas.schema("schedule").validate(JSON.readTree(json)))
                    .isEmpty();
            assertThat(JsonSchemas.schema("schedule").validate(JSON.readTree(paths)))
                    .isEmpty();
            assertThat(JSON.readTree(paths).get("longest_paths")).isNotEmpty();
        }
    }

    @Test
    void levelledPlansAreAsTheirSchemaSays() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.PUMP_STATION);
        for (String profile : new String[] {"msproject", "p6", "plumbline"}) {
            String json = Runs.plumbline("level", plan, "--format", "json", "--profile", profile)
                    .out();

            assertThat(JsonSchemas.schema("level").validate(JSON.readTree(json)))
                    .isEmpty();
        }
        String search = Runs.plumbline("level", plan, "--format", "json", "--search", "20")
                .out();
        String smooth =
                Runs.plumbline("level", plan, "--format", "json", "--smooth").out();

        assertThat(JsonSchemas.schema("level").validate(JSON.readTree(search))).isEmpty();
        assertThat(JSON.readTree(search).get("search").get("optimal").isBoolean())
                .isTrue();
        assertThat(JsonSchemas.schema("smooth").validate(JSON.readTree(smooth))).isEmpty();
    }

    @Test
    void findingsAreAsTheirSchemaSays() throws IOException {
        Plans.write(folder, "a.csv", Plans.LOOP);
        Plans.write(folder, "b.csv", Plans.WITHOUT_START);

        String json = Runs.plumbline("check", folder, "--include", "*.csv", "--format", "json")
                .out();

        assertThat(JSON.readTree(json).get("findings")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(JsonSchemas.schema("check").validate(JSON.readTree(json))).isEmpty();
    }

    @Test
    void explanationsAreAsTheirSchemaSays() throws IOException {
        Path plan = Plans.write(folder, "plan.csv", Plans.CONSTRAINED);
        for (int row = 1; row <= 4; row++) {
            for (String late : new String[] {"--no-multiple-critical-paths", "--late"}) {
                String json = Runs.plumbline("explain", plan, row, "--format", "json", late)
                        .out();

                assertThat(JSON.readTree(json).get("steps")).isNotEmpty();
                assertThat(JsonSchemas.schema("explain").validate(JSON.readTree(json)))
                        .isEmpty();
            }
        }
    }

    @Test
    void theSchemaRefusesWhatACommandNeverWrites() throws IOException {
        String json = "{\"version\": 2, \"findings\": [{\"severity\": \"bad\"}]}";

        assertThat(JsonSchemas.schema("check").validate(JSON.readTree(json))).isNotEmpty();
    }
}
