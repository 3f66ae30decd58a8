package dev.plumbline.cli;

import dev.plumbline.io.Format;
import dev.plumbline.io.InstanceFiles.InstanceFormat;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The plan a command works on. */
final class InputOptions {

    /** How standard input is written on the command line. */
    static final String STANDARD_INPUT = "-";

    @Parameters(index = "0", paramLabel = "IN", description = "A file, or - for standard input.")
    private String in = "";

    @Option(
            names = "--input-format",
            paramLabel = "mspdi|csv",
            description = {
                "Format of the input; needed for standard input, else told by content and extension.",
                "The command level also takes sm and rcp."
            })
    private @Nullable Named named;

    /** The formats of plans and of instances. */
    private enum Named {
        MSPDI(Format.MSPDI, null),
        CSV(Format.CSV, null),
        SM(null, InstanceFormat.SM),
        RCP(null, InstanceFormat.RCP);

        private final @Nullable Format plan;
        private final @Nullable InstanceFormat instance;

        Named(@Nullable Format plan, @Nullable InstanceFormat instance) {
            this.plan = plan;
            this.instance = instance;
        }
    }

    /** Returns the one plan of a command that doesn't take folders. */
    Source single() {
        if (isFolder()) {
            throw Failure.usage("%s is a folder".formatted(in), "name one file");
        }
        return source();
    }

    Source source() {
        Format format = format();
        if (in.equals(STANDARD_INPUT)) {
            if (format == null) {
                throw Failure.usage(
                        "the format of standard input is not known", "add --input-format mspdi or --input-format csv");
            }
            return new Source(STANDARD_INPUT, null, format);
        }
        Path path = path(in);
        return new Source(nameOf(path), path, format);
    }

    boolean isFolder() {
        return !in.equals(STANDARD_INPUT) && Files.isDirectory(path(in));
    }

    Path folder() {
        return path(in);
    }

    @Nullable
    Format format() {
        if (named != null && named.plan == null) {
            throw Failure.usage(
                    "--input-format %s is for instances".formatted(named), "level them with 'plumbline level'");
        }
        return named == null ? null : named.plan;
    }

    /** Returns the format of an instance, where one is named. */
    @Nullable
    InstanceFormat instanceFormat() {
        return named == null ? null : named.instance;
    }

    /** Returns the input where it is an abstract instance, by the named format or its extension, else nothing. */
    List<Source> instance() {
        if (in.equals(STANDARD_INPUT)) {
            return instanceFormat() == null ? List.of() : List.of(new Source(STANDARD_INPUT, null, null));
        }
        Path path = path(in);
        boolean instance = named == null ? InstanceLevelling.isInstance(nameOf(path)) : named.instance != null;
        return instance ? List.of(new Source(nameOf(path), path, null)) : List.of();
    }

    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw Failure.usage("'%s' is not a path: %s".formatted(text, e.getReason()), "check its characters");
        }
    }

    static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /** Returns the extension of a name in small letters, without its dot. */
    static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
