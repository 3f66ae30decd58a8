package dev.plumbline.cli;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.io.ReadOptions;
import dev.plumbline.io.ReadResult;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;

/** From a source to its schedule. */
final class PlanOptions {

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private SchedulingOptions scheduling = new SchedulingOptions();

    /**
     * A plan with everything found on the way.
     *
     * @param source where it comes from
     * @param read what was read
     * @param reading how it was read
     * @param schedule what was computed
     * @param findings those of reading, then those of scheduling, each placed in its file
     */
    record Planned(Source source, ReadResult read, ReadOptions reading, Schedule schedule, List<Problem> findings) {}

    Planned plan(Source source, Console console) {
        ReadResult read = read(source, console);
        Schedule schedule = schedule(read.project());
        Set<Problem> known = new HashSet<>(read.project().findings());
        List<Problem> findings = Stream.concat(
                        read.findings().stream(), schedule.findings().stream().filter(f -> !known.contains(f)))
                .map(f -> Outcome.in(source.name(), f))
                .toList();
        return new Planned(source, read, reading.toReadOptions(), schedule, findings);
    }

    private ReadResult read(Source source, Console console) {
        ReadOptions options = reading.toReadOptions();
        Path path = source.path();
        try {
            if (path == null) {
                return ProjectFiles.read(console.in(), formatOf(source), options);
            }
            if (source.format() == null) {
                return ProjectFiles.read(path, options);
            }
            try (InputStream in = Files.newInputStream(path)) {
                return ProjectFiles.read(in, source.format(), options);
            }
        } catch (PlumblineException e) {
            throw Failure.of(Exit.INPUT, e);
        } catch (IOException e) {
            throw Failure.unreadable(e);
        }
    }

    private static dev.plumbline.io.Format formatOf(Source source) {
        return java.util.Objects.requireNonNull(source.format(), "format");
    }

    private Schedule schedule(Project project) {
        try {
            return CriticalPath.schedule(project, scheduling.toScheduleOptions(project));
        } catch (PlumblineException e) {
            throw Failure.of(Exit.UNSOLVABLE, e);
        }
    }
}
