package dev.plumbline.io.mspdi;

import dev.plumbline.io.ReadLimits;
import dev.plumbline.model.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The opening tag that the parser stands on: its name and, if there are any, its attributes. */
final class XmlTag {

    private static final String DECLARES = "xmlns";

    private final XmlInput in;
    private final XmlNames names;
    private final XmlScopes scopes;
    private final ReadLimits limits;
    private final List<Attribute> attributes = new ArrayList<>();
    private int hash;
    private boolean empty;

    /**
     * An attribute that declares no namespace.
     *
     * @param name its name
     * @param namespace its namespace, empty if it has no prefix
     * @param value its value, normalised
     */
    record Attribute(XmlName name, String namespace, String value) {}

    XmlTag(XmlInput in, XmlNames names, XmlScopes scopes, ReadLimits limits) {
        this.in = in;
        this.names = names;
        this.scopes = scopes;
        this.limits = limits;
    }

    /** Returns the attributes of the last tag, without declarations of namespaces. */
    List<Attribute> attributes() {
        return attributes;
    }

    /** Returns whether the last tag closes its element too. */
    boolean isEmpty() {
        return empty;
    }

    /**
     * Reads a tag and passes it.
     *
     * @param depth the depth of its element
     * @return its name
     */
    XmlName read(int depth) throws IOException {
        int end = nameEnd(in.at + 1, in.end);
        while (end == in.end) {
            if (!in.fill(in.at)) {
                throw in.truncated(true);
            }
            end = nameEnd(in.at + 1, in.end);
        }
        XmlName name = name(in.at + 1, end);
        if (!attributes.isEmpty()) {
            attributes.clear();
        }
        if (in.chars[end] == '>') {
            empty = false;
            in.at = end + 1;
        } else if (in.chars[end] == '/' && end + 1 < in.end && in.chars[end + 1] == '>') {
            empty = true;
            in.at = end + 2;
        } else {
            rest(end - in.at, depth);
        }
        return name;
    }

    /** Returns where a name ends and notes its hash; where it begins if it is none. */
    private int nameEnd(int from, int to) {
        char[] text = in.chars;
        int sum = 0;
        int i = from;
        while (i < to) {
            char c = text[i];
            if (c < XmlChars.TABLED) {
                if (!(i == from ? XmlChars.isNameStart(c) : XmlChars.isName(c))) {
                    break;
                }
            } else if (!isWideName(i, to, i == from)) {
                break;
            } else if (Character.isHighSurrogate(c)) {
                sum = 31 * sum + c;
                i++;
                c = text[i];
            }
            sum = 31 * sum + c;
            i++;
        }
        if (i - from > limits.nameChars()) {
            throw in.limit("LIMIT_NAME", "a name is longer than %s characters", limits.nameChars());
        }
        hash = sum;
        return i;
    }

    /** Returns whether the character beyond ASCII may be in a name, pairs included. */
    private boolean isWideName(int i, int to, boolean first) {
        int c = in.chars[i];
        if (Character.isHighSurrogate((char) c)) {
            c = i + 1 < to ? Character.toCodePoint((char) c, in.chars[i + 1]) : 0;
        }
        return first ? XmlChars.isNameStart(c) : XmlChars.isName(c);
    }

    private XmlName name(int from, int to) {
        XmlName name = names.get(in.chars, from, to, hash);
        if (!name.isChecked) {
            check(name, from);
            name.isChecked = true;
        }
        return name;
    }

    /** A name has one colon at most, with a name on either side. */
    private void check(XmlName name, int position) {
        if (name.chars.length == 0) {
            throw in.malformed("a name must stand here", position);
        }
        boolean colon = name.qualified.indexOf(':') >= 0;
        boolean parts = !colon
                || (!name.prefix.isEmpty()
                        && !name.local.isEmpty()
                        && name.local.indexOf(':') < 0
                        && XmlChars.isNameStart(name.local.codePointAt(0)));
        if (!parts) {
            throw in.malformed("a name has a colon at the wrong place", position);
        }
    }

    /** Reads what follows the name. */
    private void rest(int nameLength, int depth) throws IOException {
        int close = close(in.at + nameLength);
        int i = in.at + nameLength;
        if (close - in.at > limits.tokenBytes() / 3) {
            checkBytes(close);
        }
        empty = in.chars[close - 1] == '/';
        int end = empty ? close - 1 : close;
        List<Attribute> raw = new ArrayList<>();
        int next = space(i, end);
        while (next < end) {
            if (next == i) {
                throw in.malformed("white space must stand here", i);
            }
            i = attribute(next, end, raw);
            next = space(i, end);
        }
        declare(raw, depth);
        resolve(raw);
        in.at = close + 1;
    }

