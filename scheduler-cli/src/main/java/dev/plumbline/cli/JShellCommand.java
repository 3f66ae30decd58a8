package dev.plumbline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plumbline jshell [IN]}: JShell with the library, and a plan to look at. */
@Command(
        name = "jshell",
        description = "Starts JShell with the library on its class path; the plan IN is there as 'project'.",
        sortOptions = false)
final class JShellCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "IN", description = "A file to load as 'project'.")
    private @Nullable String in;

    @Mixin
    private MessageOptions messages = new MessageOptions();

    private final Console console;

    JShellCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Outcome outcome = new Outcome(console, messages, MessageOptions.FailOn.NEVER);
        int[] code = {Exit.OK.code()};
        int own = Batch.run(outcome, () -> code[0] = start());
        return Math.max(own, code[0]);
    }

    private int start() {
        List<String> arguments = new ArrayList<>(List.of("--class-path", System.getProperty("java.class.path")));
        List<String> scripts = new ArrayList<>(List.of("plumbline.jsh"));
        if (in != null) {
            Path path = InputOptions.path(in);
            if (!Files.isRegularFile(path)) {
                throw Failure.usage("there is no file '%s'".formatted(in), "check the path");
            }
            arguments.add("-R-Dplumbline.in=" + path.toAbsolutePath());
            scripts.add("open.jsh");
        }
        console.flush();
        try {
            Path folder = Files.createTempDirectory("plumbline");
            try {
                for (String script : scripts) {
                    arguments.add("--startup");
                    arguments.add(unpack(script, folder).toString());
                }
                return JShellSession.run(arguments);
            } finally {
                for (String script : scripts) {
                    Files.deleteIfExists(folder.resolve(script));
                }
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw Failure.unwritable("the start-up script", e);
        }
    }

    private static Path unpack(String script, Path folder) throws IOException {
        Path file = folder.resolve(script);
        try (InputStream resource = JShellCommand.class.getResourceAsStream(script)) {
            Files.copy(Objects.requireNonNull(resource, script), file);
        }
        return file;
    }
}
