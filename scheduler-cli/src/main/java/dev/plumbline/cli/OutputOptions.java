package dev.plumbline.cli;

import dev.plumbline.io.AtomicFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where results go and how they look. */
final class OutputOptions {

    private static final int TABLE_ROWS = 20;

    /** The forms of a result. */
    enum Layout {
        /** Aligned columns for people. */
        TABLE("txt"),
        /** Comma-separated values, all rows. */
        CSV("csv"),
        /** An object with a version, all rows. */
        JSON("json");

        private final String extension;

        Layout(String extension) {
            this.extension = extension;
        }
    }

    /** Writes a result. */
    interface Content {
        void writeTo(Writer out) throws IOException;
    }

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            description = "Form of the result (default: by the extension of --output, else table).")
    private @Nullable Layout layout;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it, instead of standard output; for a folder of plans a folder.")
    private @Nullable String output;

    @Option(names = "--all", description = "All rows of a table, not only the first 20.")
    private boolean all;

    Layout layout() {
        if (layout != null) {
            return layout;
        }
        String extension = output == null ? "" : InputOptions.extension(output);
        return switch (extension) {
            case "csv" -> Layout.CSV;
            case "json" -> Layout.JSON;
            default -> Layout.TABLE;
        };
    }

    int tableRows() {
        return all ? Integer.MAX_VALUE : TABLE_ROWS;
    }

    /** Returns the file to write, if one is named. */
    @Nullable
    Path file() {
        if (output == null) {
            return null;
        }
        Path path = InputOptions.path(output);
        if (Files.isDirectory(path)) {
            throw Failure.usage("--output %s is a folder".formatted(output), "name a file");
        }
        return path;
    }

    /** Returns the file to write for each plan of a folder, or nothing if no folder is named for them. */
    Map<Source, Path> filesFor(List<Source> sources) {
        Map<Source, Path> targets = new HashMap<>();
        if (output == null) {
            return targets;
        }
        Path folder = InputOptions.path(output);
        Map<String, Source> byName = new HashMap<>();
        for (Source source : sources) {
            String name = source.baseName() + "." + layout().extension;
            Source other = byName.put(name, source);
            if (other != null) {
                throw Failure.usage(
                        "%s and %s would both be written to %s".formatted(other.name(), source.name(), name),
                        "schedule them apart, or rename one");
            }
            targets.put(source, notAnInput(folder.resolve(name), sources));
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw Failure.unwritable(output, e);
        }
        return targets;
    }

    /** Returns the path, unless writing it would destroy an input. */
    static Path notAnInput(Path target, List<Source> sources) {
        Path absolute = target.toAbsolutePath().normalize();
        for (Source source : sources) {
            Path path = source.path();
            if (path != null && path.toAbsolutePath().normalize().equals(absolute)) {
                throw Failure.usage(
                        "the output would replace the input %s".formatted(source.name()), "name another --output");
            }
        }
        return target;
    }

    /** Writes to standard output, or to a file: completely or, after an error, not at all. */
    static void write(@Nullable Path target, Console console, Content content) {
        try {
            if (target == null) {
                content.writeTo(console.out());
                if (console.out().checkError()) {
                    throw new IOException("the stream is closed or full");
                }
            } else {
                AtomicFile.write(target, out -> {
                    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    content.writeTo(text);
                    text.flush();
                });
            }
        } catch (IOException e) {
            throw Failure.unwritable(target == null ? "standard output" : InputOptions.nameOf(target), e);
        }
    }
}
