package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures of the guide are what its code makes. */
class GuidePicturesTest {

    @TempDir
    Path folder;

    @Test
    void thePicturesOfLevellingAreWhatTheSessionsMake() throws IOException {
        Path levelled = folder.resolve("levelling-crew.svg");
        Path smoothed = folder.resolve("smoothing-crew.svg");
        Sessions.run(
                "docs/guide/levelling.md",
                "Files.writeString(Path.of(\"%s\"), Reports.svg(before, best.profile(\"crew\")))".formatted(levelled),
                "Files.writeString(Path.of(\"%s\"), Reports.svg(smoothed.profileBefore(\"crew\"), smoothed.profile(\"crew\")))"
                        .formatted(smoothed));

        for (Path made : new Path[] {levelled, smoothed}) {
            Path shown = ProjectRoot.path().resolve("docs/guide").resolve(made.getFileName());
            assertThat(shown)
                    .as("copy %s over it if the new one is right", made)
                    .hasSameTextualContentAs(made);
        }
    }
}
