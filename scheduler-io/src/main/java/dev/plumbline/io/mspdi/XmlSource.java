package dev.plumbline.io.mspdi;

import dev.plumbline.io.ReadLimits;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/*
 * A pull parser for XML 1.0 with namespaces, without document types: those are refused, so that there are no entities and
 * nothing is ever fetched. It holds one window of the document, is bounded in all that it keeps, and hands text out as
 * characters, so that a number or a date costs no string. The parser of the JDK is its twin in the tests.
 *
 * [1] W3C: Extensible Markup Language (XML) 1.0, fifth edition, 2008. https://www.w3.org/TR/xml/
 * [2] W3C: Namespaces in XML 1.0, third edition, 2009. https://www.w3.org/TR/xml-names/
 */
/** The elements of a document one after the other, within limits and without document types or entities from elsewhere. */
final class XmlSource {

    /** An element was opened. */
    static final int OPENED = 1;
    /** An element was closed. */
    static final int CLOSED = 2;
    /** A piece of text. */
    static final int TEXT = 3;
    /** The document has ended. */
    static final int ENDED = 4;

    private static final int NOTHING = 0;
    private static final int LONGEST_RUN = 1 << 13;
    private static final char[] NEWLINE = {'\n'};

    private final ReadLimits limits;
    private final XmlInput in;
    private final XmlNames names = new XmlNames();
    private final XmlScopes scopes = new XmlScopes();
    private final XmlTag tag;
    private final XmlMisc misc;
    private final XmlName[] open;
    private final String[] namespaces;
    private final boolean[] own;
    private char[] pieces = new char[256];
    private String namespace = "";
    private boolean rootSeen;
    private boolean inSection;
    private boolean closing;
    private int depth;
    private int current;
    private int line = 1;
    private int column = 1;

    /** The characters of the last text or piece of text. */
    char[] text = NEWLINE;

    /** Where the last text begins. */
    int from;

    /** Where the last text ends. */
    int to;

    private XmlSource(XmlInput in, ReadLimits limits) {
        this.in = in;
        this.limits = limits;
        this.tag = new XmlTag(in, names, scopes, limits);
        this.misc = new XmlMisc(in, limits);
        this.open = new XmlName[limits.depth() + 2];
        this.namespaces = new String[limits.depth() + 2];
        this.own = new boolean[limits.depth() + 2];
    }

    /** Opens a document and moves to its root element. */
    static XmlSource open(InputStream in, ReadLimits limits, ProblemLog problems) throws IOException {
        return open(in, limits, problems, XmlInput.WINDOW);
    }

    static XmlSource open(InputStream in, ReadLimits limits, ProblemLog problems, int window) throws IOException {
        XmlDecoder decoder = new XmlDecoder(in, limits, problems);
        XmlSource source = new XmlSource(new XmlInput(decoder, limits, window), limits);
        source.misc.declaration();
        source.next();
        source.namespace = source.uri();
        source.own[1] = true;
        return source;
    }

    /** Returns the names of the document. */
    XmlNames names() {
        return names;
    }

    /** Returns the local name of the element that was opened or closed last. */
    String name() {
        return open[current].local;
    }

    /** Returns the name of the element that was opened or closed last. */
    XmlName fullName() {
        return open[current];
    }

    /** Returns the namespace of the element that was opened or closed last, empty if it has none. */
    String uri() {
        return namespaces[current];
    }

    /** Returns the namespace of the root element, empty if it has none. */
    String namespace() {
        return namespace;
    }

    /** Returns whether the element that was opened last belongs to the vocabulary of the root element. */
    boolean isOwn() {
        return own[current];
    }

    /** Returns the attributes of the element that was opened last, without declarations of namespaces. */
    List<XmlTag.Attribute> attributes() {
        return tag.attributes();
    }

    /** Returns where the last element was opened: its line, and the column behind its opening tag. */
    long spot() {
        return Spot.of(line, column);
    }

    /** Moves to the next child of the element that is open and returns true, or to the end of that element. */
    boolean nextChild() throws IOException {
        int event = next();
        while (event == TEXT) {
            event = next();
        }
        return event == OPENED;
    }

