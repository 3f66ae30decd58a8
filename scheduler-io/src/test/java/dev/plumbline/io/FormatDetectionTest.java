package dev.plumbline.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files are known by what they hold, and written whole or not at all. */
class FormatDetectionTest {

    private static final String XML = "<Project xmlns=\"http://schemas.microsoft.com/project\">"
            + "<StartDate>2026-03-02T08:00:00</StartDate><Tasks><Task><UID>1</UID></Task></Tasks></Project>";
    private static final String CSV = "ID,Name,Duration,Predecessors,Resources,Start\n1,A,1d,,,\n";

    @TempDir
    Path folder;

    private ReadResult read(String name, byte[] bytes) throws IOException {
        Path path = folder.resolve(name);
        Files.write(path, bytes);
        return ProjectFiles.read(path);
    }

    @ParameterizedTest(name = "{0}, mark {1}, before it ''{2}''")
    @CsvSource({
        "UTF-8, true, ''",
        "UTF-8, false, ' \t\r\n '",
        "UTF-16LE, true, ''",
        "UTF-16BE, true, ''",
        "UTF-16LE, false, ''",
        "UTF-16BE, false, ''"
    })
    void xmlIsKnownByItsFirstCharacterWhateverItsName(String charset, boolean mark, String before) throws IOException {
        String text = (mark ? "\uFEFF" : "") + before + XML;

        ReadResult read = read("plan.dat", text.getBytes(Charset.forName(charset)));

        assertThat(read.format()).isEqualTo(Format.MSPDI);
        assertThat(read.project().activities()).hasSize(1);
    }

    @Test
    void everythingElseIsATableUnlessItsNameSaysOtherwise() throws IOException {
        assertThat(read("plan.dat", CSV.getBytes(StandardCharsets.UTF_8)).format())
                .isEqualTo(Format.CSV);
        assertThat(read("plan", CSV.getBytes(StandardCharsets.UTF_16LE)).format())
                .isEqualTo(Format.CSV);
        assertThat(refusal("plan.xml", CSV.getBytes(StandardCharsets.UTF_8))).doesNotStartWith("CSV");
        assertThat(refusal("plan.mpp", new byte[] {1, 2, 3})).doesNotStartWith("CSV");
        assertThat(refusal("plan.dat", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
                .isEqualTo("NOT_XML");
    }

    private String refusal(String name, byte[] bytes) throws IOException {
        try {
            read(name, bytes);
            return "accepted";
        } catch (PlumblineException e) {
            return e.problems().get(0).code();
        }
    }

    private static Project plan() {
        return Project.builder("plan")
                .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                .activity("1", "A", WorkTime.days(1), a -> a.notes("a note"))
                .build();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aPlanIsWrittenInTheFormatOfItsName() throws IOException {
        List<Problem> losses = ProjectFiles.write(CriticalPath.schedule(plan()), folder.resolve("plan.xml"));
        ProjectFiles.write(plan(), folder.resolve("plan.csv"));

        assertThat(losses).extracting(Problem::code).containsExactly("MSPDI_IDS");
        assertThat(names()).contains("plan.csv", "plan.xml").noneMatch(name -> name.endsWith(".part"));
        assertThat(ProjectFiles.read(folder.resolve("plan.xml")).format()).isEqualTo(Format.MSPDI);
        assertThat(ProjectFiles.read(folder.resolve("plan.csv")).format()).isEqualTo(Format.CSV);
        assertThat(ProjectFiles.read(folder.resolve("plan.xml"))
                        .project()
                        .activity("1")
                        .notes())
                .isEqualTo("a note");
    }

    @Test
    void aReplacedFileKeepsItsPermissionsAndAFailedOneItsContent() throws IOException {
        Assumptions.assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix"), "no POSIX permissions here");
        Path path = folder.resolve("shared.txt");
        Files.writeString(path, "old");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--rw-"));

        assertThatThrownBy(() -> AtomicFile.write(path, out -> {
                    out.write("half".getBytes(StandardCharsets.UTF_8));
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(Files.readString(path)).isEqualTo("old");
        AtomicFile.write(path, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));

        assertThat(Files.readString(path)).isEqualTo("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-r--rw-");
        assertThat(names()).containsExactly("shared.txt");
    }

    @Test
    void whileAFileIsWrittenOnlyItsOwnerReadsIt() throws IOException {
        Assumptions.assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix"), "no POSIX permissions here");
        Path path = folder.resolve("secret.txt");
        List<String> seen = new java.util.ArrayList<>();

        AtomicFile.write(
                path,
                out -> seen.add(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve(".secret.txt.0.part")))));

        assertThat(seen).containsExactly("rw-------");
    }

    @Test
    void aPartOfAnotherWriterIsLeftAloneAndAFolderIsNoFile() throws IOException {
        Path path = folder.resolve("plan.txt");
        Files.writeString(folder.resolve(".plan.txt.0.part"), "theirs");

        AtomicFile.write(path, out -> out.write('x'));

        assertThat(Files.readString(path)).isEqualTo("x");
        assertThat(Files.readString(folder.resolve(".plan.txt.0.part"))).isEqualTo("theirs");
        assertThatThrownBy(() -> AtomicFile.write(folder, out -> out.write('x')))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("is a folder; name a file in it");
    }
}
