package dev.plumbline.io.report;

import static dev.plumbline.calendar.WorkTime.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.ReportOptions;
import dev.plumbline.io.Reports;
import dev.plumbline.io.RiskCharts;
import dev.plumbline.level.Levelled;
import dev.plumbline.level.Levelling;
import dev.plumbline.level.ResourceProfile;
import dev.plumbline.model.Problem;
import dev.plumbline.risk.Distribution;
import dev.plumbline.risk.Risk;
import dev.plumbline.risk.RiskAnalysis;
import dev.plumbline.risk.RiskResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Pages, pictures and texts are, byte for byte, those that somebody looked at. Where a change is meant, run the test with
 * {@code -Dplumbline.golden=$PWD/scheduler-io/src/test/resources/report} and look at what has changed before it is committed.
 */
class GoldenReportsTest {

    private static final List<Problem> FINDINGS = List.of(
            Problem.warning("CSV_RAGGED", "row 3 has a cell <too> many", "remove it"),
            Problem.info("MSPDI_UNKNOWN_ELEMENT", "element 'Foo' is not known", "nothing to do"));

    private static void isGolden(String name, String text) throws IOException {
        String folder = System.getProperty("plumbline.golden");
        if (folder != null) {
            Files.createDirectories(Path.of(folder));
            Files.writeString(Path.of(folder, name), text);
        }
        try (var in = GoldenReportsTest.class.getResourceAsStream("/report/" + name)) {
            String golden = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).as(name).isEqualTo(golden);
        }
    }

    /** The part of a page that its plan decides. */
    private static String body(String page) {
        return page.substring(page.indexOf("<body"), page.indexOf("<script"));
    }

    private static String section(String page, String id) {
        int from = page.indexOf("<section id=\"" + id + "\"");
        return page.substring(from, page.indexOf("<section", from + 1));
    }

    private static RiskResult risk(Schedule plan) {
        String last = plan.project().activities().get(3).id();
        return RiskAnalysis.of(plan.project())
                .defaultRange(-0.2, 0.5)
                .cost(last, Distribution.uniform(4_000, 9_000))
                .risk(Risk.of("R1", "Rain & wind", 0.3).delays(last, Distribution.uniform(days(1), days(4))))
                .simulate(500, 5);
    }

    @Test
    void thePageOfAPlanUnderWay() throws IOException {
        Schedule plan = CriticalPath.schedule(SamplePlans.waterworks());
        StringBuilder page = new StringBuilder();

        Reports.html(plan, FINDINGS, ReportOptions.DEFAULT, page);

        isGolden("waterworks.html", body(page.toString()));
    }

    @Test
    void thePageOfALevelledPlan() throws IOException {
        Levelled levelled = Levelling.DEFAULT.level(SamplePlans.waterworks());
        Path file = Files.createTempFile("report", ".html");
        try {
            Reports.html(levelled.before(), levelled.schedule(), List.of(), ReportOptions.DEFAULT, file);

            isGolden("levelled.html", section(Files.readString(file), "resources"));
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void thePageOfRisk() throws IOException {
        Schedule plan = CriticalPath.schedule(SamplePlans.pumpStation());
        Path file = Files.createTempFile("report", ".html");
        try {
            Reports.html(plan, risk(plan), List.of(), ReportOptions.DEFAULT, file);

            isGolden("risk.html", section(Files.readString(file), "risk"));
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void textsOfAPlan() throws IOException {
        Schedule plan = CriticalPath.schedule(SamplePlans.waterworks());

        isGolden("waterworks.txt", Reports.summary(plan, FINDINGS) + "\n" + Reports.gantt(plan));
    }

    @Test
    void picturesOfAResource() throws IOException {
        Levelled levelled = Levelling.DEFAULT.level(SamplePlans.waterworks());

        isGolden("crew.svg", Reports.svg(ResourceProfile.of(levelled.before(), "crew")));
        isGolden(
                "crew-levelled.svg",
                Reports.svg(ResourceProfile.of(levelled.before(), "crew"), levelled.profile("crew")));
    }

    @ParameterizedTest
    @EnumSource(RiskCharts.Kind.class)
    void picturesOfRisk(RiskCharts.Kind kind) throws IOException {
        Schedule plan = CriticalPath.schedule(SamplePlans.waterworks());

        isGolden("risk-" + kind.name().toLowerCase(java.util.Locale.ROOT) + ".svg", RiskCharts.svg(risk(plan), kind));
    }
}
