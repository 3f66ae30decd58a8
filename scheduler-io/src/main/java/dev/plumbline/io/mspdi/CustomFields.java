package dev.plumbline.io.mspdi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The custom fields of tasks that hold amounts: Duration1 to Duration10 and Number1 to Number20, and their aliases in a file. */
final class CustomFields {

    private static final String DEFINITION = "<ExtendedAttribute>";

    /** Fields of one kind with consecutive numbers and ids. */
    private record Run(String name, int first, int last, int firstId) {}

    private static final List<Run> RUNS = List.of(
            new Run("Duration", 1, 3, 188743783),
            new Run("Duration", 4, 10, 188743955),
            new Run("Number", 1, 5, 188743767),
            new Run("Number", 6, 20, 188743982));

    private CustomFields() {}

    /** Returns the id of a field by its name, in any case; -1 if there is none. */
    static int id(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        for (Run run : RUNS) {
            for (int number = run.first; number <= run.last; number++) {
                if (wanted.equals(run.name.toLowerCase(Locale.ROOT) + number)) {
                    return run.firstId + number - run.first;
                }
            }
        }
        return -1;
    }

    /** Returns the name of a field by its id; nothing if it holds no amount. */
    static @Nullable String name(int id) {
        for (Run run : RUNS) {
            int number = run.first + id - run.firstId;
            if (number >= run.first && number <= run.last) {
                return run.name + number;
            }
        }
        return null;
    }

    static boolean isNumber(int id) {
        String name = name(id);
        return name != null && name.startsWith("Number");
    }

    /** Returns the aliases of the fields that a project defines, by id; empty where it gives none. */
    static Map<Integer, String> aliases(Kept project) {
        Map<Integer, String> aliases = new LinkedHashMap<>();
        for (String piece : project.texts()) {
            if (Kept.nameOf(piece).equals("ExtendedAttributes")) {
                for (String definition : definitions(piece)) {
                    String alias = inner(definition, "Alias");
                    aliases.put(fieldId(definition), alias == null ? "" : alias);
                }
            }
        }
        return aliases;
    }

    private static List<String> definitions(String piece) {
        List<String> parts = new ArrayList<>();
        int at = piece.indexOf(DEFINITION);
        while (at >= 0) {
            int next = piece.indexOf(DEFINITION, at + 1);
            parts.add(piece.substring(at, next < 0 ? piece.length() : next));
            at = next;
        }
        return parts;
    }

    /** Returns the field that a definition or a value is of; -1 if it doesn't say. */
    static int fieldId(String piece) {
        String text = inner(piece, "FieldID");
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }

    /** Returns the text of an element inside a piece, without white space around it; nothing if there is none. */
    static @Nullable String inner(String piece, String name) {
        int from = piece.indexOf("<" + name + ">");
        int to = piece.indexOf("</" + name + ">", from + 1);
        return from < 0 || to < 0
                ? null
                : unescaped(piece.substring(from + name.length() + 2, to)).strip();
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}
