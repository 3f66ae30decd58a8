package dev.plumbline.io.mspdi;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/*
 * The root's vocabulary is written without prefix. Every other prefix is declared where it is used, so that a piece stands for
 * itself; white space between elements is left out, white space as the only text of an element stays.
 */
/** Copies an element as it is, attributes, elements inside and foreign names included. */
final class ElementCopy {

    private final XmlSource xml;
    private final Map<String, String> ownScope;
    private final Deque<Element> open = new ArrayDeque<>();
    private boolean begun;
    private char[] text = new char[256];
    private int length;

    /**
     * An element that is being copied.
     *
     * @param plain its name, if its tag is nothing else
     * @param name its name as it is written otherwise
     * @param scope what the prefixes in it stand for
     */
    private record Element(@Nullable XmlName plain, String name, Map<String, String> scope) {}

    ElementCopy(XmlSource xml) {
        this.xml = xml;
        this.ownScope = Map.of("", xml.namespace());
    }

    /** Copies the element that was opened last and moves to its end. */
    void copy(KeptStore store) throws IOException {
        XmlName name = xml.fullName();
        if (isPlain(ownScope) && xml.readPlainText()) {
            leaf(store, name, xml.text, xml.from, xml.to);
        } else {
            deep(store);
        }
        store.endPiece();
    }

    /** Adds an element of the root's vocabulary that holds text only. */
    static void leaf(KeptStore store, XmlName name, char[] text, int from, int to) {
        if (from == to) {
            store.empty(name);
        } else {
            store.open(name);
            store.text(text, from, to);
            store.close();
        }
    }

    /** Returns whether the tag of the element that was opened last is nothing but a name of the root's vocabulary. */
    private boolean isPlain(Map<String, String> scope) {
        return xml.isOwn()
                && xml.fullName().index != XmlName.NOWHERE
                && xml.attributes().isEmpty()
                && xml.namespace().equals(scope.get(""));
    }

    private void deep(KeptStore store) throws IOException {
        open.clear();
        length = 0;
        open(store);
        while (!open.isEmpty()) {
            int event = xml.next();
            if (event == XmlSource.OPENED) {
                finishTag(store, open.element());
                flush(store, false);
                open(store);
            } else if (event == XmlSource.CLOSED) {
                close(store);
            } else {
                append();
            }
        }
    }

    private void append() {
        int count = xml.to - xml.from;
        xml.checkText(length + count);
        if (length + count > text.length) {
            text = Arrays.copyOf(text, 2 * (length + count));
        }
        System.arraycopy(xml.text, xml.from, text, length, count);
        length += count;
    }

    private void open(KeptStore store) {
        Element outer = open.peek();
        Map<String, String> scope = outer == null ? ownScope : outer.scope();
        begun = true;
        if (isPlain(scope)) {
            open.push(new Element(xml.fullName(), "", scope));
            return;
        }
        StringBuilder tag = new StringBuilder("<");
        String prefix = xml.isOwn() ? "" : xml.fullName().prefix;
        String name = qualified(prefix, xml.name());
        tag.append(name);
        scope = declare(tag, scope, prefix, xml.uri());
        for (XmlTag.Attribute attribute : xml.attributes()) {
            XmlName own = attribute.name();
            if (!own.prefix.isEmpty() && !own.prefix.equals("xml")) {
                scope = declare(tag, scope, own.prefix, attribute.namespace());
            }
            tag.append(' ')
                    .append(own.qualified)
                    .append("=\"")
                    .append(XmlOut.escaped(attribute.value(), true))
                    .append('"');
        }
        store.markup(tag.toString());
        open.push(new Element(null, name, scope));
    }

    /** Completes the opening tag of an element that has content. */
    private void finishTag(KeptStore store, Element element) {
        if (begun && element.plain() != null) {
            store.open(element.plain());
        } else if (begun) {
            store.markup(">");
        }
        begun = false;
    }

    private void close(KeptStore store) {
        Element element = open.pop();
        boolean leaf = begun;
        if (leaf && length == 0) {
            if (element.plain() != null) {
                store.empty(element.plain());
            } else {
                store.markup("/>");
            }
        } else {
            if (leaf) {
                finishTag(store, element);
            }
            flush(store, leaf);
            if (element.plain() != null) {
                store.close();
            } else {
                store.markup("</" + element.name() + ">");
            }
        }
        begun = false;
        length = 0;
    }

    private void flush(KeptStore store, boolean leaf) {
        if (leaf || !isBlank()) {
            store.text(text, 0, length);
        }
        length = 0;
    }

    private boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (!Character.isWhitespace(text[i])) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> declare(
            StringBuilder tag, Map<String, String> scope, String prefix, String uri) {
        if (uri.equals(scope.get(prefix))) {
            return scope;
        }
        Map<String, String> inner = new HashMap<>(scope);
        inner.put(prefix, uri);
        tag.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix)
                .append("=\"")
                .append(XmlOut.escaped(uri, true))
                .append('"');
        return inner;
    }

    private static String qualified(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + ":" + name;
    }
}
