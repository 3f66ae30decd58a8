package dev.plumbline.cli;

import dev.plumbline.io.ReportOptions;
import dev.plumbline.io.Reports;
import dev.plumbline.model.Problem;
import dev.plumbline.risk.RiskResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline report IN}: a page for people, and its summary. */
@Command(
        name = "report",
        description = "Writes a page with Gantt chart, critical path and findings, and prints a summary.",
        sortOptions = false)
final class ReportCommand implements Callable<Integer> {

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.html",
            description = "The page to write (default: beside IN, with its name and .html).")
    private @Nullable String output;

    @Option(names = "--all", description = "All rows of the chart and the lists, however many there are.")
    private boolean all;

    @Option(
            names = "--risk",
            negatable = true,
            description = "A section on risk, from 10,000 simulated runs with seed 1 (default: where the plan has "
                    + "three-point estimates or tables such as BASENAME.ranges.csv beside it).")
    private @Nullable Boolean risk;

    @Option(
            names = "--default-range",
            paramLabel = "LOW,HIGH",
            converter = Converters.Range.class,
            description = "Range of durations that have none, for the section on risk, such as -10%%,+30%%.")
    private Converters.@Nullable Deviation defaultRange;

    @Mixin
    private PlanOptions plans = new PlanOptions();

    @Mixin
    private MessageOptions messages = new MessageOptions();

    private final Console console;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Outcome outcome = new Outcome(console, messages, MessageOptions.FailOn.NEVER);
        return Batch.run(outcome, () -> {
            List<Source> sources = List.of(input.single());
            Path page = OutputOptions.notAnInput(pageFor(sources.get(0)), sources);
            new Batch(console, messages, outcome).forEach(sources, source -> write(source, page));
        });
    }

    private Path pageFor(Source source) {
        Path in = source.path();
        if (output == null && in == null) {
            throw Failure.usage("the page of a plan from standard input has no name", "add --output FILE.html");
        }
        Path page = output == null && in != null
                ? in.resolveSibling(source.baseName() + ".html")
                : InputOptions.path(String.valueOf(output));
        if (Files.isDirectory(page)) {
            throw Failure.usage("'%s' is a folder".formatted(InputOptions.nameOf(page)), "name a file with --output");
        }
        return page;
    }

    private List<Problem> write(Source source, Path page) {
        PlanOptions.Planned planned = plans.plan(source, console);
        List<Problem> reading = planned.read().findings();
        ReportOptions options = all ? ReportOptions.DEFAULT.withAllRows() : ReportOptions.DEFAULT;
        RiskSection section = RiskSection.of(planned, risk, defaultRange);
        RiskResult result = section.result();
        try {
            if (result == null) {
                Reports.html(planned.schedule(), reading, options, page);
            } else {
                List<Problem> found = Stream.concat(reading.stream(), section.findings().stream())
                        .toList();
                Reports.html(planned.schedule(), result, found, options, page);
            }
        } catch (IOException e) {
            throw Failure.unwritable(InputOptions.nameOf(page), e);
        }
        String summary = Reports.summary(planned.schedule(), reading, options);
        OutputOptions.write(null, console, out -> out.write(summary));
        return Stream.concat(planned.findings().stream(), section.findings().stream())
                .toList();
    }
}
