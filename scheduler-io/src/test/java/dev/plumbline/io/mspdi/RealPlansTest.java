package dev.plumbline.io.mspdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.io.ReadResult;
import dev.plumbline.model.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that Microsoft Project and other tools wrote, where the folder with them is there. */
class RealPlansTest {

    @TempDir
    Path folder;

    @Test
    void readingWhatWasWrittenGivesAnEqualPlanAndWritingItAgainTheSameBytes() throws IOException {
        for (Path plan : SharedFolder.plans()) {
            ReadResult read = ProjectFiles.read(plan);
            Path first = folder.resolve("first.xml");
            Path second = folder.resolve("second.xml");

            read.write(read.project(), first);
            ReadResult again = ProjectFiles.read(first);
            again.write(again.project(), second);

            assertThat(again.project()).as("%s", plan.getFileName()).isEqualTo(read.project());
            assertThat(Files.mismatch(first, second))
                    .as("%s", plan.getFileName())
                    .isEqualTo(-1);
        }
    }

    @Test
    void aWrittenScheduleHoldsThePlanItWasMadeFrom() throws IOException {
        for (Path plan : SharedFolder.plans()) {
            ReadResult read = ProjectFiles.read(plan);
            Schedule schedule = CriticalPath.schedule(read.project());
            Path file = folder.resolve("scheduled.xml");

            read.write(schedule, file);
            Project again = ProjectFiles.read(file).project();

            assertThat(again).as("%s", plan.getFileName()).isEqualTo(read.project());
            assertThat(CriticalPath.schedule(again).activities())
                    .as("%s", plan.getFileName())
                    .isEqualTo(schedule.activities());
        }
    }

    @Test
    void aPlanWithoutItsLedgerIsWrittenAndReadAsItIs() throws IOException {
        for (Path plan : SharedFolder.plans()) {
            Project project = ProjectFiles.read(plan).project();
            Path file = folder.resolve("fresh.xml");

            ProjectFiles.write(project, file);

            assertThat(ProjectFiles.read(file).project())
                    .as("%s", plan.getFileName())
                    .isEqualTo(project);
        }
    }
}
