package dev.plumbline.io.mspdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.io.ReadLimits;
import dev.plumbline.model.PlumblineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our parser agrees with that of the JDK on what is well-formed, on elements, attributes and text, and on their lines. */
class XmlTwinTest {

    private static final String REFUSED = "refused";
    private static final String[] TEXTS = {
        "x",
        " ",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "8",
        "]",
        "]]",
        "]]>",
        ">",
        "&",
        "&amp;",
        "&lt;",
        "&#65;",
        "&#xe9;",
        "&#0;",
        "&#xD800;",
        "&nbsp;",
        "&;",
        "\u00e9",
        "\u20ac",
        "\uD83D\uDE00",
        "\u0001",
        "\uFFFE",
        "\u007f",
        "<!--c-->",
        "<!-- - -->",
        "<!--a--b-->",
        "<!---->",
        "<!--",
        "-->",
        "<?pi some data?>",
        "<?pi?>",
        "<?xml version='1.0'?>",
        "<?a:b?>",
        "<![CDATA[a<b]]>",
        "<![CDATA[]]>",
        "<![CDATA[x\r\ny]]]>",
        "<![CDATA[",
        "<",
        "</",
        "<>",
        "</ >",
        "<!X>"
    };
    private static final String[] NAMES = {
        "a", "b", "Task", "p:a", "q:b", "a-b.c1", "\u00e9l", "a:b:c", "a:", "1a", "xml:x"
    };
    private static final String[] ATTRIBUTES = {
        "",
        "",
        "",
        " x='1'",
        " x=\"a'b\"",
        " y='&lt;&#10;'",
        " x='a\r\nb\tc'",
        " xmlns='u'",
        " xmlns=''",
        " xmlns:p='u'",
        " xmlns:p=\"v\"",
        " xmlns:q='u'",
        " p:x='1'",
        " q:x='2'",
        " xml:lang='en'",
        " x='1' x='2'",
        " x",
        " x=1",
        " x='<'",
        " x='",
        " xmlns:xml='u'",
        " xmlns:xmlns='u'",
        " xmlns:p=''",
        "x='1'",
        " x = '1' ",
        " x='1'y='2'",
        "\n  x='1'\n",
        " /"
    };

    @Property(tries = 20_000)
    void agreesOnRandomDocuments(@ForAll Random random, @ForAll @IntRange(min = 8, max = 80) int window) {
        String document = document(random);

        agree(document, window);
    }

    @Property(tries = 1_000)
    void agreesOnDamagedPlans(@ForAll Random random, @ForAll @IntRange(min = 8, max = 4000) int window) {
        String example = new String(Documents.example(), StandardCharsets.UTF_8);
        StringBuilder damaged = new StringBuilder(example.substring(example.indexOf("<Project")));
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(damaged.length() - 40);
            switch (random.nextInt(3)) {
                case 0 -> damaged.setCharAt(at, "<>&/\"'=! ]x\n\r-?".charAt(random.nextInt(15)));
                case 1 -> damaged.delete(at, at + 1 + random.nextInt(30));
                default -> damaged.insert(at, TEXTS[random.nextInt(TEXTS.length)]);
            }
        }

