package dev.plumbline.io.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the companion files of a plan are read from: resources, calendars and the project's own settings. */
@FunctionalInterface
public interface CompanionSource {

    /**
     * Returns a companion file, which the caller closes; null if there is none.
     *
     * @param part {@code resources}, {@code calendars} or {@code project}
     */
    @Nullable
    InputStream open(String part) throws IOException;

    /** Returns companions beside a plan: {@code site.resources.csv} for {@code site.csv}. */
    static CompanionSource beside(Path plan) {
        return part -> {
            Path companion = companion(plan, part);
            try {
                return Files.isRegularFile(companion) ? Files.newInputStream(companion) : null;
            } catch (NoSuchFileException e) {
                return null;
            }
        };
    }

    /** Returns the path of a companion beside a plan. */
    static Path companion(Path plan, String part) {
        Path name = plan.getFileName();
        return plan.resolveSibling(companionName(name == null ? "" : name.toString(), part));
    }

    /** Returns the name of a companion of a plan of this name. */
    static String companionName(String fileName, String part) {
        return baseName(fileName) + "." + part + ".csv";
    }

    /** Returns a file's name without its extension. */
    static String baseName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot <= 0 ? fileName : fileName.substring(0, dot);
    }
}
