package dev.plumbline.cli;

import dev.plumbline.cpm.Schedule;
import dev.plumbline.level.Levelled;
import dev.plumbline.level.ResourceProfile;
import dev.plumbline.level.Smoothed;
import dev.plumbline.model.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plumbline level IN}: plans in which no resource is asked for more than there is. */
@Command(
        name = "level",
        description = {
            "Delays the activities of a plan, or of all plans of a folder, until no resource is asked for more than there",
            "is, and tells of each delay which resource causes it and who holds it.",
            "With --search or --seconds it looks for an order with an earlier finish. Of instances (.sm, .rcp, or a folder of",
            "them) it searches short schedules."
        },
        sortOptions = false)
final class LevelCommand implements Callable<Integer> {

    @Mixin
    private BatchOptions input = new BatchOptions();

    @Mixin
    private PlanOptions plans = new PlanOptions();

    @Mixin
    private PlanLevelling levelling = new PlanLevelling();

    @Mixin
    private PlanSmoothing smoothing = new PlanSmoothing();

    @Mixin
    private InstanceLevelling instances = new InstanceLevelling();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private SaveOptions saving = new SaveOptions();

    @Mixin
    private MessageOptions messages = new MessageOptions();

    private final Console console;

    LevelCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Outcome outcome = new Outcome(console, messages, MessageOptions.FailOn.NEVER);
        return Batch.run(outcome, () -> {
            List<Source> abstracts = input.instances();
            if (!abstracts.isEmpty()) {
                instances(abstracts, outcome);
                return;
            }
            List<Source> sources = input.sources();
            if (input.isFolder()) {
                folder(sources, outcome);
            } else {
                file(sources, outcome);
            }
        });
    }

    private void instances(List<Source> sources, Outcome outcome) {
        Path target = output.file();
        if (target != null) {
            OutputOptions.notAnInput(target, sources);
        }
        instances.level(sources, input.instanceFormat(), console, new Batch(console, messages, outcome));
        OutputOptions.write(target, console, out -> instances.print(out, output));
    }

    private void file(List<Source> sources, Outcome outcome) {
        Path target = output.file();
        if (target != null) {
            OutputOptions.notAnInput(target, sources);
        }
        new Batch(console, messages, outcome).forEach(sources, source -> {
            PlanOptions.Planned planned = plans.plan(source, console);
            if (levelling.clears()) {
                return clear(planned, sources, target);
            }
            if (smoothing.isAsked(levelling, instances)) {
                return smooth(planned, sources, target, null);
            }
            PlanLevelling.Result result = levelling.level(planned.schedule(), instances);
            Levelled levelled = result.levelled();
            List<Problem> findings = new ArrayList<>(findings(planned, levelled));
            findings.addAll(saving.save(planned, levelled.schedule(), sources));
            OutputOptions.write(target, console, out -> PlanLevelling.print(out, output, result, findings));
            return findings;
        });
    }

    private void folder(List<Source> sources, Outcome outcome) {
        Map<Source, Path> targets = output.filesFor(sources);
        saving.forFolder();
        if (targets.isEmpty() && output.layout() != OutputOptions.Layout.TABLE) {
            throw Failure.usage("a folder has several results", "add --output with a folder to write them to");
        }
        TextTable overview =
                new TextTable(List.of("Plan", "Rows", "Delayed", "Finish before", "Finish", "Overallocations left"));
        new Batch(console, messages, outcome).forEach(sources, source -> {
            PlanOptions.Planned planned = plans.plan(source, console);
            Path target = targets.get(source);
            if (levelling.clears()) {
                return clear(planned, sources, target);
            }
            if (smoothing.isAsked(levelling, instances)) {
                return smooth(planned, sources, target, overview);
            }
            PlanLevelling.Result result = levelling.level(planned.schedule(), instances);
            Levelled levelled = result.levelled();
            List<Problem> findings = new ArrayList<>(findings(planned, levelled));
            findings.addAll(saving.save(planned, levelled.schedule(), sources));
            if (target == null) {
                overview.row(overviewOf(
                        source,
                        levelled.before(),
                        levelled.schedule(),
                        levelled.reasons().size(),
                        levelled.profiles()));
            } else {
                OutputOptions.write(target, console, out -> PlanLevelling.print(out, output, result, findings));
            }
            return findings;
        });
        if (targets.isEmpty()) {
            OutputOptions.write(null, console, out -> out.write(overview.render(output.tableRows())));
        }
    }

    private List<Problem> clear(PlanOptions.Planned planned, List<Source> sources, @Nullable Path target) {
        Schedule cleared = PlanLevelling.cleared(planned.schedule());
        List<Problem> findings = new ArrayList<>(planned.findings());
        findings.addAll(saving.save(planned, cleared, sources));
        OutputOptions.write(target, console, out -> PlanLevelling.print(out, output, cleared, findings));
        return findings;
    }

    private static List<Problem> findings(PlanOptions.Planned planned, Levelled levelled) {
        return Stream.concat(
                        planned.findings().stream(),
                        levelled.findings().stream()
                                .map(f -> Outcome.in(planned.source().name(), f)))
                .toList();
    }

    private List<Problem> smooth(
            PlanOptions.Planned planned, List<Source> sources, @Nullable Path target, @Nullable TextTable overview) {
        Smoothed smoothed = PlanSmoothing.smooth(planned.schedule());
        List<Problem> findings = new ArrayList<>(planned.findings());
        findings.addAll(saving.save(planned, smoothed.schedule(), sources));
        if (target == null && overview != null) {
            overview.row(overviewOf(
                    planned.source(),
                    smoothed.before(),
                    smoothed.schedule(),
                    smoothed.delays().size(),
                    smoothed.profiles()));
        } else {
            OutputOptions.write(target, console, out -> PlanSmoothing.print(out, output, smoothed, findings));
        }
        return findings;
    }

    private static List<String> overviewOf(
            Source source, Schedule before, Schedule after, int delayed, List<ResourceProfile> profiles) {
        return List.of(
                source.name(),
                TextTable.grouped(after.activities().size()),
                TextTable.grouped(delayed),
                TextTable.minute(before.finish()),
                TextTable.minute(after.finish()),
                TextTable.grouped(profiles.stream()
                        .mapToInt(profile -> profile.overallocations().size())
                        .sum()));
    }
}
