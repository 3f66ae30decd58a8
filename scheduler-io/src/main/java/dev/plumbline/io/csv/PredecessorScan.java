package dev.plumbline.io.csv;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/*
 * An item is an id, then a type, then a lag, and an id may itself end like a type or a lag. So up to four beginnings of an item can
 * be the id; as long as exactly one of them is, there is nothing to report and no string to make. All else (quotes, blanks inside,
 * percentages, unknown or unclear ids) is left to PredecessorCell, whose rules these are.
 */
/** Reads cells of predecessors in the form that nearly all of them have, such as {@code A12;A7FS+2d;A9SS}. */
final class PredecessorScan {

    private static final int MOST_LAGS = 1 << 8;

    private final RowIds ids;
    private final Durations durations;
    private final boolean commaSeparates;
    private final Lag.@Nullable Time[] lags = new Lag.Time[MOST_LAGS];

    PredecessorScan(RowIds ids, Durations durations, boolean commaSeparates) {
        this.ids = ids;
        this.durations = durations;
        this.commaSeparates = commaSeparates;
    }

    /** Adds the relationships of a successor's cell; returns false, nothing added, if it must be read with care. */
    boolean read(Cell cell, String successor, List<Relationship> relationships) {
        int before = relationships.size();
        char[] chars = cell.chars();
        int from = cell.from();
        while (from <= cell.to()) {
            int end = itemEnd(chars, from, cell.to());
            Relationship relationship = end < 0 ? null : item(chars, from, end, successor);
            if (relationship == null) {
                relationships.subList(before, relationships.size()).clear();
                return false;
            }
            relationships.add(relationship);
            from = end + 1;
        }
        return true;
    }

    /** Returns where the item ends, before a separator or at the end; -1 if it has quotes or blanks. */
    private int itemEnd(char[] chars, int from, int to) {
        int i = from;
        while (i < to && chars[i] != ';' && (chars[i] != ',' || !commaSeparates)) {
            char c = chars[i];
            if (c == '"' || Blanks.isBlank(c)) {
                return -1;
            }
            i++;
        }
        return i;
    }

    private @Nullable Relationship item(char[] chars, int from, int to, String successor) {
        int lag = lagStart(chars, from, to);
        String found = null;
        int head = -1;
        int candidates = 0;
        for (int i = 0; i < 4; i++) {
            int whole = i < 2 ? to : lag;
            int end = i % 2 == 0 ? whole : whole - 2;
            if (end <= from || (i % 2 == 1 && !endsWithType(chars, from, whole))) {
                continue;
            }
            String id = ids.id(chars, from, end);
            if (id != null) {
                found = id;
                head = end;
                candidates++;
            }
        }
        return candidates == 1 && found != null ? tail(found, chars, head, to, successor) : null;
    }

    private @Nullable Relationship tail(String predecessor, char[] chars, int from, int to, String successor) {
        boolean typed = to - from >= 2 && isEnd(chars[from]) && isEnd(chars[from + 1]);
        RelationshipType type = typed ? type(chars[from], chars[from + 1]) : RelationshipType.FS;
        int rest = typed ? from + 2 : from;
        Lag lag = rest == to ? Lag.NONE : lag(chars, rest, to);
        return lag == null ? null : new Relationship(predecessor, successor, type, lag);
    }

    private @Nullable Lag lag(char[] chars, int from, int to) {
        boolean lead = chars[from] == '-';
        Durations.Amount amount = lead || chars[from] == '+' ? durations.plain(chars, from + 1, to) : null;
        if (amount == null) {
            return null;
        }
        WorkTime time = amount.time();
        boolean none = time.isZero() && time.unit() == WorkTime.ZERO.unit();
        return none ? Lag.NONE : shared(lead ? time.negated() : time);
    }

    private Lag.Time shared(WorkTime time) {
        int slot = (int) (31 * time.ticks() + time.unit().ordinal()) & (MOST_LAGS - 1);
        Lag.Time known = lags[slot];
        if (known == null || !known.time().equals(time)) {
            known = new Lag.Time(time);
            lags[slot] = known;
        }
        return known;
    }

    /** Returns where the last sign is if a digit follows it, else -1. */
    private static int lagStart(char[] chars, int from, int to) {
        int i = to - 1;
        while (i >= from && chars[i] != '+' && chars[i] != '-') {
            i--;
        }
        return i >= from && i + 1 < to && chars[i + 1] >= '0' && chars[i + 1] <= '9' ? i : -1;
    }

    private static boolean endsWithType(char[] chars, int from, int to) {
        return to - from >= 2 && isEnd(chars[to - 2]) && isEnd(chars[to - 1]);
    }

    private static boolean isEnd(char c) {
        return c == 'F' || c == 'S' || c == 'f' || c == 's';
    }

    private static RelationshipType type(char first, char second) {
        boolean fromFinish = first == 'F' || first == 'f';
        boolean toFinish = second == 'F' || second == 'f';
        return fromFinish
                ? toFinish ? RelationshipType.FF : RelationshipType.FS
                : toFinish ? RelationshipType.SF : RelationshipType.SS;
    }
}
