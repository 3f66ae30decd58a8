package dev.plumbline.cli;

import dev.plumbline.model.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One run of a command that reads plans and tells a result. */
final class PlanRun {

    private final Console console;
    private final PlanOptions plans;
    private final OutputOptions output;
    private final MessageOptions messages;
    private final Outcome outcome;

    PlanRun(Console console, PlanOptions plans, OutputOptions output, MessageOptions messages, Outcome outcome) {
        this.console = console;
        this.plans = plans;
        this.output = output;
        this.messages = messages;
        this.outcome = outcome;
    }

    OutputOptions output() {
        return output;
    }

    /** Reads and schedules a plan. */
    PlanOptions.Planned plan(Source source) {
        return plans.plan(source, console);
    }

    /** Does something to each of several plans; one that fails doesn't stop the others. */
    void forEach(List<Source> sources, Function<Source, List<Problem>> action) {
        batch().forEach(sources, action);
    }

    /** Does something to one plan that shows its own progress. */
    void once(Source source, Function<Source, List<Problem>> action) {
        try {
            outcome.findings(action.apply(source));
        } catch (Failure failure) {
            outcome.failure(failure, source.name());
        }
    }

    Batch batch() {
        return new Batch(console, messages, outcome);
    }

    /** Begins to show how far work on one plan has come. */
    Progress progress(int total, String unit) {
        return new Progress(console, messages, total, unit);
    }

    /** Returns the file that the result goes to, which is no input; nothing for standard output. */
    @Nullable
    Path file(List<Source> sources) {
        Path target = output.file();
        return target == null ? null : OutputOptions.notAnInput(target, sources);
    }

    /** Returns the file that each plan's result goes to; nothing where a table of all plans is told instead. */
    Map<Source, Path> filesFor(List<Source> sources) {
        Map<Source, Path> targets = output.filesFor(sources);
        if (targets.isEmpty() && output.layout() != OutputOptions.Layout.TABLE) {
            throw Failure.usage("a folder has several results", "add --output with a folder to write them to");
        }
        return targets;
    }

    /** Writes a result to a file, or to standard output. */
    void write(@Nullable Path target, OutputOptions.Content content) {
        OutputOptions.write(target, console, content);
    }

    /** Writes the table of all plans, where they have no files of their own. */
    void overview(Map<Source, Path> targets, TextTable overview) {
        if (targets.isEmpty()) {
            write(null, out -> out.write(overview.render(output.tableRows())));
        }
    }
}
