package dev.plumbline.io.csv;

import static java.util.Map.entry;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.calendar.WorkUnit;
import dev.plumbline.io.text.Digits;
import dev.plumbline.model.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Amounts of time in cells: {@code 5d}, {@code 1.5mo}, {@code 3 edays}, {@code 5 days?}. Fractions below a tenth of a minute
 * are rounded half up. An amount without a unit is refused, and so is a single capital M, which could mean months.
 */
final class Durations {

    /** What no levelling delay looks like. */
    static final WorkTime NO_DELAY = new WorkTime(0, WorkUnit.ELAPSED_DAYS);

    /** 408 years on the wall clock: what the engine can hold. */
    private static final long LONGEST = Integer.MAX_VALUE;

    private static final int MOST_DECIMALS = 9;
    private static final int MOST_PLAIN = 6;

    private static final Map<String, WorkUnit> UNITS = Map.ofEntries(
            entry("m", WorkUnit.MINUTES),
            entry("min", WorkUnit.MINUTES),
            entry("mins", WorkUnit.MINUTES),
            entry("minute", WorkUnit.MINUTES),
            entry("minutes", WorkUnit.MINUTES),
            entry("h", WorkUnit.HOURS),
            entry("hr", WorkUnit.HOURS),
            entry("hrs", WorkUnit.HOURS),
            entry("hour", WorkUnit.HOURS),
            entry("hours", WorkUnit.HOURS),
            entry("d", WorkUnit.DAYS),
            entry("dy", WorkUnit.DAYS),
            entry("dys", WorkUnit.DAYS),
            entry("day", WorkUnit.DAYS),
            entry("days", WorkUnit.DAYS),
            entry("w", WorkUnit.WEEKS),
            entry("wk", WorkUnit.WEEKS),
            entry("wks", WorkUnit.WEEKS),
            entry("week", WorkUnit.WEEKS),
            entry("weeks", WorkUnit.WEEKS),
            entry("mo", WorkUnit.MONTHS),
            entry("mon", WorkUnit.MONTHS),
            entry("mons", WorkUnit.MONTHS),
            entry("month", WorkUnit.MONTHS),
            entry("months", WorkUnit.MONTHS));

    private final NumberStyle numbers;
    private final UnitConversion conversion;
    private final boolean grouped;
    private final @Nullable Amount[] amounts = new Amount[1 << 10];

    /** Reads with thousands grouped or not, which Microsoft Project does and our own dialect doesn't. */
    Durations(NumberStyle numbers, UnitConversion conversion, boolean grouped) {
        this.numbers = numbers;
        this.conversion = conversion;
        this.grouped = grouped;
    }

    /**
     * An amount as it was written.
     *
     * @param time how much
     * @param estimated whether a question mark followed
     */
    record Amount(WorkTime time, boolean estimated) {}

    UnitConversion conversion() {
        return conversion;
    }

    /** Returns a few digits and one of the letters m, h, d and w, the form of nearly all amounts; else nothing. */
    @Nullable
    Amount plain(char[] cell, int from, int to) {
        int last = to - 1;
        int number = last - from > MOST_PLAIN ? -1 : Digits.number(cell, from, last);
        if (number < 0) {
            return null;
        }
        WorkUnit unit = switch (cell[last]) {
            case 'm' -> WorkUnit.MINUTES;
            case 'h' -> WorkUnit.HOURS;
            case 'd' -> WorkUnit.DAYS;
            case 'w' -> WorkUnit.WEEKS;
            default -> null;
        };
        if (unit == null || number * unit.ticks(conversion) > LONGEST) {
            return null;
        }
        int slot = (number * 4 + unit.ordinal()) & (amounts.length - 1);
        Amount known = amounts[slot];
        long ticks = number * unit.ticks(conversion);
        if (known == null || known.time().ticks() != ticks || known.time().unit() != unit) {
            known = new Amount(new WorkTime(ticks, unit), false);
            amounts[slot] = known;
        }
        return known;
    }

