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
            "Delays the activities of a plan, or of all plans of a folder, until no resource is asked for "
                    + "more than there is, and tells of each delay which resource causes it and who holds it.",
            "With --search or --seconds it looks for an order with an earlier finish. Of instances (.sm, "
                    + ".rcp, or a folder of them) it searches short schedules."
        },
        sortOptions = false)
final class LevelCommand implements Callable<Integer> {

    @Mixin
    private BatchOptions input = new BatchOptions();

    @Mixin
    private PlanLevelling levelling = new PlanLevelling();

    @Mixin
    private PlanSmoothing smoothing = new PlanSmoothing();

    @Mixin
    private InstanceLevelling instances = new InstanceLevelling();

    @Mixin
    private SaveOptions saving = new SaveOptions();

    @Mixin
    private ResultOptions options = new ResultOptions();

    private final Console console;

    LevelCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.run(console, run -> {
            List<Source> abstracts = input.instances();
            if (!abstracts.isEmpty()) {
                instances(abstracts, run);
                return;
            }
            List<Source> sources = input.sources();
            if (input.isFolder()) {
                folder(sources, run);
            } else {
                file(sources, run);
            }
        });
    }

    private void instances(List<Source> sources, PlanRun run) {
        Path target = run.file(sources);
        instances.level(sources, input.instanceFormat(), console, run.batch());
        run.write(target, out -> instances.print(out, run.output()));
    }

    private void file(List<Source> sources, PlanRun run) {
        Path target = run.file(sources);
        run.forEach(sources, source -> level(run.plan(source), sources, target, null, run));
    }

    private void folder(List<Source> sources, PlanRun run) {
        Map<Source, Path> targets = run.filesFor(sources);
        saving.forFolder();
        TextTable overview =
                new TextTable(List.of("Plan", "Rows", "Delayed", "Finish before", "Finish", "Overallocations left"));
        run.forEach(sources, source -> level(run.plan(source), sources, targets.get(source), overview, run));
        run.overview(targets, overview);
    }

    /** Does to a plan what is asked for; a row of the overview takes the place of a result that has no file. */
    private List<Problem> level(
            PlanOptions.Planned planned,
            List<Source> sources,
            @Nullable Path target,
            @Nullable TextTable overview,
            PlanRun run) {
        if (levelling.clears()) {
            return clear(planned, sources, target, run);
        }
        if (smoothing.isAsked(levelling, instances)) {
            return smooth(planned, sources, target, overview, run);
        }
        PlanLevelling.Result result = levelling.level(planned.schedule(), instances);
        Levelled levelled = result.levelled();
        List<Problem> findings = new ArrayList<>(findings(planned, levelled));
        findings.addAll(saving.save(planned, levelled.schedule(), sources));
        if (target == null && overview != null) {
            overview.row(overviewOf(
                    planned.source(),
                    levelled.before(),
                    levelled.schedule(),
                    levelled.reasons().size(),
                    levelled.profiles()));
        } else {
            run.write(target, out -> PlanLevelling.print(out, run.output(), result, findings));
        }
        return findings;
    }

    private List<Problem> clear(PlanOptions.Planned planned, List<Source> sources, @Nullable Path target, PlanRun run) {
        Schedule cleared = PlanLevelling.cleared(planned.schedule());
        List<Problem> findings = new ArrayList<>(planned.findings());
        findings.addAll(saving.save(planned, cleared, sources));
        run.write(target, out -> PlanLevelling.print(out, run.output(), cleared, findings));
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
            PlanOptions.Planned planned,
            List<Source> sources,
            @Nullable Path target,
            @Nullable TextTable overview,
            PlanRun run) {
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
            run.write(target, out -> PlanSmoothing.print(out, run.output(), smoothed, findings));
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
