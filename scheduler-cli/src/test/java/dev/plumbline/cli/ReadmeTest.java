package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jshell.JShell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README and the guides show is what happens. */
class ReadmeTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/guide/progress.md",
                "docs/guide/understand.md",
                "docs/guide/levelling.md",
                "docs/guide/risk.md"
            })
    void theSessionsPrintWhatTheyShow(String document) throws IOException {
        Sessions.run(document);
    }

    @Test
    void theJavaCodeRuns() throws IOException {
        List<String> blocks = Documents.blocks("README.md", "java");
        assertThat(blocks).isNotEmpty();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Path xml = folder.resolve("pump-station.xml");
        try (JShell shell = Sessions.shell(printed)) {
            for (String block : blocks) {
                String code = block.replace(
                                "examples/pump-station.csv",
                                ProjectRoot.path()
                                        .resolve("examples/pump-station.csv")
                                        .toString())
                        .replace("\"pump-station.xml\"", "\"" + xml + "\"");
                for (String snippet : Sessions.snippets(shell, code)) {
                    assertThat(Sessions.answer(shell, snippet)).doesNotContain("Exception");
                }
            }
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("info CSV_")
                .endsWith("\n2026-03-27T16:00\n");
        assertThat(Files.readString(xml)).contains("<Project");
    }
}
