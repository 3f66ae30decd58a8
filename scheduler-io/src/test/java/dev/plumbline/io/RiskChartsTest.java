package dev.plumbline.io;

import static dev.plumbline.calendar.WorkTime.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.risk.Distribution;
import dev.plumbline.risk.Risk;
import dev.plumbline.risk.RiskAnalysis;
import dev.plumbline.risk.RiskResult;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class RiskChartsTest {

    @TempDir
    Path folder;

    private static ProjectBuilder builder() {
        return Project.builder("Site <1> & \"co\"")
                .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                .activity("A", "Excavate & fill", days(5), a -> a.fixedCost(new java.math.BigDecimal(500)))
                .activity("B", "Foundation with a name that is longer than any chart has room for", days(8))
                .activity("C", "Paint", days(9))
                .milestone("M", "Done")
                .finishToStart("A", "B")
                .finishToStart("A", "C")
                .finishToStart("B", "M")
                .finishToStart("C", "M");
    }

    private static RiskResult result() {
        return RiskAnalysis.of(builder().build())
                .defaultRange(-0.2, 0.5)
                .cost("A", Distribution.uniform(400, 900))
                .risk(Risk.of("R1", "Rain", 0.3).delays("B", Distribution.uniform(days(1), days(4))))
                .risk(Risk.of("R2", "Luck", 0.4).stretches("A", Distribution.uniform(-0.4, -0.3)))
                .simulate(1_000, 5);
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @ParameterizedTest
    @EnumSource(RiskCharts.Kind.class)
    void everyDrawingIsWellFormedAndTellsWhatItIs(RiskCharts.Kind kind) throws Exception {
        String svg = RiskCharts.svg(result(), kind);

        Document document = parse(svg);
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isNotBlank();
        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity").contains("prefers-color-scheme: dark");
        assertThat(RiskCharts.svg(result(), kind)).isEqualTo(svg);
    }

    @Test
    void theFinishHasBarsAnSCurveItsBandThePlanAndPercentiles() throws Exception {
        String svg = RiskCharts.svg(result(), RiskCharts.Kind.FINISH);

        assertThat(svg).contains("class=\"band\"", "class=\"curve\"", ">P50<", ">P80<", ">plan ");
        assertThat(svg.split("class=\"bar\"", -1)).hasSizeGreaterThan(10);
        assertThat(svg).contains("Site &lt;1&gt; &amp; &quot;co&quot;");
    }

    @Test
    void anOpportunityPointsToTheLeftInTheTornado() {
        String svg = RiskCharts.svg(result(), RiskCharts.Kind.TORNADO);

        assertThat(svg).contains(">Luck<", ">Rain<", "Foundation with a name that i…");
        assertThat(svg).containsPattern("Luck: -[0-9.]+d");
    }

    @Test
    void theFinishOfAnActivityCanBeDrawn() {
        assertThat(RiskCharts.finish(result(), "B")).contains("Foundation with a name");
        assertThatThrownBy(() -> RiskCharts.finish(result(), "X")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPlanThatCostsNothingHasNoDrawingOfCosts() {
        Project project = Project.builder("Free")
                .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                .activity("A", "A", days(5))
                .build();
        RiskResult free = RiskAnalysis.of(project).defaultRange(-0.1, 0.3).simulate(100, 1);

        assertThatThrownBy(() -> RiskCharts.svg(free, RiskCharts.Kind.COST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("costs nothing");
    }

    @Test
    void aPlanThatIsCertainIsDrawnToo() throws Exception {
        Project project = Project.builder("Sure")
                .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                .activity("A", "A", days(5))
                .build();
        RiskResult sure = RiskAnalysis.of(project).simulate(100, 1);

        for (RiskCharts.Kind kind :
                List.of(RiskCharts.Kind.FINISH, RiskCharts.Kind.TORNADO, RiskCharts.Kind.CRITICALITY)) {
            assertThat(parse(RiskCharts.svg(sure, kind))).isNotNull();
            assertThat(RiskCharts.svg(sure, kind)).doesNotContain("NaN");
        }
    }

    @Test
    void thePageHasASectionOnRisk() throws Exception {
        Path page = folder.resolve("page.html");
        RiskResult result = result();

        Reports.html(
                CriticalPath.schedule(result.analysis().project()), result, List.of(), ReportOptions.DEFAULT, page);

        String html = Files.readString(page);
        assertThat(html)
                .contains("<section id=\"risk\">", "href=\"#risk\"", "In 1,000 simulated runs of the plan (seed ")
                .contains(
                        "<h3>Percentiles</h3>",
                        "<h3>Milestones</h3>",
                        "<h3>Contingency</h3>",
                        "<h3>Contingency for cost</h3>",
                        "<h3>Risk register</h3>");
        assertThat(html.split("<svg class=\"plot\"", -1)).hasSize(5);
        parse(html.substring(html.indexOf("<html")));
    }

    @Test
    void aPageWithoutSimulationHasNone() throws IOException {
        Path page = folder.resolve("page.html");

        Reports.html(CriticalPath.schedule(builder().build()), page);

        assertThat(Files.readString(page)).doesNotContain("id=\"risk\"");
    }
}
