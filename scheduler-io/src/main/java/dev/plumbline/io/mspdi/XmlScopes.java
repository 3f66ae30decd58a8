package dev.plumbline.io.mspdi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The prefixes of namespaces that are declared where the parser stands (Namespaces in XML 1.0, third edition, W3C 2009). */
final class XmlScopes {

    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    private final Map<String, Binding> bindings = new HashMap<>();
    private final Deque<Binding> declared = new ArrayDeque<>();
    private String own = "";

    /** A prefix, what it stands for, since which depth, and what it stood for before. */
    private record Binding(
            String prefix, String uri, int depth, @Nullable Binding before) {}

    XmlScopes() {
        bindings.put("xml", new Binding("xml", XML, 0, null));
    }

    /** Returns the namespace of names without prefix, empty if there is none. */
    String own() {
        return own;
    }

    /** Returns the namespace of a prefix, or nothing if it is not declared. */
    @Nullable
    String of(String prefix) {
        Binding binding = bindings.get(prefix);
        return binding == null ? null : binding.uri();
    }

    /** Declares a prefix, empty for names without one; returns false if that is not allowed. */
    boolean declare(String prefix, String uri, int depth) {
        boolean isXml = prefix.equals("xml");
        boolean undeclared = uri.isEmpty() && !prefix.isEmpty();
        if (prefix.equals("xmlns") || uri.equals(XMLNS) || isXml != uri.equals(XML) || undeclared) {
            return false;
        }
        Binding binding = new Binding(prefix, uri, depth, bindings.get(prefix));
        bindings.put(prefix, binding);
        declared.push(binding);
        if (prefix.isEmpty()) {
            own = uri;
        }
        return true;
    }

    /** Forgets what was declared at a depth. */
    void leave(int depth) {
        while (!declared.isEmpty() && declared.peek().depth() == depth) {
            Binding binding = declared.pop();
            Binding before = binding.before();
            if (before == null) {
                bindings.remove(binding.prefix());
            } else {
                bindings.put(binding.prefix(), before);
            }
            if (binding.prefix().isEmpty()) {
                own = before == null ? "" : before.uri();
            }
        }
    }
}
