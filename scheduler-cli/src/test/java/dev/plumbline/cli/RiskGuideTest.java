package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands and pictures of the guide on risk. */
class RiskGuideTest {

    private static final String GUIDE = "docs/guide/risk.md";
    private static final String PROMPT = "$ ./plumbline ";

    @TempDir
    Path folder;

    private Runs.Run run(String command, String... more) {
        String[] words = (command.substring(PROMPT.length())
                        .replace("examples/", ProjectRoot.path().resolve("examples") + "/"))
                .split(" ");
        return Runs.plumbline(Stream.concat(Stream.of(words), Stream.of(more)).toArray());
    }

    @Test
    void theCommandsPrintWhatTheGuideShows() throws IOException {
        List<String> blocks = Documents.blocks(GUIDE, "console");
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(2);
        for (String block : blocks) {
            List<String> lines = block.lines().toList();

            String printed = run(lines.get(0)).out();

            // "..." stands for lines that are left out
            List<String> parts =
                    List.of(String.join("\n", lines.subList(1, lines.size())).split("(?m)^\\.\\.\\.$\\n?"));
            int from = 0;
            for (String part : parts) {
                int at = printed.indexOf(part.strip(), from);
                assertThat(at)
                        .as("%s prints%n%s%nwhere the guide shows%n%s", lines.get(0), printed, part)
                        .isGreaterThanOrEqualTo(0);
                from = at + part.strip().length();
            }
        }
    }

    @Test
    void thePicturesAreWhatTheLibraryDraws() throws IOException {
        String command = PROMPT + "risk examples/erp-rollout.csv --track 179";

        assertThat(run(command, "--charts", folder.toString()).exit()).isZero();

        Path pictures = ProjectRoot.path().resolve("docs/guide/pictures");
        for (String name : new String[] {"finish", "finish-179", "tornado", "criticality", "cost"}) {
            String file = "erp-rollout." + name + ".svg";
            assertThat(Files.readString(pictures.resolve(file)))
                    .as("%s; draw it again with%n%s --charts docs/guide/pictures", file, command)
                    .isEqualTo(Files.readString(folder.resolve(file)));
            assertThat(Files.readString(ProjectRoot.path().resolve(GUIDE))).contains("pictures/" + file);
        }
    }
}
