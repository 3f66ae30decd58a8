package dev.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code plumbline bench}: hands all it is given to the runnable jar of scheduler-bench. */
@Command(name = "bench", description = "Runs the benchmarks of scheduler-bench; all arguments are passed on to them.")
final class BenchCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ARGUMENT", description = "Passed on, such as --help or --compare BASE.json.")
    private List<String> arguments = new ArrayList<>();

    private final Console console;

    BenchCommand(Console console) {
        this.console = console;
    }

    /** Makes every argument of the command, options too, one to pass on. */
    static void passThrough(CommandLine line) {
        Objects.requireNonNull(line.getSubcommands().get("bench"))
                .setUnmatchedOptionsArePositionalParams(true)
                .setStopAtPositional(true);
    }

    @Override
    public Integer call() {
        Outcome outcome = new Outcome(console, new MessageOptions(), MessageOptions.FailOn.NEVER);
        int[] code = {Exit.OK.code()};
        int own = Batch.run(outcome, () -> code[0] = launch(jar(System.getProperty("plumbline.home"))));
        return Math.max(own, code[0]);
    }

    private static Path jar(@Nullable String home) {
        Path jar = Path.of(home == null ? "" : home, "scheduler-bench", "target", "benchmarks.jar");
        if (home == null || !Files.isRegularFile(jar)) {
            throw Failure.usage(
                    "the benchmarks are not built here",
                    "run './plumbline bench' in a clone of the project, which builds them first");
        }
        return jar;
    }

    private int launch(Path jar) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        console.flush();
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw Failure.unwritable(InputOptions.nameOf(jar), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.cancelled();
        }
    }
}
