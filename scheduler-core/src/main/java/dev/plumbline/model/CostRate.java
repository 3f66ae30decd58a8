package dev.plumbline.model;

import dev.plumbline.calendar.WorkUnit;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * What a resource costs from a date on.
 *
 * @param table which of five tables, 0 to 4
 * @param from the first instant
 * @param to the end, not included
 * @param standardRate currency per hour of work, or per unit of material
 * @param standardUnit the unit the rate is shown in
 * @param overtimeRate currency per hour of overtime
 * @param overtimeUnit the unit the overtime rate is shown in
 * @param costPerUse currency each time it is used
 */
public record CostRate(
        int table,
        LocalDateTime from,
        LocalDateTime to,
        BigDecimal standardRate,
        WorkUnit standardUnit,
        BigDecimal overtimeRate,
        WorkUnit overtimeUnit,
        BigDecimal costPerUse) {

    /** Checks the table's number. */
    public CostRate {
        if (table < 0 || table > 4) {
            throw new IllegalArgumentException("cost rate tables are numbered 0 to 4: " + table);
        }
        standardRate = Money.normal(standardRate);
        overtimeRate = Money.normal(overtimeRate);
        costPerUse = Money.normal(costPerUse);
    }

    /** Returns rates per hour for all time, in the first table. */
    public static CostRate perHour(BigDecimal standardRate, BigDecimal overtimeRate, BigDecimal costPerUse) {
        return new CostRate(
                0,
                Availability.EVER,
                Availability.FOR_EVER,
                standardRate,
                WorkUnit.HOURS,
                overtimeRate,
                WorkUnit.HOURS,
                costPerUse);
    }
}
