package dev.plumbline.cli;

import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.PathAnalysis;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Problem;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline explain IN ACTIVITY}: the chain of reasons for the dates of one activity. */
@Command(
        name = "explain",
        description = "Tells step by step why an activity starts when it does, and why it is critical or not.",
        sortOptions = false,
        footer = {
            "",
            "The sentences are printed in full; csv lists the steps, json the steps and what limits the slack."
        })
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private InputOptions input = new InputOptions();

    @Parameters(index = "1", paramLabel = "ACTIVITY", description = "Its row, such as 17, or uid:17.")
    private String activity = "";

    @Option(names = "--late", description = "Tell what holds back its late finish, instead of its start.")
    private boolean late;

    @Mixin
    private ResultOptions options = new ResultOptions();

    private final Console console;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.run(console, run -> {
            ActivityName name = ActivityName.parse(activity);
            List<Source> sources = List.of(input.single());
            Path target = run.file(sources);
            run.forEach(sources, source -> explain(source, name, target, run));
        });
    }

    private List<Problem> explain(Source source, ActivityName name, @Nullable Path target, PlanRun run) {
        PlanOptions.Planned planned = run.plan(source);
        Schedule schedule = planned.schedule();
        Activity asked = name.in(planned.read().project(), source.name());
        ActivityTimes times = schedule.of(asked.id());
        ExplanationReport report = new ExplanationReport(
                times,
                late,
                late ? schedule.explainLate(asked.id()) : schedule.explain(asked.id()),
                PathAnalysis.of(schedule).whyNotCritical(asked.id()));
        run.write(target, out -> print(out, run.output(), report, planned.findings()));
        return planned.findings();
    }

    private static void print(Writer out, OutputOptions output, ExplanationReport report, List<Problem> findings)
            throws IOException {
        switch (output.layout()) {
            case TABLE -> report.text(out);
            case CSV -> report.csv(out);
            case JSON -> report.json(out, findings);
        }
    }
}
