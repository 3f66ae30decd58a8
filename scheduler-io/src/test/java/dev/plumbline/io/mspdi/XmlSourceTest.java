package dev.plumbline.io.mspdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.io.ReadLimits;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parser hands out, through windows so narrow that everything is cut somewhere, and how far its limits reach. */
class XmlSourceTest {

    private static final int[] WINDOWS = {16, 17, 19, 23, 31, 64, XmlInput.WINDOW};

    /** Documents of 4,000 bytes, tokens of 100, texts of 50 characters, 4 levels, 3 attributes, names of 10. */
    private static final ReadLimits SMALL =
            new ReadLimits(4_000, 100, 50, 4, 3, 10, 64, 100, 100, 100, 100, 100, 8, 100, 100, 100, 1900, 2200, 100);

    private static XmlSource open(String document, ReadLimits limits, int window) throws IOException {
        return XmlSource.open(
                new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
                limits,
                new ProblemLog("f", 10),
                window);
    }

    /** The texts of the children of the root element, each with its name, attributes and the place behind its tag. */
    private static List<String> children(String document, int window) throws IOException {
        XmlSource xml = open(document, ReadLimits.untrusted(), window);
        List<String> told = new ArrayList<>();
        while (xml.nextChild()) {
            StringBuilder line = new StringBuilder(xml.fullName().qualified);
            xml.attributes()
                    .forEach(a -> line.append(' ')
                            .append(a.name().qualified)
                            .append('=')
                            .append(a.value()));
            line.append(" at ").append(Spot.location(xml.spot()).line());
            line.append(':').append(Spot.location(xml.spot()).column());
            xml.readText();
            told.add(line + " [" + new String(xml.text, xml.from, xml.to - xml.from) + "]");
        }
        xml.finish();
        return told;
    }

    private static void holds(String document, String... children) throws IOException {
        for (int window : WINDOWS) {
            assertThat(children(document, window)).as("window of %d", window).containsExactly(children);
        }
    }

    private static Problem refused(String document, ReadLimits limits) {
        Problem first = null;
        for (int window : WINDOWS) {
            PlumblineException refusal = catchThrowableOfType(PlumblineException.class, () -> {
                XmlSource xml = open(document, limits, window);
                while (xml.nextChild()) {
                    xml.readText();
                }
                xml.finish();
            });
            assertThat(refusal).as("window of %d", window).isNotNull();
            Problem problem = refusal.problems().get(0);
            first = first == null ? problem : first;
            assertThat(problem).as("window of %d", window).isEqualTo(first);
        }
        return first;
    }

    private static void accepted(String document) throws IOException {
        for (int window : WINDOWS) {
            XmlSource xml = open(document, SMALL, window);
            while (xml.nextChild()) {
                xml.readText();
            }
            xml.finish();
        }
    }

    @Test
    void textInOnePieceOrMany() throws IOException {
        holds(
                "<r><a>plain</a><b/><c></c><d >x</d ></r>",
                "a at 1:7 [plain]",
                "b at 1:20 []",
                "c at 1:23 []",
                "d at 1:31 [x]");
        holds("<r><a>one&amp;two&#65;&#x1F600;&lt;</a></r>", "a at 1:7 [one&twoA\uD83D\uDE00<]");
        holds("<r><a>one<!-- two -->three<?pi four?>five</a></r>", "a at 1:7 [onethreefive]");
        holds("<r><a>one<b>two<c>three</c></b>four</a></r>", "a at 1:7 [onefour]");
        holds("<r><a><![CDATA[<&]]]]><![CDATA[>]]> end</a></r>", "a at 1:7 [<&]]> end]");
        holds("<r><a>a\r\nb\rc\nd</a><b>\r</b></r>", "a at 1:7 [a\nb\nc\nd]", "b at 4:9 [\n]");
        holds("<r><a><![CDATA[a\r\nb\rc\nd]]></a>\r\n<b/></r>", "a at 1:7 [a\nb\nc\nd]", "b at 5:5 []");
        holds("<r><a>]]</a><b>]</b></r>", "a at 1:7 []]]", "b at 1:16 []]");
    }

    @Test
    void longTextsGrowTheWindow() throws IOException {
        String text = "0123456789 ".repeat(9_000).strip();
        holds(
                "<r><a>" + text + "</a><b>" + text + "&lt;</b></r>",
                "a at 1:7 [" + text + "]",
                "b at 1:99013 [" + text + "<]");
    }

