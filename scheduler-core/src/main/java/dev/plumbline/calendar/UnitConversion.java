package dev.plumbline.calendar;

/**
 * How many minutes a project's working day, week and month stand for when durations are written in those units. The
 * conversion never changes a calendar: "1d" of 480 minutes takes less than a day on a calendar of ten-hour days.
 *
 * @param minutesPerDay working minutes of a day, at least 1
 * @param minutesPerWeek working minutes of a week, at least 1
 * @param daysPerMonth working days of a month, at least 1
 */
public record UnitConversion(int minutesPerDay, int minutesPerWeek, int daysPerMonth) {

    /** Eight-hour days, 40-hour weeks, months of 20 days. */
    public static final UnitConversion STANDARD = new UnitConversion(480, 2400, 20);

    /** Checks that no unit is empty. */
    public UnitConversion {
        if (minutesPerDay < 1 || minutesPerWeek < 1 || daysPerMonth < 1) {
            throw new IllegalArgumentException(
                    "minutes per day (%s), minutes per week (%s) and days per month (%s) must be at least 1"
                            .formatted(minutesPerDay, minutesPerWeek, daysPerMonth));
        }
    }
}
