package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

/** The sessions that a document shows, typed again. */
final class Sessions {

    private static final String PROMPT = "jshell> ";
    private static final String MORE = "   ...> ";

    private Sessions() {}

    /** Types all sessions of a document in one shell and checks what is shown; then runs more code. */
    static void run(String document, String... more) throws IOException {
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
            for (String code : more) {
                assertThat(answer(shell, code)).doesNotContain("Exception");
            }
        }
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

    static JShell shell(ByteArrayOutputStream printed) {
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

    static List<String> snippets(JShell shell, String code) {
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
    static String answer(JShell shell, String source) {
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