    /** Reads the text of the element that was opened last and moves to its end; elements inside are left out. */
    void readText() throws IOException {
        if (readPlainText()) {
            return;
        }
        int length = 0;
        for (int event = next(); event != CLOSED; event = next()) {
            if (event == OPENED) {
                skip();
            } else {
                length = append(length);
            }
        }
        text = pieces;
        from = 0;
        to = length;
    }

    /** Adds the last piece of text to what was collected before; returns how much there is now. */
    private int append(int length) {
        int count = to - from;
        checkText(length + count);
        if (length + count > pieces.length) {
            pieces = Arrays.copyOf(pieces, 2 * (length + count));
        }
        System.arraycopy(text, from, pieces, length, count);
        return length + count;
    }

    /**
     * Reads the text of the element that was opened last if it stands in one piece before the closing tag, as nearly all text
     * does, and moves to the end of the element. Otherwise returns false and moves nowhere.
     */
    boolean readPlainText() throws IOException {
        if (closing) {
            next();
            to = from;
            return true;
        }
        int lineBefore = in.line;
        int start = in.at;
        int columnBefore = start - in.lineStart;
        int end = in.plain(start);
        int length = open[depth].chars.length + 3;
        boolean more = true;
        while (more && in.end - end < length) {
            if (end - start > LONGEST_RUN) {
                end = in.end;
                break;
            }
            more = in.fill(start);
            end = in.plain(end - in.shift);
            start = 0;
        }
        if (isClosingTag(end, length)) {
            text = in.chars;
            from = start;
            to = end;
            checkText(end - start);
            in.at = end + length;
            close();
            return true;
        }
        in.line = lineBefore;
        in.lineStart = start - columnBefore;
        return false;
    }

    private boolean isClosingTag(int at, int length) {
        char[] chars = in.chars;
        return in.end - at >= length
                && chars[at] == '<'
                && chars[at + 1] == '/'
                && chars[at + length - 1] == '>'
                && open[depth].isAt(chars, at + 2);
    }

    /** Refuses text that is too long. */
    void checkText(int length) {
        if (length > limits.textChars()) {
            throw in.limit("LIMIT_TEXT", "the text of an element is longer than %s characters", limits.textChars());
        }
    }

    /** Moves to the end of the element that was opened last. */
    void skip() throws IOException {
        if (readPlainText()) {
            return;
        }
        int outside = depth - 1;
        while (depth > outside) {
            next();
        }
    }

    /** Reads the rest of the document, which must hold nothing more. */
    void finish() throws IOException {
        while (next() != ENDED) {
            // what is left inside the root element is of no use
        }
    }

    /** Moves to the next event. */
    int next() throws IOException {
        if (closing) {
            closing = false;
            return close();
        }
        while (in.at < in.end || in.fill(in.at)) {
            if (inSection) {
                if (!endsSection()) {
                    return section();
                }
            } else if (in.chars[in.at] == '<') {
                int event = markup();
                if (event != NOTHING) {
                    return event;
                }
            } else if (depth == 0) {
                outside();
            } else {
                return piece();
            }
        }
        if (rootSeen && depth == 0) {
            return ENDED;
        }
        throw in.truncated(rootSeen);
    }

    /** Outside the root element there is only white space. */
    private void outside() throws IOException {
        in.passSpace();
        if (in.at < in.end && in.chars[in.at] != '<') {
            throw in.malformed("text stands outside the root element", in.at);
        }
    }

    private int markup() throws IOException {
        if (!in.has(2)) {
            throw in.truncated(rootSeen);
        }
        switch (in.chars[in.at + 1]) {
            case '/' -> {
                return endTag();
            }
            case '!' -> declaration();
            case '?' -> misc.instruction();
            default -> {
                startTag();
                return OPENED;
            }
        }
        return NOTHING;
    }

    private void declaration() throws IOException {
        if (in.startsWith("<!--")) {
            misc.comment();
        } else if (in.startsWith("<![CDATA[") && depth > 0) {
            inSection = true;
            in.at += "<![CDATA[".length();
        } else if (in.startsWith("<!DOCTYPE")) {
            throw new PlumblineException(Problem.error(
                            "XML_DOCTYPE_FORBIDDEN",
                            "a DOCTYPE is not allowed",
                            "remove the <!DOCTYPE ...> declaration")
                    .at(in.place(in.at)));
        } else if (!in.has("<![CDATA[".length())) {
            throw in.truncated(rootSeen);
        } else {
            throw in.malformed("neither a comment nor a section of text", in.at);
        }
    }

