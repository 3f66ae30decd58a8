package dev.plumbline.io.csv;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.io.text.Digits;
import dev.plumbline.io.text.ShortTexts;
import dev.plumbline.model.Problem;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cell with a value, and the ways to read it: a quick one for the form that nearly all cells of a kind have, and a careful one
 * for all others. One for the cells of a plan goes from cell to cell.
 */
final class Cell {

    private static final Set<String> YES = Set.of("yes", "y", "true", "1");
    private static final Set<String> NO = Set.of("no", "n", "false", "0");
    private static final Pattern MONEY =
            Pattern.compile("(-?)\\s?\\p{Sc}?\\s?(-?)([0-9][0-9.,\u00A0\u202F]*)\\s?\\p{Sc}?");

    private final CellContext context;
    private final @Nullable Source source;
    private char[] chars;
    private int from;
    private int to;
    private int line;
    private @Nullable Column column;
    private @Nullable String text;
    private @Nullable Place place;

    /** The file that cells come from. */
    private static final class Source {

        private final Header header;
        private final String file;
        private final ShortTexts texts = new ShortTexts();
        private final @Nullable BigDecimal[] amounts = new BigDecimal[1 << 12];

        Source(Header header, String file) {
            this.header = header;
            this.file = file;
        }

        /** Returns a whole amount, one object for those that come up again soon. */
        BigDecimal amount(int number) {
            int slot = number & (amounts.length - 1);
            BigDecimal known = amounts[slot];
            if (known == null || known.intValue() != number) {
                known = BigDecimal.valueOf(number);
                amounts[slot] = known;
            }
            return known;
        }
    }

    Cell(String text, Place place, CellContext context) {
        this.context = context;
        this.source = null;
        this.chars = text.toCharArray();
        this.to = chars.length;
        this.text = text;
        this.place = place;
    }

    /** Makes a cell for those of a plan, at none of them yet. */
    Cell(Header header, String file, CellContext context) {
        this.context = context;
        this.source = new Source(header, file);
        this.chars = new char[0];
        this.text = "";
    }

    /** Goes to a row's cell in a column; returns whether there is anything in it. */
    boolean moveTo(PlanRow row, Column next) {
        int rank = Objects.requireNonNull(source).header.rank(next);
        chars = row.chars();
        from = row.from(rank);
        to = row.to(rank);
        line = row.line();
        column = next;
        text = null;
        place = null;
        return from < to && (next.kind() == Column.Kind.TEXT || !Blanks.isBlank(chars, from, to));
    }

    /** Returns a cell that stays. */
    Cell kept() {
        return new Cell(string(), place(), context);
    }

    char[] chars() {
        return chars;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    private String string() {
        if (text == null) {
            text = column == Column.ID // no two are the same
                    ? new String(chars, from, to - from)
                    : Objects.requireNonNull(source).texts.get(chars, from, to);
        }
        return text;
    }

    CellContext context() {
        return context;
    }

    Place place() {
        if (place == null) {
            Source plan = Objects.requireNonNull(source);
            place = plan.header.place(plan.file, line, Objects.requireNonNull(column));
        }
        return place;
    }

    /** Returns the text, restored if our own writer guarded it. */
    String text() {
        return context.dialect().isForeign() ? string() : FormulaGuard.restore(string());
    }

    /** Returns the cell as it stands, without blanks around it. */
    String raw() {
        return string().strip();
    }

    Durations.Amount amount() throws CellProblem {
        Durations.Amount plain = context.durations().plain(chars, from, to);
        return plain != null ? plain : context.durations().parse(string(), "CSV_DURATION");
    }

    WorkTime duration() throws CellProblem {
        return amount().time();
    }

    /** Returns an amount that may have a minus in front. */
    WorkTime signedDuration() throws CellProblem {
        String plain = raw();
        return plain.startsWith("-")
                ? new Cell(plain.substring(1), place(), context).duration().negated()
                : duration();
    }

    @Nullable
    LocalDateTime start() throws CellProblem {
        return date(context.settings().defaultStart());
    }

    @Nullable
    LocalDateTime finish() throws CellProblem {
        return date(context.settings().defaultFinish());
    }

    private @Nullable LocalDateTime date(LocalTime defaultTime) throws CellProblem {
        LocalDateTime plain = context.dates().plain(chars, from, to, defaultTime);
        return plain != null ? plain : context.dates().read(string(), defaultTime, place(), context.problems());
    }

    boolean flag() throws CellProblem {
        String plain = raw().toLowerCase(Locale.ROOT);
        if (YES.contains(plain)) {
            return true;
        }
        if (NO.contains(plain)) {
            return false;
        }
        throw invalid("is neither Yes nor No", "write Yes or No");
    }

    int integer(int least, int most) throws CellProblem {
        int plain = Digits.number(chars, from, to);
        if (plain >= 0 && plain >= least && plain <= most) {
            return plain;
        }
        String digits = raw();
        if (digits.matches("-?[0-9]{1,9}")) {
            int value = Integer.parseInt(digits);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw invalid("is not a whole number", "use " + least + " to " + most);
    }

    double percent() throws CellProblem {
        int plain = Digits.number(chars, from, to);
        if (plain >= 0 && plain <= 100) {
            return plain;
        }
        String digits = raw();
        if (digits.endsWith("%")) {
            digits = digits.substring(0, digits.length() - 1).strip();
        }
        BigDecimal value = context.numbers().parse(digits);
        if (value == null || value.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw invalid("is not a percentage", "use 0 to 100");
        }
        return value.doubleValue();
    }

    BigDecimal money() throws CellProblem {
        int plain = Digits.number(chars, from, to);
        if (plain >= 0) {
            return source == null ? BigDecimal.valueOf(plain) : source.amount(plain);
        }
        Matcher money = MONEY.matcher(raw());
        if (raw().length() <= 64 && money.matches()) {
            BigDecimal amount = context.dialect().isForeign()
                    ? context.numbers().parseGrouped(money.group(3))
                    : context.numbers().parse(money.group(3));
            if (amount != null) {
                return money.group(1).isEmpty() && money.group(2).isEmpty() ? amount : amount.negate();
            }
        }
        String reason = context.numbers().reason(raw());
        throw invalid("is not an amount of money", reason.isEmpty() ? "write it like 1234.50" : reason);
    }

    /** Returns the constant of an enum whose name reads like the text; blanks and dashes stand for underscores. */
    <E extends Enum<E>> E constant(Class<E> type) throws CellProblem {
        String plain = raw().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        StringBuilder all = new StringBuilder();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(plain)) {
                return constant;
            }
            all.append(all.isEmpty() ? "" : ", ").append(title(constant));
        }
        throw invalid("is not known here", "use one of " + all);
    }

    static String title(Enum<?> constant) {
        StringBuilder words = new StringBuilder();
        for (String word : constant.name().split("_", -1)) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(word.charAt(0))
                    .append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return words.toString();
    }

    CellProblem invalid(String complaint, String hint) {
        return new CellProblem("CSV_VALUE", Problem.quote(string()) + " " + complaint, hint);
    }
}
