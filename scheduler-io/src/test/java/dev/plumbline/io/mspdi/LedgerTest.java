package dev.plumbline.io.mspdi;

import static dev.plumbline.calendar.WorkTime.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.io.ReadResult;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the model doesn't hold survives a round trip, and only that. */
class LedgerTest {

    @TempDir
    Path folder;

    private ReadResult read;
    private Path file;

    @BeforeEach
    void readTheExample() throws IOException {
        Path source = Files.write(folder.resolve("pump-station.xml"), Documents.example());
        read = ProjectFiles.read(source);
        file = folder.resolve("written.xml");
    }

    private String written(Project project) throws IOException {
        read.write(project, file);
        return Files.readString(file);
    }

    @Test
    void theExampleComesBackEqualWithTheSameBytes() throws IOException {
        String first = written(read.project());
        ReadResult again = ProjectFiles.read(file);
        again.write(again.project(), file);

        assertThat(again.project()).isEqualTo(read.project());
        assertThat(Files.readString(file)).isEqualTo(first);
    }

    @Test
    void unknownElementsIdsAttributesViewsAndBaselinesAreWrittenBack() throws IOException {
        String text = written(read.project());

        assertThat(text)
                .contains("<GUID>BBBBBBBB-0000-0000-0000-000000000002</GUID>")
                .contains("<GUID>AAAAAAAA-0000-0000-0000-000000000001</GUID>")
                .contains("<GUID>CCCCCCCC-0000-0000-0000-000000000001</GUID>")
                .contains("<Views><View Id=\"7\"><Name>Site &amp; office</Name></View></Views>")
                .contains("<ExtendedAttribute><FieldID>188743731</FieldID><Value>Lot 7</Value></ExtendedAttribute>")
                .contains("<TimephasedData><Type>9</Type>")
                .contains("<TimephasedData><Type>4</Type>")
                .contains("<v:Origin xmlns:v=\"urn:example:vendor\" v:kind=\"hand\"><v:Tool>none</v:Tool></v:Origin>")
                .contains("<v:Soil xmlns:v=\"urn:example:vendor\" wet=\"yes\">clay <v:b>and</v:b> sand</v:Soil>")
                .contains("<v:Why xmlns:v=\"urn:example:vendor\">weather</v:Why>")
                .contains("<v:Mood xmlns:v=\"urn:example:vendor\">tired</v:Mood>")
                .contains("<EmailAddress>crew@example.org</EmailAddress>")
                .contains("<ExternalTaskProject>supplier.mpp\\12</ExternalTaskProject>")
                .contains("<ResumeValid>0</ResumeValid>")
                .contains("<Author>A planner</Author>");
    }

    @Test
    void emptyRowsTheProjectsOwnRowAndWhatIsAssignedToItStay() throws IOException {
        String text = written(read.project());

        assertThat(text).contains("<UID>9</UID>").contains("<IsNull>1</IsNull>").contains("<UID>13</UID>");
        assertThat(text.indexOf("<UID>9</UID>"))
                .isGreaterThan(text.indexOf("Foundation"))
                .isLessThan(text.indexOf("Pipework"));
        assertThat(read.project().findActivity("0")).isEmpty();
        assertThat(read.project().findActivity("9")).isEmpty();
    }

    @Test
    void computedElementsOfTheFileAreNeverWrittenBack() throws IOException {
        String plain = written(read.project());
        read.write(CriticalPath.schedule(read.project()), file);
        String scheduled = Files.readString(file);

        assertThat(plain).doesNotContain("1999-01-01", "987654", "<EarlyStart>", "<TotalSlack>", "<Critical>");
        assertThat(scheduled).doesNotContain("1999-01-01", "987654").contains("<EarlyStart>", "<TotalSlack>");
    }

    @Test
    void aRemovedActivityTakesItsPartAlong() throws IOException {
        Project changed = read.project().toBuilder().removeActivity("2").build();

        String text = written(changed);

        assertThat(text)
                .doesNotContain("BBBBBBBB-0000-0000-0000-000000000002", "Lot 7", "clay", "weather")
                .contains("BBBBBBBB-0000-0000-0000-000000000001");
    }

    @Test
    void aChangedPlanIsWrittenAsItIsNow() throws IOException {
        Project changed = read.project().toBuilder()
                .name("Pump station, rev. 2")
                .replace(read.project()
                        .activity("3")
                        .with(a -> a.duration(days(3)).deadline(null)))
                .build();

        String text = written(changed);

        assertThat(ProjectFiles.read(file).project()).isEqualTo(changed);
        assertThat(text).contains("<Title>Pump station, rev. 2</Title>").doesNotContain("<Deadline>");
    }

    @Test
    void datesThatNobodyTypedDoNotLookTypedOnceTheyWereComputed() throws IOException {
        Project changed = read.project().toBuilder()
                .replace(read.project().activity("5").with(a -> a.manual(ManualDates.NONE)))
                .build();

        read.write(CriticalPath.schedule(changed), file);

        assertThat(ProjectFiles.read(file).project()).isEqualTo(changed);
    }
}
