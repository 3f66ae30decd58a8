package dev.plumbline.progress;

import static dev.plumbline.calendar.WorkTime.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectSettings;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The four options for progress that doesn't end at the data date, on four days from Monday, 3 March 2025. */
class DataDateMovesTest {

    private static @Nullable LocalDateTime march(String dayAndTime) {
        return dayAndTime.equals("-") ? null : LocalDateTime.parse("2025-03-" + dayAndTime.replace(' ', 'T'));
    }

    private static Project progressed(ProjectSettings settings, String dataDate, double percent) {
        Project plan = Project.builder("plan")
                .start(LocalDateTime.parse("2025-03-03T08:00"))
                .dataDate(march(dataDate))
                .settings(settings)
                .activity("A", "A", days(4))
                .resource("Ann", 1)
                .assign("A", "Ann", 1)
                .build();
        return StatusUpdate.of(CriticalPath.schedule(plan))
                .progressed("A", percent)
                .project();
    }

    // 5.2.2, 5.2.3; options: completed back, remaining back, remaining forward, completed forward
    @ParameterizedTest(name = "[{0}] {1} % at {2}: {3}, stop {4}, resume {5}, finish {6}")
    @CsvSource({
        "----, 25, 05 17:00, 03 08:00, 03 17:00, 04 08:00, 06 17:00",
        "--x-, 25, 05 17:00, 03 08:00, 03 17:00, 06 08:00, 10 17:00",
        "--xx, 25, 05 17:00, 05 08:00, 05 17:00, 06 08:00, 10 17:00",
        "--xx, 25, 05 12:00, 04 13:00, 05 12:00, 05 13:00, 10 12:00",
        "xx--, 25, 05 17:00, 03 08:00, 03 17:00, 04 08:00, 06 17:00",
        "---x, 25, 05 17:00, 03 08:00, 03 17:00, 04 08:00, 06 17:00",
        "----, 75, 04 17:00, 03 08:00, 05 17:00, 06 08:00, 06 17:00",
        "x---, 75, 04 17:00, 28 08:00, 04 17:00, 06 08:00, 06 17:00",
        "xx--, 75, 04 17:00, 28 08:00, 04 17:00, 05 08:00, 05 17:00",
        "-x--, 75, 04 17:00, 03 08:00, 05 17:00, 06 08:00, 06 17:00",
        "--xx, 75, 04 17:00, 03 08:00, 05 17:00, 06 08:00, 06 17:00",
        "x---, 100, 04 17:00, 27 08:00, 04 17:00, -, 04 17:00",
        "xxxx, 50, 04 17:00, 03 08:00, 04 17:00, 05 08:00, 06 17:00",
        "xxxx, 25, -, 03 08:00, 03 17:00, 04 08:00, 06 17:00"
    })
    void progressIsMovedToTheDataDate(
            String options, double percent, String dataDate, String start, String stop, String resume, String finish) {
        Project updated = progressed(
                ProjectSettings.DEFAULT.withMoves(
                        options.charAt(0) == 'x',
                        options.charAt(1) == 'x',
                        options.charAt(2) == 'x',
                        options.charAt(3) == 'x'),
                dataDate,
                percent);

        LocalDateTime begun = march(start);
        if (begun != null && begun.getDayOfMonth() > 20) {
            begun = begun.minusMonths(1);
        }
        assertThat(updated.activity("A").progress().actualStart()).isEqualTo(begun);
        assertThat(updated.activity("A").progress().stop()).isEqualTo(march(stop));
        assertThat(updated.activity("A").progress().resume()).isEqualTo(march(resume));
        assertThat(updated.activity("A").duration()).isEqualTo(days(4));
        assertThat(updated.percentComplete("A")).isEqualTo(percent);
        assertThat(CriticalPath.schedule(updated).of("A").finish()).isEqualTo(march(finish));
        assertThat(updated.assignmentsOf("A").get(0).actualStart()).isEqualTo(begun);
    }

    @Test // 5.2.3
    void nothingIsMovedApartWhereTheProjectDoesNotSplit() {
        ProjectSettings together = ProjectSettings.DEFAULT.withSplitsInProgress(false);

        assertThat(progressed(together.withMoves(true, false, true, false), "05 17:00", 25)
                        .activity("A")
                        .progress()
                        .resume())
                .isEqualTo(march("04 08:00"));
        assertThat(progressed(together.withMoves(true, true, false, false), "04 17:00", 75)
                        .activity("A")
                        .progress()
                        .resume())
                .isEqualTo(march("05 08:00"));
    }
}
