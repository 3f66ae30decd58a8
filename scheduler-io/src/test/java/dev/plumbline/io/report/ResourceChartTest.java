package dev.plumbline.io.report;

import static dev.plumbline.calendar.WorkTime.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.ReportOptions;
import dev.plumbline.io.Reports;
import dev.plumbline.level.Levelled;
import dev.plumbline.level.Levelling;
import dev.plumbline.level.ResourceProfile;
import dev.plumbline.level.Smoothed;
import dev.plumbline.level.Smoothing;
import dev.plumbline.model.Project;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class ResourceChartTest {

    @TempDir
    Path folder;

    private static Document parse(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static long paths(Document document, String style) {
        NodeList all = document.getElementsByTagName("path");
        long count = 0;
        for (int i = 0; i < all.getLength(); i++) {
            count += all.item(i)
                            .getAttributes()
                            .getNamedItem("class")
                            .getTextContent()
                            .equals(style)
                    ? 1
                    : 0;
        }
        return count;
    }

    @Test
    void whatIsBeyondTheCapacityIsDrawnApart() throws Exception {
        Schedule plan = CriticalPath.schedule(SamplePlans.pumpStation());

        String picture = Reports.svg(ResourceProfile.of(plan, "crew"));

        Document document = parse(picture);
        assertThat(document.getDocumentElement().getNodeName()).isEqualTo("svg");
        assertThat(paths(document, "rd")).isEqualTo(1);
        assertThat(paths(document, "ro")).isEqualTo(1);
        assertThat(paths(document, "rm")).isEqualTo(1);
        assertThat(picture).contains(">40h<", ">2026-03-09<").isEqualTo(Reports.svg(ResourceProfile.of(plan, "crew")));
    }

    @Test
    void beforeAndAfterShareTheirScales() throws Exception {
        Levelled levelled = Levelling.DEFAULT.level(SamplePlans.pumpStation());
        ResourceProfile before = ResourceProfile.of(levelled.before(), "crew");

        Document document = parse(Reports.svg(before, levelled.profile("crew")));

        assertThat(paths(document, "rd")).isEqualTo(2);
        assertThat(paths(document, "ro")).as("only before").isEqualTo(1);
        assertThat(document.getElementsByTagName("style").getLength()).isEqualTo(1);
        NodeList texts = document.getElementsByTagName("text");
        String all = document.getDocumentElement().getTextContent();
        assertThat(all).contains("crew, before", "crew, after");
        assertThat(texts.getLength() % 2).as("the same marks twice").isZero();
    }

    @Test
    void aNameCannotBreakOutOfThePicture() throws Exception {
        Project project = Project.builder("plan")
                .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                .resource("<script>&\"'", 1)
                .activity("1", "a", days(1))
                .assign("1", "<script>&\"'", 2)
                .build();

        Document document = parse(
                Reports.svg(ResourceProfile.of(CriticalPath.schedule(project)).get(0)));

        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getDocumentElement().getTextContent()).contains("<script>");
    }

    @Test
    void aResourceThatNobodyAsksHasNoPicture() {
        Project project = Project.builder("plan")
                .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                .resource("idle", 1)
                .activity("1", "a", days(1))
                .build();
        ResourceProfile idle = ResourceProfile.of(CriticalPath.schedule(project), "idle");

        assertThatThrownBy(() -> Reports.svg(idle))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is nothing to draw of 'idle'");
    }

    @Test
    void longPlansAreDrawnByWeekAndMonth() throws Exception {
        for (int length : new int[] {100, 400, 4_000, 60_000}) {
            Project project = Project.builder("plan")
                    .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                    .resource("crew", 1)
                    .activity("1", "a", days(length))
                    .assign("1", "crew", 1)
                    .build();

            String picture = Reports.svg(ResourceProfile.of(CriticalPath.schedule(project), "crew"));

            assertThat(picture.length()).as("%d days", length).isLessThan(150_000);
            assertThat(parse(picture).getElementsByTagName("text").getLength()).isBetween(4, 14);
        }
    }

    @Test
    void thePageOfALevelledPlanShowsBothAndThatOfASmoothedToo() throws IOException {
        Path file = folder.resolve("page.html");
        Levelled levelled = Levelling.DEFAULT.level(SamplePlans.pumpStation());
        Reports.html(levelled.before(), levelled.schedule(), levelled.findings(), ReportOptions.DEFAULT, file);

        assertThat(Files.readString(file))
                .contains("Before: crew: peak 5 of 4 units, 92% used, overallocated 1 time")
                .contains("After: crew: peak 3 of 4 units")
                .contains("Overallocations before");

        Smoothed smoothed = Smoothing.DEFAULT.smooth(SamplePlans.pumpStation());
        Reports.html(smoothed.before(), smoothed.schedule(), List.of(), ReportOptions.DEFAULT, file);
        assertThat(Files.readString(file)).contains("After: crew: peak");
    }
}
