package dev.plumbline.io.mspdi;

import dev.plumbline.io.ReadLimits;
import dev.plumbline.model.Location;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The elements of a document one after the other, within limits and without document types or entities from elsewhere. */
final class XmlSource {

    private static final String JAXP = "http://www.oracle.com/xml/jaxp/properties/";

    private final XmlDecoder decoder;
    private final XMLStreamReader reader;
    private final ReadLimits limits;
    private final StringBuilder pieces = new StringBuilder();
    private String namespace = "";
    private boolean rootSeen;
    private int depth;
    private int line = 1;
    private int column = 1;

    private XmlSource(XmlDecoder decoder, XMLStreamReader reader, ReadLimits limits) {
        this.decoder = decoder;
        this.reader = reader;
        this.limits = limits;
    }

    /** Opens a document and moves to its root element. */
    static XmlSource open(InputStream in, ReadLimits limits, ProblemLog problems) throws IOException {
        try {
            XmlDecoder decoder = new XmlDecoder(in, limits, problems);
            XmlSource source = new XmlSource(decoder, factory(limits).createXMLStreamReader(decoder), limits);
            source.skipTo(XMLStreamConstants.START_ELEMENT);
            String uri = source.reader.getNamespaceURI();
            source.namespace = uri == null ? "" : uri;
            return source;
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            throw new PlumblineException(Problem.error(
                            "XML_NOT_WELL_FORMED", "the XML declaration is broken", "correct or remove the first line")
                    .at(Location.of("", line, 1)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static XMLInputFactory factory(ReadLimits limits) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(JAXP + "maxElementDepth", String.valueOf(limits.depth()));
        factory.setProperty(JAXP + "elementAttributeLimit", String.valueOf(limits.attributes()));
        factory.setProperty(JAXP + "maxXMLNameLimit", String.valueOf(limits.nameChars()));
        factory.setXMLResolver((publicId, systemId, base, name) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }

    /** Returns the local name of the element that was opened last. */
    String name() {
        return reader.getLocalName();
    }

    /** Returns the namespace of the root element, empty if it has none. */
    String namespace() {
        return namespace;
    }

    /** Returns whether the element that was opened last belongs to the vocabulary of the root element. */
    boolean isOwn() {
        String uri = reader.getNamespaceURI();
        return uri == null ? namespace.isEmpty() : uri.equals(namespace);
    }

    /** Returns the parser, for copying an element as it is. */
    XMLStreamReader reader() {
        return reader;
    }

    /** Returns the line where the last element was opened. */
    int line() {
        return line;
    }

    /** Returns the column behind the opening tag of the last element. */
    int column() {
        return column;
    }

    /** Returns where the last element was opened. */
    long spot() {
        return Spot.of(line, column);
    }

    /** Moves to the next child of the element that is open and returns true, or to the end of that element. */
    boolean nextChild() throws IOException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
    }

    /** Returns the text of the element that was opened last and moves to its end; elements inside are left out. */
    String text() throws IOException {
        String first = "";
        boolean several = false;
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return several ? pieces.toString() : first;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                skip();
            } else if (isText(event)) {
                String piece = reader.getText();
                if (!several && first.isEmpty()) {
                    first = piece;
                } else {
                    if (!several) {
                        pieces.setLength(0);
                        pieces.append(first);
                        several = true;
                    }
                    pieces.append(piece);
                }
                checkText(several ? pieces.length() : first.length());
            }
        }
    }

    /** Returns whether an event carries text. */
    static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    /** Refuses text that is too long. */
    void checkText(int length) {
        if (length > limits.textChars()) {
            throw limit("LIMIT_TEXT", "the text of an element is longer than %d characters", limits.textChars());
        }
    }

    /** Moves to the end of the element that was opened last. */
    void skip() throws IOException {
        int open = depth;
        while (depth >= open) {
            next();
        }
    }

    /** Reads the rest of the document, which must hold nothing more. */
    void finish() throws IOException {
        skipTo(XMLStreamConstants.END_DOCUMENT);
    }

    private void skipTo(int wanted) throws IOException {
        int event = next();
        while (event != wanted) {
            event = next();
        }
    }

    /** Moves to the next event. */
    int next() throws IOException {
        int event;
        try {
            event = reader.next();
        } catch (XMLStreamException e) {
            throw notWellFormed(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (PlumblineException e) {
            throw located(e);
        }
        decoder.eventDone();
        if (event == XMLStreamConstants.START_ELEMENT) {
            opened();
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        } else if (event == XMLStreamConstants.DTD) {
            moved();
            throw fail("XML_DOCTYPE_FORBIDDEN", "a DOCTYPE is not allowed", "remove the <!DOCTYPE ...> declaration");
        } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            moved();
            throw fail(
                    "XML_NOT_WELL_FORMED",
                    "entity &%s; is not defined".formatted(reader.getLocalName()),
                    "write the character itself");
        }
        return event;
    }

    private void opened() {
        depth++;
        rootSeen = true;
        moved();
        if (depth > limits.depth()) {
            throw limit("LIMIT_DEPTH", "elements are nested deeper than %d (depth limit)", limits.depth());
        }
        if (reader.getAttributeCount() + reader.getNamespaceCount() > limits.attributes()) {
            throw limit("LIMIT_ATTRIBUTE", "an element has more than %d attributes", limits.attributes());
        }
    }

    private void moved() {
        javax.xml.stream.Location place = reader.getLocation();
        line = place.getLineNumber();
        column = place.getColumnNumber();
    }

    private PlumblineException limit(String code, String message, int value) {
        return fail(code, message.formatted(value), "read it with larger limits if you trust it");
    }

    private PlumblineException fail(String code, String message, String hint) {
        return new PlumblineException(Problem.error(code, message, hint).at(Location.of("", line, column)));
    }

    /** Gives the problem of the decoder a place if it has none. */
    private PlumblineException located(PlumblineException e) {
        Problem problem = e.problems().get(0);
        if (problem.location().line() > 0) {
            return e;
        }
        javax.xml.stream.Location place = reader.getLocation();
        return new PlumblineException(problem.at(Location.of("", place.getLineNumber(), place.getColumnNumber())));
    }

    private PlumblineException notWellFormed(XMLStreamException e) {
        javax.xml.stream.Location place = e.getLocation() == null ? reader.getLocation() : e.getLocation();
        Location at = Location.of("", Math.max(1, place.getLineNumber()), Math.max(1, place.getColumnNumber()));
        Problem limit = ParserMessages.limit(e, limits);
        if (limit != null) {
            return new PlumblineException(limit.at(at));
        }
        if (!decoder.isAtEnd()) {
            return new PlumblineException(Problem.error(
                            "XML_NOT_WELL_FORMED",
                            "this is not well-formed XML",
                            "look for a tag without its end, a bare & or <, or a character that XML does not allow")
                    .at(at));
        }
        return new PlumblineException(
                rootSeen
                        ? Problem.error("XML_TRUNCATED", "the file ends in the middle", "copy or export it again")
                                .at(at)
                        : Problem.error("XML_EMPTY", "the file is empty: it has no root element", "export it again")
                                .at(at));
    }
}
