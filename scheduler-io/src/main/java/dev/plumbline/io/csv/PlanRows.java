package dev.plumbline.io.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/*
 * A string a cell would take ten times the memory of its characters, and most of the time of reading. So the characters of the
 * known cells of all rows lie one behind the other in large blocks, and what is read from them becomes an object once.
 */
/** Collects the rows of a plan from the fields that the parser hands out. */
final class PlanRows {

    private static final int CHARS = 1 << 16;
    private static final int BOUNDS = 1 << 13;

    private final List<PlanRow> rows = new ArrayList<>();
    private final boolean[] known;
    private final boolean[] dates;
    private final int columns;
    private char[] chars = new char[CHARS];
    private int[] bounds = new int[BOUNDS];
    private int used;
    private int line;
    private int first;
    private int next;
    private int fields;
    private boolean blank;
    private boolean surplus;
    private boolean unclearDates;

    /** Keeps the fields at the positions that are known; at some of them are dates. */
    PlanRows(boolean[] known, boolean[] dates) {
        this.known = known;
        this.dates = dates;
        int count = 0;
        for (boolean is : known) {
            count += is ? 1 : 0;
        }
        this.columns = count;
    }

    List<PlanRow> rows() {
        return rows;
    }

    /** Returns whether the order of day and month can be in doubt anywhere. */
    boolean hasUnclearDates() {
        return unclearDates;
    }

    /** Begins a row. */
    void begin(int newLine) {
        line = newLine;
        fields = 0;
        blank = true;
        surplus = false;
        if (first + columns + 1 > bounds.length) {
            bounds = new int[Math.max(BOUNDS, columns + 1)];
            first = 0;
        }
        bounds[first] = used;
        next = first;
    }

    /** Takes the next field of the row. */
    void add(char[] buffer, int from, int to) {
        int position = fields++;
        boolean empty = Blanks.isBlank(buffer, from, to);
        blank &= empty;
        if (position >= known.length) {
            surplus |= !empty;
        } else if (known[position]) {
            int length = to - from;
            if (used + length > chars.length) {
                renew(length);
            }
            System.arraycopy(buffer, from, chars, used, length);
            used += length;
            bounds[++next] = used;
            unclearDates |= dates[position] && length > 0 && !IsoDate.isLikely(buffer, from, to);
        }
    }

    /** Goes on in a new block, to which the row moves with what it has. */
    private void renew(int wanted) {
        int begin = bounds[first];
        char[] block = new char[Math.max(CHARS, 2 * (used - begin + wanted))];
        System.arraycopy(chars, begin, block, 0, used - begin);
        chars = block;
        used -= begin;
        for (int i = first; i <= next; i++) {
            bounds[i] -= begin;
        }
    }

    /** Ends the row and returns it; a blank one is dropped. */
    @Nullable
    PlanRow end() {
        if (blank) {
            used = bounds[first];
            return null;
        }
        Arrays.fill(bounds, next + 1, first + columns + 1, used);
        PlanRow row = new PlanRow(line, chars, bounds, first);
        rows.add(row);
        first += columns + 1;
        return row;
    }

    /** Returns how many fields the row has. */
    int fields() {
        return fields;
    }

    /** Returns whether there is text behind the last column of the header. */
    boolean hasSurplus() {
        return surplus;
    }
}
