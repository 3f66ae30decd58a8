package dev.plumbline.io.csv;

import dev.plumbline.calendar.UnitConversion;
import dev.plumbline.calendar.WorkUnit;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a resource costs: {@code 50/h}, {@code 400/d}, {@code $50.00/hr}, or a bare amount for an hour or a unit of material.
 *
 * @param perHour currency per hour, or per unit of material
 * @param unit the unit the rate is shown in
 */
record RateText(BigDecimal perHour, WorkUnit unit) {

    private static final BigDecimal TICKS_PER_HOUR = BigDecimal.valueOf(600);

    static RateText parse(Cell cell) throws CellProblem {
        String text = cell.raw();
        int slash = text.lastIndexOf('/');
        CellContext context = cell.context();
        BigDecimal amount = new Cell(slash < 0 ? text : text.substring(0, slash), cell.place(), context).money();
        if (slash < 0) {
            return new RateText(amount, WorkUnit.HOURS);
        }
        WorkUnit unit = context.durations()
                .parse("1" + text.substring(slash + 1).strip(), "CSV_VALUE")
                .time()
                .unit();
        return new RateText(perHour(amount, unit, context.durations().conversion()), unit);
    }

    private static BigDecimal perHour(BigDecimal amount, WorkUnit unit, UnitConversion conversion) {
        return unit == WorkUnit.HOURS
                ? amount
                : amount.multiply(TICKS_PER_HOUR)
                        .divide(BigDecimal.valueOf(unit.ticks(conversion)), MathContext.DECIMAL64);
    }

    /** Returns the rate in its unit or, where that isn't exact, in hours. */
    static String format(BigDecimal perHour, WorkUnit unit, UnitConversion conversion) {
        BigDecimal amount = perHour.multiply(BigDecimal.valueOf(unit.ticks(conversion)))
                .divide(TICKS_PER_HOUR, MathContext.DECIMAL64);
        return isExact(perHour, unit, conversion)
                ? ResourceCell.plain(amount) + "/" + unit.symbol()
                : ResourceCell.plain(perHour) + "/h";
    }

    static boolean isExact(BigDecimal perHour, WorkUnit unit, UnitConversion conversion) {
        BigDecimal amount = perHour.multiply(BigDecimal.valueOf(unit.ticks(conversion)))
                .divide(TICKS_PER_HOUR, MathContext.DECIMAL64);
        return perHour(amount, unit, conversion).compareTo(perHour) == 0;
    }
}