    /** Returns the position of the bracket that closes the tag; those in quotes don't. */
    private int close(int from) throws IOException {
        int i = from;
        char quote = 0;
        int values = 0;
        while (true) {
            if (i == in.end) {
                if (!in.fill(in.at)) {
                    throw in.truncated(true);
                }
                i -= in.shift;
            }
            char c = in.chars[i];
            if (c == '<') {
                throw in.malformed("< must not stand in a tag", i);
            }
            if (c == quote) {
                quote = 0;
                checkCount(++values);
            } else if (quote == 0 && c == '>') {
                return i;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            }
            i++;
        }
    }

    private void checkCount(int attributes) {
        if (attributes > limits.attributes()) {
            throw in.limit("LIMIT_ATTRIBUTE", "an element has more than %s attributes", limits.attributes());
        }
    }

    private void checkBytes(int close) {
        long bytes = 0;
        for (int i = in.at; i < close; i++) {
            bytes += XmlMisc.bytes(in.chars[i]);
        }
        if (bytes > limits.tokenBytes()) {
            throw in.tooLong();
        }
    }

    private int space(int from, int to) {
        int i = from;
        while (i < to && XmlChars.isSpace(in.chars[i])) {
            if (in.chars[i] == '\n' || (in.chars[i] == '\r' && in.chars[i + 1] != '\n')) {
                in.newline(i + 1);
            }
            i++;
        }
        return i;
    }

    /** Reads one attribute and returns where it ends. */
    private int attribute(int from, int to, List<Attribute> into) {
        int end = nameEnd(from, to);
        XmlName name = name(from, end);
        int i = space(end, to);
        if (i == to || in.chars[i] != '=') {
            throw in.malformed("attribute %s has no value".formatted(Problem.shown(name.qualified)), i);
        }
        i = space(i + 1, to);
        char quote = i < to ? in.chars[i] : 0;
        if (quote != '"' && quote != '\'') {
            throw in.malformed("the value of attribute %s has no quotes".formatted(Problem.shown(name.qualified)), i);
        }
        int start = ++i;
        while (i < to && in.chars[i] != quote) {
            i++;
        }
        if (i == to) {
            throw in.malformed(
                    "the value of attribute %s does not end".formatted(Problem.shown(name.qualified)), start);
        }
        into.add(new Attribute(name, "", value(start, i)));
        return i + 1;
    }

    /** Returns a value with references replaced and white space made blanks. */
    private String value(int from, int to) {
        StringBuilder value = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = in.chars[i];
            if (c == '&') {
                String reference = XmlReferences.name(in.chars, i + 1, to);
                int character = reference == null ? -1 : XmlReferences.character(reference);
                if (reference == null || character < 0) {
                    throw in.malformed("a reference that stands for no character", i);
                }
                value.appendCodePoint(character);
                i += reference.length() + 1;
            } else if (XmlChars.isSpace(c)) {
                boolean pair = c == '\n' && i > from && in.chars[i - 1] == '\r';
                value.append(pair ? "" : " ");
                space(i, i + 1);
            } else if (XmlChars.isAllowed(c)) {
                value.append(c);
            } else {
                throw in.forbidden(i);
            }
        }
        return value.toString();
    }

    private void declare(List<Attribute> raw, int depth) {
        Set<String> seen = new HashSet<>();
        for (Attribute attribute : raw) {
            if (!seen.add(attribute.name().qualified)) {
                throw in.malformed(
                        "attribute %s stands twice".formatted(Problem.shown(attribute.name().qualified)), in.at);
            }
            String prefix = declared(attribute.name());
            if (prefix != null && !scopes.declare(prefix, attribute.value(), depth)) {
                throw in.malformed("the namespace of prefix %s can't be that".formatted(Problem.quote(prefix)), in.at);
            }
        }
    }

    /** Returns the prefix that an attribute declares, or nothing if it declares none. */
    private static @Nullable String declared(XmlName name) {
        return name.qualified.equals(DECLARES) ? "" : name.prefix.equals(DECLARES) ? name.local : null;
    }

    private void resolve(List<Attribute> raw) {
        Set<String> expanded = new HashSet<>();
        for (Attribute attribute : raw) {
            XmlName name = attribute.name();
            if (declared(name) != null) {
                continue;
            }
            String uri = name.prefix.isEmpty() ? "" : scopes.of(name.prefix);
            if (uri == null) {
                throw in.malformed("prefix %s is not declared".formatted(Problem.quote(name.prefix)), in.at);
            }
            if (!uri.isEmpty() && !expanded.add(uri + " " + name.local)) {
                throw in.malformed("attribute %s stands twice".formatted(Problem.shown(name.local)), in.at);
            }
            attributes.add(new Attribute(name, uri, attribute.value()));
        }
    }
}
