package dev.plumbline.cli;

import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.RiskFiles;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where changed plans are kept as plans. */
final class SaveOptions {

    private static final List<String> EXTENSIONS = List.of("xml", "csv");

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "Write the levelled plan too: .xml (Microsoft Project, with delays, splits and all that the "
                    + "input holds) or .csv; for a folder of plans a folder, where each keeps its name.")
    private @Nullable String file;

    private boolean folder;

    /** Takes what is named as a folder. */
    void forFolder() {
        folder = true;
        if (file != null) {
            try {
                Files.createDirectories(InputOptions.path(file));
            } catch (IOException e) {
                throw Failure.unwritable(file, e);
            }
        }
    }

    /** Writes a plan if that is asked for; returns what the file can't hold. */
    List<Problem> save(PlanOptions.Planned planned, Schedule schedule, List<Source> sources) {
        if (file == null) {
            return List.of();
        }
        Path target = folder ? InputOptions.path(file).resolve(planned.source().name()) : InputOptions.path(file);
        if (!folder && (!EXTENSIONS.contains(InputOptions.extension(file)) || Files.isDirectory(target))) {
            throw Failure.usage("--save '%s' is of no known format".formatted(file), "name a file .xml or .csv");
        }
        return write(planned, schedule, OutputOptions.notAnInput(target, sources));
    }

    /** Writes a plan by the extension of its file, with all that its input held, and the tables of risk beside it. */
    static List<Problem> write(PlanOptions.Planned planned, Schedule schedule, Path target) {
        String name = InputOptions.nameOf(target);
        List<Problem> findings = new ArrayList<>(tables(planned, target));
        try {
            findings.addAll(planned.read().write(schedule, target));
            return findings.stream().map(f -> Outcome.in(name, f)).toList();
        } catch (PlumblineException e) {
            throw Failure.of(Exit.USAGE, e);
        } catch (IOException e) {
            throw Failure.unwritable(name, e);
        }
    }

    private static List<Problem> tables(PlanOptions.Planned planned, Path target) {
        Path from = planned.source().path();
        try {
            return from == null ? List.of() : RiskFiles.carry(from, planned.read(), target, planned.reading());
        } catch (PlumblineException e) {
            throw Failure.of(Exit.INPUT, e);
        } catch (IOException e) {
            throw Failure.unwritable(InputOptions.nameOf(target), e);
        }
    }
}
