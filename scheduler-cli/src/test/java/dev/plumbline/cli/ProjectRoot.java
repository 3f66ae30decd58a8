package dev.plumbline.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the whole project, whose documents and launchers are tested here. */
final class ProjectRoot {

    private ProjectRoot() {}

    static Path path() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("plumbline"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("the tests run outside of the project");
            }
        }
        return folder;
    }
}