    private void startTag() throws IOException {
        if (depth == 0 && rootSeen) {
            throw in.malformed("there is a second root element", in.at);
        }
        if (depth == limits.depth()) {
            throw in.limit("LIMIT_DEPTH", "elements are nested deeper than %s (depth limit)", limits.depth());
        }
        rootSeen = true;
        depth++;
        XmlName name = tag.read(depth);
        open[depth] = name;
        String uri = name.prefix.isEmpty() ? scopes.own() : scopes.of(name.prefix);
        if (uri == null || name.prefix.equals("xmlns")) {
            throw in.malformed("prefix %s is not declared".formatted(Problem.quote(name.prefix)), in.at);
        }
        namespaces[depth] = uri;
        own[depth] = uri.equals(namespace);
        closing = tag.isEmpty();
        current = depth;
        line = in.line;
        column = in.at - in.lineStart + 1;
    }

    private int endTag() throws IOException {
        if (depth == 0) {
            throw in.malformed("a closing tag without its opening tag", in.at);
        }
        int length = open[depth].chars.length + 2;
        if (!in.has(length + 1)) {
            throw in.truncated(true);
        }
        if (!open[depth].isAt(in.chars, in.at + 2)) {
            throw mismatch();
        }
        if (in.chars[in.at + length] != '>') {
            in.at += length;
            in.passSpace();
            if (!in.has(1)) {
                throw in.truncated(true);
            }
            if (in.chars[in.at] != '>') {
                throw mismatch();
            }
            in.at++;
        } else {
            in.at += length + 1;
        }
        return close();
    }

    private PlumblineException mismatch() {
        return in.malformed("this does not close element %s".formatted(Problem.quote(open[depth].qualified)), in.at);
    }

    private int close() {
        current = depth;
        scopes.leave(depth);
        depth--;
        closing = false;
        return CLOSED;
    }

    /** Hands out the text up to what does not stand for itself, or one character that did not. */
    private int piece() throws IOException {
        text = in.chars;
        from = in.at;
        char c = text[from];
        if (c == '&') {
            reference();
        } else if (c == '\r') {
            in.passReturn();
            newline();
        } else {
            to = in.plain(from);
            if (to == from) {
                // a bracket at the end of the window, which the next characters explain
                if (!in.has(3)) {
                    throw in.truncated(true);
                }
                text = in.chars;
                from = in.at;
                to = in.plain(from);
            }
            in.at = to;
        }
        return TEXT;
    }

    private void newline() {
        text = NEWLINE;
        from = 0;
        to = 1;
    }

    private void reference() throws IOException {
        in.has(XmlReferences.LONGEST + 2);
        String name = XmlReferences.name(in.chars, in.at + 1, in.end);
        int character = name == null ? -1 : XmlReferences.character(name);
        if (name == null || character < 0) {
            throw in.malformed(
                    name == null
                            ? "an & that begins no reference"
                            : "entity %s is not defined".formatted(Problem.quote("&" + name + ";")),
                    in.at);
        }
        text = Character.toChars(character);
        from = 0;
        to = text.length;
        in.at += name.length() + 2;
    }

    private boolean endsSection() throws IOException {
        if (!in.startsWith("]]>")) {
            return false;
        }
        in.at += 3;
        inSection = false;
        return true;
    }

    /** Hands out a piece of a section up to a bracket or the end of a line. */
    private int section() throws IOException {
        char c = in.chars[in.at];
        if (c == '\r') {
            in.passReturn();
            newline();
            return TEXT;
        }
        int i = in.at;
        do {
            if (!XmlChars.isAllowed(c)) {
                throw in.forbidden(i);
            }
            i++;
            if (c == '\n') {
                in.newline(i);
            }
            c = i < in.end ? in.chars[i] : ']';
        } while (c != ']' && c != '\r');
        text = in.chars;
        from = in.at;
        to = i;
        in.at = i;
        return TEXT;
    }
}
