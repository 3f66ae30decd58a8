package dev.plumbline.io.csv;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.elapsedDays;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calendar.DayHours;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.io.ReadOptions;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Assignment;
import dev.plumbline.model.ManualDates;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.Resource;
import dev.plumbline.model.ResourceType;
import dev.plumbline.model.SchedulingMode;
import dev.plumbline.model.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ProjectExportsTest {

    private static CsvRead read(String name) throws IOException {
        try (InputStream in = open(name)) {
            return CsvPlanReader.read(
                    in,
                    name,
                    part -> ProjectExportsTest.class.getResourceAsStream(
                            "/csv/" + CompanionSource.companionName(name, part)),
                    ReadOptions.DEFAULT);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(ProjectExportsTest.class.getResourceAsStream("/csv/" + name));
    }

    @Test
    void theDefaultMapOfMicrosoftProjectIsRead() throws IOException {
        CsvRead read = read("project-table.csv");
        Project project = read.project();

        assertThat(read.findings()).extracting(Problem::code).containsExactly("CSV_DIALECT", "MODEL_DANGLING_LINK");
        assertThat(read.findings().get(0).message()).contains("Microsoft Project's table columns");
        assertThat(read.findings().get(1).severity()).isEqualTo(Severity.WARNING);
        assertThat(read.findings().get(1).location().line()).isEqualTo(5);
        assertThat(project.start()).isEqualTo(LocalDateTime.of(2026, 1, 5, 8, 0));
        assertThat(project.wbs().isSummary("1")).isTrue();
        assertThat(project.activity("2").notes()).isEqualTo("Isolate first,\nthen lift");
        assertThat(project.activity("3"))
                .extracting(Activity::duration, Activity::estimated)
                .containsExactly(hours(60), true);
        assertThat(project.activity("4"))
                .extracting(Activity::duration, Activity::active)
                .containsExactly(elapsedDays(10), false);
        assertThat(project.activity("5").mode()).isEqualTo(SchedulingMode.MANUAL);
        assertThat(project.activity("5").manual())
                .isEqualTo(new ManualDates(
                        LocalDateTime.of(2026, 1, 20, 8, 0), LocalDateTime.of(2026, 1, 22, 17, 0), days(3)));
        assertThat(project.relationships())
                .extracting(Relationship::toString)
                .containsExactly("2 -FS-2d-> 3", "3 -FF+1w-> 6", "2 -SS+50%-> 6");
    }

    @Test
    void theExportWizardsMapIsReadWithDayFirstSettledByTheWeekdays() throws IOException {
        CsvRead read = read("project-export.csv");
        Project project = read.project();

        assertThat(read.findings()).extracting(Problem::code).containsExactly("CSV_DIALECT", "CSV_COLUMN");
        assertThat(read.findings().get(1).message()).contains("Text1");
        assertThat(project.name()).isEqualTo("Site");
        assertThat(project.start()).isEqualTo(LocalDateTime.of(2026, 3, 2, 8, 0));
        assertThat(project.activities()).extracting(Activity::id).containsExactly("11", "7", "9");
        assertThat(project.activities()).extracting(Activity::row).containsExactly(1, 2, 3);
        assertThat(project.relationships())
                .extracting(Relationship::toString)
                .containsExactly("11 -FS-> 7", "7 -FS-> 9");
        Activity dig = project.activity("11");
        assertThat(dig.duration()).isEqualTo(hours(1000));
        assertThat(dig.cost()).isEqualTo(new BigDecimal("12000").stripTrailingZeros());
        assertThat(dig.progress().percentComplete()).isEqualTo(100);
        assertThat(dig.progress().actualFinish()).isEqualTo(LocalDateTime.of(2026, 3, 13, 17, 0));
        assertThat(project.activity("9").milestone()).isTrue();
        assertThat(project.resources())
                .extracting(Resource::name, Resource::type, Resource::materialLabel)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Anna", ResourceType.WORK, ""),
                        org.assertj.core.groups.Tuple.tuple("Crew", ResourceType.WORK, ""),
                        org.assertj.core.groups.Tuple.tuple("Cement", ResourceType.MATERIAL, "bags"),
                        org.assertj.core.groups.Tuple.tuple("Travel", ResourceType.COST, ""));
        assertThat(project.assignmentsOf("11")).extracting(Assignment::units).containsExactly(1.0, 0.5, 20.0, 1.0);
        assertThat(project.assignmentsOf("11"))
                .extracting(Assignment::work)
                .containsExactly(hours(800), hours(400), hours(0), hours(0));
        assertThat(project.assignmentsOf("11").get(3).cost()).isEqualTo(new BigDecimal("1.5E+3"));
    }

    @Test
    void aPastedTableWithoutIdsCountsItsRows() throws IOException {
        Project project = read("project-paste.csv").project();

        assertThat(project.activities()).extracting(Activity::id).containsExactly("1", "2");
        assertThat(project.activity("1").duration()).isEqualTo(days(120));
        assertThat(project.activity("1").cost()).isEqualByComparingTo("24000");
        assertThat(project.start()).isEqualTo(LocalDateTime.of(2026, 1, 1, 8, 0));
        assertThat(project.predecessorsOf("2")).hasSize(1);
        assertThat(project.resources()).extracting(Resource::name).containsExactly("Anna", "Ben");
    }

    @Test
    void ourOwnDialectTakesResourcesAndCalendarsFromItsCompanions() throws IOException {
        CsvRead read = read("own.csv");
        Project project = read.project();

        assertThat(read.findings())
                .extracting(Problem::toString)
                .containsExactly(
                        "info CSV_DIALECT own.csv:1:0: line 1: read as Plumbline's own columns, separated by ',', in UTF-8; if that is wrong, give --separator or --encoding",
                        "info CSV_CALENDAR own.csv: the project's calendar is 'Site'; name another in the companion file that ends in .project.csv");
        assertThat(project.start()).isEqualTo(LocalDateTime.of(2026, 3, 2, 8, 0));
        assertThat(project.activity("3").duration()).isEqualTo(new WorkTime(36_000, WorkUnit.WEEKS));
        assertThat(project.activity("4").constraint().date()).isNull();
        assertThat(project.calendar().name()).isEqualTo("Site");
        assertThat(project.calendar().hoursOn(LocalDate.of(2026, 12, 28))).isEqualTo(DayHours.OFF);
        assertThat(project.calendarOf(project.activity("4")).hoursOn(LocalDate.of(2026, 3, 17)))
                .hasToString("00:00-06:00 22:00-24:00");
        assertThat(project.calendarOf(project.activity("4")).hoursOn(LocalDate.of(2026, 3, 16)))
                .hasToString("22:00-24:00");
        assertThat(project.resources()).extracting(Resource::maxUnits).containsExactly(4.0, 3.0);
        assertThat(project.resources().get(1).rates().get(0).standardRate()).isEqualByComparingTo("100");
        assertThat(project.assignments()).extracting(Assignment::id).containsExactly("2/Crew", "3/Crew", "3/Crane");
    }
}