    /** Returns the amount that a cell stands for. */
    Amount parse(String cell, String code) throws CellProblem {
        String text = cell.strip();
        boolean estimated = text.endsWith("?");
        if (estimated) {
            text = text.substring(0, text.length() - 1).strip();
        }
        int end = 0;
        while (end < text.length() && isNumeric(text.charAt(end))) {
            end++;
        }
        String digits = text.substring(0, end);
        String word = text.substring(end).strip();
        BigDecimal number = grouped ? numbers.parseGrouped(digits) : numbers.parse(digits);
        WorkUnit unit = unit(word);
        if (number == null || unit == null) {
            throw new CellProblem(code, quote(cell) + " is not an amount of time", hint(digits, word, number != null));
        }
        return new Amount(inRange(number, unit, cell, code), estimated);
    }

    private WorkTime inRange(BigDecimal number, WorkUnit unit, String cell, String code) throws CellProblem {
        BigDecimal ticks = number.multiply(BigDecimal.valueOf(unit.ticks(conversion)));
        if (ticks.setScale(0, RoundingMode.HALF_UP).compareTo(BigDecimal.valueOf(LONGEST)) > 0) {
            long most = LONGEST / unit.ticks(conversion);
            throw new CellProblem(code, quote(cell) + " is too long", "amounts of time end at " + most + unit.symbol());
        }
        return WorkTime.of(number, unit, conversion);
    }

    private String hint(String digits, String word, boolean number) {
        if (number && word.isEmpty()) {
            return "give it a unit, such as " + digits + "d or " + digits + "h";
        }
        if (number && word.equals("M")) {
            return "write m for minutes or mo for months";
        }
        String reason = numbers.reason(digits);
        return reason.isEmpty() ? "write it like 5d, 2w, 3.5h, 30m, 1.5mo or, elapsed, 4ed" : reason;
    }

    private static @Nullable WorkUnit unit(String word) {
        if (word.length() > 8 || word.equals("M") || word.equals("EM") || word.equals("eM")) {
            return null;
        }
        String plain = word.toLowerCase(Locale.ROOT);
        WorkUnit working = UNITS.get(plain);
        if (working != null || !plain.startsWith("e")) {
            return working;
        }
        WorkUnit elapsed = UNITS.get(plain.substring(1));
        return elapsed == null ? null : elapsed(elapsed);
    }

    private static WorkUnit elapsed(WorkUnit unit) {
        return switch (unit) {
            case MINUTES -> WorkUnit.ELAPSED_MINUTES;
            case HOURS -> WorkUnit.ELAPSED_HOURS;
            case DAYS -> WorkUnit.ELAPSED_DAYS;
            case WEEKS -> WorkUnit.ELAPSED_WEEKS;
            default -> WorkUnit.ELAPSED_MONTHS;
        };
    }

    private boolean isNumeric(char c) {
        boolean digit = c >= '0' && c <= '9';
        boolean blank = c == '\u00A0' || c == '\u202F';
        return digit || c == '.' || c == ',' || (grouped && blank);
    }

    /** Returns the amount in its unit with as many decimals as reading it back exactly needs. */
    static String format(WorkTime time, UnitConversion conversion) {
        BigDecimal ticks = BigDecimal.valueOf(time.ticks());
        BigDecimal unit = BigDecimal.valueOf(time.unit().ticks(conversion));
        BigDecimal amount = ticks;
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            amount = ticks.divide(unit, decimals, RoundingMode.HALF_UP);
            if (amount.multiply(unit).setScale(0, RoundingMode.HALF_UP).compareTo(ticks) == 0) {
                break;
            }
        }
        return amount.toPlainString() + time.unit().symbol();
    }

    /** Returns whether reading finds an amount like this one in range. */
    static boolean isWritable(WorkTime time) {
        return Math.abs(time.ticks()) <= LONGEST;
    }

    static String quote(String text) {
        return Problem.quote(text);
    }
}
