package dev.plumbline.bench.work;

import dev.plumbline.bench.DocumentGenerator;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.io.ReadLimits;
import dev.plumbline.io.ReadOptions;
import dev.plumbline.model.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reading and writing plans with assignments, through files as users do. */
final class FileWork {

    private static final int LARGEST = 100_000;
    private static final int SEED = 42;

    private FileWork() {}

    static List<Workload> all() {
        return List.of(
                new Workload("xml-read", LARGEST, 1000, n -> read(written(n, ".xml"))),
                new Workload("xml-write", LARGEST, 1000, n -> write(Workloads.assigned(n), ".xml")),
                new Workload("csv-read", LARGEST, 1000, n -> read(written(n, ".csv"))),
                new Workload("csv-read-15-columns", LARGEST, 0, n -> read(inUse(n))),
                new Workload("csv-write", LARGEST, 1000, n -> write(Workloads.assigned(n), ".csv")));
    }

    /** A plan in a file that is deleted in the end. */
    static Path written(int activities, String extension) throws IOException {
        Path file = temporary(extension);
        ProjectFiles.write(Workloads.assigned(activities), file);
        return file;
    }

    /** A plan with names, dates, progress, costs and calendars: what one in use holds. */
    private static Path inUse(int activities) throws IOException {
        Path file = temporary(".csv");
        ProjectFiles.write(DocumentGenerator.plan(activities, SEED), file);
        return file;
    }

    private static Path temporary(String extension) throws IOException {
        Path folder = Files.createTempDirectory("plumbline-bench");
        folder.toFile().deleteOnExit();
        Path file = folder.resolve("plan" + extension);
        file.toFile().deleteOnExit();
        return file;
    }

    private static Workload.Run read(Path file) {
        return () -> ProjectFiles.read(file, ReadOptions.DEFAULT.withLimits(ReadLimits.trusted()));
    }

    private static Workload.Run write(Project project, String extension) throws IOException {
        Path file = temporary(extension);
        return () -> ProjectFiles.write(project, file);
    }
}
