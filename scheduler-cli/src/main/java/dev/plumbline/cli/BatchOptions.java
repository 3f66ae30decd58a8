package dev.plumbline.cli;

import dev.plumbline.io.InstanceFiles.InstanceFormat;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The plans of a command that takes a file or all files of a folder. */
final class BatchOptions {

    private static final List<String> COMPANIONS = List.of(
            ".resources.csv",
            ".calendars.csv",
            ".project.csv",
            ".ranges.csv",
            ".drivers.csv",
            ".correlations.csv",
            ".risks.csv",
            ".branches.csv",
            ".weather.csv");

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(
            names = "--include",
            paramLabel = "GLOB",
            description = "In a folder, besides *.xml, the files whose names match, such as '*.csv'; may be repeated.")
    private List<String> include = new ArrayList<>();

    boolean isFolder() {
        return input.isFolder();
    }

    /** Returns the plans in order of their names. */
    List<Source> sources() {
        if (!input.isFolder()) {
            if (!include.isEmpty()) {
                throw Failure.usage("--include chooses files of a folder", "leave it out, or name a folder");
            }
            return List.of(input.source());
        }
        List<Path> files = files(input.folder());
        if (files.isEmpty()) {
            throw Failure.usage(
                    "there are no plans in folder '%s'".formatted(InputOptions.nameOf(input.folder())),
                    "it takes *.xml; add --include '*.csv' for other files");
        }
        return files.stream()
                .map(f -> new Source(InputOptions.nameOf(f), f, input.format()))
                .toList();
    }

    /** Returns the format of instances, where one is named. */
    @Nullable
    InstanceFormat instanceFormat() {
        return input.instanceFormat();
    }

    /** Returns the instances: the input if it is one, or those of a folder that has no plans; else nothing. */
    List<Source> instances() {
        if (!input.isFolder()) {
            return input.instance();
        }
        List<Source> instances = InstanceLevelling.in(input.folder());
        return instances.isEmpty() || !files(input.folder()).isEmpty() ? List.of() : instances;
    }

    private List<Path> files(Path folder) {
        List<PathMatcher> matchers = new ArrayList<>();
        matchers.add(glob("*.{xml,XML}"));
        include.forEach(pattern -> matchers.add(glob(pattern)));
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                Path name = entry.getFileName();
                if (name != null && matchers.stream().anyMatch(m -> m.matches(name)) && Files.isRegularFile(entry)) {
                    files.add(entry);
                }
            }
        } catch (IOException e) {
            throw Failure.unreadable(e);
        }
        files.sort((a, b) -> InputOptions.nameOf(a).compareTo(InputOptions.nameOf(b)));
        Set<String> names = new HashSet<>();
        files.forEach(f -> names.add(InputOptions.nameOf(f)));
        files.removeIf(f -> isCompanion(InputOptions.nameOf(f), names));
        return files;
    }

    /** A CSV plan's resources and calendars are no plans. */
    private static boolean isCompanion(String name, Set<String> names) {
        return COMPANIONS.stream()
                .anyMatch(ending -> name.endsWith(ending)
                        && names.contains(name.substring(0, name.length() - ending.length()) + ".csv"));
    }

    private static PathMatcher glob(String pattern) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        } catch (PatternSyntaxException e) {
            throw Failure.usage("'%s' is not a pattern of file names".formatted(pattern), "use one such as '*.csv'");
        }
    }
}