    @Test
    void tagsWithAttributesOverSeveralLines() throws IOException {
        holds(
                "<r>\n<a x='1'\n  y=\"a&amp;'b\" \r\n z = 'a\tb\r\nc\rd\ne'>t</a><b x='' /></r>",
                "a x=1 y=a&'b z=a b c d e at 7:4 [t]",
                "b x= at 7:19 []");
        holds("<r><a x='>'>1</a><a y=\"/>\"/></r>", "a x=> at 1:13 [1]", "a y=/> at 1:29 []");
        holds(
                "<p:r xmlns:p='u' xmlns='v'><p:a>1</p:a><a xmlns='w' p:x='2'>3</a></p:r>",
                "p:a at 1:33 [1]",
                "a xmlns=w p:x=2 at 1:61 [3]".replace("xmlns=w ", ""));
    }

    @Test
    void namesOfOtherAlphabets() throws IOException {
        holds("<r><\u00c4\u00df_1.-\u00b7>x</\u00c4\u00df_1.-\u00b7></r>", "\u00c4\u00df_1.-\u00b7 at 1:13 [x]");
        holds(
                "<r><\uD800\uDC00a\uD800\uDC01>x</\uD800\uDC00a\uD800\uDC01></r>",
                "\uD800\uDC00a\uD800\uDC01 at 1:11 [x]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<r><1a/></r>",
                "<r><-/></r>",
                "<r><\u00b7a/></r>",
                "<r>< a/></r>",
                "<r><a:/></r>",
                "<r><:a/></r>",
                "<r><a:b:c/></r>",
                "<r><a:1/></r>",
                "<r><a</r>",
                "<r><a b/></r>",
                "<r><a b=c/></r>",
                "<r><a b='c/></r>",
                "<r><a b='c'd='e'/></r>",
                "<r><a b='1' b='2'/></r>",
                "<r><a b='&x;'/></r>",
                "<r><a b='<'/></r>",
                "<r><p:a/></r>",
                "<r><a p:b=''/></r>",
                "<r>&amp</r>",
                "<r>&#0;</r>",
                "<r>&#xD800;</r>",
                "<r>&;</r>",
                "<r>&nbsp;</r>",
                "<r></s></r>",
                "<r></r x></r>",
                "<r/><s/>",
                "<r/>x",
                "<r><a></r></a>",
                "<r>\u0001</r>",
                "<r><![CDATA[\u0001]]></r>",
                "<r><!x></r><!-- -->",
                "<r><![CDAT[x]]></r>",
                "<r><a/ ></r>",
                "<r><a /x></r>",
                "</r>",
                "<r><a =''/></r>",
                "<r><xmlns:a/></r>",
                "<r xmlns:xmlns='u'/>",
                "<r><\uD800a/></r>",
                "<r><!-- -- --></r>",
                "<r>]]></r>"
            })
    void whatIsNotWellFormedIsRefusedAtItsPlace(String document) {
        Problem problem = refused(document, ReadLimits.untrusted());

        assertThat(problem.code()).isEqualTo("XML_NOT_WELL_FORMED");
        assertThat(problem.location().line()).isEqualTo(1);
        assertThat(problem.location().column()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<r>",
                "<r><a>",
                "<r><a",
                "<r><a ",
                "<r><a b='",
                "<r>x",
                "<r><",
                "<r></",
                "<r></r",
                "<r></r ",
                "<r><!",
                "<r><!--",
                "<r><![CDATA[",
                "<r><![CDATA[x]]",
                "<r><?p",
                "<r>&am",
                "<r><a></a>"
            })
    void whatEndsTooSoonIsTruncated(String document) {
        assertThat(refused(document, ReadLimits.untrusted()).code()).isIn("XML_TRUNCATED", "XML_NOT_WELL_FORMED");
    }

    @Test
    void aDoctypeIsRefusedWhereItStands() {
        Problem problem = refused("<?xml version='1.0'?>\n  <!DOCTYPE r><r/>", ReadLimits.untrusted());

        assertThat(problem.code()).isEqualTo("XML_DOCTYPE_FORBIDDEN");
        assertThat(problem.location().line()).isEqualTo(2);
        assertThat(problem.location().column()).isEqualTo(3);
    }

