package dev.plumbline.cli;

import dev.plumbline.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plumbline convert IN OUT}: the scheduled plan in another format. */
@Command(
        name = "convert",
        description = "Schedules a plan and writes it in another format; what that can't hold is a finding.",
        sortOptions = false)
final class ConvertCommand implements Callable<Integer> {

    private static final List<String> EXTENSIONS = List.of("xml", "csv");

    @Mixin
    private InputOptions input = new InputOptions();

    @Parameters(index = "1", paramLabel = "OUT", description = "The file to write: .xml (Microsoft Project) or .csv.")
    private String out = "";

    @Mixin
    private PlanOptions plans = new PlanOptions();

    @Mixin
    private MessageOptions messages = new MessageOptions();

    private final Console console;

    ConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Outcome outcome = new Outcome(console, messages, MessageOptions.FailOn.NEVER);
        return Batch.run(outcome, () -> {
            List<Source> sources = List.of(input.single());
            Path target = OutputOptions.notAnInput(target(), sources);
            new Batch(console, messages, outcome).forEach(sources, source -> {
                PlanOptions.Planned planned = plans.plan(source, console);
                List<Problem> findings = new ArrayList<>(planned.findings());
                findings.addAll(SaveOptions.write(planned, planned.schedule(), target));
                return findings;
            });
        });
    }

    private Path target() {
        Path target = InputOptions.path(out);
        if (!EXTENSIONS.contains(InputOptions.extension(out)) || Files.isDirectory(target)) {
            throw Failure.usage("the format of '%s' is not known".formatted(out), "name a file .xml or .csv");
        }
        return target;
    }
}
