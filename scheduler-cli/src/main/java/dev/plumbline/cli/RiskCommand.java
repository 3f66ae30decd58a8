package dev.plumbline.cli;

import dev.plumbline.io.RiskCharts;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Problem;
import dev.plumbline.risk.RiskAnalysis;
import dev.plumbline.risk.RiskResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
            "Plays a plan through many times with uncertain durations, costs and events, and tells how "
                    + "likely dates are and what they depend on.",
            "What is uncertain comes from the plan's three-point estimates, from tables beside it, or from "
                    + "--default-range."
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
            description =
                    "Write the charts there: BASENAME.finish.svg, .tornado.svg, .criticality.svg, .cost.svg, and a "
                            + "BASENAME.finish-17.svg for each --track 17.")
    private @Nullable String charts;

    @Mixin
    private ResultOptions options = new ResultOptions();

    private final Console console;

    RiskCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.run(console, run -> {
            Source source = input.single();
            Path target = run.file(List.of(source));
            run.once(source, plan -> simulate(plan, target, run));
        });
    }

    private List<Problem> simulate(Source source, @Nullable Path target, PlanRun run) {
        int iterations = risk.iterations();
        questions.check();
        Source other = questions.other();
        PlanOptions.Planned planned = run.plan(source);
        RiskOptions.Prepared prepared = risk.prepare(planned);
        PlanOptions.Planned second = other == null ? null : run.plan(other);
        RiskOptions.Prepared compared = second == null ? null : risk.prepareOther(second);
        try (Progress progress = run.progress(compared == null ? iterations : 2 * iterations, "iterations")) {
            progress.begin(source.name());
            RiskResult result = simulate(prepared.analysis(), iterations, 0, progress);
            RiskAnswers.Other answer = null;
            if (other != null && compared != null) {
                progress.begin(other.name());
                int done = result.iterations();
                answer = new RiskAnswers.Other(other.name(), simulate(compared.analysis(), done, iterations, progress));
            }
            RiskReport report =
                    questions.answer(result, risk, planned.schedule().options(), answer);
            List<Problem> findings = new ArrayList<>(findings(planned, prepared, result));
            if (second != null && compared != null && answer != null) {
                findings.addAll(findings(second, compared, answer.result()));
            }
            run.write(target, out -> report.print(out, run.output(), findings));
            charts(source, result, prepared.tracked());
            return findings;
        }
    }

    private RiskResult simulate(RiskAnalysis analysis, int iterations, int before, Progress progress) {
        RiskAnalysis told = analysis.onProgress(p -> progress.reached(before + p.iterations()));
        return RiskSection.run(told, iterations, risk.seed());
    }

    private static List<Problem> findings(
            PlanOptions.Planned planned, RiskOptions.Prepared prepared, RiskResult result) {
        return Stream.of(planned.findings(), prepared.findings(), result.findings())
                .flatMap(List::stream)
                .map(f -> Outcome.in(planned.source().name(), f))
                .distinct()
                .toList();
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
