package dev.plumbline.io.mspdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, beside the same put together as one string. */
class XmlOutTest {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String[] CHARACTERS = {
        "a",
        "0",
        " ",
        "~",
        "\u007f",
        "\u0080",
        "\u00e9",
        "\u20ac",
        "\uD83D\uDE00",
        "&",
        "<",
        ">",
        "\"",
        "'",
        "\t",
        "\n",
        "\r"
    };

    /** Counts what it is told. */
    private static final class Target extends ByteArrayOutputStream {
        private int flushes;

        @Override
        public void flush() {
            flushes++;
        }

        String text() {
            return toString(StandardCharsets.UTF_8);
        }
    }

    private static String written(String text) throws IOException {
        Target target = new Target();
        XmlOut out = new XmlOut(target);
        out.leaf(new XmlOut.Tag("x"), text);
        out.flush();
        return target.text();
    }

    @Test
    void elementsStandInLinesAndAreIndented() throws IOException {
        Target target = new Target();
        XmlOut out = new XmlOut(target);
        out.root("r", "urn:u");
        out.start("a");
        out.leaf(new XmlOut.Tag("b"), "text");
        out.leaf(new XmlOut.Tag("c"), null);
        out.leaf(new XmlOut.Tag("d"), "");
        byte[] xml = "--<k/>--".getBytes(StandardCharsets.UTF_8);
        out.piece(xml, 2, 6);
        out.end("a");
        out.end("r");

        assertThat(target.text()).as("it is kept until there is much of it").isEmpty();
        assertThat(target.flushes).isZero();
        out.flush();

        assertThat(target.text())
                .isEqualTo(DECLARATION
                        + "<r xmlns=\"urn:u\">\n  <a>\n    <b>text</b>\n    <d></d>\n    <k/>\n  </a>\n</r>\n");
        assertThat(target.flushes).isEqualTo(1);
        assertThat(out.leftOut()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'a & b', 'a &amp; b'",
        "'<&>', '&lt;&amp;&gt;'",
        "'\"''', '\"'''",
        "'\u00e9\u20ac', '\u00e9\u20ac'",
    })
    void markupIsEscaped(String text, String expected) throws IOException {
        assertThat(written(text)).isEqualTo("<x>" + expected + "</x>\n");
    }

    @Test
    void returnsSurviveAndInAttributesAllWhiteSpace() throws IOException {
        assertThat(written("a\r\n\tb")).isEqualTo("<x>a&#13;\n\tb</x>\n");
        assertThat(XmlOut.escaped("a\r\n\t\"'<>&b", false)).isEqualTo("a&#13;\n\t\"'&lt;&gt;&amp;b");
        assertThat(XmlOut.escaped("a\r\n\t\"'<>&b", true)).isEqualTo("a&#13;&#10;&#9;&quot;'&lt;&gt;&amp;b");
        String plain = "plain";
        assertThat(XmlOut.escaped(plain, true)).isSameAs(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "'a\u0000b', ab, 1",
        "'\u0001\u001fa\u007f', 'a\u007f', 2",
        "'\uFFFEa\uFFFF', a, 2",
        "'\uFFFDa', '\uFFFDa', 0",
        "'\uD83D\uDE00', '\uD83D\uDE00', 0",
        "'\uD83Da', a, 1",
        "'a\uD83D', a, 1",
        "'\uDE00a', a, 1",
        "'a\uDE00', a, 1",
        "'\uDE00\uD83D', '', 2",
        "'\uD83D\uD83D\uDE00', '\uD83D\uDE00', 1",
    })
    void whatXmlCantHoldIsLeftOutAndCounted(String text, String kept, int leftOut) throws IOException {
        Target target = new Target();
        XmlOut out = new XmlOut(target);
        out.leaf(new XmlOut.Tag("x"), text);
        out.leaf(new XmlOut.Tag("x"), text);
        out.flush();

        assertThat(target.text()).isEqualTo(("<x>" + kept + "</x>\n").repeat(2));
        assertThat(out.leftOut()).isEqualTo(2 * leftOut);
        assertThat(XmlOut.clean(text)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 500, 511, 512, 513, 514, 5_000, 65_535, 65_536, 65_537, 200_000})
    void textsOfEveryLengthAreWritten(int length) throws IOException {
        String plain = "abcdefghij".repeat(length / 10 + 1).substring(0, length);

        assertThat(written(plain)).isEqualTo("<x>" + plain + "</x>\n");
        assertThat(written(plain + "\u00e9")).isEqualTo("<x>" + plain + "\u00e9</x>\n");
        assertThat(written("&" + plain)).isEqualTo("<x>&amp;" + plain + "</x>\n");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void muchOfEverythingAtRandom(long seed) throws IOException {
        Random random = new Random(seed);
        Target target = new Target();
        XmlOut out = new XmlOut(target);
        XmlOut.Tag tag = new XmlOut.Tag("Leaf");
        StringBuilder expected = new StringBuilder(DECLARATION).append("<r xmlns=\"u\">\n");
        out.root("r", "u");
        int depth = 1;
        while (expected.length() < 250_000) {
            expected.append("  ".repeat(depth));
            switch (random.nextInt(seed % 2 == 0 ? 3 : 5)) {
                case 0 -> {
                    out.start("Down");
                    expected.append("<Down>\n");
                    depth++;
                }
                case 1, 2 -> {
                    String text = text(random);
                    out.leaf(tag, text);
                    expected.append("<Leaf>")
                            .append(XmlOut.escaped(text, false))
                            .append("</Leaf>\n");
                }
                case 3 -> {
                    String text = "<k>" + text(random).replaceAll("[&<>\r]", "") + "</k>";
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    out.piece(bytes, 0, bytes.length);
                    expected.append(text).append('\n');
                }
                default -> {
                    if (depth > 1) {
                        depth--;
                        expected.setLength(expected.length() - 2);
                        out.end("Down");
                        expected.append("</Down>\n");
                    } else {
                        out.leaf(tag, "");
                        expected.append("<Leaf></Leaf>\n");
                    }
                }
            }
            if (depth > 40) {
                while (depth > 1) {
                    depth--;
                    out.end("Down");
                    expected.append("  ".repeat(depth)).append("</Down>\n");
                }
            }
        }
        out.flush();

        assertThat(target.text().equals(expected.toString()))
                .as("seed %d", seed)
                .isTrue();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(4) == 0 ? 480 + random.nextInt(60) : random.nextInt(30);
        int kinds = random.nextInt(3) == 0 ? CHARACTERS.length : 4;
        for (int i = 0; i < length; i++) {
            text.append(CHARACTERS[random.nextInt(kinds)]);
        }
        return text.toString();
    }
}
