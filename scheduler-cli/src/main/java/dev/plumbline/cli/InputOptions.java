package dev.plumbline.cli;

import dev.plumbline.io.Format;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
            description = "Format of the input; needed for standard input, else told by content and extension.")
    private @Nullable Format format;

    /** Returns the one plan of a command that doesn't take folders. */
    Source single() {
        if (isFolder()) {
            throw Failure.usage("%s is a folder".formatted(in), "name one file");
        }
        return source();
    }

    Source source() {
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
        return format;
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
