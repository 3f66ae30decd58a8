package dev.plumbline.io.report;

import static dev.plumbline.calendar.WorkTime.days;
import static dev.plumbline.calendar.WorkTime.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.model.Activity;
import dev.plumbline.model.Location;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import dev.plumbline.model.ProjectBuilder;
import dev.plumbline.model.Resource;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class HtmlReportTest {

    @Test
    void theChartHasARowAndABarForEveryRowOfThePlan() throws Exception {
        Document page = parse(page(SamplePlans.waterworks()));

        assertThat(withClass(page, "div", "r")).hasSize(1 + 23);
        assertThat(withClass(page, "rect", "b")).hasSizeGreaterThan(13);
        assertThat(texts(withClass(page, "bdi", "n")))
                .contains("Excavate pump pit", "Mechanical completion", "Handover");
    }

    @Test
    void theTableTellsDatesFloatAndDriverOfAnActivity() throws Exception {
        Document page = parse(page(SamplePlans.pumpStation()));

        Element activities = byId(page, "activities");
        List<String> rows = texts(elements(activities, "tr"));
        assertThat(rows)
                .contains("3CPipework80h2026-03-11 08:002026-03-24 17:000d0dFoundation (SS+16h)yes")
                .hasSize(1 + 5);
    }

    @Test
    void overloadsNameTheResourceTheSpanAndTheActivities() throws Exception {
        Document page = parse(page(SamplePlans.pumpStation()));

        List<String> rows = texts(elements(byId(page, "resources"), "tr"));
        assertThat(rows)
                .contains("crew400%500%352h92%1")
                .contains("crew2026-03-11 08:002026-03-18 17:00500%400%48hFoundation, Pipework");
    }

    @Test
    void pathsTellDragFloatPathsAndWhatIsNearlyCritical() throws Exception {
        Project project = Project.builder("paths")
                .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                .activity("A", "Dig", days(10))
                .activity("B", "Pave", days(7))
                .activity("C", "Open", days(1))
                .finishToStart("A", "C")
                .finishToStart("B", "C")
                .build();

        List<String> rows = texts(elements(byId(parse(page(project)), "paths"), "tr"));

        assertThat(rows)
                .contains(
                        "ADig10d2026-03-02 08:002026-03-13 17:000d3dproject start",
                        "10d2A DigC Open",
                        "23d1B PaveB PaveC Open",
                        "BPave2026-03-02 08:002026-03-10 17:003d3d0d3d");
    }

    @Test
    void findingsOfReadingComeWithTheirPlace() throws Exception {
        Problem finding = Problem.warning("CSV_BAD_DATE", "the date '31.2.2026' does not exist", "use 28.2.2026")
                .at(Location.of("plan.csv", 12, 3));

        Document page = parse(page(SamplePlans.pumpStation(), List.of(finding), Window.ALL, 2000));

        assertThat(texts(elements(byId(page, "findings"), "td")))
                .containsExactly(
                        "warning",
                        "CSV_BAD_DATE",
                        "plan.csv:12:3",
                        "the date '31.2.2026' does not exist",
                        "use 28.2.2026");
    }

    @Test
    void everyMarkThatIsUsedIsDefinedOnce() throws Exception {
        String page = page(SamplePlans.waterworks());

        Set<String> used = new TreeSet<>(found(page, "href=\"#([^\"]*)\""));
        used.addAll(found(page, "url\\(#([^)]*)\\)"));
        used.addAll(found(page, "for=\"([^\"]*)\""));
        List<String> defined = found(page, " id=\"([^\"]*)\"");
        assertThat(defined).doesNotHaveDuplicates().containsAll(used);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "]]></style><svg onload=alert(1)>",
                "--></title></script><!--",
                "&lt;&#60;&amp;",
                "\u202Etxt.exe\u202C\u2066a\u2069",
                "\u0000\u0001\u001B[31mred\u0085\u009B\uFFFE\uFFFF",
                "\uD800 lone \uDC00",
                "line one\nline two\ttab",
            })
    void hostileTextsStayTexts(String text) throws Exception {
        Project project = hostile(text);
        String plain = page(hostile("plain"));

        String page = page(
                project,
                List.of(Problem.error("CODE", text, text).at(new Location(text, 1, 1, 0, text))),
                Window.ALL,
                2000);

        Document parsed = parse(page);
        assertThat(page.codePoints().filter(HtmlReportTest::isUnsafe)).isEmpty();
        assertThat(found(page, "<(script|style|img|svg onload)[ >]"))
                .hasSameSizeAs(found(plain, "<(script|style)[ >]"));
        assertThat(attributes(parsed)).isEqualTo(attributes(parse(plain)));
    }

    private static Project hostile(String text) {
        return Project.builder(text)
                .add(Resource.work("r", text, 1))
                .add(Activity.builder("1", text, hours(8)).wbs(text).build())
                .add(Activity.builder("x" + text, text, hours(8)).wbs(text).build())
                .milestone("3", text)
                .finishToStart("1", "x" + text)
                .assign("1", "r", 2)
                .build();
    }

    private static boolean isUnsafe(int c) {
        int type = Character.getType(c);
        return (type == Character.CONTROL && c != '\n') || type == Character.FORMAT || type == Character.SURROGATE;
    }

    private static Set<String> attributes(Document page) {
        Set<String> names = new TreeSet<>();
        for (Element element : elements(page.getDocumentElement(), "*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                names.add(element.getAttributes().item(i).getNodeName());
            }
        }
        return names;
    }

    @Test
    void nothingIsLoadedFromElsewhere() throws Exception {
        String page = page(SamplePlans.waterworks());

        assertThat(found(page, "(?i)(https?:|ftp:|//[a-z])[^\"' ]*")).containsExactly("http:");
        assertThat(page).contains("xmlns=\"http://www.w3.org/1999/xhtml\"");
        assertThat(page)
                .doesNotContain(
                        " src=",
                        "@import",
                        "<link",
                        "<iframe",
                        "<object",
                        "<embed",
                        "javascript:",
                        "=\"data:",
                        "(data:");
        assertThat(found(page, "url\\(([^)]*)\\)")).allMatch(target -> target.startsWith("#"));
        assertThat(found(page, " (on[a-z]+|style)=")).isEmpty();
    }

    @Test
    void thePolicyAllowsTheInlineStyleAndScriptOfThePageAndNothingElse() throws Exception {
        String page = page(SamplePlans.waterworks());

        String style = found(page, "(?s)<style>(.*?)</style>").get(0);
        String script = found(page, "(?s)<script>(.*?)</script>").get(0);
        assertThat(page)
                .contains("content=\"default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script)
                        + "; base-uri 'none'; form-action 'none'\"");
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    @ParameterizedTest
    @CsvSource({
        "tr-TR, Europe/Warsaw",
        "ar-SA-u-nu-arab, America/Sao_Paulo",
        "ja-JP-u-ca-japanese, Asia/Kathmandu",
        "th-TH-u-ca-buddhist-nu-thai, Pacific/Apia",
        "de-DE, Australia/Lord_Howe",
        "lt-LT, UTC"
    })
    void pagesAreEqualInEveryLocaleAndZone(String locale, String zone) throws IOException {
        String expected = page(SamplePlans.waterworks());
        Locale oldLocale = Locale.getDefault();
        TimeZone oldZone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));

            assertThat(page(SamplePlans.waterworks())).isEqualTo(expected);
        } finally {
            Locale.setDefault(oldLocale);
            TimeZone.setDefault(oldZone);
        }
    }

    @Test
    void aChartOfDatesShowsOnlyRowsThatTouchThem() throws Exception {
        Window may = new Window(LocalDate.of(2026, 5, 18), LocalDate.of(2026, 5, 31));

        Document page = parse(page(SamplePlans.waterworks(), List.of(), may, 2000));

        assertThat(texts(withClass(page, "bdi", "n")))
                .containsExactly("Commissioning", "Dry tests", "Wet tests", "Training");
        assertThat(texts(withClass(page, "p", "note"))).containsExactly("19 rows lie outside the dates of the chart.");
        Element chart = byId(page, "chart");
        assertThat(chart.getAttribute("data-from")).isEqualTo("2026-05-18");
        assertThat(chart.getAttribute("data-to")).isEqualTo("2026-05-31");
    }

    @Test
    void aPlanWithoutActivitiesMakesAPage() throws Exception {
        Document page = parse(page(Project.builder("").build()));

        assertThat(texts(elements(page.getDocumentElement(), "h1"))).containsExactly("Project");
        assertThat(withClass(page, "div", "r")).hasSize(1);
    }

    @Test
    void aPlanBeyondTheCapShowsSummariesThenCriticalActivitiesAndSaysSo() throws Exception {
        Document page = parse(page(SamplePlans.waterworks(), List.of(), Window.ALL, 8));

        assertThat(texts(withClass(page, "bdi", "n")))
                .containsExactly(
                        "Preparation",
                        "Permits",
                        "Construction",
                        "Civil works",
                        "Set up site",
                        "Excavate pump pit",
                        "Mechanical works",
                        "Commissioning");
        assertThat(texts(withClass(page, "p", "note")))
                .anyMatch(note -> note.startsWith("8 of 23 rows shown: summaries first"))
                .contains("8 of 9 rows shown; ask for all rows to see the rest.");
    }

    @Test
    void aPlanOfAHundredThousandActivitiesMakesAPageOfAFewMegabytes() throws IOException {
        ProjectBuilder plan = Project.builder("large").start(LocalDateTime.of(2026, 1, 5, 8, 0));
        for (int i = 1; i <= 100_000; i++) {
            plan.activity("" + i, "Activity " + i, days(1 + i % 5));
            for (int back : new int[] {1, 7, 1000}) {
                if (i > back && i % 50 != 1) {
                    plan.finishToStart("" + (i - back), "" + i);
                }
            }
        }

        Counter size = new Counter();
        HtmlReport.write(PlanFacts.of(CriticalPath.schedule(plan.build()), List.of()), null, Window.ALL, 2000, size);

        assertThat(size.count).isBetween(500_000L, 12_000_000L);
    }

    @Test
    void arrowsBeyondTheBudgetAreCountedInsteadOfDrawn() throws IOException {
        ProjectBuilder plan = Project.builder("complete graph");
        for (int i = 0; i < 200; i++) {
            plan.activity("" + i, "Activity " + i, hours(1));
            for (int j = 0; j < i; j++) {
                plan.finishToStart("" + j, "" + i);
            }
        }

        String page = page(plan.build());

        assertThat(page).containsPattern("[0-9,]+ relationships are not drawn");
        assertThat(page.length()).isLessThan(6_000_000);
    }

    /** Counts what is written without keeping it. */
    private static final class Counter implements Appendable {
        private long count;

        @Override
        public Appendable append(CharSequence text) {
            count += text.length();
            return this;
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) {
            count += end - start;
            return this;
        }

        @Override
        public Appendable append(char c) {
            count++;
            return this;
        }
    }

    private static String page(Project project) throws IOException {
        return page(project, List.of(), Window.ALL, 2000);
    }

    private static String page(Project project, List<Problem> findings, Window window, int rows) throws IOException {
        StringBuilder page = new StringBuilder();
        HtmlReport.write(PlanFacts.of(CriticalPath.schedule(project), findings), null, window, rows, page);
        return page.toString();
    }

    private static Document parse(String page) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilder builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(page)));
    }

    private static List<Element> elements(Element below, String tag) {
        List<Element> elements = new ArrayList<>();
        NodeList nodes = below.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<Element> withClass(Document page, String tag, String style) {
        return elements(page.getDocumentElement(), tag).stream()
                .filter(e -> List.of(e.getAttribute("class").split(" ")).contains(style))
                .toList();
    }

    private static Element byId(Document page, String id) {
        return elements(page.getDocumentElement(), "*").stream()
                .filter(e -> e.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(List<Element> elements) {
        return elements.stream().map(Element::getTextContent).map(String::strip).toList();
    }

    private static List<String> found(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
