package dev.plumbline.io.mspdi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The folder {@code shared} beside the project, which holds other people's data and may be absent. */
final class SharedFolder {

    private SharedFolder() {}

    /** Returns a folder or file of it, or skips the test. */
    static Path path(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolve("shared").resolve(name);
            if (Files.exists(found)) {
                return found;
            }
        }
        Assumptions.abort("shared/" + name + " is not there");
        throw new IllegalStateException("the test should have been skipped");
    }

    /** Returns the plans that Microsoft Project calculated. */
    static List<Path> plans() {
        try (Stream<Path> files = Files.list(path("fidelity/cases"))) {
            return files.filter(p -> p.toString().endsWith(".xml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
