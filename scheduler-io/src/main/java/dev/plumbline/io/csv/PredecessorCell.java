package dev.plumbline.io.csv;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.model.Lag;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Relationship;
import dev.plumbline.model.RelationshipType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Predecessors in a cell: {@code 3FS+2d;5SS-50%;7FF+3ed}. The type is FS where none is given; a lag needs a sign and a unit
 * or a percentage ({@code %} of working, {@code e%} of elapsed time). An id that could be read in more than one way stands
 * in double quotes.
 */
final class PredecessorCell {

    private static final String CODE = "CSV_PREDECESSOR";
    private static final Pattern PLAIN_ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._]*");
    private static final Pattern NUMBERED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._]*(-[0-9]+)*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(1_000_000);

    private final RowIds ids;
    private final Durations durations;
    private final NumberStyle numbers;
    private @Nullable Boolean numericIds;

    /** Reads against known references: what a cell may name, and the id of the activity it stands for. */
    PredecessorCell(RowIds ids, Durations durations, NumberStyle numbers) {
        this.ids = ids;
        this.durations = durations;
        this.numbers = numbers;
    }

    /**
     * One predecessor.
     *
     * @param reference what the cell names
     * @param activity the id of the activity it stands for; null if there is none
     * @param type which ends are tied
     * @param lag the wait
     */
    record Predecessor(String reference, @Nullable String activity, RelationshipType type, Lag lag) {}

    List<Predecessor> parse(String cell) throws CellProblem {
        List<Predecessor> result = new ArrayList<>(4);
        if (cell.isBlank()) {
            return result;
        }
        for (CellList.Item item : CellList.split(cell, numbers.commaSeparates(), CODE)) {
            if (!item.quoted() && item.rest().isEmpty()) {
                throw new CellProblem(
                        CODE,
                        Durations.quote(cell) + " names no predecessor between separators",
                        "remove one of the separators");
            }
            result.add(item.quoted() ? tail(item.name(), item.rest(), cell) : parseItem(item.rest(), cell));
        }
        return result;
    }

    /** Tries the whole item, then with lag, type or both taken off; exactly one of them must name an activity. */
    private Predecessor parseItem(String item, String cell) throws CellProblem {
        if (!endsWithType(item) && lagStart(item) < 0) {
            String activity = ids.id(item);
            if (activity != null) {
                return new Predecessor(item, activity, RelationshipType.FS, Lag.NONE);
            }
        }
        List<String> heads = heads(item);
        List<Predecessor> candidates = new ArrayList<>(1);
        CellProblem failure = null;
        for (String head : heads) {
            if (ids.id(head) == null) {
                continue;
            }
            try {
                candidates.add(tail(head, item.substring(head.length()), cell));
            } catch (CellProblem e) {
                failure = e;
            }
        }
        if (candidates.size() > 1) {
            String first = candidates.get(0).reference();
            throw new CellProblem(
                    CODE,
                    Durations.quote(item) + " can mean activity " + Problem.quote(first) + " or "
                            + Problem.quote(candidates.get(1).reference()),
                    "put the id in double quotes, such as " + CellList.quote(Problem.shown(first)));
        }
        if (candidates.isEmpty() && failure != null) {
            throw failure;
        }
        return candidates.isEmpty()
                ? unknown(item, heads.isEmpty() ? item : heads.get(heads.size() - 1), cell)
                : candidates.get(0);
    }

    private Predecessor unknown(String item, String head, String cell) throws CellProblem {
        if (numericIds()
                ? NUMBER.matcher(head).matches()
                : PLAIN_ID.matcher(head).matches()) {
            return tail(head, item.substring(head.length()), cell);
        }
        throw garbage(item);
    }

    /** Asked only where an id is unknown, and once. */
    private boolean numericIds() {
        if (numericIds == null) {
            numericIds = ids.areNumbers();
        }
        return numericIds;
    }

    private static List<String> heads(String item) {
        List<String> heads = new ArrayList<>(4);
        heads.add(item);
        if (endsWithType(item)) {
            heads.add(item.substring(0, item.length() - 2).stripTrailing());
        }
        int lag = lagStart(item);
        if (lag >= 0) {
            String before = item.substring(0, lag).stripTrailing();
            heads.add(before);
            if (endsWithType(before)) {
                heads.add(before.substring(0, before.length() - 2).stripTrailing());
            }
        }
        heads.removeIf(String::isEmpty);
        return heads;
    }

    /** Returns whether a text ends with FS, SS, FF or SF in any case. */
    private static boolean endsWithType(String text) {
        int length = text.length();
        return length >= 2 && isEnd(text.charAt(length - 2)) && isEnd(text.charAt(length - 1));
    }

    private static boolean isEnd(char c) {
        return c == 'F' || c == 'S' || c == 'f' || c == 's';
    }

    /** Returns where the last sign is if a number follows it, else -1. */
    private static int lagStart(String text) {
        int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
        int next = sign + 1;
        while (sign >= 0 && next < text.length() && " \t\n\u000B\f\r".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        boolean number = next < text.length() && text.charAt(next) >= '0' && text.charAt(next) <= '9';
        return sign >= 0 && number ? sign : -1;
    }

    private Predecessor tail(String reference, String tail, String cell) throws CellProblem {
        String text = tail.strip();
        RelationshipType type = RelationshipType.FS;
        if (text.length() >= 2 && isEnd(text.charAt(0)) && isEnd(text.charAt(1))) {
            type = RelationshipType.valueOf(text.substring(0, 2).toUpperCase(Locale.ROOT));
            text = text.substring(2).strip();
        }
        return new Predecessor(reference, ids.id(reference), type, lag(text, cell));
    }

    private Lag lag(String text, String cell) throws CellProblem {
        if (text.isEmpty()) {
            return Lag.NONE;
        }
        boolean lead = text.charAt(0) == '-';
        String amount = text.substring(1).strip();
        if ((!lead && text.charAt(0) != '+') || amount.isEmpty()) {
            throw garbage(cell);
        }
        if (amount.endsWith("%")) {
            return percent(amount.substring(0, amount.length() - 1).strip(), lead, cell);
        }
        Durations.Amount time = durations.parse(amount, CODE);
        WorkTime signed = lead ? time.time().negated() : time.time();
        return time.time().isZero() && time.time().unit() == WorkTime.ZERO.unit() ? Lag.NONE : new Lag.Time(signed);
    }

    private Lag percent(String text, boolean lead, String cell) throws CellProblem {
        boolean elapsed = text.endsWith("e");
        BigDecimal number =
                numbers.parse(elapsed ? text.substring(0, text.length() - 1).strip() : text);
        if (number == null || number.compareTo(MOST_PERCENT) > 0) {
            throw garbage(cell);
        }
        return new Lag.Percent(lead ? number.negate() : number, elapsed);
    }

    private static CellProblem garbage(String text) {
        return new CellProblem(
                CODE, Durations.quote(text) + " is not a list of predecessors", "write it like 3FS+2d;5SS-50%;7");
    }

    /** Returns whether an id could be taken for a shorter id with a type or a lag, so that all ids need quotes. */
    static boolean isMisleading(String id) {
        return endsWithType(id) || (lagStart(id) >= 0 && !NUMBERED.matcher(id).matches());
    }

    /** Returns a relationship as its successor's cell shows it. */
    static String format(Relationship relationship, UnitConversion conversion, boolean quoted) {
        String id = relationship.predecessor();
        boolean plain = !quoted && NUMBERED.matcher(id).matches();
        Lag lag = relationship.lag();
        boolean none = lag.equals(Lag.NONE);
        boolean bare = none && relationship.type() == RelationshipType.FS;
        return (plain ? id : CellList.quote(id))
                + (bare ? "" : relationship.type())
                + (none ? "" : lag(lag, conversion));
    }

    private static String lag(Lag lag, UnitConversion conversion) {
        String sign = lag.isNegative() ? "-" : "+";
        if (lag instanceof Lag.Percent percent) {
            return sign + percent.percent().abs().toPlainString() + (percent.elapsed() ? "e%" : "%");
        }
        WorkTime time = ((Lag.Time) lag).time();
        return sign + Durations.format(time.isNegative() ? time.negated() : time, conversion);
    }
}