        agree(damaged.toString(), window);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version='1.0'?><a/>",
                "<?xml version=\"1.0\" encoding='UTF-8' standalone='yes' ?>\r\n<a/>",
                "<?xml version='1.0' standalone='maybe'?><a/>",
                "<?xml encoding='UTF-8'?><a/>",
                "<?xml?><a/>",
                " <?xml version='1.0'?><a/>",
                "<?xmlx y?><a/>",
                "<a/><b/>",
                "<a/>x",
                "<a/> <!-- c --> <?p?> ",
                "x<a/>",
                "<a></a >",
                "<a></b>",
                "<a></aa>",
                "<aa></a>",
                "<a>]]</a>",
                "<a>]]]]]></a>",
                "<a><![CDATA[]]]]]]></a>",
                "<p:a/>",
                "<p:a xmlns:p='u'><p:b/></p:a>",
                "<a xmlns:p='u' xmlns:q='u' p:x='1' q:x='2'/>",
                "<a xmlns='u'><b xmlns=''><c/></b><d/></a>",
                "<xmlns:a xmlns:xmlns='u'/>",
                "<a xmlns:p='http://www.w3.org/XML/1998/namespace'/>",
                "<a xmlns:xml='http://www.w3.org/XML/1998/namespace'/>",
                "<a b='&#13;&#10;&#9;'/>",
                "<a b='\r\n\t'/>"
            })
    void agreesOn(String document) {
        agree(document, XmlInput.WINDOW);
        agree(document, 8);
    }

    private static void agree(String document, int window) {
        List<String> expected = twin(document);

        List<String> actual = ours(document, window);

        assertThat(firstDifference(actual, expected))
                .as(document.length() > 500 ? "a damaged plan" : document)
                .isEmpty();
    }

    private static String firstDifference(List<String> actual, List<String> expected) {
        int i = 0;
        while (i < Math.min(actual.size(), expected.size()) && actual.get(i).equals(expected.get(i))) {
            i++;
        }
        return i == actual.size() && i == expected.size()
                ? ""
                : "event %d is %s, not %s".formatted(i, at(actual, i), at(expected, i));
    }

    private static String at(List<String> events, int i) {
        return i < events.size() ? events.get(i) : "missing";
    }

    /** Mostly well-formed, mostly small. */
    private static String document(Random random) {
        StringBuilder text = new StringBuilder();
        List<String> open = new ArrayList<>();
        int length = 1 + random.nextInt(12);
        boolean tidy = random.nextInt(4) > 0;
        for (int i = 0; i < length; i++) {
            int kind = random.nextInt(8);
            if (kind < 3 || i == 0) {
                String name = NAMES[random.nextInt(tidy ? 3 : NAMES.length)];
                text.append('<').append(name);
                text.append(ATTRIBUTES[random.nextInt(tidy ? 8 : ATTRIBUTES.length)]);
                text.append(ATTRIBUTES[random.nextInt(tidy ? 3 : ATTRIBUTES.length)]);
                boolean empty = i > 0 && random.nextInt(3) == 0;
                text.append(empty ? "/>" : ">");
                if (!empty) {
                    open.add(name);
                }
            } else if (kind < 5 && open.size() > 1) {
                text.append("</").append(open.remove(open.size() - 1)).append(random.nextInt(5) == 0 ? " >" : ">");
            } else {
                text.append(TEXTS[tidy ? random.nextInt(9) : random.nextInt(TEXTS.length)]);
            }
        }
        while (!open.isEmpty()) {
            text.append("</").append(open.remove(open.size() - 1)).append('>');
        }
        return text.toString();
    }

    private static List<String> ours(String document, int window) {
        List<String> events = new ArrayList<>();
        try {
            XmlSource xml = XmlSource.open(
                    new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
                    ReadLimits.untrusted(),
                    new ProblemLog("", 10),
                    window);
            opened(xml, events);
            for (int event = xml.next(); event != XmlSource.ENDED; event = xml.next()) {
                switch (event) {
                    case XmlSource.OPENED -> opened(xml, events);
                    case XmlSource.CLOSED -> events.add("</" + xml.uri() + ":" + xml.name());
                    default -> text(events, new String(xml.text, xml.from, xml.to - xml.from));
                }
            }
        } catch (PlumblineException e) {
            assertThat(e.problems().get(0).location().line()).isPositive();
            return List.of(REFUSED);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return events;
    }

    private static void opened(XmlSource xml, List<String> events) {
        List<String> attributes = new ArrayList<>();
        for (XmlTag.Attribute a : xml.attributes()) {
            attributes.add(a.namespace() + ":" + a.name().local + "=" + a.value());
        }
        events.add("<" + xml.uri() + ":" + xml.name() + attributes + " on line "
                + Spot.location(xml.spot()).line());
    }

    private static void text(List<String> events, String text) {
        int last = events.size() - 1;
        if (text.isEmpty()) {
            return;
        }
        if (events.get(last).startsWith("'")) {
            events.set(last, events.get(last) + text);
        } else {
            events.add("'" + text);
        }
    }

    private static List<String> twin(String document) {
        List<String> events = new ArrayList<>();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(document));
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> opened(xml, events);
                    case XMLStreamConstants.END_ELEMENT ->
                        events.add("</" + orEmpty(xml.getNamespaceURI()) + ":" + xml.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (!events.isEmpty()) {
                            text(events, xml.getText());
                        }
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                        return List.of(REFUSED);
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            return List.of(REFUSED);
        }
        return events;
    }

    private static void opened(XMLStreamReader xml, List<String> events) {
        String[] attributes = new String[xml.getAttributeCount()];
        for (int i = 0; i < attributes.length; i++) {
            attributes[i] = orEmpty(xml.getAttributeNamespace(i)) + ":" + xml.getAttributeLocalName(i) + "="
                    + xml.getAttributeValue(i);
        }
        events.add("<" + orEmpty(xml.getNamespaceURI()) + ":" + xml.getLocalName() + Arrays.asList(attributes)
                + " on line " + xml.getLocation().getLineNumber());
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
