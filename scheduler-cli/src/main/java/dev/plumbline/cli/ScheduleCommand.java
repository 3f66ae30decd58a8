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
    private ResultOptions options = new ResultOptions();

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
        return options.run(console, run -> {
            if (paths != null && paths < 1) {
                throw Failure.usage("--paths asks for %s paths".formatted(paths), "ask for 1 or more");
            }
            List<Source> sources = input.sources();
            if (input.isFolder()) {
                folder(sources, run);
            } else {
                file(sources, run);
            }
        });
    }

    private void file(List<Source> sources, PlanRun run) {
        Path target = run.file(sources);
        run.forEach(sources, source -> {
            PlanOptions.Planned planned = run.plan(source);
            run.write(target, out -> print(out, run.output(), planned));
            return planned.findings();
        });
    }

    private void folder(List<Source> sources, PlanRun run) {
        Map<Source, Path> targets = run.filesFor(sources);
        TextTable overview = new TextTable(List.of("Plan", "Rows", "Critical", "Start", "Finish", "Findings"));
        run.forEach(sources, source -> {
            PlanOptions.Planned planned = run.plan(source);
            Path target = targets.get(source);
            if (target == null) {
                overview.row(overviewOf(planned));
            } else {
                run.write(target, out -> print(out, run.output(), planned));
            }
            return planned.findings();
        });
        run.overview(targets, overview);
    }

    private void print(Writer out, OutputOptions output, PlanOptions.Planned planned) throws IOException {
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
