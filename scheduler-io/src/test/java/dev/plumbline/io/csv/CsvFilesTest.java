package dev.plumbline.io.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.model.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFilesTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 7, 0);

    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void companionsAreWrittenAndReadBesideThePlan() throws IOException {
        Project project = Project.builder("Site")
                .start(START)
                .calendar(WorkCalendar.weekdays("early", LocalTime.of(7, 0), LocalTime.of(15, 0)))
                .activity("A", "A", WorkTime.days(1))
                .resource("crew", 4)
                .assign("A", "crew", 2)
                .build();

        ProjectFiles.write(project, folder.resolve("site.csv"));

        assertThat(names()).containsExactly("site.calendars.csv", "site.csv", "site.project.csv", "site.resources.csv");
        assertThat(Files.readString(folder.resolve("site.project.csv")))
                .isEqualTo("Property,Value\nName,Site\nCalendar,early\n");
        assertThat(ProjectFiles.read(folder.resolve("site.csv")).project()).isEqualTo(project);
    }

    @Test
    void companionsOfAnEarlierPlanDontLeakIntoTheNext() throws IOException {
        Project plain = Project.builder("site")
                .start(START)
                .activity("A", "A", WorkTime.days(1))
                .build();
        companionsAreWrittenAndReadBesideThePlan();

        ProjectFiles.write(plain, folder.resolve("site.csv"));

        assertThat(ProjectFiles.read(folder.resolve("site.csv")).project()).isEqualTo(plain);
    }

    @Test
    void aSimplePlanIsOneFile() throws IOException {
        Project plain = Project.builder("plan")
                .start(START)
                .activity("A", "A", WorkTime.days(1))
                .build();

        ProjectFiles.write(plain, folder.resolve("plan.csv"));

        assertThat(names()).containsExactly("plan.csv");
        assertThat(Files.readString(folder.resolve("plan.csv")))
                .isEqualTo("ID,Name,Duration,Predecessors,Resources,Start\nA,A,1d,,,2026-03-02 07:00\n");
    }
}
