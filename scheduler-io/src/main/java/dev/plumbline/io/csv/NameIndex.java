package dev.plumbline.io.csv;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Things that cells refer to by name or, where two share a name, by id. */
final class NameIndex {

    private final Map<String, String> idByName = new HashMap<>();
    private final Map<String, String> nameById = new HashMap<>();
    private final Set<String> shared = new HashSet<>();

    void add(String id, String name) {
        nameById.put(id, name);
        if (idByName.putIfAbsent(name, id) != null) {
            shared.add(name);
        }
    }

    /** Returns the id that a text refers to; null if there is none. */
    @Nullable
    String resolve(String text) {
        String id = shared.contains(text) ? null : idByName.get(text);
        return id != null ? id : nameById.containsKey(text) ? text : null;
    }

    /** Returns a text that refers to an id; null if every text would mean another one. */
    @Nullable
    String reference(String id) {
        String name = nameById.get(id);
        if (name != null && !name.isEmpty() && id.equals(resolve(name))) {
            return name;
        }
        return !id.isEmpty() && id.equals(resolve(id)) ? id : null;
    }
}
