package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README and the guides show is what happens. */
class ReadmeTest {

    private static final String PROMPT = "jshell> ";
    private static final String MORE = "   ...> ";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/guide/progress.md", "docs/guide/risk.md", "docs/guide/understand.md"})
    void theSessionsPrintWhatTheyShow(String document) throws IOException {
        List<String> sessions = Documents.blocks(document, "text");
        assertThat(sessions).hasSizeGreaterThanOrEqualTo(2);
        try (JShell shell = shell(new ByteArrayOutputStream())) {
            startUp(shell);
            for (String session : sessions) {
                for (Step step : steps(session)) {
                    String shown = snippets(shell, step.input()).stream()
                            .map(snippet -> answer(shell, snippet))
                            .collect(Collectors.joining("\n"));
                    assertThat(shown).as(step.input()).isEqualTo(step.output());
                }
            }
        }
    }

    @Test
    void theJavaCodeRuns() throws IOException {
        List<String> blocks = Documents.blocks("README.md", "java");
        assertThat(blocks).isNotEmpty();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Path xml = folder.resolve("pump-station.xml");
        try (JShell shell = shell(printed)) {
            for (String block : blocks) {
                String code = block.replace(
                                "examples/pump-station.csv",
                                ProjectRoot.path()
                                        .resolve("examples/pump-station.csv")
                                        .toString())
                        .replace("\"pump-station.xml\"", "\"" + xml + "\"");
                for (String snippet : snippets(shell, code)) {
                    assertThat(answer(shell, snippet)).doesNotContain("Exception");
                }
            }
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("info CSV_")
                .endsWith("\n2026-03-27T16:00\n");
        assertThat(Files.readString(xml)).contains("<Project");
    }

    /**
     * A line or several that are typed, and what is shown then.
     *
     * @param input what is typed
     * @param output what is shown
     */
    private record Step(String input, String output) {}

    private static List<Step> steps(String session) {
        List<Step> steps = new ArrayList<>();
        StringBuilder input = new StringBuilder();
        StringBuilder output = new StringBuilder();
        for (String line : session.lines().toList()) {
            if (line.startsWith(PROMPT)) {
                addStep(steps, input, output);
                input.append(line.substring(PROMPT.length()));
            } else if (line.startsWith(MORE)) {
                input.append('\n').append(line.substring(MORE.length()));
            } else {
                output.append(line).append('\n');
            }
        }
        addStep(steps, input, output);
        return steps;
    }

    private static void addStep(List<Step> steps, StringBuilder input, StringBuilder output) {
        if (!input.isEmpty()) {
            steps.add(new Step(input.toString(), output.toString().stripTrailing()));
            input.setLength(0);
            output.setLength(0);
        }
    }

    private static JShell shell(ByteArrayOutputStream printed) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        JShell shell = JShell.builder().out(out).build();
        shell.addToClasspath(Runs.classPath());
        return shell;
    }

    private static void startUp(JShell shell) throws IOException {
        try (InputStream in = Objects.requireNonNull(Main.class.getResourceAsStream("plumbline.jsh"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> answer(shell, line));
        }
    }

    private static List<String> snippets(JShell shell, String code) {
        List<String> snippets = new ArrayList<>();
        String rest = code;
        while (!rest.isBlank()) {
            SourceCodeAnalysis.CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            assertThat(info.completeness().isComplete()).as(rest).isTrue();
            snippets.add(info.source());
            rest = info.remaining();
        }
        return snippets;
    }

    /** Evaluates a snippet and returns what JShell would show. */
    private static String answer(JShell shell, String source) {
        StringBuilder shown = new StringBuilder();
        for (SnippetEvent event : shell.eval(source)) {
            if (event.exception() instanceof EvalException thrown) {
                shown.append("|  Exception %s: %s\n".formatted(thrown.getExceptionClassName(), thrown.getMessage()));
            } else {
                assertThat(event.status()).as(source).isEqualTo(Snippet.Status.VALID);
                if (event.snippet() instanceof VarSnippet variable) {
                    shown.append(variable.name()).append(" ==> ").append(event.value());
                }
            }
        }
        return shown.toString()
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }
}
