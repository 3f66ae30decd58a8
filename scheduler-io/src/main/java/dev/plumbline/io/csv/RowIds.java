package dev.plumbline.io.csv;

import dev.plumbline.io.text.Digits;
import dev.plumbline.io.text.TextIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ids of the activities of a file, where they stand, and what its cells call them. */
final class RowIds {

    private final TextIndex ids = new TextIndex();
    private final TextIndex references;
    private final List<String> idByReference = new ArrayList<>();
    private final boolean same;
    private int[] lines = new int[256];

    /** Makes an empty table; cells call an activity by its id or by another text. */
    RowIds(boolean byId) {
        this.same = byId;
        this.references = byId ? ids : new TextIndex();
    }

    /** Adds an id that a line gives; returns the line that gave it before, else -1. */
    int addId(String id, int line) {
        int known = ids.add(id);
        if (known >= 0) {
            return lines[known];
        }
        if (ids.size() > lines.length) {
            lines = Arrays.copyOf(lines, 2 * lines.length);
        }
        lines[ids.size() - 1] = line;
        return -1;
    }

    /** Adds what cells call an activity; returns whether nothing else is called so. */
    boolean addReference(String reference, String id) {
        if (same) {
            return true;
        }
        boolean added = references.add(reference) < 0;
        if (added) {
            idByReference.add(id);
        }
        return added;
    }

    /** Returns the line that gives an id; 0 if there is none. */
    int line(String id) {
        int number = ids.get(id);
        return number < 0 ? 0 : lines[number];
    }

    /** Returns the id of the activity that cells call so; null if there is none. */
    @Nullable
    String id(String reference) {
        return id(references.get(reference));
    }

    /** Returns the id of the activity that the characters of a cell stand for; null if there is none. */
    @Nullable
    String id(char[] chars, int from, int to) {
        return id(references.get(chars, from, to));
    }

    private @Nullable String id(int number) {
        return number < 0 ? null : same ? ids.text(number) : idByReference.get(number);
    }

    /** Returns whether cells call all activities by numbers of up to 18 digits. */
    boolean areNumbers() {
        for (int i = 0; i < references.size(); i++) {
            if (!isNumber(references.text(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String text) {
        int half = Math.min(9, text.length());
        String rest = text.substring(half);
        return Digits.number(text, half) >= 0 && (rest.isEmpty() || Digits.number(rest, rest.length()) >= 0);
    }
}
