package dev.plumbline.io;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.io.csv.RiskReader;
import dev.plumbline.io.csv.RiskWriter;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.risk.Distribution;
import dev.plumbline.risk.PertMethod;
import dev.plumbline.risk.Risk;
import dev.plumbline.risk.RiskAnalysis;
import dev.plumbline.risk.Uncertainty;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of risk written, read and carried along. */
class RiskTablesTest {

    private static final Project NUMBERED = plan("1", "2", "3", "40");
    private static final Project NAMED = plan("A10", "uid:B", "c; d", "x->y");

    @TempDir
    Path folder;

    private static Project plan(String first, String second, String third, String fourth) {
        return Project.builder("Site")
                .resource("crew", 4)
                .activity(first, "Excavate", days(5))
                .activity(second, "Foundation", hours(64))
                .activity(third, "Pipework", days(10))
                .activity(fourth, "Commission", days(3))
                .finishToStart(first, second, days(1))
                .startToStart(first, third)
                .finishToStart(second, fourth)
                .assign(first, "crew", 3)
                .build();
    }

    /** Without the project's other settings: the tables beside a path, read for the project they were written for. */
    private static Uncertainty read(Project project, Path plan) throws IOException {
        ReadResult result = new ReadResult(project, ProjectFiles.writtenFormat(plan), List.of(), null);
        return RiskFiles.read(plan, result).analysis().uncertainty();
    }

    private static void assertComesBack(Project project, boolean byRow, long seed) throws IOException {
        RiskAnalysis analysis = new RandomRisks(project, seed).analysis();

        RiskWriter writer = RiskWriter.of(project, analysis.uncertainty(), byRow);
        Map<String, String> written = written(writer);
        RiskReader.Content read = RiskReader.read(
                part -> new ByteArrayInputStream(written.get(part).getBytes(StandardCharsets.UTF_8)),
                "site.csv",
                project,
                byRow,
                ReadOptions.DEFAULT);
        Uncertainty again = read.analysis().uncertainty();

        assertThat(writer.findings()).isEmpty();
        assertThat(again).isEqualTo(analysis.uncertainty());
        assertThat(written(RiskWriter.of(project, again, byRow))).isEqualTo(written);
    }

