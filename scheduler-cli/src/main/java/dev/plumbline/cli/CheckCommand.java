package dev.plumbline.cli;

import dev.plumbline.graph.RedundantRelationships;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Severity;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plumbline check IN}: everything wrong or odd, and nothing else. */
@Command(
        name = "check",
        description = "Reads and schedules a plan, or all plans of a folder, and tells what is wrong or odd in it.",
        sortOptions = false,
        footer = {
            "",
            "Every finding is a line on standard error. The table counts them by plan; csv and json list them."
        })
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private BatchOptions input = new BatchOptions();

    @Mixin
    private ResultOptions options = new ResultOptions();

    private final Console console;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.run(console, MessageOptions.FailOn.ERROR, this::check);
    }

    private void check(PlanRun run) {
        List<Source> sources = input.sources();
        Path target = run.file(sources);
        List<Problem> all = new ArrayList<>();
        TextTable counts = new TextTable(List.of("Plan", "Errors", "Warnings", "Remarks"));
        run.forEach(sources, source -> {
            List<Problem> found = new ArrayList<>();
            try {
                PlanOptions.Planned planned = run.plan(source);
                found.addAll(planned.findings());
                RedundantRelationships.findings(planned.read().project())
                        .forEach(p -> found.add(Outcome.in(source.name(), p)));
                return found;
            } catch (Failure failure) {
                failure.problems().forEach(p -> found.add(Outcome.in(source.name(), p)));
                throw failure;
            } finally {
                all.addAll(found);
                counts.row(countsOf(source, found));
            }
        });
        run.write(target, out -> print(out, run.output(), counts, all));
    }

    private static void print(Writer out, OutputOptions output, TextTable counts, List<Problem> all)
            throws IOException {
        switch (output.layout()) {
            case TABLE -> out.write(counts.render(output.tableRows()));
            case CSV -> FindingReport.csv(out, all);
            case JSON -> {
                JsonWriter json = new JsonWriter(out);
                json.beginObject().name("version").value(1);
                FindingReport.json(json, all);
                json.endObject().finish();
            }
        }
    }

    private static List<String> countsOf(Source source, List<Problem> found) {
        return List.of(
                source.name(),
                count(found, Severity.ERROR),
                count(found, Severity.WARNING),
                count(found, Severity.INFO));
    }

    private static String count(List<Problem> found, Severity severity) {
        return TextTable.grouped(
                found.stream().filter(p -> p.severity() == severity).count());
    }
}
