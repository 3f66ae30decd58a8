package dev.plumbline.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.report.SamplePlans;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

    private final Schedule plan = CriticalPath.schedule(SamplePlans.waterworks());

    @TempDir
    Path folder;

    @Test
    void theFileHoldsThePageAsUtf8() throws IOException {
        Path file = folder.resolve("plan.html");
        StringBuilder page = new StringBuilder();

        Reports.html(plan, file);
        Reports.html(plan, List.of(), ReportOptions.DEFAULT, page);

        assertThat(file).hasContent(page.toString());
        assertThat(page).contains("Waterworks Süd");
        assertThat(names()).containsExactly("plan.html");
    }

    @Test
    void aFailureAtAnyPointLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.html"), "old");

        for (int after : new int[] {0, 1, 100_000}) {
            assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                        out.write(new byte[after]);
                        throw new IOException("disk full");
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("disk full");
            assertThat(file).hasContent("old");
            assertThat(names()).containsExactly("plan.html");
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void permissionsAndLinksStay() throws IOException {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX files");
        Path file = Files.writeString(folder.resolve("plan.html"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        Path link = Files.createSymbolicLink(folder.resolve("link.html"), file);

        Reports.html(plan, link);

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(file).content().startsWith("<!DOCTYPE html>");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-r--");
    }

    @Test
    void aFolderIsNoTarget() {
        assertThatThrownBy(() -> Reports.html(plan, folder))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("is a folder; name a file in it");
    }

    @Test
    void optionsReachTheReports() {
        ReportOptions options = ReportOptions.DEFAULT
                .withCharacters(ReportOptions.Characters.ASCII)
                .withColour(ReportOptions.Colour.ANSI)
                .withWidth(72)
                .withRows(5)
                .withFrom(LocalDate.of(2026, 3, 1))
                .withTo(LocalDate.of(2026, 3, 31));

        String gantt = Reports.gantt(plan, options);

        assertThat(gantt).contains("#", "\u001B[31m", "more rows").doesNotContain("█");
        assertThat(gantt.replaceAll("\u001B\\[[0-9]+m", "").lines()).allMatch(line -> line.length() <= 72);
        assertThat(Reports.summary(plan, List.of(), options)).contains("4 more");
        assertThat(Reports.summary(plan, List.of(), options.withAllRows())).doesNotContain("more");
        assertThat(Reports.gantt(plan)).contains("█");
        assertThat(Reports.summary(plan)).startsWith("Waterworks Süd, phase 2\n");
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> ReportOptions.DEFAULT.withWidth(10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("60 to 1000 columns: 10");
        assertThatThrownBy(() -> ReportOptions.DEFAULT.withRows(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        ReportOptions.DEFAULT.withFrom(LocalDate.of(2026, 3, 2)).withTo(LocalDate.of(2026, 3, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the chart ends (2026-03-01) before it begins (2026-03-02)");
    }
}
