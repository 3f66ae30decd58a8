package dev.plumbline.io.csv;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkTime;
import dev.plumbline.io.text.Digits;
import dev.plumbline.model.Assignment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Resources in a cell: {@code Anna; Crew[50%]; Crane[300%]; Nails[20]}. In brackets stand the units, as a percentage or as a
 * number, and in our own dialect the work, such as {@code Crew[50% 20h]}. Microsoft Project also writes a quantity with its
 * label, {@code Nails[20 boxes]}, and an amount of money, {@code Travel[$500.00]}.
 */
final class ResourceCell {

    static final String CODE = "CSV_RESOURCE";

    private static final Pattern BRACKETS = Pattern.compile("(?s)(.*)\\[([^\\[\\]]*)\\]");
    private static final Pattern PLAIN_NAME = Pattern.compile("[^\\s\"\\[\\];,=+\\-@'][^\"\\[\\];,]*");
    private static final Pattern QUANTITY = Pattern.compile("([0-9.,]+)\\s+(\\S.*)");
    private static final Pattern MONEY =
            Pattern.compile("\\p{Sc}\\s?([0-9.,\u00A0\u202F]+)|([0-9.,\u00A0\u202F]+)\\s?\\p{Sc}");
    private static final BigDecimal MOST_UNITS = BigDecimal.valueOf(999_999_999);

    private final NumberStyle numbers;
    private final Durations durations;
    private final boolean foreign;

    ResourceCell(NumberStyle numbers, Durations durations, boolean foreign) {
        this.numbers = numbers;
        this.durations = durations;
        this.foreign = foreign;
    }

    /**
     * One resource at work.
     *
     * @param name the resource's name
     * @param units how much of it; null if not given
     * @param work how much work; null if not given
     * @param label the unit of a material; null if none is given
     * @param cost an amount of money; null if none is given
     */
    record Use(
            String name,
            @Nullable Double units,
            @Nullable WorkTime work,
            @Nullable String label,
            @Nullable BigDecimal cost) {}

    List<Use> parse(String cell) throws CellProblem {
        List<Use> uses = new ArrayList<>();
        if (cell.isBlank()) {
            return uses;
        }
        for (CellList.Item item : items(cell)) {
            String name = item.name();
            String inside = null;
            String rest = item.rest();
            Matcher brackets = rest.indexOf('[') < 0 ? null : BRACKETS.matcher(rest);
            if (brackets != null && brackets.matches()) {
                inside = brackets.group(2).strip();
                rest = brackets.group(1).strip();
            }
            boolean wrong = item.quoted() ? !rest.isEmpty() : rest.isEmpty() || hasBracket(rest);
            if (wrong) {
                throw garbage(cell);
            }
            name = item.quoted() ? name : rest;
            uses.add(inside == null ? new Use(name, null, null, null, null) : inside(name, inside, cell));
        }
        return uses;
    }

    private static boolean hasBracket(String text) {
        return text.indexOf('[') >= 0 || text.indexOf(']') >= 0;
    }

    /** In a file of Microsoft Project a comma separates too, except inside brackets. */
    private List<CellList.Item> items(String cell) throws CellProblem {
        if (!foreign || !numbers.commaSeparates() || cell.indexOf('[') < 0) {
            return CellList.split(cell, foreign && numbers.commaSeparates(), CODE);
        }
        StringBuilder safe = new StringBuilder(cell);
        int depth = 0;
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == ',' && depth <= 0) {
                safe.setCharAt(i, ';');
            }
        }
        return CellList.split(safe.toString(), false, CODE);
    }

    private Use inside(String name, String inside, String cell) throws CellProblem {
        Double units = units(inside);
        if (units != null) {
            return new Use(name, units, null, null, null);
        }
        if (foreign) {
            return quantity(name, inside, cell);
        }
        int blank = inside.lastIndexOf(' ');
        Double before = blank < 0 ? null : units(inside.substring(0, blank));
        if (blank >= 0 && before == null) {
            throw garbage(cell);
        }
        try {
            return new Use(
                    name,
                    before,
                    durations.parse(inside.substring(blank + 1), CODE).time(),
                    null,
                    null);
        } catch (CellProblem e) {
            throw garbage(cell);
        }
    }

    private Use quantity(String name, String inside, String cell) throws CellProblem {
        Matcher money = MONEY.matcher(inside);
        if (money.matches()) {
            BigDecimal cost = numbers.parseGrouped(money.group(1) == null ? money.group(2) : money.group(1));
            if (cost != null) {
                return new Use(name, null, null, null, cost);
            }
        }
        Matcher quantity = QUANTITY.matcher(inside);
        if (quantity.matches()) {
            Double units = units(quantity.group(1));
            if (units != null) {
                return new Use(name, units, null, quantity.group(2), null);
            }
        }
        throw garbage(cell);
    }

    /** Returns 0.5 for {@code 50%} or {@code 0.5}; null if the text is neither or out of range. */
    @Nullable
    Double units(String text) {
        boolean percent = text.endsWith("%");
        int plain = Digits.number(text, percent ? text.length() - 1 : text.length());
        if (plain >= 0) {
            return percent ? plain / 100.0 : plain;
        }
        String digits = percent ? text.substring(0, text.length() - 1).strip() : text;
        BigDecimal number = foreign ? numbers.parseGrouped(digits) : numbers.parse(digits);
        if (number == null) {
            return null;
        }
        BigDecimal units = percent ? number.movePointLeft(2) : number;
        return units.compareTo(MOST_UNITS) > 0 ? null : units.doubleValue();
    }

    private static CellProblem garbage(String cell) {
        return new CellProblem(
                CODE,
                Durations.quote(cell) + " is not a list of resources",
                "write it like Anna; Crew[50%]; Crane[300%], units from 0% up");
    }

    /** Returns an assignment as the activity's cell shows it. */
    static String format(Assignment assignment, String name, boolean material, UnitConversion conversion) {
        String shown = PLAIN_NAME.matcher(name).matches() && name.equals(name.strip()) ? name : CellList.quote(name);
        String work = assignment.work().equals(DEFAULT_WORK) ? "" : Durations.format(assignment.work(), conversion);
        String units = assignment.units() == 1.0 && !material ? "" : formatUnits(assignment.units(), material);
        String inside = units.isEmpty() || work.isEmpty() ? units + work : units + " " + work;
        return inside.isEmpty() ? shown : shown + "[" + inside + "]";
    }

    static String formatUnits(double units, boolean material) {
        BigDecimal exact = BigDecimal.valueOf(units);
        BigDecimal shown = material ? exact : exact.movePointRight(2);
        return plain(shown) + (material ? "" : "%");
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The work of an assignment whose work follows from its activity's duration. */
    static final WorkTime DEFAULT_WORK = new WorkTime(0, dev.plumbline.calendar.WorkUnit.HOURS);
}
