package dev.plumbline.cli;

import dev.plumbline.io.Format;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a plan comes from.
 *
 * @param name how messages call it: the name of the file without folders, {@code -} for standard input
 * @param path the file; absent for standard input
 * @param format the format, where it was named
 */
record Source(String name, @Nullable Path path, @Nullable Format format) {

    /** Returns the name without its extension. */
    String baseName() {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
