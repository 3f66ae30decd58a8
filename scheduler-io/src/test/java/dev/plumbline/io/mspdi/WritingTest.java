package dev.plumbline.io.mspdi;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.WorkCalendar;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Progress;
import dev.plumbline.model.Project;
import dev.plumbline.model.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that were made in Java, as files. */
class WritingTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 8, 0);

    @TempDir
    Path folder;

    private Project comesBack(Project project) throws IOException {
        Path file = folder.resolve("plan.xml");
        ProjectFiles.write(project, file);
        return ProjectFiles.read(file).project();
    }

    private static WorkCalendar standard() {
        WorkCalendar.Builder builder = WorkCalendar.builder("1", "Standard");
        WorkCalendar.standard().week().forEach(builder::day);
        return builder.build();
    }

    @Test
    void progressWithoutResourcesIsCarriedByARowThatIsNoPartOfThePlan() throws IOException { // Q9
        Project project = Project.builder("Plan")
                .start(START)
                .calendar(standard())
                .activity(
                        "1",
                        "A",
                        days(4),
                        a -> a.progress(new Progress(START, null, days(1), days(3), 25, 0, null, null)))
                .build();

        Project read = comesBack(project);

        assertThat(read).isEqualTo(project);
        assertThat(Files.readString(folder.resolve("plan.xml")))
                .contains("<ResourceUID>-65535</ResourceUID>", "<ActualWork>PT8H0M0S</ActualWork>");
    }

    @Test
    void everyWorkResourceGetsACalendarOfItsOwnThatIsNoPartOfThePlan() throws IOException { // Q17
        Project project = Project.builder("Plan")
                .start(START)
                .calendar(standard())
                .addCalendar(WorkCalendar.builder("2", "Nights")
                        .everyDay(DayHours.ALL_DAY)
                        .build())
                .activity("1", "A", days(4))
                .add(Resource.builder("1", "Crew").row(1).build())
                .add(Resource.builder("2", "Guard").row(2).calendar("2").build())
                .build();

        Project read = comesBack(project);

        assertThat(read).isEqualTo(project);
        assertThat(Files.readString(folder.resolve("plan.xml")).split("<IsBaseCalendar>0</IsBaseCalendar>"))
                .hasSize(3);
    }

    @Test
    void calendarsDerivedTwiceAreFlattenedAndSaidToBe() throws IOException { // Q17
        WorkCalendar base = standard();
        WorkCalendar middle =
                base.derive("2").dayOff("Holiday", LocalDate.of(2026, 3, 3)).build();
        WorkCalendar last =
                middle.derive("3").dayOff("Leave", LocalDate.of(2026, 3, 4)).build();
        Project project = Project.builder("Plan")
                .start(START)
                .calendar(base)
                .addCalendar(middle)
                .addCalendar(last)
                .activity("1", "A", days(4), a -> a.calendar("3"))
                .build();
        Path file = folder.resolve("plan.xml");

        List<Problem> losses = ProjectFiles.write(project, file);
        Project read = ProjectFiles.read(file).project();

        assertThat(losses).extracting(Problem::code).containsExactly("MSPDI_CALENDAR");
        assertThat(CriticalPath.schedule(read).finish())
                .isEqualTo(CriticalPath.schedule(project).finish());
        assertThat(read.findCalendar("3").orElseThrow().base().orElseThrow().base())
                .isEmpty();
    }

    @Test
    void theWorkOfAnAssignmentIsLeftOpenWhereItFollowsFromTheDuration() throws IOException {
        Project project = Project.builder("Plan")
                .start(START)
                .activity("B", "Foundation", hours(64))
                .resource("crew", 4)
                .assign("B", "crew", 3)
                .build();
        Path file = folder.resolve("plan.xml");

        List<Problem> losses = ProjectFiles.write(CriticalPath.schedule(project), file);
        String text = Files.readString(file);

        assertThat(losses).extracting(Problem::code).containsExactly("MSPDI_IDS");
        assertThat(text.substring(text.indexOf("<Assignments>")))
                .contains("<Units>3</Units>")
                .doesNotContain("<Work>", "<RemainingWork>");
    }

    @Test
    void elementsStandInTheOrderOfMicrosoftProject() throws IOException { // 11.2
        comesBack(Documents.read(Documents.example()).project());
        String text = Files.readString(folder.resolve("plan.xml"));
        String task = text.substring(text.indexOf("<Name>Foundation"), text.indexOf("<Name>Pipework"));

        assertThat(text)
                .containsSubsequence(
                        "<SaveVersion>",
                        "<StartDate>",
                        "<CalendarUID>",
                        "<MinutesPerDay>",
                        "<Calendars>",
                        "<Tasks>",
                        "<Resources>",
                        "<Assignments>");
        assertThat(task)
                .containsSubsequence(
                        "<Active>",
                        "<Manual>",
                        "<Type>",
                        "<OutlineLevel>",
                        "<Priority>",
                        "<Duration>",
                        "<DurationFormat>",
                        "<Estimated>",
                        "<Milestone>",
                        "<Summary>",
                        "<PercentComplete>",
                        "<RemainingDuration>",
                        "<ConstraintType>",
                        "<CalendarUID>",
                        "<ConstraintDate>",
                        "<Deadline>",
                        "<LevelingDelay>",
                        "<PredecessorLink>");
    }

    @Test
    void aNameThatMicrosoftProjectForbidsIsChangedAndSaidToBe() throws IOException { // Q10
        Project project = Project.builder("Plan")
                .start(START)
                .activity("1", "A", days(1))
                .add(Resource.work("1", "Smith, John [site]\u0001", 1))
                .build();
        Path file = folder.resolve("plan.xml");

        List<Problem> losses = ProjectFiles.write(project, file);

        assertThat(losses).extracting(Problem::code).contains("MSPDI_NAME", "MSPDI_CHARACTERS");
        assertThat(ProjectFiles.read(file).project().resources().get(0).name()).isEqualTo("Smith; John (site)");
    }

    @Test
    void anUnknownExtensionIsRefused() {
        Project project =
                Project.builder("Plan").start(START).activity("1", "A", days(1)).build();

        assertThatThrownBy(() -> ProjectFiles.write(project, folder.resolve("plan.mpp")))
                .isInstanceOf(PlumblineException.class);
        assertThat(folder).isEmptyDirectory();
    }
}