    private static void limits(String code, String within, String beyond) throws IOException {
        accepted(within);
        assertThat(refused(beyond, SMALL).code()).isEqualTo(code);
    }

    @Test
    void limitsAreExact() throws IOException {
        limits("LIMIT_DEPTH", "<r><a><b><c/></b></a></r>", "<r><a><b><c><d/></c></b></a></r>");
        limits("LIMIT_NAME", "<r><" + "a".repeat(10) + "/></r>", "<r><" + "a".repeat(11) + "/></r>");
        limits("LIMIT_NAME", "<r><a " + "b".repeat(10) + "=''/></r>", "<r><a " + "b".repeat(11) + "=''/></r>");
        limits("LIMIT_ATTRIBUTE", "<r><a b='' c='' d=''/></r>", "<r><a b='' c='' d='' e=''/></r>");
        limits(
                "LIMIT_ATTRIBUTE",
                "<r><a xmlns='u' xmlns:p='v' d=''/></r>",
                "<r><a xmlns='u' xmlns:p='v' d='' e=''/></r>");
        limits("LIMIT_TEXT", "<r><a>" + "x".repeat(50) + "</a></r>", "<r><a>" + "x".repeat(51) + "</a></r>");
        limits(
                "LIMIT_TEXT",
                "<r><a>" + "x".repeat(25) + "&lt;" + "y".repeat(24) + "</a></r>",
                "<r><a>" + "x".repeat(25) + "&lt;" + "y".repeat(25) + "</a></r>");
        limits(
                "LIMIT_TEXT",
                "<r><a><![CDATA[" + "x".repeat(50) + "]]></a></r>",
                "<r><a><![CDATA[" + "x".repeat(51) + "]]></a></r>");
        limits("LIMIT_TOKEN", "<r><a b='" + "x".repeat(89) + "'/></r>", "<r><a b='" + "x".repeat(95) + "'/></r>");
        limits(
                "LIMIT_TOKEN",
                "<r><a b='" + "\u20ac".repeat(30) + "'/></r>",
                "<r><a b='" + "\u20ac".repeat(33) + "'/></r>");
        limits("LIMIT_TOKEN", "<r><!--" + "x".repeat(90) + "--></r>", "<r><!--" + "x".repeat(102) + "--></r>");
        limits("LIMIT_TOKEN", "<r><?p " + "x".repeat(90) + "?></r>", "<r><?p " + "x".repeat(102) + "?></r>");
        limits("LIMIT_DOCUMENT", "<r>" + " ".repeat(3_993) + "</r>", "<r>" + " ".repeat(3_994) + "</r>");
    }

    @Test
    void whatIsSkippedIsReadAllTheSame() throws IOException {
        for (int window : WINDOWS) {
            XmlSource xml = open("<r><a><b>x</b><c/>&lt;</a><d>1</d></r>", ReadLimits.untrusted(), window);
            assertThat(xml.nextChild()).isTrue();
            xml.skip();
            assertThat(xml.nextChild()).isTrue();
            assertThat(xml.name()).isEqualTo("d");
            xml.skip();
            assertThat(xml.nextChild()).isFalse();

            XmlSource bad = open("<r><a><b>&x;</b></a></r>", ReadLimits.untrusted(), window);
            assertThat(bad.nextChild()).isTrue();
            assertThatThrownBy(bad::skip).isInstanceOf(PlumblineException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"u, u, true", "u, v, false", "'', '', true"})
    void elementsOfTheRootsVocabularyAreItsOwn(String root, String child, boolean isOwn) throws IOException {
        for (int window : WINDOWS) {
            XmlSource xml = open(
                    "<r xmlns='%s'><a xmlns='%s'><b/></a><c/></r>".formatted(root, child),
                    ReadLimits.untrusted(),
                    window);
            assertThat(xml.namespace()).isEqualTo(root);
            xml.nextChild();
            assertThat(xml.isOwn()).isEqualTo(isOwn);
            assertThat(xml.uri()).isEqualTo(child);
            xml.nextChild();
            assertThat(xml.uri()).as("a child inherits").isEqualTo(child);
            xml.skip();
            xml.nextChild();
            xml.nextChild();
            assertThat(xml.name()).isEqualTo("c");
            assertThat(xml.isOwn()).as("the declaration ends with its element").isTrue();
        }
    }
}
