package dev.plumbline.cli;

import dev.plumbline.io.RiskCharts;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Problem;
import dev.plumbline.risk.RiskAnalysis;
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

/** {@code plumbline risk IN}: how likely dates and costs are. */
@Command(
        name = "risk",
        description = {
            "Plays a plan through many times with uncertain durations, costs and events, and tells how likely dates are",
            "and what they depend on.",
            "What is uncertain comes from the plan's three-point estimates, from tables beside it, or from --default-range."
        },
        sortOptions = false)
final class RiskCommand implements Callable<Integer> {

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private RiskOptions risk = new RiskOptions();

    @Mixin
    private RiskQuestions questions = new RiskQuestions();

    @Option(
            names = "--charts",
            paramLabel = "DIR",
            description = {
                "Write the charts there: BASENAME.finish.svg, .tornado.svg, .criticality.svg, .cost.svg, and a",
                "BASENAME.finish-17.svg for each --track 17."
            })
    private @Nullable String charts;

    @Mixin
    private PlanOptions plans = new PlanOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private MessageOptions messages = new MessageOptions();

    private final Console console;

    RiskCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Outcome outcome = new Outcome(console, messages, MessageOptions.FailOn.NEVER);
        return Batch.run(outcome, () -> {
            Source source = input.single();
            Path target = output.file();
            if (target != null) {
                OutputOptions.notAnInput(target, List.of(source));
            }
            try {
                outcome.findings(run(source, target));
            } catch (Failure failure) {
                outcome.failure(failure, source.name());
            }
        });
    }

    private List<Problem> run(Source source, @Nullable Path target) {
        int iterations = risk.iterations();
        PlanOptions.Planned planned = plans.plan(source, console);
        RiskOptions.Prepared prepared = risk.prepare(planned);
        try (Progress progress = new Progress(console, messages, iterations, "iterations")) {
            progress.begin(source.name());
            RiskAnalysis analysis = prepared.analysis().onProgress(p -> progress.reached(p.iterations()));
            RiskResult result = RiskSection.run(analysis, iterations, risk.seed());
            RiskReport report =
                    questions.answer(result, risk.sampling(), planned.schedule().options());
            List<Problem> findings = Stream.of(planned.findings(), prepared.findings(), result.findings())
                    .flatMap(List::stream)
                    .map(f -> Outcome.in(source.name(), f))
                    .distinct()
                    .toList();
            OutputOptions.write(target, console, out -> report.print(out, output, findings));
            charts(source, result, prepared.tracked());
            return findings;
        }
    }

    private void charts(Source source, RiskResult result, List<Activity> tracked) {
        if (charts == null) {
            return;
        }
        Path folder = InputOptions.path(charts);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw Failure.unwritable(charts, e);
        }
        for (RiskCharts.Kind kind : RiskCharts.Kind.values()) {
            if (kind != RiskCharts.Kind.COST || result.cost().isPresent()) {
                Path file = folder.resolve(source.baseName() + "." + kind.label() + ".svg");
                OutputOptions.write(file, console, out -> RiskCharts.write(result, kind, out));
            }
        }
        for (Activity activity : tracked) {
            Path file = folder.resolve(source.baseName() + ".finish-" + activity.row() + ".svg");
            OutputOptions.write(file, console, out -> out.write(RiskCharts.finish(result, activity.id())));
        }
    }
}
