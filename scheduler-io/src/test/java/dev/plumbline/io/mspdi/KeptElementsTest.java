package dev.plumbline.io.mspdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Elements that are not ours come back as they were: names, attributes, texts and what is inside. */
class KeptElementsTest {

    private static final String OWN = "http://schemas.microsoft.com/project";

    /** Returns what is written of elements at the end of a task, the first time and the second. */
    private static String kept(String elements) {
        String source = "<Project xmlns='" + OWN + "' xmlns:v='urn:v' xmlns:w='urn:w'><Tasks><Task><UID>1</UID>"
                + elements + "</Task></Tasks></Project>";
        String written = written(source);
        assertThat(written(written)).isEqualTo(written);
        String before = "</PhysicalPercentComplete>\n";
        return written.substring(written.indexOf(before) + before.length(), written.lastIndexOf("\n    </Task>"))
                .strip();
    }

    private static String written(String document) {
        MspdiReader.Content read = new Documents.Written(document.getBytes(StandardCharsets.UTF_8), List.of()).read();
        return Documents.write(read.project(), null, read.ledger()).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<A/>                                   | <A/>",
                "<A></A>                                | <A/>",
                "<A> </A>                               | <A> </A>",
                "<A><B> </B> <C/> </A>                  | <A><B> </B><C/></A>",
                "<A>x <B>y</B> z</A>                    | <A>x <B>y</B> z</A>",
                "<A>x<!-- no -->y<?no no?>z</A>         | <A>xyz</A>",
                "<A><![CDATA[a < b & c]]></A>           | <A>a &lt; b &amp; c</A>",
                "<A>&#x41;&quot;&apos;&#13;</A>         | <A>A\"'&#13;</A>",
                "<A b='1' c='\"&lt;&#10;&#9;'>t</A>     | <A b=\"1\" c=\"&quot;&lt;&#10;&#9;\">t</A>",
                "<A xml:space='preserve'> <B/></A>      | <A xml:space=\"preserve\"><B/></A>",
                "<A v:b='1'/>                           | <A xmlns:v=\"urn:v\" v:b=\"1\"/>",
                "<A v:b='1'><v:C/></A>                  | <A xmlns:v=\"urn:v\" v:b=\"1\"><v:C/></A>",
                "<A><v:B/><v:C/></A>                    | <A><v:B xmlns:v=\"urn:v\"/><v:C xmlns:v=\"urn:v\"/></A>",
                "<v:A><B/><v:B>t</v:B></v:A>            | <v:A xmlns:v=\"urn:v\"><B/><v:B>t</v:B></v:A>",
                "<v:A><w:B><v:C/></w:B></v:A>           | <v:A xmlns:v=\"urn:v\"><w:B xmlns:w=\"urn:w\"><v:C/></w:B></v:A>",
                "<v:A><v:B xmlns:v='urn:x'/></v:A>      | <v:A xmlns:v=\"urn:v\"><v:B xmlns:v=\"urn:x\"/></v:A>",
                "<A xmlns='urn:d'><B/></A>              | <A xmlns=\"urn:d\"><B/></A>",
                "<A xmlns=''><B/></A>                   | <A xmlns=\"\"><B/></A>",
                "<A><B xmlns='urn:d'><C/></B><D/></A>   | <A><B xmlns=\"urn:d\"><C/></B><D/></A>",
                "<v:UID>5</v:UID>                       | <v:UID xmlns:v=\"urn:v\">5</v:UID>",
                "<A><B><C><D><E><F>deep</F></E></D></C></B></A> | <A><B><C><D><E><F>deep</F></E></D></C></B></A>"
            })
    void formsOfElements(String element, String expected) {
        assertThat(kept(element)).isEqualTo(expected);
    }

    @Property(tries = 30)
    void anyElementsComeBackAsTheyWere(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int count) {
        Random random = new Random(seed);
        StringBuilder elements = new StringBuilder();
        for (int i = 0; i < count; i++) {
            element(random, 0, elements);
            elements.append(i + 1 < count ? "\n      " : "");
        }

        assertThat(kept(elements.toString())).isEqualTo(elements.toString());
    }

    /** Adds an element in the form in which it is written. */
    private static void element(Random random, int depth, StringBuilder text) {
        String name = "E" + "x".repeat(random.nextInt(12) == 0 ? 70 : 0) + random.nextInt(60);
        text.append('<').append(name);
        for (int i = random.nextInt(6) - 3; i > 0; i--) {
            text.append(" a").append(i).append("=\"").append(text(random, true)).append('"');
        }
        StringBuilder inside = new StringBuilder();
        for (int i = depth < 7 ? random.nextInt(4) : 0; i > 0; i--) {
            element(random, depth + 1 + random.nextInt(3), inside);
        }
        if (inside.isEmpty()) {
            inside.append(text(random, false));
        } else if (random.nextInt(3) == 0) {
            inside.append("mixed &amp; ").append(text(random, false));
        }
        text.append(inside.isEmpty() ? "/>" : ">" + inside + "</" + name + ">");
    }

    private static String text(Random random, boolean attribute) {
        List<String> parts = List.of(
                "a", " ", "&amp;", "&lt;", "&gt;", "é", "漢", "\uD83D\uDE80", "'", "&#13;", attribute ? "&#10;" : "\n");
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.append("long".repeat(random.nextInt(200) == 0 ? 20_000 : 0)).toString();
    }
}
