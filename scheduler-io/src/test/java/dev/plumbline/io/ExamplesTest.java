package dev.plumbline.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.ActivityTimes;
import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.csv.CompanionSource;
import dev.plumbline.io.csv.CsvPlanReader;
import dev.plumbline.io.csv.CsvRead;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Constraint;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Project;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import dev.plumbline.model.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example plans at the root of the project: that they show what they promise, the same in both formats. */
class ExamplesTest {

    private static Path examples() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("examples/README.md"))) {
            folder = folder.getParent();
            assertThat(folder).as("a folder with examples/README.md").isNotNull();
        }
        return folder.resolve("examples");
    }

    private static CsvRead read(String file) throws IOException {
        Path path = examples().resolve(file);
        try (InputStream in = Files.newInputStream(path)) {
            return CsvPlanReader.read(in, file, CompanionSource.beside(path), ReadOptions.DEFAULT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pump-station", "erp-rollout", "datacentre-migration"})
    void theyAreReadWithoutWarningsAndScheduled(String name) throws IOException {
        CsvRead csv = read(name + ".csv");

        Schedule plan = CriticalPath.schedule(csv.project());

        assertThat(csv.findings()).allMatch(finding -> finding.severity() == Severity.INFO);
        assertThat(plan.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pump-station", "erp-rollout", "datacentre-migration"})
    void bothFormatsAreScheduledAlike(String name) throws IOException {
        ReadResult csv = ProjectFiles.read(examples().resolve(name + ".csv"));
        ReadResult xml = ProjectFiles.read(examples().resolve(name + ".xml"));

        Schedule fromCsv = CriticalPath.schedule(csv.project());
        Schedule fromXml = CriticalPath.schedule(xml.project());

        assertThat(xml.findings()).allMatch(finding -> finding.severity() == Severity.INFO);
        assertThat(dates(fromXml)).isEqualTo(dates(fromCsv));
        assertThat(fromXml.finish()).isEqualTo(fromCsv.finish());
        assertThat(xml.project().dataDate()).isEqualTo(csv.project().dataDate());
        assertThat(xml.project().resources()).hasSameSizeAs(csv.project().resources());
        assertThat(xml.project().assignments()).hasSameSizeAs(csv.project().assignments());
        assertThat(estimates(xml.project())).isEqualTo(estimates(csv.project()));
    }

    private static List<String> estimates(Project project) {
        return project.activities().stream()
                .map(a -> a.row() + " " + a.estimate())
                .toList();
    }

    private static List<String> dates(Schedule plan) {
        return plan.activities().stream().map(ExamplesTest::line).toList();
    }

    private static String line(ActivityTimes times) {
        return String.join(
                " | ",
                Integer.toString(times.activity().row()),
                times.activity().name(),
                times.start().toString(),
                times.finish().toString(),
                times.lateStart().toString(),
                times.lateFinish().toString(),
                Long.toString(times.totalFloat().ticks()),
                Long.toString(times.freeFloat().ticks()),
                Boolean.toString(times.critical()));
    }

    @Test
    void thePumpStationIsThePlanOfTheFirstSession() throws IOException {
        Schedule plan = CriticalPath.schedule(read("pump-station.csv").project());

        assertThat(plan.finish()).isEqualTo(LocalDateTime.of(2026, 3, 27, 16, 0));
        assertThat(plan.criticalPath())
                .extracting(Activity::name)
                .containsExactly("Excavate", "Foundation", "Pipework", "Commission", "Handover");
    }

    @Test
    void theRolloutShowsWhatItPromises() throws IOException {
        Project project = read("erp-rollout.csv").project();

        List<Activity> leaves = project.activities().stream()
                .filter(a -> !project.wbs().isSummary(a.id()))
                .toList();
        assertThat(leaves).hasSizeGreaterThanOrEqualTo(150);
        assertThat(leaves).anyMatch(a -> a.outlineLevel() == 4);
        assertThat(project.resources()).hasSize(9);
        assertThat(project.calendars()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(project.relationships()).extracting(Relationship::type).contains(RelationshipType.values());
        assertThat(project.relationships()).extracting(Relationship::lag).anyMatch(Lag::isNegative);
        assertThat(project.relationships()).extracting(Relationship::lag).anyMatch(Lag.Percent.class::isInstance);
        assertThat(project.relationships())
                .extracting(Relationship::lag)
                .anyMatch(lag -> lag instanceof Lag.Time time && time.time().isElapsed());
        assertThat(leaves).anyMatch(a -> a.duration().isElapsed());
        assertThat(leaves)
                .extracting(a -> a.constraint().type())
                .contains(
                        Constraint.Type.AS_LATE_AS_POSSIBLE,
                        Constraint.Type.MUST_START_ON,
                        Constraint.Type.START_NO_LATER_THAN,
                        Constraint.Type.FINISH_NO_LATER_THAN);
        assertThat(leaves).anyMatch(a -> a.deadline() != null);
        assertThat(leaves).anyMatch(a -> a.estimate() != null);
        assertThat(leaves).anyMatch(a -> a.progress().isComplete());
        assertThat(project.dataDate()).contains(LocalDateTime.of(2026, 4, 30, 17, 0));
        assertThat(leaves)
                .anyMatch(a -> a.progress().isStarted() && !a.progress().isComplete());
    }

    @ParameterizedTest
    @ValueSource(strings = {"erp-rollout", "datacentre-migration"})
    void theLargerPlansTakeMostOfAYearAndAreOnlyPartlyCritical(String name) throws IOException {
        Schedule plan = CriticalPath.schedule(read(name + ".csv").project());

        assertThat(plan.finish()).isBetween(LocalDateTime.of(2026, 11, 1, 0, 0), LocalDateTime.of(2027, 5, 1, 0, 0));
        long leaves = plan.activities().stream().filter(t -> !t.summary()).count();
        assertThat(plan.criticalPath().size()).isBetween(5, (int) leaves / 2);
        assertThat(plan.activities()).noneMatch(times -> times.totalFloat().isNegative());
    }
}
