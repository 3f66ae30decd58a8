package dev.plumbline.io.csv;

import dev.plumbline.calendar.WorkTime;
import dev.plumbline.io.text.Digits;
import dev.plumbline.model.Problem;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A cell with a value, and the ways to read it. */
final class Cell {

    private static final Set<String> YES = Set.of("yes", "y", "true", "1");
    private static final Set<String> NO = Set.of("no", "n", "false", "0");
    private static final Pattern MONEY =
            Pattern.compile("(-?)\\s?\\p{Sc}?\\s?(-?)([0-9][0-9.,\u00A0\u202F]*)\\s?\\p{Sc}?");

    private final String text;
    private final Place place;
    private final CellContext context;

    Cell(String text, Place place, CellContext context) {
        this.text = text;
        this.place = place;
        this.context = context;
    }

    CellContext context() {
        return context;
    }

    Place place() {
        return place;
    }

    /** Returns the text, restored if our own writer guarded it. */
    String text() {
        return context.dialect().isForeign() ? text : FormulaGuard.restore(text);
    }

    /** Returns the cell as it stands, without blanks around it. */
    String raw() {
        return text.strip();
    }

    Durations.Amount amount() throws CellProblem {
        return context.durations().parse(text, "CSV_DURATION");
    }

    WorkTime duration() throws CellProblem {
        return amount().time();
    }

    /** Returns an amount that may have a minus in front. */
    WorkTime signedDuration() throws CellProblem {
        String plain = raw();
        return plain.startsWith("-")
                ? new Cell(plain.substring(1), place, context).duration().negated()
                : duration();
    }

    @Nullable
    LocalDateTime start() throws CellProblem {
        return context.dates().read(text, context.settings().defaultStart(), place, context.problems());
    }

    @Nullable
    LocalDateTime finish() throws CellProblem {
        return context.dates().read(text, context.settings().defaultFinish(), place, context.problems());
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
        int plain = Digits.number(text, text.length());
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
        return new CellProblem("CSV_VALUE", Problem.quote(text) + " " + complaint, hint);
    }
}
