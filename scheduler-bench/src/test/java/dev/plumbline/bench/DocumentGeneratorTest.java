package dev.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.Format;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.io.ReadOptions;
import dev.plumbline.io.ReadResult;
import dev.plumbline.model.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentGeneratorTest {

    @TempDir
    Path folder;

    @Test
    void aDocumentHoldsThePlanAndWhatMicrosoftProjectAdds() throws IOException {
        Schedule plan = DocumentGenerator.plan(60, 42);

        ReadResult read =
                ProjectFiles.read(new ByteArrayInputStream(document(plan)), Format.MSPDI, ReadOptions.DEFAULT);

        assertThat(read.project().activities()).hasSameSizeAs(plan.project().activities());
        assertThat(read.project().relationships()).hasSameSizeAs(plan.project().relationships());
        assertThat(read.project().assignments()).hasSameSizeAs(plan.project().assignments());
        assertThat(read.project().assignments()).allMatch(a -> !a.timephased().isEmpty());
        assertThat(read.findings()).noneMatch(p -> p.code().equals("MSPDI_UNKNOWN_ELEMENT"));
        assertThat(read.findings()).noneMatch(p -> p.code().equals("MSPDI_DUPLICATE_ELEMENT"));
        assertThat(read.findings()).noneMatch(p -> p.severity() == Severity.ERROR);
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        assertThat(document(DocumentGenerator.plan(30, 7))).isEqualTo(document(DocumentGenerator.plan(30, 7)));
        assertThat(document(DocumentGenerator.plan(30, 7))).isNotEqualTo(document(DocumentGenerator.plan(30, 8)));
    }

    @Test
    void figuresAreToldForAFileAndItsPeer() throws IOException {
        Path file = Files.write(folder.resolve("plan.xml"), document(DocumentGenerator.plan(20, 1)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        DocumentFigures.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), file, 1, true);

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("bytes a row", "MPXJ: plan", "read: ", "write: ", "MPXJ read: ", "MPXJ write: ");
    }

    private static byte[] document(Schedule plan) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DocumentGenerator.write(plan, out);
        return out.toByteArray();
    }
}
