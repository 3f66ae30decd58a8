package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;

class JShellTest {

    @Test
    void everyLineOfTheStartUpScriptIsAccepted() throws IOException {
        try (JShell shell = shell()) {
            for (String line : script("plumbline.jsh").lines().toList()) {
                for (SnippetEvent event : shell.eval(line)) {
                    assertThat(event.status()).as(line).isEqualTo(Snippet.Status.VALID);
                }
            }

            assertThat(shell.eval("hours(3)").get(0).value()).isEqualTo("3h");
            assertThat(shell.eval("table(List.of(LocalDate.of(2026, 3, 2)))")
                            .get(0)
                            .value())
                    .isEqualTo("\nvalue\n2026-03-02\n");
        }
    }

    @Test
    void recordsAreShownByTheirComponents() {
        record Crew(String name, int size, List<String> skills) {}

        assertThat(Shell.table(List.of(new Crew("A", 4, List.of("x")), new Crew("B", 12, List.of())))
                        .text())
                .isEqualTo("name  size  skills\nA        4  [x]\nB       12  []\n");
    }

    private static JShell shell() {
        JShell shell = JShell.builder().executionEngine("local").build();
        shell.addToClasspath(Runs.classPath());
        return shell;
    }

    private static String script(String name) throws IOException {
        try (InputStream in = Main.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