    private static Map<String, String> written(RiskWriter writer) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        for (String part : RiskReader.PARTS) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writer.writeCompanion(part, out);
            tables.put(part, out.toString(StandardCharsets.UTF_8));
        }
        return tables;
    }

    private static Map<String, String> tables(Path folder) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                tables.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return tables;
    }

    @Property(tries = 100)
    void whatIsWrittenBesideACsvPlanComesBack(@ForAll long seed) throws IOException {
        assertComesBack(seed % 2 == 0 ? NUMBERED : withoutArrows(), false, seed);
    }

    @Property(tries = 100)
    void whatIsWrittenBesideAMicrosoftProjectFileComesBack(@ForAll long seed) throws IOException {
        assertComesBack(seed % 2 == 0 ? NUMBERED : NAMED, true, seed);
    }

    private static Project withoutArrows() {
        return plan("A10", "uid:B", "c; d", "10.2");
    }

    @Test
    void theTablesOfTheExampleComeBackAsTheyWere() throws IOException {
        Path examples = Path.of("..", "examples");
        Path original = examples.resolve("erp-rollout.csv");
        ReadResult read = ProjectFiles.read(original);
        RiskAnalysis analysis = RiskFiles.read(original, read).analysis();

        List<Problem> losses = RiskFiles.write(analysis, folder.resolve("erp.csv"));

        assertThat(losses).isEmpty();
        assertThat(read(read.project(), folder.resolve("erp.csv"))).isEqualTo(analysis.uncertainty());
        for (String part : List.of("drivers", "branches", "ranges")) {
            assertThat(Files.readString(folder.resolve("erp." + part + ".csv")).lines())
                    .as(part)
                    .hasSameSizeAs(Files.readAllLines(examples.resolve("erp-rollout." + part + ".csv")));
        }
        assertThat(Files.readAllLines(folder.resolve("erp.correlations.csv")))
                .isEqualTo(Files.readAllLines(examples.resolve("erp-rollout.correlations.csv")));
    }

    @Test
    void onlyTablesThatHoldSomethingAreMadeAndOldOnesAreEmptied() throws IOException {
        Path plan = folder.resolve("site.csv");
        Files.writeString(folder.resolve("site.risks.csv"), "ID,Name,Probability,Activities\nR9,Old,50%,1\n");

        RiskFiles.write(
                RiskAnalysis.of(NUMBERED).estimates().duration("1", Distribution.uniform(days(4), days(9))), plan);

        assertThat(tables(folder)).containsOnlyKeys("site.ranges.csv", "site.risks.csv");
        assertThat(tables(folder).get("site.ranges.csv")).isEqualTo("What,Of,Range\nduration,1,uniform 4d 9d\n");
        assertThat(tables(folder).get("site.risks.csv"))
                .startsWith("ID,Name,Probability,Activities,Delay")
                .hasLineCount(1);
    }

    @Test
    void aRowOfTheRegisterHoldsAllActivitiesWithOneImpact() throws IOException {
        Risk risk = Risk.of("R1", "Pumps late", 0.3)
                .delays("1", Distribution.uniform(days(1), days(2)))
                .delays("3", Distribution.uniform(days(1), days(2)))
                .costs("3", Distribution.constant(500))
                .mitigatedTo(0.1, 4000);

        RiskFiles.write(RiskAnalysis.of(NUMBERED).estimates().risk(risk), folder.resolve("site.csv"));

        assertThat(tables(folder).get("site.risks.csv").lines().skip(1))
                .containsExactly("R1,Pumps late,0.3,1;3,uniform 1d 2d,,,0.1,,,,4000.0", "R1,,,3,,,fixed 500,,,,,");
    }

    @Test
    void whatNoTableHoldsIsAFinding() throws IOException {
        RiskAnalysis analysis = RiskAnalysis.of(NAMED)
                .defaultRange(-0.1, 0.3)
                .lag("A10", "c; d", Distribution.uniform(days(0), days(1)))
                .duration(
                        "x->y",
                        PertMethod.triangular()
                                .between(10, 90)
                                .distribution(new dev.plumbline.model.Estimate(days(4), days(5), days(12))))
                .driver(" blanks ", Distribution.uniform(1, 2), "A10")
                .risk(Risk.of("R1", "Rain", 0.5).mitigatedTo(0.1, 0))
                .mitigated("R1");

        List<Problem> losses = RiskFiles.write(analysis, folder.resolve("site.csv"));

        assertThat(losses)
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "not written: digits of distributions beyond those that a table holds (1)",
                        "not written: names that no table can hold (1)",
                        "not written: the range of durations that have none (1)",
                        "not written: that risks are taken as mitigated (1)");
    }

    @Test
    void aDriverThatIsCalledLikeARowIsNotTakenForIt() throws IOException {
        Distribution factor = Distribution.uniform(1, 2);
        RiskAnalysis numbered =
                RiskAnalysis.of(NUMBERED).estimates().driver("4", factor, "2").correlateAll(0.5, "4", "40", "3");
        RiskAnalysis named = RiskAnalysis.of(NAMED)
                .estimates()
                .driver("3", factor, "A10")
                .correlate("A10", "3", 0.5)
                .correlate("c; d", "A10", 0.25);
        Path xml = folder.resolve("site.xml");

        assertThat(RiskFiles.write(numbered, xml)).isEmpty();
        assertThat(read(NUMBERED, xml)).isEqualTo(numbered.uncertainty());
        assertThat(RiskFiles.write(named, xml))
                .extracting(Problem::message)
                .containsExactly("not written: correlations of activities that a driver's name hides (1)");
        assertThat(read(NAMED, xml).correlations()).containsExactly(new Uncertainty.Correlated("A10", "3", 0.5));
    }

    @Test
    void aPlanOfAnotherFormatTakesItsTablesAlong() throws IOException {
        Path csv = folder.resolve("site.csv");
        RiskAnalysis analysis = new RandomRisks(NAMED, 4).analysis();
        ProjectFiles.write(CriticalPath.schedule(NAMED), csv);
        RiskFiles.write(analysis, csv);
        ReadResult read = ProjectFiles.read(csv);
        Path xml = folder.resolve("other.xml");

        read.write(read.project(), xml);
        List<Problem> findings = RiskFiles.carry(csv, read, xml, ReadOptions.DEFAULT);

        assertThat(findings).extracting(Problem::code).doesNotContain("CSV_LOSS");
        RiskInputs there = RiskFiles.read(xml, ProjectFiles.read(xml));
        RiskInputs here = RiskFiles.read(csv, read);
        assertThat(there.rows()).isPositive();
        assertThat(there.analysis().simulate(500, 3).finish().mean())
                .isEqualTo(here.analysis().simulate(500, 3).finish().mean());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tablesThatTwoFilesShareStayAsTheyAre(boolean fits) throws IOException {
        Project project = fits ? NUMBERED : NAMED;
        Path csv = folder.resolve("site.csv");
        ProjectFiles.write(CriticalPath.schedule(project), csv);
        RiskFiles.write(RiskAnalysis.of(project).certain(fits ? "40" : "A10"), csv);
        ReadResult read = ProjectFiles.read(csv);
        Map<String, String> before = tables(folder);

        List<Problem> findings = RiskFiles.carry(csv, read, folder.resolve("site.xml"), ReadOptions.DEFAULT);

        assertThat(tables(folder)).isEqualTo(before);
        assertThat(findings).extracting(Problem::code).isEqualTo(fits ? List.of() : List.of("RISK_TABLE_SHARED"));
    }

    @Test
    void sharedTablesThatNameRowsAreWrittenSoThatBothFilesFindThem() throws IOException {
        Path xml = folder.resolve("site.xml");
        ProjectFiles.write(CriticalPath.schedule(NUMBERED), xml);
        Files.writeString(folder.resolve("site.ranges.csv"), "What,Of,Range\nduration,4,2d 3d 9d\n");
        ReadResult read = ProjectFiles.read(xml);
        Uncertainty before = RiskFiles.read(xml, read).analysis().uncertainty();
        Path csv = folder.resolve("site.csv");

        List<Problem> findings = RiskFiles.carry(xml, read, csv, ReadOptions.DEFAULT);

        assertThat(findings).isEmpty();
        assertThat(Files.readString(folder.resolve("site.ranges.csv")))
                .isEqualTo("What,Of,Range\nduration,uid:40,pert 2d 3d 9d\n");
        assertThat(read(read.project(), csv)).isEqualTo(before);
        assertThat(RiskFiles.read(xml, read).analysis().uncertainty()).isEqualTo(before);
    }

    @Test
    void tablesThatWereThereBeforeAreToldWhereThePlanHasNone() throws IOException {
        Path csv = folder.resolve("site.csv");
        ProjectFiles.write(CriticalPath.schedule(NUMBERED), csv);
        Files.writeString(folder.resolve("old.weather.csv"), "Calendar,Months,Days Lost\n");

        List<Problem> findings =
                RiskFiles.carry(csv, ProjectFiles.read(csv), folder.resolve("old.xml"), ReadOptions.DEFAULT);

        assertThat(findings)
                .extracting(Problem::message)
                .containsExactly("old.weather.csv was there already and now belongs to this plan");
    }

    @Test
    void aPlanOfNoKnownFormatHasNoTables() {
        assertThatThrownBy(() -> RiskFiles.write(RiskAnalysis.of(NUMBERED), folder.resolve("site.mpp")))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("name a file .xml or .csv");
        assertThat(RiskReader.PARTS).noneMatch(part -> Files.exists(folder.resolve("site." + part + ".csv")));
    }
}
