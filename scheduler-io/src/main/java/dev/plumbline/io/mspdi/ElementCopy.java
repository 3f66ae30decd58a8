package dev.plumbline.io.mspdi;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/*
 * The root's vocabulary is written without prefix. Every other prefix is declared where it is used, so that a piece stands for
 * itself; white space between elements is left out, white space as the only text of an element stays.
 */
/** Copies an element as it is, attributes, elements inside and foreign names included. */
final class ElementCopy {

    private final XmlSource xml;
    private final Map<String, String> ownScope;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Map<String, String>> scopes = new ArrayDeque<>();

    ElementCopy(XmlSource xml) {
        this.xml = xml;
        this.ownScope = Map.of("", xml.namespace());
    }

    /** Copies the element that was opened last and moves to its end. */
    void copy(KeptStore store) throws IOException {
        scopes.clear();
        int depth = 1;
        open(store);
        boolean tagOpen = true;
        text.setLength(0);
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (tagOpen) {
                    store.append(">");
                }
                flush(store, false);
                open(store);
                tagOpen = true;
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                close(store, tagOpen);
                tagOpen = false;
                depth--;
            } else if (XmlSource.isText(event)) {
                text.append(xml.reader().getText());
                xml.checkText(text.length());
            }
        }
        store.endPiece();
    }

    private void close(KeptStore store, boolean leaf) {
        if (leaf && text.length() == 0) {
            store.append("/>");
        } else {
            if (leaf) {
                store.append(">");
            }
            flush(store, leaf);
            store.append("</");
            store.append(qualified(
                    prefixOf(xml.reader().getNamespaceURI(), xml.reader().getPrefix()), xml.name()));
            store.append(">");
        }
        text.setLength(0);
        scopes.pop();
    }

    private void flush(KeptStore store, boolean leaf) {
        if (leaf || !isBlank()) {
            store.append(XmlOut.escaped(text, false));
        }
        text.setLength(0);
    }

    private boolean isBlank() {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void open(KeptStore store) {
        XMLStreamReader reader = xml.reader();
        if (scopes.isEmpty() && reader.getAttributeCount() == 0 && xml.isOwn()) {
            scopes.push(ownScope);
            store.append("<");
            store.append(reader.getLocalName());
            return;
        }
        Map<String, String> scope = scopes.isEmpty() ? ownScope : scopes.peek();
        StringBuilder tag = new StringBuilder("<");
        String uri = reader.getNamespaceURI();
        String prefix = prefixOf(uri, reader.getPrefix());
        tag.append(qualified(prefix, reader.getLocalName()));
        scope = declare(tag, scope, prefix, uri == null ? "" : uri);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String attributePrefix = reader.getAttributePrefix(i) == null ? "" : reader.getAttributePrefix(i);
            if (!attributePrefix.isEmpty() && !attributePrefix.equals("xml")) {
                String attributeUri = reader.getAttributeNamespace(i);
                scope = declare(tag, scope, attributePrefix, attributeUri == null ? "" : attributeUri);
            }
            tag.append(' ')
                    .append(qualified(attributePrefix, reader.getAttributeLocalName(i)))
                    .append("=\"")
                    .append(XmlOut.escaped(reader.getAttributeValue(i), true))
                    .append('"');
        }
        store.append(tag);
        scopes.push(scope);
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

    private String prefixOf(@Nullable String uri, @Nullable String prefix) {
        return prefix == null || xml.namespace().equals(uri == null ? "" : uri) ? "" : prefix;
    }

    private static String qualified(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + ":" + name;
    }
}
