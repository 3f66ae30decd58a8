package dev.plumbline.cli;

import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.Schedule;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline schedule IN}: dates, slack and the critical path. */
@Command(
        name = "schedule",
        description =
                "Computes early and late dates, slack and the critical path of a plan, or of all plans of a folder.",
        sortOptions = false)
final class ScheduleCommand implements Callable<Integer> {

    @Mixin
    private BatchOptions input = new BatchOptions();

    @Mixin
    private PlanOptions plans = new PlanOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private MessageOptions messages = new MessageOptions();

    @Option(
            names = "--paths",
            paramLabel = "N",
            description =
                    "Analyses paths: longest path, drag and the floats of each activity, and the first N longest paths"
                            + " and float paths.")
    private @Nullable Integer paths;

    private final Console console;

    ScheduleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Outcome outcome = new Outcome(console, messages, MessageOptions.FailOn.NEVER);
        return Batch.run(outcome, () -> {
            if (paths != null && paths < 1) {
                throw Failure.usage("--paths asks for %d paths".formatted(paths), "ask for 1 or more");
            }
            List<Source> sources = input.sources();
            if (input.isFolder()) {
                folder(sources, outcome);
            } else {
                file(sources, outcome);
            }
        });
    }

    private void file(List<Source> sources, Outcome outcome) {
        Path target = output.file();
        if (target != null) {
            OutputOptions.notAnInput(target, sources);
        }
        new Batch(console, messages, outcome).forEach(sources, source -> {
            PlanOptions.Planned planned = plans.plan(source, console);
            OutputOptions.write(target, console, out -> print(out, planned));
            return planned.findings();
        });
    }

    private void folder(List<Source> sources, Outcome outcome) {
        Map<Source, Path> targets = output.filesFor(sources);
        if (targets.isEmpty() && output.layout() != OutputOptions.Layout.TABLE) {
            throw Failure.usage("a folder has several results", "add --output with a folder to write them to");
        }
        TextTable overview = new TextTable(List.of("Plan", "Rows", "Critical", "Start", "Finish", "Findings"));
        new Batch(console, messages, outcome).forEach(sources, source -> {
            PlanOptions.Planned planned = plans.plan(source, console);
            Path target = targets.get(source);
            if (target == null) {
                overview.row(overviewOf(planned));
            } else {
                OutputOptions.write(target, console, out -> print(out, planned));
            }
            return planned.findings();
        });
        if (targets.isEmpty()) {
            OutputOptions.write(null, console, out -> out.write(overview.render(output.tableRows())));
        }
    }

    private void print(Writer out, PlanOptions.Planned planned) throws IOException {
        Schedule schedule = planned.schedule();
        Optional<PathReport> report = Optional.ofNullable(paths).map(count -> new PathReport(schedule, count));
        switch (output.layout()) {
            case TABLE -> {
                out.write(schedule.table(output.tableRows()));
                if (report.isPresent()) {
                    out.write("\n");
                    report.get().table(out, output.tableRows());
                }
            }
            case CSV -> ScheduleReport.csv(out, schedule, report);
            case JSON -> ScheduleReport.json(out, schedule, planned.findings(), report);
        }
    }

    private static List<String> overviewOf(PlanOptions.Planned planned) {
        Schedule schedule = planned.schedule();
        List<ActivityTimes> activities = schedule.activities();
        return List.of(
                planned.source().name(),
                TextTable.grouped(activities.size()),
                TextTable.grouped(schedule.criticalPath().size()),
                TextTable.minute(schedule.start()),
                TextTable.minute(schedule.finish()),
                TextTable.grouped(planned.findings().size()));
    }
}
