package dev.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsTest {

    private static final String RESULT = """
            [
              {"benchmark": "b", "params": {"work": "compile", "activities": "1000"}, "primaryMetric": {"score": 0.5, "scoreError": "NaN"}},
              {"benchmark": "b", "params": {"work": "compile", "activities": "10000"}, "primaryMetric": {"score": 6.25}},
              {"benchmark": "b", "params": {"work": "peer-mpxj-schedule", "activities": "1000"}, "primaryMetric": {"score": 75}, "calibrationRatio": 15}
            ]
            """;

    @Test
    void drawsAPictureAndATableOfAResult(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("result.json");
        Files.writeString(file, RESULT);
        ByteArrayOutputStream table = new ByteArrayOutputStream();

        Charts.draw(file, folder, new PrintStream(table, true, StandardCharsets.UTF_8));

        assertThat(table.toString(StandardCharsets.UTF_8).lines())
                .contains("| ms | 1,000 | 10,000 |", "| compile | 0.50 | 6.25 |", "| peer-mpxj-schedule | 75 |  |")
                .contains("| calibration loops | 1,000 |", "| peer-mpxj-schedule | 15 |");
        assertThat(Files.readString(folder.resolve("schedule.svg")))
                .startsWith("<svg")
                .contains(">compile</text>", "stroke-dasharray", "10,000");
        assertThat(folder.resolve("files.svg")).doesNotExist();
    }

    @Test
    void aFileWithoutResultsIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("empty.json");
        Files.writeString(file, "[]");

        assertThatThrownBy(() -> Charts.draw(file, folder, System.out))
                .hasMessageContaining("no result of WorkBenchmark");
    }

    @Test
    void readsJson() {
        assertThat(Json.read(" {\"a\\n\\u0041\": [1, -2.5e3, true, {}], \"b\": \"x\"} "))
                .isEqualTo(Map.of("a\nA", List.of(1.0, -2500.0, true, Map.of()), "b", "x"));
        assertThatThrownBy(() -> Json.read("{\n\"a\": 1,\n\"b\" 2}")).hasMessageContaining("line 3");
        assertThatThrownBy(() -> Json.read("[".repeat(1000))).hasMessageContaining("nesting");
    }
}
